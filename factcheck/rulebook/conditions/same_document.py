"""same_document: whether both sides stand in one document.

>>> accepts(True)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rulebook.arguments import Specimen
from factcheck.rulebook.columns import Mask, same

if TYPE_CHECKING:
    from pandas import DataFrame

NAME = "same_document"
SUMMARY = "both passages stand in one document (`true`) or in two (`false`)"
EXAMPLES: tuple[Specimen, ...] = (
    ({"doc": "a.md"}, {"doc": "a.md"}, True, True),
    ({"doc": "a.md"}, {"doc": "b.md"}, True, False),
    ({"doc": "a.md"}, {"doc": "b.md"}, False, True),
)


def accepts(argument: object) -> None:
    if not isinstance(argument, bool):
        raise ValueError(f"unknown argument {argument!r}; known: true, false")  # noqa: TRY004 – a mistake in a value


def holds(pairs: DataFrame, argument: object) -> Mask:
    equal = same(pairs, "doc")
    return equal if argument else ~equal
