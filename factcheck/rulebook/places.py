"""YAML whose every key and item knows its line and column, for messages with a caret.

>>> page = parse("id: FC1\\nladder:\\n  - agree: otherwise\\n", "rules/a.yaml")
>>> page.place(("ladder", 0, "agree"))
(3, 5)
>>> str(page.mistake(("id",), "not an id")).splitlines()[0]
'rules/a.yaml:1:1: not an id'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from factcheck.errors import CombinedUserError, UserError

Location = tuple[str | int, ...]
_MOST_PLACES = 50_000


@dataclass(frozen=True, slots=True)
class Page:
    """A YAML file: ``data`` as plain dicts and lists, and where each of their parts stands."""

    path: str
    data: Any
    lines: tuple[str, ...] = field(repr=False)
    _places: dict[Location, tuple[int, int]] = field(repr=False)

    def place(self, location: Sequence[str | int]) -> tuple[int, int]:
        """1-based line and column of a key or list item; of the nearest part around it if it is not there itself."""
        here = tuple(location)
        while here and here not in self._places:
            here = here[:-1]
        return self._places.get(here, (1, 1))

    def mistake(self, location: Sequence[str | int], message: str, hint: str = "") -> UserError:
        line, column = self.place(location)
        source = self.lines[line - 1] if line <= len(self.lines) else ""
        return UserError(message, path=self.path, line=line, column=column, hint=hint, source=source)


def read(path: Path, shown: str) -> Page:
    """Parse a file; raises UserError if it cannot be read or is not YAML (``shown`` is the path in messages)."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UserError(f"not UTF-8 at byte {error.start}", path=shown) from error
    except OSError as error:
        raise UserError(error.strerror or "cannot be read", path=shown) from error
    return parse(text, shown)


def parse(text: str, shown: str) -> Page:
    """Raises UserError with line and caret for what is not YAML, a duplicate key among it."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    lines = tuple(text.splitlines())
    try:
        yaml = YAML(typ="rt")
        yaml.Constructor = _constructor()
        loaded = yaml.load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        source = lines[line - 1] if line <= len(lines) else ""
        what = (error.problem or error.context or "not YAML").strip().splitlines()[0]
        raise UserError(f"not YAML: {what}", path=shown, line=line, column=column, source=source) from error
    except RecursionError as error:
        raise UserError("nested too deeply", path=shown) from error
    except (YAMLError, ValueError, KeyError) as error:
        # The latter two are a value that is not what its tag says, or a number of thousands of digits.
        raise UserError(f"not YAML: {str(error).splitlines()[0]}", path=shown) from error
    places: dict[Location, tuple[int, int]] = {(): (1, 1)}
    try:
        return Page(shown, _plain(loaded, (), places), lines, places)
    except RecursionError as error:
        raise UserError("an alias that holds itself", path=shown) from error
    except _UnreadError as error:
        raise UserError(str(error), path=shown) from error


class _UnreadError(Exception):
    """YAML that is more than data, or grows without measure."""


def _plain(node: Any, here: Location, places: dict[Location, tuple[int, int]]) -> Any:
    """The node as plain Python data, noting where its parts stand."""
    place: Any = getattr(node, "lc", None)
    if isinstance(node, dict | list) and node and (place is None or place.data is None):
        raise _UnreadError("a tag (!…) on a list or mapping has no meaning here")
    if len(places) > _MOST_PLACES:
        raise _UnreadError("too large once its aliases are followed")
    if isinstance(node, dict):
        for key in node:
            line, column = place.key(key)
            places[*here, key] = (line + 1, column + 1)
        return {key: _plain(value, (*here, key), places) for key, value in node.items()}
    if isinstance(node, list):
        for index in range(len(node)):
            line, column = place.item(index)
            places[*here, index] = (line + 1, column + 1)
        return [_plain(value, (*here, index), places) for index, value in enumerate(node)]
    return _scalar(node)


def _scalar(node: Any) -> Any:
    if isinstance(node, bool) or node is None:
        return node
    for plain in (int, float, str):
        if isinstance(node, plain):
            return plain(node)
    return bool(node) if type(node).__name__ == "ScalarBoolean" else str(node)


@cache
def _constructor() -> type[Any]:
    """A constructor that leaves dates as they are written: YAML's own timestamps lose their offset."""
    from ruamel.yaml.constructor import RoundTripConstructor

    class PlainDates(RoundTripConstructor):
        pass

    PlainDates.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value)
    return PlainDates


def raise_all(errors: Sequence[UserError]) -> None:
    """One mistake as itself, several together, none not at all."""
    if len(errors) == 1:
        raise errors[0]
    if errors:
        raise CombinedUserError(errors)
