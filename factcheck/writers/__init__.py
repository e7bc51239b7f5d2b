"""Writers: one module per output format, discovered by looking into this folder.

A writer is a module with ``NAME``, ``SUFFIXES`` and ``write(report, layout) -> str | bytes``; adding a format is adding
a file. Writers of claims, for ``extract``, stand in ``factcheck.writers.claims`` and are found the same way.

>>> writer_for("markdown").SUFFIXES
('.md',)
>>> writer_for_suffix("report.HTML").NAME
'html'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol, cast

from factcheck.errors import UserError, did_you_mean
from factcheck.model import Report
from factcheck.writers.layout import Layout

__all__ = ["Layout", "Writer", "formats", "pieces_of", "suffixes", "writer_for", "writer_for_suffix"]


class Writer(Protocol):
    """What a format's module offers. ``SUFFIXES`` are those of ``--output`` that mean this format."""

    NAME: str
    SUFFIXES: tuple[str, ...]

    def write(self, report: Report, layout: Layout = ...) -> str | bytes:
        """The whole report; the same report gives the same text."""
        ...


def pieces_of(writer: Writer, report: Report, layout: Layout) -> Iterable[str | bytes]:
    """The report in pieces, where the writer of the format gives any: all of a large one need not be in memory."""
    pieces: Callable[[Report, Layout], Iterable[str]] | None = getattr(writer, "pieces", None)
    return (writer.write(report, layout),) if pieces is None else pieces(report, layout)


def formats() -> tuple[str, ...]:
    """Names of all formats, sorted."""
    return tuple(sorted(_writers()))


def suffixes() -> dict[str, str]:
    """Format name for each suffix of an output file."""
    return {suffix: name for name, writer in sorted(_writers().items()) for suffix in writer.SUFFIXES}


def writer_for(name: str) -> Writer:
    """The writer of a format. Raises UserError, with the nearest name, for one that is not known."""
    if name not in _writers():
        hint = did_you_mean(name, _writers()) or f"known: {', '.join(formats())}"
        raise UserError(f"unknown format {name!r}", hint=hint)
    return _writers()[name]


def writer_for_suffix(path: str) -> Writer:
    """The writer for an output file, by its suffix. Raises UserError for a suffix that no format has."""
    suffix = Path(path).suffix.lower()
    if suffix not in suffixes():
        hint = did_you_mean(suffix, suffixes()) or f"known: {' '.join(sorted(suffixes()))}"
        raise UserError(f"no format for the suffix {suffix!r}", path=path, hint=hint)
    return _writers()[suffixes()[suffix]]


@cache
def _writers() -> dict[str, Writer]:
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__) if not found.ispkg]
    return {module.NAME: cast(Writer, module) for module in modules if hasattr(module, "write")}
