"""Small plans with one mistake, and what is said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.findings import found
from tests.source.reading import place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planctl.check import CheckedPlan

    Check = Callable[..., CheckedPlan]

HEAD = """\
plan: {id: lakeshore, title: Lakeshore Unified}
levels: {goals: Goal, tasks: Task}
"""
GOAL = "goals:\n  - id: G1\n    title: Literacy\n"


def beside(text: str) -> Mapping[str, str]:
    """A plan whose second file, `a.yaml`, is some text."""
    return {"plan.yaml": HEAD, "a.yaml": text}


def with_field(lines: str) -> Mapping[str, str]:
    """A plan with one goal, which has some more lines from line 4 on."""
    below = "".join(f"    {line}\n" for line in lines.split("\n"))
    return beside(f"{GOAL}{below}")


def told(checked: CheckedPlan) -> list[tuple[str, str]]:
    """What is found in `a.yaml`: place, name and message, and the help.

    A finding in another file has its name in front.
    """
    return [
        (
            ("" if one.span.file == "a.yaml" else f"{one.span.file} ")
            + f"{place(one.span)} {one.rule}: {one.message}",
            one.help,
        )
        for one in found(checked)
    ]


def messages(checked: CheckedPlan) -> list[str]:
    """Only the messages of what is found, by rules as well."""
    return [one.message for one in checked.diagnostics]


def items(checked: CheckedPlan) -> list[tuple[str, str, str]]:
    """The level, id and title of every item."""
    return [(i.level, i.record.id, i.record.title) for i in checked.plan.items]
