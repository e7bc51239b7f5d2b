"""The conditions and formulas there are: every module of their folders, found by looking.

>>> sorted(conditions())[:3]
['as_of', 'attributed', 'began']
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Any


@cache
def conditions() -> Mapping[str, Any]:
    """Condition modules by ``NAME``, each with SUMMARY, EXAMPLES, ``accepts`` and ``holds``."""
    return _modules("factcheck.rulebook.conditions")


@cache
def formulas() -> Mapping[str, Any]:
    """Formula modules by ``NAME``: each has SUMMARY, INPUTS and ``compute(claims, inputs)``."""
    return _modules("factcheck.rulebook.formulas")


def _modules(package: str) -> Mapping[str, Any]:
    folder = import_module(package)
    found = (import_module(f"{package}.{info.name}") for info in iter_modules(folder.__path__))
    named = {module.NAME: module for module in found if hasattr(module, "NAME")}
    return MappingProxyType(dict(sorted(named.items())))
