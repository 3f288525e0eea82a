"""Abbreviations are written out once."""

from __future__ import annotations

from planctl.report.packet.glossary import Expander, as_it_is

WORDS = {"SST": "Student Support Team", "PD": "Professional development", "": "x"}


def test_the_first_use_is_written_out_and_no_other() -> None:
    expand = Expander(WORDS)
    assert expand("SST and PD") == (
        "SST (Student Support Team) and PD (Professional development)"
    )
    assert expand("SST again, SST") == "SST again, SST"


def test_a_text_that_says_the_words_is_left_alone_and_counts() -> None:
    expand = Expander(WORDS)
    assert expand("the student support team (SST)") == "the student support team (SST)"
    assert expand("SST") == "SST"


def test_no_part_of_a_word_or_an_address_is_taken() -> None:
    expand = Expander(WORDS)
    text = "SSTs, https://example.org/SST, PD-days, me@SST.org"
    assert expand(text) == text


def test_an_empty_glossary_changes_nothing() -> None:
    assert Expander({})("SST") == as_it_is("SST") == "SST"
