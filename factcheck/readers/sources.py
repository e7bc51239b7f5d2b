"""``sources.yaml``: what the user says about the files beside it.

    001_harbour.txt: {source: Lorvik Courier, published: 2024-05-03}
    "archive/**":    {history: true, scope: {version: "1"}}

The keys are file names or globs relative to the folder; where several match, later entries go before earlier ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from factcheck.errors import CombinedUserError, UserError, did_you_mean
from factcheck.readers.globs import is_tame
from factcheck.readers.source_file import Given
from factcheck.readers.yaml_tree import Entry, YamlError, mapping_entries

NAME = "sources.yaml"
_TEXTS = ("title", "url", "source", "published")
_KEYS = (*_TEXTS, "group", "scope", "metadata", "history", "example", "note")


@dataclass(frozen=True, slots=True)
class Sources:
    """The entries of one ``sources.yaml``: (pattern, what it says), in the order of the file."""

    folder: Path
    entries: tuple[tuple[str, Given], ...] = ()

    def given(self, path: Path) -> Given:
        """What all matching entries say together about a file at or below the folder."""
        relative = path.relative_to(self.folder).as_posix()
        found = Given()
        for pattern, given in self.entries:
            if pattern == relative or _spec(pattern).match_file(relative):
                found = merged(found, given)
        return found


def merged(first: Given, second: Given) -> Given:
    """Both together; ``second`` wins where both speak."""
    return Given(
        title=second.title or first.title,
        url=second.url or first.url,
        source=second.source or first.source,
        published=second.published or first.published,
        scope=tuple({**dict(first.scope), **dict(second.scope)}.items()),
        metadata=tuple({**dict(first.metadata), **dict(second.metadata)}.items()),
        flags=first.flags | second.flags,
    )


@cache
def _spec(pattern: str) -> Any:
    from pathspec import PathSpec

    return PathSpec.from_lines("gitignore", ["/" + pattern.lstrip("/")])


def load(folder: Path, shown: str) -> Sources:
    """The ``sources.yaml`` of a folder, empty if there is none. ``shown`` is its path for messages.

    Raises UserError, with line and caret, for a file that does not parse, and for all wrong keys and values at once.
    """
    path = folder / NAME
    if not path.is_file():
        return Sources(folder)
    if not path.resolve().is_relative_to(folder.resolve()):
        raise UserError("a symbolic link out of its folder is not followed", path=shown)
    text = _text(path, shown)
    try:
        entries = mapping_entries(text)
    except YamlError as mistake:
        raise _error(shown, text, mistake.line, mistake.column, str(mistake)) from None
    mistakes: list[UserError] = []
    read = tuple((entry.key, _given(entry, shown, text, mistakes)) for entry in entries)
    if mistakes:
        raise mistakes[0] if len(mistakes) == 1 else CombinedUserError(mistakes)
    return Sources(folder, read)


def _text(path: Path, shown: str) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as fault:
        raise UserError(f"cannot be read: {fault.strerror}", path=shown) from fault
    except UnicodeDecodeError as fault:
        raise UserError("it is not UTF-8", path=shown) from fault


def _given(entry: Entry, shown: str, text: str, mistakes: list[UserError]) -> Given:
    """One entry; what is wrong in it is added to ``mistakes``."""
    if not is_tame(entry.key):
        mistakes.append(_wrong(entry, shown, text, "too many wildcards"))
    if not isinstance(entry.value, tuple) or entry.is_list:
        mistakes.append(_wrong(entry, shown, text, "expected a mapping such as {source: …, published: …}"))
        return Given()
    values: dict[str, Any] = {}
    for field in entry.value:
        wrong = _mistake(field)
        if wrong:
            mistakes.append(_wrong(field, shown, text, *wrong))
        values[field.key] = _value(field)
    group = [("group", values["group"])] if "group" in values else []
    return Given(
        **{key: values[key] for key in _TEXTS if values.get(key)},
        scope=tuple(values.get("scope", {}).items()),
        metadata=(*group, *values.get("metadata", {}).items()),
        flags=frozenset(flag for flag in ("history", "example") if values.get(flag) == "true"),
    )


def _value(field: Entry) -> Any:
    if isinstance(field.value, tuple):
        return {entry.key: entry.value for entry in field.value if isinstance(entry.value, str)}
    return {} if field.key in ("scope", "metadata") else field.value


def _mistake(field: Entry) -> tuple[str, str] | None:
    """(what is wrong, a suggestion), or None."""
    from factcheck.readers.iso_date import iso_date

    if field.key not in _KEYS:
        return f"unknown key {field.key!r}", did_you_mean(field.key, _KEYS)
    if (field.key in ("scope", "metadata")) != (isinstance(field.value, tuple) and not field.is_list):
        return f"{field.key} must be {'a mapping' if field.key in ('scope', 'metadata') else 'one value'}", ""
    if field.key in ("history", "example") and field.value not in ("true", "false"):
        return f"{field.key} must be true or false", ""
    if field.key == "published" and iso_date(str(field.value)) is None:
        return f"{field.value!r} is not an ISO date or datetime", "such as 2024-05-03 or 2024-05-03T19:00Z"
    return None


def _wrong(entry: Entry, shown: str, text: str, message: str, hint: str = "") -> UserError:
    return _error(shown, text, entry.line, entry.column, message, hint)


def _error(shown: str, text: str, line: int, column: int, message: str, hint: str = "") -> UserError:
    lines = text.splitlines()
    source = lines[line - 1] if 0 < line <= len(lines) else ""
    return UserError(message, path=shown, line=line, column=column, hint=hint, source=source)
