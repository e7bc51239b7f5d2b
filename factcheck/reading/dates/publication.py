"""When a document was published: its metadata, else a dateline or byline near its top; contradictions are reported.

>>> from factcheck.model import Block, Document, Passage, PositionMap, Span
>>> text = "By Ada Moss | March 1, 2025"
>>> span = Span(0, len(text))
>>> document = Document(doc_id="a", path="a", text=text, position_map=PositionMap.of_text(text))
>>> publication_date(document, (Passage(Block("paragraph", span, span), (span,), 0),))
('2025-03-01', ())
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.model import Document, Passage, Problem, Span
from factcheck.reading.dates.expression import Calendar, Clock, Expression
from factcheck.reading.dates.mentions import find, iso_day

TOP_PASSAGES, TOP_LENGTH = 15, 3000  # how far down a dateline or byline is looked for
DAYS_APART = 1  # time zones and midnight editions account for a day
_URL = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?!\d)")
_LABEL = re.compile(
    r"(?:first )?(?:published|posted|updated|released|last[ -](?:updated|modified|reviewed|edited)|date|dated?)"
    r"(?: on| at)?\s*[:|–—-]?\s*(?:on\s+)?",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"by\b[^.!?\n]{0,80}?[|•·,–—\n-]\s*", re.IGNORECASE)
_PLACE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .’'/-]{2,40}(?:, [A-Z][\w. ]{1,20})?[,:]?\s*(?:[–—-]\s*|\((?:[A-Z][\w ]{1,20})\)\s*)?"
)
_AFTER_PLACE = re.compile(r"\s*(?:\((?:[A-Z][\w .]{1,30})\))?\s*[–—-]")
_AFTER_DATE = re.compile(r"\s*[–—-]+\s*[A-ZÀ-Þ]{3,}")
_NOTHING = re.compile(r"[\s|•·,;.)\]–—-]*(?:(?:at )?\d{1,2}[:.]\d\d.{0,24}|\d+ min(?:ute)?s? read|[|•·].{0,60})?\s*")


def publication_date(document: Document, passages: Sequence[Passage]) -> tuple[str | None, tuple[Problem, ...]]:
    """The ISO date (or datetime, if the metadata has one) and what contradicts it.

    The metadata wins. Only a full date in a place where publishers put one is evidence: after "Published" or a byline,
    in a dateline before the first sentence, or alone on a line at the top.
    """
    stated = tuple(_evidence(document, passages))
    address = _address(document.url)
    published = document.published or (stated[0][0].isoformat() if stated else None)
    day = iso_day(published)
    if day is None:
        return published, ()
    problems = []
    if address is not None and abs((address - day).days) > DAYS_APART:
        problems.append(_problem(document, 0, f"published {day} but the address says {address}"))
    for found, offset in stated[:1]:
        if document.published and abs((found - day).days) > DAYS_APART:
            line = document.position_map.locate(offset)[0]
            problems.append(_problem(document, line, f"published {day} by its metadata but {found} by its text"))
    return published, tuple(problems)


def _problem(document: Document, line: int, detail: str) -> Problem:
    return Problem(document.doc_id, document.path, line, "note", "publication-dates-differ", detail)


def _address(url: str) -> date | None:
    match = _URL.search(url)
    try:
        return date(*(int(part) for part in match.groups())) if match else None
    except ValueError:
        return None


def _evidence(document: Document, passages: Sequence[Passage]) -> Iterator[tuple[date, int]]:
    """(day, offset) of each dateline or byline at the top."""
    for number, passage in enumerate(passages[:TOP_PASSAGES]):
        if passage.block.span.start > TOP_LENGTH:
            return
        for entry in find(document.text, passage, number):
            day = _full_day(entry.expression)
            if day is not None and _is_stamp(document.text, passage.block.span, entry.span):
                yield day, entry.span.start


def _full_day(expression: Expression) -> date | None:
    if isinstance(expression, Clock) and expression.day is not None:
        expression = expression.day
    if not isinstance(expression, Calendar) or expression.alternative is not None:
        return None
    if expression.year is None or expression.month is None or expression.day is None:
        return None
    try:
        return date(expression.year, expression.month, expression.day)
    except ValueError:
        return None


def _is_stamp(text: str, block: Span, span: Span) -> bool:
    """Whether a date stands where only a date of publication stands."""
    line_start = max(block.start, text.rfind("\n", 0, span.start) + 1)
    line_end = text.find("\n", span.end)
    before = text[line_start : span.start]
    after = text[span.end : min(block.end, line_end if line_end >= 0 else len(text))]
    if not before.strip(" \t#*_|>-"):
        return bool(_NOTHING.fullmatch(after) or _AFTER_DATE.match(after))
    if len(before) > 100:
        return False
    if _LABEL.fullmatch(before) or _BYLINE.fullmatch(before):
        return bool(_NOTHING.match(after))
    return bool(_PLACE.fullmatch(before) and _AFTER_PLACE.match(after))
