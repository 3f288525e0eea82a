"""Abbreviations in a text, and the words that they stand for."""

from __future__ import annotations

import pytest

from planctl.evidence.abbreviations import (
    abbreviations,
    spelled_out,
    stands_for,
    worded,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The SST meets", ["SST"]),
        ("PLCs plan, SSTs meet.", ["PLC", "SST"]),
        ("RJ/DEI days of the ILT's team", ["RJ", "DEI"]),
        ("PK-12 and K-12", ["PK"]),
        ("A CAMPUSWIDE day", []),
        ("room A12B, x.NASA.example, me@HPS", []),
        ("EVERY CHILD READS WELL", []),
        ("iReady and PowerSchool", []),
        ("SST\nMTSS", ["SST", "MTSS"]),
    ],
)
def test_letters_that_stand_alone_are_abbreviations(
    text: str, found: list[str]
) -> None:
    capitals = [at for at, letter in enumerate(text) if at and letter.isupper()]
    read = list(abbreviations(text, capitals))
    assert [letters for letters, _ in read] == found
    assert all(text.startswith(one, at) for one, at in read)


@pytest.mark.parametrize(
    ("text", "letters", "words"),
    [
        ("A Student Support Team (SST) meets", "SST", "Student Support Team"),
        (
            "Local Control and Accountability Plan (LCAP)",
            "LCAP",
            "Local Control and Accountability Plan",
        ),
        ("the SST (Student Support Team)", "SST", "Student Support Team"),
        ("School teams (SSTs)", "SST", ""),
        ("fewer referrals (ISS)", "ISS", ""),
    ],
)
def test_the_words_beside_a_bracket_are_those_whose_initials_fit(
    text: str, letters: str, words: str
) -> None:
    (one,) = spelled_out(text)
    assert (one.letters, one.words) == (letters, words)


def test_what_stands_in_another_line_spells_nothing_out() -> None:
    (one,) = spelled_out("Student\nSupport Team (SST)")
    assert one.words == ""


def test_numerals_in_brackets_are_no_abbreviation() -> None:
    assert not list(spelled_out("Culture (I), Instruction (II)"))


def test_brackets_with_words_are_no_abbreviation() -> None:
    assert not list(spelled_out("Books (new ones) and chairs (two)"))


def test_initials_are_those_of_all_words_in_order() -> None:
    assert stands_for("LUSD", ["Lakeshore", "Unified", "School", "District"])
    assert not stands_for("LUSD", ["Unified", "Lakeshore", "School", "District"])
    assert not stands_for("SD", [])


@pytest.mark.parametrize(
    ("text", "letters", "found"),
    [
        ("The Student Support Team meets", "SST", ["Student Support Team"]),
        ("A report to the Board of Education", "BOE", ["Board of Education"]),
        ("Arts and Crafts and Books", "ACB", ["Arts and Crafts and Books"]),
        ("Career & Technical Education", "CTE", ["Career & Technical Education"]),
        ("Multi-Tiered Support", "MTS", ["Multi-Tiered Support"]),
        ("The Teachers\u2019 Book Club", "TBC", ["Teachers\u2019 Book Club"]),
        ("The New Student Support Team Plan", "SST", ["Student Support Team"]),
        ("All meet\nBook Club Days", "BCD", ["Book Club Days"]),
        ("the student support team", "SST", []),
        ("Student Support\nTeam", "SST", []),
        ("Student Support, Team", "SST", []),
        ("Board of Education", "BO", []),
        ("Student Support Team", "SS ST", ["Student Support", "Support Team"]),
    ],
)
def test_capitalised_words_are_found_by_their_initials(
    text: str, letters: str, found: list[str]
) -> None:
    capitals = [place for place in range(len(text)) if text[place].isupper()]
    told = list(worded(text, capitals, frozenset(letters.split())))
    assert [one.words for one in told] == found
    for one in told:
        assert text[one.offset :].startswith(one.words)
