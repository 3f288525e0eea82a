"""Findings that are known: ignored by a comment or by the plan, with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planctl.check import Selection, check_plan
from tests.conftest import AS_OF

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from planctl.check import CheckedPlan

    Check = Callable[..., CheckedPlan]

HEAD = (
    "plan: {id: lakeshore, title: Lakeshore Unified}\nlevels: {tasks: Task}\ntasks:\n"
)


def told(checked: CheckedPlan) -> list[str]:
    """What is shown, each as line, name and message."""
    return [f"{d.span.line} {d.rule}: {d.message}" for d in checked.diagnostics]


def known(checked: CheckedPlan) -> list[tuple[int, str, str]]:
    """What is ignored: its line, its rule, and the reason."""
    return [
        (one.diagnostic.span.line, one.diagnostic.rule, one.reason)
        for one in checked.ignored
    ]


COVERED = {
    "at the end of the line": """\
  - id: T1
    title: Hire
    due: soonish  # planctl: ignore[unread-date] as printed
""",
    "alone, before the field": """\
  - id: T1
    title: Hire
    # planctl: ignore[unread-date] as printed
    due: soonish
""",
    "alone, before the whole entry": """\
  # planctl: ignore[unread-date] as printed
  - id: T1
    title: Hire

    # a comment in between
    due: soonish
""",
    "alone, with other comments and lines below it": """\
  # planctl: ignore[unread-date] as printed
  # It says so on page 3.

  - id: T1
    title: Hire
    due: soonish
""",
    "of several rules": """\
  - id: T1
    title: Hire
    due: soonish  # planctl: ignore[unread-date, unknown-reference] as printed
    # planctl: ignore[unknown-reference] the table prints T9
    aligns_to: T9
""",
}


@pytest.mark.parametrize("where", COVERED)
def test_a_comment_covers_a_finding(check: Check, where: str) -> None:
    checked = check(HEAD + COVERED[where], select="unread-date")
    assert told(checked) == []
    ((line, rule, reason), *_) = known(checked)
    assert (rule, reason) == ("unread-date", "as printed")
    assert (HEAD + COVERED[where]).splitlines()[line - 1].startswith("    due: soonish")


def test_a_comment_alone_covers_the_list_that_a_key_begins(check: Check) -> None:
    text = """\
  - {id: T0, title: First}
  - id: T1
    title: Hire
    # planctl: ignore[unknown-reference] as printed
    aligns_to:
    - T8
    - T9
    depends_on: T7
"""
    checked = check(HEAD + text)
    assert [line for line, _, _ in known(checked)] == [9, 10]
    assert told(checked) == [
        "11 unknown-reference: nothing in this plan has the id `T7`"
    ]


NOT_COVERED = {
    "another rule": "    due: soonish  # planctl: ignore[unknown-key] as printed\n",
    "another line": "    # planctl: ignore[unread-date] as printed\n"
    "    note: Hm\n    due: soonish\n",
    "the line above": "    note: Hm  # planctl: ignore[unread-date] as printed\n"
    "    due: soonish\n",
    "text, not a comment": '    note: "# planctl: ignore[unread-date] as printed"\n'
    "    due: soonish\n",
    "a block of text": "    note: |\n      # planctl: ignore[unread-date] as printed\n"
    "    due: soonish\n",
}


@pytest.mark.parametrize("why", NOT_COVERED)
def test_a_comment_does_not_cover(check: Check, why: str) -> None:
    checked = check(f"{HEAD}  - id: T1\n    title: Hire\n{NOT_COVERED[why]}")
    assert known(checked) == []
    assert any("unread-date" in one for one in told(checked))


def test_the_next_entry_is_not_covered(check: Check) -> None:
    text = """\
  # planctl: ignore[unread-date] as printed
  - {id: T1, title: Hire, due: soonish}
  - {id: T2, title: Train, due: soonish}
"""
    checked = check(HEAD + text)
    assert [line for line, _, _ in known(checked)] == [5]
    assert told(checked) == ["6 unread-date: the time `soonish` cannot be read"]


MALFORMED = {
    "ignore[unread-date]": "the ignore comment gives no reason",
    "ignore[unread-dat] as printed": "no rule is called unread-dat; "
    "did you mean unread-date?",
    "ignore[qqqqqq] as printed": "no rule is called qqqqqq",
    "ignore[unread-date, qqqqqq] as printed": "no rule is called qqqqqq",
    "ignore[] as printed": "the comment is not understood",
    "ignore unread-date": "the comment is not understood",
    "": "the comment is not understood",
}


@pytest.mark.parametrize("comment", MALFORMED)
def test_a_comment_that_is_not_sound_has_no_effect(check: Check, comment: str) -> None:
    text = (
        f"{HEAD}  - id: T1\n    title: Hire\n    due: soonish  # planctl: {comment}\n"
    )
    checked = check(text)
    assert told(checked) == [
        "6 unread-date: the time `soonish` cannot be read",
        f"6 malformed-ignore: {MALFORMED[comment]}",
    ]
    assert known(checked) == []


UNUSED = """\
  - id: T1
    title: Hire
    due: 2024  # planctl: ignore[unread-date, outside-period] as printed
"""


def test_a_comment_that_nothing_matched_is_told_once_for_each_rule(
    check: Check,
) -> None:
    assert told(check(HEAD + UNUSED)) == [
        "6 unused-ignore: `outside-period` finds nothing here to ignore",
        "6 unused-ignore: `unread-date` finds nothing here to ignore",
    ]


def test_of_several_rules_only_the_unused_one_is_told(check: Check) -> None:
    text = UNUSED.replace("2024", "soonish")
    assert told(check(HEAD + text)) == [
        "6 unused-ignore: `outside-period` finds nothing here to ignore"
    ]


def test_a_rule_that_did_not_run_is_not_unused(
    write: Callable[[Mapping[str, str]], Path],
) -> None:
    folder = write({"plan.yaml": HEAD + UNUSED})
    for selection in (
        Selection(ignore=frozenset({"outside-period"})),
        Selection(ignore=frozenset({"time"})),
        Selection(severity={"outside-period": "off", "unread-date": "off"}),
    ):
        checked = check_plan(folder, AS_OF, selection=selection)
        assert "outside-period" not in " ".join(told(checked))


def test_where_an_error_may_hide_findings_nothing_is_called_unused(
    check: Check,
) -> None:
    plan = {"plan.yaml": HEAD + UNUSED, "more.yaml": "tasks: [oops\n"}
    assert [one.rule for one in check(plan).diagnostics] == ["yaml-syntax"]


def test_where_a_known_error_keeps_rules_from_running_nothing_is_called_unused(
    check: Check,
) -> None:
    lint = "lint: {ignore: {rule: yaml-syntax, file: more.yaml, reason: Later.}}\n"
    checked = check({"plan.yaml": HEAD + UNUSED + lint, "more.yaml": "tasks: [oops\n"})
    assert told(checked) == []
    assert [rule for _, rule, _ in known(checked)] == ["yaml-syntax"]


LISTED = """\
plan: {id: lakeshore, title: Lakeshore Unified}
levels: {tasks: Task}
tasks:
  - {id: T1, title: Hire, due: soonish}
  - {id: T2, title: Train, due: soonish}
lint:
  ignore:
"""


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("{rule: unread-date, reason: As printed.}", [4, 5]),
        ("{rule: unread-date, item: T2, reason: As printed.}", [5]),
        ("{rule: unread-date, file: plan.yaml, reason: As printed.}", [4, 5]),
        ("{rule: unread-date, file: plan.yaml, item: T1, reason: As printed.}", [4]),
    ],
)
def test_the_plan_may_list_what_is_known(
    check: Check, line: str, lines: list[int]
) -> None:
    checked = check(f"{LISTED}    - {line}\n")
    assert [one[0] for one in known(checked)] == lines
    assert {one[2] for one in known(checked)} == {"As printed."}
    assert {one.span.line for one in checked.ignored} == {8}
    assert len(told(checked)) == 2 - len(lines)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{rule: outside-period, reason: x}", "there is no outside-period to ignore"),
        (
            "{rule: unread-date, item: T9, reason: x}",
            "there is no unread-date to ignore",
        ),
        ("{rule: unread-date, file: b.yaml, reason: x}", "there is no unread-date"),
        ("{rule: unread-dat, reason: x}", "no rule is called unread-dat"),
    ],
)
def test_a_line_that_covers_nothing_is_told(check: Check, line: str, said: str) -> None:
    text = LISTED.replace("soonish", "2024")
    (one,) = check(f"{text}    - {line}\n").diagnostics
    assert one.message.startswith(said)
    assert one.span.line == 8


def test_a_comment_goes_before_a_line_of_the_plan(check: Check) -> None:
    text = LISTED.replace(
        "  - {id: T1", "  # planctl: ignore[unread-date] so\n  - {id: T1"
    )
    checked = check(f"{text}    - {{rule: unread-date, reason: As printed.}}\n")
    assert sorted(one[2] for one in known(checked)) == ["As printed.", "so"]
