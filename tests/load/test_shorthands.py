"""A shorthand says the same as the long form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.load.shapes import is_glued, shape_of, validator, widen
from planctl.model.item import Citation, Criterion, Former, Item, Responsibility
from planctl.model.measure import (
    Baseline,
    Measure,
    MeasureUse,
    Observation,
    Series,
    Target,
)
from planctl.model.plan import Level, Named, PlanInfo
from planctl.model.record import Document, Link, Record, When
from planctl.model.reporting import Cycle, Entry, Line, Report, Scale, StatusWords

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

RECORDS: tuple[type[Record], ...] = (
    Item,
    Measure,
    Report,
    Entry,
    Scale,
    Cycle,
    Level,
    PlanInfo,
    Observation,
    Target,
    Named,
)
SHORT: tuple[type[Record], ...] = (
    Responsibility,
    Citation,
    Criterion,
    Former,
    When,
    Document,
    Link,
    Series,
    Target,
    Baseline,
    MeasureUse,
    Level,
    Named,
    Cycle,
    Line,
    Entry,
)
TEXT = st.text("abc 12.", min_size=1, max_size=6).filter(str.strip)
# Fields that take a few words only, or a number, have one of them here.
FEW: dict[str, SearchStrategy[str]] = {
    "id": st.text("abc12.", min_size=1, max_size=6),
    "open_ended": st.sampled_from(("yes", "No", "true", "off")),
    "met_when": st.sampled_from(("all", "any", "majority", "2")),
    "weight": st.sampled_from(("1", "-2.5", "1,200")),
    "planned": st.sampled_from(("$1,200", "12")),
    "actual": st.just("€3.50"),
    "percent_complete": st.just("40%"),
    "coverage": st.just("50"),
    "unit": st.sampled_from(("percent", "USD", " Days ")),
    "direction": st.sampled_from(("increase", "Maintain")),
    "aggregate": st.just("sum"),
    "how": st.just("ratio"),
    "each": st.just("group"),
    "reading": st.just("points"),
    "kind": st.just("final"),
    "n": st.just("12"),
    "se": st.just("0.5"),
    "number": st.just("3"),
    "rollup": st.just("mean"),
    "expects": st.sampled_from(("due", "status")),
}
DAYS = {"start", "end", "date", "retrieved", "released", "expires"}


@st.composite
def pairs(draw: DrawFn, cls: type[Record]) -> tuple[Any, Any]:
    """A record in short and in long form, both as a file gives them."""
    short: dict[str, Any] = {}
    long: dict[str, Any] = {}
    shapes = shape_of(cls)
    names = [key for key, field in required(cls)]
    rest = [key for key in shapes if key not in names]
    for key in names + draw(st.lists(st.sampled_from(rest or names), max_size=4)):
        shape = shapes[key]
        size = draw(st.integers(1, 2)) if shape.is_list else 1
        one = values(key) if shape.record is None else pairs(shape.record)
        many = [draw(one) for _ in range(size)]
        below = [pair if isinstance(pair, tuple) else (pair, pair) for pair in many]
        long[key] = [b for _, b in below] if shape.is_list else below[0][1]
        single = shape.is_list and size == 1 and draw(st.booleans())
        short[key] = (
            below[0][0] if single or not shape.is_list else [a for a, _ in below]
        )
        if shape.is_list and draw(st.booleans()):
            short[key] = (
                [None, *short[key]] if isinstance(short[key], list) else short[key]
            )
    if list(short) == [cls.shorthand] and isinstance(short[cls.shorthand], str):
        return short[cls.shorthand], long
    if draw(st.booleans()):
        short[
            draw(st.sampled_from([key for key in shapes if key not in short] or [""]))
        ] = None
    short.pop("", None)
    return short, long


def required(cls: type[Record]) -> list[tuple[str, object]]:
    """The fields that a record cannot do without."""
    return [
        (field.alias or name, field)
        for name, field in cls.model_fields.items()
        if field.is_required()
    ]


def values(key: str) -> SearchStrategy[str]:
    """Texts that a field takes."""
    if key in DAYS:
        return st.just("2025-02-28")
    return FEW.get(key, TEXT)


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
def test_the_short_form_makes_the_same_record_as_the_long_one(
    cls: type[Record],
) -> None:
    @given(pairs(cls))
    @settings(derandomize=True, deadline=None, max_examples=60)
    def holds(pair: tuple[Any, Any]) -> None:
        short, long = pair
        assert validator(cls)(widen(cls, short)) == validator(cls)(widen(cls, long))
        assert widen(cls, long) == long

    holds()


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
def test_what_is_wide_stays_as_it_is(cls: type[Record]) -> None:
    @given(pairs(cls))
    @settings(derandomize=True, deadline=None, max_examples=40)
    def holds(pair: tuple[Any, Any]) -> None:
        wide = widen(cls, pair[0])
        assert widen(cls, wide) == wide

    holds()


@pytest.mark.parametrize("cls", SHORT, ids=lambda cls: cls.__name__)
def test_a_bare_text_stands_for_one_field(cls: type[Record]) -> None:
    record = validator(cls)(widen(cls, "x y"))
    shape = shape_of(cls)[cls.shorthand]
    value = getattr(record, cls.shorthand)
    expected: object = ("x y",) if shape.is_list else "x y"
    assert value == (Series(value="x y") if shape.record is Series else expected)


def test_every_record_with_a_shorthand_is_looked_at() -> None:
    def below(cls: type[Record]) -> set[type[Record]]:
        found = {cls}
        for one in cls.__subclasses__():
            found |= below(one)
        return found

    assert {cls for cls in below(Record) if cls.shorthand} == set(SHORT)


def test_status_words_alone_are_the_words_of_a_scale() -> None:
    words: dict[str, Any] = {"complete": "Done", "on_hold": ["Waits"]}
    scale = validator(Scale)(widen(Scale, words))
    assert scale == Scale(words=StatusWords(complete=("Done",), on_hold=("Waits",)))
    with_level: dict[str, Any] = {"levels": "tasks", "words": {"complete": ["Done"]}}
    assert validator(Scale)(widen(Scale, with_level)).levels == ("tasks",)


@pytest.mark.parametrize("empty", [None, "", [], [None, ""]])
def test_what_is_empty_is_absent(empty: Any) -> None:  # noqa: ANN401 - any node
    fields: dict[str, Any] = {"id": "A", "title": "B", "resources": empty, "note": ""}
    assert validator(Item)(widen(Item, fields)) == Item(id="A", title="B")


def test_what_is_no_record_is_left_for_pydantic_to_refuse() -> None:
    assert widen(When, ["2024"]) == ["2024"]
    assert widen(Report, "text") == "text"
    assert widen(When, "start:2024-01-01") == "start:2024-01-01"


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("owner:Anna", True),
        ("role:x", True),
        ("owner: Anna", False),
        ("owner:", False),
        ("Anna:x", False),
        ("owner", False),
        ("district:G1", False),
    ],
)
def test_a_field_without_a_space_is_told_from_text(text: str, *, is_it: bool) -> None:
    assert is_glued(Responsibility, text) is is_it
