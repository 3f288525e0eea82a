"""What each field of a record holds, worked out once from the model.

Shorthands are widened by it, so that Pydantic sees one form of everything.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

from planctl.model.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.source import Value


class Shape(NamedTuple):
    """A field: whether it is a list, and the record that it holds, if any."""

    is_list: bool
    record: type[Record] | None


@cache
def shape_of(cls: type[Record]) -> dict[str, Shape]:
    """The shapes of a record's fields by their key in a file."""
    cls.model_rebuild()
    return {
        field.alias or name: _shape(field.annotation)
        for name, field in cls.model_fields.items()
    }


@cache
def _complex(cls: type[Record]) -> dict[str, Shape]:
    """The fields that need widening."""
    return {
        key: shape
        for key, shape in shape_of(cls).items()
        if shape.is_list or shape.record
    }


@cache
def validator(cls: type[Record]) -> Callable[[object], Any]:
    """The function that makes a record of widened data.

    It raises pydantic's `ValidationError`.
    """
    cls.model_rebuild()
    validate: Callable[[object], Any] = cls.__pydantic_validator__.validate_python
    return validate


def widen(cls: type[Record], node: Value) -> Any:  # noqa: ANN401 - what is no record stays
    """Write out the shorthands of a record; what is no record is left as it is.

    An empty text is as absent as no text.
    """
    complex_fields = _complex(cls)
    if type(node) is not dict:
        if node is None or node == "":
            return {}
        if type(node) is not str or not cls.shorthand or is_glued(cls, node):
            return node
        # It stands for a text, or for a list of texts.
        return {cls.shorthand: [node] if cls.shorthand in complex_fields else node}
    if cls.wrapped and not shape_of(cls).keys() & node.keys():
        node = {cls.wrapped: node}
    wide: dict[str, Any] = {}
    for key, value in node.items():
        if value is None or value == "":
            continue
        shape = complex_fields.get(key)
        if shape is None:
            wide[key] = value
        elif shape.is_list:
            wide[key] = _widen_list(shape.record, value)
        else:
            wide[key] = widen(shape.record, value) if shape.record else value
    return wide


def is_glued(cls: type[Record], text: str) -> bool:
    """Whether a text is a field of a record without the space behind its colon."""
    if ":" not in text:
        return False
    name, _, rest = text.partition(":")
    return name in shape_of(cls) and rest[:1] not in {"", " "}


def _widen_list(record: type[Record] | None, value: Value) -> list[Any]:
    many = value if type(value) is list else [value]
    if record is None:
        return [one for one in many if one is not None and one != ""]
    return [widen(record, one) for one in many if one is not None and one != ""]


def _shape(annotation: object) -> Shape:
    """Look through optional and annotated types to what is inside."""
    if get_origin(annotation) is tuple:
        inner = get_args(annotation)[0]
        is_record = isinstance(inner, type) and issubclass(inner, Record)
        return Shape(is_list=True, record=inner if is_record else None)
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return Shape(is_list=False, record=annotation)
    for inner in get_args(annotation):
        found = _shape(inner)
        if found.is_list or found.record:
            return found
    return Shape(is_list=False, record=None)
