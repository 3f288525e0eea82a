"""Every check there is, by name: the declared ones and the rules."""

from __future__ import annotations

from planctl.diagnostics import Check, declared
from planctl.rules import RULES

CHECKS: dict[str, Check] = {
    check.name: check for check in (*declared.DECLARED, *(r.check for r in RULES))
}
LIMITED = tuple(rule.check.name for rule in RULES if rule.limit is not None)
FAMILIES = frozenset(check.family for check in CHECKS.values())
