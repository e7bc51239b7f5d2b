"""The report as JUnit XML: a test case for each conflict, failed unless it is a note or known.

>>> from factcheck.model import Report
>>> from factcheck.model.finding import Coverage
>>> 'name="no conflicts"' in write(Report(Coverage(0, 0, 0, 0, 0), (), (), (), ()))
True
"""

from __future__ import annotations

from xml.etree import ElementTree

from factcheck.model import Conflict, Problem, Report
from factcheck.writers.evidence import evidence_of, line_of, milder_of
from factcheck.writers.layout import PLAIN, Layout
from factcheck.writers.neutralise import one_line, xml_text
from factcheck.writers.ordering import ordered, problems_in_order
from factcheck.writers.quoting import LONGEST_QUOTE, passage
from factcheck.writers.sides import claims_of, headline, place_words

NAME = "junit"
SUFFIXES = (".xml",)


def write(report: Report, layout: Layout = PLAIN) -> str:
    cases = [_conflict_case(conflict) for conflict in ordered(report.conflicts)]
    cases += [_problem_case(problem) for problem in problems_in_order(report.problems) if problem.level == "error"]
    cases = cases or [ElementTree.Element("testcase", name="no conflicts", classname="factcheck", time="0")]
    counts = {
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "errors": str(sum(case.find("error") is not None for case in cases)),
        "skipped": str(sum(case.find("skipped") is not None for case in cases)),
        "time": "0",
    }
    suite = ElementTree.Element("testsuite", {"name": "factcheck", **counts})
    suite.extend(cases)
    root = ElementTree.Element("testsuites", {"name": "factcheck", **counts})
    root.append(suite)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _conflict_case(conflict: Conflict) -> ElementTree.Element:
    first = claims_of(conflict)[0].citation
    attributes = {
        "name": _attribute(f"{conflict.id} {conflict.subject or conflict.message}"),
        "classname": _attribute(f"factcheck.{conflict.rule}"),
        "file": _attribute(first.path),
        "line": str(first.line),
        "time": "0",
    }
    case = ElementTree.Element("testcase", attributes)
    if conflict.status != "new":
        why = f"waived: {conflict.reason}" if conflict.status == "waived" else "in the baseline"
        ElementTree.SubElement(case, "skipped", message=_attribute(why))
    elif conflict.severity == "note":
        ElementTree.SubElement(case, "system-out").text = _details(conflict)
    else:
        message, kind = _attribute(headline(conflict)), f"{conflict.severity} {conflict.conflict_class}"
        ElementTree.SubElement(case, "failure", message=message, type=kind).text = _details(conflict)
    return case


def _problem_case(problem: Problem) -> ElementTree.Element:
    name, path = _attribute(f"{problem.code} in {problem.path}"), _attribute(problem.path)
    case = ElementTree.Element("testcase", name=name, classname="factcheck.reading", file=path, time="0")
    ElementTree.SubElement(case, "error", message=_attribute(problem.detail), type=_attribute(problem.code))
    return case


def _details(conflict: Conflict) -> str:
    lines = [headline(conflict)]
    lines += [
        f"{place_words(claim)}: {passage(claim.citation).window(LONGEST_QUOTE).text}" for claim in claims_of(conflict)
    ]
    if not any(position.computed for position in conflict.positions):
        lines.append(f"one fact because: {line_of(evidence_of(conflict))}")
    lines += [f"{name}: {words}" for name, words in milder_of(conflict).items()]
    return xml_text("\n".join(lines))


def _attribute(text: str) -> str:
    return xml_text(one_line(text))
