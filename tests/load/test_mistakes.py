"""Every kind of mistake that loading finds: once, at its place, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planctl.load.files import PLAN_FILE
from tests.load.entries import ENTRIES
from tests.load.fields import FIELDS, Case
from tests.load.plans import beside, items, told, with_field
from tests.load.settings import SETTINGS
from tests.source.reading import is_inside

if TYPE_CHECKING:
    from tests.load.plans import Check


@pytest.mark.parametrize("case", FIELDS, ids=lambda case: case.text)
def test_a_mistake_in_a_field_is_one_finding_and_the_item_stays(
    check: Check, case: Case
) -> None:
    checked = check(with_field(case.text))
    assert told(checked) == [(case.told, case.help)]
    assert items(checked) == [("goals", "G1", "Literacy")]


@pytest.mark.parametrize("case", [*ENTRIES, *SETTINGS], ids=lambda case: case.text)
def test_a_mistake_in_an_entry_or_a_section_is_one_finding(
    check: Check, case: Case
) -> None:
    assert told(check(beside(case.text))) == [(case.told, case.help)]


@pytest.mark.parametrize("case", [*ENTRIES, *SETTINGS], ids=lambda case: case.text)
def test_every_place_that_is_told_lies_in_its_file(check: Check, case: Case) -> None:
    checked = check(beside(case.text))
    texts = {source.path: source.text for source in checked.loaded.sources}
    for one in checked.diagnostics:
        for span in (one.span, *(related.span for related in one.related)):
            assert is_inside(texts[span.file].split("\n"), span)


@pytest.mark.parametrize("case", [*ENTRIES, *SETTINGS], ids=lambda case: case.text)
def test_what_stands_in_other_files_is_read_all_the_same(
    check: Check, case: Case
) -> None:
    files = {
        **beside(case.text),
        "b.yaml": "tasks:\n  - id: T1\n    title: Hire a coach\n",
        "owners.yaml": "owners:\n  - name: Coaches\n",
    }
    checked = check(files)
    assert ("tasks", "T1", "Hire a coach") in items(checked)
    assert "Coaches" in [owner.name for owner in checked.plan.owners]
    assert told(checked) == [(case.told, case.help)]


def test_two_places_of_one_section_are_both_named(check: Check) -> None:
    checked = check(beside("levels: {aims: Aim}"))
    (one,) = checked.diagnostics
    (first,) = one.related
    assert first.label == "the first one is here"
    assert (first.span.file, first.span.line) == (PLAN_FILE, 2)


def test_a_plan_without_its_own_section_is_told_what_to_write(check: Check) -> None:
    (one,) = told(check({"plan.yaml": "levels: {goals: Goal}\n"}))
    assert one == (
        "plan.yaml 1:1-1 missing-key: `plan` is missing",
        "write `plan:` with `id:` and `title:` below it",
    )


def test_a_level_may_not_have_a_word_of_the_language(check: Check) -> None:
    checked = check(
        "plan: {id: p, title: P}\nlevels:\n  goals: Goal\n  owners: Owner\n"
    )
    ((message, help_text),) = told(checked)
    assert message == (
        "plan.yaml 4:3-9 invalid-value: `owners` is a word of the plan language "
        "and cannot be a level"
    )
    assert help_text == "choose another key, for example `plan_owners`"
    assert list(checked.plan.levels) == ["goals"]


def test_a_later_form_of_the_language_is_refused(check: Check) -> None:
    checked = check("plan:\n  id: p\n  title: P\n  format: 2\n")
    assert told(checked) == [
        (
            "plan.yaml 4:11-12 unknown-format: format 2 is not known to this version",
            "this version reads format 1",
        )
    ]


@pytest.mark.parametrize("coverage", ["-1", "101"])
def test_a_share_beyond_all_or_nothing_is_out_of_range(
    check: Check, coverage: str
) -> None:
    ((message, help_text),) = told(
        check(f"plan: {{id: p, title: P, coverage: {coverage}}}\n")
    )
    assert message.endswith(f"`coverage` is out of range: `{coverage}`")
    assert help_text == "0 to 100"


@pytest.mark.parametrize("plan", ["text", "[a]"])
def test_a_plan_that_is_no_group_of_fields_is_one_finding(
    check: Check, plan: str
) -> None:
    checked = check({"plan.yaml": f"plan: {plan}\n", "owners.yaml": "owners: Anna\n"})
    ((message, _),) = told(checked)
    assert "the entry takes fields, not a" in message
    assert [owner.name for owner in checked.plan.owners] == ["Anna"]


def test_without_any_level_the_keys_that_are_known_are_listed(check: Check) -> None:
    (told_of,) = told(check("plan: {id: p, title: P}\nxyzzy:\n  - id: A\n"))
    assert told_of[0] == "plan.yaml 2:1-6 unknown-key: `xyzzy` is not known here"
    assert told_of[1].startswith("known here are `calendar`, `claims`, `cycles`, ")


def test_a_plan_with_many_levels_lists_not_all_of_them(check: Check) -> None:
    levels = "".join(f"  level{n}: Level {n}\n" for n in range(30))
    checked = check(f"plan: {{id: p, title: P}}\nlevels:\n{levels}xyzzy: a\n")
    ((_, help_text),) = told(checked)
    assert help_text.startswith("the levels of this plan are `level0`, `level1`")
    assert help_text.endswith("`level23` and 6 more")


def test_a_long_value_is_shortened_in_what_is_said(check: Check) -> None:
    ((message, _),) = told(check(with_field(f"weight: {'heavy ' * 40}".rstrip())))
    assert message.endswith("`weight` cannot be read: `" + ("heavy " * 10)[:59] + "…`")
