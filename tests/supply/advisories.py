"""``python -m tests.supply.advisories [FOLDER]``: which locked versions have a known weakness, by advisories on disk.

``FOLDER`` (or the environment variable ``ADVISORIES``) holds records of the Open Source Vulnerability format, as JSON
or YAML and in any folders below: a copy of the Python Packaging Advisory Database, or the unpacked export for PyPI of
a vulnerability database. Nothing is fetched; without a folder the check says that it was skipped.

>>> record = {"id": "X-1", "affected": [{"package": {"ecosystem": "PyPI", "name": "Pier_Kit"}, "ranges": [
...     {"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.1"}]}]}]}
>>> list(found({"pier-kit": "2.0"}, [record])), list(found({"pier-kit": "2.1"}, [record]))
([('pier-kit', '2.0', 'X-1', '')], [])
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from tests.supply.locks import DEVELOPMENT, LOWEST, pins

Record = Mapping[str, Any]

_NAMED = re.compile(r"""\bname["']?\s*:\s*["']?([A-Za-z0-9][\w.-]*)""")


def main(arguments: list[str]) -> int:
    """1 where a version that developers install has a known weakness; the lowest versions of users are only named."""
    given = arguments[0] if arguments else os.environ.get("ADVISORIES", "")
    if not given:
        print("skipped: no folder of advisories was given; nothing was checked")
        return 0
    known = list(records(Path(given)))
    if not known:
        print(f"{given}: no advisory that concerns a package of this project, or none that can be read; is it a copy?")
        return 2
    failed = 0
    for lock in (DEVELOPMENT, LOWEST):
        for name, version, identity, summary in found(pins(lock.read_text("utf-8")), known):
            print(f"{lock.name}: {name} {version}: {identity} {summary}".rstrip())
            failed += lock == DEVELOPMENT
    print(f"{len(known):,} advisories on packages of this project; {failed} concern a version that is locked")
    return min(failed, 1)


def records(folder: Path) -> Iterator[Record]:
    """The records of a folder, in the order of their paths, that name a package of the locks."""
    names = {*pins(DEVELOPMENT.read_text("utf-8")), *pins(LOWEST.read_text("utf-8"))}
    for file in sorted(folder.rglob("*")):
        if file.suffix not in (".json", ".yaml", ".yml") or not file.is_file():
            continue
        text = file.read_text("utf-8", errors="replace")
        # A database has records by the ten thousand: those of other packages are not parsed.
        if names.isdisjoint(map(canonicalize_name, _NAMED.findall(text))):
            continue
        record = _parsed(text, file.suffix)
        if any(_name(affected) in names for affected in record.get("affected", ())):
            yield record


def found(locked: Mapping[str, str], known: Iterable[Record]) -> Iterator[tuple[str, str, str, str]]:
    """(package, its version, id of the advisory, what it says) for each that concerns a locked version."""
    for record in known:
        if record.get("withdrawn"):
            continue
        for affected in record.get("affected", ()):
            name = _name(affected)
            if name in locked and _concerns(affected, locked[name]):
                yield name, locked[name], str(record.get("id", "")), str(record.get("summary", ""))


def _parsed(text: str, suffix: str) -> Record:
    """The record; an empty one for a file that is none."""
    try:
        parsed = json.loads(text) if suffix == ".json" else YAML(typ="safe", pure=True).load(text)
    except (ValueError, YAMLError):
        return {}
    return parsed if isinstance(parsed, dict) and isinstance(parsed.get("affected"), list) else {}


def _name(affected: Record) -> str:
    package = affected.get("package", {})
    return canonicalize_name(str(package.get("name"))) if package.get("ecosystem") == "PyPI" else ""


def _concerns(affected: Record, version: str) -> bool:
    if version in affected.get("versions", ()):
        return True
    ranges = [each["events"] for each in affected.get("ranges", ()) if each.get("type") == "ECOSYSTEM"]
    return any(_within(events, Version(version)) for events in ranges)


def _within(events: Iterable[Mapping[str, str]], version: Version) -> bool:
    """Whether a version lies between an event that introduces a weakness and the next one that ends it.

    The rule is that of the format's specification, "Evaluation".
    """
    inside = False
    for kind, at in sorted(((kind, _version(said)) for event in events for kind, said in event.items()), key=_order):
        if kind == "introduced" and at <= version:
            inside = True
        elif (kind == "fixed" and at <= version) or (kind == "last_affected" and at < version):
            inside = False
    return inside


def _order(event: tuple[str, Version]) -> tuple[Version, bool]:
    """By version; at one and the same, what ends goes before what begins."""
    return event[1], event[0] == "introduced"


def _version(said: str) -> Version:
    """A version that nobody can order counts as the first: better named once too often."""
    try:
        return Version(str(said))
    except InvalidVersion:
        return Version("0")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
