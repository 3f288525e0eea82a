"""Narrower packets: an item, what somebody owes, a school; an earlier cycle."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from planctl.check import check_plan, choose_since
from planctl.errors import UsageError
from planctl.load import surround
from planctl.report.packet import Packet, build_packet, find_focus, on_one_page
from tests.conftest import EXAMPLES, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan
    from planctl.report.packet.views import PartView

    Check = Callable[..., CheckedPlan]

LAKESHORE = ROOT / "tests" / "lakeshore"
TWO_SCHOOLS = """\
plan: {id: lakeshore, title: Lakeshore plan, period: 2023-2025}
levels: {goals: Goal, tasks: {name: Task, expects: [status]}}
owners: [{id: rita, name: Rita Field}, {id: omar, name: Omar Lane}]
sites: [{id: north, name: North School}, {id: south, name: South School}]
goals:
  - id: G1
    title: Read
    responsible: Rita Field
    tasks:
      - {id: T1, title: Coaches}
      - {id: T2, title: Books, responsible: omar}
      - {id: T3, title: A library, site: south}
  - id: G2
    title: Count
    responsible: omar
    tasks:
      - {id: T4, title: Tutors}
updates:
  - cycle: 2024-25/mid-year
    items:
      T1:
        entries:
          - {site: north, status: complete, note: All nine.}
          - {site: south, status: on hold}
      T2: in progress
      T3: not started
"""


def lakeshore(day: date = date(2025, 3, 1), cycle: str | None = None) -> CheckedPlan:
    folder = LAKESHORE / "district"
    return check_plan(folder, day, cycle=cycle, surroundings=surround(LAKESHORE))


def about(checked: CheckedPlan, **names: str) -> Packet:
    return build_packet(checked, focus=find_focus(checked.plan, **names))


def rows(parts: tuple[PartView, ...]) -> list[tuple[str, str, str]]:
    """The items in the tables of a packet: number, status, and what was reported."""
    found = []
    for part in parts:
        if part.section is not None:
            found += rows(part.section.parts)
        elif part.table is not None:
            found += [
                (row.number, row.status.state if row.status else "", row.narrative)
                for row in part.table.rows
            ]
    return found


def test_an_owner_sees_what_is_owed_in_the_cycle(check: Check) -> None:
    checked = check(TWO_SCHOOLS, as_of=date(2025, 3, 1))
    packet = about(checked, owner="OMAR")
    assert packet.scope == "For Omar Lane"
    assert packet.sentence == (
        "1 of 2 tasks is in progress; nothing was reported for 1."
    )
    assert packet.owed_sentence == (
        "1 item is still to be reported for Mid-year 2024-25."
    )
    assert [(one.number, one.due) for one in packet.owed] == [("T4", "")]
    assert [number for number, _, _ in rows(packet.parts)] == ["T2", "T4"]


def test_what_stands_above_an_owners_items_is_only_named(check: Check) -> None:
    packet = about(check(TWO_SCHOOLS, as_of=date(2025, 3, 1)), owner="omar")
    sections = [part.section for part in packet.parts]
    assert sections[0] is not None
    assert (sections[0].item.number, sections[0].item.facts) == ("G1", ())
    assert sections[1] is not None
    assert [fact.label for fact in sections[1].item.facts] == ["Responsible"]


def test_nothing_is_owed_where_all_is_reported() -> None:
    packet = about(lakeshore(), owner="Family Office")
    assert packet.owed == ()
    assert packet.owed_sentence == (
        "Everything that is due is reported for Mid-year 2024-25."
    )


@pytest.mark.parametrize(
    ("site", "expected"),
    [
        ("north", [("T1", "complete", "All nine.")]),
        ("South School", [("T1", "on_hold", ""), ("T3", "not_started", "")]),
    ],
)
def test_a_school_has_its_own_statuses_and_no_others(
    check: Check, site: str, expected: list[tuple[str, str, str]]
) -> None:
    checked = check(TWO_SCHOOLS, as_of=date(2025, 3, 1))
    assert rows(about(checked, site=site).parts) == expected


def test_a_school_with_several_lines_for_one_item_has_them_all(check: Check) -> None:
    text = TWO_SCHOOLS.replace("site: south, status", "site: north, status")
    packet = about(check(text, as_of=date(2025, 3, 1)), site="north")
    assert rows(packet.parts) == [("T1", "on_hold", "")]
    assert packet.sentence == "1 of 1 task is on hold."


def test_what_was_reported_for_other_schools_only_is_not_a_schools(
    check: Check,
) -> None:
    text = TWO_SCHOOLS.replace("title: Coaches", "title: Coaches, site: [east, north]")
    text = text.replace("South School}]", "South School}, {id: east, name: East}]")
    packet = about(check(text, as_of=date(2025, 3, 1)), site="east")
    assert rows(packet.parts) == [("T1", "not_reported", "")]
    assert packet.sentence == "Nothing was reported for 1 task."


def test_a_school_is_compared_with_itself() -> None:
    packet = about(lakeshore(), site="North School")
    assert [(one.number, one.direction) for one in packet.changes] == [("G1.3", "back")]


def test_an_item_comes_with_its_parts_and_nothing_else() -> None:
    packet = about(lakeshore(), item="P2")
    assert packet.scope == "Priority P2: Belonging"
    assert [row.anchor for row in packet.standing.rows] == ["item-G2"]  # type: ignore[union-attr]
    assert [number for number, _, _ in rows(packet.parts)] == ["G2.1", "G2.2"]
    assert (packet.statements, packet.glossary, packet.about) == ((), (), ())


def test_known_defects_are_those_of_the_item() -> None:
    checked = check_plan(EXAMPLES / "haverhill", date(2024, 11, 1))
    whole, narrow = build_packet(checked), about(checked, item="2")
    assert set(narrow.notes.known) < set(whole.notes.known)
    assert narrow.notes.known


def test_the_same_figures_stand_in_a_narrower_packet() -> None:
    checked = check_plan(EXAMPLES / "haverhill", date(2024, 11, 1))
    whole = build_packet(checked)
    for part in whole.parts:
        section = part.section
        assert section is not None
        narrow = about(checked, item=section.item.anchor.removeprefix("item-"))
        assert narrow.parts[0].section is not None
        assert narrow.parts[0].section.standing == section.standing


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ({"item": "G1.22"}, "no item has the id G1.22; did you mean G1.2?"),
        ({"owner": "famly office"}, "did you mean Family Office?"),
        ({"site": "Nort School"}, "did you mean North School?"),
        ({"site": "zzz"}, "no site is named zzz; there are North School"),
        ({"measure": "ela"}, "no measure has the id ela; did you mean ela3?"),
        ({"item": "G1", "site": "north"}, "one of them"),
    ],
)
def test_an_unknown_name_gets_the_nearest_one(names: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said.replace("?", "[?]")):
        find_focus(lakeshore().plan, **names)


def test_a_plan_without_owners_says_so(check: Check) -> None:
    with pytest.raises(UsageError, match="the plan names none"):
        find_focus(check("plan: {id: a, title: A}").plan, owner="Rita")


def test_changes_since_any_cycle() -> None:
    checked = lakeshore()
    since = choose_since(checked.plan, "2023-2024/Mid-Year", checked.standing.cycle)
    packet = build_packet(checked, since=since)
    assert packet.changes_sentences[0].startswith("4 changes since Mid-year 2023-24")
    moved = {(one.number, one.before, one.direction) for one in packet.changes}
    assert ("G1.2", "not started", "forward") in moved
    named = choose_since(checked.plan, "mid-year", checked.standing.cycle)
    assert named == since


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("2024-25/mid-year", "nothing was reported for 2024-25/mid-year before"),
        ("end-of-yeer", "did you mean end-of-year?"),
        ("zzz", "reported were 2023-24/mid-year, 2023-24/end-of-year"),
    ],
)
def test_a_cycle_that_cannot_be_compared_with_is_refused(name: str, said: str) -> None:
    checked = lakeshore()
    with pytest.raises(UsageError, match=said.replace("?", "[?]")):
        choose_since(checked.plan, name, checked.standing.cycle)
    first = lakeshore(cycle="2023-24/mid-year")
    with pytest.raises(UsageError, match="so nothing can be compared"):
        choose_since(first.plan, "mid-year", first.standing.cycle)


def test_a_summary_is_the_first_page() -> None:
    whole = build_packet(lakeshore())
    summary = on_one_page(whole)
    assert summary.sentence == whole.sentence
    assert summary.standing is not None
    assert whole.standing is not None
    assert [one.sentence for one in summary.standing.rows] == [
        one.sentence for one in whole.standing.rows
    ]
    assert (summary.parts, summary.changes, summary.contents) == ((), (), ())
    assert summary.notes.sentences == whole.notes.sentences


def targets_of(packet: Packet) -> list[str]:
    """The targets that the sections of a packet tell."""
    found: list[str] = []
    sections = [part.section for part in packet.parts]
    for section in sections:
        if section is not None:
            sections += [part.section for part in section.parts]
            facts = {fact.label: fact.texts for fact in section.item.facts}
            found += facts.get("Targets", ())
    return found


MEASURED = """\
plan: {id: lakeshore, title: Lakeshore plan, period: 2022-2026}
levels: {goals: Goal}
groups: [{id: ell, name: English Learners}]
sites: [{id: north, name: North School}]
measures:
  - {id: ela, title: Reading, unit: percent, direction: increase}
  - {id: absence, title: Absence, unit: percent, direction: decrease}
goals:
  - id: G1
    title: Read
    measures:
      - measure: ela
        targets:
          - from 50% in 2021-22 to 60% by 2025-26
          - {text: from 30% in 2021-22 to 40% by 2025-26, group: ell}
  - id: G2
    title: Come
    measures:
      - measure: absence
        targets:
          - from 20% in 2021-22 to 10% by 2025-26
          - {text: from 25% in 2021-22 to 10% by 2025-26, site: north}
observations:
  - {measure: ela, period: 2023-24, value: 48}
  - {measure: ela, period: 2023-24, value: 36, group: ell, n: 40}
  - {measure: absence, period: 2023-24, value: 15}
  - {measure: absence, period: 2023-24, value: 24, site: north}
"""


def row_targets(packet: Packet) -> list[str]:
    """The targets that the tables of a packet tell."""
    tables = [part.table for part in packet.parts if part.table is not None]
    facts = [fact for table in tables for row in table.rows for fact in row.facts]
    return [text for fact in facts if fact.label == "Targets" for text in fact.texts]


def test_a_measure_comes_with_its_targets_and_no_others(check: Check) -> None:
    packet = about(check(MEASURED), measure="absence")
    assert packet.scope == "Measure: Absence"
    assert packet.targets is not None
    assert packet.targets.sentence == "Of 2 targets: 1 on track and 1 off track."
    assert [text.partition(":")[0] for text in row_targets(packet)] == [
        "Absence",
        "Absence, north",
    ]


def test_a_target_is_told_with_how_it_stands_for_each_group(check: Check) -> None:
    told = row_targets(about(check(MEASURED), item="G1"))
    assert [text.split("”: ")[1].split(" (")[0] for text in told] == [
        "worse than at the start",
        "on track",
    ]
    assert told[1].startswith("Reading, ell: “from 30% in 2021-22 to 40%")


def test_a_school_has_its_own_targets_and_not_the_districts(check: Check) -> None:
    packet = about(check(MEASURED), site="north")
    assert packet.targets is not None
    assert packet.targets.sentence == "Of 1 target: 1 off track."


def test_a_target_that_cannot_be_read_is_told_as_printed(check: Check) -> None:
    text = TWO_SCHOOLS.replace(
        "    title: Read\n",
        "    title: Read\n    measures: [{measure: ela, targets: much better soon}]\n",
    ).replace("goals:\n", "measures: [{id: ela, title: Reading}]\ngoals:\n", 1)
    packet = about(check(text, as_of=date(2025, 3, 1)), item="G1")
    assert targets_of(packet) == ["Reading: much better soon"]


SHARED = """\
measures:
  - id: ela
    title: Reading
    unit: percent
    targets: from 50% in 2021-22 to 60% by 2025-26
  - id: absence
    title: Absence
    unit: percent
    targets: from 20% in 2021-22 to 10% by 2025-26
goals:
  - {id: G1, title: Read, measures: ela, responsible: Rita}
  - {id: G2, title: Read on, measures: ela}
  - {id: G3, title: Come, measures: absence}
observations:
  - {measure: ela, period: 2023-24, value: 51}
  - {measure: absence, period: 2023-24, value: 15}
"""


@pytest.mark.parametrize("names", [{"item": "G1"}, {"item": "G2"}, {"owner": "Rita"}])
def test_targets_at_a_measure_belong_to_every_item_that_names_it(
    check: Check, names: dict[str, str]
) -> None:
    text = f"plan: {{id: a, title: A}}\nlevels: {{goals: Goal}}\nowners: Rita\n{SHARED}"
    packet = about(check(text, as_of=date(2025, 3, 1)), **names)
    assert packet.targets is not None
    assert packet.targets.sentence == "Of 1 target: 1 off track."
    drawn = [one.anchor for one in packet.measures]
    assert drawn == (["measure-ela"] if "item" in names else [])
