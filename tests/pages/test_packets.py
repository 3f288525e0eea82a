"""Packets in a real browser: accessible, self-contained, readable on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from planctl.check import check_plan
from planctl.render.environment import render_html
from planctl.report.packet import build_packet
from tests.conftest import AS_OF, EXAMPLES, ROOT
from tests.pages.plans import PLANS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.browser import Browser


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The packets of all examples, and of plans that lack something or are hostile."""
    folder = tmp_path_factory.mktemp("pages")
    found = {}
    for path in sorted(EXAMPLES.glob("*/plan.yaml")):
        found[path.parent.name] = path.parent
    found["lakeshore"] = ROOT / "tests" / "lakeshore" / "district"
    for name, text in PLANS.items():
        (folder / name).mkdir()
        (folder / name / "plan.yaml").write_text(text, "utf-8")
        found[name] = folder / name
    made = {}
    for name, plan in found.items():
        page = folder / f"{name}.html"
        packet = build_packet(check_plan(plan, AS_OF, stand_at_cycle=True))
        page.write_text(render_html(packet), "utf-8")
        made[name] = page
    return made


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_nothing_overflows(
    pages: dict[str, Path],
    browser: Browser,
    width: int,
    scheme: Literal["light", "dark"],
) -> None:
    looks = browser.look_all(list(pages.values()), width=width, scheme=scheme, axe=True)
    for look in looks:
        assert look.violations == (), look.page
        assert look.requests == (), look.page
        assert look.errors == (), look.page
        assert look.overflow == 0, look.page


def test_the_nu_checker_finds_no_error(
    pages: dict[str, Path], browser: Browser
) -> None:
    assert browser.vnu(list(pages.values())) == []


def test_the_first_key_leads_to_the_report(
    pages: dict[str, Path], browser: Browser
) -> None:
    look = browser.look(pages["haverhill"], tabs=2)
    assert "Skip to the report" in str(look.focus[0])


def test_hostile_text_runs_nothing(pages: dict[str, Path], browser: Browser) -> None:
    look = browser.look(pages["hostile"], scripts=True)
    assert look.errors == ()
    assert look.requests == ()


def test_the_summary_of_haverhill_fits_on_one_printed_page(
    pages: dict[str, Path], browser: Browser, tmp_path: Path
) -> None:
    text = pages["haverhill"].read_text("utf-8")
    begin = text.index("</section>", text.index('class="first"'))
    alone = tmp_path / "first.html"
    alone.write_text(f"{text[:begin]}</section></main></body></html>", "utf-8")
    look = browser.look(alone, pdf=tmp_path / "first.pdf")
    assert look.pdf_pages == 1
