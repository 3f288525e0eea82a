"""A real browser and the Nu Html Checker, for tests to look at pages with."""

from __future__ import annotations

import json
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypedDict, Unpack

from tests.browser.setup_browser import HERE, Tools

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SECONDS_TO_START = 60
SECONDS_A_PAGE = 60


class BrowserError(RuntimeError):
    """The browser or the checker itself failed, whatever the page."""


class Options(TypedDict, total=False):
    """How to look at a page; what is left out is as in `DEFAULTS`."""

    width: int
    """Of the viewport, in CSS pixels."""
    height: int
    scheme: Literal["light", "dark"]
    axe: bool
    """Run axe-core: WCAG 2.2 A and AA and best practice."""
    screenshot: Path | None
    """Where to put a PNG, taken after any `tabs`, so that it shows the focus."""
    full_page: bool
    """Whether the screenshot is of the whole page, not of the viewport."""
    scale: float
    """Device pixels for each CSS pixel."""
    pdf: Path | None
    """Where to print the page, on Letter unless its own ``@page`` says."""
    texts: Sequence[str]
    """Selectors of the elements whose text to give."""
    styles: Sequence[str]
    """Properties whose different values to give, of text and of drawings."""
    tabs: int
    """How often to press Tab."""
    scripts: bool
    """Run the page's own scripts; with this a policy's refusals are errors."""


DEFAULTS: Options = {
    "width": 1280,
    "height": 900,
    "scheme": "light",
    "axe": False,
    "screenshot": None,
    "full_page": False,
    "scale": 1,
    "pdf": None,
    "texts": (),
    "styles": (),
    "tabs": 0,
    "scripts": False,
}


@dataclass(frozen=True)
class Rule:
    """An axe rule that a page breaks, and where."""

    id: str
    impact: str
    help: str
    targets: tuple[str, ...]
    html: tuple[str, ...]

    def __str__(self) -> str:
        """Say it in one line, with the first place."""
        place = f"{self.targets[0]}: {self.html[0][:100]}" if self.targets else ""
        return f"{self.impact} {self.id}: {self.help} ({len(self.targets)}) {place}"


@dataclass(frozen=True)
class Axe:
    """What axe-core found on a page."""

    violations: tuple[Rule, ...]
    incomplete: tuple[Rule, ...]
    """Rules that axe could not decide, mostly contrast over a picture."""
    passed: tuple[str, ...]
    """The rules that had something to check and found it good."""


@dataclass(frozen=True)
class Focus:
    """The element that has the focus after one press of Tab."""

    tag: str
    id: str
    href: str
    text: str
    marked: bool
    """Whether an outline or a shadow shows that it has the focus."""


@dataclass(frozen=True)
class Look:
    """What one look at a page saw."""

    page: Path
    title: str
    requests: tuple[str, ...]
    """Addresses asked for that are neither files nor data."""
    errors: tuple[str, ...]
    """Errors on the console: of scripts, of loading, of the page's policy."""
    overflow: int
    """By how many CSS pixels the page is wider than the viewport."""
    texts: Mapping[str, tuple[str, ...]]
    styles: Mapping[str, tuple[str, ...]]
    scrolled: int
    """By how many CSS pixels the widest content goes beyond what it scrolls in."""
    focus: tuple[Focus, ...]
    pdf_pages: int | None
    axe: Axe | None

    @property
    def violations(self) -> tuple[Rule, ...]:
        """What axe found against the page; an error where axe did not run."""
        if self.axe is None:
            message = "this look was without axe=True"
            raise BrowserError(message)
        return self.axe.violations


@dataclass(frozen=True)
class Browser:
    """Looks at pages with the tools that `ensure` found."""

    tools: Tools

    def look(self, page: Path, **options: Unpack[Options]) -> Look:
        """Open a page offline in a new window and say what is to be seen."""
        return self.look_all([page], **options)[0]

    def look_all(self, pages: Sequence[Path], **options: Unpack[Options]) -> list[Look]:
        """Look at several pages in the same way: one browser, so much faster.

        A path in the options (screenshot, pdf) can be for one page only.
        """
        asked: Options = {**DEFAULTS, **options}
        if len(pages) > 1 and (asked["screenshot"] or asked["pdf"]):
            message = "a screenshot or PDF of several pages would overwrite itself"
            raise ValueError(message)
        looks = [{**asked, "url": existing(page).as_uri()} for page in pages]
        results = self._browse(looks)
        return [seen(page, result) for page, result in zip(pages, results, strict=True)]

    def vnu(self, pages: Sequence[Path]) -> list[str]:
        """Give the errors of the Nu Html Checker, each with file and line."""
        if not pages:
            message = "no page to check"
            raise ValueError(message)
        # Java would leave a folder in /tmp.
        options = ["-XX:-UsePerfData", f"-Djava.io.tmpdir={self.tools.scratch}"]
        check = ["--errors-only", "--also-check-svg", "--format", "json", "--stdout"]
        files = [str(existing(page)) for page in pages]
        jar = str(self.tools.vnu)
        command = [str(self.tools.java), *options, "-jar", jar, *check, *files]
        said = self._run(command, "", len(pages), good=(0, 1))
        return [complaint(message) for message in parse(said)["messages"]]

    def _browse(self, looks: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        tools = self.tools
        job = {
            "modules": tools.modules,
            "chrome": tools.chrome,
            "libraries": tools.libraries,
            "looks": looks,
        }
        command = [str(tools.node), str(HERE / "browse.mjs")]
        said = self._run(command, json.dumps(job, default=str), len(looks))
        results: list[dict[str, Any]] = parse(said)
        return results

    def _run(
        self,
        command: Sequence[str],
        fed: str,
        pages: int,
        good: Sequence[int] = (0,),
    ) -> str:
        # A folder for each run: now and then the browser leaves a file behind.
        with tempfile.TemporaryDirectory(
            dir=self.tools.scratch, ignore_cleanup_errors=True
        ) as scratch:
            done = subprocess.run(
                command,
                input=fed,
                capture_output=True,
                check=False,
                encoding="utf-8",
                env=self.tools.environment(Path(scratch)),
                timeout=SECONDS_TO_START + SECONDS_A_PAGE * pages,
            )
        if done.returncode not in good:
            message = f"{command[0]} ended with {done.returncode}: {done.stderr}"
            raise BrowserError(message)
        return done.stdout


def existing(page: Path) -> Path:
    """Give a page's absolute path; a page that is not there would pass as good."""
    return page.resolve(strict=True)


def parse(said: str) -> Any:  # noqa: ANN401 - JSON of any shape
    """Read a program's answer."""
    try:
        return json.loads(said)
    except ValueError as error:
        message = f"not JSON: {said[:500]!r}"
        raise BrowserError(message) from error


def complaint(message: Mapping[str, Any]) -> str:
    """Say one message of the Nu Html Checker in one line."""
    place = f"{message.get('url', '')}:{message.get('lastLine', '')}"
    return f"{place}: {message['message']} {message.get('extract', '')!r}"


def seen(page: Path, result: Mapping[str, Any]) -> Look:
    """Make a `Look` of what browse.mjs answered."""
    axe = result["axe"]
    return Look(
        page=page,
        title=result["title"],
        requests=tuple(result["requests"]),
        errors=tuple(result["errors"]),
        overflow=result["overflow"],
        texts={key: tuple(texts) for key, texts in result["texts"].items()},
        styles={key: tuple(values) for key, values in result["styles"].items()},
        scrolled=result["scrolled"],
        focus=tuple(Focus(**focus) for focus in result["focus"]),
        pdf_pages=result["pdf_pages"],
        axe=judged(axe) if axe else None,
    )


def judged(axe: Mapping[str, Any]) -> Axe:
    """Make an `Axe` of what browse.mjs answered."""
    return Axe(
        violations=tuple(map(rule, axe["violations"])),
        incomplete=tuple(map(rule, axe["incomplete"])),
        passed=tuple(axe["passed"]),
    )


def rule(found: Mapping[str, Any]) -> Rule:
    """Make a `Rule` of what browse.mjs answered."""
    targets, html = tuple(found["targets"]), tuple(found["html"])
    return Rule(found["id"], found["impact"], found["help"], targets, html)
