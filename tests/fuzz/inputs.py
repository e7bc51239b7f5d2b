"""Bytes to begin with: whole files of each kind, and pieces that grammars and parsers know.

>>> len(seeds("rules")) > 5
True
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path
from types import MappingProxyType

from factcheck.configuration import OPTIONS
from tests.architecture.modules import ROOT
from tests.hostile.files import FORMATS
from tests.hostile.shapes import SHAPES, prose

FOLDER = Path(__file__).parent / "regressions"
PIECES: tuple[bytes, ...] = tuple(
    piece.encode()
    for piece in (
        "5", "1,234.5", "½", "III", "one hundred", "dozen", "%", "$", "€", "bn", "per day", "km²", "°C", "at least",
        "-", "–", "to", "between", "and", "(", ")", "[", "]", "May", "3 May 2024", "1990s", "Friday", "Q1",
        "2024-05-03T19:00Z", "fiscal 2022-23", "two days earlier", "'", '"', "`", "```\n", "#", "\n", "\r", "\r\n",
        "\t", "\0", "\x1b[", "\ufeff", "\u202e", "e\u0301", "𝟝", "٣", "<", "</", "<table><tr><td rowspan=9>", "<!--",
        "-->", "&lt;", "&#x35;", "|", "|---|\n", "- ", "> ", "---\n", ": ", "&a [*a]", "!!python/name:os.system",
        "{{<", "%}", ".. x::\n", "+-+-+\n", "|===\n", "{", "}", ",", "\\", "- [x] accepted: x (until 2031-12-31)",
        '<!-- factcheck: {"id": "fc-1"} -->', "\x1e", "javascript:", "](http://", "@me", "stream\n", "endobj\n",
        "/N Do ",
    )
)  # fmt: skip

_FACTS = """\
facts:
  - id: upload-limit
    says: Uploads on the free plan are limited to 20 MB.
    about: [upload, free plan]
    unless: archive
    only: docs/*
  - id: brewery
    says: The Lorvik brewery was founded on 9 May 1874.
    tolerance: 3 days
    since: 2020-01-01

- id: bridge-length
  says: The Lorvik bridge is 412 metres long.
  value: 412 m
  tolerance: 2 %
  until: 2030-12-31
  note: measured anew
"""
_SOURCES = """\
"news/*.html":
  source: Courier
  published: 2024-05-03
  scope: {edition: one}

notes.md:
  title: Notes
  url: https://example.org/notes
  group: [pier]
  metadata: {desk: harbour}
  history: true
"""
_BASELINE = """\
{"schema": "factcheck-baseline/1", "entries": [{"id": "fc-1", "path": "a.md", "rule": "FC101", "subject": "ships"}]}

{"schema": "factcheck-baseline/1", "entries": []}
"""
_WAIVERS = """\
waivers:
  - id: fc-0123456789ab
    path: docs/*.md
    reason: counted twice
    expires: 2031-12-31

waivers: [{rule: FC101, path: b.md, reason: old}]
"""
_SUPPRESSIONS = """\
<!-- factcheck: ignore[FC140] old plan -->
Up to 5 seats.

Up to 9 seats. <!-- factcheck: ignore[] -->

{/* factcheck: ignore[FC101, FC2] */}
<p>12 lamps<ul><li>5<li>7</ul>

.. factcheck: ignore[FC140]
// factcheck: ignore[FC140] why
```
"""
_WHOLE = MappingProxyType(
    {
        "facts": _FACTS,
        "constants": _FACTS.replace("facts:", "constants:"),
        "sources": _SOURCES,
        "baseline": _BASELINE,
        "waivers": _WAIVERS,
        "suppressions": _SUPPRESSIONS,
    }
)


@cache
def seeds(target: str) -> tuple[bytes, ...]:
    """Whole inputs of the target."""
    if target.startswith("read "):
        suffix = target.removeprefix("read ")
        files = sorted((ROOT / "tests/readers/files").rglob(f"*{suffix}"))
        made = FORMATS.get(suffix)
        return (*(file.read_bytes() for file in files), *((made(prose(300)),) if made else ()), b"")
    if target == "rules":
        return tuple(file.read_bytes() for file in sorted((ROOT / "rules").rglob("*.yaml")))
    if target in _WHOLE:
        return (_WHOLE[target].encode(), *(piece.encode() for piece in _WHOLE[target].split("\n\n")))
    if target == "configuration":
        return tuple(f"{option.example}\n".encode() for option in OPTIONS)
    if target in ("quantities", "dates"):
        return (prose(400).encode(), *(shape(60).encode() for shape in SHAPES.values()))
    return tuple(b"\n".join(PIECES[at : at + 6]) for at in range(0, len(PIECES), 6))


def regressions(target: str) -> list[Path]:
    """Inputs that once failed."""
    return sorted(FOLDER.glob(f"{target.replace(' ', '_')}-*"))


def keep(target: str, content: bytes) -> Path:
    """Keep an input that fails."""
    FOLDER.mkdir(exist_ok=True)
    file = FOLDER / f"{target.replace(' ', '_')}-{blake2b(content, digest_size=4).hexdigest()}"
    file.write_bytes(content)
    return file
