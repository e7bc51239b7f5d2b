"""Bytes to text without losing any: UTF-8 (or UTF-16 with its mark) first, then the old Western code page, with a note.

>>> decode(b"caf\\xc3\\xa9", "a.txt")[0], decode(b"caf\\xe9", "a.txt")[0]
('café', 'café')
"""

from __future__ import annotations

import codecs

from factcheck.model import Problem

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decode(content: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The text, and a note when the bytes were not all UTF-8. A byte order mark is not part of the text.

    In a file of mixed encodings each line is read in its own: a line that is not UTF-8 as Windows-1252. A file with
    NUL bytes that is no UTF-16 is not text: its Problem is an error and its text empty.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _with_mark(content[len(mark) :], encoding, path)
    if b"\0" in content:
        return "", (Problem(path, path, 0, "error", "binary", "not a text file: it holds NUL bytes"),)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        text = "".join(_line(line_bytes) for line_bytes in content.split(b"\n") for line_bytes in (line_bytes + b"\n",))
        detail = f"byte 0x{content[error.start]:02x} is not UTF-8; such lines were read as Windows-1252"
        return text[:-1], (Problem(path, path, line, "note", "not-utf-8", detail),)


def _with_mark(content: bytes, encoding: str, path: str) -> tuple[str, tuple[Problem, ...]]:
    if encoding == "utf-8":
        return decode(content, path)
    text = content.decode(encoding, errors="replace")
    if "\ufffd" not in text:
        return text, ()
    return text, (Problem(path, path, 0, "error", "not-utf-16", "broken UTF-16: some characters were lost"),)


def _line(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(_WESTERN[byte] for byte in content)


def _western() -> tuple[str, ...]:
    """Windows-1252, with Latin-1 for the five bytes it leaves open."""
    decoded = (bytes([byte]).decode("cp1252", errors="replace") for byte in range(256))
    return tuple(chr(byte) if character == "\ufffd" else character for byte, character in enumerate(decoded))


_WESTERN = _western()
