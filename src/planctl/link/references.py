"""Ids looked up: in the plan, among former ones, and in other plans."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planctl.diagnostics import declared
from planctl.link.ids import index_ids
from planctl.link.order import in_document_order
from planctl.link.wording import words
from planctl.load.surroundings import titles_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planctl.link.reporter import Reporter
    from planctl.load import LoadedItem
    from planctl.load.places import Path
    from planctl.model.record import Record

_BETWEEN = re.compile(r"\s*[,;/&]\s*|\s+and\s+|\s+")


class References:
    """The items of one plan in document order, and where each id leads.

    `index` and `measures` are ids of items and measures to positions.
    """

    def __init__(self, reporter: Reporter) -> None:
        self.reporter = reporter
        loaded = reporter.loaded
        self._prefixes: set[str] = set()
        self._by_words: dict[str, str] = {}
        self.items = loaded.items
        self._former = _former_ids(self.items)
        self.items = in_document_order(self.items, self._parent_of, self._loop)
        self._former = _former_ids(self.items)
        self.index = index_ids(reporter, self.items)
        self.measures: dict[str, int] = {}
        for position, one in enumerate(loaded.measures):
            self.measures.setdefault(one.record.id, position)
        self.known_measures = tuple(self.measures)
        self._known = (*self.index, *self.known_measures)

    def find(
        self, record: Record, path: Path, name: str, text: str | None = None
    ) -> int | None:
        """The position of the item with an id, now or formerly; reports if none.

        `text` is the wording printed beside the id, which may tell what was meant.
        """
        # An id has no colon: what is found as it stands names nothing elsewhere.
        local = name if name in self.index else self._local(record, path, name)
        if local is None:
            return None
        found = self.index.get(local)
        if found is not None:
            return found
        if local in self._former:
            return self._successor(record, path, local)
        if local not in self.measures:
            self.unknown(record, path, name, self._known, self._words_of(text))
        return None

    def item(self, record: Record, path: Path, name: str) -> int | None:
        """The position of the item with an id, where a measure's would be wrong."""
        item = self.find(record, path, name)
        if item is None and name in self.measures:
            self.reporter.report(
                declared.UNKNOWN_REFERENCE,
                f"`{name}` is a measure, and no item",
                record,
                path,
                part=name,
            )
        return item

    def _words_of(self, text: str | None) -> str:
        """Whose words a text is, as a hint."""
        if not text:
            return ""
        if not self._by_words:
            records = (item.record for item in reversed(self.items))
            self._by_words = {words(record.title): record.id for record in records}
        meant = self._by_words.get(words(text))
        return f"the words beside it are those of {meant}" if meant else ""

    def _successor(self, record: Record, path: Path, former: str) -> int | None:
        """The position of the item that had an id before; reports a split."""
        claimants = self._former[former]
        if len(claimants) == 1:
            return claimants[0]
        several = ", ".join(self.items[c].record.id for c in claimants)
        self.reporter.report(
            declared.UNKNOWN_REFERENCE,
            f"`{former}` was split: it is now {several}",
            record,
            path,
            part=former,
            help="name the one that is meant",
        )
        return None

    def _local(self, record: Record, path: Path, name: str) -> str | None:
        """An id without this plan's prefix; none where it is another plan's."""
        prefix, colon, rest = name.partition(":")
        if not colon:
            return name
        if prefix == self.reporter.loaded.info.id:
            return rest
        titles = self._titles(prefix)
        if titles is not None:
            if rest not in titles and self.reporter.loaded.is_complete:
                self._unknown_elsewhere(record, path, name, titles)
        elif prefix not in self._prefixes:
            self._prefixes.add(prefix)
            self.reporter.report(
                declared.UNKNOWN_PREFIX,
                f"no plan `{prefix}` is at hand to look up `{rest}`",
                record,
                path,
                part=name,
                help="name its folder in the same command, or in `uses:`",
                word=prefix,
                candidates=self._known_prefixes(),
            )
        return None

    def _known_prefixes(self) -> tuple[str, ...]:
        """The ids of the plans that may be referred to."""
        found, base = [], self.reporter.loaded.base
        while base is not None:
            found.append(base.info.id)
            base = base.base
        return (*found, *self.reporter.loaded.surroundings.prefixes())

    def _titles(self, prefix: str) -> Mapping[str, str] | None:
        """The titles of another plan's items: one that is used, or named."""
        base = self.reporter.loaded.base
        while base is not None:
            if base.info.id == prefix:
                return titles_of(base)
            base = base.base
        return self.reporter.loaded.surroundings.titles(prefix)

    def title(self, name: str, found: int | None) -> str | None:
        """The title of what is cited, here or in another plan."""
        if found is not None:
            return self.items[found].record.title
        prefix, _, rest = name.partition(":")
        return (self._titles(prefix) or {}).get(rest)

    def unknown(
        self,
        record: Record,
        path: Path,
        name: str,
        known: tuple[str, ...],
        hint: str = "",
    ) -> None:
        """Report an id that nothing has, unless a part that has it was not read."""
        if not self.reporter.loaded.knows(name):
            return
        parts = _BETWEEN.split(name)
        is_list = len(parts) > 1 and all(part in known for part in parts)
        self.reporter.report(
            declared.UNKNOWN_REFERENCE,
            f"nothing in this plan has the id `{name}`",
            record,
            path,
            part=name,
            help=f"it reads like several; write a list: [{', '.join(parts)}]"
            if is_list
            else hint,
            word=name,
            candidates=() if is_list else known,
        )

    def _unknown_elsewhere(
        self, record: Record, path: Path, name: str, titles: Mapping[str, str]
    ) -> None:
        prefix, _, rest = name.partition(":")
        self.reporter.report(
            declared.UNKNOWN_REFERENCE,
            f"nothing in the plan `{prefix}` has the id `{rest}`",
            record,
            path,
            part=name,
            word=name,
            candidates=tuple(f"{prefix}:{one}" for one in titles),
        )

    def _parent_of(self, item: LoadedItem, index: dict[str, int]) -> int | None:
        """The position of the parent that an item at the top of a file names."""
        name = item.record.parent
        if name is None:
            return None
        if item.parent is not None:
            self.reporter.report(
                declared.INVALID_VALUE,
                f"`{item.record.id}` stands under another item and names a parent, too",
                item.record,
                ("parent",),
                help="remove `parent:`; it is for items at the top of a file",
            )
            return None
        local = self._local(item.record, ("parent",), name)
        if local is None or local in index:
            return index.get(local or "")
        if local in self._former:
            return self._successor(item.record, ("parent",), local)
        self.unknown(item.record, ("parent",), name, tuple(index))
        return None

    def _loop(self, item: LoadedItem) -> None:
        self.reporter.report(
            declared.INVALID_VALUE,
            f"`{item.record.id}` stands under itself: its parents lead back to it",
            item.record,
            ("parent",),
            help="name another parent, or remove `parent:`; it is read as standing "
            "at the top",
        )


def _former_ids(items: Sequence[LoadedItem]) -> dict[str, list[int]]:
    """The positions of the items that had each id before."""
    former: dict[str, list[int]] = {}
    for position, item in enumerate(items):
        for one in item.record.formerly:
            former.setdefault(one.id, []).append(position)
    return former
