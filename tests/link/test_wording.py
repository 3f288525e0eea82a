"""Wordings, compared by their words."""

from __future__ import annotations

from planctl.link.wording import words


def test_words_count_and_not_how_they_are_set() -> None:
    assert words("Evidence-based  Teaching.") == words("evidence based teaching")
    assert words("% of families") != words("# of families")
