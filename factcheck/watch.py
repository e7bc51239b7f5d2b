"""Checking again whenever a file is saved: ``factcheck watch PATH``.

Files and folders are looked at by size and time of change, some times a second: that needs no service of the operating
system and works on network folders. What changed goes to a Session, which keeps everything else warm.

>>> changed({"a.md": (3, 1)}, {"a.md": (3, 0), "b.md": (1, 0)})
(frozenset({'a.md'}), frozenset({'b.md'}))
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from threading import Event

from factcheck.errors import UserError
from factcheck.model import Report
from factcheck.readers import SourceFile
from factcheck.session import Session
from factcheck.settings import Settings

INTERVAL = 0.2
# With more files changed than this (a branch was switched), a whole check costs less than an update.
_MANY = 50

Stamp = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds."""


def watch(
    paths: Sequence[str],
    settings: Settings,
    on_report: Callable[[Report, frozenset[str]], None],
    stop: Event,
    interval: float = INTERVAL,
    on_mistake: Callable[[UserError], None] | None = None,
) -> None:
    """Check ``paths``, then again after every change, until ``stop`` is set.

    ``on_report`` is given the report and the paths that changed (none for the first, and when waivers, baseline or the
    truth file did). Raises UserError as ``check``; later ones, from a file that is half written, are given to
    ``on_mistake`` where there is one, and watching goes on.
    """
    session = Session(paths, settings)
    files = session.files()
    folders, stamps, said = _stamps(_folders(paths)), _stamps_of(files), _stamps(_said_in(settings))
    on_report(session.check(), frozenset())
    session.get_ready()
    while not stop.wait(interval):
        if (now := _stamps(_folders(paths) if folders != _stamps(folders) else folders)) != folders:
            folders, files = now, session.files()
        before, stamps = stamps, _stamps_of(files)
        came, gone = changed(stamps, before)
        word, said = said, _stamps(_said_in(settings))
        try:
            if said != word or len(came) + len(gone) > _MANY:
                on_report(session.check(), frozenset() if said != word else came | gone)
            elif came or gone:
                on_report(session.update([files[path] for path in sorted(came)], gone), came | gone)
        except UserError as mistake:
            if on_mistake is None:
                raise
            on_mistake(mistake)


def _said_in(settings: Settings) -> Iterator[str]:
    """The files in which somebody says what is true, or what is known of a conflict."""
    said = (settings.facts, settings.constants, settings.waivers, settings.baseline)
    yield from (file for file in said if file is not None)


def changed(now: Mapping[str, Stamp], before: Mapping[str, Stamp]) -> tuple[frozenset[str], frozenset[str]]:
    """The paths that changed or came, and those that went."""
    came = frozenset(path for path, stamp in now.items() if before.get(path) != stamp)
    return came, frozenset(before.keys() - now.keys())


def _folders(paths: Iterable[str]) -> Iterator[str]:
    """All folders in which a file to read may appear: hidden ones are not read."""
    for path in paths:
        for folder, inner, _ in os.walk(path):
            inner[:] = [name for name in inner if not name.startswith(".")]
            yield folder


def _stamps_of(files: Mapping[str, SourceFile]) -> dict[str, Stamp]:
    found = ((path, _stamp(file.absolute)) for path, file in files.items() if file.absolute is not None)
    return {path: stamp for path, stamp in found if stamp is not None}


def _stamps(places: Iterable[str]) -> dict[str, Stamp]:
    found = ((place, _stamp(Path(place))) for place in places)
    return {place: stamp for place, stamp in found if stamp is not None}


def _stamp(place: Path) -> Stamp | None:
    """None for what is not there any more."""
    try:
        found = place.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
