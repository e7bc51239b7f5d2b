"""Small files of every format, and beside each what a careful reader sees in it, written down block by block.

A line of an ``.expected`` file is ``line:column kind: what is seen < headings, innermost first | label … | (flag)``;
the line of a document is ``= title | published | scope``, that of a problem ``! line level code``.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.model import Block, Document, Problem
from factcheck.model.omission import visible
from factcheck.readers import SourceFile, read_file
from factcheck.reading.segment import blocks

ROOT = Path(__file__).parent / "files"
NAMES = sorted(
    path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if path.is_file() and path.suffix != ".expected"
)


def described(name: str) -> Iterator[str]:
    for item in read_file(SourceFile(name, ROOT / name)):
        if isinstance(item, Problem):
            yield f"! {item.line} {item.level} {item.code}"
            continue
        scope = (f"{key} {value}" for key, value in item.scope)
        yield " | ".join([f"= {item.title}", *filter(None, [item.published]), *scope])
        yield from (block_line(item, block) for block in blocks(item))


def block_line(document: Document, block: Block) -> str:
    line, column, _ = document.position_map.locate(block.span.start)
    seen = visible(document.text, block.span, block.omitted)
    headings = "".join(f" < {heading}" for heading in reversed(block.headings))
    labels = "".join(f" | {label.kind} {label.text}" for label in block.labels)
    flags = "".join(f" | ({flag})" for flag in sorted(block.flags))
    return f"{line}:{column} {block.kind}: {seen}{headings}{labels}{flags}"


@pytest.mark.parametrize("name", NAMES)
def test_every_block_is_read_as_a_careful_reader_reads_it(name):
    expected = (ROOT / f"{name}.expected").read_text(encoding="utf-8").splitlines()
    assert list(described(name)) == expected


def test_there_are_enough_files():
    assert len(NAMES) >= 50


@pytest.mark.parametrize("name", NAMES)
def test_what_is_cited_holds_what_is_read(name):
    documents = [item for item in read_file(SourceFile(name, ROOT / name)) if isinstance(item, Document)]
    for document in documents:
        for block in blocks(document):
            assert 0 <= block.line.start <= block.span.start < block.span.end <= block.line.end <= len(document.text)


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("latin1")])
def test_positions_lead_to_the_same_words_in_the_file(name):
    """The first word of each block stands in the file where the position says."""
    source = (ROOT / name).read_bytes().decode("utf-8-sig")
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for document in read_file(SourceFile(name, ROOT / name)):
        if isinstance(document, Document):
            for block in blocks(document):
                word = document.text[block.span.start : block.span.end].split()[0]
                line, column, _ = document.position_map.locate(block.span.start)
                at = lines[line - 1][column - 1 :]
                assert at.startswith(word[:2]) or at.startswith("&"), (block, at)
