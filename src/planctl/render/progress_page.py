"""The page `docs/progress.md`: how targets are judged, made from our own texts."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, NamedTuple

from planctl.model.docstrings import field_docstrings
from planctl.progress.verdicts import words
from planctl.progress.verdicts.methods import DEFAULT, METHODS, explain_method
from planctl.progress.verdicts.words import Flag, Verdict
from planctl.render.environment import environment
from planctl.report.progress_words import FLAG_WORDS, VERDICT_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from enum import StrEnum


class Topic(NamedTuple):
    """A name that is explained: a verdict, a flag or a method.

    `printed` is what reports say for it.
    """

    name: str
    printed: str
    text: str


def progress_page() -> str:
    """The page as Markdown."""
    return (
        environment("md")
        .get_template("progress.md.j2")
        .render(
            verdicts=list(_verdicts()),
            flags=list(_flags()),
            methods=list(_methods()),
            default=DEFAULT,
        )
    )


def progress_topics() -> Iterator[Topic]:
    """Everything about progress that `planctl explain` knows by name."""
    yield from _verdicts()
    yield from _flags()
    yield from _methods()


def _verdicts() -> Iterator[Topic]:
    texts = _texts(Verdict)
    for one in Verdict:
        yield Topic(one.value, VERDICT_WORDS[one], texts[one.name])


def _flags() -> Iterator[Topic]:
    texts = _texts(Flag)
    for one in Flag:
        yield Topic(one.value, FLAG_WORDS[one], texts[one.name])


def _methods() -> Iterator[Topic]:
    for name in METHODS:
        yield Topic(name, "", explain_method(name))


def _texts(enum: type[StrEnum]) -> dict[str, str]:
    return field_docstrings(inspect.getfile(words))[enum.__name__]
