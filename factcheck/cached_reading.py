"""Files and rows as readings: from the cache where they are known, else read anew on an engine, and then kept.

with ReadingCache.open(settings.cache_dir) as cache:
    units = read_units([scoped(file, settings) for file in files], cache, settings, progress)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from factcheck import engines
from factcheck.engines import Engine
from factcheck.errors import StageError
from factcheck.model import Document, Problem, Suppression
from factcheck.model.problem import INTERNAL_ERROR, internal_error
from factcheck.readers import SourceFile, read_file
from factcheck.readers.scope import placed
from factcheck.readers.source_file import Given
from factcheck.reading import read
from factcheck.settings import Settings
from factcheck.store import program
from factcheck.store.cache import ReadingCache, key
from factcheck.store.entries import Entry, Latest, Packed, packed, unpacked
from factcheck.store.reading_codec import codec
from factcheck.store.spill import Spill
from factcheck.store.suppressions import find as find_suppressions

Progress = Callable[[str, int, int], None]
"""Told the stage, how many are done, and of how many (0: not known)."""


def no_progress(stage: str, done: int, total: int) -> None:
    """Nobody is watching."""


# The claims of so many units are kept in memory.
_IN_MEMORY = 5_000
# Entries that are put into the cache at a time.
_KEPT_AT_ONCE = 100

Unit = SourceFile | Document
"""What is read, cached and given to a worker as one: a file, or a row of an article table."""


@dataclass(frozen=True, slots=True)
class UnitRead:
    """What reading the file under ``path``, or one row of it, gave; ``key`` names the content, None where nothing is to
    be known by it."""

    path: str
    key: bytes | None
    entry: Entry


def scoped(file: SourceFile, settings: Settings) -> SourceFile:
    """The file with the scope that the settings give its path; what ``sources.yaml`` says of it goes before."""
    if not settings.paths and not settings.scopes:
        return file
    by_folder = placed(settings.relative(file.path), settings.scopes)
    scope = {**dict(by_folder), **dict(settings.scope_of(file.path)), **dict(file.given.scope)}
    return replace(file, given=replace(file.given, scope=tuple(sorted(scope.items()))))


def read_units(
    files: Sequence[SourceFile],
    cache: ReadingCache,
    settings: Settings,
    progress: Progress,
    *,
    keyed: bool = False,
) -> list[UnitRead]:
    """Every unit, in order; those whose reading is in the cache are not read again. ``keyed`` units have a key where
    there is no cache as well."""
    units, unreadable = _units(files)
    progress("looking up what is known", 0, 0)
    keyed = keyed or settings.cache_dir is not None
    keys = [_key(unit) if keyed else None for unit in units]
    by_key = {each: unit for each, unit in zip(keys, units, strict=True) if each is not None}
    latest = Latest() if len(units) > _IN_MEMORY else None
    known = cache.get(by_key, again=lambda each: read_unit(by_key[each]), latest=latest)
    todo = [number for number in range(len(units)) if keys[number] not in known]
    fresh: dict[int, Entry] = {}
    progress("reading", 0, len(todo))
    for number, entry in zip(
        todo, _read_anew([(units[n], keys[n]) for n in todo], cache, settings, latest), strict=True
    ):
        fresh[number] = entry
        progress("reading", len(fresh), len(todo))
    cache.trim(by_key)
    entries = (fresh[n] if n in fresh else known[keys[n] or b""] for n in range(len(units)))
    return [*unreadable, *map(UnitRead, (unit.path for unit in units), keys, entries)]


def read_again(file: SourceFile, before: Sequence[UnitRead]) -> list[UnitRead]:
    """The file's units, of which those that were there ``before`` are not read again."""
    units, unreadable = _units([file])
    known: Mapping[bytes | None, UnitRead] = {each.key: each for each in before if each.key is not None}
    keys = [_key(unit) for unit in units]
    return [
        *unreadable,
        *(known.get(key) or UnitRead(file.path, key, read_unit(unit)) for key, unit in zip(keys, units, strict=True)),
    ]


def _units(files: Sequence[SourceFile]) -> tuple[list[Unit], list[UnitRead]]:
    """What there is to read, and the rows that cannot be read."""
    units: list[Unit] = []
    unreadable: list[UnitRead] = []
    for file in files:
        for item in read_file(file) if file.is_table else (file,):
            if isinstance(item, Problem):
                unreadable.append(UnitRead(file.path, None, Entry((), (item,))))
            else:
                units.append(item)
    return units, unreadable


def _read_anew(
    units: Sequence[tuple[Unit, bytes | None]], cache: ReadingCache, settings: Settings, latest: Latest | None
) -> Iterator[Entry]:
    """An entry for every unit, in order; those with a key are kept as they come. Whatever stops the run, the next one
    need not read again what was read. Claims of many units go to disk, where ``latest`` is given."""
    spill = None if latest is None else Spill()
    engine = engines.choose(settings.engine, settings.jobs, settings.scheduler or "", items=len(units))
    results = _read_on(engine, [unit for unit, _ in units])
    waiting: list[tuple[bytes, Packed]] = []
    try:
        for (_, each), (entry, sent) in zip(units, results, strict=True):
            kept = each is not None and settings.cache_dir is not None and not _failed(entry)
            if sent is None and (kept or spill is not None):
                sent = packed(entry)
            if kept and each is not None and sent is not None:
                waiting.append((each, sent))
            if len(waiting) >= _KEPT_AT_ONCE:
                cache.put_packed(waiting)
                waiting.clear()
            yield entry if spill is None or sent is None else unpacked(sent[0], spill.put(sent[1]), latest)
    finally:
        cache.put_packed(waiting)


def read_on(engine: Engine, units: Sequence[Unit]) -> Iterator[Entry]:
    """An entry for every unit. When a worker dies or the cluster goes away, what is left is told as not read."""
    return (entry for entry, _ in _read_on(engine, units))


def _read_on(engine: Engine, units: Sequence[Unit]) -> Iterator[tuple[Entry, Packed | None]]:
    """With each entry what another process sent: as the cache keeps it, which is quicker to make, to take apart and to
    keep than records that are pickled."""
    results: Iterator[tuple[Entry, Packed | None]]
    if engine.name == "serial":
        results = ((entry, None) for entry in engine.map(read_unit, units, stage="reading"))
    else:
        results = ((_entry_of(*sent), sent) for sent in engine.map(read_packed, units, stage="reading"))
    done = 0
    try:
        for result in results:
            done += 1
            yield result
    except StageError as fault:
        for number, unit in enumerate(units[done:]):
            code, detail = ("not-read", "not read after an internal error") if number else (INTERNAL_ERROR, str(fault))
            yield Entry((), (Problem(unit.path, unit.path, 0, "error", code, detail),)), None


def _entry_of(card: bytes, claims: bytes) -> Entry:
    return unpacked(card, lambda: claims)


def read_packed(unit: Unit) -> Packed:
    """``read_unit``, for another process to send."""
    return packed(read_unit(unit))


def read_unit(unit: Unit) -> Entry:
    """The readings of one file or row: pure, so that it can run in any process.

    A fault of the program costs this unit and is told as a problem; the other documents are read all the same.
    """
    try:
        return _read_unit(unit)
    except Exception as fault:  # noqa: BLE001 – whatever it is, it must not cost the other documents
        return Entry((), (internal_error(unit.path, fault),))


def _read_unit(unit: Unit) -> Entry:
    items = [unit] if isinstance(unit, Document) else list(read_file(unit))
    found = () if isinstance(unit, Document) else _suppressions(unit)
    readings = (read(item) for item in items if isinstance(item, Document))
    return Entry(
        tuple(replace(reading, suppressions=found) if found else reading for reading in readings),
        tuple(item for item in items if isinstance(item, Problem)),
    )


def _failed(entry: Entry) -> bool:
    return any(problem.code in (INTERNAL_ERROR, "not-read") for problem in entry.problems)


def _suppressions(file: SourceFile) -> tuple[Suppression, ...]:
    """Those written into the file's source, which for HTML is not the text that is read."""
    try:
        content = file.read_bytes()
    except OSError:
        return ()
    return find_suppressions(content.decode("utf-8", "replace"), file.suffix) if b"factcheck:" in content else ()


def _key(unit: Unit) -> bytes | None:
    """What the unit's reading is kept under; None for a file that cannot be read, which is tried every time."""
    version = program.version()
    if isinstance(unit, Document):
        content = codec(Document).to_json(unit).encode("utf-8", "surrogatepass")
        return key(unit.path, content, version=version)
    try:
        content = unit.read_bytes()
    except OSError:
        return None
    return key(unit.path, content, (("given", _given_json(unit.given)),), version=version)


@lru_cache(maxsize=256)
def _given_json(given: Given) -> str:
    """What is said about a file as text: of most files the same, which is nothing."""
    return codec(Given).to_json(given)
