"""factcheck finds numeric and dated claims that contradict each other across articles and pages, and cites both places.

    import factcheck

    documents = factcheck.read("articles/")
    report = factcheck.check(documents)
    claims = factcheck.extract(documents)    # a pandas DataFrame

Everything heavy is imported when it is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from pandas import DataFrame

    from factcheck.api import Documents
    from factcheck.model import Document, Report
    from factcheck.settings import Settings

__all__ = ["__version__", "check", "extract", "read"]


def read(paths: str | PathLike[str] | Iterable[str | PathLike[str]], settings: Settings | None = None) -> Documents:
    """The documents under a path or several, as a list; what could not be read is in its ``problems``.

    Raises UserError for a path that is not there and when there is nothing to read.
    """
    from factcheck import api

    return api.read(paths, settings)


def extract(
    documents: Iterable[Document] | str | PathLike[str] | Iterable[str | PathLike[str]],
    settings: Settings | None = None,
) -> DataFrame:
    """A table with one row for each figure or date that documents (or the files under paths) state."""
    from factcheck import api

    return api.extract(documents, settings)


def check(
    documents: Iterable[Document] | str | PathLike[str] | Iterable[str | PathLike[str]],
    settings: Settings | None = None,
) -> Report:
    """The report on documents (or the files under paths): conflicts, agreements, problems and coverage.

    Raises UserError for mistakes in settings and rules; what is wrong with a document is in the report.
    """
    from factcheck import api

    return api.check(documents, settings)
