"""YAML texts as people write them, made by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

_WORDS = (
    "Literacy",
    "007",
    "1.10",
    "NO",
    "on",
    "22:30",
    "2024-01-01",
    "Grade 3 ELA",
    "R & D",
    "50%",
    "C#",
    "it's",
    'say "so"',
    "école",
    "😀",
    "a, b",
    "x: y",
    "# 5",
    "-5",
    "[draft]",
    "{a}",
    "null",
    "",
)
_PLAIN = tuple(
    word
    for word in _WORDS
    if word and not set(word) & set("#:,[]{}\"'&") and word[0] != "-" and word != "null"
)
_KEYS = ("id", "title", "note", "tasks", "1.1", "if", "on", "aligns_to", "école")


@st.composite
def plan_texts(draw: DrawFn) -> str:
    """Mappings, lists and texts in every style, with comments and empty lines."""
    line_break = draw(st.sampled_from(("\n", "\r\n")))
    lines = draw(_mapping(0))
    end = draw(st.sampled_from(("", line_break)))
    return line_break.join(lines) + end


@st.composite
def _mapping(draw: DrawFn, depth: int) -> list[str]:
    keys = draw(st.lists(st.sampled_from(_KEYS), min_size=1, max_size=4, unique=True))
    lines: list[str] = []
    for key in keys:
        lines += draw(st.lists(_between(), max_size=1))
        name = draw(st.sampled_from((key, f'"{key}"', f"'{key}'")))
        value = draw(_value(depth))
        comment = draw(st.sampled_from(("", "  # why")))
        if isinstance(value, str):
            lines.append(f"{name}: {value}{comment if value[:1] not in '>|' else ''}")
        elif value and value[0][:1] in {">", "|"}:
            lines += [f"{name}: {value[0]}{comment}", *_indented(value[1:])]
        else:
            lines += [f"{name}:{comment}", *_indented(value)]
    return lines


@st.composite
def _list(draw: DrawFn, depth: int) -> list[str]:
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        value = draw(_value(depth))
        if isinstance(value, str):
            lines.append(f"- {value}")
        elif value[0][:1] in {">", "|"}:
            lines += [f"- {value[0]}", *_indented(value[1:])]
        else:
            lines += [f"- {value[0]}", *_indented(value[1:])]
    return lines


def _value(depth: int) -> SearchStrategy[str | list[str]]:
    simple: SearchStrategy[str | list[str]] = st.one_of(_scalar(), _block(), _flow())
    if depth > 2:
        return simple
    return st.one_of(simple, _mapping(depth + 1), _list(depth + 1))


def _scalar() -> SearchStrategy[str]:
    quoted = st.sampled_from(_WORDS)
    return st.one_of(
        st.sampled_from(_PLAIN),
        quoted.map(lambda word: '"' + word.replace('"', '\\"') + '"'),
        quoted.map(lambda word: "'" + word.replace("'", "''") + "'"),
    )


@st.composite
def _block(draw: DrawFn) -> list[str]:
    head = draw(st.sampled_from((">", ">-", "|", "|-", "|+", ">+")))
    words = [word for word in _WORDS if word]
    body = draw(st.lists(st.sampled_from(words), min_size=1, max_size=3))
    return [head, *(line for word in body for line in (word, ""))]


def _flow() -> SearchStrategy[str]:
    one = st.one_of(st.sampled_from(("a", "b", "1.1")), st.just('"x, y"'))
    texts = st.lists(one, max_size=3).map(lambda many: f"[{', '.join(many)}]")
    pairs = st.lists(
        st.tuples(st.sampled_from(("a", "b", "c")), one),
        max_size=3,
        unique_by=lambda pair: pair[0],
    ).map(lambda many: "{" + ", ".join(f"{k}: {v}" for k, v in many) + "}")
    return st.one_of(texts, pairs)


def _between() -> SearchStrategy[str]:
    return st.sampled_from(("", "# a comment", "   # another: [one"))


def _indented(lines: list[str]) -> list[str]:
    return [f"  {line}" if line else "" for line in lines]


_PIECES = (
    "id: A",
    "title: Hire a coach",
    "title: Goal 1: x",
    "- a",
    "- id: 1.1",
    "-Train",
    "tasks:",
    "note: >-",
    "note: |",
    "text here",
    "Increased # of schools",
    "x  # c",
    "# comment",
    '"quoted"',
    "'it''s'",
    "a: [b, c]",
    "a: {b: c, d: e}",
    "a: 'open",
    'a: "open',
    "- - b",
    "due: null",
    "due: ~",
    "",
    "a: é😀",
    'a: "\\x41"',
    'a: "\\q"',
    "a: b # c",
    "1.10: 007",
    "on: NO",
    "a: 22:30",
    "b: 2024-01-01",
    "a: [Read well, then write]",
    "a: [-$5,000]",
    "a: - b",
    "a: @x",
    "a: %x",
    "a: > x",
    "a: [[b], {c: [d]}]",
    'a: "b" c',
    "}",
    "]",
    "a: b: c",
    "id:B",
    "http://lakeshore.example: y",
    "a: 'b': c",
    "=======",
    "<<<<<<< HEAD",
)


def _written(line: tuple[str, str]) -> str:
    return "".join(line).rstrip()


@st.composite
def lines_of_plans(draw: DrawFn) -> str:
    """Some lines, right or wrong, in any order and at any depth."""
    line = st.tuples(st.sampled_from(("", "", "  ", "    ")), st.sampled_from(_PIECES))
    lines = draw(st.lists(line.map(_written), min_size=1, max_size=7))
    line_break = draw(st.sampled_from(("\n", "\r\n", "\r")))
    return line_break.join(lines) + draw(st.sampled_from(("", line_break)))
