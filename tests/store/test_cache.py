"""The cache: what is put is found, by two processes at once too; damage and bad folders cost a notice, never a run."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.model import Document, PositionMap, Problem, Reading
from factcheck.reading import read
from factcheck.store import cache as store
from factcheck.store.cache import ReadingCache, key
from factcheck.store.entries import Entry


def _entry(name: str = "a.md") -> Entry:
    reading = Reading(name, name, "Lake levels", "", "", "2024-05-03", (), (("group", "7"),), 3, (), ())
    return Entry((reading,), (Problem(name, name, 2, "note", "bad-date", "no such day \ud800"),))


def _key(name: str = "a.md") -> bytes:
    return key(name, b"text", version="1")


def test_what_is_put_is_found_by_the_next_run(tmp_path: Path) -> None:
    with ReadingCache.open(str(tmp_path / "new/folder")) as cache:
        cache.put([(_key(), _entry())])
    with ReadingCache.open(str(tmp_path / "new/folder")) as cache:
        assert cache.get([_key(), _key("b.md")]) == {_key(): _entry()}
        assert cache.notices == []


def test_more_keys_than_one_statement_takes(tmp_path: Path) -> None:
    keys = [_key(f"{n}.md") for n in range(2_000)]
    with ReadingCache.open(str(tmp_path)) as cache:
        cache.put([(each, _entry()) for each in keys])
        assert set(cache.get(keys)) == set(keys)


def test_the_key_follows_everything_that_matters() -> None:
    keys = {
        key("a.md", b"text", version="1"),
        key("b.md", b"text", version="1"),
        key("a.md", b"text.", version="1"),
        key("a.md", b"text", version="2"),
        key("a.md", b"text", [("title", "x")], version="1"),
        key("a.md", b"text", [("titl", "ex")], version="1"),
        key("a.m", b"dtext", version="1"),
    }
    assert len(keys) == 7
    ordered = key("a", b"", [("x", "1"), ("y", "2")], version="1")
    assert ordered == key("a", b"", [("y", "2"), ("x", "1")], version="1")


def test_without_a_folder_nothing_is_held() -> None:
    with ReadingCache.open(None) as cache:
        cache.put([(_key(), _entry())])
        assert cache.get([_key()]) == {}
        assert cache.notices == []


@pytest.mark.parametrize("damage", [b"not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_damaged_cache_is_made_anew_with_a_notice(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / store.FILE).write_bytes(damage)
    with ReadingCache.open(str(tmp_path)) as cache:
        assert "damaged" in cache.notices[0]
        cache.put([(_key(), _entry())])
    with ReadingCache.open(str(tmp_path)) as cache:
        assert cache.get([_key()]) == {_key(): _entry()}
        assert cache.notices == []


def test_damage_met_while_reading_costs_the_cache_of_this_run(tmp_path: Path) -> None:
    keys = [_key(f"{n}.md") for n in range(500)]
    with ReadingCache.open(str(tmp_path)) as cache:
        cache.put([(each, _entry()) for each in keys])
    content = bytearray((tmp_path / store.FILE).read_bytes())
    content[8192:-4096] = b"\xa5" * (len(content) - 12288)
    (tmp_path / store.FILE).write_bytes(content)
    with ReadingCache.open(str(tmp_path)) as cache:
        assert len(cache.get(keys)) < 500
        assert cache.notices
        cache.put([(keys[0], _entry())])
    with ReadingCache.open(str(tmp_path)) as cache:
        cache.put([(keys[0], _entry())])
        assert cache.get(keys[:1]) == {keys[0]: _entry()}


@pytest.mark.parametrize("part", ["card", "claims"])
def test_a_flipped_bit_in_an_entry_is_noticed(tmp_path: Path, part: str) -> None:
    with ReadingCache.open(str(tmp_path)) as cache:
        cache.put([(_key(), _claimed()), (_key("b.md"), _entry("b.md"))])
    database = sqlite3.connect(tmp_path / store.FILE)
    value = bytearray(database.execute(f"SELECT {part} FROM readings WHERE key = ?", [_key()]).fetchone()[0])
    value[5] ^= 1
    with database:
        database.execute(f"UPDATE readings SET {part} = ? WHERE key = ?", [bytes(value), _key()])
    database.close()
    with ReadingCache.open(str(tmp_path)) as cache:
        assert set(cache.get([_key(), _key("b.md")])) == {_key("b.md")}
        assert cache.notices == ["an entry of the cache could not be read and is made anew"]


def test_a_folder_that_cannot_be_written_costs_only_the_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with ReadingCache.open(str(tmp_path / "file/below")) as cache:
        cache.put([(_key(), _entry())])
        assert cache.get([_key()]) == {}
        assert "running without the cache" in cache.notices[0]


def test_a_locked_database_costs_only_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_BUSY_SECONDS", 0)
    with ReadingCache.open(str(tmp_path)) as cache:
        other = sqlite3.connect(tmp_path / store.FILE)
        other.execute("BEGIN IMMEDIATE")
        cache.put([(_key(), _entry())])
        other.close()
        assert cache.notices == ["going on without the cache: database is locked"]
    assert (tmp_path / store.FILE).is_file()


_WRITER = """
import sys
from factcheck.store.cache import ReadingCache, key
from factcheck.store.entries import Entry
folder, name = sys.argv[1:]
with ReadingCache.open(folder) as cache:
    for n in range(100):
        cache.put([(key(f"{name}{n}", b"", version="1"), Entry(()))])
        assert cache.get([key(f"{name}{n}", b"", version="1")])
    sys.exit(cache.notices != [])
"""


def test_two_processes_share_a_cache(tmp_path: Path) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", _WRITER, str(tmp_path), name]) for name in "ab"]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    with ReadingCache.open(str(tmp_path)) as cache:
        assert len(cache.get([key(f"{name}{n}", b"", version="1") for name in "ab" for n in range(100)])) == 200


def test_only_a_cache_that_outgrew_its_run_is_trimmed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = [_key(f"{n}.md") for n in range(20)]
    with ReadingCache.open(str(tmp_path)) as cache:
        cache.put([(each, _entry()) for each in keys])
        cache.trim(keys[:3])
        assert len(cache.get(keys)) == 20
        monkeypatch.setattr(store, "_SPARE", 0)
        cache.trim(keys[:3])
        assert set(cache.get(keys)) == set(keys[:3])


def test_info_and_clean(tmp_path: Path) -> None:
    assert store.info(str(tmp_path)).entries == store.info(str(tmp_path)).size == 0
    with ReadingCache.open(str(tmp_path / "cache")) as cache:
        cache.put([(_key(), _entry())])
    assert store.info(str(tmp_path / "cache")).entries == 1
    assert store.clean(str(tmp_path / "cache")).size > 1_000
    assert store.info(str(tmp_path / "cache")).size == 0
    assert (tmp_path / "cache/.gitignore").read_text() == "*\n"
    assert stat.S_ISDIR((tmp_path / "cache").stat().st_mode)


def _claimed(name: str = "a.md") -> Entry:
    document = Document(name, name, "The ferry sank on 3 May 2024, killing 41 people.", PositionMap())
    return Entry((read(document),))


def test_claims_are_loaded_after_the_cache_was_closed(tmp_path: Path) -> None:
    with ReadingCache.open(str(tmp_path)) as cache:
        cache.put([(_key(), _claimed())])
        found = cache.get([_key()], again=_never)[_key()]
    assert len(found.readings[0].claims) == 2
    assert found == _claimed()


@pytest.mark.parametrize("loss", ["UPDATE readings SET claims = x'0011'", "DELETE FROM readings"])
def test_claims_that_are_gone_by_then_are_made_again(tmp_path: Path, loss: str) -> None:
    with ReadingCache.open(str(tmp_path)) as cache:
        cache.put([(_key(), _claimed())])
        found = cache.get([_key()], again=lambda key: _claimed())[_key()]
    with sqlite3.connect(tmp_path / store.FILE) as database:
        database.execute(loss)
    assert found == _claimed()
    assert cache.notices == ["an entry of the cache could not be read and is made anew"]


def _never(key: bytes) -> Entry:
    raise AssertionError("nothing is damaged")


def test_a_cache_of_an_older_shape_gives_way(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / store.FILE) as database:
        database.execute("CREATE TABLE readings (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID")
    with ReadingCache.open(str(tmp_path)) as cache:
        cache.put([(_key(), _entry())])
        assert cache.get([_key()]) == {_key(): _entry()}
        assert cache.notices == []
