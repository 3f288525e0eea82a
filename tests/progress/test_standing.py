"""Which status of an item holds in a cycle."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planctl.model.reporting import State
from tests.progress.plans import HEAD, own

if TYPE_CHECKING:
    from planctl.check import CheckedPlan
    from tests.progress.plans import Check

SUMMER = date(2025, 7, 31)
ITEMS = """
sites: [North School, South School]
goals:
  id: G1
  title: Literacy
  tasks: [{id: T1, title: Hire}, {id: T2, title: Train}]
updates:
"""


def in_cycle(
    check: Check, reports: str, cycle: str | None = None, as_of: date = SUMMER
) -> CheckedPlan:
    """A plan with some reports, looked at in a cycle."""
    return check(HEAD + ITEMS + reports, as_of=as_of, cycle=cycle)


FALL_TO_MID = """
  - {cycle: 2024-25/fall, items: {T1: {status: Ongoing, note: Posted., rating: 2}}}
  - {cycle: 2024-25/mid-year, items: {T2: Done}}
"""


def test_a_status_holds_until_the_next_one(check: Check) -> None:
    held = own(in_cycle(check, FALL_TO_MID, "2024-25/mid-year"), "T1")
    assert held is not None
    assert (held.status, held.state) == ("Ongoing", State.IN_PROGRESS)
    assert held.cycle.id == "2024-25/fall"


def test_a_note_belongs_to_its_cycle(check: Check) -> None:
    then = own(in_cycle(check, FALL_TO_MID, "2024-25/fall"), "T1")
    now = own(in_cycle(check, FALL_TO_MID, "2024-25/mid-year"), "T1")
    assert then is not None
    assert then.note == "Posted."
    assert now is not None
    assert now.note is None


def test_a_rating_holds_until_the_next_one(check: Check) -> None:
    held = own(in_cycle(check, FALL_TO_MID, "2024-25/mid-year"), "T1")
    assert held is not None
    assert held.rating == "2"


def test_what_is_reported_later_is_not_looked_at(check: Check) -> None:
    checked = in_cycle(check, FALL_TO_MID, "2024-25/fall")
    assert own(checked, "T2") is None
    assert own(checked, "T1") is not None


def test_the_later_date_holds_within_a_cycle(check: Check) -> None:
    reports = """
  - {cycle: 2024-25/fall, date: 2024-10-20, items: {T1: Done}}
  - cycle: 2024-25/fall
    items: {T2: {status: Ongoing, same_for: [], date: 2024-10-21}}
  - {cycle: 2024-25/mid-year, items: {T1: Ongoing}}
"""
    held = own(in_cycle(check, reports), "T1")
    assert held is not None
    assert held.status == "Ongoing"


def test_a_date_after_the_day_is_invisible(check: Check) -> None:
    reports = """
  - {cycle: 2024-25/fall, items: {T1: Ongoing}}
  - {cycle: 2024-25/mid-year, date: 2025-03-10, items: {T1: Done, T2: Done}}
"""
    before = in_cycle(check, reports, "2024-25/mid-year", date(2025, 3, 9))
    after = in_cycle(check, reports, "2024-25/mid-year", date(2025, 3, 10))
    assert _status(before, "T1") == "Ongoing"
    assert own(before, "T2") is None
    assert _status(after, "T1") == "Done"


def test_a_note_alone_leaves_the_status_as_it_was(check: Check) -> None:
    reports = """
  - {cycle: 2024-25/fall, items: {T1: Ongoing}}
  - {cycle: 2024-25/mid-year, items: {T1: {note: Two applied.}}}
"""
    held = own(in_cycle(check, reports), "T1")
    assert held is not None
    assert (held.status, held.note) == ("Ongoing", "Two applied.")
    assert held.cycle.id == "2024-25/fall"


def test_a_note_without_any_status_is_no_report_of_one(check: Check) -> None:
    reports = "  - {cycle: 2024-25/fall, items: {T1: {note: Posted.}}}\n"
    held = own(in_cycle(check, reports), "T1")
    assert held is not None
    assert not held.is_reported
    assert (held.status, held.state, held.note) == (None, None, "Posted.")


def test_a_note_without_any_status_is_forgotten_in_the_next_cycle(
    check: Check,
) -> None:
    reports = """
  - {cycle: 2024-25/fall, items: {T1: {note: Posted.}}}
  - {cycle: 2024-25/mid-year, items: {T2: Done}}
"""
    assert own(in_cycle(check, reports), "T1") is None


def test_a_percentage_alone_is_kept_and_is_no_status(check: Check) -> None:
    reports = "  - {cycle: 2024-25/fall, items: {T1: {percent_complete: 40}}}\n"
    held = own(in_cycle(check, reports), "T1")
    assert held is not None
    assert held.percent == 40
    assert not held.is_reported


def test_evidence_alone_says_nothing_of_how_an_item_stands(check: Check) -> None:
    reports = "  - {cycle: 2024-25/fall, items: {T1: {evidence: Minutes}}}\n"
    assert own(in_cycle(check, reports), "T1") is None


def test_what_has_expired_holds_no_longer(check: Check) -> None:
    reports = (
        "  - {cycle: 2024-25/fall, items: {T1: {status: Done, expires: 2025-01-15}}}\n"
    )
    assert own(in_cycle(check, reports, as_of=date(2025, 1, 14)), "T1") is not None
    assert own(in_cycle(check, reports, as_of=date(2025, 1, 15)), "T1") is None


LINES = """
  - cycle: 2024-25/fall
    items:
      T1: {entries: [{site: North School, status: Done}, {status: On hold, number: 2}]}
"""


def test_without_a_status_of_its_own_the_state_is_rolled_up_from_the_lines(
    check: Check,
) -> None:
    held = own(in_cycle(check, LINES), "T1")
    assert held is not None
    assert (held.status, held.state) == (None, State.ON_HOLD)
    assert held.is_reported
    assert [line.state for line in held.lines] == [State.COMPLETE, State.ON_HOLD]


def test_a_status_of_its_own_goes_before_its_lines(check: Check) -> None:
    reports = LINES.replace("{entries", "{status: Ongoing, entries")
    held = own(in_cycle(check, reports), "T1")
    assert held is not None
    assert (held.status, held.state) == ("Ongoing", State.IN_PROGRESS)
    assert len(held.lines) == 2


def test_lines_hold_until_the_next_report(check: Check) -> None:
    reports = LINES + "  - {cycle: 2024-25/mid-year, items: {T1: {note: Waiting.}}}\n"
    held = own(in_cycle(check, reports), "T1")
    assert held is not None
    assert (held.state, held.note) == (State.ON_HOLD, "Waiting.")
    assert len(held.lines) == 2


def test_later_lines_go_before_an_earlier_status(check: Check) -> None:
    earlier = "  - {cycle: as-published, items: {T1: Done}}\n"
    held = own(in_cycle(check, earlier + LINES), "T1")
    assert held is not None
    assert (held.status, held.state) == (None, State.ON_HOLD)
    assert held.cycle.id == "2024-25/fall"


def test_a_later_status_goes_before_earlier_lines(check: Check) -> None:
    reports = LINES + "  - {cycle: 2024-25/mid-year, items: {T1: Done}}\n"
    held = own(in_cycle(check, reports), "T1")
    assert held is not None
    assert (held.status, held.lines) == ("Done", ())


def test_later_lines_without_a_status_stand_beside_the_status(check: Check) -> None:
    reports = """
  - {cycle: 2024-25/fall, items: {T1: Ongoing}}
  - {cycle: 2024-25/mid-year, items: {T1: {entries: {note: One more., number: 7}}}}
"""
    held = own(in_cycle(check, reports), "T1")
    assert held is not None
    assert held.status == "Ongoing"
    assert [line.record.number for line in held.lines] == ["7"]


SITES = """
  - {cycle: 2024-25/fall, items: {T1: {status: Done, site: North School}}}
  - {cycle: 2024-25/fall, items: {T1: {status: On hold, site: South School}}}
"""


def test_what_several_sites_report_is_rolled_up(check: Check) -> None:
    for reports in (SITES, "\n".join(reversed(SITES.splitlines()))):
        held = own(in_cycle(check, reports + "\n"), "T1")
        assert held is not None
        assert (held.status, held.state) == (None, State.ON_HOLD)
        assert {(line.site, line.state) for line in held.lines} == {
            ("North School", State.COMPLETE),
            ("South School", State.ON_HOLD),
        }


def test_a_site_s_status_holds_until_its_own_next_one(check: Check) -> None:
    reports = f"""{SITES}
  - {{cycle: 2024-25/mid-year, items: {{T1: {{status: Ongoing, site: South School}}}}}}
  - {{cycle: 2024-25/mid-year, items: {{T1: {{note: Quiet., site: North School}}}}}}
"""
    held = own(in_cycle(check, reports), "T1")
    assert held is not None
    assert [(line.site, line.state) for line in held.lines] == [
        ("North School", State.COMPLETE),
        ("South School", State.IN_PROGRESS),
    ]
    assert held.state is State.IN_PROGRESS


def test_the_whole_item_s_status_goes_before_its_sites_in_the_same_cycle(
    check: Check,
) -> None:
    reports = f"  - {{cycle: 2024-25/fall, items: {{T1: Ongoing}}}}{SITES}"
    held = own(in_cycle(check, reports), "T1")
    assert held is not None
    assert held.status == "Ongoing"
    assert len(held.lines) == 2


def test_a_later_status_of_the_whole_item_ends_those_of_its_sites(check: Check) -> None:
    reports = f"{SITES}  - {{cycle: 2024-25/mid-year, items: {{T1: Done}}}}\n"
    held = own(in_cycle(check, reports), "T1")
    assert held is not None
    assert (held.status, held.lines) == ("Done", ())


def test_what_a_range_covers_holds_for_each_of_its_items(check: Check) -> None:
    reports = "  - {cycle: 2024-25/fall, items: {T1: {status: Done, same_for: T2}}}\n"
    checked = in_cycle(check, reports)
    assert _status(checked, "T1") == _status(checked, "T2") == "Done"


def _status(checked: CheckedPlan, name: str) -> str | None:
    held = own(checked, name)
    assert held is not None
    return held.status
