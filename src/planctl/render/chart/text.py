"""How wide a text may come out, in whatever font the reader has."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from planctl.render.visible import one_line

SIZE = 12
"""The size of every text in a chart, in its own units."""
LINE = 16
"""From one line of text to the next."""
_ELLIPSIS = "\u2026"
_NARROW, _SLIM, _PLAIN, _BROAD, _WIDE = 0.4, 0.53, 0.72, 0.88, 1.12
# The widest of the fonts that a page falls back to, bold.
_WIDTHS = {
    **dict.fromkeys("ijlI.,:;'|! ", _NARROW),
    **dict.fromkeys('ftrJ()[]/\\-"*`{}^', _SLIM),
    **dict.fromkeys("mwMW%@", _WIDE),
    **dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZ&<>=+~#", _BROAD),
}


def width(text: str) -> float:
    """The most room that a text takes, be it bold."""
    return sum(map(_em, text)) * SIZE


@lru_cache(maxsize=1024)
def _em(sign: str) -> float:
    if sign in _WIDTHS:
        return _WIDTHS[sign]
    if sign.isascii():
        return _PLAIN
    if unicodedata.category(sign) in {"Mn", "Me"}:
        return 0.0
    return _WIDE * 1.2 if ord(sign) > 0xFFFF else _WIDE  # noqa: PLR2004 - pictures


def shortened(text: str, room: float) -> str:
    """The text, cut with an ellipsis where it takes more than some room."""
    if width(text) <= room:
        return text
    left = room - width(_ELLIPSIS)
    kept = 0
    for sign in text:
        left -= width(sign)
        if left < 0:
            break
        kept += 1
    return text[:kept].rstrip() + _ELLIPSIS


def wrapped(text: str, room: float, most: int) -> list[str]:
    """The text in lines of at most some room, the last of at most so many cut."""
    lines: list[str] = []
    line = ""
    words = one_line(text).split()
    for place, word in enumerate(words):
        longer = f"{line} {word}" if line else word
        if width(longer) <= room:
            line = longer
        elif len(lines) == most - 1:
            return [*lines, shortened(" ".join([line, *words[place:]]).strip(), room)]
        else:
            if line:
                lines.append(line)
            line = shortened(word, room)
    return [*lines, line] if line else lines
