"""Words, names and sentences such as plans have."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

T = TypeVar("T")


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_NOUNS = _split(
    """students teachers families coaches principals schools classrooms data
teams curriculum assessments interventions supports standards practices partnerships
attendance literacy numeracy budgets schedules resources materials surveys protocols
reviews trainings pathways meetings referrals goals results"""
)
_VERBS = _split(
    """review share plan expand align measure adopt train support monitor develop
build pilot revise report schedule identify fund"""
)
_KINDS = _split(
    """district-wide evidence-based timely inclusive rigorous weekly school-based
culturally-responsive consistent tiered shared early new bilingual"""
)
_LINKS = ("of", "for", "with", "across", "in", "and the", "by", "through", "toward")
_ENDS = (
    "",
    "",
    "",
    ", with Ms. O'Neill's team",
    " (K-5)",
    ": step by step",
    " (año 1)",
)


class Words:
    """A seeded source of texts."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def one(self, texts: Sequence[T]) -> T:
        """One of several."""
        return self._chance.choice(texts)

    def count(self, least: int, most: int) -> int:
        """A number from `least` to `most`."""
        return self._chance.randint(least, most)

    def title(self) -> str:
        """A line of six to ten words."""
        return _capital(self._clause(2)) + self.one(_ENDS)

    def name(self, number: int) -> str:
        """The name of an owner; a number makes it one of its kind."""
        return f"Office {number} {self.one(_LINKS)} {self.one(_NOUNS).capitalize()}"

    def sentences(self, count: int) -> str:
        """Some sentences of prose, each of about ten words."""
        clauses = [_capital(self._clause(3)) for _ in range(count)]
        return " ".join(f"{clause}." for clause in clauses)

    def _clause(self, phrases: int) -> str:
        starts = [self.one(_VERBS), *(self.one(_LINKS) for _ in range(phrases - 1))]
        return " ".join(
            f"{start} {self.one(_KINDS)} {self.one(_NOUNS)}" for start in starts
        )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
