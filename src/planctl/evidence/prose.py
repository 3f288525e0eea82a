"""All that a plan says in words, as one text."""

from __future__ import annotations

import re
import string
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from planctl.evidence.abbreviations import Spelled, spelled_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link.linked import LinkedPlan
    from planctl.load.places import Path
    from planctl.model.item import Item, Statement
    from planctl.model.record import Record
    from planctl.model.reporting import Entry

    Passage = tuple[Record, Path, str]

# The fields of an item, beside its title, that hold what readers see.
_LISTED = frozenset({"resources", "questions", "if_", "then"})
_WORDED = _LISTED | {"description", "note", "aligns_to", "success_criteria"}
_CAPITALS = string.ascii_uppercase.encode()
_BEFORE = string.ascii_lowercase.encode() + b"-"
# What each sign is to a search for capitals: a capital, what may stand before one in a
# word, or itself.
_KINDS = bytes.maketrans(
    _CAPITALS + _BEFORE, b"A" * len(_CAPITALS) + b"a" * len(_BEFORE)
)
_INNER_CAPITAL = re.compile(rb"A(?<=[Aa]A)")
_NEXT_CAPITAL = re.compile(rb"A(?<=[^.,:;!\n] A)")


class Prose:
    """The texts of a plan's own files that readers see, one a line, made when needed.

    Titles, descriptions, notes, citations, criteria, resources and questions of items;
    measures, statements and what was reported; names of owners, student groups, sites.
    """

    def __init__(self, plan: LinkedPlan) -> None:
        self._plan = plan

    @cached_property
    def text(self) -> str:
        """All of it."""
        return "\n".join([text for _, _, text in self._passages])

    @cached_property
    def small(self) -> str:
        """The same in small letters, each where it was."""
        small = self.text.lower()
        if len(small) == len(self.text):
            return small
        lowered = ((letter, letter.lower()) for letter in self.text)
        return "".join(low if len(low) == 1 else letter for letter, low in lowered)

    @cached_property
    def inner_capitals(self) -> list[int]:
        """Where a capital stands behind a letter or a hyphen."""
        return [match.start() for match in _INNER_CAPITAL.finditer(self._kinds)]

    @cached_property
    def next_capitals(self) -> list[int]:
        """Where a capital stands behind a space, and not behind a stop before that."""
        return [match.start() for match in _NEXT_CAPITAL.finditer(self._kinds)]

    @cached_property
    def _kinds(self) -> bytes:
        # A byte for each sign: a search for one byte takes half the time.
        return self.text.encode("latin-1", "replace").translate(_KINDS)

    @cached_property
    def spelled_out(self) -> list[Spelled]:
        """Where abbreviations may be spelled out."""
        return list(spelled_out(self.text))

    def place(self, offset: int) -> tuple[Record, Path]:
        """The record and the field in which a place of the text stands."""
        record, path, _ = self._passages[bisect_right(self._starts, offset) - 1]
        return record, path

    @cached_property
    def _passages(self) -> list[Passage]:
        return _passages(self._plan)

    @cached_property
    def _starts(self) -> list[int]:
        lengths = (len(text) + 1 for _, _, text in self._passages)
        return list(accumulate(lengths, initial=0))[:-1]


def _passages(plan: LinkedPlan) -> list[Passage]:
    is_here = plan.places.is_here
    found: list[Passage] = [(plan.info, ("title",), plan.info.title)]
    if plan.info.description:
        found.append((plan.info, ("description",), plan.info.description))
    for statement in filter(is_here, plan.statements):
        found += _of_statement(statement)
    for item in plan.items:
        found += _of_item(item.record)
    found += [(one, ("title",), one.title) for one in plan.measures if is_here(one)]
    for named in filter(is_here, (*plan.owners, *plan.groups, *plan.sites)):
        found.append((named, ("name",), named.name))
        for place, other in enumerate(named.also):
            found.append((named, ("also", place), other))
    for update in plan.updates:
        if update.record is not None and update.covered_by is None:
            found += _of_entry(update.record)
    return found


def _of_entry(entry: Entry) -> list[Passage]:
    found: list[Passage] = [(entry, ("note",), entry.note)] if entry.note else []
    if entry.entries:
        found += [
            (entry, ("entries", place, "note"), line.note)
            for place, line in enumerate(entry.entries)
            if line.note
        ]
    return found


def _of_statement(statement: Statement) -> Iterator[Passage]:
    yield statement, ("title",), statement.title
    if statement.description:
        yield statement, ("description",), statement.description
    for field, texts in (("if", statement.if_), ("then", statement.then)):
        for place, text in enumerate(texts):
            yield statement, (field, place), text


def _of_item(record: Item) -> list[Passage]:
    found: list[Passage] = [(record, ("title",), record.title)]
    written = record.model_fields_set
    if _WORDED.isdisjoint(written):
        return found
    if record.description:
        found.append((record, ("description",), record.description))
    if record.note:
        found.append((record, ("note",), record.note))
    if "aligns_to" in written:
        found += [
            (record, ("aligns_to", place, "text"), cited.text)
            for place, cited in enumerate(record.aligns_to)
            if cited.text
        ]
    if "success_criteria" in written:
        found += [
            (record, ("success_criteria", place, "text"), one.text)
            for place, one in enumerate(record.success_criteria)
        ]
    if not _LISTED.isdisjoint(written):
        found += [
            (record, (field, place), text)
            for field, texts in (
                ("resources", record.resources),
                ("questions", record.questions),
                ("if", record.if_),
                ("then", record.then),
            )
            for place, text in enumerate(texts)
        ]
    return found
