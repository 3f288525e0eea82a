"""Findings as SARIF 2.1.0, for code scanning and editors.

The Static Analysis Results Interchange Format is a standard of OASIS; paragraph signs
below are its sections.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from planctl import __version__
from planctl.check import CHECKS
from planctl.render.markup import escape_markdown
from planctl.render.visible import lines_of, one_line
from planctl.source.lines import indent_of

if TYPE_CHECKING:
    from planctl.report.validation import DiagnosticOut, IgnoredOut, PlanFindings

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "advice": "note"}
_PROBLEMS = {"error": "error", "warning": "warning", "advice": "recommendation"}
_ROOT = "SRCROOT"
# § 3.11.6: a message may hold links; text of a plan must not make one.
_LINK = re.compile(r"[\[\]](?=[^\[\]]*\]?\()|\\(?=[\[\]\\])")
# Other words at the beginning may be ids, which have no capital of ours.
_OURS = re.compile(r"(?:the|this|an?|all|nothing|nobody)(?= )")

Node = dict[str, object]


class SarifFindings:
    """One run over all plans; known findings are results that are suppressed."""

    def __init__(self) -> None:
        self._rules: dict[str, int] = {}
        self._results = 0

    def head(self) -> str:
        """The beginning of the log, up to the first result."""
        run = {
            "columnKind": "unicodeCodePoints",
            "automationDetails": {"id": "planctl/"},
            "originalUriBaseIds": {
                _ROOT: {"description": {"text": "The root of the repository."}}
            },
        }
        log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
        return json.dumps(log).removesuffix("}]}") + ', "results": ['

    def plan(self, found: PlanFindings) -> str:
        """The results of a plan, each on a line."""
        document = found.document
        lines = [self._line(found, one, {}) for one in document.diagnostics]
        lines += [self._line(found, one, _ACCEPTED) for one in document.accepted]
        lines += [
            self._line(found, one, {"suppressions": [_suppression(found, one)]})
            for one in document.ignored
        ]
        return "".join(lines)

    def tail(self) -> str:
        """The rules that results refer to, and the end of the log."""
        driver = {
            "name": "planctl",
            "version": __version__,
            "semanticVersion": __version__,
            "rules": [_rule(name) for name in self._rules],
        }
        return '\n], "tool": ' + json.dumps({"driver": driver}) + "}]}\n"

    def _line(self, found: PlanFindings, one: DiagnosticOut, more: Node) -> str:
        place = self._rules.setdefault(one.rule, len(self._rules))
        self._results += 1
        comma = "," if self._results > 1 else ""
        result = _result(found, one, place) | more
        return f"{comma}\n{json.dumps(result, ensure_ascii=False)}"


_ACCEPTED: Node = {
    "suppressions": [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "It stands in the baseline.",
        }
    ],
}


def _result(found: PlanFindings, one: DiagnosticOut, place: int) -> Node:
    region: Node = {
        "startLine": one.line,
        "startColumn": one.column,
        "endLine": one.end_line,
        "endColumn": one.end_column,
    }
    message = _sentence(one.message)
    message = _capital(message) if _OURS.match(message) else message
    said: Node = {"text": message}
    if one.help and "\n" in one.help:
        said = _with_lines(message, one.help)
    elif one.help:
        said = {"text": f"{message} {_capital(_sentence(one.help))}"}
    result: Node = {
        "ruleId": one.rule,
        "ruleIndex": place,
        "level": _LEVELS[one.severity],
        "message": said,
        "locations": [_location(found.path(one.file), region)],
        "partialFingerprints": {"planctl/v1": one.fingerprint},
    }
    if one.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": _sentence(related.label)},
                **_location(
                    found.path(related.file),
                    {"startLine": related.line, "startColumn": related.column},
                ),
            }
            for number, related in enumerate(one.related, 1)
        ]
    return result


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _location(path: str, region: Node) -> Node:
    uri = quote(path.encode("utf-8", "surrogateescape"))
    artifact = {"uri": uri, "uriBaseId": _ROOT}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _suppression(found: PlanFindings, one: IgnoredOut) -> Node:
    return {
        "kind": "inSource",
        "status": "accepted",
        "justification": one_line(one.reason),
        "location": _location(
            found.path(one.reason_file), {"startLine": one.reason_line}
        ),
    }


def _rule(name: str) -> Node:
    check = CHECKS[name]
    plain = re.sub(r"^(?:## |```.*\n?)", "", check.text, flags=re.MULTILINE)
    return {
        "id": name,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "shortDescription": {"text": f"{check.summary}."},
        "fullDescription": {"text": f"{check.summary}."},
        "help": {"text": plain.strip(), "markdown": check.text.strip()},
        "defaultConfiguration": {"level": _LEVELS[check.severity]},
        "properties": {
            "tags": [check.family],
            "precision": "high",
            "problem.severity": _PROBLEMS[check.severity],
        },
    }


def _sentence(text: str) -> str:
    """A message as a sentence, in which nothing is a link."""
    told = _linkless(text)
    return told if told.endswith((".", "?", "!")) else f"{told}."


def _linkless(text: str) -> str:
    """A line of text in which nothing is a link."""
    return _LINK.sub(r"\\\g<0>", one_line(text))


def _with_lines(message: str, help_text: str) -> Node:
    """A message and lines to write as they stand, also as Markdown (§ 3.11.8)."""
    first, *lines = help_text.split("\n")
    plain = [f"{' ' * indent_of(line)}{_linkless(line)}" for line in lines]
    signs = max((len(run) for run in re.findall("`+", help_text)), default=0)
    fence = "`" * max(signs + 1, 3)
    intro = escape_markdown(f"{message} {_capital(one_line(first))}:")
    block = "\n".join((f"{fence}yaml", *lines_of("\n".join(lines)), fence))
    return {
        "text": "\n".join((f"{message} {_capital(_linkless(first))}:", *plain)),
        "markdown": f"{intro}\n\n{block}",
    }
