"""Makes plans of any size, as dense as published ones, for the benchmarks.

    python benchmarks/generate.py DIR --plans 20 --scale 1

A plan has ten files of about 12 kB, with the levels of `examples/hartford`: the plan
itself, four priorities, three files of implementation plans, two cycles of updates.
`--scale` makes each file so many times as long. The same seed gives the same bytes.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import TYPE_CHECKING

from emit import Node, emit
from words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE_BYTES = 12_000
PRIORITIES = 4
IMPLEMENTATIONS = 3
CYCLES = ("2024-25/mid-year", "2024-25/end-of-year")
STATUSES = ("Not begun", "On track", "Ongoing", "Behind", "Completed", "On hold")
LEVELS = {
    "priorities": "Priority",
    "strategies": "Strategy",
    "actions": "Action",
    "indicators": "Performance Indicator",
    "implementation_plans": "Implementation Plan",
    "department_goals": "Department Goal",
    "tasks": "Task",
}
_PLURALS = {"priorities": "Priorities", "strategies": "Strategies"}
EXPECTS = {
    "implementation_plans": ["period", "responsible"],
    "tasks": ["due", "status"],
}
DUES = ("Fall 2024", "Oct 2024", "Winter 2024-2025", "June 2025", "2025-03-31")
# How far entries stand in, about.
_INDENT = 4
_AS_PRINTED = "2021-2022  # planctl: ignore[outside-period] printed so in the plan"


class _Maker:
    """Makes the files of one plan; remembers what later files refer to."""

    def __init__(self, seed: int, scale: int) -> None:
        self.words = Words(random.Random(seed))  # noqa: S311 - plans, no secrets
        self.scale = scale
        self.name = f"district-{seed}"
        self.owners = [self.words.name(place) for place in range(16 * scale)]
        self.actions: list[tuple[str, str]] = []
        self.tasks: list[str] = []

    def files(self) -> Iterator[tuple[str, str]]:
        """The path and the text of each file."""
        for number in range(1, PRIORITIES + 1):
            yield f"priority-{number}.yaml", self._priority(number)
        for number in range(1, IMPLEMENTATIONS + 1):
            yield f"implementation/office-{number}.yaml", self._offices(number)
        for cycle in CYCLES:
            yield f"updates/{cycle.replace('/', '-')}.yaml", self._updates(cycle)
        yield "plan.yaml", self._plan()

    def _plan(self) -> str:
        words = self.words
        head: dict[str, Node] = {
            "plan": {
                "id": self.name,
                "title": f"Operating Plan of {self.name} 2022-2026",
                "period": "2022-2026",
                "source": {"document": words.title(), "page": "1-48"},
            },
            "levels": {key: _level(key, name) for key, name in LEVELS.items()},
            "scale": {
                "not_started": ["Not begun"],
                "in_progress": ["On track", "Ongoing", "Behind"],
                "complete": ["Completed"],
                "on_hold": ["On hold"],
            },
            "cycles": {"mid-year": "February", "end-of-year": "June"},
            "owners": [
                {"id": f"owner-{place}", "name": name}
                for place, name in enumerate(self.owners)
            ],
            "glossary": {f"G{n}": words.title() for n in range(12 * self.scale)},
        }
        text = emit(head)
        return text + self._filled("measures", self._measure, text)

    def _measure(self, number: int) -> Node:
        words = self.words
        return {
            "id": f"m{number}",
            "title": words.title(),
            "unit": "percent",
            "direction": "increase",
            "data_source": words.title(),
            "targets": [f"{words.count(40, 60)}% by 2025", "70% by 2026"],
        }

    def _priority(self, number: int) -> str:
        head: Node = {
            "id": f"P{number}",
            "title": self.words.title(),
            "description": self.words.sentences(2),
            "accountable": [{"owner": self._owner(), "role": "Internal Champion"}],
        }
        text = emit({"priorities": [head]})

        def strategy(nth: int) -> Node:
            return self._strategy(f"P{number}.{nth}", nth)

        below = self._filled("strategies", strategy, text)
        return text + "".join(f"    {line}\n" for line in below.splitlines())

    def _strategy(self, name: str, number: int) -> Node:
        words = self.words
        actions: list[Node] = []
        for nth in range(1, 5):
            title = words.title()
            self.actions.append((f"{name}.{nth}", title))
            actions.append(
                {
                    "id": f"{name}.{nth}",
                    "title": title,
                    "description": words.sentences(1),
                    "period": "2022-2026",
                    "responsible": [self._owner(), self._owner()],
                    "resources": [words.title() for _ in range(2)],
                }
            )
        return {
            "id": name,
            "number": str(number),
            "title": words.title(),
            "description": words.sentences(1),
            "actions": actions,
            "indicators": [
                {"id": f"{name}.i{nth}", "title": words.title()} for nth in range(1, 5)
            ],
        }

    def _offices(self, number: int) -> str:
        def office(nth: int) -> Node:
            return self._office(f"B{number}-{nth}")

        return self._filled("implementation_plans", office)

    def _office(self, name: str) -> Node:
        words = self.words
        served = [words.one(self.actions) for _ in range(3)]
        return {
            "id": name,
            "title": words.title(),
            "responsible": self._owner(),
            "period": "2024-2025",
            "aligns_to": [{"id": one, "text": title} for one, title in served],
            "department_goals": [
                {"id": f"{name}.g{nth}", "title": words.title()} for nth in (1, 2)
            ],
            "tasks": [self._task(f"{name}.{nth}", nth) for nth in range(1, 6)],
            "success_criteria": [words.title() for _ in range(4)],
        }

    def _task(self, name: str, number: int) -> Node:
        words = self.words
        self.tasks.append(name)
        is_odd = words.count(1, 25) == 1
        due = _AS_PRINTED if is_odd else words.one(DUES)
        title = words.title()
        task: dict[str, Node] = {"id": name, "number": str(number), "title": title}
        task["due"] = due
        if words.count(1, 3) == 1:
            task["description"] = words.sentences(1)
        return task

    def _updates(self, cycle: str) -> str:
        words = self.words
        entries: dict[str, Node] = {
            task: {"status": words.one(STATUSES), "note": words.sentences(1)}
            for task in self.tasks
            if words.count(1, 20) > 1
        }
        return emit({"updates": {"cycle": cycle, "items": entries}})

    def _filled(self, key: str, make: _Make, before: str = "") -> str:
        """A list with as many entries as bring the file to its size."""
        wanted = FILE_BYTES * self.scale - len(before)
        made: list[Node] = []
        length = 0
        while length < wanted or not made:
            made.append(make(len(made) + 1))
            text = emit([made[-1]])
            length += len(text) + _INDENT * text.count("\n")
        return emit({key: made})

    def _owner(self) -> str:
        return f"owner-{self.words.count(0, len(self.owners) - 1)}"


if TYPE_CHECKING:
    from collections.abc import Callable

    _Make = Callable[[int], Node]


def _level(key: str, name: str) -> Node:
    level: dict[str, Node] = {"name": name, "plural": _PLURALS.get(key, f"{name}s")}
    if key in EXPECTS:
        level["expects"] = list[Node](EXPECTS[key])
    return level


def write_plan(folder: Path, seed: int, scale: int = 1) -> int:
    """Write one plan into a folder, and say how many bytes it has."""
    total = 0
    for path, text in _Maker(seed, scale).files():
        raw = text.encode("utf-8")
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)
        total += len(raw)
    return total


def write_plans(folder: Path, plans: int, scale: int = 1, seed: int = 1) -> int:
    """Write several plans below a folder, and say how many bytes they have."""
    numbers = range(plans)
    return sum(write_plan(folder / f"plan-{n:04}", seed + n, scale) for n in numbers)


def main() -> None:
    """Write plans where the command line says."""
    parser = argparse.ArgumentParser(description="Make plans of any size.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--plans", type=int, default=1)
    parser.add_argument("--scale", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    total = write_plans(given.folder, given.plans, given.scale, given.seed)
    print(f"{given.plans} plans, {total:,} bytes, in {given.folder}")


if __name__ == "__main__":
    main()
