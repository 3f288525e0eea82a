"""What is found wrong while a plan is linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import Check, Diagnostic, Related

if TYPE_CHECKING:
    from planctl.load import LoadedPlan
    from planctl.load.places import Path
    from planctl.model.record import Record


class Reporter:
    """A loaded plan, and the problems that were found in it."""

    def __init__(self, loaded: LoadedPlan) -> None:
        self.loaded = loaded
        self.problems: list[Diagnostic] = []

    def report(  # noqa: PLR0913 - a diagnostic has that many parts
        self,
        check: Check,
        message: str,
        record: Record,
        path: Path = (),
        *,
        part: str = "",
        help: str = "",  # noqa: A002 - the word that coordinators read
        related: tuple[tuple[Record, Path, str], ...] = (),
        word: str = "",
        candidates: tuple[str, ...] = (),
    ) -> None:
        """Add a diagnostic about a field of a record; one of a used plan is its own."""
        if not self.loaded.places.is_here(record):
            return
        span = self.loaded.places.span
        self.problems.append(
            Diagnostic(
                check,
                message,
                span(record, path, part),
                help,
                tuple(Related(span(r, p), label) for r, p, label in related),
                subject=getattr(record, "id", None) or "",
                field_name=".".join(str(step) for step in path),
                word=word,
                candidates=candidates,
            )
        )
