"""What YAML does and plans do without: told as it comes, at its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from planctl.diagnostics import Check, Related, declared
from planctl.source import CONTROL, LINE_BREAK, Mark, Source, Value
from planctl.source.lines import NO_NAME, quoted, shortened

if TYPE_CHECKING:
    from planctl.diagnostics import Span
    from planctl.source.suspects import Suspects

# A second equal key is kept aside under this mark until the mapping is whole.
_ASIDE = "\0"
# A dash that was to begin an entry of a list, without the space behind it.
_GLUED = re.compile(r"-(?:[^\W\d_]|[$*])")
# A dash in a later line of unquoted text: it was to begin an entry of a list.
_SWALLOWED = re.compile(r"[\r\n][ \t]*(?P<dash>-)(?=\s|[^\W\d_]|[$*])")
# How far a sign may stand from the text that it belongs to.
_NEAR = 200
_WORD = re.compile(r"[^\s,\[\]{}]+")


class Event(Protocol):
    """What the two parsers' events have in common, as far as it is looked at."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None


class Stop(Exception):  # noqa: N818 - it ends the loop, and is no error
    """What follows in this file cannot be read."""


class Oddities:
    """The rare things on the way: what is refused, and what YAML loses silently."""

    def __init__(self, source: Source, suspects: Suspects) -> None:
        self.source = source
        self.suspects = suspects
        self.aside: list[tuple[dict[str, Value], str]] = []
        self.blamed: set[int] = set()
        self._told: Value = None
        self._glued: Value = None
        self._documents = 0

    def begins(self, event: Event) -> bool:
        """Whether a document that begins is the file's first."""
        self._documents += 1
        if self._documents == 1:
            return True
        self._feature(
            event,
            "a second document begins here",
            "remove the line `---`; one file holds one document",
        )
        return False

    def stop(self, event: Event, message: str) -> None:
        """Refuse the rest of the file."""
        self._feature(event, message, "put text that begins so in quotes")
        raise Stop

    def refuse_anchor_or_tag(self, event: Event) -> None:
        """Report `&name` or `!name` in front of a value, which is kept."""
        sign, kind = ("&", "an anchor") if event.anchor is not None else ("!", "a tag")
        start = event.start_mark.index
        found = _WORD.search(self.source.text, start)
        written = found.group() if found else sign
        before = self.source.text[start - event.start_mark.column : start]
        key = written.removesuffix(":")
        message = f"`{written}` is read as {kind}"
        if key == written or before.strip(" -{"):
            self._feature(event, message, f"put text that begins with {sign} in quotes")
            return
        self.blamed.add(event.start_mark.line)
        self.source.report(
            declared.YAML_FEATURE,
            message,
            self.source.span_of(start, start + len(written)),
            help=f"put the key alone in quotes: {quoted(key)}:",
        )

    def refuse_alias(self, event: Event) -> str:
        """Report `*name`, which stands for nothing; its text may stand for a key."""
        written = f"*{event.anchor}"
        # PyYAML without libyaml takes the colon behind a key for a part of the name.
        key = written.removesuffix(":")
        self._feature(
            event,
            f"`{written}` is read as a reference to another place",
            "put text that begins with * in quotes"
            if key == written
            else f"put the key alone in quotes: {quoted(key)}:",
        )
        return written

    def refuse_null(self, event: Event) -> None:
        """Report `null` or `~` where a value stands."""
        self._report(
            declared.NULL_VALUE,
            event,
            f"`{event.value}` is not text",
            "write nothing instead, or put the word in quotes",
        )

    def check_key(self, mapping: dict[str, Value], key: str, event: Event) -> str:
        """A key that may be used: the key itself, or one kept aside."""
        if not key and not event.style:
            # libyaml takes it for a mistake by itself, except in `{ }`.
            if event.start_mark.line not in self.blamed:
                self._report(declared.YAML_SYNTAX, event, *NO_NAME)
            raise Stop
        if key == "<<" and not event.style:
            self._feature(event, "`<<` merges mappings", "write the fields out")
        if CONTROL.search(key):
            self._control(event)
            key = CONTROL.sub("�", key)
        if key not in mapping:
            return key
        aside = f"{key}{_ASIDE}{len(self.aside)}"
        self.aside.append((mapping, aside))
        if mapping is self._glued:
            # It goes on with the fields of an entry that was told of.
            return aside
        place = self.source.place(mapping, key)
        first = () if place is None else (self.source.key_span(mapping, key),)
        mark = place[0] if place else None
        begins_again = mark is not None and self._begins_entry(mark)
        if begins_again:
            self._glued = mapping
        self._report(
            declared.DUPLICATE_KEY,
            event,
            f"`{key}` stands twice in one entry",
            f"begin a new entry with `- {key}:`, or keep one of the two"
            if begins_again
            else "keep one of the two; only the first is read",
            tuple(Related(span, "the first one is here") for span in first),
        )
        return aside

    def _begins_entry(self, mark: Mark) -> bool:
        """Whether the dash of a list stands before a key."""
        before = self.source.text[mark.index - mark.column : mark.index]
        return before.endswith("- ") and not before.strip(" -")

    def check_empty(
        self, cur: Value, key: str | None, key_mark: Mark, event: Event
    ) -> None:
        """Report an empty value whose text was lost to a comment or a comma."""
        text, at = self.source.text, event.start_mark.index
        if key is not None and ":" not in text[key_mark.index + len(key) : at + 1]:
            self._key_alone(cur, key, key_mark)
        elif self.suspects.hashes:
            begin = at
            if key is not None:
                quotes = 2 if text[key_mark.index] in "\"'" else 0
                begin = key_mark.index + len(key) + quotes
            hidden = self.suspects.hash_behind(text, begin)
            if hidden is not None:
                self._lost_at(hidden, "the text behind `#` is read as a comment")

    def _key_alone(self, cur: Value, key: str, mark: Mark) -> None:
        """Report a key without a colon, once in a mapping: it was meant as text."""
        if cur is self._told:
            return
        self._told = cur
        span = self.source.key_at(mark, key)
        before = self.source.text[max(mark.index - _NEAR, 0) : mark.index].rstrip()[-1:]
        if before == "?":
            self.blamed.add(mark.line)
            self.source.report(
                declared.YAML_FEATURE,
                "`?` makes a key of the text behind it",
                span,
                help="put text that begins with ? in quotes",
            )
            return
        message = "a comma ended the text before this"
        remedy = "put the whole text in quotes, or write the list with dashes"
        if ":" in key:
            name = key.partition(":")[0]
            message = f"a space is missing behind `{name}:`"
            remedy = f"write `{name}: ` and then the value"
        elif before == "{":
            message = f"`{shortened(key)}` has no colon and no value behind it"
        elif before != ",":
            return
        self.source.report(
            declared.LOST_TEXT,
            message,
            span,
            help=remedy,
        )

    def check_flow(self, cur: Value, event: Event) -> None:
        """Report a text in `[ ]` that a comma cut in two."""
        if type(cur) is not list or not cur:
            return
        start = event.start_mark.index
        before = cur[-1]
        glued = self.source.text[start - 1] == ","
        goes_on = (
            isinstance(before, str)
            and before[:1].isupper()
            and " " in before
            and event.value[:1].islower()
        )
        if glued or goes_on:
            self._report(
                declared.LOST_TEXT,
                event,
                "a comma ended the text before this",
                "put the whole text in quotes, or write the list with dashes",
            )

    def check_plain(self, event: Event) -> None:
        """Report unquoted text that a `#` ended or a dash began."""
        start, end = event.start_mark.index, event.end_mark.index
        if end + 1 in self.suspects.hashes and end > start:
            self._lost_at(end + 1, "the text behind `#` is read as a comment")
        before = self.source.text[start - event.start_mark.column : start]
        if _GLUED.match(event.value) and not before.strip():
            self._report(
                declared.LOST_TEXT,
                event,
                "a dash without a space behind it is part of the text",
                "write a space behind the dash of a list",
            )
        elif dash := _SWALLOWED.search(self.source.text, start, end):
            self.source.report(
                declared.LOST_TEXT,
                "this dash is read as part of the text above",
                self.source.span_of(*dash.span("dash")),
                help="begin the dashes of a list in one column, with a space behind "
                "each, or put the whole text in quotes",
            )

    def check_quoted(self, event: Event, value: str) -> str:
        """Keep what is inside quotes from being taken for a comment; clean it."""
        self.suspects.cover(event.start_mark.index, event.end_mark.index)
        if CONTROL.search(value):
            self._control(event)
            return CONTROL.sub("�", value)
        return value

    def _control(self, event: Event) -> None:
        self._report(
            declared.CONTROL_CHARACTER,
            event,
            "the text holds a control character written as an escape",
            "delete the escape",
        )

    def _lost_at(self, offset: int, message: str) -> None:
        text = self.source.text
        end = LINE_BREAK.search(text, offset)
        span = self.source.span_of(offset, end.start() if end else len(text))
        # What goes on behind the comment may be unreadable without its beginning.
        self.blamed |= {span.line - 1, span.line}
        self.source.report(
            declared.LOST_TEXT,
            message,
            span,
            help="put the whole text in quotes; a comment has two spaces before `#`",
        )

    def _feature(self, event: Event, message: str, remedy: str = "") -> None:
        self.blamed.add(event.start_mark.line)
        self._report(declared.YAML_FEATURE, event, message, remedy)

    def _report(
        self,
        check: Check,
        event: Event,
        message: str,
        remedy: str = "",
        related: tuple[Related, ...] = (),
    ) -> None:
        start, end = event.start_mark, event.end_mark
        span: Span = (
            self.source.span(start, end)
            if end.index > start.index and end.line == start.line
            else self.source.span_at(start)
        )
        self.source.report(check, message, span, help=remedy, related=related)
