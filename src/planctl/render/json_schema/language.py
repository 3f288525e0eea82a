"""JSON Schema of plan files, for editors, made from the models."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from planctl.calendar.cycles import AS_PUBLISHED
from planctl.load.sections import RESERVED, SECTIONS, Form, Section
from planctl.load.shapes import Shape, shape_of
from planctl.model.item import Item
from planctl.model.measure import Measure, MeasureUse
from planctl.model.plan import FORMAT, PlanInfo
from planctl.model.record import Record
from planctl.model.reporting import Entry
from planctl.render.json_schema.fields import FIELDS
from planctl.render.json_schema.values import (
    DIALECT,
    EMPTY,
    TEXT,
    Schema,
    escape,
    one_of,
    quietly,
    shared,
    typed,
)
from planctl.render.json_schema.words import (
    ANOTHER_PLANS,
    PlanWords,
    plan_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic.fields import FieldInfo

    from planctl.check import CheckedPlan

_NAMES: dict[str, Schema] = {
    "levels": {"not": {"enum": sorted(RESERVED)}},
    "cycles": {"pattern": f"^(?!{AS_PUBLISHED}$)[^/]*$"},
}
_BOUNDS = {"ge": "minimum", "le": "maximum"}


def language_schema(checked: CheckedPlan | None = None) -> Schema:
    """The JSON Schema of a plan file, 2020-12.

    Args:
        checked: a plan whose own levels, words and ids are offered; without one, any
            other key holds a list of items.
    """
    return _Language(plan_words(checked) if checked else None).schema()


class _Language:
    """The schema of every record, with the words of one plan where there is one."""

    def __init__(self, words: PlanWords | None) -> None:
        self.words = words
        self.values = words.values if words else {}
        items = {"$ref": "#/$defs/Items"}
        self.levels: Schema = {
            key: {"description": text, **items}
            for key, text in (words.levels if words else {}).items()
        }
        is_closed = words is not None and words.refuses_levels
        self.others: Schema | bool = False if is_closed else items

    def schema(self) -> Schema:
        """The schema of a whole file."""
        title = self.words.title if self.words else "a plan"
        sections = {key: self._section(one) for key, one in SECTIONS.items()}
        return {
            "$schema": DIALECT,
            "description": f"A file of {title}. Its top-level keys say what it holds.",
            "type": ["object", "null"],
            "properties": {**self.levels, **sections},
            "additionalProperties": self.others,
            "$defs": self._definitions(),
        }

    def _definitions(self) -> Schema:
        defs = {record.__name__: self._record(record) for record in _records()}
        item = {"anyOf": [{"$ref": "#/$defs/Item"}, EMPTY]}
        defs["Items"] = {"anyOf": [*item["anyOf"], {"type": "array", "items": item}]}
        defs["Item"]["properties"].update(self.levels)
        defs["Item"]["additionalProperties"] = self.others
        defs["Reported"] = self._one(Entry)
        defs["Report"]["properties"]["items"] = self._reported()
        return {**defs, **shared(), **self.values}

    def _reported(self) -> Schema:
        """The entries of a report by id, with the plan's ids spelled out."""
        entry: Schema = {"$ref": "#/$defs/Reported"}
        schema: Schema = {
            "description": "What was reported, by id of the item.",
            "type": ["object", "null"],
            "additionalProperties": entry,
        }
        words = self.words
        if words is None:
            return schema
        schema["properties"] = {
            name: {"description": text, **entry}
            for name, text in words.reported.items()
        }
        if words.refuses_ids:
            patterns = (ANOTHER_PLANS, _typed_keys(words.reported))
            schema["patternProperties"] = dict.fromkeys(filter(None, patterns), entry)
            schema["additionalProperties"] = False
        return schema

    def _section(self, section: Section) -> Schema:
        described: Schema = {"description": section.description}
        one = dict(TEXT) if section.record is Record else self._one(section.record)
        if section.form is Form.RECORD:
            return {**described, **one}
        if section.form is Form.LIST:
            return {**described, "anyOf": _one_or_many(one)}
        names = _NAMES.get(section.key)
        return {
            **described,
            "type": ["object", "null"],
            **({"propertyNames": names} if names else {}),
            "additionalProperties": one,
        }

    def _record(self, record: type[Record]) -> Schema:
        """A record written out in full."""
        plain = record.model_json_schema(mode="validation")
        properties = {}
        for name, field in record.model_fields.items():
            key = field.alias or name
            text = " ".join((field.description or "").split())
            value = self._field(record, key, plain["properties"][key])
            properties[key] = {"description": text, **value}
        required = plain.get("required", [])
        return {
            # No description: editors would show it instead of the field's own.
            "$comment": (record.__doc__ or "").split("\n\n", maxsplit=1)[0],
            "type": "object",
            "properties": properties,
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }

    def _field(self, record: type[Record], key: str, plain: Schema) -> Schema:
        """The value of a field: one, or where it is a list, one or many."""
        shape = shape_of(record)[key]
        if shape.record is not None:
            one = self._one(shape.record)
        else:
            one = self._value(record, key, plain, shape)
        return {"anyOf": _one_or_many(one)} if shape.is_list else one

    def _value(
        self, record: type[Record], key: str, plain: Schema, shape: Shape
    ) -> Schema:
        """The value of a field that holds no record."""
        name = FIELDS.get((record, key))
        if name in self.values:
            return {"$ref": f"#/$defs/{name}"}
        if (record, key) == (PlanInfo, "format"):
            return one_of([FORMAT])
        bare = _bare(plain["items"] if shape.is_list else plain)
        return _words(bare, _field_of(record, key))

    def _one(self, record: type[Record]) -> Schema:
        """One record: written out, or the text or mapping that is its shorthand."""
        options: list[Schema] = [{"$ref": f"#/$defs/{record.__name__}"}]
        if record is MeasureUse:
            options.append({"$ref": f"#/$defs/{Measure.__name__}"})
        if record.wrapped:
            inner = shape_of(record)[record.wrapped].record
            assert inner is not None  # noqa: S101 - only records are wrapped
            options.append({"$ref": f"#/$defs/{inner.__name__}"})
        if record.shorthand:
            name = FIELDS.get((record, record.shorthand))
            ours = name in self.values
            options.append({"$ref": f"#/$defs/{name}"} if ours else dict(TEXT))
        else:
            options.append(EMPTY)
        return {"anyOf": options}


def _records() -> list[type[Record]]:
    """Every record of the language, each once, in order of their names."""
    found: dict[type[Record], None] = {}
    stack: list[type[Record]] = [Entry, Item, *(s.record for s in SECTIONS.values())]
    while stack:
        record = stack.pop()
        if record is Record or record in found:
            continue
        found[record] = None
        stack += [s.record for s in shape_of(record).values() if s.record]
    return sorted(found, key=lambda record: record.__name__)


def _one_or_many(one: Schema) -> list[Schema]:
    return [one, {"type": "array", "items": one}]


def _typed_keys(ids: Iterable[str]) -> str:
    """The pattern of ids that editors type as numbers, which are other keys to them."""
    spellings = {
        spelling: ""
        for name in ids
        if typed(name) != name
        for spelling in (name, str(typed(name)), json.dumps(typed(name)))
    }
    return f"^({'|'.join(map(escape, spellings))})$" if spellings else ""


def _field_of(record: type[Record], key: str) -> FieldInfo:
    return next(f for n, f in record.model_fields.items() if (f.alias or n) == key)


def _bare(plain: Schema) -> Schema:
    """A value as Pydantic has it, without titles, defaults and its own bounds."""
    options = [one for one in plain.get("anyOf", ()) if one != {"type": "null"}]
    found = {**plain, **(options[0] if options else {})}
    for word in ("anyOf", "title", "default", "description"):
        found.pop(word, None)
    return {_BOUNDS.get(word, word): value for word, value in found.items()}


def _words(bare: Schema, field: FieldInfo) -> Schema:
    """Enumerations with all that planctl reads as one of their words."""
    if "additionalProperties" in bare:
        inner = _words(bare["additionalProperties"], field)
        return {**bare, "type": ["object", "null"], "additionalProperties": inner}
    if "enum" not in bare:
        return dict(TEXT) if bare.keys() == {"type"} else quietly(bare)
    words = bare["enum"]
    return one_of(words, ignores_case=_ignores_case(field, words))


def _ignores_case(field: FieldInfo, words: list[str]) -> bool:
    try:
        TypeAdapter(field.rebuild_annotation()).validate_python(words[0].capitalize())
    except ValidationError:
        return False
    return True
