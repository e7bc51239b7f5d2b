"""Suppressions written into a page: which block each means, and which conflicts they take out.

>>> page = "Limits\\n\\n<!-- factcheck: ignore[FC140] old plan -->\\nUp to 5 seats.\\n\\nUp to 9 seats.\\n"
>>> [(found.rules, found.first, found.last, found.reason) for found in find(page, ".md")]
[(('FC140',), 4, 4, 'old plan')]
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.model import Conflict, Position, Problem, Reading, Suppression

# Bounded throughout: a line of a megabyte that begins comments and ends none takes no longer than any other.
_BODY = r"factcheck:[ \t]{0,9}ignore[ \t]{0,9}\[(?P<rules>[^\[\]\n]{0,200})\](?P<reason>"
_HTML = re.compile(r"<!--[ \t]{0,9}" + _BODY + r"(?:(?!-->).){0,500})-->")
_MDX = re.compile(r"(?:<!--|\{/\*)[ \t]{0,9}" + _BODY + r"(?:(?!-->|\*/\}).){0,500})(?:-->|\*/\})")
_RST = re.compile(r"^[ \t]{0,99}\.\.[ \t]{1,9}" + _BODY + r".{0,500})$")
_ADOC = re.compile(r"^//[ \t]{0,9}" + _BODY + r".{0,500})$")

_PATTERNS = {
    ".md": _HTML, ".markdown": _HTML, ".mdx": _MDX, ".html": _HTML, ".htm": _HTML, ".rst": _RST, ".adoc": _ADOC,
}  # fmt: skip
_FENCE = re.compile(r"^ {0,3}(```+|~~~+)")
# Elements that end where the next of their kind begins, when nobody closed them.
_CLOSED_BY_NEXT = frozenset({"p", "li", "dt", "dd", "tr", "td", "th", "option"})
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})


def find(text: str, suffix: str) -> tuple[Suppression, ...]:
    """The suppressions in the source of a file, in the order of the text; () for formats without comments.

    A comment means the next block: in HTML the next element, elsewhere the lines to the next blank one. A comment that
    shares its line with other text means that line.
    """
    pattern = _PATTERNS.get(suffix.lower())
    if pattern is None or "factcheck:" not in text:
        return ()
    lines = re.split(r"\r\n|\n|\r", text)
    comments = tuple(_comments(lines, pattern, fenced=suffix.lower() in (".md", ".markdown", ".mdx")))
    blocks = _elements_after(text) if suffix.lower() in (".html", ".htm") else {}
    return tuple(_suppression(number, match, lines, blocks, pattern) for number, match in comments)


def apply(
    conflicts: Sequence[Conflict], readings: Iterable[Reading]
) -> tuple[tuple[Conflict, ...], frozenset[tuple[str, int]]]:
    """The conflicts, those taken out marked as waived with the reason, and the comments used, as (doc_id, line).

    A conflict is taken out when fewer than two positions are left without the places that a comment covers: one side
    is enough, whichever it is.
    """
    by_document = {reading.doc_id: reading.suppressions for reading in readings if reading.suppressions}
    if not by_document:
        return tuple(conflicts), frozenset()
    used: set[tuple[str, int]] = set()
    settled = []
    for conflict in conflicts:
        covering = tuple(_covering(conflict, by_document))
        used.update((doc_id, suppression.line) for doc_id, _, suppression in covering)
        settled.append(_settled(conflict, {claim_id for _, claim_id, _ in covering}, [each[2] for each in covering]))
    return tuple(settled), frozenset(used)


def unused(
    readings: Iterable[Reading], used: frozenset[tuple[str, int]], in_force: Callable[[tuple[str, ...]], bool]
) -> Iterator[Problem]:
    """A note for every comment that took nothing out, and for every one without a reason.

    ``in_force`` says whether a rule of these prefixes ran at all: of one that did not run nobody knows.
    """
    for reading in readings:
        for found in reading.suppressions:
            rules = ",".join(found.rules)
            if (reading.doc_id, found.line) not in used and in_force(found.rules):
                detail = f"ignore[{rules}] takes out nothing: remove the comment"
                yield Problem(reading.doc_id, reading.path, found.line, "note", "unused-suppression", detail)
            elif not found.reason:
                detail = f"ignore[{rules}] gives no reason"
                yield Problem(reading.doc_id, reading.path, found.line, "note", "suppression-without-reason", detail)


def _comments(lines: list[str], pattern: re.Pattern[str], *, fenced: bool) -> Iterator[tuple[int, re.Match[str]]]:
    """(1-based line, match) of every comment; in Markdown not those shown inside a fenced block."""
    fence = ""
    for number, line in enumerate(lines, 1):
        mark = _FENCE.match(line) if fenced else None
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence):
            fence = ""
        elif not fence and "factcheck:" in line and (match := pattern.search(line)):
            yield number, match


def _suppression(
    number: int, match: re.Match[str], lines: list[str], blocks: dict[int, tuple[int, int]], pattern: re.Pattern[str]
) -> Suppression:
    rules = tuple(word.strip() for word in match["rules"].split(",") if word.strip())
    line = lines[number - 1]
    if number in blocks:
        first, last = blocks[number]
    elif (line[: match.start()] + line[match.end() :]).strip():
        first, last = number, number
    else:
        first, last = _next_block(lines, number, pattern)
    # No rule named is every rule: the prefix of all ids.
    return Suppression(rules or ("",), match["reason"].strip(), number, first, last)


def _next_block(lines: list[str], after: int, pattern: re.Pattern[str]) -> tuple[int, int]:
    """1-based lines of the block below line ``after``; an empty range at the end of the file."""
    first = after
    while first < len(lines) and (not lines[first].strip() or pattern.fullmatch(lines[first].strip())):
        first += 1
    last = first
    while last < len(lines) and lines[last].strip():
        last += 1
    return first + 1, last


# An end tag looks no further up than this for its start: nesting must not make the time quadratic.
_DEEPEST_UNCLOSED = 64
# Possessive, so that a start of a tag that never ends is given up at once.
_TAG = re.compile(r"<!--|<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*+)[^<>]*+>")


def _elements_after(text: str) -> dict[int, tuple[int, int]]:
    """For each comment of ours, by its line, the lines of the element that follows it. One pass, whatever the text."""
    starts = [0, *(line_end.end() for line_end in re.finditer(r"\r\n|\n|\r", text))]
    elements = _Elements()
    at = 0
    while match := _TAG.search(text, at):
        at, line = match.end(), bisect_right(starts, match.start())
        name = (match["name"] or "").lower()
        if name and match["end"]:
            elements.end(name, line)
        elif name:
            elements.start(name, line)
        elif (stop := text.find("-->", at)) < 0:
            break
        else:
            if text.startswith("factcheck:", _skip_blanks(text, at)):
                elements.waiting.append(line)
            at = stop + 3
    return elements.finish(len(starts))


class _Elements:
    """The elements that are open, each with the comments (by line) that stand right before it."""

    def __init__(self) -> None:
        self.waiting: list[int] = []
        self._open: list[tuple[str, list[int], int]] = []
        self._found: dict[int, tuple[int, int]] = {}

    def start(self, name: str, line: int) -> None:
        if name in _VOID:
            return
        if name in _CLOSED_BY_NEXT and self._open and self._open[-1][0] == name:
            self._close(line)
        self._open.append((name, self.waiting, line))
        self.waiting = []

    def end(self, name: str, line: int) -> None:
        """Close the element and what was left open in it; an end without a start near it is nobody's."""
        if any(name == inner for inner, _, _ in self._open[-_DEEPEST_UNCLOSED:]):
            while self._open[-1][0] != name:
                self._close(line)
            self._close(line)

    def finish(self, line: int) -> dict[int, tuple[int, int]]:
        while self._open:
            self._close(line)
        return self._found

    def _close(self, line: int) -> None:
        _, comments, first = self._open.pop()
        self._found.update(dict.fromkeys(comments, (first, line)))


def _skip_blanks(text: str, at: int) -> int:
    while text[at : at + 1] in (" ", "\t"):
        at += 1
    return at


def _covering(
    conflict: Conflict, by_document: dict[str, tuple[Suppression, ...]]
) -> Iterator[tuple[str, str, Suppression]]:
    for position in conflict.positions:
        for claim in position.claims:
            for suppression in by_document.get(claim.citation.doc_id, ()):
                if suppression.covers(conflict.rule, claim.citation.line):
                    yield claim.citation.doc_id, claim.claim_id, suppression


def _settled(conflict: Conflict, covered: set[str], by: list[Suppression]) -> Conflict:
    left = [position for position in conflict.positions if _stands(position, covered)]
    if not covered or len(left) >= 2 or len(left) == len(conflict.positions):
        return conflict
    reason = next((suppression.reason for suppression in by if suppression.reason), "ignored in the page")
    return replace(conflict, status="waived", reason=reason)


def _stands(position: Position, covered: set[str]) -> bool:
    return any(claim.claim_id not in covered for claim in position.claims)
