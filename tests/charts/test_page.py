"""A page of charts in a real browser."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import pytest

from planctl.render.chart import draw_chart
from tests.charts.cases import CASES
from tests.charts.reading import read, texts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.browser import Browser

HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'">
<title>Charts</title>
<style>svg { display: block; width: 100%; max-width: 26rem; height: auto }</style>
</head>
<body>
<main>
<h1>Charts</h1>
"""
SCRIPT = """<pre></pre>
<script>
document.querySelector('pre').textContent = JSON.stringify(
  [...document.querySelectorAll('svg text')].map((one) => one.getComputedTextLength()));
</script>
"""


def write_page(folder: Path, *, script: str = "") -> Path:
    """Write a page with a chart for each case."""
    charts = [draw_chart(replace(CASES[name], id=f"chart-{name}")) for name in CASES]
    head = HEAD.replace(
        "'none';", "'none'; script-src 'unsafe-inline';" if script else "'none';"
    )
    page = folder / "charts.html"
    page.write_text(f"{head}{''.join(charts)}</main>{script}</body></html>", "utf-8")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_nothing_is_fetched(
    tmp_path: Path, browser: Browser, width: int, scheme: Literal["light", "dark"]
) -> None:
    look = browser.look(write_page(tmp_path), width=width, scheme=scheme, axe=True)
    assert look.violations == ()
    assert look.requests == ()
    assert look.errors == ()
    assert look.overflow == 0


def test_the_nu_checker_finds_no_error(tmp_path: Path, browser: Browser) -> None:
    assert browser.vnu([write_page(tmp_path)]) == []


def test_no_text_is_wider_than_the_room_kept_for_it(
    tmp_path: Path, browser: Browser
) -> None:
    page = write_page(tmp_path, script=SCRIPT)
    look = browser.look(page, scripts=True, texts=["pre"])
    measured = json.loads(look.texts["pre"][0])
    kept = [
        text
        for name in CASES
        for text in texts(read(draw_chart(replace(CASES[name], id="chart"))))
    ]
    assert len(measured) == len(kept) > 100
    for wide, text in zip(measured, kept, strict=True):
        assert wide <= text.box.right - text.box.left + 0.5, text
