"""Tells a target that is not set yet: `TBD`, `from X% to Y%`."""

from __future__ import annotations

import re

from planctl.targets.said import UnreadError

_OPEN = re.compile(
    r"\b(?:tbd|tba|to be (?:determined|announced|set|decided|established))\b"
    r"|(?<![\w.])(?:[xyz]{1,3}|_{2,})\s?(?:%|percent\b|points?\b)",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"[\W_]*(?:n/a|na|none|not applicable|not set|pending|(?:set|establish|collect)"
    r"(?:ing)? (?:a |the )?baseline(?: data)?|baseline(?: year)?)[\W_]*",
    re.IGNORECASE,
)
_ADVICE = "leave `targets:` out until the target is set"


def check_set(text: str, *, is_unread: bool = False) -> None:
    """See that a target is set; what cannot be read may say that there is none.

    Raises:
        UnreadError: it says that it is not set, or has a blank for its number.
    """
    found = _NONE.fullmatch(text) if is_unread else _OPEN.search(text)
    if found:
        raise UnreadError(*found.span(), "it is not set yet", advice=_ADVICE)
