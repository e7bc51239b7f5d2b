"""Readers: one module per input format, the only code that opens articles.

A reader is a module of this folder with ``SUFFIXES`` and ``read(file)``; it is found by being here.

>>> from factcheck.readers import suffixes
>>> ".txt" in suffixes()
True
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType, ModuleType

from factcheck.model import Document, Problem
from factcheck.readers.own_output import is_own_output
from factcheck.readers.source_file import Given, SourceFile

__all__ = ["Given", "SourceFile", "read_file", "read_files", "suffixes"]


@cache
def suffixes() -> Mapping[str, ModuleType]:
    """The reader of each suffix (in lower case, with its dot)."""
    found: dict[str, ModuleType] = {}
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name):
        module = import_module(f"{__name__}.{info.name}")
        if hasattr(module, "SUFFIXES") and hasattr(module, "read"):
            found.update(dict.fromkeys(module.SUFFIXES, module))
    return MappingProxyType(found)


def read_file(file: SourceFile) -> Iterator[Document | Problem]:
    """The documents of one file, in order, and what could not be read of it. Never raises for a bad file."""
    try:
        if is_own_output(file):
            yield Problem(file.path, file.path, 0, "note", "own-output", "written by factcheck itself: left out")
            return
        yield from suffixes()[file.suffix].read(file)
    except OSError as error:
        detail = f"cannot be read: {error.strerror or error}"
        yield Problem(file.path, file.path, 0, "error", "unreadable", detail)


def read_files(files: Iterable[SourceFile]) -> Iterator[Document | Problem]:
    """The documents of many files, one at a time. Two documents with one id are a Problem: the later is not read."""
    seen: set[str] = set()
    for file in files:
        for item in read_file(file):
            if isinstance(item, Document):
                if item.doc_id in seen:
                    yield duplicate(item)
                    continue
                seen.add(item.doc_id)
            yield item


def duplicate(document: Document) -> Problem:
    """The Problem of a document whose id was already taken."""
    line = document.position_map.locate(0)[0]
    detail = f"a document with the id {document.doc_id!r} was already read; this one was left out"
    return Problem(document.doc_id, document.path, line, "error", "duplicate-id", detail)
