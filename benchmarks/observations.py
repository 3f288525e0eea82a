"""Whether judging targets stays linear in the number of observations.

    python benchmarks/observations.py [ROUNDS]

For each size: milliseconds per 1,000 observations, the fastest of some rounds. Tables
of groups by sites with all their totals, once of large and once of small groups, where
much is withheld.
"""

from __future__ import annotations

import random
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from planctl.check import check_plan
from planctl.progress.verdicts import find_progress

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planctl.link import LinkedPlan

AS_OF = date(2024, 12, 1)
YEARS = ("2019-20", "2020-21", "2021-22", "2022-23", "2023-24")
GROUPS = ("A", "B", "C", "D")
SITES = (100, 200, 400, 800)
SIZES = {"large groups": (40, 90), "small groups": (3, 5, 9, 12, 40)}
PLAN = """\
plan: {id: lakeshore, title: Lakeshore, period: 2019-26}
measures:
  id: readers
  title: Third graders who read at grade level
  unit: percent
  direction: increase
  aggregate: weighted
  baseline: 40% in 2018-19
  targets: ["60% by 2026 for every site", "60% by 2026 for every group", "60% by 2026"]
groups:
"""


def table(sites: int, sizes: Sequence[int]) -> Iterator[str]:
    """Groups by sites for each year, with every total."""
    chance = random.Random(1)  # noqa: S311 - the same plan each time
    yield "measure,period,group,site,value,n"
    for year in YEARS:
        sums: dict[tuple[str, str], int] = {}
        for site in range(sites):
            for group in GROUPS:
                n = chance.choice(sizes)
                for cell in (
                    (group, f"S{site}"),
                    ("", f"S{site}"),
                    (group, ""),
                    ("", ""),
                ):
                    sums[cell] = sums.get(cell, 0) + n
        for (group, name), n in sums.items():
            yield f"readers,{year},{group},{name},{chance.randint(1, 99)}%,{n}"


def plan_of(folder: Path, sites: int, sizes: Sequence[int]) -> LinkedPlan:
    """Write a plan and load it."""
    names = [f"  - {{name: {group}, kind: race}}" for group in GROUPS]
    names += ["sites:", *(f"  - S{site}" for site in range(sites))]
    (folder / "observations").mkdir(parents=True)
    (folder / "plan.yaml").write_text(PLAN + "\n".join(names) + "\n", "utf-8")
    rows = "\n".join(table(sites, sizes)) + "\n"
    (folder / "observations" / "readers.csv").write_text(rows, "utf-8")
    return check_plan(folder, AS_OF).plan


def seconds(plan: LinkedPlan) -> float:
    """How long it takes to judge all targets of a plan."""
    begin = perf_counter()
    find_progress(plan, AS_OF)
    return perf_counter() - begin


def main() -> None:
    """Measure each size and print it."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    for name, sizes in SIZES.items():
        for sites in SITES:
            with TemporaryDirectory() as folder:
                plan = plan_of(Path(folder) / "plan", sites, sizes)
                best = min(seconds(plan) for _ in range(rounds))
            count = len(plan.observations)
            print(
                f"{name}: {count:,} observations, {1e6 * best / count:.0f} ms per 1,000"
            )


if __name__ == "__main__":
    main()
