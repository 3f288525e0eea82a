"""A change starts from somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planctl.diagnostics import Severity
from planctl.evidence.measured import by_measure
from planctl.rules.rule import Finding, rule
from planctl.targets.goals import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planctl.calendar import Window
    from planctl.evidence.measured import OfMeasure
    from planctl.link import LinkedPlan
    from planctl.link.linked import Promise
    from planctl.rules.rule import Review


@rule("measures", Severity.WARNING)
def no_baseline(review: Review) -> Iterator[Finding]:
    """A target is a change, and nothing says from what.

    ## What it finds
    Targets such as `+9% by 2026` or `double` of a measure that has no baseline for the
    same students and site, and of those for each group or site where none has its own;
    one finding for each measure, or one where most lack it. A target that names when
    it starts has what was observed then. `subgroup-without-data` tells of a group of
    whose measure others have values.
    ## Why it matters
    Nobody can say what is to be reached, nor whether it was. Plans with measurable
    goals, a baseline and a target, were found to go with better results (Fernandez,
    Educational Policy 25(2)).
    ## Bad
    ```yaml
    goals:
      - id: G1
        title: More graduates
        measures:
          - id: graduation
            title: Graduation rate
            unit: percent
            direction: increase
            targets: +9 points by 2026
    ```
    ## Good
    ```yaml
    goals:
      - id: G1
        title: More graduates
        measures:
          - id: graduation
            title: Graduation rate
            unit: percent
            direction: increase
            baseline: 70.7% in 2022-23
            targets: +9 points by 2026
    ```
    """
    plan = review.plan
    changes = list(by_measure(review.shared.promises, _is_change))
    known = _known(plan, changes)
    unknown = review.shared.without_data
    told_elsewhere = {id(plan.promises[position]) for position in unknown}

    def lacks(promise: Promise) -> bool:
        # Of another plan's measure, that plan has the data.
        is_own = plan.places.is_here(plan.measures[promise.measure])
        if not is_own or not _is_change(promise) or id(promise) in told_elsewhere:
            return False
        return not known.starts(promise)

    lacking = list(by_measure(review.shared.promises, lacks))
    several = len(lacking) > 1 and len(lacking) * 2 > len(changes)
    for one in lacking[:1] if several else lacking:
        first = one.found[0]
        each = first.target.each if first.target else ""
        text = " ".join(first.text.split())
        message = f"“{text}” has no baseline: from what?"
        if several:
            message = (
                f"{len(lacking)} of the {len(changes)} measures that are to change "
                f"have no baseline: “{text}” from what?"
            )
        elif len(one.found) > 1:
            message = f"{len(one.found)} targets have no baseline: “{text}” from what?"
        yield Finding(
            first.record,
            first.path,
            message,
            f"add a baseline for each {each}, or name the year: `from 2022-23`"
            if each
            else "add `baseline:` to the measure, such as `70.7% in 2022-23`",
            subject=plan.measures[one.measure].id,
        )


class _Known(NamedTuple):
    """What targets may start from.

    `baselines` are the measures that have some, each with `group` and `site` where one
    is for a group or a site; `observed` are measures with the periods of their values.
    """

    baselines: dict[int, set[str]]
    observed: set[tuple[int, Window]]

    def starts(self, promise: Promise) -> bool:
        """Whether a target has a value to start from, for some of those it is for."""
        start, measure = promise.start, promise.measure
        if start is not None and start.value is not None:
            return True
        then = start.period.whole if start and start.period else None
        if then is not None and (measure, then) in self.observed:
            return True
        if len(promise.groups) > 1 or len(promise.sites) > 1:
            return measure in self.baselines
        each = promise.target.each if promise.target else ""
        return bool(each) and each in self.baselines.get(measure, ())


def _known(plan: LinkedPlan, changes: Sequence[OfMeasure]) -> _Known:
    baselines: dict[int, set[str]] = {}
    for one in plan.baselines:
        if one.value is not None:
            whose = {"group": one.group, "site": one.site}
            named = {field for field, name in whose.items() if name is not None}
            baselines.setdefault(one.measure, set()).update(named)
    needed = {one.measure for one in changes}
    return _Known(
        baselines,
        {
            (one.measure, one.period)
            for one in plan.observations
            if one.measure in needed and one.value is not None
        },
    )


def _is_change(promise: Promise) -> bool:
    """Whether it asks for nothing definite without a baseline, but for an amount."""
    rungs = promise.target.rungs if promise.target else ()
    return any(
        reading.needs_baseline and reading.reading is not Kind.DIRECTION
        for rung in rungs
        for reading in rung.readings
    )
