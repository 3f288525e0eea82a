"""Every rule and every declared check has a name, a place and an explanation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from planctl.check import CHECKS, FAMILIES, check_plan
from planctl.diagnostics import declared
from planctl.rules import RULES, Rule
from planctl.source import Source
from planctl.source.yaml_events import read_yaml
from tests.conftest import AS_OF, ROOT

HERE = Path(__file__).resolve().parent
FILES = sorted((ROOT / "src" / "planctl" / "rules").glob("*.py"))
NO_RULES = {"__init__", "rule", "shared"}
MODULES = [path.stem for path in FILES if path.stem not in NO_RULES]
LIMITED = {rule.check.name for rule in RULES if rule.limit is not None}
FUNCTIONS = {rule.check.name: rule.find.__name__ for rule in RULES}
GOLDEN = sorted(
    path.name
    for path in HERE.iterdir()
    if path.is_dir() and not path.name.startswith(("_", "."))
)

HEADINGS = ["What it finds", "Why it matters", "Bad", "Good"]
_HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def part(name: str, heading: str) -> str:
    """What stands under a heading of a check's explanation."""
    pieces = _HEADING.split(CHECKS[name].text)
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))[heading]


def fragments(name: str, heading: str) -> list[str]:
    """The YAML under a heading of a check's explanation."""
    return [
        text for kind, text in _FENCE.findall(part(name, heading)) if kind == "yaml"
    ]


def test_names_are_unique() -> None:
    assert len(CHECKS) == len(declared.DECLARED) + len(RULES)


def test_no_rule_is_called_as_a_family() -> None:
    assert not FAMILIES & CHECKS.keys()


@pytest.mark.parametrize("name", CHECKS)
def test_a_name_is_in_kebab_case(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", name)


@pytest.mark.parametrize("name", CHECKS)
def test_a_summary_is_one_sentence(name: str) -> None:
    summary = CHECKS[name].summary
    assert re.fullmatch(r"[A-Z][^.]*[^.\s]", summary)
    assert len(summary) < 80


@pytest.mark.parametrize("name", CHECKS)
def test_an_explanation_has_its_headings(name: str) -> None:
    limit = ["Limit"] if name in LIMITED else []
    assert _HEADING.findall(CHECKS[name].text) == HEADINGS + limit


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("name", CHECKS)
def test_something_stands_under_each_heading(name: str, heading: str) -> None:
    assert part(name, heading).strip()


@pytest.mark.parametrize("name", CHECKS)
def test_every_fragment_says_what_it_is(name: str) -> None:
    fences = _FENCE.findall(CHECKS[name].text)
    assert {kind for kind, _ in fences} <= {"yaml", "text"}
    assert CHECKS[name].text.count("```") == 2 * len(fences)


@pytest.mark.parametrize("name", CHECKS)
def test_fragments_that_are_yaml_can_be_read(name: str) -> None:
    for heading in ("Bad", "Good"):
        for text in fragments(name, heading):
            assert yaml.safe_load(text)


@pytest.mark.parametrize("name", CHECKS)
def test_nothing_is_wrong_with_the_file_that_a_good_fragment_shows(name: str) -> None:
    for text in fragments(name, "Good"):
        source = Source("plan.yaml", text)
        read_yaml(source)
        assert source.problems == []


@pytest.mark.parametrize("module", MODULES)
def test_every_file_of_a_rule_is_registered(module: str) -> None:
    assert module in FUNCTIONS.values()


@pytest.mark.parametrize("rule", RULES, ids=list(FUNCTIONS))
def test_a_rule_s_file_function_and_name_are_one(rule: Rule) -> None:
    function = rule.find.__name__
    assert rule.find.__module__ == f"planctl.rules.{function}"
    assert rule.check.name == function.replace("_", "-")


def test_rules_are_listed_in_alphabetical_order() -> None:
    assert list(FUNCTIONS) == sorted(FUNCTIONS)


@pytest.mark.parametrize("function", FUNCTIONS.values())
def test_every_rule_has_a_golden_folder(function: str) -> None:
    names = {path.relative_to(HERE / function) for path in _files(HERE / function)}
    assert {path.as_posix() for path in names} >= {
        "bad/plan.yaml",
        "expected.txt",
        "good/plan.yaml",
    }


@pytest.mark.parametrize("folder", GOLDEN)
def test_no_golden_folder_is_left_over(folder: str) -> None:
    assert folder in FUNCTIONS.values()
    beside = {path.name for path in (HERE / folder).iterdir()}
    assert beside == {"bad", "good", "expected.txt"}


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


SECTIONS = {
    "plan": "plan: {id: lakeshore, title: Lakeshore Unified}\n",
    "levels": "levels: {goals: Goal, tasks: Task}\n",
    "scale": "scale: {complete: [Established, Completed], on_hold: On hold}\n",
    "tasks": "tasks: {id: A1, title: Hire}\n",
}


def findings(tmp_path: Path, fragment: str) -> set[str]:
    """What is found in a plan of a fragment and whatever that takes for granted."""
    there = {line.partition(":")[0] for line in fragment.splitlines()}
    added = [text for key, text in SECTIONS.items() if key not in there]
    (tmp_path / "plan.yaml").write_text("".join([*added, fragment]), "utf-8")
    return {one.rule for one in check_plan(tmp_path, AS_OF).diagnostics}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_rule_finds_its_own_bad_fragment(name: str, tmp_path: Path) -> None:
    for fragment in fragments(name, "Bad"):
        assert name in findings(tmp_path, fragment)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_rule_is_silent_on_its_own_good_fragment(name: str, tmp_path: Path) -> None:
    for fragment in fragments(name, "Good"):
        assert name not in findings(tmp_path, fragment)
