"""JSON Schema: of the plan language for editors, and of our documents for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from planctl.load.sections import SECTIONS, Form, Section
from planctl.load.shapes import Shape, shape_of
from planctl.model.item import Item
from planctl.model.measure import Measure, MeasureUse
from planctl.model.record import Record
from planctl.model.reporting import Entry, Report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planctl.link import LinkedPlan

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
_LEVEL_KEY = "^[a-z][A-Za-z0-9_-]*$"


def language_schema(plan: LinkedPlan | None = None) -> Schema:
    """The JSON Schema of a plan file, 2020-12.

    Args:
        plan: with its own levels, status words, owners and ids as enumerations;
            without one, any other key holds a list of items.
    """
    defs: Schema = {}
    for record in _records():
        defs[record.__name__] = _record(record)
    _open_levels(defs, plan)
    properties = {key: _section(section) for key, section in SECTIONS.items()}
    schema: Schema = {
        "$schema": DIALECT,
        "title": plan.info.title if plan else "A plan file of planctl",
        "description": "One file of a plan. Its top-level keys say what it holds.",
        "type": ["object", "null"],
        "properties": {"$schema": {"type": "string"}, **properties},
        **_levels(plan),
        "$defs": defs,
    }
    schema["properties"].update(schema.pop("levels"))
    if plan:
        _enumerate(defs, plan)
    return schema


def document_schema(document: type, name: str) -> Schema:
    """The JSON Schema of a document that planctl writes, such as `planctl.status/1`."""
    schema = TypeAdapter(document).json_schema(
        mode="serialization", schema_generator=_DocumentSchema
    )
    return {"$schema": DIALECT, "$id": f"urn:{name.replace('/', ':')}", **schema}


class _DocumentSchema(GenerateJsonSchema):
    """Every listed key is always there; nothing else is."""

    def dataclass_schema(self, schema: Any) -> Schema:  # noqa: ANN401 - as in the class above
        return _closed(super().dataclass_schema(schema))

    def model_schema(self, schema: Any) -> Schema:  # noqa: ANN401 - as in the class above
        return _closed(super().model_schema(schema))

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401 - as in the class above
        del schema
        return False


def _closed(schema: Schema) -> Schema:
    if "properties" in schema:
        schema["required"] = list(schema["properties"])
        schema["additionalProperties"] = False
        for one in schema["properties"].values():
            one.pop("default", None)
    return schema


def _records() -> list[type[Record]]:
    """Every record of the language, each once, those of the sections first."""
    found: dict[type[Record], None] = {}
    stack: list[type[Record]] = [Entry, Item, *(s.record for s in SECTIONS.values())]
    while stack:
        record = stack.pop()
        if record is Record or record in found:
            continue
        found[record] = None
        stack += [s.record for s in shape_of(record).values() if s.record]
    return sorted(found, key=lambda record: record.__name__)


def _record(record: type[Record]) -> Schema:
    """The schema of one record written out in full."""
    plain = record.model_json_schema(mode="validation")
    required = plain.get("required", [])
    properties = {}
    for name, field in record.model_fields.items():
        key = field.alias or name
        text = " ".join((field.description or "").split())
        shape = shape_of(record)[key]
        inner = _field(shape) if shape.is_list or shape.record else _bare(plain, key)
        properties[key] = {"description": text, **inner}
    return {
        "description": (record.__doc__ or "").split("\n\n", maxsplit=1)[0],
        "type": "object",
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _bare(plain: Schema, key: str) -> Schema:
    """A field of plain text as Pydantic has it, without titles and defaults."""
    found = dict(plain["properties"][key])
    options = [one for one in found.get("anyOf", ()) if one != {"type": "null"}]
    if options:
        found = {**{k: v for k, v in found.items() if k != "anyOf"}, **options[0]}
    for word in ("title", "default", "description"):
        found.pop(word, None)
    if "enum" in found or "const" in found:
        words = found.pop("enum", None) or [found.pop("const")]
        found.pop("type", None)
        found["enum"] = [*words, None]
    return found


def _field(shape: Shape) -> Schema:
    one = _one(shape.record)
    if not shape.is_list:
        return one
    return {"anyOf": [one, {"type": "array", "items": one}]}


def _one(record: type[Record] | None) -> Schema:
    """One entry of a field: text, or a record, or the text that is its shorthand."""
    if record is None:
        return dict(_TEXT)
    reference = {"$ref": f"#/$defs/{record.__name__}"}
    if record is MeasureUse:
        return {
            "anyOf": [reference, {"$ref": f"#/$defs/{Measure.__name__}"}, dict(_TEXT)]
        }
    if record.wrapped:
        inner = shape_of(record)[record.wrapped].record
        assert inner is not None  # noqa: S101 - only records are wrapped
        return {"anyOf": [reference, {"$ref": f"#/$defs/{inner.__name__}"}]}
    if record.shorthand:
        return {"anyOf": [reference, dict(_TEXT)]}
    return {"anyOf": [reference, {"type": "null"}]}


def _section(section: Section) -> Schema:
    described = {"description": section.description}
    if section.record is Record:
        return {**described, "type": ["object", "null"], "additionalProperties": _TEXT}
    one = _one(section.record)
    if section.form is Form.RECORD:
        return {**described, **one}
    if section.form is Form.MAPPING:
        return {**described, "type": ["object", "null"], "additionalProperties": one}
    return {**described, "anyOf": [one, {"type": "array", "items": one}]}


def _levels(plan: LinkedPlan | None) -> Schema:
    items = {"$ref": "#/$defs/Items"}
    if plan is None:
        return {
            "levels": {},
            "patternProperties": {_LEVEL_KEY: {}},
            "additionalProperties": items,
        }
    return {
        "levels": {
            key: {"description": level.description or level.several, **items}
            for key, level in plan.levels.items()
        },
        "additionalProperties": False,
    }


def _open_levels(defs: Schema, plan: LinkedPlan | None) -> None:
    """Let items hold items, and reports their entries by id."""
    item = {"$ref": "#/$defs/Item"}
    defs["Items"] = {
        "anyOf": [item, {"type": "array", "items": item}, {"type": "null"}]
    }
    levels = _levels(plan)
    defs["Item"]["properties"].update(levels.pop("levels"))
    levels.pop("patternProperties", None)
    if plan is None:
        levels["additionalProperties"] = {"$ref": "#/$defs/Items"}
    defs["Item"].update(levels)
    entry = _one(Entry)
    names = {"propertyNames": {"enum": _ids(plan)}} if plan else {}
    defs[Report.__name__]["properties"]["items"] = {
        "description": "What was reported, by id of the item.",
        "type": ["object", "null"],
        "additionalProperties": entry,
        **names,
    }


def _ids(plan: LinkedPlan) -> list[str]:
    former = (one.id for item in plan.items for one in item.record.formerly)
    return list(dict.fromkeys([*plan.index, *former]))


def _enumerate(defs: Schema, plan: LinkedPlan) -> None:
    """Offer the plan's own words where only these are meant."""
    words = plan.vocabulary.general
    statuses = [*(plan.vocabulary.words("", "") if words else ()), *_states()]
    for name in ("Entry", "Line"):
        defs[name]["properties"]["status"]["examples"] = list(dict.fromkeys(statuses))
    owners = [
        spelling for one in plan.owners for spelling in (one.id, one.name) if spelling
    ]
    if owners:
        owner = defs["Responsibility"]["properties"]["owner"]
        owner["examples"] = list(dict.fromkeys(owners))
    ids = [*_ids(plan), *plan.measure_index]
    defs["Citation"]["properties"]["id"]["examples"] = ids
    defs["Item"]["properties"]["parent"]["examples"] = list(plan.index)


def _states() -> Iterable[str]:
    from planctl.model.reporting import State

    return (str(state) for state in State)
