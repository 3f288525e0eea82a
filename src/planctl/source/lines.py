"""Mistakes that show on a line of YAML by itself."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

NO_NAME = (
    "nothing stands in front of the colon",
    "write the name of a field, or put the text in quotes",
)
"""What is said of a colon at the beginning, and what to do."""
BEGIN_WITH_DASH = "begin each entry of a list with `- `, a plain hyphen and a space"

_NAME = r"[\"']?[\w.-]+[\"']?"
_KEY = rf"(?:(?:- +)+{_NAME}|[\"']?[^\s:\"'#\[{{&*!|>%@`-][^:\"'#]*?[\"']?)"
_SECOND_COLON = re.compile(
    rf"^ *{_KEY}:\s+(?P<text>[^\s\"'\[{{|>&*!%@`].*?)(?P<colon>:)(?:\s|$)"
)
_LIST_COLON = re.compile(r"^ *- +(?P<text>[^\"'\[{|>]+?: [^:]*?)(?P<colon>:)(?:\s|$)")
LONG_KEY = re.compile(
    r"^ *(?P<text>(?=[^:]* )[^\s\"'\[{|>:-][^:]*)(?P<colon>:)(?:\s|$)"
)
_NAMELESS = re.compile(r"^ *(?:- +)*(?P<colon>:)(?:\s|$)")
_NO_SPACE = re.compile(r"^ *(?:- +)?(?P<key>[A-Za-z_][\w-]*)(?P<colon>:)(?=[^ \t/:])")
_GLUED_DASH = re.compile(r"^ *(?P<dash>-)(?=[^\W\d_])")
_BULLET = re.compile(r"^ *(?P<sign>[•·‣◦▪●\u2013\u2014\u2212]) *")
_INLINE_LIST = re.compile(rf"^ *(?:- +)*{_NAME}: +(?P<dash>-)(?:\s|$)")
_SPECIAL = re.compile(
    rf"^ *(?:- +)*(?:{_NAME}:\s+)?(?P<sign>[*&%@!`\[\]{{}}>|\"',]|\?(?= ))"
)
_SIGNED_KEY = re.compile(r"(?P<key>[^\s\"']+):(?:$|\s(?P<rest>.*))")
_COMMENT = re.compile(r"\s#.*")
_LONGEST = 40
# What word processors make of quotation marks; YAML takes them for letters.
_CURLY = "\u201c\u201d\u201e\u2018\u2019"


class Said(NamedTuple):
    """A message with its place (line and column from 0) and what to do."""

    message: str
    line: int
    column: int
    help: str


def explain_line(content: str, number: int) -> Said | None:
    """A colon inside text, or a sign at its beginning that is not read as text."""
    return _explain_colon(content, number) or _explain_beginning(content, number)


def explain_glued(content: str, number: int) -> Said | None:
    """A missing space or a bullet, which makes text of a field or of an entry."""
    bullet = _BULLET.match(content)
    if bullet:
        return bullet_for_dash(bullet["sign"], number, bullet.start("sign"))
    dash = _GLUED_DASH.match(content)
    if dash:
        return Said(
            "a space is missing behind the dash",
            number,
            dash.start("dash"),
            "write `- ` and then the text or the first field",
        )
    colon = _NO_SPACE.match(content)
    if colon is None:
        return None
    return Said(
        f"a space is missing behind `{colon['key']}:`",
        number,
        colon.start("colon"),
        f"write `{colon['key']}: ` and then the value",
    )


def is_bulleted(text: str) -> bool:
    """Whether a text begins with a sign that word processors put before a list."""
    return _BULLET.match(text) is not None


def bullet_for_dash(sign: str, line: int, column: int) -> Said:
    """A sign of word processors in front of an entry of a list."""
    return Said(
        f"“{sign}” is a letter here and begins no entry",
        line,
        column,
        BEGIN_WITH_DASH,
    )


def _explain_colon(content: str, number: int) -> Said | None:
    bare = _COMMENT.sub("", content)
    colon = _SECOND_COLON.match(bare) or _LIST_COLON.match(bare)
    if colon:
        return colon_inside(content, number, colon)
    nameless = _NAMELESS.match(content)
    if nameless:
        return Said(NO_NAME[0], number, nameless.start("colon"), NO_NAME[1])
    return None


def colon_inside(content: str, number: int, colon: re.Match[str]) -> Said:
    """A colon that makes a field of what was meant as text."""
    return Said(
        "the text has a colon inside",
        number,
        colon.start("colon"),
        _in_quotes(content[colon.start("text") :]),
    )


def _explain_beginning(content: str, number: int) -> Said | None:
    """A sign at the beginning of a text that is not read as text."""
    inline = _INLINE_LIST.match(content)
    if inline:
        return Said(
            "a list begins on the line of its key",
            number,
            inline.start("dash"),
            "begin it on the next line, or put text that begins with - in quotes",
        )
    special = _SPECIAL.match(content)
    if special is None:
        return None
    sign, at = special["sign"], special.start("sign")
    value = content[at:].rstrip()
    if sign in "\"'":
        is_key = not content[:at].strip(" -")
        return _explain_quote(value, number, at, is_key=is_key)
    if re.fullmatch(r"[>|][+-]?\d?[+-]?\s*(#.*)?|\[.*\]|\{.*\}", value):
        return None
    return Said(
        f"the text begins with “{sign}”, which YAML keeps for itself",
        number,
        at,
        _key_in_quotes(content, at) or _in_quotes(value),
    )


def _key_in_quotes(content: str, at: int) -> str:
    """What to write where the sign begins a key and not a text."""
    key = _SIGNED_KEY.match(content, at)
    if key is None or content[:at].strip():
        return ""
    rest = shortened((key["rest"] or "").strip())
    return f"put the key alone in quotes: {quoted(key['key'])}: {rest}".rstrip()


def _explain_quote(value: str, number: int, at: int, *, is_key: bool) -> Said | None:
    sign = value[0]
    closed = re.match(rf"{sign}(?:[^{sign}\\]|\\.)*{sign}", value)
    rest = _COMMENT.sub("", value[closed.end() :]) if closed else ""
    if not closed or (is_key and rest.startswith(":")) or not rest.strip(" ,]}"):
        return None
    return goes_on(number, at + closed.end(), sign)


def goes_on(line: int, column: int, sign: str) -> Said:
    """Text behind a quoted one; `sign` is its quotation mark."""
    return Said(
        "text goes on behind the closing quotation mark",
        line,
        column,
        "put the whole text in single quotes: '\"Word\" and more'"
        if sign == '"'
        else "put the whole text in double quotes: \"'Word' and more\"",
    )


def is_plain(line: str) -> bool:
    """Whether a line is text: no field, entry or comment, and not empty."""
    text = line.strip()
    return text[:1] not in {"", "-", "#"} and not re.search(r":(\s|$)", text)


def no_colon(content: str, number: int) -> Said:
    """A line of text where a field belongs."""
    return Said(
        f"`{shortened(content.strip())}` has no colon behind it",
        number,
        indent_of(content),
        "write a colon and a value, or indent the line as part of the text above",
    )


def _in_quotes(text: str) -> str:
    whole = text.strip()
    inner = whole[1:-1]
    if whole[0] in _CURLY and whole[-1] in _CURLY and not set(inner) & set(_CURLY):
        plain = shortened(inner.replace('"', "'"))
        return f'“ ” are letters here; write straight quotes: "{plain}"'
    plain = shortened(whole.replace('"', "'"))
    return f'put the whole text in quotes: "{plain}"'


def shortened(text: str) -> str:
    """A text as it fits into a message."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def quoted(key: str) -> str:
    """A key in double quotes, as YAML reads it."""
    return json.dumps(key, ensure_ascii=False)


def indent_of(line: str) -> int:
    """How far a line is indented."""
    return len(line) - len(line.lstrip())
