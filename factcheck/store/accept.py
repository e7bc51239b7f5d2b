"""What a reviewer said in a report: boxes ticked in the Markdown, or marks saved from the HTML page, as waivers.

>>> report = '<!-- factcheck: {"id": "fc-1", "paths": ["a.md"]} -->\\n- [x] accepted: known\\n'
>>> [(waiver.id, waiver.path, waiver.mark, waiver.reason) for waiver in read_review(report, "report.md")]
[('fc-1', 'a.md', 'accepted', 'known')]
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from factcheck.errors import CombinedUserError, UserError
from factcheck.store import waivers
from factcheck.store.waivers import Mark, Relative, Waiver

_MARKER = re.compile(r"<!-- factcheck: (\{.*\}) -->")
_TICKED = re.compile(r"\s*[-*+] \[[xX]\] (.*)")
_EXPIRY = re.compile(r"\(until (\d{4}-\d\d-\d\d)\)\s*$")
_NO_REASON = frozenset(("", "…", "..."))
BOXES: dict[str, Mark] = {
    "same fact, real conflict": "real-conflict",
    "not the same fact": "not-same-fact",
    "accepted": "accepted",
}
"""The text each box starts with; after a colon follows the reason, at its end "(until 2031-12-31)" the expiry."""


@dataclass(frozen=True, slots=True)
class _Marker:
    id: str
    paths: tuple[str, ...]


def load_review(file: str) -> tuple[Waiver, ...]:
    """The marks in a reviewed report or a saved file of marks. Raises UserError for what cannot be understood."""
    try:
        return read_review(Path(file).read_bytes().decode("utf-8-sig"), file)
    except OSError as fault:
        raise UserError(f"cannot read the report: {fault.strerror}", path=file) from fault
    except UnicodeDecodeError as fault:
        raise UserError("the report is not UTF-8", path=file) from fault


def read_review(text: str, path: str) -> tuple[Waiver, ...]:
    """The marks in a review: YAML for the suffixes of YAML, else Markdown. Every mistake is reported at once."""
    if Path(path).suffix.lower() in (".yaml", ".yml"):
        return waivers.parse(text, path)
    mistakes: list[UserError] = []
    marks = list(_ticked(text, path, mistakes))
    if mistakes:
        raise mistakes[0] if len(mistakes) == 1 else CombinedUserError(mistakes)
    return tuple(marks)


def unknown(marks: Iterable[Waiver], known: Iterable[str]) -> Iterator[Waiver]:
    """Marks on conflicts that the last report does not have: the review is of another report."""
    ids = frozenset(known)
    return (mark for mark in marks if mark.id not in ids)


def accepted_text(text: str, marks: Sequence[Waiver], relative: Relative) -> str:
    """The text of the waiver file with the marks in it, their paths made ``relative`` as the file keeps them."""
    placed = [Waiver(mark.id, relative(mark.path), mark.mark, mark.reason, mark.expires, mark.line) for mark in marks]
    return waivers.merged_text(text, placed)


def _ticked(text: str, path: str, mistakes: list[UserError]) -> Iterator[Waiver]:
    marker: _Marker | None = None
    ticked = 0
    for number, line in enumerate(text.splitlines(), start=1):
        if found := _MARKER.search(line):
            marker, ticked = _marker(found[1]), 0
            if marker is None:
                mistakes.append(_mistake("this comment was changed and can no longer be read", path, number, line))
        elif box := _TICKED.match(line):
            mark, reason, expires = _meaning(box[1])
            if mark is None:
                continue  # a box of somebody else's
            ticked += 1
            fault = _fault(marker, ticked, expires)
            if fault or marker is None:
                mistakes.append(_mistake(fault, path, number, line))
                continue
            until = date.fromisoformat(expires) if expires else None
            yield from (Waiver(marker.id, each, mark, reason, until, number) for each in marker.paths)


def _meaning(text: str) -> tuple[Mark | None, str, str]:
    """Mark, reason and expiry of a ticked box; None for a box that is none of ours."""
    for start, mark in BOXES.items():
        rest = text.strip().removeprefix(start)
        if len(rest) < len(text.strip()) and not rest[:1].isalnum():
            expiry = _EXPIRY.search(rest)
            reason = _EXPIRY.sub("", rest).strip().removeprefix(":").strip()
            return mark, "" if reason in _NO_REASON else reason, expiry[1] if expiry else ""
    return None, "", ""


def _fault(marker: _Marker | None, ticked: int, expires: str) -> str:
    if marker is None:
        return "no conflict belongs to this box: its comment is missing"
    if ticked > 1:
        return f"two boxes of {marker.id} are ticked"
    return f"not a day: {expires!r}" if expires and not _is_day(expires) else ""


def _marker(fields: str) -> _Marker | None:
    try:
        content = json.loads(fields)
        paths = tuple(str(path) for path in content["paths"])
        return _Marker(str(content["id"]), paths) if paths and content["id"] else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _mistake(message: str, path: str, line: int, source: str) -> UserError:
    return UserError(message, path=path, line=line, column=1, source=source)
