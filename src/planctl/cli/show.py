"""`planctl show`: one item or measure, and everything that concerns it."""

from __future__ import annotations

from typing import Annotated

import typer

from planctl.cli.command import (
    AsOf,
    PlanArgument,
    command,
    exit_for_errors,
    put,
    read_as_of,
)
from planctl.errors import UsageError


@command
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="An item or a measure.")],
    plan: PlanArgument = None,
    *,
    as_of: AsOf = None,
) -> int:
    """Show where an item or measure stands, who has it, what it serves, its history."""
    from planctl.check import check_plan
    from planctl.cli.plans import find_one
    from planctl.diagnostics.suggest import nearest
    from planctl.render.card import render_card
    from planctl.render.visible import one_line
    from planctl.report.card import build_card

    named = find_one(plan)
    checked = check_plan(
        named.folder, read_as_of(as_of), surroundings=named.surroundings
    )
    card = build_card(checked, name)
    if card is None:
        near = nearest(name, [*checked.plan.index, *checked.plan.measure_index])
        hint = f"; did you mean {near}?" if near else ""
        raise UsageError(f"nothing in this plan has the id {one_line(name)}{hint}")
    put(render_card(card))
    return exit_for_errors(checked)
