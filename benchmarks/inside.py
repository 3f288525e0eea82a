"""What is measured inside a process: run as a child, prints one line of JSON.

    python benchmarks/inside.py times FOLDER ROUNDS
    python benchmarks/inside.py rules FOLDER ROUNDS
    python benchmarks/inside.py report FOLDER ROUNDS
    python benchmarks/inside.py compose FOLDER
    python benchmarks/inside.py packets FOLDER
    python benchmarks/inside.py memory FOLDER

`times` gives, for each kind of work over all plans below a folder, the seconds of
each round. `rules` gives those of each rule alone, `report` those of an HTML packet
of each plan. `compose` does the unit once and gives nothing. `packets` gives how many
bytes these packets have. `memory` gives the peak of one `planctl validate`, in bytes.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import sys
from collections import deque
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import yaml
from yaml.resolver import BaseResolver

if TYPE_CHECKING:
    from collections.abc import Callable

    Bare: Any
else:
    from yaml._yaml import CParser

    class Bare(CParser, BaseResolver):
        """libyaml's composer with a resolver that resolves nothing."""

        def descend_resolver(self, node: object, index: object) -> None:
            """Do nothing."""

        def ascend_resolver(self) -> None:
            """Do nothing."""

        def resolve(self, *_: object) -> str:
            """The same tag for everything."""
            return "tag:yaml.org,2002:str"


AS_OF = "2025-03-31"


def compose(folders: list[Path]) -> None:
    """The unit: compose every file, and drop its tree."""
    for folder in folders:
        for path in folder.rglob("*.yaml"):
            Bare(path.read_bytes()).get_single_node()


def read(folders: list[Path]) -> None:
    """Read every file to data and places."""
    from planctl.source.reading import read_source

    for folder in folders:
        for path in folder.rglob("*.yaml"):
            read_source(folder, path)


def link(folders: list[Path]) -> None:
    """Read, load and link every plan."""
    from planctl.link import link_plan
    from planctl.load import load_plan

    for folder in folders:
        link_plan(load_plan(folder))


def check(folders: list[Path]) -> None:
    """Read, load, link and check every plan with all rules."""
    from datetime import date

    from planctl.check import check_plan

    for folder in folders:
        check_plan(folder, date.fromisoformat(AS_OF))


def validate(folders: list[Path]) -> None:
    """Run the whole command in this process, its text thrown away."""
    from planctl.__main__ import main

    options = ("--as-of", AS_OF, "--jobs", "1")
    sys.argv = ["planctl", "validate", *options, *map(str, folders)]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
        main()


def packet(folder: Path) -> str:
    """The HTML packet of a plan."""
    from datetime import date

    from planctl.check import check_plan
    from planctl.render.environment import render_html
    from planctl.report.packet import build_packet

    day = date.fromisoformat(AS_OF)
    return render_html(build_packet(check_plan(folder, day, stand_at_cycle=True)))


def report(folders: list[Path]) -> None:
    """Read, check and report every plan as HTML."""
    for folder in folders:
        packet(folder)


WORK: tuple[Callable[[list[Path]], None], ...] = (compose, read, link, check, validate)


def seconds(work: Callable[[list[Path]], None], folders: list[Path]) -> float:
    """How long something takes, with the collector off (`validate` sees to its own)."""
    gc.collect()
    if work is validate:
        gc.enable()
    else:
        gc.disable()
    start = perf_counter()
    work(folders)
    return perf_counter() - start


def plans_below(folder: Path) -> list[Path]:
    """The folders of all plans below a folder."""
    return sorted(path.parent for path in folder.rglob("plan.yaml"))


def times(
    folder: Path,
    rounds: int,
    kinds: tuple[Callable[[list[Path]], None], ...] = WORK,
) -> dict[str, list[float]]:
    """Seconds of each kind of work in each round, side by side."""
    folders = plans_below(folder)
    for work in kinds:
        work(folders[:1])
    found: dict[str, list[float]] = {work.__name__: [] for work in kinds}
    for _ in range(rounds):
        for work in kinds:
            found[work.__name__].append(seconds(work, folders))
    return found


def rules(folder: Path, rounds: int) -> dict[str, list[float]]:
    """Seconds of each rule in each round, over plans that are linked already.

    What several rules share counts with the first of them.
    """
    from datetime import date
    from decimal import Decimal

    from planctl.check import check_plan
    from planctl.evidence.shared import Shared
    from planctl.rules import RULES, Review

    day = date.fromisoformat(AS_OF)
    folders = plans_below(folder)
    checked = [check_plan(one, day) for one in folders]
    found: dict[str, list[float]] = {"compose": []}
    for _ in range(rounds):
        found["compose"].append(seconds(compose, folders))
        shared = [Shared(one.plan) for one in checked]
        for rule in RULES:
            limit = rule.limit or Decimal(0)
            start = perf_counter()
            for one, known in zip(checked, shared, strict=True):
                review = Review(one.plan, one.standing, known, limit)
                deque(rule.find(review), maxlen=0)
            found.setdefault(rule.check.name, []).append(perf_counter() - start)
    return found


def memory(folder: Path) -> int:
    """The peak of a process that validates what is below a folder, in bytes."""
    import resource

    validate([folder])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def main() -> None:
    """Measure what the command line says."""
    what, folder = sys.argv[1], Path(sys.argv[2]).resolve()
    if what == "memory":
        print(json.dumps(memory(folder)))
    elif what == "compose":
        gc.disable()
        compose(plans_below(folder))
    elif what == "packets":
        sizes = {one.name: len(packet(one).encode()) for one in plans_below(folder)}
        print(json.dumps(sizes))
    elif what == "report":
        print(json.dumps(times(folder, int(sys.argv[3]), (compose, report))))
    else:
        measure = rules if what == "rules" else times
        print(json.dumps(measure(folder, int(sys.argv[3]))))


if __name__ == "__main__":
    if not yaml.__with_libyaml__:
        sys.exit("libyaml is not here: there is nothing to compare with")
    main()
