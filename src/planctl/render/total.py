"""The last line of text about several plans: how many have errors, and which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.render.visible import visible_name
from planctl.report.wording import count

if TYPE_CHECKING:
    from planctl.report.validation import Summary

_NAMED = 5


class Total:
    """Adds up the summaries of plans; of their names it keeps a few."""

    def __init__(self) -> None:
        self._plans = self._errors = self._warnings = self._advice = 0
        self._wrong = 0
        self._named: list[str] = []

    def add(self, summary: Summary, path: str) -> None:
        """Take in the summary of the plan in a folder."""
        self._plans += 1
        self._errors += summary.errors
        self._warnings += summary.warnings
        self._advice += summary.advice
        if summary.errors:
            self._wrong += 1
            self._named = [*self._named, visible_name(path)][:_NAMED]

    def text(self) -> str:
        """The line; nothing for one plan, which has a summary of its own."""
        if self._plans == 1:
            return ""
        found = (
            count(self._errors, "error"),
            count(self._warnings, "warning"),
            f"{self._advice:,} advice",
        )
        said = f"\n{count(self._plans, 'plan')} checked: {', '.join(found)}."
        if not self._wrong:
            return f"{said}\n"
        more = ", ..." if self._wrong > len(self._named) else ""
        which = f"{', '.join(self._named)}{more}"
        return f"{said} {count(self._wrong, 'plan')} with errors: {which}\n"
