"""What a condition accepts as its argument, with a message for what it does not.

>>> choice("overlap", ("overlap", "disjoint"))
'overlap'
>>> choice("overlaps", ("overlap", "disjoint"))
Traceback (most recent call last):
ValueError: unknown argument 'overlaps'; did you mean 'overlap'?
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from factcheck.errors import did_you_mean

Specimen = tuple[Mapping[str, Any], Mapping[str, Any], object, bool]
"""An example of a condition: columns of the left and right side, the argument, whether it holds."""


def choice(argument: object, known: Iterable[str]) -> str:
    """The argument, if it is one of the known words; ValueError otherwise."""
    names = tuple(known)
    if isinstance(argument, str) and argument in names:
        return argument
    hint = did_you_mean(argument, names) if isinstance(argument, str) else ""
    raise ValueError(f"unknown argument {argument!r}; {hint or 'known: ' + ', '.join(names)}")


def choice_or_list(argument: object, known: Iterable[str]) -> str | tuple[str, ...]:
    """A known word as it is, a list as a tuple of words; ValueError for anything else."""
    if isinstance(argument, (list, tuple)):
        if argument and all(isinstance(word, str) and word for word in argument):
            return tuple(argument)
        raise ValueError("a list of words must not be empty nor hold anything but words")
    return choice(argument, known)
