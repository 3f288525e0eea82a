"""Files to sources: bytes to text, and what a file may not be."""

from __future__ import annotations

import os
import re
from stat import S_ISDIR, S_ISLNK, S_ISREG
from typing import TYPE_CHECKING

from planctl.diagnostics import Span, declared
from planctl.source import CONTROL, LINE_BREAK, Source
from planctl.source.yaml_events import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 8 * 1024 * 1024
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF16_UNMARKED = re.compile(rb"(?:[^\0]\0){2}|(?:\0[^\0]){2}")
# What CONTROL finds in bytes, ASCII first; then what others begin with; the rest as
# text.
_ASCII_CONTROL = bytes({*range(32), 127} - set(b"\t\n\r"))
_OTHER_CONTROL = (b"\xc2", b"\xef")
_LINE_SEPARATORS = ("\u2028", "\u2029")


def read_source(root: Path, path: Path) -> Source:
    """Read one YAML file under a plan's folder.

    Args:
        root: the plan's folder, resolved.
        path: the file, below `root`.
    """
    source = read_text(root, path)
    if source.is_readable:
        read_yaml(source)
    return source


def read_text(
    root: Path, path: Path, encodings: tuple[str, ...] = ("utf-8-sig",)
) -> Source:
    """Read a file as text; what cannot be read becomes its one problem.

    Args:
        root: the plan's folder, resolved.
        path: the file, below `root`.
        encodings: tried in order; UTF-16 needs its byte order mark.
    """
    source = Source(path.relative_to(root).as_posix())
    raw = _read_bytes(source, root, path)
    if raw is None or not _decode(source, raw, encodings):
        return source
    control = (
        CONTROL.search(source.text) if _may_hold_control(raw, source.text) else None
    )
    if control:
        name = f"U+{ord(control.group()):04X}"
        source.refuse(
            declared.CONTROL_CHARACTER,
            f"the text holds the control character {name}",
            source.span_of(control.start(), control.end()),
            help="delete it; it is invisible in most editors",
        )
    return source


def _decode(source: Source, raw: bytes, encodings: tuple[str, ...]) -> bool:
    """Whether the bytes could be read in one of the encodings."""
    is_marked = raw[:2] in _UTF16_MARKS
    is_wide = is_marked or _UTF16_UNMARKED.match(raw) is not None
    for encoding in encodings:
        if is_marked is not (encoding == "utf-16") or is_wide is not is_marked:
            continue
        try:
            source.text = raw.decode(_of_a_mac(encoding, raw))
        except UnicodeDecodeError:
            continue
        return True
    if is_wide:
        remedy = _save_it(source)
        whole = source.whole()
        source.refuse(declared.NOT_UTF8, "the file is UTF-16", whole, help=remedy)
    else:
        _refuse_bytes(source, raw)
    return False


def _of_a_mac(encoding: str, raw: bytes) -> str:
    """An encoding, or what a Mac had for that of Windows where its lines end so."""
    is_old = encoding == "cp1252" and b"\r" in raw and b"\n" not in raw
    return "mac_roman" if is_old else encoding


def _save_it(source: Source) -> str:
    """How a file is saved as UTF-8 in the program that it probably comes from."""
    if source.path.lower().endswith(".csv"):
        return 'save it as "CSV UTF-8" (in Excel: Save as, File type)'
    return 'save it as "UTF-8" (in Notepad: Save as, Encoding)'


def _refuse_bytes(source: Source, raw: bytes) -> None:
    """Say which byte is not UTF-8, and what it probably was meant as."""
    offset = len(raw)
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        offset = error.start
    before = raw[:offset].decode("utf-8-sig", "replace")
    line, column = _line_and_column(before, len(before))
    byte = raw[offset : offset + 1]
    meant = byte.decode("cp1252", "replace")
    looks = f" (perhaps “{meant}”)" if meant.isprintable() and meant != "�" else ""
    source.text = raw.decode("utf-8-sig", "replace")
    source.refuse(
        declared.NOT_UTF8,
        f"the byte 0x{byte.hex()}{looks} is not UTF-8",
        Span(source.path, line, column, line, column + 1),
        help=_save_it(source),
    )


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    line, begin = 1, 0
    for match in LINE_BREAK.finditer(text, 0, offset):
        line, begin = line + 1, match.end()
    return line, offset - begin + 1


def _read_bytes(source: Source, root: Path, path: Path) -> bytes | None:
    """The bytes of a file, or none and a problem that says why."""
    reason, remedy = "", "remove it, or name it otherwise"
    try:
        found, is_inside = path.lstat(), True
        if _may_lead_away(found.st_mode):
            is_inside, found = path.resolve().is_relative_to(root), path.stat()
        if not is_inside:
            reason = "the file is a link to a place outside the plan's folder"
        elif S_ISDIR(found.st_mode):
            reason = f"{path.name} is a folder"
        elif not S_ISREG(found.st_mode):
            reason = f"{path.name} is no file: it is a pipe or a device"
        elif found.st_size > MAX_BYTES:
            size = found.st_size / 1024 / 1024
            reason = f"the file has {size:.1f} MB; a plan file has 8 at most"
            remedy = "split it into several files"
        else:
            return path.read_bytes()
    except (OSError, RuntimeError) as error:
        # RuntimeError: a loop of links, before Python 3.13
        said = getattr(error, "strerror", None) or "a link that leads to itself"
        reason = f"the file cannot be read: {said}"
        remedy = "check that it exists and that you may open it"
    source.refuse(declared.UNREADABLE_FILE, reason, source.whole(), help=remedy)
    return None


def _may_lead_away(mode: int) -> bool:
    """Whether a path may lead out of its folder: a link; Windows has others."""
    return S_ISLNK(mode) or os.name == "nt"


def _may_hold_control(raw: bytes, text: str) -> bool:
    """A quick look that lets nearly every file pass without a search of its text."""
    return (
        len(raw.translate(None, _ASCII_CONTROL)) < len(raw)
        or any(sign in raw for sign in _OTHER_CONTROL)
        or any(sign in text for sign in _LINE_SEPARATORS)
    )
