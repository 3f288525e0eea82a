"""Claims: what somebody said of a target, beside what is computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import declared
from planctl.link.linked import LinkedClaim
from planctl.model.progress import VERDICTS
from planctl.model.record import read_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planctl.link.linker import Linker
    from planctl.link.scope import ScopeReader
    from planctl.model.measure import Claim


def link_claims(
    linker: Linker, scope: ScopeReader, claims: Iterable[Claim]
) -> tuple[LinkedClaim, ...]:
    """Every claim, with the verdict of ours that its word stands for."""
    words = {verdict: verdict for verdict in VERDICTS}
    own = linker.loaded.progress.verdicts
    words |= {str(read_name(word)): verdict for word, verdict in own.items()}
    return tuple(_link(linker, scope, claim, words) for claim in claims)


def _link(
    linker: Linker, scope: ScopeReader, claim: Claim, words: dict[str, str]
) -> LinkedClaim:
    measure = item = cycle = None
    if claim.measure is not None:
        measure = scope.measure(claim, ("measure",), claim.measure)
    if claim.item is not None:
        item = linker.references.item(claim, ("item",), claim.item)
    if claim.measure is None and claim.item is None:
        scope.add(
            declared.MISSING_KEY,
            "a claim names neither a measure nor an item",
            claim,
            ("verdict",),
            help="write `measure:` or `item:`: what the claim is about",
        )
    if claim.cycle is not None:
        cycle = linker.cycles.find(claim, ("cycle",), claim.cycle)
    verdict = words.get(str(read_name(claim.verdict)))
    if verdict is None:
        scope.add(
            declared.UNKNOWN_VERDICT,
            f"the plan does not say what `{claim.verdict}` means for a target",
            claim,
            ("verdict",),
            word=claim.verdict,
            help="add the word under `progress: verdicts:`, with one of "
            f"{', '.join(VERDICTS)}",
        )
    return LinkedClaim(measure, item, cycle, verdict, claim)
