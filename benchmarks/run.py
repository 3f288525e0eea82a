"""Measures planctl against the budgets of its design, side by side in one run.

    python benchmarks/run.py [--quick | --full]

Every figure is a ratio of two things measured in turn, the median of several rounds.
A report, not a test: it always ends with exit status 0.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from generate import write_plan, write_plans
from table import Row, print_table
from timing import Ratio, alone, compare, inside, keep_bytecode, packets, peak

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
SCHEMA = ROOT / "schemas" / "plan.schema.json"
AS_OF = ("--as-of", "2025-03-31")
MEGA = 1_000_000


class Sizes(NamedTuple):
    """How much is measured: plans inside a process and by command, and rounds."""

    plans: int
    portfolio: int
    rounds: int
    grown: int


SIZES = {
    "quick": Sizes(plans=4, portfolio=20, rounds=3, grown=10),
    "usual": Sizes(plans=20, portfolio=100, rounds=5, grown=10),
    "full": Sizes(plans=50, portfolio=1000, rounds=7, grown=10),
}
# check-jsonschema would take half an hour over a thousand plans.
SAMPLE = 20
# Of commands over the whole portfolio, which take half a minute each.
PORTFOLIO_ROUNDS = 5


def planctl(*words: object) -> list[str]:
    """The command line of planctl."""
    return [sys.executable, "-m", "planctl", *map(str, words)]


def tool(module: str, *words: object) -> list[str]:
    """The command line of another tool in the same environment."""
    return [sys.executable, "-m", module, *map(str, words)]


def schema_check(folder: Path) -> list[str]:
    """check-jsonschema on every file below a folder."""
    files = sorted(folder.rglob("*.yaml"))
    return tool("check_jsonschema", "--schemafile", SCHEMA, *files)


def row(work: str, found: Ratio, most: float | None = None, note: str = "") -> Row:
    """A line of the table from two times."""
    return Row(
        work + note, _seconds(found.ours), _seconds(found.other), found.ratio, most
    )


def inner_rows(folder: Path, rounds: int) -> list[Row]:
    """What a plan costs inside one process, in units of libyaml's bare compose."""
    found = inside(folder, rounds)
    budgets = {
        "reading": ("read", 1.3),
        "reading, loading, linking": ("link", 2.0),
        "the same and all rules": ("check", None),
        "validate, in one process": ("validate", 4.0),
    }
    return [
        row(f"{work} / bare compose", found[key], most)
        for work, (key, most) in budgets.items()
    ]


def rule_rows(folder: Path, rounds: int) -> list[Row]:
    """What each rule costs, the dearest first, and all of them together."""
    found = inside(folder, rounds, "rules")
    ordered = sorted(found.items(), key=lambda one: -one[1].ratio)
    unit = next(iter(found.values())).other
    together = Ratio(
        sum(one.ours for one in found.values()),
        unit,
        sum(one.ratio for one in found.values()),
    )
    return [
        row(f"{len(found)} rules / bare compose", together),
        *(row(f"rule {name} / bare compose", one, 0.2) for name, one in ordered),
    ]


def command_rows(plan: Path, rounds: int) -> list[Row]:
    """Whole processes over one plan."""
    validate = planctl("validate", plan, *AS_OF)
    report = planctl("report", plan, "--format", "html", "-o", os.devnull, *AS_OF)
    lint = tool("yamllint", plan)
    return [
        row(
            "validate one plan / check-jsonschema",
            compare(validate, schema_check(plan), rounds),
            0.5,
        ),
        row("validate one plan / yamllint", compare(validate, lint, rounds)),
        row("report html / validate", compare(report, validate, rounds), 2.0),
    ]


def start_rows(rounds: int) -> list[Row]:
    """What it takes to say anything at all."""
    typer = [sys.executable, "-c", "import typer"]
    completion = {
        "_PLANCTL_COMPLETE": "complete_bash",
        "COMP_WORDS": "planctl va",
        "COMP_CWORD": "1",
    }
    return [
        row("--help / import typer", compare(planctl("--help"), typer, rounds), 1.3),
        row(
            "completion / import typer",
            compare(planctl(), typer, rounds, completion),
            1.3,
        ),
    ]


def portfolio_rows(folder: Path, plans: int, largest: Path) -> list[Row]:
    """A portfolio in one command: its time, and its memory."""
    sample = folder / "sample"
    validate = planctl("validate", folder / "all", *AS_OF)
    ours = alone(validate)
    count = sum(1 for _ in sample.iterdir())
    theirs = alone(schema_check(sample)) * plans / count
    note = f", from {count} plans" if count < plans else ""
    inside_py = Path(__file__).resolve().with_name("inside.py")
    compose = [sys.executable, str(inside_py), "compose", str(folder / "all")]
    rows = [
        row(
            f"validate {plans} plans, one process / bare compose",
            compare([*validate, "--jobs", "1"], compose, PORTFOLIO_ROUNDS),
            4.0,
        ),
        row(
            f"validate {plans} plans / check-jsonschema{note}",
            Ratio(ours, theirs, ours / theirs),
            0.1,
        ),
    ]
    if sys.platform != "win32":
        rows.append(_memory(f"memory, {plans} plans / the largest", folder, largest))
    return rows


def growth_rows(small: Path, large: Path, rounds: int) -> list[Row]:
    """Time for each byte, and memory, of one plan and one ten times as large."""
    ours, other = inside(large, rounds), inside(small, rounds)
    grown = _bytes(large) / _bytes(small)
    rows = []
    for work in ("link", "validate"):
        times = ours[work].ours, other[work].ours * grown
        found = Ratio(*times, times[0] / times[1])
        rows.append(row(f"{work}, {grown:.0f} x the size / so many times", found))
    if sys.platform != "win32":
        rows.append(_memory(f"memory, {grown:.0f} x the size / 1 x", large, small))
    return rows


def packet_rows(small: Path, double: Path, rounds: int) -> list[Row]:
    """A packet of twice the size, and the largest packet of the examples."""
    ours = inside(double, rounds, "report")["report"].ours
    grown = _bytes(double) / _bytes(small)
    other = inside(small, rounds, "report")["report"].ours * grown
    sizes = packets(EXAMPLES)
    name = max(sizes, key=lambda one: sizes[one])
    return [
        row(
            f"report html, {grown:.1f} x the size / so many times",
            Ratio(ours, other, ours / other),
        ),
        Row(
            f"packet of examples/{name} / 1 MB",
            f"{sizes[name] / MEGA:.2f} MB",
            "1.00 MB",
            sizes[name] / MEGA,
            1.0,
        ),
    ]


def _memory(work: str, folder: Path, other: Path) -> Row:
    ours, theirs = peak(folder), peak(other)
    return Row(
        work, f"{ours / MEGA:.0f} MB", f"{theirs / MEGA:.0f} MB", ours / theirs, None
    )


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*.yaml"))


def _seconds(value: float) -> str:
    return f"{value:.3f} s"


def make_plans(folder: Path, sizes: Sizes) -> dict[str, int]:
    """Write all that is measured, and say how many bytes each part has."""
    return {
        "inner": write_plans(folder / "inner", sizes.plans),
        "portfolio": write_plans(folder / "portfolio" / "all", sizes.portfolio),
        "sample": write_plans(
            folder / "portfolio" / "sample", min(SAMPLE, sizes.portfolio)
        ),
        "double": write_plan(folder / "double", seed=1, scale=2),
        "large": write_plan(folder / "large", seed=1, scale=sizes.grown),
    }


def measure(folder: Path, sizes: Sizes) -> list[Row]:
    """All lines of the table."""
    one = folder / "inner" / "plan-0000"
    rounds = sizes.rounds
    return [
        *inner_rows(folder / "inner", rounds),
        *rule_rows(folder / "inner", rounds),
        *command_rows(one, rounds),
        *start_rows(rounds * 2),
        *portfolio_rows(folder / "portfolio", sizes.portfolio, one),
        *growth_rows(one, folder / "large", rounds),
        *packet_rows(one, folder / "double", rounds),
    ]


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description="Measure planctl.")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--quick", action="store_true", help="small, in a minute")
    how.add_argument("--full", action="store_true", help="a thousand plans")
    given = parser.parse_args()
    name = "quick" if given.quick else "full" if given.full else "usual"
    sizes = SIZES[name]
    python = f"{platform.python_implementation()} {platform.python_version()}"
    print(f"{python} on {platform.platform()}, {os.cpu_count()} CPUs")
    tools = ("PyYAML", "pydantic", "typer", "check-jsonschema", "yamllint")
    print(", ".join(f"{one} {version(one)}" for one in tools))
    with tempfile.TemporaryDirectory() as folder:
        keep_bytecode(Path(folder) / "bytecode")
        made = make_plans(Path(folder).resolve(), sizes)
        print(", ".join(f"{key}: {size / MEGA:.2f} MB" for key, size in made.items()))
        print(f"{name}: {sizes.rounds} rounds, medians of ratios\n")
        print_table(measure(Path(folder).resolve(), sizes))


if __name__ == "__main__":
    main()
