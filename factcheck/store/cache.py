"""Readings kept between runs, by what went into them: the file's bytes, its metadata, the lexicon and the program.

The cache is a sqlite database in WAL mode, so that several processes may use it at once. It is never needed: when it
cannot be opened, is damaged or was left by another version, the run goes on without what it held, and says so.

>>> with ReadingCache.open(None) as cache:
...     cache.get([key("a.md", b"41 people", version="1")])
{}
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from hashlib import blake2b
from pathlib import Path
from types import TracebackType

from factcheck.store import cache_folder, derived, last_comparison
from factcheck.store.entries import Entry, Latest, Packed, lines_of, packed, unpacked
from factcheck.store.reading_codec import fingerprint
from factcheck.store.whole_file import refuse_link

FILE = "readings.sqlite"
# How entries are written: part of every key.
_FORMAT = "2"
# What sqlite writes: the database, and beside it while it is in use.
_SUFFIXES = ("", "-wal", "-shm", "-journal")
# sqlite's limit on the variables of a statement was 999 before 3.32.
_AT_ONCE = 900
_BUSY_SECONDS = 10
# Readings of other branches and other folders stay, as long as they are not most of the cache.
_HISTORY, _SPARE = 4, 10_000
_UNREADABLE = "an entry of the cache could not be read and is made anew"


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """Number of entries and size of the cache's files in bytes."""

    path: str
    entries: int
    size: int


def key(path: str, content: bytes, metadata: Sequence[tuple[str, str]] = (), *, version: str) -> bytes:
    """The key of a file: its path as given (it stands in every citation), bytes and metadata from beside it.

    ``version`` names lexicon and program; the shape of the model is part of the key as well.
    """
    digest = _of_version(version).copy()
    for part in (path, *(text for pair in sorted(metadata) for text in pair)):
        digest.update(_told_apart(part))
    digest.update(content)
    return digest.digest()


@lru_cache(maxsize=4)
def _of_version(version: str) -> blake2b:
    """What the keys of all files begin with. It is only ever copied."""
    return blake2b(b"".join(map(_told_apart, (_FORMAT, version, fingerprint(Entry)))), digest_size=16)


def _told_apart(part: str) -> bytes:
    """The text behind its length, so that no two lists of parts give the same bytes."""
    encoded = part.encode("utf-8", "surrogatepass")
    return b"%d:" % len(encoded) + encoded


class ReadingCache:
    """The cache in a folder. Use it as a context manager; ``notices`` says what went wrong on the way."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._database: sqlite3.Connection | None = None
        self._late: sqlite3.Connection | None = None
        self.notices: list[str] = []

    @classmethod
    def open(cls, folder: str | None) -> ReadingCache:
        """The cache in this folder, made if it is not there; None gives one that holds nothing."""
        cache = cls(Path(folder) if folder is not None else None)
        if cache._folder is not None:
            cache._connect(cache._folder)
        return cache

    def __enter__(self) -> ReadingCache:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None

    def get(
        self,
        keys: Iterable[bytes],
        again: Callable[[bytes], Entry] | None = None,
        latest: Latest | None = None,
    ) -> Mapping[bytes, Entry]:
        """The entries there are for these keys; an entry that does not decode is left out, and so made anew.

        With ``again`` the claims are loaded when they are first asked for, after the cache was closed as well; where
        they are damaged or gone by then, it makes the entry anew. ``latest`` is as of ``unpacked``.
        """
        found: dict[bytes, Entry] = {}
        wanted = list(keys)
        for start in range(0, len(wanted), _AT_ONCE):
            found.update(self._get_some(wanted[start : start + _AT_ONCE], again, latest))
        return found

    def put(self, entries: Iterable[tuple[bytes, Entry]]) -> None:
        """Keep these entries, all or none. A full disk or a locked database costs only the cache."""
        self.put_packed((each, packed(entry)) for each, entry in entries)

    def put_packed(self, entries: Iterable[tuple[bytes, Packed]]) -> None:
        """``put`` for entries that were packed where they were made."""
        if self._database is None:
            return
        rows = [(each, card, claims) for each, (card, claims) in entries]
        try:
            with self._database:
                self._database.executemany("INSERT OR REPLACE INTO readings (key, card, claims) VALUES (?, ?, ?)", rows)
        except sqlite3.DatabaseError as fault:
            self._give_up(fault)

    def trim(self, keys: Iterable[bytes]) -> None:
        """Once the cache holds far more than this run used, drop what it did not use: versions of files long gone."""
        if self._database is None:
            return
        used = list(keys)
        try:
            held = self._database.execute("SELECT count(*) FROM readings").fetchone()[0]
            if held <= _HISTORY * len(used) + _SPARE:
                return
            with self._database:
                self._database.execute("CREATE TEMP TABLE used (key BLOB PRIMARY KEY)")
                self._database.executemany("INSERT OR IGNORE INTO used VALUES (?)", ((each,) for each in used))
                self._database.execute("DELETE FROM readings WHERE key NOT IN (SELECT key FROM used)")
                self._database.execute("DROP TABLE used")
        except sqlite3.DatabaseError as fault:
            self._give_up(fault)

    def _get_some(
        self, keys: list[bytes], again: Callable[[bytes], Entry] | None, latest: Latest | None
    ) -> Mapping[bytes, Entry]:
        if self._database is None:
            return {}
        marks = ",".join("?" * len(keys))
        try:
            rows = self._database.execute(f"SELECT key, card FROM readings WHERE key IN ({marks})", keys).fetchall()
        except sqlite3.DatabaseError as fault:
            self._give_up(fault)
            return {}
        found = {}
        for each, card in rows:
            try:
                entry = unpacked(card, partial(self._claims, each, again), latest)
                found[each] = entry if again is not None else _whole(entry)
            except (ValueError, sqlite3.Error):
                self._say(_UNREADABLE)
        return found

    def _claims(self, key: bytes, again: Callable[[bytes], Entry] | None) -> bytes:
        """The claims of an entry as they are kept, or of one made ``again``. Without it raises ValueError."""
        try:
            row = self._reader().execute("SELECT claims FROM readings WHERE key = ?", [key]).fetchone()
            if row is None:
                raise ValueError("the entry is gone")
            lines_of(row[0])
            return bytes(row[0])
        except (ValueError, sqlite3.Error) as fault:
            if again is None:
                raise ValueError(str(fault)) from fault
            self._say(_UNREADABLE)
            return packed(again(key))[1]

    def _reader(self) -> sqlite3.Connection:
        """The database, opened once more where the cache was closed."""
        if self._database is not None:
            return self._database
        if self._folder is None:
            raise ValueError("there is no cache")
        if self._late is None:
            self._late = sqlite3.connect(
                f"{(self._folder / FILE).absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False
            )
        return self._late

    def _connect(self, folder: Path) -> None:
        try:
            _make_folder(folder)
            try:
                self._database = _opened(folder / FILE)
            except sqlite3.DatabaseError as fault:
                if isinstance(fault, sqlite3.OperationalError) and not _is_damage(fault):
                    raise
                self._say(f"the cache {folder / FILE} was damaged ({fault}) and is made anew")
                _remove(folder)
                self._database = _opened(folder / FILE)
        except (OSError, sqlite3.Error) as fault:
            self._say(f"running without the cache in {folder}: {fault}")

    def _give_up(self, fault: sqlite3.DatabaseError) -> None:
        """Go on without the cache; a damaged one is removed, so that the next run makes it anew."""
        if self._database is not None:
            self._database.close()
            self._database = None
        if self._folder is not None and _is_damage(fault):
            _remove(self._folder)
            self._say(f"the cache in {self._folder} was damaged ({fault}) and is made anew by the next run")
        else:
            self._say(f"going on without the cache: {fault}")

    def _say(self, notice: str) -> None:
        if notice not in self.notices:
            self.notices.append(notice)


def info(folder: str) -> CacheInfo:
    """How much the cache in this folder holds; zeros where there is none or it cannot be read."""
    file = Path(folder) / FILE
    size = sum(each.stat().st_size for each in _files(Path(folder)))
    if not file.is_file():
        return CacheInfo(str(file), 0, size)
    try:
        database = _opened(file)
        try:
            count = database.execute("SELECT count(*) FROM readings").fetchone()[0]
        finally:
            database.close()
    except sqlite3.Error:
        count = 0
    return CacheInfo(str(file), int(count), size)


def clean(folder: str) -> CacheInfo:
    """Remove the cache's files from this folder and say what they held. Raises OSError if one cannot be removed."""
    before = info(folder)
    _remove(Path(folder))
    return before


def _whole(entry: Entry) -> Entry:
    """With claims that need the cache no more."""
    readings = (replace(each, claims=tuple(each.claims), stamps=tuple(each.stamps)) for each in entry.readings)
    return replace(entry, readings=tuple(readings))


def _opened(file: Path) -> sqlite3.Connection:
    database = sqlite3.connect(file, timeout=_BUSY_SECONDS)
    try:
        database.execute("PRAGMA journal_mode=WAL")
        # A crash of the machine may lose the last entries, never the order of the file.
        database.execute("PRAGMA synchronous=NORMAL")
        with database:
            _create(database)
        database.execute("SELECT key, card, claims FROM readings LIMIT 1").fetchall()
    except sqlite3.Error:
        database.close()
        raise
    return database


def _create(database: sqlite3.Connection) -> None:
    """The table, made if it is not there; one of an older shape gives way."""
    columns = [row[1] for row in database.execute("PRAGMA table_info(readings)")]
    if columns and columns != ["key", "card", "claims"]:
        database.execute("DROP TABLE readings")
    database.execute("CREATE TABLE IF NOT EXISTS readings (key BLOB PRIMARY KEY, card BLOB, claims BLOB)")


def _is_damage(fault: sqlite3.Error) -> bool:
    """Whether the file itself is at fault, and not a lock, a full disk or missing rights."""
    code = getattr(fault, "sqlite_errorcode", None)
    damaged = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_ERROR)
    return code is not None and code & 0xFF in damaged


def _make_folder(folder: Path) -> None:
    cache_folder.make(folder)
    for suffix in _SUFFIXES:
        refuse_link(folder / f"{FILE}{suffix}")


def _files(folder: Path) -> list[Path]:
    names = [*(f"{FILE}{suffix}" for suffix in _SUFFIXES), last_comparison.FILE, derived.RULES]
    return [file for name in names if (file := folder / name).is_file()]


def _remove(folder: Path) -> None:
    for file in _files(folder):
        file.unlink(missing_ok=True)
