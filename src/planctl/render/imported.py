"""A table of items to the outline of a new plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from planctl.errors import UsageError
from planctl.model.record import ID_PATTERN
from planctl.render.starter import Outline, level_keys

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COLUMNS = (
    "level",
    "id",
    "title",
    "owner",
    "due",
    "parent",
    "number",
    "description",
    "period",
    "note",
)
NEEDED = ("level", "title")
_AS_THEY_ARE = ("number", "description", "period", "due", "note")

Row = dict[str, str]


def imported_outline(rows: Sequence[Row], levels: str = "") -> Outline:
    """Nest the rows of a table as they stand.

    An item stands under the last one of a higher level above it, or under its
    `parent`. Items without an id get one from their place.

    Args:
        rows: cells by column; columns are those of `COLUMNS`.
        levels: names of levels, top first, with commas between; in the order in
            which they come where nothing is said.

    Raises:
        UsageError: there are no rows, a level or parent is not known, or an id is
            none or stands twice.
    """
    if not rows:
        raise UsageError("the table has no rows")
    names = [name.strip() for name in levels.split(",") if name.strip()]
    keys = level_keys(names or dict.fromkeys(row["level"].strip() for row in rows))
    by_name = {name.casefold(): key for key, name in keys.items()}
    tree = _Tree(list(keys))
    for row in rows:
        level = " ".join(row["level"].split()).casefold()
        if level not in by_name:
            raise UsageError(f"the table has a level {row['level']}; --levels lacks it")
        tree.add(by_name[level], row)
    owners = dict.fromkeys(owner for row in rows for owner in _owners(row))
    last = list(keys)[-1]
    entries = {one["id"]: None for level, one in tree.items if level == last}
    return Outline(keys, tree.top, list(owners), entries)


class _Tree:
    """Items in each other, as they are written."""

    def __init__(self, levels: list[str]) -> None:
        self.levels = levels
        self.top: dict[str, Any] = {}
        self.items: list[tuple[str, dict[str, Any]]] = []
        self._open: list[tuple[int, dict[str, Any]]] = []
        self._by_id: dict[str, tuple[int, dict[str, Any]]] = {}

    def add(self, level: str, row: Row) -> None:
        """Put a row where it belongs."""
        depth = self.levels.index(level)
        while self._open and self._open[-1][0] >= depth:
            self._open.pop()
        holder = self._parent(row) or (self._open[-1][1] if self._open else self.top)
        siblings = holder.setdefault(level, [])
        name = row.get("id") or self._new_id(level, holder, len(siblings) + 1)
        if not re.fullmatch(ID_PATTERN, name):
            raise UsageError(
                f"the table has an id {name}; an id is 1 to 64 letters, digits, "
                "dots, dashes and underscores"
            )
        if name in self._by_id:
            raise UsageError(f"the id {name} stands in the table twice")
        item: dict[str, Any] = {"id": name, "title": row["title"]}
        item |= {key: row[key] for key in _AS_THEY_ARE if row.get(key)}
        owners = _owners(row)
        if owners:
            item["responsible"] = owners[0] if len(owners) == 1 else owners
        siblings.append(item)
        self.items.append((level, item))
        self._open.append((depth, item))
        self._by_id.setdefault(name, (depth, item))

    def _parent(self, row: Row) -> dict[str, Any] | None:
        name = row.get("parent")
        if not name:
            return None
        if name not in self._by_id:
            raise UsageError(f"the table names a parent {name}, which is not above it")
        found = self._by_id[name]
        self._open.append(found)
        return found[1]

    def _new_id(self, level: str, holder: Mapping[str, Any], number: int) -> str:
        above = holder.get("id")
        name = f"{above}.{number}" if above else f"{level[0].upper()}{number}"
        while name in self._by_id:
            number += 1
            name = f"{above}.{number}" if above else f"{level[0].upper()}{number}"
        return name


def _owners(row: Row) -> list[str]:
    """The owners in a cell, with `;` between them, or else commas.

    A comma before an `and` is part of a name: `Teaching, Learning, and Technology`.
    """
    text = row.get("owner", "")
    is_one_name = re.search(r",\s*(?:and|&)\s", text, re.IGNORECASE)
    between = ";" if ";" in text or is_one_name else ","
    return [name.strip() for name in text.split(between) if name.strip()]
