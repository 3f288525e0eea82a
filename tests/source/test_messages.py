"""Every silent loss and every unreadable text: what is said, and where."""

from __future__ import annotations

import pytest

from planctl.source.syntax import Failure, explain_syntax
from tests.source.losses import LOSSES
from tests.source.misplaced import MISPLACED
from tests.source.reading import Case, outside, place, read, told
from tests.source.refused import REFUSED
from tests.source.unreadable import UNREADABLE

CASES = (*LOSSES, *REFUSED, *UNREADABLE, *MISPLACED)
FIELDS = [case for case in (*UNREADABLE, *MISPLACED) if case.text[0] != "-"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text)
def test_one_mistake_gives_one_finding_at_its_place(case: Case) -> None:
    source = read(case.text)
    (one,) = source.problems
    assert (place(one.span), told(one)) == (case.place, case.told)
    assert not outside(source)


@pytest.mark.parametrize("line_break", ["\r\n", "\r"], ids=["CRLF", "CR"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text)
def test_lines_are_counted_alike_whatever_ends_them(
    case: Case, line_break: str
) -> None:
    source = read(case.text.replace("\n", line_break) + line_break)
    (one,) = source.problems
    assert (place(one.span), told(one)) == (case.place, case.told)
    assert not outside(source)


@pytest.mark.parametrize("case", FIELDS, ids=lambda case: case.text)
def test_a_mistake_is_found_below_many_good_lines(case: Case) -> None:
    lines = 'before:\n  - id: "1.1"\n    note: >-\n      text\n'
    (one,) = read(lines + case.text).problems
    line, _, rest = case.place.partition(":")
    assert (place(one.span), told(one)) == (f"{int(line) + 4}:{rest}", case.told)


@pytest.mark.parametrize(
    "text",
    [
        "title: Increased  # a comment",
        "title: Increased # planctl: ignore[x] a reason",
        "title: Increased #planctl: ignore[x] a reason",
        'title: "Increased # of schools"',
        "title: 'Increased # of schools'",
        "title: >-\n  Increased # of schools",
        'title: "Increased" # a comment',
        "title: C#",
        "title: a#b",
        "a:  # a comment\n  b: c",
        "a: # a comment\n  b: c",
        "- # a comment\n  a: b",
        "# a comment\na: b",
        "a: [b, c]\n# a comment",
        "a: [Anna, Ben]",
        "a: [Anna Lee, Ben Lee]",
        "a: [TL1.i, TL1.ii]",
        "a: [grade 3, grade 4]",
        'a: ["b","c"]',
        "a: [b,\n  c]",
        "a: {b: c, d: e}",
        "a: {b: , c: d}",
        "targets:\n  -500",
        "a: -b",
        "- - b",
        "a: b - c",
        "a: x\n  y - z",
        "a: 10:30",
        "a: haverhill:1.1",
        "a: R & D",
        "a: 50%",
        "a: what?",
        "a: ?b",
        'a: "null"',
        "a: nothing",
        "---\na: b",
        "a: b\n...",
        "# %\na: b",
        "a: 5% of\n  schools",
        "",
        "# nothing but a comment",
    ],
)
def test_nothing_is_said_of_what_is_right(text: str) -> None:
    assert read(text).problems == []


def test_a_key_that_stands_twice_names_the_place_of_the_first() -> None:
    source = read("a:\n  title: x\n  note: y\n  title: z\n  title: again\n")
    first = [(place(r.span), r.label) for one in source.problems for r in one.related]
    assert first == [("2:3-8", "the first one is here")] * 2
    assert source.data == {"a": {"title": "x", "note": "y"}}


def test_two_mistakes_on_different_lines_are_two_findings() -> None:
    source = read("a: Increased # of\nb: ~\nempty:\nc: *x\nd: Goal 1: x\n")
    assert [place(one.span) for one in source.problems] == [
        "1:14-18",
        "2:4-5",
        "4:4-6",
        "5:10-11",
    ]


def test_a_duplicate_key_before_unreadable_text_is_told_of_as_well() -> None:
    source = read("a: b\na: %c\n")
    assert [one.rule for one in source.problems] == ["duplicate-key", "yaml-syntax"]
    assert source.data is None


def test_long_text_is_shortened_in_what_is_said() -> None:
    (one,) = read(f"title: Goal: {'so many words ' * 40}").problems
    assert one.help == (
        'put the whole text in quotes: "Goal: so many words so many words so ma…"'
    )
    (flow,) = read(f"a: {{{'b' * 90}}}").problems
    assert flow.message == f"`{'b' * 39}…` has no colon and no value behind it"


def test_a_control_character_never_gets_into_the_data() -> None:
    assert read('a: "x\\ey"\n"\\0": b\n').data == {"a": "x�y", "�": "b"}


def test_nested_over_64_deep_is_refused_where_it_begins_to_be() -> None:
    deep = read(f"a: {'[' * 63}{']' * 63}")
    assert deep.problems == []
    source = read(f"a: {'[' * 64}")
    (one,) = source.problems
    assert one.message == "the file is nested over 64 deep"
    assert place(one.span) == "1:67-68"
    assert not source.is_readable
    assert source.data is None


def test_a_mistake_that_no_pattern_fits_is_told_by_its_line() -> None:
    failure = Failure(1, 2, "found a strange thing", "while scanning", (1, 2))
    said = explain_syntax("a: b\nc: d\n", failure)
    assert (said.message, said.line, said.column) == ("the line cannot be read", 1, 2)


@pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "PyYAML"])
@pytest.mark.parametrize("key", ["*", "**"])
def test_a_key_that_begins_with_a_star_is_to_stand_in_quotes(
    key: str, *, pure: bool
) -> None:
    first = read(f"missing:\n  {key}: suppressed\n", pure=pure).problems[0]
    assert first.help.startswith(f'put the key alone in quotes: "{key}":')
    assert not read(f'missing:\n  "{key}": suppressed\n', pure=pure).problems
