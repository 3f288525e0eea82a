"""Small plans with one measure, and how its targets stand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planctl.progress.verdicts import find_progress
from tests.findings import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from decimal import Decimal

    from planctl.check import CheckedPlan
    from planctl.progress.verdicts import Flag, Progress, ReadRow, Row
    from planctl.progress.verdicts.case import Case

    Check = Callable[..., CheckedPlan]

HEAD = "plan: {id: lakeshore, title: Lakeshore Unified, period: 2021-26}\n"
NAMES = """
groups:
  - {name: English learners, id: EL, kind: program}
  - {name: Homeless, kind: program}
  - {name: Twins, kind: reference}
sites: [North, South, {name: State, kind: reference}]
"""
BASELINE = "40% in 2021-22"
YEARS = ("2022-23", "2023-24", "2024-25", "2025-26")
LATER = "2026-12-31"


def measure(  # noqa: PLR0913 - a measure has its fields
    targets: str = "[]",
    *,
    name: str = "readers",
    unit: str = "percent",
    direction: str = "increase",
    baseline: str = BASELINE,
    more: str = "",
) -> str:
    """A measure with its targets, which are YAML; `more` are more of its fields."""
    lines = [f"  - id: {name}", f"    title: {name}"]
    fields = {"unit": unit, "direction": direction, "baseline": baseline}
    lines += [f"    {key}: {value}" for key, value in fields.items() if value]
    lines += [f"    {line}" for line in more.splitlines()]
    return "\n".join([*lines, f"    targets: {targets}", ""])


def observed(rows: Iterable[str]) -> str:
    """Observations: `2022-23 45%`, or fields such as `period: 2022-23, n: 30`."""
    lines = ["observations:"]
    for row in rows:
        period, _, value = row.partition(" ")
        text = row if ":" in row else f'period: {period}, value: "{value}"'
        named = "" if "measure:" in text else "measure: readers, "
        lines.append(f"  - {{{named}{text}}}")
    return "\n".join(lines) + "\n" if len(lines) > 1 else ""


def yearly(*values: str) -> list[str]:
    """A value for each year after the baseline's; an empty one is left out."""
    pairs = zip(YEARS, values, strict=False)
    return [f"{year} {value}" for year, value in pairs if value]


def progress(  # noqa: PLR0913 - what a plan needs
    check: Check,
    measures: str,
    values: Iterable[str] = (),
    *,
    as_of: str = LATER,
    more: str = "",
    method: str | None = None,
) -> Progress:
    """How the targets of a plan stand that nothing is wrong with."""
    text = f"{HEAD}{NAMES}{more}measures:\n{measures}{observed(values)}"
    checked = check(text, as_of=date.fromisoformat(as_of))
    assert told(checked) == []
    return find_progress(checked.plan, date.fromisoformat(as_of), method)


def row(
    check: Check,
    target: str,
    values: Iterable[str] = (),
    *,
    as_of: str = LATER,
    plan: str = "",
    **fields: str,
) -> Row:
    """How the last step of one target stands; `fields` are those of its measure."""
    one = target if target.startswith(("{", '"')) else f'"{target}"'
    found = progress(check, measure(one, **fields), values, as_of=as_of, more=plan)
    return found.rows[-1]


def only(found: Row) -> ReadRow:
    """The one reading of a target."""
    (reading,) = found.readings
    return reading


def case_of(found: Row) -> Case:
    """What the one reading of a target rests on."""
    case = only(found).case
    assert case is not None
    return case


def asked(found: Row) -> Decimal | None:
    """What the one reading of a target asks for."""
    goal = only(found).goal
    assert goal is not None
    return goal.value


def verdict(found: Row) -> str:
    """Its verdict, as the JSON says it."""
    return found.verdict.value


def has(found: Row, flag: Flag) -> bool:
    """Whether a flag holds."""
    return flag in found.flags
