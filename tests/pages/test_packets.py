"""Packets in a real browser: accessible, self-contained, readable on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from planctl.check import check_plan
from planctl.render.environment import render_html
from planctl.report.packet import build_packet, find_focus, on_one_page
from tests.conftest import AS_OF, EXAMPLES, ROOT
from tests.pages.plans import PLANS
from tests.pages.reading import read_page

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.browser import Browser


SIZES = 3
COLOURS = 5
MOST_PAGES = {"haverhill": 23, "hartford": 32, "east-hartford": 7, "lakeshore": 9}


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
    packets = {}
    for name, plan in found.items():
        checked = check_plan(plan, AS_OF, stand_at_cycle=True)
        packets[name] = build_packet(checked)
        packets[f"{name}-summary"] = on_one_page(packets[name])
        if name == "haverhill":
            focus = find_focus(checked.plan, owner="SACs")
            packets["for-an-owner"] = build_packet(checked, focus=focus)
    made = {}
    for name, packet in packets.items():
        made[name] = folder / f"{name}.html"
        made[name].write_text(render_html(packet), "utf-8")
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
        assert look.scrolled == 0, look.page


def test_the_nu_checker_finds_no_error(
    pages: dict[str, Path], browser: Browser
) -> None:
    assert browser.vnu(list(pages.values())) == []


def test_keys_go_through_a_packet_in_the_order_in_which_it_reads(
    pages: dict[str, Path], browser: Browser
) -> None:
    page = pages["haverhill"]
    stops = read_page(page.read_text("utf-8")).stops
    focus = browser.look(page, tabs=len(stops)).focus
    assert [one.href or one.text for one in focus] == stops
    assert focus[0].text == "Skip to the report"
    assert all(one.marked for one in focus)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_has_three_sizes_of_type_and_five_colours_on_its_paper(
    pages: dict[str, Path], browser: Browser, scheme: Literal["light", "dark"]
) -> None:
    wanted = ["fontSize", "color", "fill", "backgroundColor"]
    for look in browser.look_all(list(pages.values()), scheme=scheme, styles=wanted):
        assert len(look.styles["fontSize"]) <= SIZES, look.page
        # A tint of the grey is no colour of its own; black is what no SVG asks for.
        used = {*look.styles["color"], *look.styles["fill"]} - {"rgb(0, 0, 0)", "none"}
        assert len([one for one in used if "rgba" not in one]) <= COLOURS, look.page
        assert look.styles["backgroundColor"] == ("rgba(0, 0, 0, 0)",), look.page


def test_hostile_text_runs_nothing(pages: dict[str, Path], browser: Browser) -> None:
    look = browser.look(pages["hostile"], scripts=True)
    assert look.errors == ()
    assert look.requests == ()


def test_a_summary_prints_on_one_page(
    pages: dict[str, Path], browser: Browser, tmp_path: Path
) -> None:
    summaries = [name for name in pages if name.endswith("-summary")]
    assert summaries
    for name in summaries:
        look = browser.look(pages[name], pdf=tmp_path / "summary.pdf")
        # A title of 3,000 letters needs more paper.
        assert look.pdf_pages == 1 or name == "hostile-summary", name


def test_packets_do_not_waste_paper(
    pages: dict[str, Path], browser: Browser, tmp_path: Path
) -> None:
    for name, most in MOST_PAGES.items():
        look = browser.look(pages[name], pdf=tmp_path / "packet.pdf")
        assert look.pdf_pages is not None
        assert look.pdf_pages <= most, name
