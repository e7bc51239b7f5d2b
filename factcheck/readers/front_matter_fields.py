"""Front matter as field blocks: every scalar that may say something, with what its place in the mapping says of it.

A list of mappings is a table: the entry that names a mapping (its cycle, version or name) is its row header, and the
key that names it stands over the row headers.

>>> from factcheck.readers.yaml_tree import mapping_entries
>>> text = "releases:\\n  - cycle: '1.2'\\n    eol: 2024-03-01\\n    latest: 1.2.9\\n    latestDate: 2024-02-08\\n"
>>> for block in field_blocks(text, mapping_entries(text), 0):
...     print(block.span.of(text), [label.text for label in block.labels])
2024-03-01 ['eol', '1.2', 'cycle', 'releases']
1.2.9 ['latest', '1.2', 'cycle', 'releases']
2024-02-08 ['latestDate', '1.2.9', 'latest', 'releases']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.model import Block, Label, Span
from factcheck.readers.iso_date import iso_date
from factcheck.readers.yaml_tree import Entry

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
# Keys that name a mapping among its siblings, the first that is there.
_NAMES = (
    *("cycle", "releasecycle", "version", "release", "name", "id", "title", "label", "plan", "tier", "edition", "key"),
)
_VERSION = re.compile(r"v?\d+(?:\.\d+)*(?:[.-]?[a-z]+\d*)?", re.IGNORECASE)
_DAY = re.compile(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}")
_RELEASED = re.compile(r"(?:^|[/_ -])releases?(?=[/_. -]|\Z)", re.IGNORECASE)
_RELEASE_TITLE = re.compile(
    r"[^\W\d].{0,60}?\bv?(\d{1,4}(?:\.\d{1,4}){1,3})(?: \([^()]*\)| released?(?: (?:announcement|notes?))?)?", re.I
)


class _Row(NamedTuple):
    """What names the mapping that an entry stands in ("" if nothing), and the key that says so."""

    name: str = ""
    key: str = ""


def field_blocks(text: str, entries: Sequence[Entry], base: int, path: str = "") -> tuple[Block, ...]:
    """A field block for every scalar that may say something, in the order of the text.

    ``base`` is the offset of the entries' text in ``text``; ``path`` is that of the page. The ``date`` of a page on one
    release is the day of that release: its row is the release, its key stays ``date``.
    """
    found = [*_fields(text, entries, base, (), _Row()), *_release_date(text, entries, base, path)]
    return tuple(sorted(found, key=lambda block: block.span))


def _fields(text: str, entries: Sequence[Entry], base: int, keys: tuple[str, ...], above: _Row) -> Iterator[Block]:
    own = _instance(entries) if keys else _Row()
    row = _Row(" ".join(part for part in (above.name, own.name) if part), own.key or above.key)
    tabled = bool(keys) and _is_table(entries)
    for entry in entries:
        path = (*keys, entry.key) if entry.key else keys
        if isinstance(entry.value, tuple):
            inner = _Row(" ".join(part for part in (row.name, entry.key) if part), keys[-1]) if tabled else row
            yield from _fields(text, entry.value, base, keys if tabled else path, inner)
        elif entry.value != own.name and _may_say_something(entry.value.strip(), path[-1] if path else ""):
            yield _field(text, entry, base, path, _sibling(entry, entries) or row)


def _is_table(entries: Sequence[Entry]) -> bool:
    """Whether a mapping is a table whose keys are the row headers: each of several holds a mapping."""
    return len(entries) > 1 and all(entry.key and isinstance(entry.value, tuple) for entry in entries)


def _may_say_something(value: str, key: str) -> bool:
    named = _CAPITAL.sub("_", key).lower()
    return bool(value) and not (_OWN.fullmatch(named) or _NAMING.fullmatch(named) or _ADDRESS.fullmatch(value))


def _field(text: str, entry: Entry, base: int, keys: tuple[str, ...], row: _Row) -> Block:
    span = Span(base + entry.start, base + entry.end)
    while span.end > span.start and text[span.end - 1].isspace():
        span = Span(span.start, span.end - 1)
    if span.end - span.start > 1 and text[span.start] in "\"'" and text[span.end - 1] == text[span.start]:
        span = Span(span.start + 1, span.end - 1)
    line = Span(base + entry.key_start, max(span.end, base + entry.end))
    while line.end > span.end and text[line.end - 1].isspace():
        line = Span(line.start, line.end - 1)
    labels = (
        Label("key", keys[-1] if keys else ""),
        Label("row", row.name),
        Label("stub", row.key),
        Label("table", " ".join(keys[:-1])),
    )
    return Block("field", span, line, labels=tuple(label for label in labels if label.text))


def _instance(entries: Sequence[Entry]) -> _Row:
    """What names a mapping among its siblings: its cycle, version or name."""
    scalars = {entry.key.lower().replace("_", ""): entry for entry in entries if isinstance(entry.value, str)}
    named = next((scalars[key] for key in _NAMES if key in scalars and scalars[key].value), None)
    return _Row(str(named.value), named.key) if named else _Row()


def _sibling(entry: Entry, entries: Sequence[Entry]) -> _Row | None:
    """The version that a sibling gives where the key begins with the sibling's ("latest", "latestReleaseDate")."""
    for other in entries:
        longer = other.key and entry.key != other.key and entry.key.startswith(other.key)
        if longer and isinstance(other.value, str) and _VERSION.fullmatch(other.value):
            behind = entry.key[len(other.key)]
            if behind.isupper() or not behind.isalnum():
                return _Row(other.value, other.key)
    return None


def _release_date(text: str, entries: Sequence[Entry], base: int, path: str) -> Iterator[Block]:
    """The day in the ``date`` of a page whose title is a name and a version, and which says that it is of a release."""
    said: Mapping[str, Entry] = {entry.key.lower(): entry for entry in entries if isinstance(entry.value, str)}
    title, date = said.get("title"), said.get("date")
    titled = _RELEASE_TITLE.fullmatch(str(title.value).strip()) if title else None
    if titled is None or date is None or iso_date(str(date.value)) is None:
        return
    if any(_RELEASED.search(str(said[key].value)) for key in ("category", "type", "title") if key in said) or (
        _RELEASED.search(path)
    ):
        whole = _field(text, date, base, ("date",), _Row(titled[1], "version"))
        day = _DAY.match(text, whole.span.start)
        yield replace(whole, span=Span(*day.span())) if day else whole
