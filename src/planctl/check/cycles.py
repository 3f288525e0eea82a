"""Which cycle a command speaks of, and the day on which it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.calendar.cycles import AS_PUBLISHED, PUBLISHED, CycleInstance
from planctl.diagnostics.suggest import nearest
from planctl.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

    from planctl.link import LinkedPlan


def choose_cycle(plan: LinkedPlan, name: str | None, as_of: date) -> CycleInstance:
    """The cycle that a name means on a day.

    A name such as `mid-year` is its latest instance that anything was reported for,
    else `as-published` where something was reported for it, else the latest begun.
    Without a name it is the latest reported.

    Raises:
        UsageError: the plan has no such cycle.
    """
    visible = [update.cycle for update in plan.updates if update.known_on <= as_of]
    if name is None:
        return max(visible, default=None) or _latest_begun(plan, as_of)
    if name == AS_PUBLISHED or "/" in name:
        found = plan.cycle_calendar.find(name)
        if found is not None:
            return found
    elif name in plan.cycles:
        named = [cycle for cycle in visible if cycle.name == name]
        published = PUBLISHED if PUBLISHED in visible else None
        begun = _begun(plan, name, as_of)
        return max(named, default=None) or published or begun or PUBLISHED
    raise UsageError(
        f"the plan {plan.info.id} has no cycle {name}; "
        f"it has {', '.join((*plan.cycles, AS_PUBLISHED))}"
    )


def choose_since(plan: LinkedPlan, name: str, cycle: CycleInstance) -> CycleInstance:
    """The reported cycle before another that a name means: the latest so named.

    Raises:
        UsageError: nothing was reported for such a cycle before.
    """
    earlier = [one for one in plan.reported_cycles if one < cycle]
    found = plan.cycle_calendar.find(name)
    wanted = (found.id if found else name).strip().casefold()
    named = [one for one in earlier if wanted in {one.id.casefold(), one.name}]
    if named:
        return max(named)
    if not earlier:
        raise UsageError(
            f"nothing was reported before {cycle.id}, so nothing can be compared"
        )
    ids = [one.id for one in earlier]
    near = nearest(name, [*ids, *dict.fromkeys(one.name for one in earlier)])
    hint = f"did you mean {near}?" if near else f"reported were {', '.join(ids)}"
    raise UsageError(f"nothing was reported for {name} before {cycle.id}; {hint}")


def day_of_cycle(plan: LinkedPlan, cycle: CycleInstance, as_of: date) -> date:
    """The later of a cycle's last day and the latest date among its updates."""
    dates = [u.date for u in plan.updates if u.cycle == cycle and u.date is not None]
    days = [day for day in (cycle.end, *dates) if day is not None]
    return max(days, default=as_of)


def _latest_begun(plan: LinkedPlan, as_of: date) -> CycleInstance:
    begun = (_begun(plan, name, as_of) for name in plan.cycles)
    return max((one for one in begun if one), default=PUBLISHED)


def _begun(plan: LinkedPlan, name: str, as_of: date) -> CycleInstance | None:
    """The latest instance that has begun, within the plan's own period."""
    whole = plan.period.whole if plan.period else None
    day = min(as_of, whole.end) if whole else as_of
    found = plan.cycle_calendar.begun(name, day)
    before = whole is not None and found is not None and found.order[0] < whole.start
    return None if before else found
