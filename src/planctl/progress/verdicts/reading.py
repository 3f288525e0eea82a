"""Judges one reading of one step of a target by the values of its series."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from planctl.progress.verdicts.comparing import meets
from planctl.progress.verdicts.expectations import is_amount
from planctl.progress.verdicts.flagging import flags_of
from planctl.progress.verdicts.methods import DEFAULT, METHODS, Outcome
from planctl.progress.verdicts.outlook import needed_per_year
from planctl.progress.verdicts.question import MISSING
from planctl.progress.verdicts.row import ReadRow
from planctl.progress.verdicts.weighing import asked_of, cases_of
from planctl.progress.verdicts.words import Flag, Verdict
from planctl.targets import Kind

if TYPE_CHECKING:
    from fractions import Fraction

    from planctl.progress.verdicts.case import Case
    from planctl.progress.verdicts.question import Question
    from planctl.progress.verdicts.series import Measured

_ONLY_A_BOUND = "only a bound of the value is known"


class Answer(NamedTuple):
    """How a reading stands, the value that it rests on, and the one before."""

    row: ReadRow
    actual: Measured | None
    previous: Measured | None


def answer(question: Question) -> Answer:
    """Judge a reading by the latest value since the baseline, up to the due day."""
    values = question.values
    actual = values[-1] if values else None
    before = question.before(actual) if actual else None
    refusal = _refusal(question, actual)
    if refusal is not None:
        return Answer(_row(question, *refusal), actual, before)
    if actual is None:
        return Answer(_without_value(question), None, None)
    return Answer(_judged(question, actual), actual, before)


def _refusal(question: Question, actual: Measured | None) -> tuple[Verdict, str] | None:
    """Why nothing can be judged, whatever the value is."""
    reading = question.reading
    is_direction = reading.reading is Kind.DIRECTION
    if question.is_withheld and (reading.needs_baseline or is_amount(reading)):
        return Verdict.SUPPRESSED, f"the baseline is {MISSING['suppressed']}"
    if reading.needs_baseline and question.baseline is None:
        first = actual is not None and question.before(actual) is None
        if not is_direction or first:
            return Verdict.NO_BASELINE, "no baseline is known"
    elif (is_direction and reading.side is None) or _has_no_side(question, actual):
        return Verdict.AMBIGUOUS, "nothing says which way is better"
    elif question.goal is None and question.peer is None and not is_direction:
        return Verdict.AMBIGUOUS, "a percent of a baseline of zero is nothing"
    if actual is not None and question.is_across_a_break(actual):
        return (
            Verdict.NOT_COMPARABLE,
            f"the measure changed between the baseline and {actual.name}",
        )
    return None


def _has_no_side(question: Question, actual: Measured | None) -> bool:
    """Whether a value is off a level, and nothing says which side is better."""
    asked, point = question.goal, actual.point if actual else None
    if asked is None or asked.side is not None or point is None:
        return False
    return not meets(asked, point.value, question.tolerance)


def _without_value(question: Question) -> ReadRow:
    """Nothing was measured since the baseline, or nothing may be shown."""
    flags = (Flag.BASELINE_ONLY,) if question.baseline is not None else ()
    missing = [one.missing for one in question.entries if one.missing]
    if missing and missing[-1] == "suppressed":
        return _row(question, Verdict.SUPPRESSED, MISSING["suppressed"])
    if question.due_end is not None:
        why, _ = question.nothing_for_due()
        return _row(question, Verdict.NO_DATA, why, flags)
    return _row(question, Verdict.NOT_DUE, "nothing measured yet", flags)


def _judged(question: Question, actual: Measured) -> ReadRow:
    due_end = question.due_end
    is_due = due_end is not None and actual.day >= due_end
    asked = asked_of(question, actual)
    if asked is None:
        return _row(question, Verdict.NO_DATA, "no value to compare with")
    cases = cases_of(question, asked, actual, is_due=is_due)
    outcomes = [_outcomes(case) for case in cases]
    verdicts = {_chosen(one, question.method) for one in outcomes}
    if len(verdicts) != 1:
        return _row(question, Verdict.NO_DATA, _ONLY_A_BOUND)
    (verdict,) = verdicts
    case = cases[0] if len(cases) == 1 else None
    row = ReadRow(
        question.name,
        question.due,
        asked,
        verdict,
        _fallback(outcomes[0], question.method),
        None,
        case,
        outcomes[0],
        _flags(question, cases, actual, verdict),
        None if due_end is not None else _needed(case),
    )
    is_late = due_end is not None and not is_due
    return _late(question, row, actual) if is_late else row


def _flags(
    question: Question, cases: list[Case], actual: Measured, verdict: Verdict
) -> tuple[Flag, ...]:
    """The flags that hold whatever the value is."""
    first, *rest = (flags_of(question, case, actual, verdict) for case in cases)
    return tuple(flag for flag in first if all(flag in flags for flags in rest))


def _late(question: Question, row: ReadRow, actual: Measured) -> ReadRow:
    """It is due, and the last value is of an earlier period."""
    why, is_withheld = question.nothing_for_due()
    if row.verdict is Verdict.MET:
        return replace(row, reason=f"{why}; met in {actual.name}")
    verdict = Verdict.SUPPRESSED if is_withheld else Verdict.NO_DATA
    return replace(row, verdict=verdict, reason=why, last_verdict=row.verdict)


def _outcomes(case: Case) -> dict[str, Outcome]:
    """What each method says; once due, a target is met or not."""
    found = {}
    for name, method in METHODS.items():
        outcome = method(case)
        if outcome is None:
            continue
        if case.is_due and outcome.verdict is not Verdict.MET:
            outcome = outcome._replace(verdict=Verdict.NOT_MET)
        found[name] = outcome
    return found


def _chosen(outcomes: dict[str, Outcome], method: str) -> Verdict:
    return outcomes.get(method, outcomes[DEFAULT]).verdict


def _fallback(outcomes: dict[str, Outcome], method: str) -> str:
    """Why another method judges than the one that was asked for."""
    if method in outcomes:
        return ""
    return f"{method} does not judge this: judged by {DEFAULT}"


def _needed(case: Case | None) -> Fraction | None:
    """The change a year that the target takes from the value on, unless it is met."""
    if case is None or case.target is None or case.due is None or case.is_met:
        return None
    return needed_per_year(case.actual, case.target, case.due)


def _row(
    question: Question, verdict: Verdict, reason: str, flags: tuple[Flag, ...] = ()
) -> ReadRow:
    return ReadRow(
        question.name,
        question.due,
        question.goal,
        verdict,
        reason,
        None,
        None,
        {},
        flags,
        None,
    )
