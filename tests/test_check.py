"""From a folder to findings: selection, severity, order, fingerprints, suggestions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from planctl.check import (
    CHECKS,
    FAMILIES,
    Selection,
    check_plan,
    fingerprints,
    gather_repeats,
    with_suggestions,
)
from planctl.diagnostics import Severity
from tests.conftest import AS_OF

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from planctl.check import CheckedPlan

    Check = Callable[..., CheckedPlan]

TIMES = ("Q1", "Q2", "Q1")
PLAN = """\
plan: {id: lakeshore, title: Lakeshore Unified, period: 2024-2026}
levels: {tasks: {name: Task, expects: [due]}}
owners: Principals
tasks:
  - id: T1
    title: Hire
    due: soonish
    responsible: Coaches
  - id: T2
    title: Train
    due: Fall 2020
    aligns_to: T9
  - id: T3
    title: Plan
"""


def rules(checked: CheckedPlan) -> list[str]:
    """The names of what was found, in order."""
    return [one.rule for one in checked.diagnostics]


@pytest.fixture
def folder(write: Callable[[Mapping[str, str]], Path]) -> Path:
    """The plan's folder."""
    return write({"plan.yaml": PLAN})


def selected(folder: Path, selection: Selection) -> list[str]:
    """What a selection of the checks finds."""
    return rules(check_plan(folder, AS_OF, selection=selection))


def test_everything_is_looked_for_and_told_in_the_order_of_the_file(
    folder: Path,
) -> None:
    checked = check_plan(folder, AS_OF)
    assert rules(checked) == [
        "unread-date",
        "unknown-name",
        "outside-period",
        "unknown-reference",
        "missing-expected",
    ]
    assert [one.span.line for one in checked.diagnostics] == [7, 8, 11, 12, 13]


SELECTIONS = {
    "one rule": (Selection(select=frozenset({"unknown-name"})), ["unknown-name"]),
    "one rule of ours": (
        Selection(select=frozenset({"outside-period"})),
        ["outside-period"],
    ),
    "a family": (
        Selection(select=frozenset({"time"})),
        ["unread-date", "outside-period"],
    ),
    "a family and a rule": (
        Selection(select=frozenset({"references", "missing-expected"})),
        ["unknown-name", "unknown-reference", "missing-expected"],
    ),
    "all but a family": (
        Selection(ignore=frozenset({"references", "time"})),
        ["missing-expected"],
    ),
    "all but a rule": (
        Selection(ignore=frozenset({"unread-date", "outside-period"})),
        ["unknown-name", "unknown-reference", "missing-expected"],
    ),
    "what is not wanted goes before what is": (
        Selection(select=frozenset({"time"}), ignore=frozenset({"unread-date"})),
        ["outside-period"],
    ),
    "what is off": (
        Selection(select=frozenset({"time"}), severity={"outside-period": "off"}),
        ["unread-date"],
    ),
}


@pytest.mark.parametrize("what", SELECTIONS)
def test_checks_are_selected_by_name_and_family(folder: Path, what: str) -> None:
    selection, names = SELECTIONS[what]
    assert selected(folder, selection) == names


def severities(checked: CheckedPlan) -> dict[str, str]:
    """The severity of what was found, by rule."""
    return {one.rule: one.severity.value for one in checked.diagnostics}


def test_a_severity_may_be_chosen(folder: Path) -> None:
    chosen = {"unknown-name": "error", "unread-date": "advice"}
    checked = check_plan(folder, AS_OF, selection=Selection(severity=chosen))
    found = severities(checked)
    assert found["unknown-name"] == "error"
    assert found["unread-date"] == "advice"
    assert found["outside-period"] == "warning"
    assert [checked.count(one) for one in Severity] == [2, 2, 1]


def test_a_chosen_severity_changes_nothing_for_other_plans(folder: Path) -> None:
    check_plan(folder, AS_OF, selection=Selection(severity={"unread-date": "advice"}))
    assert CHECKS["unread-date"].severity is Severity.ERROR


LINT = "lint:\n  severity: {unknown-name: advice, unread-date: 'off'}\n"


def test_the_plan_may_choose_severities(check: Check) -> None:
    found = severities(check(PLAN + LINT))
    assert found["unknown-name"] == "advice"
    assert "unread-date" not in found


def test_the_command_line_goes_before_the_plan(
    write: Callable[[Mapping[str, str]], Path],
) -> None:
    folder = write({"plan.yaml": PLAN + LINT})
    chosen = Selection(severity={"unread-date": "warning"})
    found = severities(check_plan(folder, AS_OF, selection=chosen))
    assert found["unread-date"] == "warning"
    assert found["unknown-name"] == "advice"


def test_a_strict_plan_makes_errors_of_warnings(check: Check) -> None:
    lint = "lint: {strict: yes, severity: {outside-period: warning}}\n"
    found = severities(check(PLAN + lint))
    assert found["unknown-name"] == found["missing-expected"] == "error"
    assert found["outside-period"] == "warning"


def test_a_severity_of_no_rule_is_told(check: Check) -> None:
    plan = "plan: {id: lakeshore, title: Lakeshore Unified}\n"
    checked = check(f"{plan}lint:\n  severity:\n    unread-dat: error\n")
    (one,) = with_suggestions(checked.diagnostics)
    assert (one.rule, one.message) == (
        "invalid-value",
        "no rule is called unread-dat",
    )
    assert one.span.line == 4
    assert one.help.startswith("did you mean `unread-date`")


def test_rules_wait_until_every_file_can_be_read(check: Check) -> None:
    checked = check({"plan.yaml": PLAN, "more.yaml": "tasks: [oops\n"})
    assert "missing-expected" not in rules(checked)
    assert not checked.plan.is_complete


def test_no_name_is_a_rule_and_a_family_at_once() -> None:
    assert not CHECKS.keys() & FAMILIES


def test_a_fingerprint_holds_when_lines_move(check: Check) -> None:
    before = check(PLAN)
    after = check(f"# A comment.\n\n{PLAN.replace('title: Train', 'title: Teach')}")
    lines = [[one.span.line for one in c.diagnostics] for c in (before, after)]
    assert lines[0] != lines[1]
    assert list(fingerprints(before.diagnostics)) == list(
        fingerprints(after.diagnostics)
    )


def test_a_fingerprint_is_of_rule_file_id_field_and_text(check: Check) -> None:
    (one,) = check(PLAN, select="unread-date").diagnostics
    others = [
        replace(one, check=CHECKS["unknown-name"]),
        replace(one, span=replace(one.span, file="more.yaml")),
        replace(one, subject="T2"),
        replace(one, field_name="period"),
        replace(one, word="some day"),
    ]
    same = replace(one, message="another wording", help="another help")
    names = list(fingerprints([one, *others]))
    assert len(set(names)) == len(names)
    assert list(fingerprints([same])) == names[:1]


def test_equal_fingerprints_are_counted(check: Check) -> None:
    (one,) = check(PLAN, select="unread-date").diagnostics
    first, second, third = fingerprints([one, one, one])
    assert (second, third) == (f"{first}-2", f"{first}-3")


def test_every_finding_of_a_plan_has_a_fingerprint_of_its_own(check: Check) -> None:
    names = list(fingerprints(check(PLAN).diagnostics))
    assert len(set(names)) == 5
    assert all(len(name) == 16 for name in names)


def test_the_nearest_known_words_are_suggested(check: Check) -> None:
    text = PLAN.replace("soonish", "2024").replace("T9", "t1").replace("2020", "2024")
    found = check(text).diagnostics
    assert [one.help for one in found if one.rule == "unknown-reference"] == [""]
    told = {one.rule: one.help for one in with_suggestions(found)}
    assert told["unknown-reference"].startswith("did you mean `T1`")


def test_a_suggestion_stands_before_other_help(check: Check) -> None:
    text = PLAN.replace("responsible: Coaches", "responsible: Principal")
    told = {one.rule: one.help for one in with_suggestions(check(text).diagnostics)}
    assert told["unknown-name"] == (
        "did you mean `Principals`? (declare it under `owners:`)"
    )


def test_an_unknown_id_is_one_finding_with_all_its_places(check: Check) -> None:
    text = PLAN.replace("aligns_to: T9", "aligns_to: T8\n    depends_on: T8")
    found = check(text, select="unknown-reference").diagnostics
    assert [one.word for one in found] == ["T8", "T8"]
    (one,) = with_suggestions(gather_repeats(found))
    assert one.message.endswith("has the id `T8` (here and in one more place)")
    assert one.help.startswith("did you mean `T")
    assert [place.span.line - one.span.line for place in one.related] == [1]


def test_a_time_that_cannot_be_read_is_one_finding_with_all_its_places(
    check: Check,
) -> None:
    tasks = [f"{{id: T{n}, title: Task, due: {due}}}" for n, due in enumerate(TIMES)]
    head = "plan: {id: a, title: A}\nlevels: {tasks: Task}\n"
    text = f"{head}tasks: [{', '.join(tasks)}]\n"
    found = check(text, select="unread-date").diagnostics
    assert [one.word for one in found] == list(TIMES)
    told = gather_repeats(found)
    assert [one.message for one in told] == [
        "the time `Q1` cannot be read (here and in one more place)",
        "the time `Q2` cannot be read",
    ]
    assert [place.label for place in told[0].related] == ["printed here, too"]


def test_where_no_word_is_near_nothing_is_suggested(check: Check) -> None:
    text = PLAN.replace("T9", "zzzzzzzzzzzz")
    told = {one.rule: one.help for one in with_suggestions(check(text).diagnostics)}
    assert told["unknown-reference"] == ""
