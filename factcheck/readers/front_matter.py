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

from factcheck.model import Block, Label, Problem, Span
from factcheck.readers.iso_date import iso_date
from factcheck.readers.yaml_tree import Entry, YamlError, mapping_entries

_FENCED = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?)(?:^\1[ \t]*\r?$\n?|\Z)", re.DOTALL | re.MULTILINE)
_FLAT = re.compile(
    r"([A-Za-z_][\w. -]*):(?:[ \t]+([^\s&*!|>%@`{\[\"'#,?:-][^#\n\r]*?|\"[^\"\\\n\r]*\"|'[^'\n\r]*'))?[ \t]*\r?\n"
)
_LOOSE = re.compile(r"^([A-Za-z_][\w.-]*):[ \t]+([^\n\r]*?\S)[ \t]*\r?$", re.MULTILINE)
_TOML = re.compile(r"^([A-Za-z_][\w.-]*)[ \t]*=[ \t]*([^\n\r]*?)[ \t]*\r?$", re.MULTILINE)
_NEXT_IS_NESTED = re.compile(r"[ \t]|-[ \t\r\n]")
# Keys whose values place, name or draw the page and say nothing of its subject; the last word of a key decides.
_NAMING = re.compile(
    r"(?:.*[._-])?(?:u?u?id|ids|guid|assetid|slug|permalink|ur[il]|urls|links?|path|href|src|file|images?|icon|logo|"
    r"thumbnail|cover|banner|colou?r|css|class|authors?|reviewers?|manager|owner|contributors?|email|hash|sha|checksum|"
    r"keywords?|tags?|categor(?:y|ies)|alias(?:es)?|redirects?|regex|selector|command|template|layout|lang|language|locale)|"
    r"ms\..*|redirect_(?:from|to)|last_?(?:mod|modified|updated|reviewed|verified).*|(?:added|updated|modified|created|"
    r"reviewed)(?:_at|_on)?"
)
_OWN = re.compile(
    r"weight|order|position|sort|rank|js|twitter|github|toc|toc_depth|depth|level|draft|published|date|pubdate|"
    r"publishdate|expirydate|review_in|phone|zip|search|robots|width|height|hits|cascade|outputs|type|content_type|"
    r"no_list|menu|sidebar|sidebar_position|nav_order|parent|collection|audience|key|keys|author_profile|toc_sticky"
)
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
# Addresses, patterns, package names: one word with marks that no prose has.
_ADDRESS = re.compile(r"\S*(?:://|\\|\(\?|::)\S*|[/#.~]\S+|(?:cpe|pkg|urn|git|mailto|data):\S+|[\w.+-]+@[\w.-]+")
_DATES = ("date", "published", "pubdate", "publishdate", "publish_date", "published_at", "datepublished", "pub_date")
_NAMES = (
    "cycle",
    "releasecycle",
    "version",
    "release",
    "name",
    "id",
    "title",
    "label",
    "plan",
    "tier",
    "edition",
    "key",
)


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
    blocks = tuple(sorted(_fields(text, entries, start, (), ""), key=lambda block: block.span))
    return FrontMatter(match.end(), values, blocks, problems)


def _closed(match: re.Match[str]) -> bool:
    return match.end() > match.end(2)


def _flat_entries(inner: str) -> tuple[Entry, ...] | None:
    """The entries of front matter that is nothing but ``key: value`` lines, or None. Twenty times faster than YAML."""
    entries: list[Entry] = []
    seen: set[str] = set()
    position, line = 0, 1
    while position < len(inner):
        match = _FLAT.match(inner, position)
        if match is None or match[1] in seen or (match[2] is None and _NEXT_IS_NESTED.match(inner, match.end())):
            return None
        written = match[2] or ""
        if written[:1] not in ("'", '"') and (": " in written or written.endswith(":")):
            return None
        seen.add(match[1])
        start, end = match.span(2) if match[2] is not None else (match.end(1) + 1, match.end(1) + 1)
        value = written[1:-1] if written[:1] in ("'", '"') else written
        entries.append(Entry(match[1], value, start, end, match.start(), line, 1))
        position, line = match.end(), line + 1
    return tuple(entries)


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


def _fields(text: str, entries: Sequence[Entry], base: int, keys: tuple[str, ...], name: str) -> Iterator[Block]:
    """A field block for every scalar that may say something, labelled by its keys and by what names its mapping."""
    own = _instance(entries) if keys else ""
    named = " ".join(part for part in (name, own) if part)
    for entry in entries:
        path = (*keys, entry.key) if entry.key else keys
        if isinstance(entry.value, tuple):
            yield from _fields(text, entry.value, base, path, named)
        elif entry.value != own and _may_say_something(entry.value.strip(), path[-1] if path else ""):
            yield _field(text, entry, base, path, named)


def _may_say_something(value: str, key: str) -> bool:
    named = _CAPITAL.sub("_", key).lower()
    return bool(value) and not (_OWN.fullmatch(named) or _NAMING.fullmatch(named) or _ADDRESS.fullmatch(value))


def _field(text: str, entry: Entry, base: int, keys: tuple[str, ...], named: str) -> Block:
    span = Span(base + entry.start, base + entry.end)
    while span.end > span.start and text[span.end - 1].isspace():
        span = Span(span.start, span.end - 1)
    if span.end - span.start > 1 and text[span.start] in "\"'" and text[span.end - 1] == text[span.start]:
        span = Span(span.start + 1, span.end - 1)
    line = Span(base + entry.key_start, max(span.end, base + entry.end))
    while line.end > span.end and text[line.end - 1].isspace():
        line = Span(line.start, line.end - 1)
    labels = (Label("key", keys[-1] if keys else ""), Label("row", named), Label("table", " ".join(keys[:-1])))
    return Block("field", span, line, labels=tuple(label for label in labels if label.text))


def _instance(entries: Sequence[Entry]) -> str:
    """What names a mapping among its siblings: its cycle, version or name."""
    scalars = {entry.key.lower().replace("_", ""): entry.value for entry in entries if isinstance(entry.value, str)}
    return next((str(scalars[key]) for key in _NAMES if scalars.get(key)), "")
