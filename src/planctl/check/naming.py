"""Findings with a name that lasts, and with the word that was perhaps meant."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from planctl.diagnostics.suggest import nearest_few, shown_as_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planctl.diagnostics import Diagnostic

_MOST_COMPARED = 1_000_000


def fingerprints(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """A name for each diagnostic that holds when lines move; equal ones are counted."""
    import hashlib

    seen: Counter[str] = Counter()
    for one in diagnostics:
        parts = (one.rule, one.span.file, one.subject, one.field_name, one.word)
        digest = hashlib.sha256("\0".join(parts).encode("utf-8", "replace"))
        name = digest.hexdigest()[:16]
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name}-{seen[name]}"


def with_fingerprints(diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The same diagnostics, each with its fingerprint."""
    return tuple(
        replace(one, fingerprint=name)
        for one, name in zip(diagnostics, fingerprints(diagnostics), strict=True)
    )


def with_suggestions(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The same diagnostics, their help with the nearest known word.

    Called for what is shown only; each unknown word is looked up once, as long as
    that takes seconds.
    """
    left = _MOST_COMPARED
    known: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
    told = []
    for one in diagnostics:
        if not one.candidates:
            told.append(one)
            continue
        key = (one.word, one.candidates)
        near = known.get(key)
        if near is None:
            left -= len(one.candidates)
            near = _near(one.word, one.candidates) if left >= 0 else ()
            known[key] = near
        hint = f"did you mean {' or '.join(f'`{n}`' for n in near)}?" if near else ""
        if near and shown_as_date(one.word, near):
            hint = f"{hint} Excel makes dates of ids: format their column as text"
        help_text = f"{hint} ({one.help})" if hint and one.help else hint or one.help
        told.append(replace(one, help=help_text))
    return told


def _near(word: str, candidates: tuple[str, ...]) -> tuple[str, ...]:
    return shown_as_date(word, candidates) or nearest_few(word, candidates)
