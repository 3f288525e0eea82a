"""Generated files are those that the program makes now."""

from __future__ import annotations

import runpy

import pytest

from tests.conftest import ROOT

PAGES: dict[str, str] = runpy.run_path(str(ROOT / "tools" / "make_pages.py"))["pages"]()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_generated_file_is_current(name: str) -> None:
    written = (ROOT / name).read_text("utf-8")
    assert written == PAGES[name], "run: make pages"


def test_no_schema_is_left_over() -> None:
    folder = ROOT / "schemas"
    found = {path.relative_to(ROOT).as_posix() for path in folder.rglob("*.json")}
    assert found == {name for name in PAGES if name.startswith("schemas/")}
