"""A baseline as a text file: small, sorted, one finding a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.render.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planctl.check.baseline import Entry

_HEAD = (
    "# Findings that `planctl validate --baseline` accepts; any other is new.\n"
    "# Take a line out when its finding is mended, or write the file again.\n"
)


def render_baseline(entries: Iterable[Entry]) -> str:
    """Write entries, each once, by plan, rule and what they say."""
    lines = {
        (one.plan, one.rule, one_line(one.text), one.fingerprint) for one in entries
    }
    return _HEAD + "".join(
        f"{plan} {fingerprint} {rule} {text}\n"
        for plan, rule, text, fingerprint in sorted(lines)
    )
