"""The records of the plan language: what to call them, what their fields hold."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache
from textwrap import dedent
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args, get_origin

from planctl.load.sections import SECTIONS, Form
from planctl.load.shapes import shape_of
from planctl.model.item import Criterion, Former, Item
from planctl.model.measure import MeasureUse, Series
from planctl.model.plan import Level, Lint, Named, PlanInfo
from planctl.model.record import Record, Was, When
from planctl.model.reporting import ByException, Entry, Line, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

    from planctl.load.sections import Section

_NAMES: dict[type[Record], str] = {
    ByException: "a status by exception",
    Criterion: "a success criterion",
    Entry: "an entry of an update",
    Former: "a former id",
    Line: "a line of an entry",
    Lint: "lint settings",
    MeasureUse: "a measure of an item",
    Named: "an owner, group or site",
    PlanInfo: "a plan",
    Report: "an update",
    Series: "a value",
    Was: "a former value",
    When: "a time",
}
_PLAIN: dict[type, str] = {
    Decimal: "a number",
    bool: "`yes` or `no`",
    date: "a day",
    int: "a whole number",
    str: "text",
}


class FieldText(NamedTuple):
    """A field in words: its key, what it holds, what it says, and an example.

    `holds` is Markdown with links to the headings of other records.
    """

    key: str
    holds: str
    text: str
    example: str


@cache
def records() -> tuple[type[Record], ...]:
    """Every record of the language: those of files, then what they hold.

    Records that many others hold, such as times, come last.
    """
    roots: list[type[Record]] = [PlanInfo, Level, Item]
    roots += [section.record for section in SECTIONS.values()] + [Entry]
    found = dict.fromkeys(one for root in roots for one in _with_inner(root))
    found.pop(Record)
    return tuple(sorted(found, key=lambda one: one.__module__ == Record.__module__))


def _with_inner(record: type[Record]) -> Iterator[type[Record]]:
    """A record, and all that it holds."""
    yield record
    for shape in shape_of(record).values():
        if shape.record is not None:
            yield from _with_inner(shape.record)


def name_of(record: type[Record]) -> str:
    """What to call one of a record: `an item`, `a success criterion`."""
    if record in _NAMES:
        return _NAMES[record]
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", record.__name__).lower()
    if words.endswith("s"):
        return words
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def link_to(record: type[Record]) -> str:
    """A Markdown link to the heading `Fields of ...` of a record."""
    name = name_of(record)
    slug = re.sub(r"[^a-z0-9 ]", "", name).replace(" ", "-")
    return f"[{name}](#fields-of-{slug})"


def fields_of(record: type[Record]) -> Iterator[FieldText]:
    """The fields of a record in order, with those that files alone know at the end."""
    examples = examples_of(record)
    for name, field in record.model_fields.items():
        key = field.alias or name
        text = " ".join((field.description or "").split())
        yield FieldText(key, _holds(record, key, field), text, examples.get(key, ""))
    if record is Item:
        key = list(examples)[-1]
        text = "What stands under it; the key is one of the plan's levels."
        yield FieldText(key, f"{link_to(Item)}, or a list", text, examples[key])
    if record is Report:
        text = "What was reported, by the id of the item."
        holds = f"ids, each with text or {link_to(Entry)}"
        yield FieldText("items", holds, text, examples["items"])


def examples_of(record: type[Record]) -> dict[str, str]:
    """The example of each field by its key, as lines of YAML."""
    return split_keys(dedent(record.example))


def split_keys(text: str) -> dict[str, str]:
    """The lines of each key at the left margin of a YAML text."""
    parts = re.split(r"^(?=\S)", text.strip("\n"), flags=re.MULTILINE)
    return {part.partition(":")[0]: part.rstrip("\n") for part in parts if part}


def section_holds(section: Section) -> str:
    """What a key at the top of a file holds, in words."""
    if section.form is Form.RECORD:
        return f"the fields of {link_to(section.record)}"
    words = "text" if section.record is Record else _record(section.record)
    if section.form is Form.MAPPING:
        return f"names, each with {words}"
    return f"{words}, or a list"


def _holds(record: type[Record], key: str, field: FieldInfo) -> str:
    """What a field holds, in words."""
    shape = shape_of(record)[key]
    words = _record(shape.record) if shape.record else _plain(field.annotation)
    if shape.is_list:
        words += ", or a list"
    return f"{words}; required" if field.is_required() else words


def _record(record: type[Record]) -> str:
    return f"text or {link_to(record)}" if record.shorthand else link_to(record)


def _plain(annotation: object) -> str:
    """What a value holds that is no record: look through optional types to it."""
    inner = get_args(annotation)
    if isinstance(annotation, type) and annotation in _PLAIN:
        return _PLAIN[annotation]
    if get_origin(annotation) is Literal:
        return f"one of {', '.join(f'`{word}`' for word in inner)}"
    if get_origin(annotation) is dict:
        return f"names, each with {_plain(inner[1])}"
    return _plain(inner[0])
