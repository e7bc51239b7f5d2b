"""Front matter: YAML between ``---`` lines (or simple TOML between ``+++``) as fields with exact offsets.

>>> text = "---\\ntitle: Limits\\nmax_nodes: 10\\n---\\nText."
>>> front = read_front_matter(text, "a.md")
>>> (front.end, front.values["title"], [block.labels[0].text for block in front.blocks])
(36, 'Limits', ['title', 'max_nodes'])
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.model import Block, Problem
from factcheck.readers.front_matter_fields import field_blocks
from factcheck.readers.iso_date import iso_date
from factcheck.readers.yaml_block import block_entries
from factcheck.readers.yaml_tree import Entry, YamlError, mapping_entries

_FENCED = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?)(?:^\1[ \t]*\r?$\n?|\Z)", re.DOTALL | re.MULTILINE)
_LOOSE = re.compile(r"^([A-Za-z_][\w.-]*):[ \t]+([^\n\r]*?\S)[ \t]*\r?$", re.MULTILINE)
_TOML = re.compile(r"^([A-Za-z_][\w.-]*)[ \t]*=[ \t]*([^\n\r]*?)[ \t]*\r?$", re.MULTILINE)
_DATES = ("date", "published", "pubdate", "publishdate", "publish_date", "published_at", "datepublished", "pub_date")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What front matter says. ``end`` is where the page itself begins; ``values`` are its top-level scalars."""

    end: int = 0
    values: Mapping[str, str] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def published(self) -> str | None:
        """The publication date, if one is given as an ISO date."""
        written = (self.values.get(key, "") for key in _DATES)
        return next((date for value in written if (date := iso_date(value))), None)


def read_front_matter(text: str, path: str) -> FrontMatter:
    """The front matter at the beginning of a text; without any, an empty one.

    What does not parse is a note, and its ``key: value`` lines are read as they stand.
    """
    match = _FENCED.match(text) if text.startswith(("---", "+++")) else None
    if match is None:
        return FrontMatter()
    start, inner = match.start(2), match[2]
    if match.end() == len(text) and not inner.rstrip().endswith(("---", "+++")) and not _closed(match):
        return FrontMatter()
    if match[1] == "+++":
        entries: Sequence[Entry] | None = tuple(_toml_entries(inner))
    else:
        entries = block_entries(inner)
    problems: tuple[Problem, ...] = ()
    if entries is None:
        try:
            entries = mapping_entries(inner)
        except YamlError as error:
            detail = f"front matter does not parse: {error} (column {error.column})"
            problems = (Problem(path, path, error.line + 1, "note", "bad-front-matter", detail),)
            entries = tuple(_loose_entries(inner))
    values = {entry.key.lower(): entry.value for entry in entries if isinstance(entry.value, str)}
    return FrontMatter(match.end(), values, field_blocks(text, entries, start, path), problems)


def _closed(match: re.Match[str]) -> bool:
    return match.end() > match.end(2)


def _loose_entries(inner: str) -> Iterator[Entry]:
    """The ``key: value`` lines of front matter that does not parse; the first of equal keys counts."""
    seen: set[str] = set()
    for match, line in _numbered(_LOOSE, inner):
        if match[1] not in seen:
            seen.add(match[1])
            start, end = match.span(2)
            yield Entry(match[1], match[2].strip("\"'"), start, end, match.start(), line, 1)


def _toml_entries(inner: str) -> Iterator[Entry]:
    """The simple assignments of TOML; tables and arrays of it are left alone."""
    for match, line in _numbered(_TOML, inner):
        value = match[2]
        quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
        start, end = match.span(2)
        yield Entry(match[1], value[1:-1] if quoted else value, start, end, match.start(), line, 1)


def _numbered(pattern: re.Pattern[str], text: str) -> Iterator[tuple[re.Match[str], int]]:
    """The matches of a pattern, each with the 1-based number of its line."""
    line, counted = 1, 0
    for match in pattern.finditer(text):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        yield match, line
