"""Takes what is wrong out of a record until the rest can be kept."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from planctl.diagnostics import declared
from planctl.diagnostics.suggest import nearest
from planctl.load.mistakes import (
    Said,
    class_at,
    describe,
    explain_field,
    foreign,
    own_keys,
)
from planctl.load.places import find_span, locate
from planctl.load.shapes import shape_of, validator, widen
from planctl.model.item import Item, Statement
from planctl.model.measure import Baseline, Claim, Measure, Observation, Target
from planctl.model.plan import Level, Named, PlanInfo
from planctl.source import entry_of

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from planctl.load.places import Path
    from planctl.load.records import Records
    from planctl.model.record import Record
    from planctl.source import Source, Value

_MOST_ROUNDS = 16
_NO_TITLE = "(no title)"
# A mistake in one of these hides nothing that rules look at throughout.
_BY_THEMSELVES = (
    *(Item, Statement, Named),
    *(Measure, Baseline, Target, Observation, Claim),
)


class Mending:
    """One record, its place, and what was told of it."""

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
        if not issubclass(cls, _BY_THEMSELVES):
            records.plan.is_whole = False

    def mend(self, data: Value, error: ValidationError) -> Record | None:
        """The record without what is wrong in it; none where nothing remains."""
        if not isinstance(data, dict):
            self._tell(error.errors()[0], ())
            if self.cls is not Level:
                return None
            data = {"name": str(self.key)}
        fields: dict[str, Value] = deepcopy(data)
        if self._rename(fields, error.errors()):
            fields = widen(self.cls, fields)
        for _ in range(_MOST_ROUNDS):
            try:
                mended: Record = validator(self.cls)(fields)
            except ValidationError as again:
                if not self._take_out(fields, again.errors(include_url=False)):
                    return None
            else:
                return mended
        return None

    def _take_out(self, data: dict[str, Value], errors: list[ErrorDetails]) -> bool:
        """Report each error once and remove what it is about."""
        doomed = self._foreign(errors)
        if () in doomed:
            return False
        for one in errors:
            path: Path = one["loc"]
            if path[:-1] in doomed:
                continue
            if one["type"] != "missing":
                self._tell(one, path)
                doomed.add(path)
            elif not self._fill(data, path):
                return False
            elif len(path) > 1:
                doomed.add(path[:-1])
        for path in sorted(doomed, key=_last_first, reverse=True):
            _delete(data, path)
        return True

    def _rename(self, data: dict[str, Value], errors: list[ErrorDetails]) -> bool:
        """Take unknown keys for the missing ones that they resemble."""
        missing: dict[Path, list[str]] = {}
        for one in errors:
            if one["type"] == "missing":
                missing.setdefault(one["loc"][:-1], []).append(str(one["loc"][-1]))
        renamed = False
        for one in errors:
            path: Path = one["loc"]
            wanted = missing.get(path[:-1], [])
            name = str(path[-1]) if path else ""
            near = nearest(name, wanted) if one["type"] == "extra_forbidden" else ""
            if near:
                self._tell_misspelt(path, name, near)
                _move(data, path, near)
                wanted.remove(near)
                renamed = True
        return renamed

    def _tell_misspelt(self, path: Path, name: str, meant: str) -> None:
        container, _, _ = locate(self.source, self.container, self.key, path)
        self.records.report(
            declared.UNKNOWN_KEY,
            f"`{name}` is not known here",
            self.source.key_span(container, name),
            help=f"did you mean `{meant}`?",
            word=name,
        )

    def _foreign(self, errors: list[ErrorDetails]) -> set[Path]:
        """Report the entries that have none of their own fields, once each."""
        missing = {e["loc"][:-1] for e in errors if e["type"] == "missing"}
        unknown = {e["loc"][:-1] for e in errors if e["type"] == "extra_forbidden"}
        found: set[Path] = set()
        if self.cls is Item:
            # It has what stands below it, or the loader would not have asked.
            missing.discard(())
        for path in missing & unknown:
            cls = class_at(self.cls, path)
            container, key, node = locate(self.source, self.container, self.key, path)
            if isinstance(node, dict) and not shape_of(cls).keys() & node.keys():
                self._report(foreign(cls, path, node), container, key)
                self.records.lose(node)
                found.add(path)
        return found

    def _fill(self, data: dict[str, Value], path: Path) -> bool:
        """Report a missing field; put a placeholder where there is one for it."""
        name = str(path[-1])
        if path not in self.told:
            self.told.add(path)
            self._tell_missing(path, name)
        if len(path) > 1:
            return True
        self.records.plan.is_named &= name != "id"
        substitute = self._substitute(data, name)
        if substitute is None:
            return False
        data[name] = substitute
        return True

    def _substitute(self, data: dict[str, Value], name: str) -> Value:
        """What stands for a missing field, so that references find the record."""
        if self.cls is PlanInfo:
            return str(getattr(self.records.unread_plan, name))
        if self.cls is Level:
            return str(self.key)
        if self.cls is Named:
            return data.get("id")
        if name == "title" and self.cls in {Item, Measure}:
            return _NO_TITLE
        return self.records.new_id() if self.cls is Item else None

    def _tell_missing(self, path: Path, name: str) -> None:
        container, key, node = locate(self.source, self.container, self.key, path[:-1])
        message, span = f"`{name}` is missing", find_span(self.source, container, key)
        is_empty = isinstance(node, dict) and name in node
        if is_empty:
            message, span = f"`{name}` is empty", self.source.key_span(node, name)
        if (is_empty or node is None) and self.source.has_problem(span.line):
            return
        text = explain_field(class_at(self.cls, path[:-1]), name)
        self.records.report(
            declared.MISSING_KEY,
            message,
            span,
            help=f"write `{name}: ...`: {text}",
        )

    def _tell(self, one: ErrorDetails, path: Path) -> None:
        self.told.add(path)
        container, key, node = locate(self.source, self.container, self.key, path)
        if one["type"] == "extra_forbidden":
            cls = class_at(self.cls, path[:-1])
            known = (*shape_of(cls), *own_keys(cls), *self.levels)
            self.records.unknown_key(
                self.source, container, str(path[-1]), known, self.levels
            )
            return
        self._report(describe(one, self.cls, path, node), container, key)
        if path == ("id",):
            self.records.lose(node)
            self.records.plan.is_named = False

    def _report(self, said: Said, container: Value, key: str | int) -> None:
        node = entry_of(container, key)
        self.records.report(
            declared.INVALID_VALUE,
            said.message,
            find_span(self.source, container, key),
            help=said.help,
            word=node if isinstance(node, str) else "",
        )


def _last_first(path: Path) -> tuple[tuple[int, str], ...]:
    """A key that puts later list positions after earlier ones."""
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in path)


def _parent(data: dict[str, Value], path: Path) -> Any:  # noqa: ANN401 - a list or mapping
    parent: Any = data
    for step in path[:-1]:
        parent = parent[step]
    return parent


def _delete(data: dict[str, Value], path: Path) -> None:
    del _parent(data, path)[path[-1]]


def _move(data: dict[str, Value], path: Path, name: str) -> None:
    parent = _parent(data, path)
    parent[name] = parent.pop(path[-1])
