"""What every form of findings has: a head, a part for each plan, a tail.

So that plans are written as they are checked, and none is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from planctl.render.json import render_json

if TYPE_CHECKING:
    from planctl.report.validation import PlanFindings


class FindingsForm(Protocol):
    """A form in which the findings of plans are written, one plan after another."""

    def head(self) -> str:
        """What stands before the first plan."""

    def plan(self, found: PlanFindings) -> str:
        """What is written of a plan; called once for each, in their order."""

    def tail(self) -> str:
        """What stands behind the last plan."""


class JsonFindings:
    """JSON: one plan as it is, several under `plans`."""

    def __init__(self, *, are_several: bool) -> None:
        self._are_several = are_several
        self._parts = 0

    def head(self) -> str:
        """Nothing: the head of several plans stands in the first one."""
        return ""

    def plan(self, found: PlanFindings) -> str:
        """The document of a plan."""
        document = found.document
        text = render_json(document)
        if not self._are_several:
            return text
        self._parts += 1
        before = "," if self._parts > 1 else _opening(document.schema, document.planctl)
        # Line feeds only: other line breaks stand inside texts.
        inner = text.rstrip("\n").replace("\n", "\n    ")
        return f"{before}\n    {inner}"

    def tail(self) -> str:
        """The end of the list of several plans."""
        return "\n  ]\n}\n" if self._are_several else ""


def _opening(schema: str, version: str) -> str:
    head = render_json({"schema": schema, "planctl": version})
    return head.removesuffix("\n}\n") + ',\n  "plans": ['
