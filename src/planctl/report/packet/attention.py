"""What needs the board's attention, chosen by rule.

The rules, in order: overdue, on hold, moved back, not reported, reported late, status
unclear. An item stands under the first that it meets. Where most of what stands under
one item is concerned, that item stands for all of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from planctl.evidence.gather import gather
from planctl.model.reporting import State
from planctl.report.packet.changes import moved_back
from planctl.report.packet.standing import anchor
from planctl.report.packet.views import AttentionView
from planctl.report.wording import STATE_WORDS, cycle_title, day, in_sentence, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from planctl.link import LinkedItem, LinkedPlan
    from planctl.progress.standing import Own, Standing

FIRST_PAGE = 5
NOBODY = "nobody named"
_MOST_NAMES = 2


class Moment(NamedTuple):
    """The statuses that hold now, and those of the cycle before, if there was one."""

    now: Standing
    then: Standing | None

    def own(self, item: LinkedItem) -> Own | None:
        """What was reported of an item."""
        return self.now.own.get(item.position)

    def state(self, item: LinkedItem) -> State | None:
        """The state of an item."""
        own = self.own(item)
        return own.state if own else None


class _Rule(NamedTuple):
    """Whom a rule concerns, and why it does, in the words after its name.

    `holds` is asked of items that are due to report and that no rule before concerns.
    """

    name: str
    holds: Callable[[Moment, LinkedItem], bool]
    why: Callable[[Moment, LinkedItem], str]


def find_attention(now: Standing, then: Standing | None) -> tuple[AttentionView, ...]:
    """Find what needs attention, by rule and then in plan order.

    Nothing does where nothing was ever reported: that is a plan, not a report.
    """
    plan, moment = now.plan, Moment(now, then)
    if not now.has_reports:
        return ()
    among = [
        item for item in plan.items if item.position in now.due and now.looks_at(item)
    ]
    found: list[AttentionView] = []
    left = among
    for rule in RULES:
        concerned = [item for item in left if rule.holds(moment, item)]
        taken = {item.position for item in concerned}
        left = [item for item in left if item.position not in taken]
        found += _gathered(moment, rule, concerned, among)
    return (*found, *_unclear(moment, left))


def first_few(rows: Sequence[AttentionView]) -> tuple[AttentionView, ...]:
    """The rows of a first page: one of each rule before a second of any, in order."""
    seen: dict[str, int] = {}
    ranked = []
    for place, row in enumerate(rows):
        nth = seen[row.rule] = seen.get(row.rule, 0) + 1
        ranked.append((nth > 1, place))
    chosen = sorted(place for _, place in sorted(ranked)[:FIRST_PAGE])
    return tuple(rows[place] for place in chosen)


def who(plan: LinkedPlan, item: LinkedItem, *below: LinkedItem) -> str:
    """Who ensures an item, in few words; who ensures those below where nobody does."""
    duties = plan.who(item) or tuple(duty for one in below for duty in plan.who(one))
    names = plan.owner_names(duties)
    if not names:
        return NOBODY
    if len(names) <= _MOST_NAMES:
        return listed(names)
    return f"{', '.join(names[:_MOST_NAMES])} and {len(names) - _MOST_NAMES} more"


def _gathered(
    moment: Moment, rule: _Rule, items: list[LinkedItem], among: list[LinkedItem]
) -> Iterator[AttentionView]:
    """The rows of one rule: items that are alone, or what stands for several."""
    plan = moment.now.plan
    for group in gather(plan, items, among):
        below = [plan.items[position] for position in group.items]
        if len(below) == 1:
            yield _view(moment, rule.name, below[0], rule.why(moment, below[0]))
            continue
        several = in_sentence(plan.level(below[0]).several)
        share = f"{len(below)} of {group.of} {several}"
        states = {moment.state(item) or "not_reported" for item in below}
        state = states.pop() if len(states) == 1 else "no_state"
        if group.under is None:
            yield AttentionView("", "", share, state, rule.name, rule.name, "")
        else:
            above = plan.items[group.under]
            row = _view(moment, rule.name, above, f"{rule.name}: {share}")
            yield replace(row, state=state, who=who(plan, above, *below))


def _is_overdue(moment: Moment, item: LinkedItem) -> bool:
    return moment.now.is_overdue(item)


def _overdue(_moment: Moment, item: LinkedItem) -> str:
    return f"overdue since {day(item.last_day)}" if item.last_day else "overdue"


def _is_held(moment: Moment, item: LinkedItem) -> bool:
    return moment.state(item) is State.ON_HOLD


def _on_hold(moment: Moment, item: LinkedItem) -> str:
    own = moment.own(item)
    if own is not None and own.status is None:
        sites = [line.site for line in own.lines if line.state is State.ON_HOLD]
        where = listed([_site(moment.now.plan, site) for site in sites if site])
        return f"on hold in {where}" if where else "on hold in part"
    return "on hold" if item.last_day else "on hold, no date"


def _is_back(moment: Moment, item: LinkedItem) -> bool:
    return moved_back(moment.now, moment.then, item) is not None


def _back(moment: Moment, item: LinkedItem) -> str:
    before = moved_back(moment.now, moment.then, item)
    return f"moved back: {STATE_WORDS[before]} before" if before else "moved back"


def _is_silent(moment: Moment, item: LinkedItem) -> bool:
    own = moment.own(item)
    return own is None or (own.status is None and own.state is None)


def _silent(_moment: Moment, _item: LinkedItem) -> str:
    return "not reported"


def _is_late(moment: Moment, item: LinkedItem) -> bool:
    own = moment.own(item)
    return own is not None and own.is_reported and not own.is_fresh


def _late(moment: Moment, item: LinkedItem) -> str:
    own = moment.own(item)
    if own is None:
        return "reported late"
    return f"last reported {cycle_title(own.cycle, moment.now.plan.cycles)}"


def _unclear(moment: Moment, left: Sequence[LinkedItem]) -> Iterator[AttentionView]:
    """Statuses that are no word of the scale, also of items with parts."""
    plain = {item.position for item in left}
    for item in moment.now.plan.items:
        own = moment.own(item)
        is_open = item.position in plain or not item.is_reported_on
        if own is None or not is_open or not moment.now.looks_at(item):
            continue
        if own.status is not None and own.state is None:
            why = f"status unclear: “{own.status}”"
            yield _view(moment, "status unclear", item, why)


RULES = (
    _Rule("overdue", _is_overdue, _overdue),
    _Rule("on hold", _is_held, _on_hold),
    _Rule("moved back", _is_back, _back),
    _Rule("not reported", _is_silent, _silent),
    _Rule("last reported earlier", _is_late, _late),
)
"""The rules, in the order in which they choose; unclear statuses come last."""


def _view(moment: Moment, rule: str, item: LinkedItem, why: str) -> AttentionView:
    plan = moment.now.plan
    own = moment.own(item)
    state = moment.state(item) or ("no_state" if own else "not_reported")
    # The id, because a printed number says little outside its own section.
    return AttentionView(
        anchor(item), item.id, item.title, state, rule, why, who(plan, item)
    )


def _site(plan: LinkedPlan, name: str) -> str:
    return next((one.name for one in plan.sites if name in {one.id, one.name}), name)
