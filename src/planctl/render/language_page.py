"""The page `docs/language.md`: the plan language, made from its records."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planctl.calendar.reading import FORMS
from planctl.link.cycles import DEFAULT_CYCLES
from planctl.load import TABLES
from planctl.load.files import NOT_THE_PLANS
from planctl.load.sections import SECTIONS
from planctl.model.item import Item
from planctl.model.progress import MISSING
from planctl.model.reporting import State
from planctl.render.environment import environment, templates
from planctl.render.fields import (
    FieldText,
    fields_of,
    link_to,
    name_of,
    records,
    section_holds,
    split_keys,
)

if TYPE_CHECKING:
    from planctl.model.record import Record

_SIGNS = ("*", "&", "%", "@", "!", "[", "{", ">")


class RecordText(NamedTuple):
    """A record: what to call one, what it is, its short forms and its fields."""

    name: str
    text: str
    shorthand: str
    wrapped: str
    fields: tuple[FieldText, ...]


def language_page() -> str:
    """The page as Markdown."""
    return (
        environment("md")
        .get_template("language.md.j2")
        .render(
            plan=split_keys(example_plan()),
            passed_over=sorted(NOT_THE_PLANS),
            signs=_SIGNS,
            forms=FORMS,
            default_cycles=DEFAULT_CYCLES,
            states=tuple(State),
            tables=TABLES,
            missing=MISSING,
            sections=tuple(SECTIONS.values()),
            section_holds=section_holds,
            link_to=link_to,
            item=link_to(Item),
            records=[_record(record) for record in records()],
        )
    )


def example_plan() -> str:
    """The plan of a fictional district, with every key that a file may have."""
    return (templates() / "md" / "language.yaml").read_text("utf-8")


def _record(record: type[Record]) -> RecordText:
    text = " ".join((record.__doc__ or "").split("\n\n", maxsplit=1)[0].split())
    return RecordText(
        name_of(record),
        text,
        record.shorthand,
        record.wrapped,
        tuple(fields_of(record)),
    )
