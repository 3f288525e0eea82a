"""What a plan takes from the plan that it uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Diagnostic, declared
from planctl.load.files import path_between

if TYPE_CHECKING:
    from collections.abc import Container
    from pathlib import Path

    from planctl.load.loaded import LoadedPlan


def find_base(plan: LoadedPlan, above: tuple[Path, ...]) -> LoadedPlan | None:
    """The plan that a plan uses; a problem, and none, where it is not to be had.

    Args:
        plan: the plan, of which only `plan:` was read.
        above: the folders of this plan and of those that use it.
    """
    if plan.info.uses is None:
        return None
    found = plan.surroundings.find(plan.folder, plan.info.uses)
    if found in above:
        found = "plans use each other in a circle"
    if isinstance(found, str):
        remedy = "write the path from this plan's folder to the other plan's"
        _report(plan, found, remedy)
        return None
    base = plan.surroundings.load(found, (*above, found))
    if _is_lossy(base):
        _tell_unread(plan, base)
    return base


def _is_lossy(plan: LoadedPlan) -> bool:
    return not (plan.is_complete and plan.is_whole and plan.is_named)


def _tell_unread(plan: LoadedPlan, base: LoadedPlan) -> None:
    """Say which plan cannot be read in full, unless the same command says it of it."""
    at_fault = base
    while at_fault.base is not None and _is_lossy(at_fault.base):
        at_fault = at_fault.base
    around, uses = plan.surroundings, at_fault.info.uses
    in_circle = (
        at_fault.base is None
        and uses is not None
        and not isinstance(around.find(at_fault.folder, uses), str)
    )
    if around.is_named(at_fault.folder) and not in_circle:
        plan.is_complete = False
        return
    where = plan.info.uses
    if at_fault is not base:
        where = path_between(plan.folder, at_fault.folder)
    message = f"part of the plan at {where} cannot be read"
    _report(plan, message, "mend that plan first: planctl validate in its folder")


def _report(plan: LoadedPlan, message: str, remedy: str) -> None:
    plan.problems.append(
        Diagnostic(
            declared.UNKNOWN_PLAN,
            message,
            plan.places.span(plan.info, ("uses",)),
            remedy,
            subject=plan.info.id,
            field_name="uses",
        )
    )
    # What the other plan would have declared is neither right nor wrong.
    plan.is_complete = False


def inherit(plan: LoadedPlan, base: LoadedPlan, declared_here: Container[str]) -> None:
    """Let what a used plan declares hold here, too; what is declared here wins."""
    plan.base = base
    plan.scales += base.scales
    plan.ratings = plan.ratings or base.ratings
    plan.cycles = {**base.cycles, **plan.cycles}
    plan.glossary = {**base.glossary, **plan.glossary}
    if "calendar" not in declared_here:
        plan.calendar = base.calendar
    if "progress" not in declared_here:
        plan.progress = base.progress
    plan.owners += base.owners
    plan.groups += base.groups
    plan.sites += base.sites
    own = {one.record.id for one in plan.measures}
    # What was told of a measure there is not told of it here, too.
    plan.partial |= base.partial & {one.record.id for one in base.measures} - own
    plan.measures += [
        one._replace(item=None) for one in base.measures if one.record.id not in own
    ]
    plan.baselines += [row for row in base.baselines if row.measure not in own]
    plan.targets += [
        row for row in base.targets if row.measure not in own and row.item is None
    ]
    plan.places.adopt(base.places, f"{base.info.id}:")
