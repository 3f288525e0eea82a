"""How targets stand: values against what was promised, with every figure.

It computes with exact fractions: a third of the way has no exact decimal.
"""

from planctl.progress.verdicts.build import find_progress
from planctl.progress.verdicts.row import Progress, ReadRow, Row
from planctl.progress.verdicts.words import JUDGED, Flag, Trend, Verdict

__all__ = [
    "JUDGED",
    "Flag",
    "Progress",
    "ReadRow",
    "Row",
    "Trend",
    "Verdict",
    "find_progress",
]
