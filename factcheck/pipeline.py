"""The way through, on one screen: files → documents → readings → conflicts → report.

    report = check(["articles/"], Settings())

Reading is one document at a time and cached; comparing sees all readings at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.model import Document, Problem, Reading
from factcheck.readers import read_files
from factcheck.readers.collect import collect
from factcheck.settings import Settings


@dataclass(frozen=True, slots=True)
class ReadingResult:
    readings: tuple[Reading, ...]
    problems: tuple[Problem, ...]
    skipped: Mapping[str, int] = field(default_factory=dict)
    notices: tuple[str, ...] = ()


def read_documents(paths: Sequence[str], settings: Settings) -> Iterator[Document | Problem]:
    """The documents under ``paths``, one at a time, and what could not be read."""
    yield from read_files(collect(paths, include=settings.include, exclude=settings.exclude).files)
