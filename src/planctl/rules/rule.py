"""What a rule is: a generator of findings, with its name and its explanation."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from inspect import getdoc
from typing import TYPE_CHECKING

from planctl.diagnostics import Check, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planctl.evidence.shared import Shared
    from planctl.link import LinkedPlan
    from planctl.load.places import Path
    from planctl.model.record import Record
    from planctl.progress.standing import Standing


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: a record, the path of a field in it, and what to say.

    `part` narrows the place to a part of the field's text; `subject` names what the
    finding is about where the record has no id.
    """

    record: Record
    path: Path
    message: str
    help: str = ""
    related: tuple[tuple[Record, Path, str], ...] = ()
    part: str = ""
    subject: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """What a rule looks at: a plan, and the statuses that hold in it on a day.

    `limit` is the number that the rule compares with, where it has one. `shared` is
    what several rules look at.
    """

    plan: LinkedPlan
    standing: Standing
    shared: Shared
    limit: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Rule:
    """A check over a plan under review.

    `limit` is the number that it compares with unless the plan sets another.
    """

    check: Check
    find: Callable[[Review], Iterator[Finding]]
    limit: Decimal | None = None


_LIMIT = """## Limit
{limit}, {unit}. The plan may set another in `plan.yaml`:
```yaml
lint:
  limits:
    {name}: {limit}
```"""


def rule(
    family: str, severity: Severity, *, limit: str = "", unit: str = ""
) -> Callable[[Callable[[Review], Iterator[Finding]]], Rule]:
    """Make a rule of a generator: its name is the function's, its text the docstring.

    The docstring's first line says what is wrong; its headings are `What it finds`,
    `Why it matters`, `Bad` and `Good`. `limit` is a number that the rule compares
    with and a plan may set; `unit` says of what: `percent of all items`.
    """

    def make(find: Callable[[Review], Iterator[Finding]]) -> Rule:
        name = find.__name__.replace("_", "-")
        summary, _, text = (getdoc(find) or "").partition("\n")
        text = text.strip("\n")
        if limit:
            text = f"{text}\n{_LIMIT.format(limit=limit, unit=unit, name=name)}"
        check = Check(name, family, severity, summary.rstrip("."), text)
        return Rule(check, find, Decimal(limit) if limit else None)

    return make
