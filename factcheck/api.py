"""What ``factcheck.read``, ``extract`` and ``check`` do.

>>> paths_of("articles"), paths_of([])
(('articles',), ())
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from os import PathLike, fspath
from typing import TYPE_CHECKING, cast

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

    from factcheck.writers.rows import CLAIM_COLUMNS, claim_row

    result = _readings(documents, settings or DEFAULT)
    rows = [claim_row(claim) for reading in result.readings for claim in reading.claims]
    return DataFrame(rows, columns=list(CLAIM_COLUMNS))


def check(documents: Input, settings: Settings | None = None) -> Report:
    chosen = settings or DEFAULT
    listed = documents if isinstance(documents, str | PathLike | Documents) else list(documents)
    if _are_paths(listed):
        return pipeline.check(paths_of(cast(Paths, listed)), chosen)
    return pipeline.judge(_readings(cast(list[Document], listed), chosen), chosen)


def _readings(documents: Input, settings: Settings) -> pipeline.ReadingResult:
    listed = documents if isinstance(documents, str | PathLike | Documents) else list(documents)
    if _are_paths(listed):
        return pipeline.extract(paths_of(cast(Paths, listed)), settings)
    result = pipeline.read_all(cast(list[Document], listed), settings)
    problems = documents.problems if isinstance(documents, Documents) else ()
    return replace(result, problems=tuple(sorted({*result.problems, *problems})))


def _are_paths(listed: Input) -> bool:
    return isinstance(listed, str | PathLike) or not all(isinstance(item, Document) for item in listed)
