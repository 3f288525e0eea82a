"""Mappings to records: shorthands widened, mistakes told in our words.

A record with a bad field is kept without that field; an item without id or title
stays as a placeholder, so that one mistake gives one finding.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar, cast

from pydantic import ValidationError

from planctl.diagnostics import Check, Diagnostic, Related, Span, declared
from planctl.diagnostics.suggest import nearest
from planctl.load.mending import Mending
from planctl.load.mistakes import listed
from planctl.load.places import find_span
from planctl.load.sections import SECTIONS
from planctl.load.shapes import is_glued, validator, widen
from planctl.model.item import Item
from planctl.model.measure import Measure
from planctl.source import entry_of
from planctl.source.lines import BEGIN_WITH_DASH, is_bulleted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planctl.load.loaded import LoadedPlan
    from planctl.model.record import Record
    from planctl.source import Source, Value

R = TypeVar("R", bound="Record")

_LONGEST_NAME = 80


def entries(container: Value, key: str | int) -> Iterator[tuple[Value, str | int]]:
    """Where the entries of a list stand; one value alone is a list of one."""
    node = entry_of(container, key)
    if type(node) is list:
        for position, entry in enumerate(node):
            if entry is not None and entry != "":
                yield node, position
    elif node is not None and node != "":
        yield container, key


class Records:
    """Reads records into a plan: their places, problems, and what was lost."""

    def __init__(self, plan: LoadedPlan) -> None:
        self.plan = plan
        self.unread_plan = plan.info
        self._unnamed = 0
        self._strange: dict[str, tuple[int, int]] = {}

    def read(
        self, cls: type[R], source: Source, container: Value, key: str | int
    ) -> R | None:
        """Read the record at `container[key]`; none where it cannot be kept."""
        node = entry_of(container, key)
        return self.read_widened(cls, node, source, container, key)

    def read_widened(
        self,
        cls: type[R],
        node: Value,
        source: Source,
        container: Value,
        key: str | int,
    ) -> R | None:
        """Read a record from a node that stands for `container[key]`."""
        data = widen(cls, node)
        try:
            record: R | None = validator(cls)(data)
        except ValidationError as error:
            mending = Mending(self, cls, source, container, key)
            record = cast("R | None", mending.mend(data, error))
            if isinstance(record, Measure):
                self.plan.partial.add(record.id)
        if record is None:
            self.lose(entry_of(container, key))
        else:
            self.plan.places.put(record, source, container, key)
        if source.problems and isinstance(node, dict) and node.get("id", "") is None:
            # Its id is empty by a mistake that was told of, or by none.
            line = source.key_span(node, "id").line
            self.plan.is_named &= not source.has_problem(line)
        return record

    def item(
        self,
        flat: dict[str, Value],
        source: Source,
        container: Value,
        key: str | int,
        levels: Iterable[str],
    ) -> Item:
        """Read an item, whose levels were taken off; a placeholder at worst."""
        data = widen(Item, flat)
        try:
            item: Item = validator(Item)(data)
        except ValidationError as error:
            mending = Mending(self, Item, source, container, key, tuple(levels))
            item = cast("Item", mending.mend(data, error))
            self.plan.partial.add(item.id)
        self.plan.places.put(item, source, container, key)
        return item

    def mapping(
        self, cls: type[R], source: Source, container: Value, key: str
    ) -> dict[str, R]:
        """Read a mapping of names to records, in order."""
        node = entry_of(container, key)
        if node is None:
            return {}
        if not isinstance(node, dict):
            self.report(
                declared.INVALID_VALUE,
                f"`{key}` holds names, each with what it stands for",
                find_span(source, container, key),
                help="write a name, a colon, and the rest below it",
            )
            self.lose(node)
            self.plan.is_whole = False
            return {}
        found = {}
        for name in node:
            record = self.read(cls, source, node, name)
            if record is None:
                self.plan.ghosts.add(name)
            else:
                found[name] = record
        return found

    def texts(self, source: Source, container: Value, key: str) -> dict[str, str]:
        """Read a mapping of names to texts."""
        node = entry_of(container, key)
        if node is None:
            return {}
        if isinstance(node, dict):
            texts = {name: text for name, text in node.items() if isinstance(text, str)}
            wrong = [name for name in node if name not in texts and node[name]]
        else:
            texts, wrong = {}, [key]
        for name in wrong:
            self.report(
                declared.INVALID_VALUE,
                f"`{name}` holds no text",
                find_span(source, container, key, (name,)),
                help="write a short form, a colon, and what it stands for",
            )
        return texts

    def new_id(self) -> str:
        """An id for an item that has none."""
        self._unnamed += 1
        self.plan.is_whole = self.plan.is_named = False
        return f"unnamed-{self._unnamed}"

    def not_an_item(
        self, source: Source, container: Value, key: str | int, level: str
    ) -> None:
        """Report something else where an item belongs."""
        node = entry_of(container, key)
        help_text = "write `- id: ...` and, on the next line, `title: ...` for each"
        text = next(iter(node.values()), None) if isinstance(node, dict) else node
        if isinstance(node, str) and is_glued(Item, node):
            help_text = "write a space behind the colon"
        elif isinstance(text, str):
            name = next(iter(node)) if isinstance(node, dict) else "..."
            help_text = f"write `- id: {name}` and, on the next line, `title: {text}`"
        self.report(
            declared.INVALID_VALUE,
            f"an entry of `{level}` is no item",
            find_span(source, container, key),
            help=help_text,
        )
        self.lose(node)
        self.plan.is_whole = False

    def unknown_key(
        self,
        source: Source,
        container: Value,
        key: str,
        known: Iterable[str],
        levels: Iterable[str],
    ) -> None:
        """Report a key that is neither a field nor a level.

        A key that holds entries and stands in many places is one mistake: its level
        is not declared.
        """
        node, span = entry_of(container, key), source.key_span(container, key)
        self.lose(node)
        if source.has_problem(span.line, span.column):
            return
        if isinstance(node, (list, dict)):
            self.plan.is_whole = False
            if not self.plan.is_complete and self.plan.info.uses is not None:
                # It may be a level of the plan that cannot be read.
                return
            place, seen = self._strange.setdefault(key, (len(self.plan.problems), 0))
            self._strange[key] = (place, seen + 1)
            if seen:
                more = "one more place" if seen == 1 else f"{seen} more places"
                self.plan.problems[place] = replace(
                    self.plan.problems[place],
                    message=f"`{key}` is not known here, nor in {more}",
                )
                return
        self.report(
            declared.UNKNOWN_KEY,
            f"`{key}` is not known here",
            span,
            help=_which_key(key, tuple(known), tuple(levels)),
            word=key,
        )

    def lose(self, node: Value) -> None:
        """Remember every word in a part that is not read: it may be an id or a name."""
        stack = [node]
        while stack:
            node = stack.pop()
            if isinstance(node, dict):
                stack += [*node, *node.values()]
            elif isinstance(node, list):
                stack += node
            elif node is not None and len(node) <= _LONGEST_NAME:
                self.plan.ghosts.add(node)

    def report(  # noqa: PLR0913 - a diagnostic has that many parts
        self,
        check: Check,
        message: str,
        span: Span,
        *,
        help: str = "",  # noqa: A002 - the word that coordinators read
        related: tuple[tuple[Span, str], ...] = (),
        word: str = "",
    ) -> None:
        """Add a diagnostic."""
        self.plan.problems.append(
            Diagnostic(
                check,
                message,
                span,
                help,
                tuple(Related(*pair) for pair in related),
                word=word,
            )
        )


def _which_key(key: str, known: tuple[str, ...], levels: tuple[str, ...]) -> str:
    """What may have been meant by an unknown key."""
    if key.startswith("-") or is_bulleted(key):
        return "write a space behind the dash" if key[0] == "-" else BEGIN_WITH_DASH
    if "\u00a0" in key:
        return "write plain spaces instead of no-break spaces"
    if key in SECTIONS:
        return f"`{key}:` stands at the left edge of a file, not inside an entry"
    near = nearest(key, known)
    if near:
        return f"did you mean `{near}`?"
    if levels:
        return f"the levels of this plan are {listed(levels)}"
    return f"known here are {listed(sorted(known))}"
