"""The words of a chart: its axis, its key, its description."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from planctl.report.chart.views import Kind, has_value
from planctl.report.target_words import day_of, level_text
from planctl.report.wording import count, listed, short_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planctl.report.chart.views import Chart, Panel, TargetLine

_UNITS = {
    "percent": "Percent",
    "points": "Points",
    "count": "Number",
    "minutes": "Minutes",
    "hours": "Hours",
    "days": "Days",
    "weeks": "Weeks",
    "ratio": "Ratio",
    "index": "Index",
    "score": "Score",
    "date": "Date",
    "USD": "Dollars",
    "EUR": "Euros",
    "GBP": "Pounds",
    "CAD": "Canadian dollars",
}
_BETTER = {
    "increase": "higher is better",
    "decrease": "lower is better",
    "maintain": "to be kept",
    "within": "to stay within limits",
}
_BETTER_DAYS = {"increase": "later is better", "decrease": "earlier is better"}
_POWERS = {
    100_000: (1_000, "thousands"),
    1_000_000: (1_000_000, "millions"),
    1_000_000_000: (1_000_000_000, "billions"),
    1_000_000_000_000: (1_000_000_000_000, "trillions"),
}
"""From which value on an axis is told in which power of ten: 150,000 as 150."""
LEADS_TO = "At this pace"
"""What a forecast is called."""
KINDS = {
    Kind.PROVISIONAL: "provisional",
    Kind.DISPUTED: "disputed",
    Kind.YEAR_TO_DATE: "part of a year",
    Kind.PROJECTED: "projected",
    Kind.MISSING: "no value",
}
"""What a value is, where it is not final."""


def power_of(largest: Decimal, unit: str | None) -> int:
    """The power of ten in which an axis is told that goes up to a value: 1, 1,000."""
    if unit in {"percent", "date"}:
        return 1
    powers = [power for least, (power, _) in _POWERS.items() if largest >= least]
    return max(powers, default=1)


def axis_caption(
    unit: str | None, direction: str | None, power: int = 1, begins_at: str = ""
) -> str:
    """What an axis shows: `Percent; lower is better; axis from 20%, not 0`."""
    name = _UNITS.get(unit or "", "")
    if power > 1:
        name = f"{name or 'Number'}, in {dict(_POWERS.values())[power]}"
    cut = f"axis from {begins_at}, not 0" if begins_at else ""
    better = {**_BETTER, **_BETTER_DAYS} if unit == "date" else _BETTER
    parts = [part for part in (name, better.get(direction or "", ""), cut) if part]
    caption = "; ".join(parts)
    return caption[:1].upper() + caption[1:]


def axis_text(value: Decimal, unit: str | None, power: int = 1) -> str:
    """A value on an axis; its caption says the unit, so that times go without."""
    if unit == "date":
        return short_day(day_of(value))
    return level_text(value / power, unit if unit in {"percent", "USD"} else None)


def observed_text(panel: Panel) -> str:
    """The key of the observed values: `Observed: 22.2% in 2018-19`."""
    last = panel.last
    if last is None:
        return "Observed"
    return f"Observed: {last.text} in {last.period}" + _kind(last.kind)


def _kind(kind: Kind) -> str:
    return f" ({KINDS[kind]})" if kind in KINDS else ""


def baseline_text(panel: Panel) -> str:
    """The key of the baseline: `Baseline: 22.1% in 2017-18`."""
    baseline = panel.baseline
    if baseline is None:
        return "Baseline"
    when = f" in {baseline.period}" if baseline.period else ""
    return f"Baseline: {baseline.text}{when}"


def target_text(target: TargetLine) -> str:
    """The key of a target: `Target, read as 22 points: 44.1% by 2021-22`."""
    steps = [f"{step.text} by {step.period}" for step in target.steps]
    return f"{target.name}: {listed(steps)}" if steps else target.name


def forecast_text(panel: Panel) -> str:
    """The key of the forecast: `At this pace: 21% to 24% in 2021-22`."""
    forecast = panel.forecast
    if forecast is None:
        return LEADS_TO
    return f"{LEADS_TO}: {forecast.text} in {forecast.period}"


def break_text(chart: Chart) -> str:
    """The key of the breaks: `Not compared across 2018-19: the test changed`."""
    told = [
        f"{one.period} ({one.why})" if one.why else one.period for one in chart.breaks
    ]
    return f"Not compared across {listed(told)}"


def missing_text(panels: Sequence[Panel]) -> str:
    """The key of values that are missing: `No value: withheld; not collected`."""
    why = [
        point.text
        for panel in panels
        for point in panel.points
        if point.kind is Kind.MISSING
    ]
    return f"No value: {'; '.join(dict.fromkeys(why))}"


def not_drawn(panels: int, targets: int) -> str:
    """What only the table has: `3 more are in the table.`, or nothing."""
    told = []
    if panels:
        told.append(f"{panels:,} more")
    if targets:
        told.append(count(targets, "more target", "more targets"))
    if not told:
        return ""
    return f"{listed(told)} {'is' if panels + targets == 1 else 'are'} in the table."


def title_text(chart: Chart) -> str:
    """What a chart says, in one line."""
    return f"{chart.title}: {chart.finding}" if chart.finding else chart.title


def description(chart: Chart) -> str:
    """What a chart shows, for those who do not see it."""
    told = [text for panel in chart.panels for text in _panel_texts(panel)]
    if chart.breaks:
        told.append(break_text(chart))
    return " ".join(f"{text.rstrip('.')}." for text in told)


def _panel_texts(panel: Panel) -> Iterator[str]:
    told = []
    if panel.baseline is not None:
        told.append(baseline_text(panel))
    if any(has_value(point) for point in panel.points):
        told.append(observed_text(panel))
    told += [target_text(target) for target in panel.targets]
    if panel.forecast is not None:
        told.append(forecast_text(panel))
    if panel.remark:
        told.append(panel.remark)
    if panel.name and told:
        told[0] = f"{panel.name}: {told[0][:1].lower()}{told[0][1:]}"
    yield from told
