"""Measures that are computed from others: whether that can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import declared
from planctl.link.loops import find_loops

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planctl.link.linker import Linker
    from planctl.link.scope import ScopeReader
    from planctl.model.measure import Derivation, Measure

_WORDS = frozenset({"yes_no", "date"})
_SHARES = frozenset({None, "percent", "ratio"})
_HOW_MANY = {"ratio": (2, 2), "gap": (1, 1), "difference": (2, None)}
_NAMES = {"gap": "gap", "share_met": "share that met"}


def check_derivations(linker: Linker, scope: ScopeReader) -> None:
    """Report what cannot be computed: unknown measures, other units, circles."""
    measures = [one.record for one in linker.loaded.measures]
    links: list[list[int]] = []
    for measure in measures:
        how = measure.derive
        links.append([] if how is None else _parts(scope, measure, how))
        if how is None or len(links[-1]) < len(how.of):
            continue
        why = _number(how) or _units(measure, how, [measures[p] for p in links[-1]])
        if why:
            _report(scope, measure, why)
    for loop in find_loops(links):
        names = [measures[place].id for place in (*loop, loop[0])]
        message = f"{names[0]} is derived from itself: {' from '.join(names)}"
        _report(scope, measures[loop[0]], message)


def _parts(scope: ScopeReader, measure: Measure, how: Derivation) -> list[int]:
    """The positions of the measures that one is made of; reports unknown names."""
    scope.group(measure, ("derive", "group"), how.group)
    found = (
        scope.measure(measure, ("derive", "of", nth), name)
        for nth, name in enumerate(how.of)
    )
    return [one for one in found if one is not None]


def _number(how: Derivation) -> str:
    """Why there are too few measures, or too many."""
    least, most = _HOW_MANY.get(how.how, (1, None))
    name, count = _NAMES.get(how.how, how.how), len(how.of)
    if count < least or (most is not None and count > most):
        words = "one measure" if least == 1 else f"{least} measures"
        more = "" if most else " or more"
        named = f"{count} are named" if count > 1 else f"{count or 'none'} is named"
        return f"a {name} is of {words}{more}, and {named}"
    return ""


def _units(measure: Measure, how: Derivation, parts: Sequence[Measure]) -> str:
    """Why the units do not go together."""
    name = _NAMES.get(how.how, how.how)
    if how.how in {"ratio", "share_met"}:
        if measure.unit not in _SHARES:
            return (
                f"a {name} is in percent or a ratio, and {measure.id} in {measure.unit}"
            )
        if how.how == "share_met":
            return ""
    for part in parts:
        if part.values or part.unit in _WORDS:
            return f"{part.id} has no numbers to make a {name} of"
    first, *rest = parts
    for part in rest:
        if part.unit != first.unit:
            return f"{first.id} is in {_unit(first)}, and {part.id} in {_unit(part)}"
    fits = {None, first.unit, *(("points",) if first.unit == "percent" else ())}
    if how.how != "ratio" and measure.unit not in fits:
        return f"{measure.id} is in {_unit(measure)}, and {first.id} in {_unit(first)}"
    return ""


def _unit(measure: Measure) -> str:
    return measure.unit or "no unit"


def _report(scope: ScopeReader, measure: Measure, message: str) -> None:
    scope.add(
        declared.BAD_DERIVATION,
        message,
        measure,
        ("derive",),
        help="sums, differences and means need one unit; a ratio is of two measures",
    )
