"""What is reported is of the plan's own years."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from planctl.diagnostics import Severity
from planctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedPlan, LinkedUpdate
    from planctl.load.places import Path
    from planctl.model.record import Record
    from planctl.rules.rule import Review

_YEAR = re.compile(
    r"(?<![\d.,$/-])(?P<first>20\d\d)"
    r"(?:\s?[-\u2013/]\s?(?P<last>20\d\d|\d\d))?(?![\d,])"
)

# A look that costs nothing.
_CENTURY = "20"

_Told = tuple["Record", "Path", str]


@rule("time", Severity.WARNING)
def past_year(review: Review) -> Iterator[Finding]:
    """A report or a duty speaks only of years before its time.

    ## What it finds
    Notes of a cycle that name years, all of which ended more than a school year before
    it; of `as-published`, before the plan begins. Duties that name only years before
    the plan begins. One finding for each cycle, with the number of its notes.
    ## Why it matters
    The text was copied from an earlier plan or report. A reader takes what was done,
    or was to be done, for news.
    ## Bad
    ```yaml
    plan: {id: p, title: Plan 2024-2026, period: 2024-2026}
    tasks:
      - id: T1
        title: Hire a coach
    updates:
      cycle: as-published
      items:
        T1:
          status: in progress
          note: Two coaches were hired in 2021-22; one more follows in 2022-23.
    ```
    ## Good
    ```yaml
    plan: {id: p, title: Plan 2024-2026, period: 2024-2026}
    tasks:
      - id: T1
        title: Hire a coach
    updates:
      cycle: as-published
      items:
        T1:
          status: in progress
          note: Two coaches were hired in 2021-22; one more follows in 2024-25.
    ```
    """
    plan = review.plan
    begins = plan.period.start if plan.period else None
    if begins is None:
        return
    by_cycle: dict[str, list[_Told]] = {}
    for update in plan.updates:
        if update.covered_by is None:
            for one in _notes(update):
                if _is_past(one[2], _first_day(update, begins)):
                    by_cycle.setdefault(update.cycle.id, []).append(one)
                    break
    for cycle, told in by_cycle.items():
        yield _of_notes(plan, cycle, told)
    yield from _of_duties(review, begins)


def _first_day(update: LinkedUpdate, begins: date) -> date:
    """The day before which all that an update tells would be past."""
    if not update.cycle.start:
        return begins
    start = update.cycle.year_start
    return start.replace(year=start.year - 1)


def _notes(update: LinkedUpdate) -> Iterator[_Told]:
    """What was said in an update and may name years, with its places."""
    if update.record is None:
        return
    if update.note and _CENTURY in update.note:
        yield update.record, ("note",), update.note
    for place, line in enumerate(update.lines):
        if line.record.note and _CENTURY in line.record.note:
            yield update.record, ("entries", place, "note"), line.record.note


def _is_past(text: str, before: date) -> bool:
    """Whether a text names years, and none that a day or what follows it is in."""
    last = None
    # Most notes name no year at all.
    for match in _YEAR.finditer(text) if "20" in text else ():
        year = int(match["first"])
        end = date(year, 12, 31)
        if match["last"]:
            until = int(match["last"]) % 100 + year // 100 * 100
            end = date(until, 6, 30) if year <= until else date.max
        last = max(last or end, end)
    return last is not None and last < before


def _of_notes(plan: LinkedPlan, cycle: str, told: list[_Told]) -> Finding:
    record, path, _ = told[0]
    message = f"the note in {cycle} speaks of past years only"
    if len(told) > 1:
        message = f"{len(told)} notes in {cycle} speak of past years only"
    period = plan.period.text if plan.period else ""
    return Finding(
        record,
        path,
        message,
        f"say how it stands now; the plan is for {period}",
        related=tuple((other, where, "and here") for other, where, _ in told[1:3]),
        subject=cycle,
    )


def _of_duties(review: Review, begins: date) -> Iterator[Finding]:
    plan = review.plan
    for item in review.shared.owned:
        if not any(duty.duty for duty in item.responsible + item.accountable):
            continue
        for field in ("responsible", "accountable"):
            for place, one in enumerate(getattr(item.record, field)):
                if one.duty and _is_past(one.duty, begins):
                    year = match[0] if (match := _YEAR.search(one.duty)) else ""
                    yield Finding(
                        item.record,
                        (field, place, "duty"),
                        f"{plan.name(item)} has a duty for {year}, and the plan begins "
                        f"on {begins}",
                        "correct the year, or keep it as printed with a reason",
                        part=year,
                        related=((plan.info, ("period",), "the plan's period"),),
                    )
