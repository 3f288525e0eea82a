"""Each rule over its golden folder: what it says of the bad plan, and of the good."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planctl.check import CheckedPlan, Selection, check_plan
from planctl.diagnostics import Severity, declared
from planctl.render.terminal import TextOptions, render_findings
from planctl.rules import RULES
from tests.conftest import AS_OF

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).resolve().parent
FOLDERS = {rule.check.name: HERE / rule.find.__name__ for rule in RULES}


def checked(folder: Path, rule: str) -> CheckedPlan:
    """A plan, looked at by one rule only."""
    return check_plan(folder, AS_OF, selection=Selection(select=frozenset({rule})))


def said(found: CheckedPlan) -> str:
    """What the terminal shows of the findings, without the summary."""
    text = render_findings(found, "plan", TextOptions(most=None))
    return text.rpartition("\n\n")[0] + "\n"


@pytest.mark.parametrize("rule", FOLDERS)
def test_the_bad_plan_is_told_as_expected(
    rule: str, snapshot: Callable[[Path, str], None]
) -> None:
    found = checked(FOLDERS[rule] / "bad", rule)
    assert {one.rule for one in found.diagnostics} == {rule}
    snapshot(FOLDERS[rule] / "expected.txt", said(found))


@pytest.mark.parametrize("rule", FOLDERS)
def test_the_good_plan_is_passed_over_in_silence(rule: str) -> None:
    assert said(checked(FOLDERS[rule] / "good", rule)) == "\n"


@pytest.mark.parametrize("rule", FOLDERS)
def test_a_plan_without_items_can_be_looked_at(rule: str, tmp_path: Path) -> None:
    plan = "plan: {id: p, title: Lakeshore}\n"
    (tmp_path / "plan.yaml").write_text(plan, encoding="utf-8")
    assert checked(tmp_path, rule).are_rules_run


@pytest.mark.parametrize("kind", ["bad", "good"])
@pytest.mark.parametrize("rule", FOLDERS)
def test_nothing_keeps_the_rule_from_reading_the_whole_plan(
    rule: str, kind: str
) -> None:
    everything = check_plan(FOLDERS[rule] / kind, AS_OF)
    assert everything.plan.is_complete
    errors = {
        one.rule for one in everything.diagnostics if one.severity is Severity.ERROR
    }
    assert errors <= {declared.UNREAD_DATE.name, rule}


@pytest.mark.parametrize("rule", FOLDERS)
def test_the_good_plan_says_what_it_nearly_does_wrong(rule: str) -> None:
    text = (FOLDERS[rule] / "good" / "plan.yaml").read_text("utf-8")
    assert text.startswith("# Near misses: ")
