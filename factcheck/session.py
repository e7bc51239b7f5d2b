"""A corpus kept warm while its files are edited: a whole check once, then only what an edit can change.

After an edit the edited files are read again, and the comparison builds on the one before it: exactly what the next
``factcheck check`` does with what the last one left in the cache. So a session and a check give the same report.

    session = Session(["docs/"], Settings())
    report = session.check()
    report = session.update([SourceFile.of_bytes("docs/limits.md", b"...")])
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from factcheck import pipeline
from factcheck.cached_reading import UnitRead, no_progress, read_again, read_units, scoped
from factcheck.model import Reading, Report
from factcheck.readers import SourceFile
from factcheck.settings import Settings
from factcheck.store.cache import ReadingCache

if TYPE_CHECKING:
    from factcheck.comparing.kept import Kept


# Of so many files the smallest is read to get ready.
_FEW = 20


class Session:
    """What was read of the files under ``paths``, and what was found when they were compared last."""

    def __init__(self, paths: Sequence[str], settings: Settings) -> None:
        self._paths, self._settings = tuple(paths), settings
        self._units: dict[str, list[UnitRead]] = {}
        self._files: list[SourceFile] = []
        self._order: tuple[str, ...] = ()
        self._skipped: dict[str, int] = {}
        self._notices: list[str] = []
        self._judging: pipeline.Judging | None = None
        self._kept: Kept | None = None

    def files(self) -> dict[str, SourceFile]:
        """The files there are now, by path. Raises UserError when there is nothing to read."""
        found = pipeline.collected((*self._paths, *self._settings.against), self._settings)
        self._order, self._skipped = tuple(file.path for file in found.files), dict(found.skipped)
        return {file.path: scoped(file, self._settings) for file in found.files}

    def readings_of(self, path: str) -> tuple[Reading, ...]:
        """What was read of this file; () if it is none of the session's."""
        return tuple(reading for unit in self._units.get(path, ()) for reading in unit.entry.readings)

    def check(self) -> Report:
        """Read what is not in the cache, compare everything. Raises UserError as ``factcheck check`` does."""
        self._files = list(self.files().values())
        self._judging = pipeline.judging_of(self._settings)
        with ReadingCache.open(self._settings.cache_dir) as cache:
            units = read_units(self._files, cache, self._settings, no_progress, keyed=True)
        self._notices, self._kept = cache.notices, None
        self._units = {}
        for unit in units:
            self._units.setdefault(unit.path, []).append(unit)
        return self._reported(self._judging)

    def get_ready(self) -> None:
        """Load what reading needs: after a check that was served from the cache the first edit would wait for it."""
        pages = [file for file in self._files[:_FEW] if not file.is_table]
        for file in sorted(pages, key=lambda file: len(_content(file)))[:1]:
            read_again(file, ())

    def update(self, files: Sequence[SourceFile], gone: Iterable[str] = ()) -> Report:
        """The report after these files changed or came, and those of the paths ``gone`` went."""
        if self._judging is None:
            return self.check()
        for path in gone:
            self._units.pop(path, None)
        for file in files:
            self._units[file.path] = read_again(file, self._units.get(file.path, ()))
        return self._reported(self._judging)

    def _reported(self, judging: pipeline.Judging) -> Report:
        result = pipeline.joined(self._in_order(), self._skipped, self._notices, marked=True)
        judging = judging.against(pipeline.archive_of(result.readings, self._paths, self._settings))
        found = pipeline.compared(result, judging, self._settings, self._kept)
        self._kept = found.kept
        return pipeline.settled(result, found, judging, self._settings)

    def _in_order(self) -> list[UnitRead]:
        """In the order in which a check reads the files: of two documents with one id the first counts."""
        paths = dict.fromkeys((*self._order, *self._units))
        return [unit for path in paths for unit in self._units.get(path, ())]


def _content(file: SourceFile) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""
