"""Words beside an amount that may be a slip of the pen, and no name."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from planctl.targets import telling, words
from planctl.targets.said import Form
from planctl.targets.tokens import Kind

if TYPE_CHECKING:
    from planctl.targets.cursor import Cursor
    from planctl.targets.said import Said

_LIKENESS = 0.85


def check_names_before(
    cursor: Cursor, unsure: int | None, said: Said, begin: int
) -> None:
    """See that what is named before a plain amount is no misspelt part of the language.

    Args:
        cursor: behind the amount.
        unsure: the token at which words began that nothing has closed, if any did.
        said: what the amount says.
        begin: the token at which it begins.

    Raises:
        UnreadError: it may be.
    """
    if unsure is None:
        return
    first, second = cursor.tokens[begin], cursor.tokens[begin + 1]
    is_plain = said.form is Form.LEVEL and first.text != "to"
    is_dash = first.text == "-" and first.end != second.start
    if (is_plain and not _is_joined(cursor, unsure, begin)) or is_dash:
        why = "words before an amount need a colon behind them"
        cursor.fail(why, unsure, begin + is_dash)


def check_slip(cursor: Cursor) -> None:
    """See that the word right behind an amount is none of the language, misspelt.

    Raises:
        UnreadError: it looks like one.
    """
    word = cursor.token.text
    known = (*words.LOOK_ALIKE, *words.YEARLY)
    if cursor.token.kind is not Kind.WORD or word in known:
        return
    near = get_close_matches(word, words.LOOK_ALIKE, n=1, cutoff=_LIKENESS)
    if near:
        cursor.fail(f"this looks like `{near[0]}`", cursor.at)


def _is_joined(cursor: Cursor, unsure: int, begin: int) -> bool:
    """Whether a word such as `of` joins an amount to what is named before it."""
    is_article = cursor.tokens[begin - 1].text in {"a", "an"}
    tokens = cursor.tokens[unsure : begin - is_article]
    *named, joint = (token.text for token in tokens)
    if joint not in words.JOINTS or telling.MOVES.intersection(named):
        return False
    return not any(
        get_close_matches(word, telling.CHANGES, n=1, cutoff=_LIKENESS)
        for word in named
    )
