"""What a run is told to do: command line over ``factcheck.toml`` (or ``[tool.factcheck]``) over the defaults.

>>> Settings(ignore=("FC3",)).wants("FC301", "a.md")
False
>>> Settings(severity=(("FC101", "note"),)).severity_of("FC101", "a.md")
'note'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

FailOn = Literal["error", "warning", "note", "never"]


@dataclass(frozen=True, slots=True)
class PathSettings:
    """What holds for the documents whose path matches the globs of ``match`` (as in a .gitignore).

    ``scope`` says what the pages are about as a whole, such as (("version", "2.1"),): pages of different scope do not
    contradict each other.
    """

    match: tuple[str, ...]
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    scope: tuple[tuple[str, str], ...] = ()

    def applies(self, path: str) -> bool:
        return bool(_globs(self.match).match_file(path))


@dataclass(frozen=True, slots=True)
class Settings:
    """Every option of a run. Paths are as the program can open them: those of a configuration file are already joined
    to its folder, which is ``root``; globs and ``paths`` are matched against paths relative to ``root``. ``today`` is
    the day on which waivers may have expired; None: none has. ``scopes`` are patterns such as ``docs/{version}/**``
    whose named folders say what the pages below are about."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    group_by: str | None = None
    against: tuple[str, ...] = ()
    rules_dirs: tuple[str, ...] = ()
    facts: str | None = None
    constants: str | None = None
    jobs: int = 0
    engine: str = "local"
    scheduler: str | None = None
    cache_dir: str | None = ".factcheck"
    fail_on: FailOn = "error"
    severity: tuple[tuple[str, str], ...] = ()
    paths: tuple[PathSettings, ...] = ()
    scopes: tuple[str, ...] = ()
    baseline: str | None = None
    waivers: str | None = None
    max_conflicts: int | None = None
    keep_going: bool = False
    changed_since: str | None = None
    today: date | None = None
    root: str = "."

    @classmethod
    def load(
        cls, config: str | None = None, start: str = ".", overrides: Mapping[str, Any] | None = None
    ) -> tuple[Settings, dict[str, str]]:
        """Settings and, for each of their fields, where its value comes from.

        ``config`` is a configuration file; without one the nearest ``factcheck.toml`` or ``pyproject.toml`` with a
        ``[tool.factcheck]`` table is taken, from ``start`` upward. A baseline and a waiver file of the usual name
        beside it (or in ``start``) count without being named. ``overrides`` maps fields to the values of the command
        line; None is "not given". Raises UserError for a file that cannot be read or does not parse, for unknown keys
        and wrong values, and for paths out of the tree in a file that ``config`` did not name (``factcheck.reach``),
        all at once, each with file and line.
        """
        from factcheck import configuration

        found = configuration.load(config, start)
        given = {name: value for name, value in (overrides or {}).items() if value not in (None, ())}
        beside = configuration.beside(str(found.values["root"]), named=config is not None)
        values = {**beside, **found.values, **given}
        origins = {field.name: "default" for field in fields(cls)}
        origins |= dict.fromkeys(beside, "found beside the configuration")
        origins |= {**found.origins, **dict.fromkeys(given, "command line")}
        return replace(cls(), **values), origins

    def wants(self, rule_id: str, path: str) -> bool:
        """Whether the rule may report on this path: selected (all are, if none is named), and not ignored."""
        if self.select and not rule_id.startswith(self.select):
            return False
        ignored = (self.ignore, *(entry.ignore for entry in self._entries(path)))
        return not any(rule_id.startswith(prefixes) for prefixes in ignored)

    def severity_of(self, rule_id: str, path: str) -> str | None:
        """The severity the user gave this rule on this path, "off" included; None leaves it to the rule.

        The longest prefix wins; of equal ones a path's entry over the general table, a later entry over an earlier.
        """
        tables = [self.severity, *(entry.severity for entry in self._entries(path))]
        best, found = -1, None
        for prefix, severity in (pair for table in tables for pair in table):
            if rule_id.startswith(prefix) and len(prefix) >= best:
                best, found = len(prefix), severity
        return found

    def scope_of(self, path: str) -> tuple[tuple[str, str], ...]:
        """The scope the user gave the documents of this path, sorted by key; a later entry overrides an earlier."""
        merged: dict[str, str] = {}
        for entry in self._entries(path):
            merged.update(entry.scope)
        return tuple(sorted(merged.items()))

    def relative(self, path: str) -> str:
        """The path as globs see it: relative to ``root`` where it lies below it, POSIX separators.

        >>> Settings(root="docs").relative("docs/limits.md")
        'limits.md'
        """
        try:
            return Path(path).resolve().relative_to(_resolved(self.root, Path.cwd())).as_posix()
        except ValueError:
            return Path(path).as_posix()

    def _entries(self, path: str) -> tuple[PathSettings, ...]:
        if not self.paths:
            return ()
        relative = self.relative(path)
        return tuple(entry for entry in self.paths if entry.applies(relative))


@lru_cache(maxsize=64)
def _resolved(root: str, here: Path) -> Path:
    """The root as an absolute path, seen from ``here``, the current folder; asked once for every page."""
    return (here / root).resolve()


@cache
def _globs(patterns: tuple[str, ...]) -> Any:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)
