"""Every example of `docs/targets.md` is read as it says there."""

from __future__ import annotations

import re

import pytest

from planctl.check import check_plan
from planctl.diagnostics import Severity
from planctl.targets import read_target
from tests.conftest import ROOT
from tests.targets.reading import in_short, read

PAGE = (ROOT / "docs" / "targets.md").read_text("utf-8")
ROW = re.compile(r"^\| (`.+`) \| (\w+) \| ([\d.]*) ?\| (.+) \|$", re.MULTILINE)
ROWS = [
    (text, unit, baseline, readings)
    for texts, unit, baseline, readings in ROW.findall(PAGE)
    for text in re.findall(r"`([^`]+)`", texts)
]
ALIKE = [
    (texts, unit) for texts, unit, _, _ in ROW.findall(PAGE) if texts.count("`") > 2
]


def test_there_are_examples() -> None:
    assert len(ROWS) > 70


@pytest.mark.parametrize(("text", "unit", "baseline", "readings"), ROWS)
def test_an_example_is_read_as_the_page_says(
    text: str, unit: str, baseline: str, readings: str
) -> None:
    assert in_short(read(text, unit), baseline or None) == readings


@pytest.mark.parametrize("part", re.findall(r"`(\+22%[^`]+\))`", PAGE))
def test_what_the_text_names_in_passing_is_read(part: str) -> None:
    assert read(part).named == "state test, level 3"


@pytest.mark.parametrize("block", re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL))
def test_a_block_is_a_plan_without_errors(
    block: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("plan")
    head = "plan: {id: lakeshore, title: Lakeshore}\nsites: State\n"
    if block.startswith("targets"):
        block = "measures:\n  - id: m1\n    title: a\n    " + block.replace(
            "\n", "\n    "
        )
    (folder / "plan.yaml").write_text(head + block, "utf-8")
    from datetime import date

    assert check_plan(folder, date(2027, 1, 1)).count(Severity.ERROR) == 0


def test_every_target_of_the_examples_is_read() -> None:
    for plan in (ROOT / "examples").glob("*/plan.yaml"):
        from datetime import date

        checked = check_plan(plan.parent, date(2024, 11, 1))
        assert all(promise.target for promise in checked.plan.promises)


def test_a_text_means_the_same_with_and_without_its_unit() -> None:
    assert read_target("27%") == read_target("27%", "percent")
