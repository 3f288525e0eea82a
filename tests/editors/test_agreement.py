"""The JSON Schema and planctl agree on what is a plan, apart from a written list."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from check_jsonschema.parsers.yaml import (  # type: ignore[import-untyped]
    ParseError,
    construct_yaml_implementation,
    impl2loader,
)
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from planctl.check import check_plan
from planctl.diagnostics import Severity
from planctl.render.json_schema import language_schema
from tests.conftest import AS_OF, EXAMPLES, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan

    Check = Callable[[str], CheckedPlan]

GENERAL = "schemas/plan.schema.json"
LAKESHORE = ROOT / "tests" / "lakeshore"
CORPUS = Path(__file__).resolve().parent / "corpus"
GOOD = sorted(path.stem for path in (CORPUS / "good").iterdir())
BAD = sorted(path.stem for path in (CORPUS / "bad").iterdir())
FILES = sorted(
    path.relative_to(EXAMPLES).as_posix()
    for plan in EXAMPLES.glob("*/plan.yaml")
    for path in plan.parent.rglob("*.y*ml")
)

# What only planctl can see, and why no schema can.
ONLY_PLANCTL = {
    "anchor": "a program that reads YAML resolves anchors before a schema is asked",
    "day-that-is-none": "the lengths of months are beyond a pattern",
    "empty-level": "a field that is being typed is empty for a while",
    "item-with-empty-title": "a field that is being typed is empty for a while",
    "lost-text": "comments are gone before a schema is asked",
    "null-word": "it is the same as an empty value, which is allowed",
    "number-with-an-exponent": "it is typed as a number before a schema is asked",
}
# What a schema can see only where it knows the plan's own words.
ONLY_WITH_THE_PLAN = {
    "undeclared-level": "without a plan any key may be a level",
    "undeclared-level-at-the-top": "without a plan any key may be a level",
    "unknown-cycle": "the cycles are the plan's own",
    "unknown-id": "the ids are the plan's own",
    "unknown-id-reported": "the ids are the plan's own",
    "unknown-level-of-a-cycle": "the levels are the plan's own",
}

_load = impl2loader(construct_yaml_implementation())


def accepts(schema: dict[str, Any], path: Path) -> bool:
    """Whether check-jsonschema's reader can read a file and a schema accepts it."""
    try:
        with path.open("rb") as file:
            data = _load(file)
    except ParseError:
        return False
    return bool(Draft202012Validator(schema).is_valid(data))


@cache
def written(name: str) -> dict[str, Any]:
    """A schema that stands in the repository."""
    schema: dict[str, Any] = json.loads((ROOT / name).read_text("utf-8"))
    return schema


def families_of_errors(checked: CheckedPlan) -> set[str]:
    return {
        one.check.family
        for one in checked.diagnostics
        if one.severity is Severity.ERROR
    }


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_an_example_fits_both_schemas(name: str) -> None:
    plan = name.partition("/")[0]
    assert accepts(written(GENERAL), EXAMPLES / name)
    assert accepts(written(f"examples/{plan}/.planctl/schema.json"), EXAMPLES / name)


@pytest.mark.parametrize("name", sorted(p.name for p in LAKESHORE.iterdir()))
def test_a_plan_that_uses_another_fits_its_schema(name: str) -> None:
    checked = check_plan(LAKESHORE / name, AS_OF)
    for path in (LAKESHORE / name).rglob("*.yaml"):
        assert accepts(written(GENERAL), path)
        assert accepts(language_schema(checked), path)


@pytest.mark.parametrize(
    "name",
    [
        GENERAL,
        *(
            f"examples/{p.parent.name}/.planctl/schema.json"
            for p in EXAMPLES.glob("*/plan.yaml")
        ),
    ],
)
def test_a_schema_is_one_and_describes_every_property(name: str) -> None:
    schema = written(name)
    Draft202012Validator.check_schema(schema)
    for record in (schema, *schema["$defs"].values()):
        for key, field in record.get("properties", {}).items():
            assert field["description"], key


@pytest.mark.parametrize("name", GOOD)
def test_a_good_plan_is_accepted_by_both(check: Check, name: str) -> None:
    path = CORPUS / "good" / f"{name}.yaml"
    checked = check(path.read_text("utf-8"))
    assert families_of_errors(checked) == set()
    assert accepts(written(GENERAL), path)
    assert accepts(language_schema(checked), path)


@pytest.mark.parametrize("name", BAD)
def test_a_bad_plan_is_refused_by_both(check: Check, name: str) -> None:
    path = CORPUS / "bad" / f"{name}.yaml"
    checked = check(path.read_text("utf-8"))
    assert families_of_errors(checked) & {"fields", "files", "references"}
    general = name in ONLY_PLANCTL or name in ONLY_WITH_THE_PLAN
    assert accepts(written(GENERAL), path) is general
    assert accepts(language_schema(checked), path) is (name in ONLY_PLANCTL)


def test_the_lists_of_exceptions_name_bad_plans_only() -> None:
    assert {*ONLY_PLANCTL, *ONLY_WITH_THE_PLAN} <= set(BAD)
