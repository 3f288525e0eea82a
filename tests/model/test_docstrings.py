"""The docstring below a field is its description."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.model.docstrings import field_docstrings
from planctl.model.item import Item
from planctl.model.record import Record

if TYPE_CHECKING:
    from pathlib import Path


def test_the_docstring_below_a_field_is_its_description() -> None:
    assert Item.model_fields["due"].description == "By when it is done."


def test_a_record_without_docstrings_has_no_descriptions() -> None:
    class Bare(Record):
        due: str = ""

    assert Bare.model_fields["due"].description is None


def test_only_text_right_below_a_field_is_its_docstring(tmp_path: Path) -> None:
    file = tmp_path / "records.py"
    text = (
        "class Goal:\n"
        '    """A goal."""\n\n'
        "    id: str\n"
        "    title: str\n"
        '    """What it is,\n\n    in one line."""\n'
        '    """Nothing."""\n'
        "    number = 1\n"
        '    """A number."""\n'
    )
    file.write_text(text, "utf-8")
    expected = {"Goal": {"title": "What it is,\n\nin one line.", "number": "A number."}}
    assert field_docstrings(str(file)) == expected


def test_without_a_source_there_are_no_docstrings() -> None:
    assert field_docstrings("") == {}
