"""The model as JSON and back, exactly: a record becomes the list of its fields in their order.

The types of the fields decide what is written, so a new field or type needs no line here; ``fingerprint`` changes with
them, and what was written under another fingerprint is not read. Nothing of Python's own (pickle) is ever loaded.

>>> from factcheck.model import Interval
>>> codec(Interval).to_json(Interval(18.0, 20.0, hi_open=True))
'[18.0,20.0,false,true]'
>>> codec(Interval).from_json('[18.0,20.0,false,true]')
Interval(lo=18.0, hi=20.0, lo_open=False, hi_open=True)
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from hashlib import blake2b
from types import NoneType, UnionType
from typing import Any, Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
Convert = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Codec(Generic[Value]):
    """Both directions for one type. ``from_json`` raises ValueError for text that ``to_json`` did not write."""

    to_plain: Convert
    from_plain: Convert

    def to_json(self, value: Value) -> str:
        return json.dumps(self.to_plain(value), ensure_ascii=False, separators=(",", ":"))

    def from_json(self, text: str | bytes) -> Value:
        try:
            decoded: Value = self.from_plain(json.loads(text))
        except (TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError) as fault:
            raise ValueError(f"not a record of this model: {fault}") from fault
        return decoded


@cache
def codec(kind: Any) -> Codec[Any]:
    """The codec of a type built from records, tuples, sets and mappings of strings, dates, numbers and strings.

    Raises TypeError for a type it does not know: a mistake of the program, found when the codec is made.
    """
    if kind in (str, int, float, bool, NoneType) or get_origin(kind) is Literal:
        return Codec(_same, _same)
    if kind is date:
        return Codec(date.isoformat, date.fromisoformat)
    if is_dataclass(kind):
        return _record(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _optional(arguments)
    if origin is Sequence or (origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis):
        return _sequence(arguments[0])
    if origin is tuple:
        return _pair(arguments)
    if origin is frozenset and arguments == (str,):
        return Codec(sorted, frozenset)
    if origin is Mapping and arguments[0] is str:
        return _mapping(arguments[1])
    raise TypeError(f"no codec for {kind!r}")


@cache
def fingerprint(kind: Any) -> str:
    """A hash of every field name and type that is reachable from the record: the version of what is written."""
    seen: dict[str, list[str]] = {}
    waiting: list[Any] = [kind]
    while waiting:
        current: Any = waiting.pop()
        name = getattr(current, "__qualname__", "")
        if is_dataclass(current) and name not in seen:
            hints = get_type_hints(current)
            seen[name] = [f"{field.name}:{hints[field.name]}" for field in fields(current)]
            waiting.extend(hints.values())
        waiting.extend(get_args(current))
    return blake2b(json.dumps(sorted(seen.items())).encode(), digest_size=8).hexdigest()


def _same(value: Any) -> Any:
    return value


def _record(kind: Any) -> Codec[Any]:
    hints = get_type_hints(kind)
    names = tuple(field.name for field in fields(kind))
    codecs = [codec(hints[name]) for name in names]
    # Most fields are plain already; only the others are worth a call.
    writes = [(index, each.to_plain) for index, each in enumerate(codecs) if each.to_plain is not _same]
    reads = [(index, each.from_plain) for index, each in enumerate(codecs) if each.from_plain is not _same]

    def to_plain(value: Any) -> list[Any]:
        row = [getattr(value, name) for name in names]
        for index, convert in writes:
            row[index] = convert(row[index])
        return row

    def from_plain(row: list[Any]) -> Any:
        if len(row) != len(names):
            raise ValueError(f"{kind.__name__} has {len(names)} fields, not {len(row)}")
        for index, convert in reads:
            row[index] = convert(row[index])
        return kind(*row)

    return Codec(to_plain, from_plain)


def _optional(arguments: tuple[Any, ...]) -> Codec[Any]:
    kinds = [argument for argument in arguments if argument is not NoneType]
    scalars = [kind for kind in kinds if kind in (str, int, float, bool)]
    if len(kinds) > 1 and len(scalars) >= len(kinds) - 1:
        return _scalar_or(*(kind for kind in kinds if kind not in scalars))
    if len(kinds) != 1:
        raise TypeError(f"no codec for a union of {kinds!r}")
    inner = codec(kinds[0])
    if inner.to_plain is _same:
        return inner
    write, read = inner.to_plain, inner.from_plain
    return Codec(
        lambda value: None if value is None else write(value), lambda plain: None if plain is None else read(plain)
    )


def _scalar_or(other: Any = str) -> Codec[Any]:
    """Strings and numbers as they are; of the other kind is what JSON has as a list."""
    inner = codec(other)
    return Codec(
        lambda value: inner.to_plain(value) if isinstance(value, tuple) else value,
        lambda plain: inner.from_plain(plain) if isinstance(plain, list) else plain,
    )


def _sequence(item: Any) -> Codec[Any]:
    inner = codec(item)
    if inner.to_plain is _same:
        return Codec(list, tuple)
    write, read = inner.to_plain, inner.from_plain
    return Codec(lambda values: [write(value) for value in values], lambda plain: tuple([read(each) for each in plain]))


def _pair(arguments: tuple[Any, ...]) -> Codec[Any]:
    codecs = [codec(argument) for argument in arguments]

    def to_plain(values: Any) -> list[Any]:
        return [each.to_plain(value) for each, value in zip(codecs, values, strict=True)]

    def from_plain(plain: Any) -> tuple[Any, ...]:
        return tuple([each.from_plain(value) for each, value in zip(codecs, plain, strict=True)])

    return Codec(to_plain, from_plain)


def _mapping(item: Any) -> Codec[Any]:
    inner = codec(item)
    return Codec(
        lambda values: {key: inner.to_plain(value) for key, value in values.items()},
        lambda plain: {key: inner.from_plain(value) for key, value in plain.items()},
    )
