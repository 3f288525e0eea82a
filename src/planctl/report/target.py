"""What one target says: its readings, their values, and how to settle them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from planctl.calendar import Timing
from planctl.calendar.reading import read_timing
from planctl.calendar.years import SchoolCalendar
from planctl.report.target_words import (
    change_text,
    reading_sentence,
    sum_of,
    value_text,
)
from planctl.report.wording import day
from planctl.targets import (
    Context,
    Kind,
    StartingPoint,
    Target,
    goal,
    starting_point,
    write_amount,
    write_target,
)
from planctl.targets.restated import leads
from planctl.targets.writing import write_number

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from planctl.targets import Reading, Rung

_DAYS_A_YEAR = Decimal("365.25")


@dataclass(frozen=True, slots=True)
class ReadingView:
    """One reading: a sentence, then facts about it as label and text."""

    sentence: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RungView:
    """One step of a target: when it is due, and its readings."""

    due: tuple[str, ...]
    readings: tuple[ReadingView, ...]


@dataclass(frozen=True, slots=True)
class TargetView:
    """A target explained: facts about the whole, then its steps."""

    text: str
    facts: tuple[tuple[str, str], ...]
    rungs: tuple[RungView, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the text: the measure, its baseline, since when."""

    context: Context
    baseline: Decimal | None = None
    since: str = ""


def build_target(target: Target, known: Known) -> TargetView:
    """Explain a target with what is known of its measure."""
    unit = known.context.unit or unit_of(target)
    start = starting_point(target.start, known.context)
    rungs = tuple(
        RungView(
            tuple(_due(rung.due, known.context.calendar)),
            tuple(
                _reading(reading, rung, _Base(known, start, unit))
                for reading in rung.readings
            ),
        )
        for rung in target.rungs
    )
    return TargetView(target.text, tuple(_facts(target, known, unit)), rungs)


def unit_of(target: Target) -> str | None:
    """The unit that a target's own words name, where the measure's is not known."""
    amounts = [amount for rung in target.rungs for amount in rung.said.amounts]
    for amount in amounts:
        if amount.mark.name == "UNIT":
            return amount.unit
    signs = {"PERCENT", "POINTS", "OF_BASELINE"}
    return "percent" if any(one.mark.name in signs for one in amounts) else None


@dataclass(frozen=True, slots=True)
class _Base:
    """What a reading starts from."""

    known: Known
    start: StartingPoint
    unit: str | None

    @property
    def value(self) -> Decimal | None:
        """The target's own baseline, else the one that was given."""
        own = self.start.value
        return own if own is not None else self.known.baseline

    @property
    def since(self) -> datetime.date | None:
        """The last day of its period."""
        period = self.start.period or self.known.since
        return _last_day(period, self.known.context.calendar)


def _facts(target: Target, known: Known, unit: str | None) -> Iterator[tuple[str, str]]:
    if target.named:
        yield "measures", target.named
    if target.each:
        yield "holds for", f"every {target.each} that the plan declares"
    if target.per_year:
        yield "every year", "it is judged at the end of each year"
    if target.start is not None:
        yield "baseline", _baseline_text(target)
    if target.change is not None:
        yield "change", _change_text(target, known, unit)
    if known.context.unit is None and unit is not None:
        yield "unit", f"{unit}, by its own words (--unit says another)"
    canonical = write_target(target, known.context)
    if canonical != " ".join(target.text.split()):
        yield "in short", canonical


def _baseline_text(target: Target) -> str:
    start = target.start
    if start is None or start.is_previous:
        return "the value before, each time"
    if start.amount is None:
        return f"that of {start.period}" if start.period else "the measure's"
    of = f" in {start.period}" if start.period else ""
    if target.change is not None:
        return f"{write_amount(start.amount)}{of}, by its change and its level"
    return f"{write_amount(start.amount)}{of}, its own"


def _change_text(target: Target, known: Known, unit: str | None) -> str:
    """The change that is told beside the level, and whether it leads there."""
    change, level = target.change, target.final.said.amounts[0]
    if change is None:
        return ""
    said = f"{write_amount(change.amounts[0])}, which leads to the level"
    base = known.baseline
    if base is None or level.of is not None or leads(change, base, level.number):
        return said
    return f"{said}; not from {write_number(base, unit)}: correct one of them"


def _reading(reading: Reading, rung: Rung, base: _Base) -> ReadingView:
    facts: list[tuple[str, str]] = []
    asked = goal(reading, base.value)
    if asked is not None:
        facts.append(("target", value_text(reading, asked, base.unit)))
        if base.value is not None:
            facts += _sums(reading, base.value, base.unit)
        nearest = asked.value
        if nearest is not None and base.value is not None and not reading.per_year:
            facts += _pace(nearest - base.value, rung, base)
    else:
        facts.append(("target", _missing(reading, base.value)))
    if reading.is_ambiguous:
        facts.append(("to settle", _settle(reading, rung)))
    return ReadingView(reading_sentence(reading, base.unit), tuple(facts))


def _sums(
    reading: Reading, baseline: Decimal, unit: str | None
) -> Iterator[tuple[str, str]]:
    text = sum_of(reading, baseline, unit)
    if text:
        yield "that is", text


def _missing(reading: Reading, baseline: Decimal | None) -> str:
    if baseline is None:
        return "the baseline decides: give it with --baseline"
    if reading.reading is Kind.DIRECTION or reading.side is None:
        return "which way is better decides: give it with --direction"
    return "nothing can be said of a baseline of zero"


def _pace(change: Decimal, rung: Rung, base: _Base) -> Iterator[tuple[str, str]]:
    """What it takes a year, on a straight line."""
    due = _last_day(rung.due, base.known.context.calendar)
    if due is None:
        return
    if base.since is None:
        yield "a year", "give the baseline's period with --from"
        return
    years = _years(base.since, due)
    if years <= 0:
        yield "a year", "nothing: it is due before the baseline's period has ended"
        return
    yearly = change_text(change / years, base.unit)
    span = f"{day(base.since)} to {day(due)}"
    noun = "year" if years == 1 else "years"
    yield "a year", f"{yearly} for {_plain(years)} {noun} ({span})"


def _years(since: datetime.date, due: datetime.date) -> Decimal:
    """Whole years where the days of the year agree, else by days."""
    if (since.month, since.day) == (due.month, due.day):
        return Decimal(due.year - since.year)
    return Decimal((due - since).days) / _DAYS_A_YEAR


def _plain(years: Decimal) -> str:
    return write_number(years.quantize(Decimal("0.1")))


def _settle(reading: Reading, rung: Rung) -> str:
    """The line to write into the plan for this reading."""
    kinds = {one.is_relative for one in rung.readings}
    sides = {one.side for one in rung.readings}
    if reading.reading is Kind.CEILING:
        return f"targets: at most {write_amount(rung.said.amounts[0])}"
    lines = []
    if len(kinds) > 1:
        lines.append("reading: relative" if reading.is_relative else "reading: points")
    if len(sides) > 1 and reading.side is not None and reading.side.value != "inside":
        up = reading.side.value == "above"
        lines.append(f"direction: {'increase' if up else 'decrease'} (on the measure)")
    return ", and ".join(lines) or "write a band from A to B: within 3-5 weeks"


# -- dates ------------------------------------------------------------------------


def _last_day(text: str, calendar: SchoolCalendar) -> datetime.date | None:
    read = read_timing(text, calendar) if text else None
    return read.last_day if isinstance(read, Timing) else None


def _due(text: str, calendar: SchoolCalendar) -> Iterator[str]:
    """When it is due, with the conventions that say so."""
    if not text:
        yield "it names no date: due when its item is, else at the end of its period"
        return
    read = read_timing(text, calendar)
    if not isinstance(read, Timing):
        yield f"{text}: `calendar: year_1:` in the plan says which year that is"
        return
    if not read.windows:
        yield f"{text}: the dates of its item say when that is"
        return
    end = read.windows[-1].end
    if read.other_reading:
        other = read.other_reading[-1].end
        is_year = (other.month, other.day) == (12, 31)
        ends = (", the end of the school year", ", the end of the calendar year")
        one, two = ends if is_year else ("", "")
        yield f"{text} has two readings: {day(end)}{one},"
        yield f"and {day(other)}{two}; the later one counts"
        return
    yield f"{text}: by {day(end)}"
    if text.isdigit():
        name = calendar.year_name(calendar.year_of(end))
        yield f"a bare year is the school year that ends in it: {name}"
