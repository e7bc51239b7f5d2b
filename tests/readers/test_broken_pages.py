"""Any bytes, in every page format: no exception, no hang, spans inside the text, offsets that find their way back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Document, Problem
from factcheck.readers import SourceFile, read_file, suffixes
from factcheck.reading.segment import blocks, legible, segment
from tests.timing import cpu_seconds

PAGES = (".md", ".mdx", ".rst", ".adoc", ".html", ".txt")
# Bits of markup of every format, parted by "¦".
BITS = [
    "# ",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "| ",
    "|---|",
    "> ",
    "`",
    "```",
    "**",
    "[",
    "](",
    ")",
    "<b>",
    "</b>",
    "<table>",
    "<tr>",
    "<td rowspan=3>",
    "</table>",
    "<!--",
    "-->",
    "{{<",
    ">}}",
    "{%",
    "%}",
    "---\n",
    "a: ",
    "  ",
    "    ",
    ":::",
    ".. note::",
    "::",
    "+--+--+\n",
    "+==+\n",
    "== ==\n",
    "=====\n",
    "|===\n",
    "&lt;",
    "&",
    "5 GB",
    "ä",
    "x",
    "\r\n",
    "\t",
    "!!! note",
    '"',
    "<script>",
    "import a from 'b'",
    "$",
    "\x00",
    "\ufeff",
    "<li>",
    "<p",
    "~~~\n",
]
MARKS = st.lists(st.sampled_from(BITS), max_size=30).map("".join)
HOSTILE = [
    "1,",
    "((((",
    "one hundred and ",
    "[",
    "](",
    "`",
    "``a",
    "<",
    "<b ",
    "<table>",
    "<div>",
    "- ",
    "> ",
    "|",
    "{{<",
    "{%",
    "<!--",
    "&",
    "*a",
    "_a ",
    "\n",
    "a\n",
    "# a\n",
    ":: \n",
    ".. a::\n",
    "+-+\n",
    "== ==\n",
    "|===\n|a\n",
    "<pre>",
    "![",
    "`<pre>`",
    "---\n",
    "a: b\n",
    "  - a\n",
    "\\",
    "[^a]: ",
    '"',
    '=== "a\n',
    "!!! a\n    ",
    "<td rowspan=9>",
    "a::\n b\n",
]


def assert_sound(path: str, content: bytes) -> list[Document]:
    items = list(read_file(SourceFile.of_bytes(path, content)))
    documents = [item for item in items if isinstance(item, Document)]
    assert all(isinstance(item, Problem | Document) for item in items)
    for document in documents:
        for block in blocks(document):
            assert 0 <= block.line.start <= block.span.start <= block.span.end <= block.line.end <= len(document.text)
            line, column, _ = document.position_map.locate(block.span.start)
            assert line >= 1
            assert column >= 1
        view = legible(document)
        for passage in segment(view.document):
            assert all(0 <= span.start <= span.end <= len(view.document.text) for span in passage.sentences)
    return documents


@pytest.mark.parametrize("suffix", PAGES)
@settings(deadline=None)
@given(MARKS)
def test_any_markup_is_read(suffix, text):
    assert len(assert_sound(f"a{suffix}", text.encode())) == 1


@pytest.mark.parametrize("suffix", sorted(suffixes()))
@settings(deadline=None)
@given(st.binary(max_size=100))
def test_any_bytes_are_read_or_reported(suffix, content):
    assert_sound(f"a{suffix}", content)


@pytest.mark.parametrize("suffix", [suffix for suffix in PAGES if suffix != ".mdx"])
@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear_on_hostile_text(suffix, piece):
    """Five times the text must not take much more than five times the time."""
    small, large = (_seconds(f"a{suffix}", piece * (size // len(piece))) for size in (4_000, 20_000))
    assert large < 0.25 or large < 10 * small, (small, large)


def _seconds(path: str, text: str) -> float:
    def page() -> None:
        file = SourceFile.of_bytes(path, text.encode())
        (document,) = (item for item in read_file(file) if isinstance(item, Document))
        segment(legible(document).document)

    return cpu_seconds(page)
