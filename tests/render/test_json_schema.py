"""JSON Schema of plan files: which words it offers, and what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from planctl.load.shapes import shape_of
from planctl.render.json_schema import language_schema, modeline
from planctl.render.json_schema.fields import FIELDS
from planctl.render.json_schema.values import any_case, typed

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan

    Check = Callable[..., CheckedPlan]

PLAN = """\
plan: {id: lakeshore, title: Lakeshore, period: 2024-2026}
levels:
  goals: Goal
owners:
  - id: office
    name: Curriculum Office
scale:
  complete: [Done]
goals:
  - id: "1.10"
    title: Reading
    formerly: R
  - id: "2022"
    title: Writing
    responsible: Office
"""


def accepts(checked: CheckedPlan, data: object) -> bool:
    return bool(Draft202012Validator(language_schema(checked)).is_valid(data))


def offered(checked: CheckedPlan, name: str) -> dict[Any, str]:
    first = language_schema(checked)["$defs"][name]["anyOf"][0]
    texts = first.get("enumDescriptions", ("",) * len(first["enum"]))
    return dict(zip(first["enum"], texts, strict=True))


def citing(word: object) -> dict[str, object]:
    return {"goals": {"id": "new", "title": "New", "aligns_to": word}}


def reporting(item: str) -> dict[str, object]:
    return {"updates": {"cycle": "as-published", "items": {item: "Done"}}}


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("1.10", 1.1),
        ("2022", 2022),
        ("007", 7),
        ("0x1F", 31),
        ("1e3", 1000.0),
        ("1_000", 1000),
        ("TRUE", True),
        ("false", False),
        ("1e999", "1e999"),
        ("G1.1", "G1.1"),
        ("no", "no"),
        ("", ""),
    ],
)
def test_a_word_is_typed_by_its_looks(word: str, value: object) -> None:
    assert typed(word) == value
    assert type(typed(word)) is type(value)


def test_an_id_that_looks_like_a_number_is_accepted_as_one(check: Check) -> None:
    checked = check(PLAN)
    for word in ("1.10", 1.1, "2022", 2022, "R", None, "district:G1"):
        assert accepts(checked, citing(word)), word
    for wrong in ("1.2", 1.2, 2023, True, ["G9"]):
        assert not accepts(checked, citing(wrong)), wrong


def test_an_id_that_looks_like_a_number_is_a_key_in_every_spelling(
    check: Check,
) -> None:
    checked = check(PLAN)
    for key in ("1.10", "1.1", "2022", "R", "district:G1"):
        assert accepts(checked, reporting(key)), key
    assert not accepts(checked, reporting("1.2"))


def test_ids_are_offered_with_titles_and_words_with_states(check: Check) -> None:
    checked = check(PLAN)
    assert offered(checked, "AnyId")["1.10"] == "Reading"
    assert offered(checked, "StatusWord")["Done"] == "Counts as complete."
    assert offered(checked, "OwnerName") == {
        "office": "Curriculum Office",
        "Curriculum Office": "",
    }
    assert "2025-26/end-of-year" in offered(checked, "CycleOfYear")


def test_words_that_planctl_only_warns_of_are_accepted(check: Check) -> None:
    checked = check(PLAN)
    item = {"id": "new", "title": "New", "responsible": "somebody", "site": "there"}
    assert accepts(checked, {"goals": item})
    entry = {"status": "almost done", "rating": 7}
    updates = {"cycle": "as-published", "items": {"R": entry}}
    assert accepts(checked, {"updates": updates})


def test_nothing_is_refused_that_a_part_which_cannot_be_read_may_hold(
    check: Check,
) -> None:
    checked = check({"plan.yaml": PLAN, "more.yaml": "goals:\n  - id: 'G9\n"})
    assert accepts(checked, citing("G9"))
    assert accepts(checked, {"steps": {"id": "S1", "title": "Step"}})


def test_an_unknown_id_is_refused_unless_the_plan_lowers_the_rule(
    check: Check,
) -> None:
    lint = "lint:\n  severity:\n    unknown-reference: warning\n"
    assert not accepts(check(PLAN), citing("G9"))
    assert accepts(check(PLAN + lint), citing("G9"))


def test_a_reference_that_is_ignored_with_a_reason_is_no_mistake(
    check: Check,
) -> None:
    wrong = "    aligns_to: OE7.b  # planctl: ignore[unknown-reference] printed so\n"
    assert offered(check(PLAN + wrong), "AnyId")["OE7.b"] == "printed so"


def test_ids_of_a_plan_that_is_used_are_offered_with_its_prefix(
    check: Check,
) -> None:
    own = "plan: {id: school, title: School, uses: district}\n"
    files = {".git/HEAD": "", "plan.yaml": own, "district/plan.yaml": PLAN}
    checked = check(files)
    assert offered(checked, "AnyId")["lakeshore:1.10"] == "Reading"
    assert accepts(checked, citing("lakeshore:1.10"))


def test_a_field_of_the_plans_words_is_a_field() -> None:
    for record, key in FIELDS:
        assert key in shape_of(record)


def test_any_case_is_any_case() -> None:
    assert any_case(["a/b."]) == r"^\s*([aA]\/[bB]\.)\s*$"


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("plan.yaml", ".planctl/schema.json"),
        ("updates/2024/mid-year.yaml", "../../.planctl/schema.json"),
    ],
)
def test_the_first_line_leads_from_the_file_to_the_schema(name: str, path: str) -> None:
    assert modeline(name) == f"# yaml-language-server: $schema={path}\n"
