"""`--baseline FILE` and `--write-baseline`: the file, read and written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.check.baseline import Baseline, Entry, read_baseline
from planctl.errors import NothingToReadError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from planctl.cli.examine import Examined


class BaselineFile:
    """A baseline and its file; without a file it accepts nothing.

    Raises:
        UsageError: it is to be written and no file is named, or it is no baseline.
        NothingToReadError: it is only read, and there is none.
    """

    def __init__(self, path: Path | None, *, is_written: bool) -> None:
        if is_written and path is None:
            raise UsageError("name the file: --baseline FILE --write-baseline")
        self._path = path if is_written else None
        self.accepted = _read(path, may_lack=is_written) if path else Baseline()
        self._names: set[str] = set()
        self._entries: list[Entry] = []

    @property
    def is_written(self) -> bool:
        """Whether it is to be written."""
        return self._path is not None

    def add(self, examined: Examined) -> None:
        """Take in what was found in a plan."""
        if self.is_written:
            self._names.add(examined.name)
            self._entries += examined.entries

    def write(self) -> str:
        """Write it, with the entries of plans that were not looked at; say so.

        Raises:
            CannotWriteError: the file could not be written.
        """
        from planctl.edit import write_whole
        from planctl.render.baseline import render_baseline
        from planctl.report.wording import count

        if self._path is None:
            return ""
        kept = [
            entry
            for name, entries in self.accepted.plans.items()
            for entry in entries.values()
            if name not in self._names
        ]
        text = render_baseline([*self._entries, *kept])
        write_whole(self._path, text.encode("utf-8", "backslashreplace"))
        number = len({*self._entries, *kept})
        return f"{self._path}: {count(number, 'finding')} accepted"


def _read(path: Path, *, may_lack: bool) -> Baseline:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        if may_lack:
            return Baseline()
        raise NothingToReadError(
            f"there is no file {path}; --write-baseline makes it"
        ) from None
    except OSError as error:
        raise NothingToReadError(
            f"{path} could not be read: {error.strerror}"
        ) from error
    return read_baseline(data.decode("utf-8-sig", "replace"), str(path))
