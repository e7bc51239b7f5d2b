"""The report as Checkstyle XML, which many editors and build servers read: files with an entry for each conflict.

>>> from factcheck.model import Report
>>> from factcheck.model.finding import Coverage
>>> write(Report(Coverage(0, 0, 0, 0, 0), (), (), (), ())).splitlines()[1]
'<checkstyle version="10.0" />'
"""

from __future__ import annotations

from xml.etree import ElementTree

from factcheck.model import Report
from factcheck.writers.layout import PLAIN, Layout
from factcheck.writers.neutralise import one_line, xml_text
from factcheck.writers.ordering import select
from factcheck.writers.sides import first_in_each_path, headline

NAME = "checkstyle"
SUFFIXES: tuple[str, ...] = ()
_SEVERITIES = {"error": "error", "warning": "warning", "note": "info"}


def write(report: Report, layout: Layout = PLAIN) -> str:
    entries: dict[str, list[ElementTree.Element]] = {}
    for conflict in select(report.conflicts, layout).shown:
        for claim in first_in_each_path(conflict):
            attributes = {
                "line": str(claim.citation.line),
                "column": str(claim.citation.column),
                "severity": _SEVERITIES[conflict.severity],
                "message": xml_text(headline(conflict)),
                "source": xml_text(one_line(f"factcheck.{conflict.rule}")),
            }
            entries.setdefault(claim.citation.path, []).append(ElementTree.Element("error", attributes))
    root = ElementTree.Element("checkstyle", version="10.0")
    for path in sorted(entries):
        ElementTree.SubElement(root, "file", name=xml_text(one_line(path))).extend(entries[path])
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"
