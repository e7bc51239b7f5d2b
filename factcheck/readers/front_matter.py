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
from factcheck.readers.yaml_tree import Entry, YamlError, mapping_entries

_FENCED = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?)(?:^\1[ \t]*\r?$\n?|\Z)", re.DOTALL | re.MULTILINE)
_FLAT = re.compile(
    r"([A-Za-z_][\w. -]*):(?:[ \t]+([^\s&*!|>%@`{\[\"'#,?:-][^#\n\r]*?|\"[^\"\\\n\r]*\"|'[^'\n\r]*'))?[ \t]*\r?\n"
)
_ITEM = re.compile(
    r"([ \t]*)-[ \t]+([^\s&*!|>%@`{\[\"'#,?:-][^#\n\r]*?|\"[^\"\\\n\r]*\"|'[^'\n\r]*')[ \t]*(?:\r?\n|\Z)"
)
_SKIPPED = re.compile(r"[ \t]*(?:#[^\n]*)?\r?\n")
_LOOSE = re.compile(r"^([A-Za-z_][\w.-]*):[ \t]+([^\n\r]*?\S)[ \t]*\r?$", re.MULTILINE)
_TOML = re.compile(r"^([A-Za-z_][\w.-]*)[ \t]*=[ \t]*([^\n\r]*?)[ \t]*\r?$", re.MULTILINE)
_NEXT_IS_NESTED = re.compile(r"[ \t]|-[ \t\r\n]")
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
        entries = _flat_entries(inner)
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


def _flat_entries(inner: str) -> tuple[Entry, ...] | None:
    """The entries of front matter that is nothing but ``key: value`` lines, lists of words and comments, or None for
    any other. Twenty times faster than YAML."""
    entries: list[Entry] = []
    seen: set[str] = set()
    position = 0
    while position < len(inner):
        skipped = _SKIPPED.match(inner, position)
        if skipped is not None:
            position = skipped.end()
            continue
        match = _FLAT.match(inner, position)
        if match is None or match[1] in seen or (match[2] is not None and _mapped(match[2])):
            return None
        seen.add(match[1])
        items = _flat_items(inner, match.end()) if match[2] is None else ()
        position = _next_line(inner, items[-1].end) if items else match.end()
        if match[2] is None and _NEXT_IS_NESTED.match(inner, position):
            return None
        line = inner.count("\n", 0, match.start()) + 1
        start, end = match.span(2) if match[2] is not None else (match.end(1) + 1, match.end(1) + 1)
        value = items or _unquoted(match[2] or "")
        entries.append(Entry(match[1], value, start, end, match.start(), line, 1, is_list=bool(items)))
    return tuple(entries)


def _flat_items(inner: str, position: int) -> tuple[Entry, ...]:
    """The words of a list below its key; none where something else stands there."""
    items: list[Entry] = []
    indent: str | None = None
    while (match := _ITEM.match(inner, position)) is not None and not _mapped(match[2]) and indent in (None, match[1]):
        indent = match[1]
        line = inner.count("\n", 0, match.start()) + 1
        start, end = match.span(2)
        items.append(Entry("", _unquoted(match[2]), start, end, start, line, 1))
        position = match.end()
    return tuple(items)


def _next_line(inner: str, position: int) -> int:
    end = inner.find("\n", position)
    return len(inner) if end < 0 else end + 1


def _mapped(written: str) -> bool:
    """Whether a plain scalar is a mapping of its own, which this fast way does not read."""
    return written[:1] not in ("'", '"') and (": " in written or written.endswith(":"))


def _unquoted(written: str) -> str:
    return written[1:-1] if written[:1] in ("'", '"') else written


def _loose_entries(inner: str) -> Iterator[Entry]:
    """The ``key: value`` lines of front matter that does not parse; the first of equal keys counts."""
    seen: set[str] = set()
    for match in _LOOSE.finditer(inner):
        if match[1] not in seen:
            seen.add(match[1])
            start, end = match.span(2)
            line = inner.count("\n", 0, match.start()) + 1
            yield Entry(match[1], match[2].strip("\"'"), start, end, match.start(), line, 1)


def _toml_entries(inner: str) -> Iterator[Entry]:
    """The simple assignments of TOML; tables and arrays of it are left alone."""
    for match in _TOML.finditer(inner):
        value = match[2]
        quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
        line = inner.count("\n", 0, match.start()) + 1
        start, end = match.span(2)
        yield Entry(match[1], value[1:-1] if quoted else value, start, end, match.start(), line, 1)
