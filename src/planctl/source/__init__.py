"""Bytes to plain data, with the place of every key and value.

Every value is text, a list, a mapping or absent: nothing is typed here.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from stat import S_ISDIR, S_ISLNK, S_ISREG
from typing import TYPE_CHECKING, Protocol

from planctl.diagnostics import Check, Diagnostic, Related, Span, declared

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Value = str | list["Value"] | dict[str, "Value"] | None

MAX_BYTES = 8 * 1024 * 1024
# What YAML or a terminal would act on. The last six are line breaks or byte order
# marks to some programs and not to others, so lines could not be counted.
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF16_UNMARKED = re.compile(rb"(?:[^\0]\0){2}|(?:\0[^\0]){2}")
LINE_BREAK = re.compile(r"\r\n|\r|\n")
# The same in bytes, ASCII first; then what others begin with; the rest as text.
_ASCII_CONTROL = bytes({*range(32), 127} - set(b"\t\n\r"))
_OTHER_CONTROL = (b"\xc2", b"\xef")
_LINE_SEPARATORS = ("\u2028", "\u2029")


class Mark(Protocol):
    """A point in a text: `line` and `column` from 0, `index` in code points."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""

    @property
    def index(self) -> int:
        """The offset from the beginning."""


Place = tuple[Mark | None, Mark, Mark | None]
"""Where a key begins (none in a list), and where its value begins and ends.

The end is absent for a list or mapping.
"""


@dataclass(frozen=True, slots=True)
class Remark:
    """A `# planctl:` comment: its text, and the lines it speaks of."""

    text: str
    span: Span
    first_line: int
    last_line: int


@dataclass(slots=True)
class Source:
    """One file: its text, its data, and where everything stands.

    `places` is keyed by `id()` of the lists and mappings in `data`, which live as
    long as this object; then by key or position. `told` are the lines, and the lines
    with columns, of which something was said; `lost` what stands under a key for the
    second time; `filled` the entries of lists, by the
    list's `id()`, that are not empty.
    """

    path: str
    text: str = ""
    data: Value = None
    places: dict[int, dict[str, Place] | list[Place]] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    remarks: tuple[Remark, ...] = ()
    is_readable: bool = True
    told: set[tuple[int, int | None]] = field(default_factory=set)
    lost: list[Value] = field(default_factory=list)
    filled: dict[int, Sequence[int]] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list, repr=False, compare=False)

    @property
    def line_starts(self) -> list[int]:
        """The offset in the text at which each line begins."""
        if not self._starts:
            breaks = LINE_BREAK.finditer(self.text)
            self._starts = [0, *(found.end() for found in breaks)]
        return self._starts

    def span_of(self, start: int, end: int) -> Span:
        """The span between two offsets of the text."""
        line, end_line = (bisect_right(self.line_starts, at) for at in (start, end))
        column = start - self.line_starts[line - 1] + 1
        end_column = end - self.line_starts[end_line - 1] + 1
        return Span(self.path, line, column, end_line, end_column)

    def place(self, container: Value, key: str | int) -> Place | None:
        """Where `container[key]` stands, if the file says so."""
        places = self.places.get(id(container))
        if isinstance(places, dict):
            return places.get(str(key))
        if places is not None and isinstance(key, int) and key < len(places):
            return places[key]
        return None

    def position(self, entries: list[Value], place: int) -> int:
        """Where an entry of a record's list stands in the file's list.

        A file may have empty entries, a record has none.
        """
        filled = self.filled.get(id(entries))
        if filled is None:
            filled = range(len(entries))
            if None in entries or "" in entries:
                pairs = enumerate(entries)
                filled = [n for n, one in pairs if one is not None and one != ""]
            self.filled[id(entries)] = filled
        return filled[place] if place < len(filled) else place

    def value_span(self, container: Value, key: str | int) -> Span:
        """The span of a value; of its key where it is a list, mapping or absent."""
        place = self.place(container, key)
        if place is None:
            return self.whole()
        mark, start, end = place
        if end is None or end.index == start.index:
            return (
                self.span_at(start) if mark is None else self.key_span(container, key)
            )
        return self.span(start, end)

    def key_span(self, container: Value, key: str | int) -> Span:
        """The span of a key in a mapping."""
        place = self.place(container, key)
        if place is None or place[0] is None:
            return self.whole() if place is None else self.span_at(place[1])
        return self.key_at(place[0], str(key))

    def key_at(self, mark: Mark, key: str) -> Span:
        """The span of a key that begins at a mark; it ends with the line at most."""
        line, column = mark.line + 1, mark.column + 1
        cut = LINE_BREAK.search(self.text, mark.index, mark.index + len(key))
        length = cut.start() - mark.index if cut else len(key)
        return Span(self.path, line, column, line, column + max(length, 1))

    def span(self, start: Mark, end: Mark) -> Span:
        """The span between two marks."""
        return Span(
            self.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1
        )

    def span_at(self, mark: Mark) -> Span:
        """A span of one character."""
        line, column = mark.line + 1, mark.column + 1
        return Span(self.path, line, column, line, column + 1)

    def whole(self) -> Span:
        """The file as such: its first character."""
        return Span(self.path, 1, 1, 1, 1)

    def has_problem(self, line: int, column: int | None = None) -> bool:
        """Whether something was already said of a line, or of a place in it."""
        return (line, column) in self.told

    def report(  # noqa: PLR0913 - a diagnostic has that many parts
        self,
        check: Check,
        message: str,
        span: Span,
        *,
        help: str = "",  # noqa: A002 - the word that coordinators read
        related: tuple[Related, ...] = (),
        word: str = "",
    ) -> None:
        """Add a diagnostic about this file."""
        self.problems.append(Diagnostic(check, message, span, help, related, word=word))
        self.told |= {(span.line, None), (span.line, span.column)}

    def refuse(self, check: Check, message: str, span: Span, *, help: str = "") -> None:  # noqa: A002
        """Add a diagnostic that ends the reading of this file."""
        self.report(check, message, span, help=help)
        self.is_readable = False
        self.data = None


def entry_of(container: Value, key: str | int) -> Value:
    """What stands at a key of a mapping or a position of a list.

    Raises:
        KeyError: nothing stands there.
    """
    if isinstance(container, dict) and isinstance(key, str):
        return container[key]
    if isinstance(container, list) and isinstance(key, int):
        return container[key]
    raise KeyError(key)


def read_source(root: Path, path: Path) -> Source:
    """Read one YAML file under a plan's folder.

    Args:
        root: the plan's folder, resolved.
        path: the file, below `root`.
    """
    from planctl.source.yaml_events import read_yaml

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


def split_lines(text: str) -> list[str]:
    """The lines of a text without what ends them, whichever way that is written."""
    return LINE_BREAK.split(text) if "\r" in text else text.split("\n")


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
