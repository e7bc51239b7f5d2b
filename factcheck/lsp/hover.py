"""What a figure is about, and who says the same or something else, as Markdown.

>>> covers((3, 5), (3, 9), (3, 7)), covers((3, 5), (3, 9), (3, 10))
(True, False)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os.path import relpath

from factcheck.model import Claim, Position, Reading, Report
from factcheck.model.finding import Agreement

Place = tuple[int, int]
"""Line and column, counted from 1."""


def covers(start: Place, end: Place, place: Place) -> bool:
    return start <= place <= end


def claim_at(readings: Iterable[Reading], place: Place) -> Claim | None:
    """The claim whose quote is at the place; of several the one with the shortest quote."""
    there = [claim for reading in readings for claim in reading.claims if _is_at(claim, place)]
    return min(there, key=lambda claim: (len(claim.citation.quote), claim.citation.span), default=None)


def text(claim: Claim, report: Report, root: str) -> str:
    """The claim's fact, and its positions with their places relative to ``root``."""
    frame = claim.frame
    about = ", ".join(filter(None, (*frame.subject[:2], *frame.qualifiers[:3])))
    lines = [f"**{_escaped(frame.measure or 'figure')}**" + (f" – {_escaped(about)}" if about else "")]
    for conflict in report.conflicts:
        if _states(conflict.positions, claim):
            lines += ["", f"{conflict.rule} {conflict.conflict_class} ({conflict.status})", ""]
            lines += [_line(position, claim, root) for position in conflict.positions]
    for agreement in _agreements(report.agreements, claim):
        lines += ["", f"{len(agreement.position.claims)} places agree", "", _line(agreement.position, claim, root)]
    return "\n".join(lines)


def _agreements(agreements: Iterable[Agreement], claim: Claim) -> Iterator[Agreement]:
    return (agreement for agreement in agreements if _states((agreement.position,), claim))


def _states(positions: Iterable[Position], claim: Claim) -> bool:
    return any(each.claim_id == claim.claim_id for position in positions for each in position.claims)


def _line(position: Position, claim: Claim, root: str) -> str:
    places = sorted({(relpath(each.citation.path, root), each.citation.line) for each in position.claims})
    shown = ", ".join(f"{_escaped(path)}:{line}" for path, line in places[:5])
    more = f" and {len(places) - 5} more" if len(places) > 5 else ""
    here = " (here)" if _states((position,), claim) else ""
    return f"- {_escaped(position.text)}{here}: {shown}{more}"


def _is_at(claim: Claim, place: Place) -> bool:
    at = claim.citation
    return covers((at.line, at.column), (at.end_line, at.end_column), place)


def _escaped(text: str) -> str:
    """Text from articles, which must not become markup.

    >>> _escaped("a*b <i>")
    'a\\\\*b \\\\<i\\\\>'
    """
    return "".join(f"\\{each}" if each in "\\`*_{}[]<>#|!" else each for each in " ".join(text.split()))
