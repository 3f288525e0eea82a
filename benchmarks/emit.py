"""Data to YAML as people write it: plain where they can, folded where it is long."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Union

if TYPE_CHECKING:
    from collections.abc import Iterator

Node = Union[str, "list[Node]", "dict[str, Node]"]

_WIDTH = 96


def emit(node: Node) -> str:
    """The text of a mapping or list."""
    return "".join(f"{line}\n" for line in _lines(node))


def _lines(node: Node) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _field(key, value)
    elif isinstance(node, list):
        for value in node:
            yield from _entry(value)


def _field(key: str, value: Node) -> Iterator[str]:
    if not isinstance(value, str):
        yield f"{key}:"
        yield from (f"  {line}" for line in _lines(value))
    elif len(value) + len(key) < _WIDTH:
        yield f"{key}: {_plain(value)}"
    else:
        yield f"{key}: >-"
        yield from (f"  {line}" for line in textwrap.wrap(value, _WIDTH))


def _entry(value: Node) -> Iterator[str]:
    if isinstance(value, str):
        yield f"- {_plain(value)}"
        return
    for place, line in enumerate(_lines(value)):
        yield f"  {line}" if place else f"- {line}"


def _plain(text: str) -> str:
    """A text as it stands, or in quotes where YAML would make more of it.

    What stands behind two spaces and a `#` is a comment.
    """
    value = text.partition("  #")[0]
    return f'"{text}"' if ": " in value or value.isdigit() else text
