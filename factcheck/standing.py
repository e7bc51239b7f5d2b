"""What a conflict counts for here: the settings' severities, suppressions in the pages, baseline, waivers, the change.

``settle`` runs after clustering, on whole facts: what it leaves out or marks changes no other conflict.

>>> from factcheck.settings import Settings
>>> settle((), (), Settings()).conflicts
()
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path
from typing import cast

from factcheck.errors import UserError, did_you_mean
from factcheck.model import Claim, Conflict, Position, Problem, Reading
from factcheck.model.finding import Severity
from factcheck.settings import Settings
from factcheck.store import baseline, suppressions, waivers
from factcheck.store.waivers import Waiver

_RISING = ("off", "note", "warning", "error")


def require_rules(settings: Settings, rules: Iterable[str]) -> None:
    """Raises UserError for an id or prefix in the settings that fits no rule in force: a check that leaves everything
    out because of a misspelt id would always pass.

    >>> require_rules(Settings(select=("FC11",)), ("FC101", "FC110"))
    >>> require_rules(Settings(ignore=("FC99",)), ("FC101", "FC110"))
    Traceback (most recent call last):
    factcheck.errors.UserError: ignore: no rule has the id or prefix 'FC99' (factcheck rules list names them)
    """
    ids = tuple(rules)
    given = {"select": settings.select, "ignore": settings.ignore, "severity": [name for name, _ in settings.severity]}
    for option, prefixes in given.items():
        for prefix in prefixes:
            if not any(each.startswith(prefix) for each in ids):
                hint = did_you_mean(prefix, ids) or "factcheck rules list names them"
                raise UserError(f"{option}: no rule has the id or prefix {prefix!r}", hint=hint)


@dataclass(frozen=True, slots=True)
class Settled:
    """The conflicts with their severity and status here, and notes on suppressions and entries nobody needs.

    ``left_out`` counts the conflicts that the settings take out, by reason.
    """

    conflicts: tuple[Conflict, ...]
    problems: tuple[Problem, ...]
    left_out: Mapping[str, int] = field(default_factory=dict)


def settle(conflicts: Sequence[Conflict], readings: Sequence[Reading], settings: Settings) -> Settled:
    """Apply everything the user has said about known conflicts.

    Raises UserError for a baseline or waivers that cannot be read, and for a revision git does not know.
    """
    left_out: Counter[str] = Counter()
    standing = tuple(left for conflict in conflicts if (left := _in_force(conflict, settings, left_out)) is not None)
    standing, used = suppressions.apply(standing, readings)
    problems = list(suppressions.unused(readings, used, lambda prefixes: _any_runs(prefixes, settings)))
    named = settings.waivers is not None or settings.baseline is not None
    pages = frozenset(settings.relative(reading.path) for reading in readings) if named else frozenset[str]()
    if settings.waivers is not None:
        marks = waivers.load(settings.waivers)
        standing = waivers.apply(standing, marks, settings.relative, settings.today)
        problems.extend(_unneeded_waivers(marks, standing, pages, settings))
    if settings.baseline is not None:
        entries = baseline.load(settings.baseline)
        standing = baseline.apply(standing, entries, settings.relative)
        problems.extend(_unneeded_entries(entries, standing, pages, settings))
    if settings.changed_since is not None:
        from factcheck.store.changed_lines import changed_lines, only_changed

        standing = only_changed(standing, changed_lines(settings.changed_since))
    return Settled(standing, tuple(problems), dict(left_out))


def _in_force(conflict: Conflict, settings: Settings, left_out: Counter[str]) -> Conflict | None:
    """The conflict without the places whose pages do not want its rule, at the severity the settings give it."""
    if not settings.paths and not settings.severity and not settings.select and not settings.ignore:
        return conflict
    positions = tuple(kept for each in conflict.positions if (kept := _wanted(each, conflict.rule, settings)))
    if len(positions) < 2:
        left_out["rule switched off by the settings"] += 1
        return None
    if settings.paths and not _share_a_scope(positions, settings):
        left_out["different scope by the settings"] += 1
        return None
    given = [settings.severity_of(conflict.rule, claim.citation.path) for claim in _claims(positions)]
    # One side on a page where this is only a note makes the whole a note.
    severity = min((each for each in given if each is not None), key=_RISING.index, default=conflict.severity)
    return replace(conflict, positions=positions, severity=cast(Severity, severity))


def _wanted(position: Position, rule: str, settings: Settings) -> Position | None:
    claims = tuple(claim for claim in position.claims if _runs(rule, claim.citation.path, settings))
    return replace(position, claims=claims) if claims else None


def _share_a_scope(positions: Sequence[Position], settings: Settings) -> bool:
    """Whether some two positions are stated on pages of one scope; a page without a key fits every value of it."""
    scopes = [{settings.scope_of(claim.citation.path) for claim in position.claims} for position in positions]
    return any(
        all(dict(other).get(key, value) == value for key, value in one)
        for left, right in combinations(scopes, 2)
        for one in left
        for other in right
    )


def _runs(rule: str, path: str, settings: Settings) -> bool:
    return settings.wants(rule, path) and settings.severity_of(rule, path) != "off"


def _any_runs(prefixes: tuple[str, ...], settings: Settings) -> bool:
    """Whether some rule of these prefixes may have run: nothing is said about those that were switched off."""
    return any(
        not prefix.startswith(settings.ignore)
        and (
            not settings.select
            or prefix.startswith(settings.select)
            or any(s.startswith(prefix) for s in settings.select)
        )
        for prefix in prefixes
    )


def _claims(positions: Sequence[Position]) -> Iterator[Claim]:
    return (claim for position in positions for claim in position.claims)


def _unneeded_entries(
    entries: Sequence[baseline.Entry], conflicts: Sequence[Conflict], pages: frozenset[str], settings: Settings
) -> Iterator[Problem]:
    def judged(entry: baseline.Entry) -> bool:
        return _was_read(entry.path, pages, settings) and settings.wants(entry.rule, entry.path)

    for entry in baseline.stale(entries, conflicts, settings.relative, judged):
        detail = f"{entry.id} ({entry.rule}, {entry.path}) is no longer found: --update-baseline removes it"
        yield _note(settings.baseline, 0, "stale-baseline", detail)


def _unneeded_waivers(
    marks: Sequence[Waiver], conflicts: Sequence[Conflict], pages: frozenset[str], settings: Settings
) -> Iterator[Problem]:
    def judged(mark: Waiver) -> bool:
        return _was_read(mark.path, pages, settings) and not settings.select and not settings.ignore

    stale = set(waivers.stale(marks, conflicts, settings.relative, judged))
    for mark in stale:
        detail = f"{mark.id} ({mark.path}) is no longer found: remove the entry"
        yield _note(settings.waivers, mark.line, "stale-waiver", detail)
    for mark in waivers.expired(marks, settings.today):
        if mark not in stale:
            yield _note(settings.waivers, mark.line, "expired-waiver", f"{mark.id} ({mark.path}): until {mark.expires}")


def _was_read(path: str, pages: frozenset[str], settings: Settings) -> bool:
    """Whether this run looked at the page, or found that it is gone: of other pages it knows nothing."""
    return path in pages or not (Path(settings.root) / path).exists()


def _note(file: str | None, line: int, code: str, detail: str) -> Problem:
    return Problem(file or "", file or "", line, "note", code, detail)
