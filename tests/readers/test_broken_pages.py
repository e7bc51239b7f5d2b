"""Any bytes, in every page format: no exception, no hang, spans inside the text, offsets that find their way back."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Document, Problem
from factcheck.readers import SourceFile, read_file, suffixes
from factcheck.reading.segment import blocks, legible, segment

PAGES = (".md", ".mdx", ".rst", ".adoc", ".html", ".txt")
MARKS = st.lists(
    st.sampled_from(
        [
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
        ]
        + ["<tr>", "<td rowspan=3>", "</table>", "<!--", "-->", "{{<", ">}}", "{%", "%}", "---\n", "a: ", "  ", "    "]
        + [
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
        ]
        + ["\r\n", "\t", "!!! note", '"', "<script>", "import a from 'b'", "$", "\x00", "\ufeff", "<li>", "<p", "~~~\n"]
    ),
    max_size=30,
).map("".join)


def check(path: str, content: bytes) -> list[Document]:
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
@given(MARKS)
def test_any_markup_is_read(suffix, text):
    assert len(check(f"a{suffix}", text.encode())) == 1


@pytest.mark.parametrize("suffix", sorted(suffixes()))
@given(st.binary(max_size=100))
def test_any_bytes_are_read_or_reported(suffix, content):
    check(f"a{suffix}", content)


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
]
HOSTILE += [
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
]
HOSTILE += [
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


@pytest.mark.parametrize("suffix", [suffix for suffix in PAGES if suffix != ".mdx"])
@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear_on_hostile_text(suffix, piece):
    """Five times the text must not take much more than five times the time."""
    check(f"a{suffix}", (piece * 50).encode())
    small, large = (_seconds(suffix, piece * (size // len(piece))) for size in (6_000, 30_000))
    assert large < 0.15 or large < 11 * small, (small, large)


def _seconds(suffix: str, text: str) -> float:
    start = time.process_time()
    documents = [
        item for item in read_file(SourceFile.of_bytes(f"a{suffix}", text.encode())) if isinstance(item, Document)
    ]
    segment(legible(documents[0]).document)
    return time.process_time() - start
