"""Numbers, days and yes or no, read from text by the language's own readers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from planctl.model.item import Item
from planctl.model.measure import Measure
from planctl.model.plan import Level
from planctl.model.record import (
    Record,
    read_count,
    read_day,
    read_number,
    read_word,
    read_yes_no,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NUMBERS = {
    "12": "12",
    "-3.5": "-3.5",
    "+4": "4",
    "\u22125": "-5",
    "1,200": "1200",
    "1,234,567.89": "1234567.89",
    "$1,200": "1200",
    "-$500,000": "-500000",
    "€3.50": "3.50",
    "£7": "7",
    "40%": "40",
    " 7 ": "7",
    "007": "7",
    "0.10": "0.10",
    "123456789012345": "123456789012345",
}
NO_NUMBERS = (
    "",
    "heavy",
    "1e5",
    "1E5",
    "0x1F",
    "1_000",
    "\uff11\uff12",
    "\u0661\u0662",
    "1,2,3",
    "1,20",
    "12,3456",
    ".5",
    "5.",
    "--5",
    "5-",
    "$-5",
    "1 000",
    "NaN",
    "Infinity",
    "1234567890123456",
    "0.1234567890123456",
    "12345678.12345678",
    "%",
    "$",
    "1\n2",
)


@pytest.mark.parametrize(("text", "value"), NUMBERS.items())
def test_a_number_is_read_exactly(text: str, value: str) -> None:
    read = read_number(text)
    assert isinstance(read, Decimal)
    assert str(read) == str(Decimal(value))


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected a number such as 12"):
        read_number(text)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
@settings(derandomize=True, deadline=None)
def test_a_number_that_is_written_plainly_is_read_as_it_is(value: Decimal) -> None:
    assert read_number(f"{value:f}") == value
    assert read_number(f"{value:,f}") == value


@pytest.mark.parametrize("text", ["0", "3", " 12 ", "007", "999999999"])
def test_a_count_is_a_whole_number(text: str) -> None:
    assert read_count(text) == int(text)


def test_a_count_may_have_thousands_commas() -> None:
    assert read_count("1,204") == 1204


@pytest.mark.parametrize(
    "text", ["", "-1", "1.5", "1,20", "1,2000", "few", "\uff11", "1234567890"]
)
def test_what_is_no_count_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected a whole number such as 3"):
        read_count(text)


YES = ("yes", "Yes", "TRUE", "on", "y", " yes ")
NO = ("no", "No", "FALSE", "off", "n", " no ")


@pytest.mark.parametrize("text", YES + NO)
def test_yes_and_no_are_read_case_and_outer_spaces_aside(text: str) -> None:
    assert read_yes_no(text) is (text in YES)


@pytest.mark.parametrize("text", ["", "maybe", "1", "0", "yess", "ja"])
def test_what_is_neither_yes_nor_no_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected `yes` or `no`"):
        read_yes_no(text)


DAYS = {
    "2025-02-28": date(2025, 2, 28),
    " 2024-02-29 ": date(2024, 2, 29),
    "2/28/2025": date(2025, 2, 28),
    "02/03/2025": date(2025, 2, 3),
}


@pytest.mark.parametrize(("text", "day"), DAYS.items())
def test_a_day_is_read(text: str, day: date) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2025-2-28", "28.2.2025", "2025-02-28T10:00", "86400", "0001-01-01"],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected a day such as 2025-02-28"):
        read_day(text)


@pytest.mark.parametrize(
    "text", ["2025-02-29", "2025-13-01", "2/30/2025", "2025-00-10"]
)
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"there is no day {text} in the calendar"):
        read_day(text)


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 1, 1)))
@settings(derandomize=True, deadline=None)
def test_a_day_that_is_written_is_read_as_it_is(day: date) -> None:
    assert read_day(day.isoformat()) == day
    assert read_day(f"{day.month}/{day.day}/{day.year}") == day


READERS = (read_number, read_count, read_yes_no, read_day, read_word)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
@pytest.mark.parametrize("value", [None, 5, ["12"], {"a": "b"}])
def test_what_is_no_text_is_left_for_the_record_to_refuse(
    reader: Callable[[object], object], value: object
) -> None:
    assert reader(value) is value


@given(st.text(max_size=12))
@settings(derandomize=True, deadline=None)
def test_a_reader_reads_or_refuses_any_text(text: str) -> None:
    for reader in READERS:
        try:
            value = reader(text)
        except ValueError:
            continue
        assert isinstance(value, (Decimal, int, date, str))


@pytest.mark.parametrize(
    ("unit", "read"), [("percent", "percent"), (" Days ", "days"), ("USD", "USD")]
)
def test_a_word_of_a_few_is_read_case_aside(unit: str, read: str) -> None:
    measure = Measure.model_validate({"id": "M", "title": "T", "unit": unit})
    assert measure.unit == read


def records() -> Iterator[type[Record]]:
    """Every record of the language."""
    waiting = [Record]
    while waiting:
        one = waiting.pop()
        waiting += one.__subclasses__()
        if one is not Record and one.__module__.startswith("planctl."):
            yield one


@pytest.mark.parametrize("record", sorted(records(), key=str), ids=lambda r: r.__name__)
def test_a_record_is_frozen_and_every_field_is_explained(record: type[Record]) -> None:
    assert record.model_config["frozen"]
    assert record.model_config["extra"] == "forbid"
    assert record.__doc__
    for name, field in record.model_fields.items():
        assert field.description, f"{record.__name__}.{name}"
        assert field.description.rstrip().endswith("."), f"{record.__name__}.{name}"


def test_a_record_takes_no_field_that_it_does_not_know() -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        Item.model_validate({"id": "A", "title": "B", "titel": "C"})


def test_a_record_cannot_be_changed() -> None:
    item = Item(id="A", title="B")
    with pytest.raises(ValidationError, match="frozen"):
        item.title = "C"  # type: ignore[misc]


@pytest.mark.parametrize("name", ["1.1", "TL1.iv", "a_b-c", "x" * 64, "."])
def test_an_id_is_letters_digits_and_three_signs(name: str) -> None:
    assert Item(id=name, title="T").id == name


@pytest.mark.parametrize("name", ["", "a b", "é", "a:b", "x" * 65, "a\n", "a/b"])
def test_what_is_no_id_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        Item(id=name, title="T")


def test_plain_text_is_never_a_number_a_day_or_a_truth() -> None:
    for value in (5, 1.5, True, date(2025, 1, 1), Decimal(1)):
        with pytest.raises(ValidationError):
            Item.model_validate({"id": "A", "title": value})


@pytest.mark.parametrize(
    ("name", "several"),
    [
        ("Goal", "Goals"),
        ("Priority", "Priorities"),
        ("Survey", "Surveys"),
        ("Success", "Success"),
    ],
)
def test_several_of_a_level_are_called_as_english_does(name: str, several: str) -> None:
    assert Level(name=name).several == several
    assert Level(name=name, plural="Metas").several == "Metas"
