"""What a plan says of itself and never reports on."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from planctl.report.packet.views import Fact, StatementGroup, StatementView
from planctl.report.wording import document_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.link import LinkedPlan
    from planctl.model.item import Statement


def find_about(plan: LinkedPlan) -> Iterator[Fact]:
    """What the plan says of itself."""
    info, source = plan.info, plan.info.source
    printed = document_text(source) if source else ""
    for label, text in (
        ("Period", info.period.text if info.period else ""),
        ("Description", info.description),
        ("Note", info.note),
        ("Published as", printed),
    ):
        if text:
            yield Fact(label, (text,), is_short=True)


def find_statements(plan: LinkedPlan) -> Iterator[StatementGroup]:
    """What the plan says and never reports on, neighbours of a kind together."""
    for kind, several in groupby(plan.statements, key=lambda one: one.kind):
        yield StatementGroup(kind, tuple(_statement(one) for one in several))


def _statement(one: Statement) -> StatementView:
    facts = [
        Fact(label, texts)
        for label, texts in (
            ("If", one.if_),
            ("Then", one.then),
            ("Questions", one.questions),
        )
        if texts
    ]
    return StatementView(one.title, one.description or "", tuple(facts))
