"""Mappings to records: shorthands widened, mistakes told in our words.

A record with a bad field is kept without that field; an item without id or title
stays as a placeholder, so that one mistake gives one finding.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, TypeVar, cast

from pydantic import ValidationError

from planctl.diagnostics import Check, Diagnostic, Related, Span, declared
from planctl.diagnostics.suggest import nearest
from planctl.load.mistakes import describe
from planctl.load.places import find_span, locate
from planctl.load.shapes import shape_of, validator, widen
from planctl.model.item import Item
from planctl.source import entry_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic_core import ErrorDetails

    from planctl.load.places import Path, Places
    from planctl.model.record import Record
    from planctl.source import Source, Value

R = TypeVar("R", bound="Record")

_MOST_ROUNDS = 16
_NO_TITLE = "(no title)"


def entries(container: Value, key: str | int) -> Iterator[tuple[Value, str | int]]:
    """Where the entries of a list stand; one value alone is a list of one."""
    node = entry_of(container, key)
    if type(node) is list:
        for position, entry in enumerate(node):
            if entry is not None:
                yield node, position
    elif node is not None:
        yield container, key


class Records:
    """Reads records, and collects places, problems and the ids that were lost."""

    def __init__(
        self, places: Places, problems: list[Diagnostic], ghosts: set[str]
    ) -> None:
        self.places = places
        self.problems = problems
        self.ghosts = ghosts
        self._unnamed = 0

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
            mending = _Mending(self, cls, source, container, key)
            record = cast("R | None", mending.mend(data, error))
        if record is not None:
            self.places.put(record, source, container, key)
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
            mending = _Mending(self, Item, source, container, key, tuple(levels))
            item = cast("Item", mending.mend(data, error))
        self.places.put(item, source, container, key)
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
            return {}
        found = {}
        for name in node:
            record = self.read(cls, source, node, name)
            if record is not None:
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
        return f"unnamed-{self._unnamed}"

    def not_an_item(
        self, source: Source, container: Value, key: str | int, level: str
    ) -> None:
        """Report something else where an item belongs."""
        node = entry_of(container, key)
        help_text = "write `- id:` and `title:` for each"
        if isinstance(node, str):
            help_text = f"write `- id: ...` and, on the next line, `title: {node}`"
        self.report(
            declared.INVALID_VALUE,
            f"an entry of `{level}` is no item",
            find_span(source, container, key),
            help=help_text,
        )

    def unknown_key(
        self,
        source: Source,
        container: Value,
        key: str,
        known: Iterable[str],
        levels: Iterable[str],
    ) -> None:
        """Report a key that is neither a field nor a level."""
        near = nearest(key, known)
        if near:
            help_text = f"did you mean `{near}`?"
        elif levels := list(levels):
            help_text = f"the levels of this plan are {_listed(levels)}"
        else:
            help_text = f"known here are {_listed(sorted(known))}"
        self.report(
            declared.UNKNOWN_KEY,
            f"`{key}` is not known here",
            source.key_span(container, key),
            help=help_text,
            word=key,
        )
        self.lose(entry_of(container, key))

    def lose(self, node: Value) -> None:
        """Remember the ids in a part that is not read."""
        stack = [node]
        while stack:
            node = stack.pop()
            if isinstance(node, dict):
                name = node.get("id")
                if isinstance(name, str):
                    self.ghosts.add(name)
                stack += node.values()
            elif isinstance(node, list):
                stack += node

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
        self.problems.append(
            Diagnostic(
                check,
                message,
                span,
                help,
                tuple(Related(*pair) for pair in related),
                word=word,
            )
        )


class _Mending:
    """Takes the bad fields out of one record until it can be kept."""

    def __init__(  # noqa: PLR0913 - what a record is and where it stands
        self,
        records: Records,
        cls: type[Record],
        source: Source,
        container: Value,
        key: str | int,
        levels: tuple[str, ...] = (),
    ) -> None:
        self.records = records
        self.cls = cls
        self.source = source
        self.container = container
        self.key = key
        self.levels = levels
        self.told: set[Path] = set()

    def mend(self, data: Value, error: ValidationError) -> Record | None:
        """The record without what is wrong in it; none where nothing remains."""
        data = deepcopy(data)
        for _ in range(_MOST_ROUNDS):
            if not isinstance(data, dict):
                self._tell(error.errors()[0], ())
                if self.cls is not Item:
                    return None
                data = {}
            keep = self._take_out(data, error.errors(include_url=False))
            if not keep:
                return None
            try:
                mended: Record = validator(self.cls)(data)
            except ValidationError as again:
                error = again
            else:
                return mended
        return None

    def _take_out(self, data: dict[str, Value], errors: list[ErrorDetails]) -> bool:
        """Report each error once and remove what it is about."""
        renamed = self._rename(data, errors)
        doomed: list[Path] = []
        for one in errors:
            path: Path = one["loc"]
            if path in renamed:
                continue
            if one["type"] == "missing":
                if not self._fill(data, path):
                    return False
                if len(path) > 1:
                    doomed.append(path[:-1])
            else:
                self._tell(one, path)
                doomed.append(path)
        for path in sorted(set(doomed), key=_last_first, reverse=True):
            _delete(data, path)
        return True

    def _rename(self, data: dict[str, Value], errors: list[ErrorDetails]) -> set[Path]:
        """Take an unknown key for the missing one that it resembles."""
        missing = {e["loc"] for e in errors if e["type"] == "missing"}
        settled: set[Path] = set()
        for one in errors:
            path: Path = one["loc"]
            if one["type"] != "extra_forbidden":
                continue
            near = [
                wanted
                for wanted in missing - settled
                if wanted[:-1] == path[:-1]
                and nearest(str(path[-1]), [str(wanted[-1])])
            ]
            if near:
                self._tell(one, path, f"did you mean `{near[0][-1]}`?")
                _move(data, path, near[0])
                settled |= {path, near[0]}
        return settled

    def _fill(self, data: dict[str, Value], path: Path) -> bool:
        """Report a missing field; put a placeholder where an item lacks a name."""
        name = str(path[-1])
        if path not in self.told:
            container, key, _ = locate(self.container, self.key, path[:-1])
            self.records.report(
                declared.MISSING_KEY,
                f"`{name}` is missing",
                find_span(self.source, container, key),
                help=_how_to_fill(self.cls, name),
            )
            self.told.add(path)
        if len(path) > 1:
            return True
        if self.cls is Item and name in {"id", "title"}:
            data[name] = self.records.new_id() if name == "id" else _NO_TITLE
            return True
        return False

    def _tell(self, one: ErrorDetails, path: Path, help_text: str = "") -> None:
        if path in self.told:
            return
        self.told.add(path)
        container, key, node = locate(self.container, self.key, path)
        if one["type"] == "extra_forbidden":
            if help_text:
                self.records.report(
                    declared.UNKNOWN_KEY,
                    f"`{path[-1]}` is not known here",
                    self.source.key_span(container, key),
                    help=help_text,
                    word=str(path[-1]),
                )
                return
            known = (*shape_of(self._class_at(path)), *self.levels)
            self.records.unknown_key(
                self.source, container, str(path[-1]), known, self.levels
            )
            return
        said = describe(one, self.cls, path, node)
        if said.help_fields:
            help_text = f"its fields are {_listed(said.help_fields)}"
        self.records.report(
            declared.INVALID_VALUE,
            said.message,
            find_span(self.source, container, key),
            help=help_text or said.help,
            word=node if isinstance(node, str) else "",
        )
        if isinstance(node, str) and path == ("id",):
            self.records.ghosts.add(node)

    def _class_at(self, path: Path) -> type[Record]:
        cls: type[Record] = self.cls
        for step in path[:-1]:
            if isinstance(step, str):
                below = shape_of(cls).get(step)
                cls = below.record if below and below.record else cls
        return cls


def _how_to_fill(cls: type[Record], name: str) -> str:
    field = next(
        (f for n, f in cls.model_fields.items() if (f.alias or n) == name), None
    )
    text = (field.description or "").split("\n", maxsplit=1)[0] if field else ""
    return (
        f"write `{name}:` and {text[:1].lower()}{text[1:].rstrip('.')}" if text else ""
    )


def _last_first(path: Path) -> tuple[tuple[int, str], ...]:
    """A key that puts later list positions after earlier ones."""
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in path)


def _parent(data: Value, path: Path) -> Value:
    for step in path[:-1]:
        try:
            data = entry_of(data, step)
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _delete(data: dict[str, Value], path: Path) -> None:
    parent = _parent(data, path)
    step = path[-1] if path else ""
    if isinstance(parent, dict):
        parent.pop(str(step), None)
    elif isinstance(parent, list) and isinstance(step, int) and step < len(parent):
        del parent[step]


def _move(data: dict[str, Value], path: Path, to: Path) -> None:
    parent = _parent(data, path)
    if isinstance(parent, dict):
        parent[str(to[-1])] = parent.pop(str(path[-1]))


def _listed(words: Iterable[str], most: int = 24) -> str:
    shown = list(words)
    rest = len(shown) - most
    text = ", ".join(f"`{word}`" for word in shown[:most])
    return f"{text} and {rest} more" if rest > 0 else text
