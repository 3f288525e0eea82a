"""`--format FORMAT[=FILE]`, which may be given several times."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from planctl.cli.command import put
from planctl.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

# A format, and the file that it goes to where that is not stdout.
Named = tuple[str, Path | None]
# GitHub reads its commands from the log, in which people read the text.
_SHARE_STDOUT = {"text", "github"}


def put_form(name: str, text: str, output: Path | None) -> None:
    """Put a text in a format where it belongs.

    A table in a file begins with the mark by which Excel knows UTF-8.

    Raises:
        CannotWriteError: it could not be written.
    """
    mark = "\ufeff" if name == "csv" and output is not None else ""
    put(mark + text, output)


def read_formats(texts: Sequence[str], known: Collection[str]) -> list[Named]:
    """Read `FORMAT` or `FORMAT=FILE`, several times.

    Raises:
        UsageError: a format is not known, or two would go to one place.
    """
    read: list[Named] = []
    for text in texts:
        name, _, file = text.partition("=")
        if name not in known:
            raise UsageError(f"no format {name}: it is one of {', '.join(known)}")
        read.append((name, Path(file) if file and file != "-" else None))
    shown = [name for name, file in read if file is None]
    if len(shown) > 1 and sorted(shown) != sorted(_SHARE_STDOUT):
        raise UsageError("two formats for stdout: give one a file, --format json=FILE")
    files = [file.absolute() for _, file in read if file is not None]
    if len(set(files)) < len(files):
        raise UsageError("two formats for one file: give each its own")
    return read
