"""Laws of reading pages: what is cited stands where the citation says, whatever the page is made of."""

from __future__ import annotations

import random

import pytest

from factcheck.model import Document
from factcheck.readers import SourceFile, read_file
from factcheck.reading import read

NAMES = ("Lorvik", "Alma", "Tarn", "Halden Server", "the north quay", "each berth", "`pool_size`", "a *small* boat")
THINGS = ("boats", "lamps", "seats", "requests", "metres of rope", "cabins", "GB of logs", "km", "% of the fee", "€")
VERBS = ("has", "keeps", "needs at least", "may hold up to", "was built in 1931 with", "costs less than")
MARKUP = ("**{}**", "[{}](b.md#x)", "`{}`", "{}&nbsp;", "<b>{}</b>", "{}<!-- 7 -->", "_{}_", "{}")
CLAIMS = 2_000


def sentence(rng: random.Random) -> str:
    number = rng.choice(MARKUP).format(rng.choice((3, 12, "1,200", "4.5", "two dozen", "30")))
    return f"{rng.choice(NAMES).capitalize()} {rng.choice(VERBS)} {number} {rng.choice(THINGS)}."


def table(rng: random.Random) -> str:
    rows = [f"| {rng.choice(NAMES)} | {rng.randint(1, 9000)} | {rng.randint(1, 90)} days |" for _ in range(4)]
    return "\n".join(("| Place | Seats (max) | Kept for |", "|---|--:|---|", *rows))


def markdown(rng: random.Random) -> str:
    front = (
        f"---\ntitle: Page {rng.randint(1, 9)}\nmax_seats: {rng.randint(1, 99)}\n---\n" if rng.random() < 0.5 else ""
    )
    kinds = (sentence, table, lambda r: "- " + sentence(r), lambda r: "> " + sentence(r))
    parts = [f"# {rng.choice(NAMES)}", *(rng.choice(kinds)(rng) for _ in range(rng.randint(4, 9)))]
    return front + "\n\n".join(parts) + "\n"


def html(rng: random.Random) -> str:
    cells = "".join(f"<tr><td>{rng.choice(NAMES)}<td>{rng.randint(1, 900)}&nbsp;km" for _ in range(3))
    prose = "".join(f"<p>{sentence(rng)}</p>" for _ in range(rng.randint(2, 6)))
    return f"<h1>Limits</h1>{prose}<ul><li>{sentence(rng)}<li>{sentence(rng)}</ul><table>{cells}</table>"


def rst(rng: random.Random) -> str:
    body = "\n\n".join(f"* {sentence(rng)}" if rng.random() < 0.4 else sentence(rng) for _ in range(6))
    return f"Limits\n======\n\n{body}\n"


def asciidoc(rng: random.Random) -> str:
    cells = f"|{rng.choice(NAMES)} |{rng.randint(2, 90)} GB"
    return f"= Limits\n\n{sentence(rng)}\n\n.Sizes\n|===\n|Kind |Size\n\n{cells}\n|===\n"


def ended(text: str, rng: random.Random) -> str:
    """The text with one of the ends that lines have, and sometimes a byte order mark."""
    return rng.choice(("", "", "\ufeff")) + text.replace("\n", rng.choice(("\n", "\n", "\r\n", "\r")))


@pytest.mark.parametrize(
    ("suffix", "make"),
    [(".md", markdown), (".html", html), (".rst", rst), (".adoc", asciidoc)],
    ids=lambda v: str(v)[:5],
)
def test_quotes_stand_at_their_offsets_and_in_their_lines(suffix, make):
    """``text[start:end] == quote``, inside the sentence that is cited, at the line and column of the file."""
    rng, seen, page = random.Random(suffix), 0, 0
    while seen < CLAIMS / 4:
        page += 1
        source = ended(make(rng), rng)
        (document,) = (
            item
            for item in read_file(SourceFile.of_bytes(f"p{page}{suffix}", source.encode()))
            if isinstance(item, Document)
        )
        lines = source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for claim in read(document).claims:
            seen += 1
            cited = claim.citation
            assert document.text[cited.span.start : cited.span.end] == cited.quote
            assert document.text[cited.sentence_span.start : cited.sentence_span.end] == cited.sentence
            assert cited.sentence_span.contains(cited.span)
            at = lines[cited.line - 1][cited.column - 1 :] if cited.line > 1 or suffix == ".html" else None
            assert at is None or at[:1] == cited.quote[:1], (source, cited)
            assert (cited.end_line, cited.end_column) > (cited.line, cited.column)
    assert seen >= CLAIMS / 4
