"""Claims: what somebody said of a target, and what it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planctl.model.progress import VERDICTS
from planctl.progress.verdicts.words import Verdict
from tests.findings import found, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.check import CheckedPlan

    Check = Callable[..., CheckedPlan]

HEAD = """\
plan: {id: lakeshore, title: Lakeshore Unified}
levels: {goals: Goal}
goals: {id: G1, title: Every child reads}
measures: {id: m1, title: Reading}
progress: {verdicts: {Green: on track, Yellow light: behind}}
claims:
"""


def test_the_words_of_the_language_are_those_of_the_arithmetic() -> None:
    assert tuple(Verdict) == VERDICTS


@pytest.mark.parametrize(
    ("word", "verdict"),
    [
        ("green", "on_track"),
        ("Yellow  light", "behind"),
        ("On track", "on_track"),
        ("not_met", "not_met"),
    ],
)
def test_a_word_stands_for_a_verdict(check: Check, word: str, verdict: str) -> None:
    checked = check(f"{HEAD}  {{measure: m1, item: G1, verdict: {word}}}\n")
    assert told(checked) == []
    (claim,) = checked.plan.claims
    assert (claim.measure, claim.item, claim.verdict) == (0, 0, verdict)


WRONG = {
    "{measure: m1, verdict: Fine}": "the plan does not say what `Fine` means for a "
    "target",
    "{verdict: met}": "a claim names neither a measure nor an item",
    "{item: m1, verdict: met}": "`m1` is a measure, and no item",
    "{measure: G1, verdict: met}": "`G1` is an item, and no measure",
    "{item: G1, cycle: someday, verdict: met}": "this plan has no reporting cycle "
    "`someday`",
}


@pytest.mark.parametrize("claim", WRONG)
def test_what_a_claim_names_must_be_there(check: Check, claim: str) -> None:
    checked = check(f"{HEAD}  {claim}\n")
    assert [one.message for one in found(checked)] == [WRONG[claim]]
    assert len(checked.plan.claims) == 1
