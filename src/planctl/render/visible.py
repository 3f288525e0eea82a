"""What a terminal or the log of a CI job would obey, shown instead."""

from __future__ import annotations

import re

from planctl.source.lines import indent_of

# C0 and C1 controls other than line feed, and the controls of text direction.
_OBEYED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)

# What no shell takes for anything else.
_PLAIN = re.compile(r"[\w./\\:~+@%,=-]+")

# GitHub's runner obeys `::error::` at the start of a line, `##[error]` anywhere.
_COMMAND = re.compile(r"^:(?=:[\w-])|#(?=#\[\w)")


def visible(text: str) -> str:
    """The text with control characters written as escapes; lines stay lines."""
    return _OBEYED.sub(_escape, text)


def one_line(text: str) -> str:
    """The text on one line, its white space folded."""
    return uncommanded(visible(" ".join(text.split())))


def lines_of(text: str) -> list[str]:
    """The lines of a text, each as `one_line` has it behind its indentation."""
    return [f"{' ' * indent_of(line)}{one_line(line)}" for line in text.split("\n")]


def visible_name(name: str) -> str:
    """The name of a file on one line, nothing of it folded or obeyed."""
    return uncommanded(visible(name).replace("\n", "\\x0a"))


def as_argument(name: str) -> str:
    """A path as it is written in a command to be copied: in quotes where it must be."""
    shown = visible_name(f"./{name}" if name.startswith("-") else name)
    return shown if _PLAIN.fullmatch(shown) else f'"{shown}"'


def uncommanded(text: str) -> str:
    """A line of which no log of a CI job obeys anything."""
    return _COMMAND.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"  # noqa: PLR2004
