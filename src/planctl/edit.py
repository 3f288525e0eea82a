"""Files written whole or not at all."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import time
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING

from planctl.errors import CannotWriteError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DEFAULT_MODE = 0o666
# Seconds; together they are no wait that is noticed.
_PAUSES = (0.05, 0.1, 0.2)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file: a temporary one beside it, flushed, then put in its place.

    A link is followed; the mode of a former file is kept, and its content as well
    where anything fails.

    Raises:
        CannotWriteError: the file could not be written.
    """
    copy_whole(path, BytesIO(data))


def copy_whole(path: Path, source: IO[bytes]) -> None:
    """Write what is left to read of a source into a file, as `write_whole` does.

    Raises:
        CannotWriteError: the file could not be written.
    """
    with _told(path):
        if is_device(path):
            with path.open("wb") as device:
                shutil.copyfileobj(source, device)
            return
        real = Path(os.path.realpath(path))
        _place(_write_beside(real, source), real)


def write_together(files: Mapping[Path, bytes]) -> None:
    """Write several files as `write_whole` does, once there is room for all of them.

    Raises:
        CannotWriteError: one of them could not be written.
    """
    waiting: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            with _told(path):
                real = Path(os.path.realpath(path))
                waiting[path] = _write_beside(real, BytesIO(data))
        for path in files:
            with _told(path):
                _place(waiting.pop(path), Path(os.path.realpath(path)))
    finally:
        for temporary in waiting.values():
            _discard(temporary)


def is_device(path: Path) -> bool:
    """Whether a path is a device or a pipe: written to, never replaced."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say in our words why a file could not be written."""
    try:
        yield
    except OSError as error:
        reason = _reason(path, error)
        if isinstance(error, PermissionError):
            reason = f"{reason}; is it open in another program, or read-only?"
        raise CannotWriteError(f"{path} could not be written: {reason}") from error


def make_folder(folder: Path, *, parents: bool = True) -> None:
    """Make a folder, and those above it unless `parents` is false.

    Raises:
        CannotWriteError: it could not be made.
    """
    try:
        folder.mkdir(parents=parents, exist_ok=True)
    except OSError as error:
        reason = _reason(folder, error)
        raise CannotWriteError(f"{folder} could not be made: {reason}") from error


def _reason(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"there is no folder {path.parent}"
    return error.strerror or type(error).__name__


def _write_beside(path: Path, source: IO[bytes]) -> Path:
    """Write into a new file beside a path, with the mode that it is to have."""
    if path.is_dir():
        raise IsADirectoryError(21, "it is a folder")
    handle, name = tempfile.mkstemp(
        dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp"
    )
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            shutil.copyfileobj(source, file)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(path))
    except BaseException:
        _discard(temporary)
        raise
    return temporary


def _place(temporary: Path, path: Path) -> None:
    try:
        _replace(temporary, path)
    except BaseException:
        _discard(temporary)
        raise


def _replace(temporary: Path, path: Path) -> None:
    """Put a file in another's place, also where something looks at that for a moment.

    On Windows, what scans for viruses or copies to a cloud holds a file meanwhile.
    """
    for pause in _PAUSES:
        try:
            temporary.replace(path)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    temporary.replace(path)


def _discard(temporary: Path) -> None:
    """Remove a temporary file; Windows removes none that is read-only."""
    with suppress(FileNotFoundError):
        temporary.chmod(stat.S_IRUSR | stat.S_IWUSR)
        temporary.unlink()


def _mode(path: Path) -> int:
    """The mode of the former file, else what a new file gets."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return _DEFAULT_MODE & ~mask
