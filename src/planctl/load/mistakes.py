"""A Pydantic error in the words of people who write plans."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planctl.diagnostics.suggest import nearest
from planctl.load.shapes import is_glued, shape_of
from planctl.model.reporting import Report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic_core import ErrorDetails

    from planctl.load.places import Path
    from planctl.model.record import Record
    from planctl.source import Value

_KINDS: dict[type, str] = {
    dict: "a group of fields",
    list: "a list",
    str: "a text",
    type(None): "nothing",
}
_LONGEST = 60
_USUAL = {
    "%": "percent",
    "pct": "percent",
    "percentage points": "points",
    "number": "count",
    "$": "USD",
    "dollars": "USD",
    "up": "increase",
    "higher": "increase",
    "raise": "increase",
    "down": "decrease",
    "lower": "decrease",
    "reduce": "decrease",
    "keep": "maintain",
}
"""Other words that people use, and the word of ours."""


class Said(NamedTuple):
    """A message and its help."""

    message: str
    help: str = ""


def describe(  # noqa: PLR0911 - one return for each kind of error
    error: ErrorDetails, cls: type[Record], path: Path, node: Value
) -> Said:
    """Say what is wrong with the value at a path of a record."""
    name = _name(path)
    context = error.get("ctx") or {}
    match error["type"]:
        case "model_type":
            return _no_fields(class_at(cls, path), name, node)
        case "dict_type":
            return Said(
                f"`{name}` holds names, each with what it stands for",
                "write a name, a colon, and the rest below it",
            )
        case "literal_error":
            return _not_a_word(name, node, str(context.get("expected", "")))
        case _ if not isinstance(node, str):
            is_entry = isinstance(path[-1], int)
            return _not_text(f"an entry of `{name}`" if is_entry else f"`{name}`", node)
        case "string_pattern_mismatch" if name == "id":
            return Said(
                f"`{_short(node)}` is no id",
                "an id is 1 to 64 letters, digits, `.`, `-` or `_`, without spaces",
            )
        case "greater_than_equal" | "less_than_equal":
            return Said(f"`{name}` is out of range: `{_short(node)}`", "0 to 100")
        case "value_error":
            help_text = str(context.get("error"))
        case _:
            help_text = explain_field(class_at(cls, path[:-1]), name)
    return Said(f"`{name}` cannot be read: `{_short(node)}`", help_text)


def foreign(cls: type[Record], path: Path, node: dict[str, Value]) -> Said:
    """Say that a group of fields has none of those of its record."""
    what = f"an entry of `{_name(path)}`" if path else "the entry"
    if cls.shorthand and len(node) == 1 and isinstance(next(iter(node.values())), str):
        return _not_text(what, node)
    return Said(f"{what} has none of its fields", _fields_of(cls))


def own_keys(cls: type[Record]) -> tuple[str, ...]:
    """Keys of a record that the loader itself takes off: a report's `items`."""
    return ("items",) if cls is Report else ()


def class_at(cls: type[Record], path: Path) -> type[Record]:
    """The record at a path of a record, or the last one above it."""
    for step in path:
        if isinstance(step, str):
            below = shape_of(cls).get(step)
            cls = below.record if below and below.record else cls
    return cls


def explain_field(cls: type[Record], name: str) -> str:
    """The first line of a field's description, as part of a sentence."""
    fields = {field.alias or key: field for key, field in cls.model_fields.items()}
    text = (fields[name].description or "").partition("\n")[0].rstrip(".")
    return text[:1].lower() + text[1:]


def listed(words: Iterable[str], most: int = 24) -> str:
    """Words in a row, not too many."""
    shown = list(words)
    rest = len(shown) - most
    text = ", ".join(f"`{word}`" for word in shown[:most])
    return f"{text} and {rest} more" if rest > 0 else text


def _name(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _no_fields(cls: type[Record], name: str, node: Value) -> Said:
    if isinstance(node, str) and is_glued(cls, node):
        field = node.partition(":")[0]
        return Said(
            f"a space is missing behind `{field}:`",
            f"write `{field}: ` and then the value",
        )
    what = f"`{name}`" if name else "the entry"
    takes = "a text or fields" if cls.shorthand else "fields"
    return Said(f"{what} takes {takes}, not {_KINDS[type(node)]}", _fields_of(cls))


def _fields_of(cls: type[Record]) -> str:
    return f"its fields are {listed(shape_of(cls))}"


def _not_text(what: str, node: Value) -> Said:
    if isinstance(node, dict) and len(node) == 1:
        key, value = next(iter(node.items()))
        if isinstance(value, str):
            return Said(
                f"{what} is one text; its colon makes it a field",
                f'put the text in quotes: "{key}: {_short(value)}"',
            )
    return Said(
        f"{what} is one text, not {_KINDS[type(node)]}", "write one line of text"
    )


def _not_a_word(name: str, node: Value, expected: str) -> Said:
    words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    near = ""
    if isinstance(node, str):
        usual = _USUAL.get(node.strip().lower(), "")
        near = usual if usual in words else nearest(node, words)
    hint = f"did you mean `{near}`? " if near else ""
    said = f"`{_short(node)}`" if isinstance(node, str) else _KINDS[type(node)]
    return Said(f"`{name}` cannot be {said}", f"{hint}it is one of {listed(words)}")


def _short(node: str) -> str:
    return node if len(node) <= _LONGEST else f"{node[: _LONGEST - 1]}…"
