"""From citations to places in an editor's files and back; editors count lines from 0 and columns in UTF-16.

>>> found = Files({"/a.md": "Lorvik\\n𝄞 41 people"}, PositionCodec()).range_at("/a.md", (2, 3), (2, 12))
>>> (found.start.line, found.start.character), (found.end.line, found.end.character)
((1, 3), (1, 12))
"""

from __future__ import annotations

from collections.abc import Mapping
from io import StringIO
from pathlib import Path

from lsprotocol.types import Location, Position, Range
from pygls.uris import from_fs_path, to_fs_path
from pygls.workspace import PositionCodec

from factcheck.model import Citation

# Files whose lines an editor shows; in others (PDF, DOCX) a place is a page at best.
_LARGEST = 20_000_000


class Files:
    """The lines of the files that are asked for, from the editor's buffers or from disk; made anew for every answer."""

    def __init__(self, buffers: Mapping[str, str], codec: PositionCodec) -> None:
        self._buffers, self._codec = buffers, codec
        self._lines: dict[str, list[str]] = {}

    def range_of(self, citation: Citation) -> Range:
        start, end = (citation.line, citation.column), (citation.end_line, citation.end_column)
        return self.range_at(citation.path, start, end)

    def location_of(self, citation: Citation) -> Location:
        return Location(uri_of(citation.path), self.range_of(citation))

    def range_at(self, path: str, start: tuple[int, int], end: tuple[int, int]) -> Range:
        """The range between two (line, column) pairs that are counted from 1, in code points."""
        places = [Position(line - 1, column - 1) for line, column in (start, end)]
        return self._codec.range_to_client_units(self._of(path), Range(*places))

    def place_at(self, path: str, position: Position) -> tuple[int, int]:
        """Line and column, counted from 1, in code points, of an editor's position."""
        place = self._codec.position_from_client_units(self._of(path), position)
        return place.line + 1, place.character + 1

    def _of(self, path: str) -> list[str]:
        if path not in self._lines:
            text = self._buffers[path] if path in self._buffers else _read(Path(path))
            # Lines end at \n, \r\n or \r, and not where str.splitlines() sees one.
            self._lines[path] = list(StringIO(text, newline=""))
        return self._lines[path]


def uri_of(path: str) -> str:
    return from_fs_path(str(Path(path).absolute())) or ""


def path_of(uri: str) -> str:
    """The path as the session names it; "" for what is no file."""
    found = to_fs_path(uri)
    return Path(found).as_posix() if found else ""


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace") if file.stat().st_size < _LARGEST else ""
    except OSError:
        return ""
