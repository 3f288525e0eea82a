"""Measures with the oddest values that can be written: every figure is computed."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.hostile.commands import answer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

UNITS = ("percent", "count", "USD", "days", "ratio", "score", "date", "yes_no", "")
NUMBERS = (
    *("0", "1", "40", "-40", "100", "33.3", "0.00000000000001", "-0.00000000000001"),
    *("999999999999999", "-999999999999999", "99999999999.9999", "1.10", "007"),
)
VALUES = (*NUMBERS, "<5", ">95", "5-9", "12/40", "0/7", "yes", "no", "2024-02-29", "DS")
PERIODS = ("2019-20", "2021-22", "2022-23", "2023-24", "2024-02-29", "2022-07-01")
DUES = ("2022-07-01", "2024", "2026", "end of 2023", "2024-02-29", "2190", "1901")
FORMS = (
    *("{n}", "{n}%", "+{n}", "-{n}%", "at least {n}", "at most {n}%", "more than {n}"),
    *("+{n} a year", "+{n}% a year", "within {n}%", "within 0-{n}", "maintain"),
    *("maintain at least {n}", "increase", "improve", "double", "halve", "+{n}%"),
    *("close the gap by half", "close the gap by {n}%", "+0-{n} points"),
)
numbers = st.sampled_from([one.lstrip("-") for one in NUMBERS])
targets = st.builds(
    lambda form, n, due: f"{form.format(n=n)} by {due}",
    st.sampled_from(FORMS),
    numbers,
    st.sampled_from(DUES),
)
fields = st.fixed_dictionaries(
    {},
    optional={
        "unit": st.sampled_from(UNITS),
        "direction": st.sampled_from(["increase", "decrease", "maintain", "within"]),
        "baseline": st.builds(
            lambda value, period: f'"{value} in {period}"',
            st.sampled_from(VALUES),
            st.sampled_from(PERIODS),
        ),
        "tolerance": st.sampled_from(["1 point", "999999999999999", "50%"]),
        "aggregate": st.sampled_from(["sum", "weighted", "neither"]),
        "values": st.just("[low, medium, high]"),
        "breaks": st.just("{at: 2022-23, why: New}"),
        "derive": st.sampled_from(
            [f"{{how: {how}, of: [m1, m2]}}" for how in ("sum", "ratio", "share_met")]
        ),
    },
)
rows = st.fixed_dictionaries(
    {
        "measure": st.sampled_from(["m1", "m2", "m3"]),
        "period": st.sampled_from(PERIODS),
        "value": st.sampled_from(VALUES).map(lambda one: f'"{one}"'),
    },
    optional={
        "n": st.sampled_from(["0", "9", "10", "999999999"]),
        "se": st.sampled_from(["0", "1.5", "999999999999999"]),
        "site": st.sampled_from(["North", "South"]),
        "group": st.sampled_from(["A", "B"]),
        "kind": st.sampled_from(["provisional", "projected", "year_to_date"]),
    },
)
OPTIONS = (
    ("--explain",),
    ("--format", "json"),
    ("--format", "csv"),
    ("--method", "statcan", "--explain"),
    ("--method", "massachusetts", "--format", "json"),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(fields, st.lists(targets, max_size=4)), min_size=1, max_size=3),
    st.lists(rows, max_size=8),
    st.sampled_from(["2021-01-01", "2024-02-29", "2191-01-01"]),
)
@example(
    [({"direction": "increase"}, ["999999999999999 by 2022-07-01"])],
    [{"measure": "m1", "period": "2019-20", "value": "0.00000000000001"}],
    "2021-01-01",
)
def test_progress_answers_whatever_the_figures_are(
    write: Callable[[Mapping[str, str]], Path],
    measures: list[tuple[dict[str, str], list[str]]],
    observations: list[dict[str, str]],
    as_of: str,
) -> None:
    lines = ["plan: {id: lakeshore, title: Lakeshore, period: 2021-26}"]
    lines += ["groups: [A, B]", "sites: [North, South]"]
    lines += ["progress: {missing: {DS: suppressed}}", "measures:"]
    for number, (known, promised) in enumerate(measures, 1):
        lines += [f"  - id: m{number}", f"    title: Measure {number}"]
        lines += [f"    {name}: {value}" for name, value in known.items() if value]
        lines += ["    targets:", *(f'      - "{one}"' for one in promised)]
    lines.append("observations:")
    for row in observations:
        inner = ", ".join(f"{name}: {value}" for name, value in row.items())
        lines.append(f"  - {{{inner}}}")
    folder = write({"plan.yaml": "\n".join(lines) + "\n"})
    for options in OPTIONS:
        found = answer(("progress", *options, "--as-of", as_of), folder)
        assert found.status in {0, 1}, found.err
        if "json" in options:
            json.loads(found.out)
        if "csv" in options:
            widths = {len(line) for line in csv.reader(found.out.splitlines())}
            assert len(widths) == 1
