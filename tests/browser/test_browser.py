"""The tests of what looks at pages: a good page passes, a bad one is caught.

Without the bad page a check that never looks would pass as well.
"""

from __future__ import annotations

import dataclasses
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.browser import fixtures, setup_browser
from tests.browser.browser import Browser, BrowserError
from tests.browser.setup_browser import BROWSER, JAVA, NODE, PACKAGES, Missing

if TYPE_CHECKING:
    from collections.abc import Callable

PHONE = 320

GOOD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'">
<title>The plan</title>
<style>
body { color: #111; background: #fff; font-family: sans-serif }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #111 } }
@media print { h2 { break-before: page } }
</style>
</head>
<body>
<main>
<h1>The plan</h1>
<p><a id="first" href="#risks" style="color: inherit">Risks</a></p>
<p>{word}</p>
<h2 id="risks">Risks</h2>
<p><a id="second" href="#owners" style="color: inherit">Owners</a></p>
<h2 id="owners">Owners</h2>
</main>
</body>
</html>
"""

BAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'; img-src http: file:">
<title>The plan</title>
</head>
<body>
<main>
<h1>The plan</h1>
<p style="color: #ccc; background: #fff">Hardly to be read</p>
<p><img src="missing.png"><img src="http://planctl.invalid/spy.png" alt=""></p>
<div style="width: 1500px">Too wide</div>
<a href="#top" style="outline: none">Not to be seen with the focus</a>
<script>document.querySelector('h1').textContent = 'taken over'</script>
</main>
</body>
</html>
"""


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """Give a page with nothing wrong."""
    return written(tmp_path / "good page.html", GOOD.replace("{word}", "Iron"))


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """Give a page with everything wrong that the machinery looks for."""
    return written(tmp_path / "bad.html", BAD)


def written(page: Path, text: str) -> Path:
    """Write a page."""
    page.write_text(text, encoding="utf-8")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_good_page_passes(
    browser: Browser, good: Path, scheme: Literal["light", "dark"]
) -> None:
    """Nothing is said against a good page, though there was much to check."""
    look = browser.look(good, width=PHONE, scheme=scheme, axe=True)
    assert [str(rule) for rule in look.violations] == []
    assert look.axe is not None
    assert "color-contrast" in look.axe.passed
    assert look.overflow == 0
    assert look.errors == ()
    assert look.requests == ()
    assert look.title == "The plan"


def test_bad_page_is_caught_by_axe(browser: Browser, bad: Path) -> None:
    """Axe finds the missing alternative text and the low contrast."""
    look = browser.look(bad, axe=True)
    broken = {rule.id: rule for rule in look.violations}
    assert {"image-alt", "color-contrast"} <= broken.keys()
    assert "missing.png" in str(broken["image-alt"])


def test_overflow_is_measured_in_pixels(browser: Browser, bad: Path) -> None:
    """The overflow is of the viewport asked for."""
    narrow, wide = (browser.look(bad, width=width) for width in (PHONE, 1600))
    # The body's margin of 8 px comes before the 1500 px.
    assert narrow.overflow == 1508 - PHONE
    assert wide.overflow == 0


def test_requests_and_errors_are_caught(browser: Browser, bad: Path) -> None:
    """A request to the network and a file that is not there are both seen."""
    look = browser.look(bad)
    assert look.requests == ("http://planctl.invalid/spy.png",)
    assert any("ERR_FILE_NOT_FOUND" in error for error in look.errors)


def test_policy_is_seen_at_work(browser: Browser, bad: Path) -> None:
    """With scripts on, what the page's policy stops is an error."""
    look = browser.look(bad, scripts=True, texts=["h1"])
    assert any("Content Security Policy" in error for error in look.errors)
    assert look.texts["h1"] == ("The plan",)


def test_scripts_run_only_when_asked(browser: Browser, tmp_path: Path) -> None:
    """A page's own script is off unless asked for, and its errors are seen."""
    script = "document.title = 'on'; alert('hey'); console.error('oh'); no()"
    html = f"<title>off</title><script>{script}</script>"
    page = written(tmp_path / "script.html", html)
    off, on = browser.look(page), browser.look(page, scripts=True)
    assert (off.title, off.errors) == ("off", ())
    assert on.title == "on"
    assert on.errors[:2] == ("dialog: hey", "oh")
    assert "no is not defined" in on.errors[2]


def test_nu_checker(browser: Browser, good: Path, bad: Path) -> None:
    """The Nu Html Checker passes the good page and names the bad one's fault."""
    assert browser.vnu([good]) == []
    errors = browser.vnu([good, bad])
    assert any("alt" in error and "bad.html:13:" in error for error in errors)


def test_focus_follows_tab(browser: Browser, good: Path, bad: Path) -> None:
    """Tab goes from link to link, and whether that can be seen is told."""
    first, second = browser.look(good, tabs=2).focus
    assert (first.tag, first.id, first.href) == ("a", "first", "#risks")
    assert (second.id, second.text, second.marked) == ("second", "Owners", True)
    assert not browser.look(bad, tabs=1).focus[0].marked


def test_texts_are_by_selector(browser: Browser, good: Path) -> None:
    """Every element of a selector gives its text, in the page's order."""
    look = browser.look(good, texts=["h2", "table"])
    assert look.texts == {"h2": ("Risks", "Owners"), "table": ()}


def test_styles_are_those_that_are_seen(browser: Browser, good: Path) -> None:
    """Each value of a property is given once, as the browser computed it."""
    look = browser.look(good, styles=["color", "font-size"])
    assert look.styles["color"] == ("rgb(17, 17, 17)",)
    assert look.styles["font-size"] == ("16px", "24px", "32px")


def test_what_is_scrolled_is_measured(browser: Browser, tmp_path: Path) -> None:
    """What is wider than the region that it scrolls in is told in pixels."""
    wide = '<div style="overflow-x:auto;width:300px"><p style="width:350px">x</div>'
    page = written(tmp_path / "page.html", GOOD.replace("{word}", wide))
    assert browser.look(page).scrolled == 50


def test_screenshot_has_the_size_asked(
    browser: Browser, good: Path, tmp_path: Path
) -> None:
    """The PNG has the viewport's pixels times the scale."""
    shot = tmp_path / "shot.png"
    browser.look(good, width=400, height=100, scale=2, screenshot=shot)
    assert png_size(shot) == (800, 200)
    browser.look(good, width=400, height=100, screenshot=shot, full_page=True)
    width, height = png_size(shot)
    assert width == 400
    assert height > 100


def png_size(image: Path) -> tuple[int, int]:
    """Read the width and height of a PNG."""
    data = image.read_bytes()
    assert data.startswith(b"\x89PNG\r\n")
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def test_pages_have_a_font(browser: Browser, tmp_path: Path) -> None:
    """Different letters are drawn differently: neither as nothing nor as boxes."""
    drawn = []
    for word in ("IIII", "WWWW", "    "):
        page = written(tmp_path / "page.html", GOOD.replace("{word}", word))
        shot = tmp_path / "shot.png"
        browser.look(page, screenshot=shot)
        drawn.append(shot.read_bytes())
    assert len(set(drawn)) == len(drawn)


def test_colour_scheme_is_drawn(browser: Browser, good: Path, tmp_path: Path) -> None:
    """The dark scheme looks other than the light one."""
    light, dark = tmp_path / "light.png", tmp_path / "dark.png"
    browser.look(good, scheme="light", screenshot=light)
    browser.look(good, scheme="dark", screenshot=dark)
    assert light.read_bytes() != dark.read_bytes()


def test_pdf_pages_are_counted(browser: Browser, good: Path, tmp_path: Path) -> None:
    """The page breaks of print are in the count, on Letter."""
    pdf = tmp_path / "page.pdf"
    assert browser.look(good, pdf=pdf).pdf_pages == 3
    assert b"/MediaBox [0 0 612 792]" in pdf.read_bytes()


def test_several_pages_in_one_go(browser: Browser, good: Path, bad: Path) -> None:
    """Looks come in the order of the pages."""
    looks = browser.look_all([bad, good], width=PHONE)
    assert [look.overflow > 0 for look in looks] == [True, False]
    with pytest.raises(ValueError, match="overwrite"):
        browser.look_all([bad, good], pdf=good)


def test_no_look_passes_that_was_none(browser: Browser, tmp_path: Path) -> None:
    """A page that is not there, or a check not asked for, is an error."""
    nowhere = tmp_path / "nowhere.html"
    with pytest.raises(FileNotFoundError):
        browser.look(nowhere)
    with pytest.raises(FileNotFoundError):
        browser.vnu([nowhere])
    with pytest.raises(ValueError, match="no page"):
        browser.vnu([])


def test_violations_need_axe(browser: Browser, good: Path) -> None:
    """Where axe did not run there is no empty list of violations."""
    with pytest.raises(BrowserError, match="axe=True"):
        _ = browser.look(good).violations


def test_nothing_is_left_behind(browser: Browser, good: Path, tmp_path: Path) -> None:
    """A look leaves no profile of the browser in the scratch folder."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    mine = Browser(dataclasses.replace(browser.tools, scratch=scratch))
    assert mine.look(good).title == "The plan"
    assert mine.vnu([good]) == []
    assert list(scratch.iterdir()) == []


def test_second_setup_changes_nothing(browser: Browser) -> None:
    """What is installed is found again."""
    assert setup_browser.ensure() == browser.tools


@pytest.mark.parametrize(
    ("find", "named"),
    [(setup_browser.find_node, NODE), (setup_browser.find_java, JAVA)],
)
def test_missing_program_is_named(
    monkeypatch: pytest.MonkeyPatch, find: Callable[[], object], named: str
) -> None:
    """With neither PATH nor a wheel, the sentence says what is missing."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(setup_browser, "package_folder", lambda _name: None)
    with pytest.raises(Missing, match=f"missing: {named}: PATH has none") as caught:
        find()
    assert caught.value.name == named


def test_unusable_chrome_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A $CHROME that is not there is not passed over in silence."""
    monkeypatch.setenv("CHROME", "/nowhere/chrome")
    with pytest.raises(Missing, match="nowhere/chrome"):
        setup_browser.find_browser()


def test_no_browser_on_another_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where none is installed and none can be unpacked, that is said at once."""
    monkeypatch.setattr(setup_browser, "find_browser", lambda: None)
    monkeypatch.setattr(setup_browser, "can_unpack", lambda: False)
    monkeypatch.setattr(setup_browser, "find_node", lambda: (Path("node"), ["npm"]))
    monkeypatch.setattr(setup_browser, "find_java", lambda: Path("java"))
    with pytest.raises(Missing, match="missing: a browser: neither"):
        setup_browser.ensure(tmp_path)


def test_failed_install_leaves_nothing(tmp_path: Path) -> None:
    """An npm that fails is named, and no half of a folder stays."""
    with pytest.raises(Missing, match=f"missing: {PACKAGES}: .*nowhere"):
        setup_browser.install_packages(tmp_path, ["/nowhere/npm"])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("v20.20.2", 20),
        ('openjdk version "17.0.15" 2025-04-15', 17),
        ('Picked up an option\njava version "1.8.0_202"', 1),
        ("no such command", 0),
    ],
)
def test_version_is_read(said: str, number: int) -> None:
    """The first number counts, and what says none counts as none."""
    command = [sys.executable, "-c", "import sys; print(sys.argv[1])", said]
    assert setup_browser.major(command) == number


def test_version_of_what_cannot_run() -> None:
    """What does not start has no version."""
    assert setup_browser.major(["/nowhere/node", "--version"]) == 0


def test_missing_is_a_skip_or_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """PLANCTL_NO_SKIP=1 makes a failure of what is a skip elsewhere."""
    missing = Missing(BROWSER)
    monkeypatch.delenv("PLANCTL_NO_SKIP", raising=False)
    with pytest.raises(pytest.skip.Exception, match="missing: a browser"):
        fixtures.do_without(missing)
    monkeypatch.setenv("PLANCTL_NO_SKIP", "1")
    with pytest.raises(pytest.fail.Exception, match="missing: a browser"):
        fixtures.do_without(missing)
