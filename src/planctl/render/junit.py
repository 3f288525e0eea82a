"""Findings as JUnit XML: a test suite for each plan, a test case for each check."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from planctl.check import CHECKS
from planctl.diagnostics import Severity
from planctl.render.visible import lines_of, one_line, visible_name
from planctl.report.wording import count

if TYPE_CHECKING:
    from planctl.report.validation import DiagnosticOut, PlanFindings

# What XML 1.0 cannot hold and `visible` leaves as it is.
_NO_XML = re.compile("[\ufffe\uffff]")


class JunitFindings:
    """A check that found something at or above a severity is a failed test.

    What is milder than that stands in the output of its test; a check that waits until
    the plan can be read is a skipped one.
    """

    def __init__(self, worst_passing: int) -> None:
        """Take the rank of the mildest severity that is a failure; -1 for none."""
        self._limit = worst_passing

    def head(self) -> str:
        """The beginning of the suites."""
        return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="planctl">\n'

    def plan(self, found: PlanFindings) -> str:
        """The suite of a plan."""
        by_rule: dict[str, list[DiagnosticOut]] = {name: [] for name in found.ran}
        for one in found.document.diagnostics:
            by_rule.setdefault(one.rule, []).append(one)
        failures = sum(any(map(self._fails, told)) for told in by_rule.values())
        name = _text(found.document.plan.id)
        suite = ET.Element(
            "testsuite",
            name=name,
            tests=str(len(by_rule) + len(found.waiting)),
            failures=str(failures),
            errors="0",
            skipped=str(len(found.waiting)),
            file=_text(found.path("plan.yaml")),
        )
        for rule, told in by_rule.items():
            case = ET.SubElement(suite, "testcase", classname=name, name=rule)
            self._say(case, found, told)
        for rule in found.waiting:
            case = ET.SubElement(suite, "testcase", classname=name, name=rule)
            ET.SubElement(case, "skipped", message="waits until the plan can be read")
        ET.indent(suite)
        return ET.tostring(suite, encoding="unicode") + "\n"

    def tail(self) -> str:
        """The end of the suites."""
        return "</testsuites>\n"

    def _fails(self, one: DiagnosticOut) -> bool:
        return Severity(one.severity).rank <= self._limit

    def _say(
        self, case: ET.Element, found: PlanFindings, told: list[DiagnosticOut]
    ) -> None:
        failed = [one for one in told if self._fails(one)]
        if failed:
            failure = ET.SubElement(
                case,
                "failure",
                message=f"{count(len(failed), 'finding')}: "
                f"{CHECKS[failed[0].rule].summary}",
                type=failed[0].severity,
            )
            failure.text = _lines(found, failed)
        milder = [one for one in told if not self._fails(one)]
        if milder:
            ET.SubElement(case, "system-out").text = _lines(found, milder)


def _lines(found: PlanFindings, told: list[DiagnosticOut]) -> str:
    lines = []
    for one in told:
        where = f"{visible_name(found.path(one.file))}:{one.line}:{one.column}"
        lines.append(f"{where}: {one.severity}: {one_line(one.message)}")
        if one.help:
            first, *more = lines_of(one.help)
            lines.append(f"    help: {first}")
            lines += [f"      {line}" for line in more]
    return _NO_XML.sub("\ufffd", "\n".join(lines))


def _text(text: str) -> str:
    return _NO_XML.sub("\ufffd", visible_name(text))
