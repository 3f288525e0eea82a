"""Signs in a text that may be comments, or text that YAML takes for one."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from planctl.diagnostics import Span
from planctl.source import Remark

# The sign comes first in each pattern: a search for one character is fast.
_HASH = re.compile(r"#(?<=\S #)(?! ?planctl:)")
_REMARK = re.compile(r"#(?<!\S#)[ ]?planctl:[ ]*([^\r\n]*?)[ ]*(?=[\r\n]|\Z)")
_HIDDEN = re.compile(r":?(?<=\S) (#)")


@dataclass(slots=True)
class Suspects:
    """Offsets worth a look while reading; empty for nearly every file."""

    text: str
    hashes: frozenset[int]
    comments: tuple[re.Match[str], ...]
    _covered: list[tuple[int, int]] = field(default_factory=list)

    @property
    def any(self) -> bool:
        """Whether anything needs a look at all."""
        return bool(self.hashes or self.comments)

    def cover(self, start: int, end: int) -> None:
        """Remember quoted or block text: a `#` inside it is no comment."""
        if self.comments:
            self._covered.append((start, end))

    def hash_behind(self, text: str, offset: int) -> int | None:
        """The offset of a `#` one space behind an empty value, if there is one."""
        match = _HIDDEN.match(text, offset)
        return match.start(1) if match and match.start(1) in self.hashes else None

    def remarks(self, path: str) -> tuple[Remark, ...]:
        """The `# planctl:` comments of the file, and what lines each speaks of."""
        if not self.comments:
            return ()
        lines = self.text.splitlines(keepends=True)
        starts = [0, *accumulate(map(len, lines))]
        return tuple(
            _remark(path, lines, comment, bisect_right(starts, comment.start()), starts)
            for comment in self.comments
            if not self._is_covered(comment.start())
        )

    def _is_covered(self, offset: int) -> bool:
        """Whether an offset lies in quoted or block text, which came in order."""
        place = bisect_right(self._covered, (offset, len(self.text))) - 1
        return place >= 0 and offset < self._covered[place][1]


def find_suspects(text: str) -> Suspects:
    """Look through a text once, before it is parsed."""
    if "#" not in text:
        hashes: frozenset[int] = frozenset()
        comments: tuple[re.Match[str], ...] = ()
    else:
        hashes = frozenset(match.start() for match in _HASH.finditer(text))
        comments = tuple(_REMARK.finditer(text)) if "planctl:" in text else ()
    return Suspects(text, hashes, comments)


def _remark(
    path: str, lines: list[str], comment: re.Match[str], line: int, starts: list[int]
) -> Remark:
    """A comment with its lines: its own, or those of the entry that begins next."""
    column = comment.start() - starts[line - 1] + 1
    span = Span(path, line, column, line, column + len(comment.group()))
    if lines[line - 1][: column - 1].strip():
        return Remark(comment.group(1), span, line, line)
    first = line
    while first < len(lines) and not _content(lines[first]):
        first += 1
    return Remark(comment.group(1), span, first + 1, _last_line(lines, first))


def _last_line(lines: list[str], first: int) -> int:
    """The last line (from 1) of the entry that begins at a line (from 0)."""
    if first >= len(lines):
        return first + 1
    indent = _indent(lines[first])
    is_item = lines[first].lstrip().startswith("- ")
    last = first
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if not line.strip():
            continue
        deeper = _indent(line) > indent
        own_list = (
            not is_item and _indent(line) == indent and line.lstrip().startswith("- ")
        )
        if not deeper and not own_list:
            break
        last = number
    return last + 1


def _content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
