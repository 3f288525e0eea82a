"""The table of what was measured: a line for each ratio, with its budget."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; `most` is the budget, none where there is none."""

    work: str
    ours: str
    other: str
    ratio: float
    most: float | None = None

    @property
    def verdict(self) -> str:
        """Whether it is within the budget."""
        if self.most is None:
            return ""
        return "ok" if self.ratio <= self.most else "OVER"


def print_table(rows: list[Row]) -> None:
    """The table, one line for each thing measured."""
    wide = max(len(one.work) for one in rows)
    print(f"{'':{wide}}  {'planctl':>9}  {'other':>9}  {'ratio':>6}  at most")
    for one in rows:
        most = "" if one.most is None else f"{one.most:g}"
        print(
            f"{one.work:{wide}}  {one.ours:>9}  {one.other:>9}  {one.ratio:>6.2f}"
            f"  {most:>7}  {one.verdict}".rstrip()
        )
