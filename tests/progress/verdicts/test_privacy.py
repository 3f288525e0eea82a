"""What may not be shown is shown nowhere, and cannot be computed from what is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planctl.progress.verdicts.privacy import Privacy
from tests.progress.verdicts.plans import HEAD, measure, observed, row, verdict, yearly

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.conftest import Ran
    from tests.progress.verdicts.plans import Check

LAST = "period: 2025-26"
Table = dict[tuple[str, str], int]
"""How many a group counts at a site; no name is all."""

NAMES = """
groups:
  - {name: A, kind: race}
  - {name: B, kind: race}
  - {name: C, kind: race}
  - {name: Boys, kind: gender}
sites: [North, South, East]
"""


def rows(counts: Mapping[tuple[str, str], int | None]) -> list[str]:
    """An observation for each cell; of no known number where that is none."""
    found = []
    for (group, site), n in counts.items():
        scope = f", group: {group}" if group else ""
        scope += f", site: {site}" if site else ""
        number = "" if n is None else f", n: {n}"
        found.append(f"{LAST}, value: 50%{number}{scope}")
    return found


def shown(
    check: Check, counts: Mapping[tuple[str, str], int | None], more: str = ""
) -> set[tuple[str, str]]:
    """The cells whose value is shown."""
    text = f"{HEAD}{NAMES}{more}measures:\n{measure()}{observed(rows(counts))}"
    return {
        (one.group or "", one.site or "")
        for one in Privacy(check(text).plan).observations
        if one.value is not None
    }


def test_a_small_group_is_withheld_and_the_next_smallest_with_it(check: Check) -> None:
    counts = {("", ""): 100, ("A", ""): 9, ("B", ""): 41, ("C", ""): 50}
    assert shown(check, counts) == {("", ""), ("C", "")}


def test_the_plan_says_from_how_many_on_a_group_is_shown(check: Check) -> None:
    counts = {("", ""): 100, ("A", ""): 9, ("B", ""): 41, ("C", ""): 50}
    less = "progress: {minimum_group: 9}\n"
    assert shown(check, counts, less) == set(counts)
    more = "progress: {minimum_group: 51}\n"
    assert shown(check, counts, more) == {("", "")}


def test_parts_that_do_not_add_up_give_nothing_away(check: Check) -> None:
    counts = {("", ""): 500, ("A", ""): 9, ("B", ""): 41, ("C", ""): 50}
    assert shown(check, counts) == set(counts) - {("A", "")}


def test_groups_of_another_kind_are_no_part_of_the_same_total(check: Check) -> None:
    counts = {("", ""): 100, ("A", ""): 9, ("B", ""): 91, ("Boys", ""): 45}
    assert shown(check, counts) == {("", ""), ("Boys", "")}


def test_groups_of_no_kind_are_parts_only_where_they_do_add_up(check: Check) -> None:
    text = HEAD + "groups: [X, Y]\nmeasures:\n" + measure()

    def visible(whole: str, n: str) -> list[bool]:
        values = [f"{LAST}, value: 50%{whole}", f"{LAST}, value: 50%, n: 40, group: X"]
        values.append(f"{LAST}, value: 50%, n: {n}, group: Y")
        plan = check(text + observed(values)).plan
        return [one.value is not None for one in Privacy(plan).observations]

    assert visible("", "5") == [True, True, False]
    assert visible(", n: 60", "5") == [True, True, False]
    assert visible(", n: 45", "5") == [True, False, False]


def test_two_small_ones_hide_each_other_only_if_they_are_enough_together(
    check: Check,
) -> None:
    counts = {("", ""): 100, ("A", ""): 3, ("B", ""): 4, ("C", ""): 93}
    assert shown(check, counts) == {("", "")}
    counts = {("", ""): 100, ("A", ""): 6, ("B", ""): 4, ("C", ""): 90}
    assert shown(check, counts) == {("", ""), ("C", "")}


def test_a_total_withheld_among_the_groups_is_not_given_away_by_its_sites(
    check: Check,
) -> None:
    counts = {
        ("", ""): 100,
        ("A", ""): 9,
        ("B", ""): 41,
        ("C", ""): 50,
        ("B", "North"): 20,
        ("B", "South"): 21,
    }
    assert shown(check, counts) == {("", ""), ("C", ""), ("B", "South")}


def test_what_the_state_suppressed_is_protected_too(check: Check) -> None:
    text = f"{HEAD}{NAMES}measures:\n{measure()}"
    values = [*rows({("", ""): 100, ("B", ""): 40, ("C", ""): 52})]
    values.append(f"{LAST}, missing: suppressed, group: A")
    found = Privacy(check(text + observed(values)).plan).observations
    assert [one.value is not None for one in found] == [True, False, True, False]


def test_a_small_cell_is_withheld_in_every_source(check: Check) -> None:
    text = f"{HEAD}{NAMES}measures:\n{measure()}"
    values = [
        f"{LAST}, value: 50%, n: 9, group: A, source: State",
        f"{LAST}, value: 51%, group: A, source: District",
    ]
    found = Privacy(check(text + observed(values)).plan).observations
    assert [one.value for one in found] == [None, None]


def test_a_baseline_of_a_small_group_is_withheld(check: Check) -> None:
    more = "baseline: {value: 41.7%, period: 2021-22, n: 9}"
    found = row(check, "60% by 2026", yearly("50%"), baseline="", more=more)
    assert verdict(found) == "suppressed"
    assert found.baseline is not None
    assert found.baseline.value is None
    assert found.baseline.n is None
    assert found.trend == (None, None)


def test_a_baseline_is_withheld_where_the_value_of_its_cell_is(check: Check) -> None:
    values = ["period: 2021-22, value: 40%, n: 9", *yearly("50%")]
    found = row(check, "60% by 2026", values)
    assert verdict(found) == "suppressed"
    assert found.baseline is not None
    assert found.baseline.value is None


def test_a_floor_is_judged_though_the_baseline_is_withheld(check: Check) -> None:
    more = "baseline: {value: 41.7%, period: 2021-22, n: 9}"
    values = yearly("", "", "", "50%")
    found = row(check, "at least 50% by 2026", values, baseline="", more=more)
    assert verdict(found) == "met"
    assert found.trend == (None, None)
    assert found.baseline is not None
    assert found.baseline.value is None


# -- nothing can be computed -----------------------------------------------------

GROUPS = ("A", "B", "C")
SITES = ("North", "South", "East")


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Groups by sites with all their totals, some of them small."""
    inner = {
        (group, site): draw(st.sampled_from([0, 1, 4, 9, 10, 12, 30, 80]))
        for group in GROUPS[: draw(st.integers(2, 3))]
        for site in SITES[: draw(st.integers(2, 3))]
    }
    counts: Table = {cell: n for cell, n in inner.items() if n}
    for (group, site), n in inner.items():
        for total in ((group, ""), ("", site), ("", "")):
            counts[total] = counts.get(total, 0) + n
    return {cell: n for cell, n in counts.items() if n}


def equations(counts: Table) -> list[tuple[tuple[str, str], list[tuple[str, str]]]]:
    """Every total and its parts: groups over sites, sites over groups."""
    found = []
    for total in counts:
        group, site = total
        if not group:
            parts = [one for one in counts if one[0] and one[1] == site]
            found.append((total, parts))
        if not site:
            parts = [one for one in counts if one[1] and one[0] == group]
            found.append((total, parts))
    return [(total, parts) for total, parts in found if parts]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tables())
def test_from_what_is_shown_nothing_withheld_can_be_computed(
    check: Check, counts: Table
) -> None:
    visible = shown(check, counts)
    hidden = [one for one in counts if one not in visible]
    assert {one for one, n in counts.items() if n < 10} <= set(hidden)
    if not hidden:
        return
    place = {one: column for column, one in enumerate(hidden)}
    matrix = np.zeros((len(equations(counts)), len(hidden)))
    for line, (total, parts) in enumerate(equations(counts)):
        for one in (total, *parts):
            if one in place:
                matrix[line, place[one]] = -1 if one == total else 1
    _, scale, axes = np.linalg.svd(matrix)
    free = axes[np.sum(scale > 1e-9) :]
    # What can be computed does not move with anything that is left free.
    moves = np.abs(free).max(axis=0) if len(free) else np.zeros(len(hidden))
    assert [one for one, by in zip(hidden, moves, strict=True) if by < 1e-9] == []


# -- no output shows it ----------------------------------------------------------

VALUE = "41.73"
PLAN = f"""{HEAD}{NAMES}
levels: {{goals: Goal}}
measures:
  - id: readers
    title: Readers
    unit: percent
    direction: increase
    baseline:
      - {{value: {VALUE}%, period: 2021-22, group: A, n: 9, note: "was {VALUE}"}}
    targets: ["+20 points by 2026 for every group", "60% by 2026"]
goals: {{id: G1, title: Literacy, measures: readers}}
observations:
  - {{measure: readers, period: 2022-23, value: {VALUE}%, n: 9, group: A}}
  - measure: readers
    period: 2023-24
    group: B
    n: 8
    value: 39%
    note: it was {VALUE}
    was: [{{value: {VALUE}%}}]
  - {{measure: readers, period: 2024-25, value: {VALUE}%, n: 41, group: B}}
  - {{measure: readers, period: 2024-25, value: 12%, n: 9, group: A}}
  - {{measure: readers, period: 2024-25, value: 44%, n: 50, group: C}}
  - {{measure: readers, period: 2024-25, value: 42%, n: 100}}
"""


@pytest.mark.parametrize(
    "command",
    [
        ("progress", "--explain"),
        ("progress", "--format", "json"),
        ("progress", "--format", "csv"),
        ("export",),
        ("export", "--format", "csv"),
        ("show", "readers"),
        ("show", "G1"),
        ("status",),
        ("status", "--format", "json"),
        ("report", "--format", "html", "--output", "-"),
        ("report", "--format", "md", "--output", "-"),
        ("validate", "--format", "json"),
        ("validate", "--format", "sarif"),
    ],
    ids=" ".join,
)
def test_no_command_prints_what_is_withheld(
    run: Callable[..., Ran],
    write: Callable[[Mapping[str, str]], Path],
    command: tuple[str, ...],
) -> None:
    # `validate` alone shows lines of the plan's own files, to those who write them.
    folder = write({"plan.yaml": PLAN})
    out = run(*command, folder, "--as-of", "2026-12-31").out
    assert out
    assert VALUE not in out
    # Nor what is 20 points above it.
    assert "61.73" not in out
