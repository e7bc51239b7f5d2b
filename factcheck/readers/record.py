"""One row of an article table as a document: the columns everybody knows, and the rest as metadata.

>>> row = {"id": 7, "text": "One ship.", "date": "2024-05-03", "desk": "harbour"}
>>> document, *problems = list(of_row(row, "articles.jsonl", 3, Given()))
>>> (document.doc_id, document.published, document.metadata, document.position_map.locate(4))
('7', '2024-05-03', (('desk', 'harbour'),), (3, 1, None))
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from factcheck.model import Document, PositionMap, Problem
from factcheck.readers.iso_date import iso_date
from factcheck.readers.source_file import Given

_KNOWN = ("id", "text", "title", "url", "source", "date")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def of_row(row: Mapping[str, Any], path: str, line: int, given: Given) -> Iterator[Document | Problem]:
    """The document of a row, preceded by what is wrong with the row. ``line`` is the record's place in the table.

    A row without text is lost, and that is an error; a date that is none, or a missing id, is a note.
    """
    doc_id = _text(row.get("id")) or f"{path}:{line}"
    if _text(row.get("id")) == "":
        yield Problem(doc_id, path, line, "note", "no-id", "the record has no id; its path and line stand for one")
    if not isinstance(row.get("text"), str):
        yield Problem(doc_id, path, line, "error", "no-text", "the record has no text")
        return
    written = _text(row.get("date"))
    published = iso_date(written) if written else None
    if written and not published:
        detail = f"{written[:60]!r} is not an ISO date or datetime; the document counts as undated"
        yield Problem(doc_id, path, line, "note", "bad-date", detail)
    further = tuple((key, _text(value)) for key, value in row.items() if key not in _KNOWN and _text(value))
    yield Document(
        doc_id=doc_id,
        path=path,
        text=_clean(row["text"]),
        position_map=PositionMap.of_record(line),
        source=_text(row.get("source")) or given.source,
        title=_text(row.get("title")) or given.title,
        url=_text(row.get("url")) or given.url,
        published=published or given.published,
        scope=given.scope,
        metadata=tuple({**dict(given.metadata), **dict(further)}.items()),
    )


def _text(value: Any) -> str:
    """A cell as text; "" for an empty one. Lists and mappings of JSON stay JSON."""
    if value is None or value != value:  # NaN is what tables write for an empty cell
        return ""
    if isinstance(value, str):
        return _clean(value.strip())
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return str(value)


def _clean(text: str) -> str:
    """Lone surrogates, which no file can hold, become the replacement character: offsets stay."""
    return _LONE_SURROGATE.sub("\ufffd", text)
