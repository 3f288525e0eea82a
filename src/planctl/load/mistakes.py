"""A Pydantic error in the words of people who write plans."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planctl.diagnostics.suggest import nearest
from planctl.load.shapes import shape_of

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from planctl.load.places import Path
    from planctl.model.record import Record
    from planctl.source import Value

_KINDS: dict[type, str] = {dict: "a group of fields", list: "a list", str: "a text"}
_LONGEST = 60


class Said(NamedTuple):
    """A message, its help, and the fields to name in the help."""

    message: str
    help: str = ""
    help_fields: tuple[str, ...] = ()


def describe(  # noqa: PLR0911 - one return for each kind of error
    error: ErrorDetails, cls: type[Record], path: Path, node: Value
) -> Said:
    """Say what is wrong with the value at a path of a record."""
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    kind = _KINDS.get(type(node), "nothing")
    context = error.get("ctx") or {}
    match error["type"]:
        case "string_type":
            return _not_text(name, kind, node)
        case "model_type" | "dict_type":
            record = _record_at(cls, path)
            fields = tuple(shape_of(record)) if record else ()
            what = f"`{name}`" if name else "the entry"
            return Said(f"{what} takes fields, not {kind}", help_fields=fields)
        case "literal_error":
            return _not_a_word(name, node, str(context.get("expected", "")))
        case "string_pattern_mismatch" if name == "id":
            return Said(
                f"`{_short(node)}` is no id",
                "an id is 1 to 64 letters, digits, `.`, `-` or `_`, without spaces",
            )
        case "value_error":
            return Said(
                f"`{name}` cannot be read: `{_short(node)}`", str(context.get("error"))
            )
        case "greater_than_equal" | "less_than_equal":
            return Said(f"`{name}` is out of range: `{_short(node)}`", "0 to 100")
        case _:
            return Said(f"`{name}` cannot be read: `{_short(node)}`")


def _not_text(name: str, kind: str, node: Value) -> Said:
    if isinstance(node, dict) and len(node) == 1:
        key, value = next(iter(node.items()))
        if isinstance(value, str):
            return Said(
                f"an entry of `{name}` is one text; its colon makes it a field",
                f'put the text in quotes: "{key}: {_short(value)}"',
            )
    return Said(f"`{name}` is one text, not {kind}", "write one line of text")


def _not_a_word(name: str, node: Value, expected: str) -> Said:
    words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    near = nearest(str(node), words)
    hint = f"did you mean `{near}`? " if near else ""
    listed = ", ".join(f"`{word}`" for word in words)
    return Said(f"`{name}` cannot be `{_short(node)}`", f"{hint}it is one of {listed}")


def _record_at(cls: type[Record], path: Path) -> type[Record] | None:
    found: type[Record] | None = cls
    for step in path:
        if isinstance(step, str) and found is not None:
            shape = shape_of(found).get(step)
            found = shape.record if shape else None
    return found


def _short(node: Value) -> str:
    text = node if isinstance(node, str) else "" if node is None else "..."
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
