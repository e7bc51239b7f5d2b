"""Writers of claims for ``extract``: one module per format, discovered by looking into this folder.

A writer has ``NAME``, ``SUFFIXES`` and ``write_claims(readings) -> Iterator[str] | Iterator[bytes]``, which
takes the readings one by one so that a long run starts to print at once.

>>> claims_writer_for("jsonl").SUFFIXES
('.jsonl',)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol, cast

from factcheck.errors import UserError, did_you_mean
from factcheck.model import Reading

__all__ = ["ClaimsWriter", "claims_formats", "claims_writer_for", "claims_writer_for_suffix"]


class ClaimsWriter(Protocol):
    """What a format's module offers."""

    NAME: str
    SUFFIXES: tuple[str, ...]

    def write_claims(self, readings: Iterable[Reading]) -> Iterator[str] | Iterator[bytes]:
        """The claims in pieces, in the order of the readings."""
        ...


def claims_formats() -> tuple[str, ...]:
    """Names of all formats of claims, sorted."""
    return tuple(sorted(_writers()))


def claims_writer_for(name: str) -> ClaimsWriter:
    """The writer of a format. Raises UserError, with the nearest name, for one that is not known."""
    if name not in _writers():
        hint = did_you_mean(name, _writers()) or f"known: {', '.join(claims_formats())}"
        raise UserError(f"unknown format of claims {name!r}", hint=hint)
    return _writers()[name]


def claims_writer_for_suffix(path: str) -> ClaimsWriter:
    """The writer for an output file, by its suffix. Raises UserError for a suffix that no format of claims has."""
    suffix = Path(path).suffix.lower()
    known = {each: writer for writer in _writers().values() for each in writer.SUFFIXES}
    if suffix not in known:
        hint = did_you_mean(suffix, known) or f"known: {' '.join(sorted(known))}"
        raise UserError(f"no format of claims for the suffix {suffix!r}", path=path, hint=hint)
    return known[suffix]


@cache
def _writers() -> dict[str, ClaimsWriter]:
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    return {module.NAME: cast(ClaimsWriter, module) for module in modules if hasattr(module, "write_claims")}
