"""The report as one HTML file that needs no network: style, script and data are inside.

The page's own script is allowed by its hash and nothing else is, so that no text of an article could ever run.

>>> from factcheck.model import Report
>>> from factcheck.model.finding import Coverage
>>> write(Report(Coverage(0, 0, 0, 0, 0), (), (), (), ())).splitlines()[0]
'<!doctype html>'
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from factcheck.model import Report
from factcheck.model.finding import Coverage
from factcheck.writers.coverage import counted, judged_by, most_first, summary_line
from factcheck.writers.layout import PLAIN, Layout
from factcheck.writers.neutralise import one_line
from factcheck.writers.ordering import SEVERITIES, problems_in_order, select
from factcheck.writers.page_data import page_data
from factcheck.writers.quoting import web_address
from factcheck.writers.shape import Object, encode

if TYPE_CHECKING:
    from jinja2 import Template

NAME = "html"
SUFFIXES = (".html", ".htm")
SCRIPTS = ("dom.js", "charts.js", "filters.js", "marks.js", "list.js", "main.js")


def write(report: Report, layout: Layout = PLAIN) -> str:
    from markupsafe import Markup

    data = page_data(report, layout)
    style, script = _asset("report.css"), _script()
    # Our own files and the escaped data go in as they are; everything else is escaped by the template.
    return _template().render(
        _words(report, layout),
        conflicts=data["conflicts"],
        sources=_sources(data["conflicts"]),
        style=Markup(style),
        script=Markup(script),
        data=Markup(script_safe(encode(data))),
        style_hash=_source_hash(style),
        script_hash=_source_hash(script),
    )


def script_safe(encoded: str) -> str:
    """JSON that can stand inside a script element: no character of markup is left.

    >>> script_safe('{"a": "</script>&"}')
    '{"a": "\\\\u003c/script\\\\u003e\\\\u0026"}'
    """
    return encoded.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _words(report: Report, layout: Layout) -> Object:
    """What the template itself shows."""
    coverage = report.coverage
    return {
        "summary": one_line(summary_line(report, select(report.conflicts, layout))),
        "version": one_line(report.tool_version),
        "tiles": _tiles(coverage),
        "judged": judged_by(report),
        "left_out": [(one_line(reason), number) for reason, number in most_first(coverage.not_compared)]
        + [(f"files skipped: {one_line(suffix)}", number) for suffix, number in most_first(coverage.skipped_files)],
        "notices": [one_line(notice) for notice in report.notices],
        "severities": SEVERITIES,
        "agreements": counted(len(report.agreements), "agreement") if report.agreements else "",
        "problems": _problems(report),
        "documents": _documents(report),
    }


def _sources(conflicts: list[Object]) -> int:
    """How many different sources the conflicts are between."""
    places = (place for each in conflicts for side in each["positions"] for place in side["places"])
    return len({place["source"] for place in places})


def _tiles(coverage: Coverage) -> list[tuple[str, int]]:
    return [
        ("documents", coverage.documents),
        ("mentions", coverage.mentions),
        ("claims", coverage.claims),
        ("facts", coverage.facts),
        ("pairs compared", coverage.compared_pairs),
    ]


def _problems(report: Report) -> list[dict[str, str]]:
    return [
        {
            "level": problem.level,
            "place": one_line(f"{problem.path}:{problem.line}" if problem.line else problem.path),
            "code": one_line(problem.code),
            "detail": one_line(problem.detail),
        }
        for problem in problems_in_order(report.problems)
    ]


def _documents(report: Report) -> list[dict[str, str]]:
    return [
        {
            "id": one_line(card.doc_id),
            "source": one_line(card.source),
            "title": one_line(card.title),
            "published": one_line(card.published or ""),
            "url": web_address(card.url),
        }
        for card in report.documents
    ]


@cache
def _template() -> Template:
    from jinja2 import Environment

    return Environment(autoescape=True).from_string(_asset("report.html.jinja"))


@cache
def _asset(name: str) -> str:
    text = (files("factcheck.writers") / "page" / name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def _script() -> str:
    parts = "\n".join(_asset(name) for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}}})();\n'


def _source_hash(text: str) -> str:
    """Source expression that allows exactly this inline text (Content Security Policy Level 3, section 2.3.1)."""
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()
