"""Tables of any bytes in every folder that holds tables: planctl answers."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planctl.load import TABLES
from tests.hostile.commands import ANSWERS, AS_OF, answer, findings, outside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import DataObject

LAKESHORE = Path(__file__).resolve().parents[1] / "lakeshore" / "district"
REAL = sorted(
    path.relative_to(LAKESHORE).as_posix() for path in LAKESHORE.rglob("*.csv")
)
COMMANDS = (
    ("export", *AS_OF),
    ("progress", *AS_OF),
    ("progress", "--format", "json", *AS_OF),
    ("progress", "--explain", *AS_OF),
    ("show", "absence"),
)
steadily = settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
folders = st.sampled_from(sorted(TABLES))
CELLS = st.sampled_from(
    (
        *("", "absence", "ela3", "G2", "G1", "x", "ell", "north", "ELL & swd", "all"),
        *("2023-24", "2024-25/mid-year", "as-published", "Fall", "2062", "soon"),
        *("54.5%", "<5", ">95", "12/40", "1,204", "1.204,5", "42,3", "-3", "9" * 20),
        *("1/0", "DS", "suppressed", "on track", "12/40000", "0", "1e9", "½", "9%9"),
        *("+6 points by 2025", "at least 60% for every group", "final", "projected"),
        *(
            '"',
            "'=1+1",
            "a\nb",
            "\u202etxt",
            "\x1b[31m",
            "=cmd|'/c calc'!A1",
            "é",
            "😀",
        ),
    )
)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the fictional district's plan."""
    folder = tmp_path_factory.mktemp("hostile") / "district"
    shutil.copytree(LAKESHORE, folder)
    yield folder
    for name in REAL:
        assert (folder / name).read_bytes() == (LAKESHORE / name).read_bytes()


def holds(data: DataObject, plan: Path, name: str, content: bytes) -> None:
    """With one table in a plan, validate and one other command answer."""
    path = plan / name
    before = path.read_bytes() if path.is_file() else None
    path.write_bytes(content)
    try:
        assert outside(plan, findings(plan)) == []
        command = data.draw(st.sampled_from(COMMANDS))
        assert answer(command, plan).status in ANSWERS
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)


@given(st.data(), folders, st.binary(max_size=400))
@steadily
def test_of_any_bytes(
    plan: Path, data: DataObject, folder: str, content: bytes
) -> None:
    holds(data, plan, f"{folder}/any.csv", content)


@given(st.data(), folders)
@steadily
def test_of_any_cells_below_its_columns(
    plan: Path, data: DataObject, folder: str
) -> None:
    columns = TABLES[folder].columns
    used = data.draw(st.lists(st.sampled_from(columns), unique=True, min_size=1))
    header = list(dict.fromkeys((*TABLES[folder].needed, *used)))
    delimiter = data.draw(st.sampled_from(",;\t"))
    rows = data.draw(st.lists(st.lists(CELLS, max_size=len(header) + 1), max_size=6))
    lines = [delimiter.join(row) for row in (header, *rows)]
    encoding = data.draw(st.sampled_from(("utf-8", "utf-8-sig", "utf-16")))
    holds(data, plan, f"{folder}/any.csv", "\r\n".join(lines).encode(encoding))


@given(st.data(), st.sampled_from(REAL))
@steadily
def test_with_bytes_flipped(plan: Path, data: DataObject, name: str) -> None:
    changed = bytearray((LAKESHORE / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(changed) - 1))
        changed[at] = data.draw(st.integers(0, 255))
    holds(data, plan, name, bytes(changed))
