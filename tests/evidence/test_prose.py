"""All words of a plan as one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.evidence.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan

    Check = Callable[..., CheckedPlan]

PLAN = """
plan: {id: lakeshore, title: Lakeshore Unified, description: Made for tests}
levels: {goals: Goal}
statements:
  {kind: Vision, title: All read, description: Soon, if: We try, then: We can}
owners: {name: Coaches, also: CO}
measures: {id: m1, title: Reading}
goals:
  - id: G1
    title: Literacy
    description: Every child
    note: Since May
    aligns_to: {id: G1, text: Letters}
    success_criteria: Books are read
    resources: Books
    questions: Which ones?
    if: We read
    then: They read
updates:
  cycle: as-published
  items:
    G1: {note: All well, entries: [{note: Here}, {status: Complete}]}
"""
SAID = """\
Lakeshore Unified|Made for tests|All read|Soon|We try|We can|Literacy|Every child|\
Since May|Letters|Books are read|Books|Which ones?|We read|They read|Reading|Coaches|\
CO|All well|Here"""


def test_all_that_a_plan_says_stands_in_one_text(check: Check) -> None:
    prose = Prose(check(PLAN).plan)
    assert prose.text == SAID.replace("|", "\n")
    record, path = prose.place(prose.text.index("Which"))
    assert (getattr(record, "id", ""), path) == ("G1", ("questions", 0))


def test_small_letters_stand_where_the_letters_are(check: Check) -> None:
    prose = Prose(check(PLAN.replace("Made for tests", "İstanbul READS")).plan)
    assert len(prose.small) == len(prose.text)
    assert prose.small.index("reads") == prose.text.index("READS")


def test_capitals_behind_a_word_are_those_on_its_line(check: Check) -> None:
    said = "We read. Then All of the Boards\u2019 Friends! So Mr. Smith"
    prose = Prose(check(PLAN.replace("Made for tests", said)).plan)
    found = [prose.text[place:].split()[0] for place in prose.next_capitals]
    assert found == ["Unified", "All", "Boards\u2019", "Friends!", "Mr.", "May"]


def test_a_note_under_entries_is_found_in_the_entry_that_the_file_has(
    check: Check,
) -> None:
    plan = check(PLAN).plan
    record, path = Prose(plan).place(SAID.index("Here"))
    assert path == ("entries", 0, "note")
    assert (
        plan.places.span(record, path).line
        == PLAN[: PLAN.index("Here")].count("\n") + 1
    )
