"""The page on what templates of the packet see, made from the views themselves."""

from __future__ import annotations

import inspect
import re
from dataclasses import fields, is_dataclass
from typing import Any, NamedTuple

from planctl.render.environment import environment
from planctl.report.packet import views


class _View(NamedTuple):
    name: str
    text: str
    fields: tuple[tuple[str, str], ...]


def views_page() -> str:
    """Describe every view of the packet, the packet first."""
    found = [
        _describe(one)
        for one in vars(views).values()
        if is_dataclass(one) and one is not views.Packet
    ]
    return (
        environment("md")
        .get_template("views.md.j2")
        .render(version=views.VIEWS_VERSION, views=[_describe(views.Packet), *found])
    )


def _describe(view: Any) -> _View:  # noqa: ANN401 - the class of any view
    text = inspect.getdoc(view) or ""
    # Each paragraph of the docstring on one line.
    text = "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    held = tuple((one.name, _type(str(one.type))) for one in fields(view))
    return _View(view.__name__, text, held)


def _type(text: str) -> str:
    """A type in few words: `several Fact`, `Fact or nothing`."""
    text = re.sub(r"tuple\[(\w+), \.\.\.\]", r"several \1", text)
    return text.replace(" | None", " or nothing")
