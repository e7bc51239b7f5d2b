"""When a document was published: its metadata, else a dateline or byline near its top; contradictions are reported.

>>> from factcheck.model import Document, PositionMap
>>> text = "By Ada Moss | March 1, 2025"
>>> publication_date(Document(doc_id="a", path="a", text=text, position_map=PositionMap.of_text(text)), ())
('2025-03-01', ())
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from factcheck.model import Document, Passage, Problem
from factcheck.reading.dates.expression import Calendar, Clock, Expression
from factcheck.reading.dates.grammar.read import read
from factcheck.reading.dates.mentions import iso_day
from factcheck.reading.dates.scan import opens_with_time, stretches

TOP_LINES, TOP_LENGTH = 30, 3000  # how far down a dateline or byline is looked for
LONGEST_LINE = 400  # of a dateline's line, only the beginning is looked at
LONGEST_ALONE = 160  # of a line that is a date, with the clock or the section of the paper behind it
DAYS_APART = 1  # time zones and midnight editions account for a day
# How good the evidence is: a label ("Published: …"), a byline, a dateline, a date alone on its line, "Last updated".
LABEL, BYLINE, DATELINE, ALONE, UPDATED = range(5)
# How far the day so told can be trusted. Metadata are somebody's word for it; a byline or dateline is the publisher's,
# in words that may be a template's; a date alone on its line may date something else; "last updated" dates a change.
FROM_METADATA = 1.0
CONFIDENCE = {LABEL: 0.95, BYLINE: 0.9, DATELINE: 0.9, ALONE: 0.6, UPDATED: 0.5}
_URL = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?!\d)")
_LABELLED = re.compile(
    r"(?:first )?(?:published|posted|released|date|dated)(?: on| at)?\s*[:|–—-]?\s*(?:on\s+)?", re.IGNORECASE
)
_UPDATE = re.compile(
    r"(?:this page was )?(?:last )?(?:updated|modified|reviewed|edited)(?: on| at)?\s*[:|–—-]?\s*(?:on\s+)?",
    re.IGNORECASE,
)
_LAST_UPDATED = re.compile(r"^[ \t#*_|>-]{0,4}(?:this page was )?last (?:updated|modified)\b.{0,80}", re.I | re.M)
_BY = re.compile(r"by\b[^.!?\n]{0,80}?[|•·,–—-]\s*", re.IGNORECASE)
_PLACE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .’'/-]{2,40}(?:, [A-Z][\w. ]{1,20})?[,:]?\s*(?:[–—-]\s*|\([A-Z][\w ]{1,20}\)\s*)?"
)
_AFTER_PLACE = re.compile(r"\s*(?:\([A-Z][\w .]{1,30}\))?\s*[–—-]")
_BEFORE_PLACE = re.compile(r"\s*[–—-]+\s*[A-ZÀ-Þ]{3,}")
_FIGURE = re.compile(r"\d")
_MARK_SIGNS = " \t#*_|>-"  # of headings, lists and tables, before the words of a line
_MARKS = re.compile(rf"[{_MARK_SIGNS}]*")
_OPENING = re.compile(
    rf"{_MARKS.pattern}(?:(?i:first|this|last|publ|post|rele|date|upda|modi|revi|edit|by)|[A-ZÀ-Þ][A-ZÀ-Þ .’'/-]{{2}})"
)
_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ \t]*\n(?:(?!\1[ \t]*$)[^\n]*\n)*+\1[ \t]*$", re.M)
_END = re.compile(r"[\s|•·,;.)\]–—-]*(?:(?:at )?\d{1,2}[:.]\d\d.{0,24}|\d+ min(?:ute)?s? read|[|•·].{0,60})?\s*")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A full date in a place where a date of publication stands; ``rank`` is the smaller, the better it says so."""

    rank: int
    day: date
    offset: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """The ISO date (or datetime) of publication, and how sure it is: 1.0 for metadata, 0.0 where nothing says it."""

    published: str | None
    confidence: float


def evidence(document: Document) -> Evidence:
    """When the document was published, by the best evidence there is.

    >>> from factcheck.model import PositionMap
    >>> text = "Last updated on May 3, 2024"
    >>> evidence(Document(doc_id="a", path="a", text=text, position_map=PositionMap.of_text(text)))
    Evidence(published='2024-05-03', confidence=0.5)
    """
    return _evidence(document, _stamp(document.text))


def _evidence(document: Document, stamp: Stamp | None) -> Evidence:
    if document.published:
        return Evidence(document.published, FROM_METADATA)
    if stamp is None:
        return Evidence(None, 0.0)
    return Evidence(stamp.day.isoformat(), CONFIDENCE[stamp.rank])


def publication_date(
    document: Document, passages: Sequence[Passage], line_of: Callable[[int], int] | None = None
) -> tuple[str | None, tuple[Problem, ...]]:
    """The ISO date (or datetime, if the metadata has one), and what contradicts it.

    The metadata wins. Only a full date in a place where publishers put one is evidence. Bylines and page stamps are
    no part of the article, so they are looked for in the lines of the text, not in its ``passages``. ``line_of`` gives
    the line of an offset where the text is not what the document's position map was made for.
    """
    stamp = _stamp(document.text) if document.published is None else _stamp_of_the_page(document.text)
    published = _evidence(document, stamp).published
    day = iso_day(published)
    if day is None:
        return published, ()
    problems = []
    address = _address(document.url)
    if address is not None and abs((address - day).days) > DAYS_APART:
        problems.append(_problem(document, 0, f"published {day}, but its address says {address}"))
    stated = stamp is not None and stamp.rank != UPDATED and document.published is not None
    if stamp is not None and stated and abs((stamp.day - day).days) > DAYS_APART:
        line = line_of(stamp.offset) if line_of else document.position_map.locate(stamp.offset)[0]
        problems.append(_problem(document, line, f"published {day} by its metadata, but {stamp.day} by its text"))
    return published, tuple(problems)


def _problem(document: Document, line: int, detail: str) -> Problem:
    return Problem(document.doc_id, document.path, line, "note", "publication-dates-differ", detail)


def _address(url: str) -> date | None:
    match = _URL.search(url)
    try:
        return date(*(int(part) for part in match.groups())) if match else None
    except ValueError:
        return None


@lru_cache(maxsize=4)
def _stamp(text: str) -> Stamp | None:
    return _best(tuple(_stamps(text)))


def _stamp_of_the_page(text: str) -> Stamp | None:
    """The stamp that readers see: dates of the front matter are the metadata themselves."""
    end = len(head[0]) if (head := _FRONT_MATTER.match(text)) else 0
    return _best(tuple(stamp for stamp in _stamps(text) if stamp.offset >= end))


def _best(stamps: Sequence[Stamp]) -> Stamp | None:
    """The best evidence; two different days alone on their lines are a list of something, and none."""
    if not stamps:
        return None
    rank = min(stamp.rank for stamp in stamps)
    best = [stamp for stamp in stamps if stamp.rank == rank]
    if rank == ALONE and len({stamp.day for stamp in best}) > 1:
        return None
    return best[0]


def _stamps(text: str) -> Iterator[Stamp]:
    for number, line in enumerate(re.finditer(r"[^\n]+", text[:TOP_LENGTH])):
        if number >= TOP_LINES:
            break
        yield from _of_line(text, line.start(), line.end())
    for line in _LAST_UPDATED.finditer(text):
        yield from _of_line(text, line.start(), line.end())


def _of_line(text: str, start: int, end: int) -> Iterator[Stamp]:
    end = min(end, start + LONGEST_LINE)
    if not _may_be_stamp(text, start, end):
        return
    for first, last, before, after in stretches(text, start, end):
        for reading in read(text[first:last], before, after):
            day = _full_day(reading.expression)
            rank = _rank(text[start : first + reading.start], text[first + reading.end : end]) if day else None
            if day is not None and rank is not None:
                yield Stamp(rank, day, first + reading.start)


def _may_be_stamp(text: str, start: int, end: int) -> bool:
    """Whether a line holds a figure, for nobody stamps a page with a date all in words, and begins with a label, a name
    or place, or a date and little else: most lines need no closer look."""
    if _FIGURE.search(text, start, end) is None:
        return False
    if _OPENING.match(text, start, end) is not None:
        return True
    marks = _MARKS.match(text, start, end)
    words = marks.end() if marks else start
    alone = end - words <= LONGEST_ALONE or _BEFORE_PLACE.search(text, words, words + LONGEST_ALONE) is not None
    return alone and opens_with_time(text, words, end)


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


def _rank(before: str, after: str) -> int | None:
    """What the words before and after a date on its line make of it; None if they do not stamp it."""
    before = before.lstrip(_MARK_SIGNS)
    ends = _END.fullmatch(after) is not None
    if _UPDATE.fullmatch(before):
        return UPDATED
    if _LABELLED.fullmatch(before):
        return LABEL if _END.match(after) else None
    if _BY.fullmatch(before):
        return BYLINE if ends else None
    if not before:
        return DATELINE if _BEFORE_PLACE.match(after) else ALONE if ends else None
    return DATELINE if _PLACE.fullmatch(before) and _AFTER_PLACE.match(after) else None
