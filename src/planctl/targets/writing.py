"""Writes a target as a text that reads as the same target."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from planctl.targets.amount_words import SIGNS
from planctl.targets.said import Amount, Form, Mark, Said, Sentence, Step, UnreadError
from planctl.targets.target import Context, Target
from planctl.targets.words import Way

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from planctl.targets.said import Peer, Start

_VERBS = {Way.UP: "increase", Way.DOWN: "reduce", Way.BETTER: "improve"}
_SIGNS = {Way.UP: "+", Way.DOWN: "-"}
_FACTORS = {"2": "double", "3": "triple", "4": "quadruple", "0.5": "halve"}
_PARTS = {
    "1/2": "half",
    "1/3": "a third",
    "2/3": "two thirds",
    "1/4": "a quarter",
    "3/4": "three quarters",
}
_BARE = frozenset({Mark.NONE, Mark.PERCENT, Mark.POINTS, Mark.OF_BASELINE, Mark.UNIT})
_CURRENCIES = {unit: sign for sign, unit in SIGNS.items()}


def write_target(target: Target, context: Context | None = None) -> str:
    """Write a target in the canonical form, its tolerance aside.

    Read for the same measure it is the same target again. Where another series stands
    for the number, there is no such text, and the series is described.
    """
    steps = tuple(Step(rung.said, rung.due) for rung in target.rungs)
    start = target.start
    if target.change is not None and start is not None and start.amount is not None:
        start = replace(start, amount=None) if start.period else None
    wanted = Sentence(
        steps, target.named, target.each, start, target.per_year, target.change
    )
    known = context or Context()
    texts = list(_texts(wanted))
    return next((text for text in texts if _says(text, wanted, known)), texts[-1])


def write_amount(amount: Amount) -> str:
    """Write an amount: `5%`, `$1,200`, `3 of 6`, `a third`."""
    if amount.mark in {Mark.WORD, Mark.DAY}:
        return amount.unit
    if amount.of is None:
        sign = "-" if amount.number < 0 else ""
        return sign + _before(amount) + _plain(abs(amount.number)) + _behind(amount)
    if amount.mark is Mark.RATIO:
        return f"{_plain(amount.number)}:{_plain(amount.of)}"
    if amount.mark is Mark.OF:
        return f"{_plain(amount.number)} of {_plain(amount.of)}"
    name = _PARTS.get(f"{amount.number}/{amount.of}")
    return name or f"{_plain(amount.number)}/{_plain(amount.of)}"


def write_number(number: Decimal, unit: str | None = None) -> str:
    """Write a number without zeros that say nothing: `26.96`, `1200`.

    In the unit `percent` it has its sign; in `date` it is a day, from January 1, 1:
    `2029-06-01`.
    """
    if unit == "date" and 1 <= number <= date.max.toordinal():
        return date.fromordinal(int(number)).isoformat()
    return f"{number.normalize():f}{'%' if unit == 'percent' else ''}"


def _says(text: str, wanted: Sentence, context: Context) -> bool:
    try:
        return context.sentence(text) == wanted
    except UnreadError:
        return False


def _texts(wanted: Sentence) -> Iterator[str]:
    """Texts that may say it, the plainest first."""
    for named in (wanted.named, f"({wanted.named})" if wanted.named else ""):
        for by in ("by", "in"):
            yield _sentence(wanted, named, by)
    if wanted.change is not None:
        named = f"({wanted.named})" if wanted.named else ""
        yield _sentence(wanted, named, "by", told=True)


def _sentence(wanted: Sentence, named: str, by: str, *, told: bool = False) -> str:
    first = wanted.steps[0].said
    is_way = wanted.start is not None and wanted.start.amount is not None
    is_way = is_way and first.form in {Form.LEVEL, Form.FLOOR, Form.CEILING}
    rest = [
        "a year" if wanted.per_year else "",
        "" if is_way else _start(wanted.start),
        f"for every {wanted.each}" if wanted.each else "",
    ]
    texts = []
    for place, step in enumerate(wanted.steps):
        said = _said(step.said)
        if wanted.change is not None and told:
            said = f"{said} ({_told(wanted.change)})"
        elif wanted.change is not None:
            said = f"{_led_by(wanted.change)} to {_bare_level(step.said)}"
        if is_way and not place:
            said = f"{_start(wanted.start)} to {said.removeprefix('to ')}"
            if step.said.way is not None:
                said = f"{_VERBS[step.said.way]} {_way(wanted.start, step.said)}"
        parts = [said, *(() if place else (named, *rest))]
        parts.append(f"{by} {step.due}" if step.due else "")
        texts.append(" ".join(part for part in parts if part))
    return "; ".join(texts)


def _led_by(change: Said) -> str:
    """The change that leads to a level."""
    return f"{_VERBS[change.way or Way.BETTER]} by {_span(change)}"


def _told(change: Said) -> str:
    """The change in parentheses behind its level."""
    sign = _SIGNS.get(change.way or Way.BETTER, "")
    return f"{sign}{write_amount(change.amounts[0])}"


def _bare_level(said: Said) -> str:
    """A level or a bound as it stands behind `to`."""
    return _said(replace(said, way=None)).removeprefix("to ")


def _way(start: Start | None, said: Said) -> str:
    return f"{_start(start)} to {_span(said)}"


def _start(start: Start | None) -> str:
    if start is None:
        return ""
    if start.is_previous:
        return "from previous"
    if start.amount is None:
        return f"from {start.period or 'baseline'}"
    period = f" in {start.period}" if start.period else ""
    return f"from {write_amount(start.amount)}{period}"


def _said(said: Said) -> str:
    """A step in words."""
    if said.peer is not None:
        return f"{_bound(said)}{_peer(said.peer)}"
    return _WRITERS[said.form](said)


def _level(said: Said) -> str:
    if said.way is not None:
        return f"{_VERBS[said.way]} to {_span(said)}"
    return f"{_to(said)}{_span(said)}"


def _to(said: Said) -> str:
    """Behind `to`, a sign is the number's own."""
    return "to " if said.amounts[0].number < 0 else ""


def _bounded(said: Said) -> str:
    return f"{_to(said)}{_bound(said)}{write_amount(said.amounts[0])}"


def _bound(said: Said) -> str:
    if said.form is Form.FLOOR:
        return "more than " if said.is_strict else "at least "
    if said.form is Form.CEILING:
        return "less than " if said.is_strict else "at most "
    return ""


def _change(said: Said) -> str:
    sign = _SIGNS.get(said.way) if said.way else None
    is_signed = said.amounts[0].mark in _BARE and sign
    if is_signed and not said.is_strict:
        return f"{sign}{_span(said)}"
    verb = _VERBS[said.way or Way.BETTER]
    return f"{verb} by {'more than ' if said.is_strict else ''}{_span(said)}"


def _within(said: Said) -> str:
    if said.around is None:
        return f"within {_span(said, 'and')}"
    return f"within {write_amount(said.amounts[0])} of {write_amount(said.around)}"


def _maintain(said: Said) -> str:
    if not said.amounts:
        return "maintain"
    form = {Way.UP: Form.FLOOR, Way.DOWN: Form.CEILING}.get(said.way or Way.BETTER)
    if form is None:
        return f"maintain {_span(said)}"
    bound = Said(form, said.amounts, is_strict=said.is_strict)
    return f"maintain {_bound(bound)}{write_amount(said.amounts[0])}"


def _direction(said: Said) -> str:
    return _VERBS[said.way or Way.BETTER]


def _factor(said: Said) -> str:
    strictly = "more than " if said.is_strict else ""
    factor = str(said.amounts[0].number)
    return strictly + _FACTORS.get(factor, f"{factor}x")


def _gap(said: Said) -> str:
    share = said.amounts[0]
    if share.of == share.number:
        return "close the gap"
    return f"close the gap by {write_amount(share)}"


_WRITERS = {
    Form.LEVEL: _level,
    Form.FLOOR: _bounded,
    Form.CEILING: _bounded,
    Form.CHANGE: _change,
    Form.WITHIN: _within,
    Form.MAINTAIN: _maintain,
    Form.DIRECTION: _direction,
    Form.FACTOR: _factor,
    Form.GAP: _gap,
}


def _span(said: Said, joint: str = "") -> str:
    """One amount, or a range: `5-10%`, `between a third and half`."""
    first, last = said.amounts[0], said.amounts[-1]
    if len(said.amounts) == 1:
        return write_amount(first)
    if first.mark in _BARE and first.number >= 0:
        return f"{_before(first)}{_plain(first.number)}-{_bare(last)}"
    ends = f"{write_amount(first)} and {write_amount(last)}"
    return ends if joint else f"between {ends}"


def _bare(amount: Amount) -> str:
    return _plain(amount.number) + _behind(amount)


def _before(amount: Amount) -> str:
    return _CURRENCIES.get(amount.unit, "")


def _behind(amount: Amount) -> str:
    is_one = abs(amount.number) == 1
    if amount.mark is Mark.PERCENT:
        return "%"
    if amount.mark is Mark.OF_BASELINE:
        return "% of baseline"
    if amount.mark is Mark.POINTS:
        return " point" if is_one else " points"
    if amount.mark is Mark.UNIT and amount.unit not in _CURRENCIES:
        return f" {amount.unit.removesuffix('s') if is_one else amount.unit}"
    return ""


def _plain(number: Decimal) -> str:
    return f"{number:,f}"


def _peer(peer: Peer) -> str:
    parts = (("measure", peer.measure), ("group", peer.group), ("site", peer.site))
    return ", ".join(f"{key}: {name}" for key, name in parts if name)
