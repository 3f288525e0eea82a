"""Reads what `planctl validate` writes, as the programs that it is for would."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema  # type: ignore[import-untyped]
from junitparser import JUnitXml

FORMS = ("text", "json", "github", "sarif", "gitlab", "junit")
_SARIF = Path(__file__).with_name("sarif-2.1.0.schema.json")
_FINDINGS = Path(__file__).parents[2] / "schemas" / "output" / "validate.schema.json"
_COMMAND = re.compile(r"::(?P<kind>[a-z]+) (?P<fields>[^:]*)::(?P<message>.*)")
_SIGNS = {"%3A": ":", "%2C": ",", "%0D": "\r", "%0A": "\n"}


class Command(NamedTuple):
    """A workflow command as GitHub's runner reads it."""

    kind: str
    fields: dict[str, str]
    message: str


def read_form(form: str, text: str) -> Any:  # noqa: ANN401 - each form has its own
    """Read a form strictly; what its reader or its schema refuses raises."""
    return {
        "text": lambda told: told,
        "json": _json,
        "github": commands,
        "sarif": _sarif,
        "gitlab": _gitlab,
        "junit": _junit,
    }[form](text)


def commands(log: str) -> list[Command]:
    """The commands in a log: what a runner would obey, by its own rules.

    A command stands at the start of a line, white space aside; between
    `::stop-commands::NAME` and `::NAME::` none is obeyed. `##[name]` is, anywhere.
    """
    found, paused = [], ""
    for line in log.splitlines():
        bare = line.strip()
        if paused:
            paused = "" if bare == f"::{paused}::" else paused
        elif bare.startswith("::stop-commands::"):
            paused = bare.removeprefix("::stop-commands::")
        elif re.match(r"::[\w-]", bare):
            match = _COMMAND.fullmatch(bare)
            assert match, bare
            fields = dict(part.split("=", 1) for part in match["fields"].split(","))
            values = {key: _unescaped(text) for key, text in fields.items()}
            found.append(Command(match["kind"], values, _unescaped(match["message"])))
        else:
            assert not re.search(r"##\[\w", bare), bare
    assert not paused
    return found


def _unescaped(text: str) -> str:
    for sign, meaning in _SIGNS.items():
        text = text.replace(sign, meaning)
    return text.replace("%25", "%")


@cache
def _validator(path: Path) -> Any:  # noqa: ANN401 - jsonschema's own class
    schema = json.loads(path.read_text("utf-8"))
    return jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )


def _json(text: str) -> Any:  # noqa: ANN401 - a document
    document = json.loads(text)
    for plan in document.get("plans", [document]):
        _validator(_FINDINGS).validate(plan)
    return document


def _sarif(text: str) -> Any:  # noqa: ANN401 - a log
    log = json.loads(text)
    _validator(_SARIF).validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["startLine"] <= region["endLine"]
    return log


def _gitlab(text: str) -> Any:  # noqa: ANN401 - a list
    issues = json.loads(text)
    names = [one["fingerprint"] for one in issues]
    assert len(set(names)) == len(names)
    for one in issues:
        assert one["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert not one["location"]["path"].startswith(("/", "./"))
        assert one["location"]["lines"]["begin"] >= 1
        assert one["description"]
        assert one["check_name"]
    return issues


def _junit(text: str) -> JUnitXml:
    suites = JUnitXml.fromstring(text.encode("utf-8"))
    for suite in suites:
        cases = list(suite)
        assert suite.tests == len(cases)
        results = [[type(one).__name__ for one in case.result] for case in cases]
        assert suite.failures == sum("Failure" in one for one in results)
        assert suite.skipped == sum("Skipped" in one for one in results)
    return suites
