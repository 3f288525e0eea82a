"""The docstrings below the fields of records and the members of enumerations.

Pydantic can read them, too, but it tokenizes and parses the source of each class by
itself, which took a third of the time that loading the records needs. Here each
module is parsed once.
"""

from __future__ import annotations

import ast
import inspect
import linecache
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@cache
def field_docstrings(file: str) -> dict[str, dict[str, str]]:
    """The docstrings in a Python file, by class and name; none without a source."""
    tree = ast.parse("".join(linecache.getlines(file)))
    return {
        node.name: dict(_below_fields(node))
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    }


def _below_fields(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for statement in pairwise(node.body):
        match statement:
            case (
                ast.AnnAssign(target=ast.Name(id=name))
                | ast.Assign(targets=[ast.Name(id=name)]),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                yield name, inspect.cleandoc(text)
