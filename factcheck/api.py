"""What ``factcheck.read``, ``extract`` and ``check`` do.

>>> paths_of("articles"), paths_of([])
(('articles',), ())
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from os import PathLike, fspath
from typing import TYPE_CHECKING

from factcheck import pipeline
from factcheck.model import Document, Problem, Report
from factcheck.settings import Settings

if TYPE_CHECKING:
    from pandas import DataFrame

Paths = str | PathLike[str] | Iterable[str | PathLike[str]]
Input = Iterable[Document] | Paths

# A script without a main guard must not start itself again in every worker, and a library leaves no files behind.
DEFAULT = Settings(jobs=1, cache_dir=None)


class Documents(list[Document]):
    """The documents that were read. ``problems`` are what could not be read, ``skipped`` the files passed over."""

    def __init__(self, documents: Iterable[Document], problems: Iterable[Problem]) -> None:
        super().__init__(documents)
        self.problems = tuple(problems)


def paths_of(paths: Paths) -> tuple[str, ...]:
    """One path or several as the tuple that the pipeline takes."""
    return (fspath(paths),) if isinstance(paths, str | PathLike) else tuple(fspath(path) for path in paths)


def read(paths: Paths, settings: Settings | None = None) -> Documents:
    found = list(pipeline.read_documents(paths_of(paths), settings or DEFAULT))
    return Documents(
        (item for item in found if isinstance(item, Document)), (item for item in found if isinstance(item, Problem))
    )


def extract(documents: Input, settings: Settings | None = None) -> DataFrame:
    from pandas import DataFrame

    from factcheck.writers.rows import CLAIM_COLUMNS, mention_rows

    result = _readings(documents, settings or DEFAULT)
    return DataFrame(list(mention_rows(result.readings)), columns=list(CLAIM_COLUMNS))


def check(documents: Input, settings: Settings | None = None) -> Report:
    chosen = settings or DEFAULT
    paths, held = _told_apart(documents)
    if paths:
        return pipeline.check(paths, chosen)
    return pipeline.judge(_read_documents(held, documents, chosen), chosen)


def _readings(documents: Input, settings: Settings) -> pipeline.ReadingResult:
    paths, held = _told_apart(documents)
    return pipeline.extract(paths, settings) if paths else _read_documents(held, documents, settings)


def _read_documents(held: tuple[Document, ...], given: Input, settings: Settings) -> pipeline.ReadingResult:
    result = pipeline.read_all(held, settings)
    problems = given.problems if isinstance(given, Documents) else ()
    return replace(result, problems=tuple(sorted({*result.problems, *problems})))


def _told_apart(given: Input) -> tuple[tuple[str, ...], tuple[Document, ...]]:
    """The paths that were given, or the documents. Raises TypeError for a mixture."""
    if isinstance(given, str | PathLike):
        return (fspath(given),), ()
    listed = list(given)
    documents = tuple(item for item in listed if isinstance(item, Document))
    paths = tuple(fspath(item) for item in listed if not isinstance(item, Document))
    if paths and documents:
        raise TypeError("either documents or paths, not both")
    return paths, documents
