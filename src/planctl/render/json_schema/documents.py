"""JSON Schema of the documents that planctl writes."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from planctl.render.json_schema.values import DIALECT, Schema


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
