"""The baseline: conflicts that were there before, so that only what comes after is new.

An entry is a conflict's id and one path; a further page that repeats a known conflict therefore is new. The file is
JSON, sorted, one entry a line, made to be committed and to merge well.

>>> parse('{"schema": "factcheck-baseline/1", "entries": [{"id": "fc-1", "path": "a.md", "rule": "FC101"}]}', "b.json")
(Entry(id='fc-1', path='a.md', rule='FC101', subject=''),)
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.errors import UserError
from factcheck.model import Conflict

SCHEMA = "factcheck-baseline/1"


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """``path`` is relative to the folder of the configuration; rule and subject are there for people."""

    id: str
    path: str
    rule: str
    subject: str = ""


def load(file: str) -> tuple[Entry, ...]:
    """The entries of a baseline file. Raises UserError if it cannot be read or is not one."""
    try:
        return parse(Path(file).read_bytes().decode("utf-8"), file)
    except OSError as fault:
        hint = "make one with --update-baseline" if isinstance(fault, FileNotFoundError) else ""
        raise UserError(f"cannot read the baseline: {fault.strerror}", path=file, hint=hint) from fault
    except UnicodeDecodeError as fault:
        raise UserError("the baseline is not UTF-8", path=file) from fault


def parse(text: str, path: str) -> tuple[Entry, ...]:
    try:
        content = json.loads(text)
    except json.JSONDecodeError as fault:
        raise UserError(f"not JSON: {fault.msg}", path=path, line=fault.lineno, column=fault.colno) from fault
    except (RecursionError, ValueError) as fault:
        what = "nested too deeply" if isinstance(fault, RecursionError) else f"not JSON: {fault}"
        raise UserError(what, path=path) from fault
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        raise UserError(f"not a baseline: no schema {SCHEMA!r}", path=path)
    try:
        return tuple(
            Entry(str(each["id"]), str(each["path"]), str(each["rule"]), str(each.get("subject", "")))
            for each in content["entries"]
        )
    except (AttributeError, KeyError, TypeError) as fault:
        raise UserError("not a baseline: an entry needs id, path and rule", path=path) from fault


def apply(
    conflicts: Sequence[Conflict], entries: Iterable[Entry], relative: Callable[[str], str]
) -> tuple[Conflict, ...]:
    """The conflicts, those of which every place is an entry marked as ``baseline``."""
    known = {(entry.id, entry.path) for entry in entries}

    def is_known(conflict: Conflict) -> bool:
        return all((conflict.id, path) in known for path in _paths(conflict, relative))

    return tuple(
        replace(conflict, status="baseline") if conflict.status == "new" and is_known(conflict) else conflict
        for conflict in conflicts
    )


def stale(
    entries: Sequence[Entry],
    conflicts: Iterable[Conflict],
    relative: Callable[[str], str],
    judged: Callable[[Entry], bool],
) -> Iterator[Entry]:
    """The entries that no conflict needs any more. ``judged`` says whether this run read the entry's page (or the page
    is gone) and ran its rule; an entry counts as stale only if that holds for every page of its conflict."""
    found = {(conflict.id, path) for conflict in conflicts for path in _paths(conflict, relative)}
    unknown = {entry.id for entry in entries if not judged(entry)}
    for entry in entries:
        if (entry.id, entry.path) not in found and entry.id not in unknown:
            yield entry


def entries_of(conflicts: Iterable[Conflict], relative: Callable[[str], str]) -> tuple[Entry, ...]:
    """The entries that make every conflict known which is not waived."""
    return tuple(
        sorted(
            Entry(conflict.id, path, conflict.rule, conflict.subject)
            for conflict in conflicts
            if conflict.status != "waived"
            for path in _paths(conflict, relative)
        )
    )


def text_of(entries: Iterable[Entry]) -> str:
    """The file's text: sorted, one entry a line."""
    rows = [
        json.dumps(
            {"id": entry.id, "path": entry.path, "rule": entry.rule, "subject": entry.subject}, ensure_ascii=False
        )
        for entry in sorted(entries)
    ]
    body = ",\n  ".join(rows)
    return f'{{"schema": "{SCHEMA}", "entries": [' + (f"\n  {body}\n" if rows else "") + "]}\n"


def _paths(conflict: Conflict, relative: Callable[[str], str]) -> list[str]:
    places = {claim.citation.path for position in conflict.positions for claim in position.claims}
    return sorted(relative(path) for path in places)
