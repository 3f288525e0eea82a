"""Where a record and its fields stand, whatever form they were written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planctl.diagnostics import Span
from planctl.load.places import Places, find_span, locate, narrow
from planctl.model.plan import Named
from planctl.source import entry_of
from tests.load.plans import beside, with_field
from tests.source.reading import place, read

if TYPE_CHECKING:
    from planctl.check import CheckedPlan
    from planctl.load.places import Path
    from tests.load.plans import Check


def span(checked: CheckedPlan, path: Path, part: str = "") -> str:
    """The place of a field of the plan's first item."""
    record = checked.plan.items[0].record
    return place(checked.plan.places.span(record, path, part))


def test_an_item_stands_where_its_id_does(check: Check) -> None:
    checked = check(with_field("note: x"))
    assert span(checked, ()) == "2:9-11"
    assert span(checked, ("note",)) == "4:11-12"


def test_a_shorthand_is_stepped_over(check: Check) -> None:
    checked = check(with_field("responsible: Anna, Ben\naligns_to: [G1]\ndue: 2024"))
    assert span(checked, ("responsible", 0, "owner", 0)) == "4:18-27"
    assert span(checked, ("aligns_to", 0, "id")) == "5:17-19"
    assert span(checked, ("due",)) == "6:10-14"
    assert span(checked, ("responsible", 0, "owner", 0), "Ben") == "4:24-27"


def test_empty_entries_of_a_list_do_not_move_the_others(check: Check) -> None:
    checked = check(with_field('resources:\n  -\n  - ""\n  - books\n  - maps\n  -'))
    assert checked.plan.items[0].record.resources == ("books", "maps")
    assert span(checked, ("resources", 0)) == "7:9-14"
    assert span(checked, ("resources", 1)) == "8:9-13"
    assert span(checked, ("resources", 5)) == "4:5-14"


def test_a_mistake_behind_an_empty_entry_is_told_at_its_own_place(check: Check) -> None:
    checked = check(with_field("resources:\n  -\n  - books\n  - [x]"))
    assert [place(one.span) for one in checked.diagnostics] == ["7:9-10"]
    assert checked.plan.items[0].record.resources == ("books",)


def test_several_mistakes_in_one_list_are_each_told_at_their_place(
    check: Check,
) -> None:
    field = "success_criteria:\n  - [a]\n  - read\n  - texd: b\n  - {text: c, duee: d}"
    checked = check(with_field(field))
    told = [(place(one.span), one.message) for one in checked.diagnostics]
    assert told == [
        ("5:9-10", "`success_criteria` takes a text or fields, not a list"),
        ("7:9-13", "`texd` is not known here"),
        ("8:19-23", "`duee` is not known here"),
    ]
    texts = [one.text for one in checked.plan.items[0].record.success_criteria]
    assert texts == ["read", "b", "c"]


def test_a_record_under_a_name_stands_at_its_name(check: Check) -> None:
    updates = "updates:\n  cycle: as-published\n  items:\n    G1: Done\n"
    checked = check(beside(f"goals: {{id: G1, title: A}}\n{updates}"))
    entry = checked.plan.updates[0].record
    assert entry is not None
    assert place(checked.plan.places.span(entry)) == "5:5-7"
    assert place(checked.plan.places.span(entry, ("status",))) == "5:9-13"


def test_a_record_that_stands_nowhere_is_at_the_beginning_of_no_file() -> None:
    places = Places()
    record = Named(name="Anna")
    assert places.span(record, ("name",)) == Span("", 1, 1, 1, 1)


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ((), "a"),
        (("b",), "b"),
        (("x",), "a"),
        (("b", 1), 1),
        (("b", 9), "b"),
        ((0,), "a"),
    ],
)
def test_a_step_that_is_not_there_is_passed_over(path: Path, key: str | int) -> None:
    source = read("a: {b: [c, d]}\n")
    assert locate(source, source.data, "a", path)[1] == key


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("- note: x\n  id: A\n", "2:7-8"),
        ("- note: x\n  title: T\n", "2:10-11"),
        ("- note: x\n  id:\n", "1:9-10"),
        ("- note:\n", "1:3-4"),
        ("- {}\n", "1:3-4"),
    ],
)
def test_an_entry_stands_at_its_id_its_title_or_its_first_value(
    text: str, where: str
) -> None:
    source = read(text)
    assert place(find_span(source, source.data, 0)) == where


def test_a_part_of_a_text_is_found_on_any_of_its_lines() -> None:
    source = read("a: >-\n  one two\n  three\nb: three\n")
    whole = source.value_span(source.data, "a")
    assert place(narrow(source, whole, "three")) == "3:3-8"
    assert place(narrow(source, whole, "one")) == "2:3-6"
    assert narrow(source, whole, "one two three") == whole


def test_a_part_is_looked_for_behind_where_the_text_begins() -> None:
    source = read("due: due\n")
    found = find_span(source, source.data, "due", (), "due")
    assert place(found) == "1:6-9"
    assert entry_of(source.data, "due") == "due"
