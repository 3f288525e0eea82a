"""What a card says of a measure: what it is, its targets, its values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.progress.verdicts.privacy import Privacy
from planctl.progress.verdicts.series import Cell
from planctl.progress.verdicts.together import SeriesBook
from planctl.report.card.targets import target_lines
from planctl.report.card.view import Card
from planctl.report.packet.views import Fact
from planctl.report.progress.sentences import retired_text
from planctl.report.progress.words import MISSING_WORDS, value_text
from planctl.report.wording import count, scope_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.check import CheckedPlan
    from planctl.link import LinkedPlan
    from planctl.model.measure import Measure
    from planctl.progress.verdicts.series import Measured


def measure_card(checked: CheckedPlan, place: int) -> Card:
    """The card of the measure at a position of the plan."""
    plan = checked.plan
    measure = plan.measures[place]
    span = plan.places.span(measure)
    users = [item for item in plan.items if place in item.measures]
    facts = [
        Fact("Description", (measure.description,) if measure.description else ()),
        Fact("Unit", (measure.unit,) if measure.unit else ()),
        Fact("Better", (measure.direction,) if measure.direction else ()),
        Fact("Ended", (retired_text(measure.retired),) if measure.retired else ()),
        Fact("Baseline", tuple(_baselines(plan, place))),
        Fact("Source", measure.data_source),
        Fact("Targets", tuple(target_lines(checked, measure=place))),
        Fact("Used by", tuple(f"{item.id} {item.title}" for item in users)),
    ]
    return Card(
        f"Measure {measure.id}: {measure.title}",
        f"{span.file}:{span.line}",
        tuple(fact for fact in facts if fact.texts),
        tuple(_values(checked, measure, place)),
    )


def _baselines(plan: LinkedPlan, place: int) -> Iterator[str]:
    measure, privacy = plan.measures[place], Privacy(plan)
    for one in plan.baselines:
        if one.measure != place or one.value is None:
            continue
        if privacy.hides(one):
            text = "withheld"
        else:
            text = value_text(one.value, measure.unit, measure.values)
        period = f" in {one.period.text}" if one.period else ""
        scope = scope_text(plan, one.group, one.site)
        yield f"{text}{period}{f', {scope}' if scope else ''}"


def _values(checked: CheckedPlan, measure: Measure, place: int) -> Iterator[Fact]:
    """The values by period: of everybody first, then of each group and site."""
    plan = checked.plan
    book = SeriesBook(plan, Privacy(plan).observations, checked.standing.as_of)
    whole = Cell(place)
    others = [cell for cell in book.cells(place) if cell != whole]
    by_period: dict[str, list[str]] = {}
    for cell in (whole, *others):
        scope = scope_text(plan, cell.group, cell.site)
        for one in book.series(cell).entries:
            by_period.setdefault(one.name, []).append(_value(one, measure, scope))
    for period, texts in by_period.items():
        yield Fact(period, tuple(texts))


def _value(one: Measured, measure: Measure, scope: str) -> str:
    if one.value is None:
        text = MISSING_WORDS.get(one.missing or "", "no value")
    else:
        text = value_text(one.value, measure.unit, measure.values)
    more = [
        one.kind.replace("_", " ") if one.kind != "final" else "",
        count(one.n, "student") if one.n is not None else "",
        one.made.replace("_", " "),
    ]
    said = ", ".join(part for part in more if part)
    return f"{scope}: {text}{f' ({said})' if said else ''}".removeprefix(": ")
