"""What the packet says of targets: how they stand, which need attention, what moved."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planctl.report.packet import Packet, build_packet

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan

    Check = Callable[..., CheckedPlan]

PLAN = """\
plan:
  id: lakeshore
  title: Lakeshore plan
  period: 2022-2026
levels:
  goals: {name: Goal, expects: [status]}
owners: [Literacy Office]
goals:
  - id: G1
    title: Read
    responsible: Literacy Office
    measures:
      - measure: readers
        targets: 60% by 2025-26
      - measure: readers
        targets: 45% by 2023-24
      - measure: absent
        targets: 10% by 2025-26
      - measure: books
        targets: +100 by 2025-26
measures:
  - {id: readers, title: Readers, unit: percent, direction: increase,
     baseline: 40% in 2021-22}
  - {id: absent, title: Absent, unit: percent, direction: decrease,
     baseline: 20% in 2021-22}
  - {id: books, title: Books, unit: count}
observations:
  - {measure: readers, period: 2022-23, value: 46%}
  - {measure: readers, period: 2023-24, value: 44%}
  - {measure: absent, period: 2022-23, value: 17%}
  - {measure: absent, period: 2023-24, value: 21%}
updates:
  - cycle: 2022-23/end-of-year
    items: {G1: In progress}
  - cycle: 2023-24/end-of-year
    items: {G1: In progress}
"""


def packet(check: Check, text: str = PLAN, day: date = date(2024, 7, 15)) -> Packet:
    return build_packet(check(text, as_of=day))


def test_a_sentence_and_shares_say_how_targets_stand(check: Check) -> None:
    found = packet(check).targets
    assert found is not None
    assert found.sentence == (
        "Of 4 targets: 1 off track, 1 worse than at the start and 1 not met; "
        "1 cannot be judged (1 no baseline)."
    )
    assert [(one.word, one.number, one.share) for one in found.segments] == [
        ("off track", 1, 25.0),
        ("worse than at the start", 1, 25.0),
        ("not met", 1, 25.0),
        ("cannot be judged", 1, 25.0),
    ]


def test_a_plan_without_targets_says_nothing_of_them(check: Check) -> None:
    text = PLAN[: PLAN.index("    measures:")] + PLAN[PLAN.index("updates:") :]
    assert packet(check, text).targets is None


def test_no_strip_is_shown_where_nothing_can_be_judged(check: Check) -> None:
    text = PLAN[: PLAN.index("      - measure: readers")]
    text += PLAN[PLAN.index("      - measure: books") :]
    found = packet(check, text).targets
    assert found is not None
    assert found.sentence == "The one target cannot be judged: no baseline."
    assert found.segments == ()


def test_targets_that_fail_need_attention_by_rule(check: Check) -> None:
    rows = packet(check).attention
    assert [(row.number, row.title, row.why, row.who) for row in rows] == [
        (
            "G1",
            "Readers",
            "target not met: “45% by 2023-24”; it was 44% in 2023-24",
            "Literacy Office",
        ),
        (
            "G1",
            "Absent",
            "target: worse than at the start: “10% by 2025-26”; it was 21% in 2023-24",
            "Literacy Office",
        ),
        (
            "G1",
            "Readers",
            "target off track: “60% by 2025-26”; it was 44% in 2023-24",
            "Literacy Office",
        ),
    ]


def test_a_target_that_depended_on_its_reading_says_no_figure_of_one(
    check: Check,
) -> None:
    text = PLAN.replace("60% by 2025-26", "+30% by 2025-26")
    text = text.replace("2023-24, value: 44%", "2023-24, value: 48%")
    row = packet(check, text, date(2026, 8, 1)).attention[-1]
    assert row.why == (
        "target depends on the reading: “+30% by 2025-26”; it was 48% in 2023-24"
    )


def test_verdicts_that_moved_are_told(check: Check) -> None:
    found = packet(check)
    assert [(row.title, row.before, row.after) for row in found.moved_targets] == [
        (
            "Readers: 60% by 2025-26",
            "on track (45% expected, 120% of the pace)",
            "off track (50% expected, 40% of the pace)",
        ),
        (
            "Readers: 45% by 2023-24",
            "met; beyond the target; before it was due",
            "not met; was met before",
        ),
        (
            "Absent: 10% by 2025-26",
            "on track (17.5% expected, 120% of the pace)",
            "worse than at the start (15% expected)",
        ),
    ]
    assert "3 targets stand otherwise" in found.changes_sentences[-1]


def test_notes_say_how_targets_were_judged(check: Check) -> None:
    said = packet(check).notes.sentences
    assert "Expected is a straight line from the baseline to the target." in said


def test_a_measure_that_has_ended_says_so(check: Check) -> None:
    text = PLAN.replace("title: Readers,", "title: Readers, retired: 2024-25,")
    found = packet(check, text)
    described = {one.title: one.description for one in found.measures}
    assert described["Readers"] == "No longer measured since 2024-25."
    assert described["Absent"] == ""


def test_a_measure_is_shown_with_the_goal_that_names_it(check: Check) -> None:
    text = PLAN.replace(
        "  - measure: books\n        targets: +100 by 2025-26\n", "  - books\n"
    )
    text = text.replace(
        "observations:\n",
        "observations:\n  - {measure: books, period: 2022-23, value: 400}\n"
        "  - {measure: books, period: 2023-24, value: 420}\n",
    )
    homes = {one.title: one.home for one in packet(check, text).measures}
    assert homes["Books"] is not None
    assert homes["Books"].anchor == "item-G1"
