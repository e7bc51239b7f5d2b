"""Waivers: conflicts that a reviewer has looked at, with mark, reason and expiry, in a YAML file people may edit.

A waiver is a conflict's id and one path; a further page that repeats a waived conflict is new. The marks ``accepted``
and ``not-same-fact`` waive; ``real-conflict`` and ``note`` only record what the reviewer said.

>>> waiver, = parse('waivers:\\n  - {id: fc-1, path: a.md, reason: agreed, expires: 2031-05-01}\\n', "w.yaml")
>>> waiver.mark, waiver.expires
('accepted', datetime.date(2031, 5, 1))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal, cast, get_args

from factcheck.errors import CombinedUserError, UserError, did_you_mean
from factcheck.model import Conflict
from factcheck.store.yaml_nodes import Entry, entries_of

FILE = "factcheck-waivers.yaml"
Mark = Literal["accepted", "not-same-fact", "real-conflict", "note"]
WAIVING: frozenset[Mark] = frozenset(("accepted", "not-same-fact"))
FIELDS = ("id", "path", "mark", "reason", "expires")

Relative = Callable[[str], str]


@dataclass(frozen=True, slots=True, order=True)
class Waiver:
    """``path`` is relative to the folder of the configuration. ``expires`` is the last day the waiver holds, None for
    ever; ``line`` is where it stands in its file, 0 if it is not from one."""

    id: str
    path: str
    mark: Mark = "accepted"
    reason: str = ""
    expires: date | None = field(default=None, compare=False)
    line: int = field(default=0, compare=False)

    def holds(self, today: date | None) -> bool:
        """Whether it waives on that day; without a day nothing has expired."""
        return self.mark in WAIVING and not self.has_expired(today)

    def has_expired(self, today: date | None) -> bool:
        return self.expires is not None and today is not None and self.expires < today


def load(file: str) -> tuple[Waiver, ...]:
    """The waivers of a file. Raises UserError, with every mistake, if it cannot be read or is not one."""
    try:
        return parse(Path(file).read_bytes().decode("utf-8"), file)
    except OSError as fault:
        raise UserError(f"cannot read the waivers: {fault.strerror}", path=file) from fault
    except UnicodeDecodeError as fault:
        raise UserError("the waiver file is not UTF-8", path=file) from fault


def parse(text: str, path: str) -> tuple[Waiver, ...]:
    """The waivers in a file's text. Raises UserError with every mistake in it, each with place and caret."""
    mistakes: list[UserError] = []
    waivers: list[Waiver] = []
    for entry in entries_of(text, path, "waivers"):
        wrong = list(_mistakes(entry))
        mistakes += wrong
        if not wrong:
            waivers.append(_waiver(entry))
    if mistakes:
        raise mistakes[0] if len(mistakes) == 1 else CombinedUserError(mistakes)
    return tuple(waivers)


def apply(
    conflicts: Sequence[Conflict], waivers: Iterable[Waiver], relative: Relative, today: date | None = None
) -> tuple[Conflict, ...]:
    """The conflicts, those of which every place is waived on ``today`` marked as ``waived``, with the reasons."""
    reasons = {(waiver.id, waiver.path): waiver.reason for waiver in waivers if waiver.holds(today)}

    def marked(conflict: Conflict) -> Conflict:
        keys = [(conflict.id, path) for path in paths_of(conflict, relative)]
        if conflict.status == "waived" or not all(key in reasons for key in keys):
            return conflict
        said = dict.fromkeys(reasons[key] for key in keys if reasons[key])
        return replace(conflict, status="waived", reason="; ".join(said))

    return tuple(marked(conflict) for conflict in conflicts)


def stale(
    waivers: Sequence[Waiver],
    conflicts: Iterable[Conflict],
    relative: Relative,
    judged: Callable[[Waiver], bool] = lambda waiver: True,
) -> Iterator[Waiver]:
    """The waivers that no conflict needs any more. ``judged`` says whether this run looked at the waiver's page; a
    waiver counts as stale only if that holds for every page of its conflict."""
    found = {(conflict.id, path) for conflict in conflicts for path in paths_of(conflict, relative)}
    unknown = {waiver.id for waiver in waivers if not judged(waiver)}
    for waiver in waivers:
        if (waiver.id, waiver.path) not in found and waiver.id not in unknown:
            yield waiver


def expired(waivers: Iterable[Waiver], today: date | None) -> Iterator[Waiver]:
    """The waivers that held once and no longer do."""
    return (waiver for waiver in waivers if waiver.mark in WAIVING and waiver.has_expired(today))


def merged_text(text: str, additions: Iterable[Waiver]) -> str:
    """The text of a waiver file with the additions in it: a new one for the same id and path replaces the old, and
    everything else in the file stays as it is written, comments too."""
    from factcheck.store.yaml_nodes import with_entries

    fields = {(waiver.id, waiver.path): _fields(waiver) for waiver in sorted(additions)}
    return with_entries(text, "waivers", ("id", "path"), list(fields.values()))


def paths_of(conflict: Conflict, relative: Relative) -> list[str]:
    """The paths a waiver of the conflict has to name."""
    places = {claim.citation.path for position in conflict.positions for claim in position.claims}
    return sorted(relative(path) for path in places)


def _fields(waiver: Waiver) -> dict[str, str | date]:
    fields: dict[str, str | date] = {
        "id": waiver.id,
        "path": waiver.path,
        "mark": waiver.mark,
        "reason": waiver.reason,
    }
    return fields if waiver.expires is None else {**fields, "expires": waiver.expires}


def _waiver(entry: Entry) -> Waiver:
    value = entry.values
    expires = value.get("expires", "")
    return Waiver(
        value["id"],
        value["path"],
        cast(Mark, value.get("mark", "accepted")),
        value.get("reason", ""),
        date.fromisoformat(expires) if expires else None,
        entry.line,
    )


def _mistakes(entry: Entry) -> Iterator[UserError]:
    for name in entry.values:
        if name not in FIELDS:
            yield entry.mistake(f"unknown key {name!r}", name, did_you_mean(name, FIELDS))
    for name in ("id", "path"):
        if not entry.values.get(name):
            yield entry.mistake(f"a waiver needs {name}")
    mark = entry.values.get("mark", "accepted")
    if mark not in get_args(Mark):
        hint = did_you_mean(mark, get_args(Mark)) or f"one of {', '.join(get_args(Mark))}"
        yield entry.mistake(f"unknown mark {mark!r}", "mark", hint)
    expires = entry.values.get("expires", "")
    if expires and not _is_day(expires):
        yield entry.mistake(f"not a day: {expires!r}", "expires", "write it as 2031-12-31")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
