"""A text as a file of every format that is read.

>>> sorted(FORMATS) == sorted({".txt", ".md", ".mdx", ".html", ".rst", ".adoc", ".jsonl", ".csv", ".parquet",
...                            ".docx", ".pdf"})
True
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from types import MappingProxyType
from xml.sax.saxutils import escape

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_LINE = 95


def docx(text: str) -> bytes:
    """A Word document with a paragraph for every line of the text."""
    return docx_of("".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in text.split("\n")))


def docx_of(body: str, prolog: str = "") -> bytes:
    """A Word document with this body, which is XML; ``prolog`` stands before its root."""
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN_TYPE}"/></Types>'
    )
    relations = (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    document = f'{prolog}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": types, "_rels/.rels": relations, "word/document.xml": document})


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def pdf(text: str) -> bytes:
    """A PDF of one font, forty lines a page; what its encoding cannot write is left out."""
    plain = text.encode("cp1252", "ignore").decode("cp1252")
    lines = [line[at : at + _LINE] for line in plain.split("\n") for at in range(0, max(len(line), 1), _LINE)]
    pages = [lines[at : at + 40] for at in range(0, len(lines), 40)]
    streams = [b"BT /F1 9 Tf 11 TL 30 780 Td " + b"".join(map(_shown, page)) + b"ET" for page in pages]
    return pdf_of(streams)


def _shown(line: str) -> bytes:
    for mark in ("\\", "(", ")"):
        line = line.replace(mark, "\\" + mark)
    return b"(" + line.encode("cp1252") + b") Tj T* "


def pdf_of(streams: list[bytes], extra: Mapping[str, bytes] = MappingProxyType({}), resources: str = "") -> bytes:
    """A PDF with a page for every content stream. ``extra`` are further objects by dictionary, ``resources`` names
    them: they are numbered from 3."""
    objects: list[bytes] = []
    for dictionary, content in extra.items():
        objects.append(_stream(dictionary, content))
    font = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >>"
    kids = []
    for content in streams:
        objects.append(_stream("", content))
        number = len(objects) + 2
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {number} 0 R "
            f"/Resources << {font} {resources} >> >>".encode()
        )
        kids.append(f"{number + 1} 0 R")
    tree = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _assembled([b"<< /Type /Catalog /Pages 2 0 R >>", tree, *objects])


def _stream(dictionary: str, content: bytes) -> bytes:
    return f"<< {dictionary} /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"


def _assembled(objects: list[bytes]) -> bytes:
    parts, offsets, length = [b"%PDF-1.7\n"], [], 9
    for number, content in enumerate(objects, 1):
        offsets.append(length)
        parts.append(f"{number} 0 obj\n".encode() + content + b"\nendobj\n")
        length += len(parts[-1])
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{length}\n%%EOF\n"
    return b"".join(parts) + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def parquet(text: str) -> bytes:
    import pyarrow
    from pyarrow.parquet import write_table

    stream = io.BytesIO()
    write_table(pyarrow.table({"id": ["a"], "text": [text]}), stream, compression="none", use_dictionary=False,
                write_statistics=False)  # fmt: skip
    return stream.getvalue()


def html(text: str) -> bytes:
    """The text as a page: as it is where it is markup already, else in paragraphs."""
    if text.startswith("<"):
        return text.encode()
    paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in text.split("\n"))
    return f"<!doctype html><html><body>{paragraphs}</body></html>".encode()


def _row(text: str) -> bytes:
    quoted = text.replace('"', '""')
    return f'id,text\na,"{quoted}"\n'.encode()


FORMATS: Mapping[str, Callable[[str], bytes]] = MappingProxyType(
    {
        ".txt": str.encode,
        ".md": str.encode,
        ".mdx": str.encode,
        ".rst": str.encode,
        ".adoc": str.encode,
        ".html": html,
        ".jsonl": lambda text: json.dumps({"id": "a", "text": text}).encode(),
        ".csv": _row,
        ".parquet": parquet,
        ".docx": docx,
        ".pdf": pdf,
    }
)
"""What makes a file of each suffix from a text."""


def weight(suffix: str, content: bytes) -> int:
    """The bytes that a reader goes through: of an archive what it unpacks to.

    >>> weight(".txt", b"One ship."), weight(".docx", docx("One ship.")) > 500
    (9, True)
    """
    if suffix != ".docx":
        return len(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return sum(info.file_size for info in archive.infolist())
