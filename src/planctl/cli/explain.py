"""`planctl explain`: what a rule, a field or a word means, and why it matters."""

from __future__ import annotations

from typing import Annotated

import typer

from planctl.cli.command import command, put
from planctl.errors import UsageError


@command
def explain(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="A rule, family, field, state, verdict or other word.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Explain a rule, a field or a word; list them where none is named."""
    from planctl.render.explanations import explain_all, explain_one
    from planctl.render.visible import one_line

    if name is None:
        put(explain_all())
        return
    text, near = explain_one(name)
    if not text:
        hint = (
            f"; did you mean {near}?" if near else "; planctl explain lists the rules"
        )
        raise UsageError(f"nothing is called {one_line(name)}{hint}")
    put(text)
