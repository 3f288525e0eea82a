"""Small fictional plans whose packets are looked at: empty, bare, full, hostile."""

from __future__ import annotations

EMPTY = """\
plan:
  id: empty
  title: Empty plan of Lakeshore
"""

BARE = """\
plan:
  id: bare
  title: A plan without statuses
levels:
  goals: Goal
  actions: Action
goals:
  - id: G1
    title: Every child reads
    actions:
      - id: G1.1
        title: Train the coaches
"""

MOVED = """\
plan:
  id: moved
  title: Two cycles of Lakeshore
  organization: Lakeshore Unified
  period: 2024-2026
levels:
  goals: Goal
  actions:
    name: Action
    expects:
      - status
scale:
  complete:
    - Done
cycles:
  mid-year:
    when: February
    audience: Board of Education
  end-of-year:
    when: June
owners:
  - Curriculum Office
glossary:
  PD: Professional development
statements:
  - kind: Vision
    title: All thrive
    description: More *of* it.
  - kind: Theory of Action
    title: How change comes
    if: We listen
    then:
      - Children learn
goals:
  - id: G1
    title: Every child reads
    responsible: Curriculum Office
    actions:
      - id: G1.1
        title: Train the coaches
        due: March 2025
      - id: G1.2
        title: Buy the books
      - id: G1.3
        title: Open the library
  - id: G2
    title: Every child counts
    actions:
      - id: G2.1
        title: Find a tutor
updates:
  - cycle: 2024-25/mid-year
    items:
      G1.1: In progress
      G1.2: In progress
      G1.3: Not started
  - cycle: 2024-25/end-of-year
    date: 2025-06-10
    items:
      G1.2:
        status: Done
        note: All of them, see <https://example.org>.
      G1.3:
        status: On hold
      G2.1: Discontinued
"""

HOSTILE = """\
plan:
  id: hostile
  title: "<script>alert(1)</script> & <b>bold</b> {{ 7*7 }} ={1+1}"
  organization: "\u202eright to left\u202c A\u0301"
levels:
  goals: "<i>Goal</i>"
  actions:
    name: "Action | pipe"
    expects:
      - status
goals:
  - id: G1
    title: "{{ config }} {% raw %} ::error::x"
    description: "<img src=x onerror=alert(1)> [x](javascript:alert(1)) ![y](http://example.org/y.png)"
    actions:
      - id: G1.1
        title: "%s"
        note: "@everyone `code` | pipe"
        links:
          - javascript:alert(1)
updates:
  cycle: as-published
  items:
    G1.1:
      status: "<svg onload=alert(1)>"
      note: |
        # Heading

        <script>alert(1)</script> [link](data:text/html,x) **bold**

        - one
        - two
""".replace("%s", "W" * 3000)

PLANS = {"empty": EMPTY, "bare": BARE, "moved": MOVED, "hostile": HOSTILE}
