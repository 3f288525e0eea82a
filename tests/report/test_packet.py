"""What the packet says: attention, changes, statuses, notes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from planctl.check import check_plan
from planctl.report.packet import Packet, build_packet
from tests.conftest import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan
    from planctl.report.packet.views import ItemView, PartView

    Check = Callable[..., CheckedPlan]

PLANS = sorted(EXAMPLES.glob("*/plan.yaml"))

HEAD = """\
plan:
  id: lakeshore
  title: Lakeshore plan
  period: 2023-2025
levels:
  goals: Goal
  tasks: {name: Task, expects: [status]}
sites:
  - {id: north, name: North School}
"""


def tasks(*lines: str) -> str:
    """Tasks T1, T2 and so on under a goal, each with some fields."""
    listed = "".join(
        f"      - {{id: T{number}, title: Task {number}{line}}}\n"
        for number, line in enumerate(lines, 1)
    )
    return f"goals:\n  - id: G1\n    title: Read\n    tasks:\n{listed}"


def updates(cycle: str, **statuses: str) -> str:
    """One report of a cycle."""
    lines = "".join(f"      {name}: {status}\n" for name, status in statuses.items())
    return f"  - cycle: {cycle}\n    items:\n{lines}"


def packet(check: Check, text: str, day: date = date(2025, 3, 1)) -> Packet:
    return build_packet(check(HEAD + text, as_of=day), "abc123")


def goal_rows(found: Packet) -> tuple[ItemView, ...]:
    """The rows of the only table in the first section."""
    section = found.parts[0].section
    assert section is not None
    (part,) = section.parts
    assert part.table is not None
    return part.table.rows


def attention(check: Check, text: str) -> list[tuple[str, str, str]]:
    found = packet(check, text)
    rows = (*found.attention, *found.more_attention)
    return [(row.number, row.state, row.why) for row in rows]


def test_overdue_comes_first_then_on_hold_then_silence_then_unclear(
    check: Check,
) -> None:
    text = tasks(", due: May 2024", ", due: May 2025", "", "", "", "", "", "")
    reported = updates(
        "2024-25/mid-year",
        T1="in progress",
        T2="on hold",
        T3="on hold",
        T5="odd",
        T6="complete",
        T7="complete",
        T8="complete",
    )
    assert attention(check, f"{text}updates:\n{reported}") == [
        ("T1", "in_progress", "overdue since May 31, 2024"),
        ("T2", "on_hold", "on hold"),
        ("T3", "on_hold", "on hold, no date"),
        ("T4", "not_reported", "not reported"),
        ("T5", "no_state", "status unclear: “odd”"),
    ]


def test_what_stands_for_most_under_one_item_is_one_row(check: Check) -> None:
    text = tasks(", due: May 2024", ", due: May 2024", "")
    more = (
        "  - {id: G2, title: Count, tasks: [{id: U1, title: x}, {id: U2, title: y}]}\n"
    )
    more += (
        "  - {id: G3, title: Sing, tasks: [{id: V1, title: x}, {id: V2, title: y}]}\n"
    )
    reported = updates("2024-25/mid-year", T3="complete", V1="on hold", V2="on hold")
    assert attention(check, f"{text}{more}updates:\n{reported}") == [
        ("G1", "not_reported", "overdue: 2 of 3 tasks"),
        ("G3", "on_hold", "on hold: 2 of 2 tasks"),
        ("G2", "not_reported", "not reported: 2 of 2 tasks"),
    ]


def test_what_holds_for_most_of_the_plan_has_no_item(check: Check) -> None:
    text = tasks("", "", "", "")
    reported = updates("2024-25/mid-year", T1="complete")
    assert attention(check, f"{text}updates:\n{reported}") == [
        ("", "not_reported", "not reported")
    ]


def test_on_hold_at_one_site_says_where(check: Check) -> None:
    text = tasks("", "")
    entry = (
        "\n        entries:\n          - {site: north, status: on hold}\n"
        "          - {status: complete}"
    )
    reported = updates("2024-25/mid-year", T1=entry, T2="complete")
    assert attention(check, f"{text}updates:\n{reported}") == [
        ("T1", "on_hold", "on hold in North School")
    ]
    elsewhere = reported.replace("site: north, ", "")
    assert attention(check, f"{text}updates:\n{elsewhere}") == [
        ("T1", "on_hold", "on hold in part")
    ]


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        ("not started", "in progress", "forward"),
        ("in progress", "on hold", "back"),
        ("complete", "in progress", "back"),
        ("in progress", "discontinued", "discontinued"),
        ("discontinued", "in progress", "taken up again"),
        ("complete", "odd", "unclear"),
    ],
)
def test_a_move_has_a_direction(
    check: Check, before: str, after: str, direction: str
) -> None:
    text = tasks("", "")
    first = updates("2023-24/end-of-year", T1=before, T2="complete")
    second = updates("2024-25/mid-year", T1=after)
    found = packet(check, f"{text}updates:\n{first}{second}")
    assert [one.direction for one in found.changes] == [direction]
    assert found.changes_sentences[0].startswith(
        "1 change since End-of-year 2023-24: 1 "
    )


def test_no_move_is_said(check: Check) -> None:
    first = updates("2023-24/end-of-year", T1="complete")
    second = updates("2024-25/mid-year", T2="complete")
    text = tasks("", ", period: 2024-25")
    found = packet(check, f"{text}updates:\n{first}{second}")
    assert [one.direction for one in found.changes] == ["new"]
    assert found.changes[0].before == "begins July 1, 2024"
    same = packet(
        check,
        f"{tasks('')}updates:\n{first}{updates('2024-25/mid-year', T1='complete')}",
    )
    assert same.changes_sentences == ("No status has moved since End-of-year 2023-24.",)


def test_an_old_status_says_when_it_was_reported(check: Check) -> None:
    text = tasks("", ", due: June 2024")
    first = updates("2023-24/end-of-year", T1="in progress", T2="in progress")
    second = updates("2024-25/mid-year", T2="in progress")
    found = packet(check, f"{text}updates:\n{first}{second}")
    rows = goal_rows(found)
    assert rows[0].status is not None
    assert rows[0].status.remark == "reported End-of-year 2023-24"
    assert rows[1].status is not None
    assert rows[1].status.remark == "overdue since June 30, 2024"
    assert any("held over" in one for one in found.notes.sentences)


def test_a_status_by_exception_and_one_reported_with_another_say_so(
    check: Check,
) -> None:
    text = tasks("", "", "")
    reported = (
        "updates:\n  cycle: 2024-25/mid-year\n"
        "  otherwise: {level: tasks, status: complete}\n"
        "  items:\n    T1: {status: in progress, note: Both., same_for: T2}\n"
    )
    rows = goal_rows(packet(check, text + reported))
    remarks = [row.status.remark if row.status else "" for row in rows]
    assert remarks == ["", "reported with T1", "by exception"]
    assert [row.narrative for row in rows] == ["Both.", "", ""]


def test_a_plan_without_reports_is_a_plan(check: Check) -> None:
    found = packet(check, tasks("", ", due: May 2020"))
    assert found.sentence == "Nothing was reported yet: this is the plan as written."
    assert (found.cycle, found.attention, found.changes_sentences) == ("", (), ())
    assert found.standing is None
    assert [row.status for row in goal_rows(found)] == [None, None]


def test_the_notes_say_what_the_figures_rest_on(check: Check) -> None:
    text = tasks("", "") + "updates:\n"
    text += updates("2023-24/end-of-year", T1="complete", G1="not started")
    text += updates("2024-25/end-of-year", T1="complete", T2="odd")
    notes = packet(check, text, date(2024, 6, 30)).notes
    assert notes.made_with == "planctl 0.1.0, plan at abc123"
    assert notes.findings == "planctl validate reports 3 warnings in the plan."
    assert "Later reports are left out: 2024-25/end-of-year." in notes.sentences
    assert "The report stands on June 30, 2024." in notes.sentences
    assert [(one.number, one.own, one.computed) for one in notes.differences] == [
        ("G1", "not started", "in progress")
    ]


def told(part: PartView) -> list[str]:
    """The anchors of all items that a part of the packet tells, in its order."""
    if part.table is not None:
        return [row.anchor for row in part.table.rows]
    assert part.section is not None
    below = [anchor for one in part.section.parts for anchor in told(one)]
    return [part.section.item.anchor, *below]


@pytest.mark.parametrize("name", [path.parent.name for path in PLANS])
def test_items_are_told_in_document_order(name: str) -> None:
    checked = check_plan(EXAMPLES / name, date(2024, 11, 1))
    found = build_packet(checked)
    listed = [row.anchor for table in found.listed for row in table.rows]
    assert [anchor for part in found.parts for anchor in told(part)] == [
        f"item-{item.id}"
        for item in checked.plan.items
        if f"item-{item.id}" not in listed
    ]


def test_what_is_reported_on_at_the_top_is_told_in_its_place(check: Check) -> None:
    text = "goals:\n  - {id: G1, title: Read}\n" + tasks("").replace("goals:\n", "")
    found = packet(check, text.replace("id: G1\n", "id: G2\n"))
    assert [row.number for table in found.listed for row in table.rows] == ["G1"]
    flat = "goals: [{id: G1, title: Read}, {id: G2, title: Count}]\n"
    bare = build_packet(
        check(HEAD.replace("{name: Task, expects: [status]}", "Task") + flat)
    )
    assert [anchor for part in bare.parts for anchor in told(part)] == [
        "item-G1",
        "item-G2",
    ]
    assert bare.listed == ()
