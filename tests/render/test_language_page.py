"""The page of the plan language: whole, and its examples are plans."""

from __future__ import annotations

import importlib
import pkgutil
import re
from datetime import date
from textwrap import dedent, indent
from typing import TYPE_CHECKING

import pytest

import planctl.model
from planctl.check import check_plan
from planctl.link import link_plan
from planctl.load import TABLES, load_plan
from planctl.load.sections import SECTIONS
from planctl.model.item import (
    BudgetRow,
    Citation,
    Criterion,
    Former,
    Item,
    Responsibility,
    Statement,
)
from planctl.model.measure import (
    Baseline,
    Break,
    Claim,
    Derivation,
    Measure,
    MeasureUse,
    Observation,
    Series,
    Target,
)
from planctl.model.plan import (
    Calendar,
    IgnoredFinding,
    Level,
    Lint,
    Named,
    PlanInfo,
)
from planctl.model.progress import Bands, ProgressSettings
from planctl.model.record import Document, Link, Record, Was, When
from planctl.model.reporting import (
    ByException,
    Cycle,
    Entry,
    Line,
    Ratings,
    Report,
    Scale,
    StatusWords,
)
from planctl.render.fields import fields_of, name_of, records, split_keys
from planctl.render.language_page import example_plan, language_page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Write = Callable[[Mapping[str, str | bytes]], Path]

PAGE = language_page()
BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ITEM = "actions:\n  id: T9\n  title: Tested\n  parent: G1\n"
MEASURE = "measures:\n  id: tested\n  title: Tested\n"
UPDATE = "updates:\n  cycle: 2028-29/mid-year\n"
# Where a record stands in a plan: its fields begin at the `@`.
HOMES: dict[type[Record], str] = {
    PlanInfo: "plan:\n  @",
    Level: "levels:\n  goals: Goal\n  actions: Action\n  tasks: Task\n  tested:\n    @",
    Scale: "scale:\n  - @",
    StatusWords: "scale:\n  @",
    Ratings: "ratings:\n  @",
    Cycle: "cycles:\n  mid-year: February\n  tested:\n    @",
    Calendar: "calendar:\n  @",
    ProgressSettings: "progress:\n  @",
    Bands: "progress:\n  bands:\n    @",
    Lint: "lint:\n  @",
    IgnoredFinding: "lint:\n  ignore:\n    @",
    Statement: "statements:\n  - @",
    Named: "owners:\n  - @",
    Item: "actions:\n  - @",
    Former: f"{ITEM}  formerly:\n    @",
    Responsibility: f"{ITEM}  responsible:\n    @",
    Citation: f"{ITEM}  aligns_to:\n    @",
    Criterion: f"{ITEM}  success_criteria:\n    @",
    BudgetRow: f"{ITEM}  budget:\n    @",
    MeasureUse: f"{ITEM}  measures:\n    @",
    When: f"{ITEM}  due:\n    @",
    Document: f"{ITEM}  source:\n    @",
    Link: f"{ITEM}  links:\n    @",
    Measure: "measures:\n  - @",
    Target: f"{MEASURE}  targets:\n    @",
    Series: f"{MEASURE}  targets:\n    at_least:\n      @",
    Was: f"{MEASURE}  targets:\n    text: 60%\n    was:\n      @",
    Baseline: f"{MEASURE}  baseline:\n    @",
    Break: f"{MEASURE}  breaks:\n    @",
    Derivation: f"{MEASURE}  derive:\n    @",
    Observation: "observations:\n  - @",
    Claim: "claims:\n  - @",
    Report: "updates:\n  - @",
    Entry: f"{UPDATE}  items:\n    G1.1:\n      @",
    Line: f"{UPDATE}  items:\n    G1.1:\n      entries:\n        @",
    ByException: f"{UPDATE}  otherwise:\n    @",
}
BESIDE: dict[type[Record], tuple[str, ...]] = {Claim: ("measure",)}
"""Fields that a record needs where it could have one of several."""
FIELDS = [(record, field.key) for record in records() for field in fields_of(record)]

AFTER_ITS_REPORTS = date(2027, 3, 1)


def plan_with(record: type[Record], key: str) -> dict[str, str]:
    """The example plan with one more record: a field, and those it cannot lack."""
    examples = {field.key: field.example for field in fields_of(record)}
    needed = [
        field.alias or name
        for name, field in record.model_fields.items()
        if field.is_required()
    ]
    needed += BESIDE.get(record, ())
    body = "\n".join(examples[one] for one in dict.fromkeys((*needed, key)))
    before = HOMES[record].rpartition("@")[0]
    column = len(before) - before.rfind("\n") - 1
    own = before + indent(body, " " * column).lstrip() + "\n"
    parts = split_keys(example_plan())
    section = own.partition(":")[0]
    if section in SECTIONS and SECTIONS[section].is_once:
        del parts[section]
    return {
        "plan.yaml": "\n".join((*parts.values(), "")) if "plan" in parts else own,
        "tested.yaml": own if "plan" in parts else "\n".join((*parts.values(), "")),
        "../.git/HEAD": "",
        "../district/plan.yaml": "plan:\n  id: district\n  title: District\n",
    }


@pytest.mark.parametrize(
    ("record", "key"), FIELDS, ids=[f"{one.__name__}.{key}" for one, key in FIELDS]
)
def test_an_example_is_read_as_part_of_a_plan(
    write: Write, record: type[Record], key: str
) -> None:
    loaded = load_plan(write(plan_with(record, key)))
    linked = link_plan(loaded)
    assert [*loaded.problems, *linked.problems] == []


def test_every_record_has_a_place_on_the_page() -> None:
    defined: set[object] = set()
    for module in pkgutil.iter_modules(planctl.model.__path__):
        names = vars(importlib.import_module(f"planctl.model.{module.name}"))
        defined |= {
            one
            for one in names.values()
            if isinstance(one, type) and issubclass(one, Record)
        }
    assert set(records()) == defined - {Record}


@pytest.mark.parametrize("record", records(), ids=lambda record: record.__name__)
def test_every_field_is_on_the_page_with_its_example(record: type[Record]) -> None:
    heading = f"\n### Fields of {name_of(record)}\n"
    section = PAGE.partition(heading)[2].partition("\n### ")[0]
    block = BLOCK.search(section)
    assert block
    shown = split_keys(block[1])
    for name, field in record.model_fields.items():
        key = field.alias or name
        assert field.description
        assert f"| `{key}` | " in section
        assert shown[key].partition(":")[2].strip()
    assert shown == split_keys(dedent(record.example))


def test_every_key_of_a_file_is_on_the_page() -> None:
    parts = split_keys(example_plan())
    assert set(parts) - {"goals"} == set(SECTIONS)
    for key, part in parts.items():
        assert f"\n### `{key}`\n" in PAGE or key == "goals"
        assert f"```yaml\n{part}\n```" in PAGE


@pytest.mark.parametrize("folder", TABLES)
def test_the_page_names_every_column_of_a_table(folder: str) -> None:
    row = PAGE.partition(f"| `{folder}/` |")[2].partition("\n")[0]
    assert set(TABLES[folder].columns) == set(re.findall(r"`(\w+)`", row))


def test_the_example_plan_has_no_findings(write: Write) -> None:
    checked = check_plan(write({"plan.yaml": example_plan()}), AFTER_ITS_REPORTS)
    assert checked.diagnostics == ()


def test_the_first_plan_of_the_page_has_no_findings(write: Write) -> None:
    first = BLOCK.search(PAGE)
    assert first
    checked = check_plan(write({"plan.yaml": first[1]}), AFTER_ITS_REPORTS)
    assert checked.diagnostics == ()
    assert len(checked.plan.items) == 2


def test_the_table_of_updates_on_the_page_has_no_findings(write: Write) -> None:
    table = PAGE.partition("```text\n")[2].partition("```")[0]
    folder = write({"plan.yaml": example_plan(), "updates/june.csv": table})
    checked = check_plan(folder, AFTER_ITS_REPORTS)
    assert checked.diagnostics == ()
    assert len(checked.plan.updates) == 4


def test_every_link_leads_to_one_heading_of_the_page() -> None:
    headings = re.findall(r"^#+ (.+)$", PAGE, re.MULTILINE)
    slugs = [
        re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
        for heading in headings
        if not heading.startswith("planctl:")
    ]
    assert len(slugs) == len(set(slugs))
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= set(slugs)


def plan_titled(title: str) -> str:
    return f"plan:\n  id: tested\n  title: {title}\n"


@pytest.mark.parametrize("quoted", re.findall(r"`title: (\".+\")`", PAGE))
def test_what_the_page_puts_in_quotes_needs_them(write: Write, quoted: str) -> None:
    assert load_plan(write({"plan.yaml": plan_titled(quoted)})).problems == []
    assert load_plan(write({"plan.yaml": plan_titled(quoted.strip('"'))})).problems


@pytest.mark.parametrize(
    "sign", re.findall(r"`(\W)`", PAGE.partition("such as `*`")[2].partition("\n")[0])
)
def test_text_that_begins_with_a_sign_of_yaml_is_found(write: Write, sign: str) -> None:
    assert load_plan(write({"plan.yaml": plan_titled(f"{sign}New schools")})).problems
