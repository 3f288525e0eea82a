"""Plans as coordinators elsewhere write them: nothing false is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planctl.check import check_plan

STYLES = Path(__file__).with_name("styles")
DAYS = {
    "one-page-school": date(2026, 3, 1),
    "county-of-six-levels": date(2025, 5, 1),
    "spanish": date(2026, 3, 1),
}


@pytest.mark.parametrize("name", DAYS)
def test_a_plan_of_another_style_is_silent(name: str) -> None:
    checked = check_plan(STYLES / name, DAYS[name])
    assert [f"{one.rule}: {one.message}" for one in checked.diagnostics] == []
    assert checked.are_rules_run


@pytest.mark.parametrize("name", DAYS)
def test_every_item_of_it_was_read(name: str) -> None:
    text = (STYLES / name / "plan.yaml").read_text("utf-8")
    items = check_plan(STYLES / name, DAYS[name]).plan.items
    assert [
        one.id for one in items if f"id: {one.id}" not in text.replace('"', "")
    ] == []
    assert len(items) >= 9
