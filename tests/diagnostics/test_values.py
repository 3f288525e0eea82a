"""Diagnostics are values: severities have an order, names are used once."""

from __future__ import annotations

import pytest

from planctl.diagnostics import Diagnostic, Severity, Span, by_name
from planctl.diagnostics.declared import UNKNOWN_NAME, declare

PLACE = Span("plan.yaml", 3, 5, 3, 9)


def test_severities_are_ranked_worst_first() -> None:
    ranked = sorted(Severity, key=lambda one: one.rank)
    assert ranked == [Severity.ERROR, Severity.WARNING, Severity.ADVICE]


def test_a_diagnostic_has_the_name_and_severity_of_its_check() -> None:
    one = Diagnostic(UNKNOWN_NAME, "the owner `x` is not declared", PLACE)
    assert (one.rule, one.severity) == ("unknown-name", Severity.WARNING)


def test_spans_are_ordered_by_file_line_and_column() -> None:
    later = Span("plan.yaml", 3, 6, 3, 7)
    below = Span("plan.yaml", 4, 1, 4, 2)
    other = Span("a.yaml", 9, 9, 9, 9)
    assert sorted([below, later, PLACE, other]) == [other, PLACE, later, below]


def test_the_first_line_of_a_declared_text_is_its_summary() -> None:
    check = declare(
        "files",
        Severity.ERROR,
        "two-hats",
        """Somebody wears two hats.

        ## What it finds
        Hats.
        """,
    )
    assert check.summary == "Somebody wears two hats"
    assert check.text == "## What it finds\nHats."


def test_two_checks_of_one_name_are_refused() -> None:
    assert by_name([UNKNOWN_NAME]) == {"unknown-name": UNKNOWN_NAME}
    with pytest.raises(ValueError, match="the same name"):
        by_name([UNKNOWN_NAME, UNKNOWN_NAME])
