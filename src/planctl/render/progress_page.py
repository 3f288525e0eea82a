"""The page `docs/progress.md`: how targets are judged, made from our own texts."""

from __future__ import annotations

from typing import NamedTuple

from planctl.progress.verdicts.methods import DEFAULT
from planctl.progress.verdicts.words import Flag, Verdict
from planctl.render.environment import environment
from planctl.render.terms import terms
from planctl.report.progress.words import FLAG_WORDS, VERDICT_WORDS


class Topic(NamedTuple):
    """A verdict or a flag; `printed` is what reports say for it."""

    name: str
    printed: str
    text: str


def progress_page() -> str:
    """The page as Markdown."""
    known = terms()
    verdicts, flags = known["verdict"], known["flag"]
    return (
        environment("md")
        .get_template("progress.md.j2")
        .render(
            verdicts=[Topic(v, VERDICT_WORDS[v], verdicts[v]) for v in Verdict],
            flags=[Topic(f, FLAG_WORDS[f], flags[f]) for f in Flag],
            methods=known["method"],
            default=DEFAULT,
        )
    )
