"""Take the picture of the packet's first page that the README shows.

    python tools/make_picture.py

It needs what the tests of pages need, and gets it in the same way.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.browser import Browser  # noqa: E402 - found through the line above
from tests.browser.setup_browser import ensure  # noqa: E402 - as above

PICTURE = ROOT / "docs" / "packet.png"


def main() -> None:
    """Render the Haverhill packet and photograph the top of it."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "packet.html"
        words = ["report", str(ROOT / "examples" / "haverhill"), "--cycle", "mid-year"]
        words += ["--as-of", "2024-11-01", "--output", str(page)]
        subprocess.run([sys.executable, "-m", "planctl", *words], check=True)  # noqa: S603 - our own command
        browser = Browser(ensure(ROOT / ".cache"))
        browser.look(page, width=1000, height=1500, screenshot=PICTURE)


if __name__ == "__main__":
    main()
