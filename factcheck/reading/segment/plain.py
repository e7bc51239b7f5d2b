"""Blocks of plain text: title, headings, paragraphs, list items, and what is not of the article.

>>> text = "Pier of Alma sinks\\n\\nThe pier sank on Friday, the harbour master said.\\n\\nLeave a Reply"
>>> [(block.kind, text[block.span.start : block.span.end][:12]) for block in plain_blocks(text)]
[('title', 'Pier of Alma'), ('paragraph', 'The pier san'), ('boilerplate', 'Leave a Repl')]
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from factcheck.model import Block, Label, Span
from factcheck.reading.segment.boilerplate import boilerplate_extent, boilerplate_inside, stamps_page
from factcheck.reading.segment.lines import list_mark, units

_MARKED_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_HEADING_MOST = 130
_TITLE_WORDS = 3
_SHORT_WORD = 3
# Two such blocks in a row after a teaser heading, and the article has gone on.
_PROSE_LEAST = 200
_PROSE_RUN = 2
STAMP = frozenset({"stamp"})
_ENDS = (".", "!", "…", ",", ";", ":", '."', ".”", "!”", "?”", '?"', ".)", ".’", ".'")


@dataclass(slots=True)
class _State:
    """What has been seen while walking down the text."""

    title: str = ""
    heading: str = ""
    intro: str = ""
    group: int = -1
    groups: int = 0
    skipping: str = ""
    seen_prose: bool = False
    titled: bool = False
    headings: tuple[str, ...] = field(default=())


# Title, legible text, passages and stamps are all taken from the blocks of the same one or two texts.
@lru_cache(maxsize=4)
def plain_blocks(text: str, title: str = "") -> tuple[Block, ...]:
    """The blocks of a plain text, in order; together they hold every word of it.

    ``title`` is the title where it is known from elsewhere; otherwise the first headline line is the title. A line that
    repeats the title is a heading.
    """
    spans = tuple(units(text))
    resumed = _resumptions(text, spans)
    state = _State(title=_folded(title))
    return tuple(_block(text, spans, number, resumed, state) for number in range(len(spans)))


def _block(text: str, spans: tuple[Span, ...], number: int, resumed: frozenset[int], state: _State) -> Block:
    span = spans[number]
    line = span.of(text)
    if number in resumed and state.skipping == "section":
        state.skipping = ""
    extent = boilerplate_extent(line)
    if extent and (len(spans) == 1 or _is_label_of_article(line, extent, state)):
        extent = None  # a text of one line has no page around it
    if extent in ("section", "rest") and state.seen_prose and state.skipping != "rest":
        state.skipping = extent
    if extent or state.skipping or not any(map(str.isalnum, line)):
        stamps = not state.skipping and stamps_page(line)
        return Block("boilerplate", span, span, flags=STAMP if stamps else frozenset())
    following = spans[number + 1] if number + 1 < len(spans) else None
    marked = _MARKED_HEADING.match(text, span.start, span.end)
    if marked or _is_headline(text, span, following, state):
        return _heading(text, Span(marked.end() if marked else span.start, span.end), span, state)
    return _prose(text, span, state)


def _is_label_of_article(line: str, extent: str, state: _State) -> bool:
    """A line equal to the known title is never page chrome."""
    return bool(state.title) and extent == "line" and _folded(line) == state.title


def _heading(text: str, span: Span, line: Span, state: _State) -> Block:
    written = span.of(text)
    folded = _folded(written)
    state.intro, state.group = "", -1
    if folded == state.title or (not state.title and not state.seen_prose and len(written.split()) >= _TITLE_WORDS):
        first, state.titled = not state.titled, True
        state.title, state.headings = folded, (written,)
        return Block("title" if first else "heading", span, line)
    above = state.headings[:1] if state.title else ()
    state.headings = (*above, written)
    return Block("heading", span, line, headings=above)


def _prose(text: str, span: Span, state: _State) -> Block:
    """A list item or a paragraph. A paragraph that ends in a colon introduces the items that follow it."""
    state.seen_prose = True
    begin = list_mark(text, span.start, span.end)
    omitted = tuple(boilerplate_inside(text, span.start, span.end))
    if begin == span.start:
        state.intro = span.of(text) if text[span.end - 1] == ":" and span.end - span.start < 300 else ""
        state.group = -1
        return Block("paragraph", span, span, headings=state.headings, omitted=omitted)
    if state.group < 0:
        state.group, state.groups = state.groups, state.groups + 1
    labels = (Label("intro", state.intro),) if state.intro else ()
    item = Span(begin, span.end)
    return Block("item", item, span, headings=state.headings, labels=labels, group=state.group, omitted=omitted)


def _is_headline(text: str, span: Span, following: Span | None, state: _State) -> bool:
    """A short line in capitals or title case, without an end mark, above something longer."""
    length = span.end - span.start
    if length > _HEADING_MOST or text.endswith(_ENDS, span.start, span.end) or "\n" in span.of(text):
        return False
    if list_mark(text, span.start, span.end) > span.start:
        return False
    if text[span.end - 1] == "?" and not _in_title_case(span.of(text)):
        return False
    if not (text[span.start].isupper() or text[span.start].isdigit() or text[span.start] in "\"'“‘"):
        return False
    if _folded(span.of(text)) == state.title:
        return True
    return following is not None


def _in_title_case(line: str) -> bool:
    """Whether most longer words are capitalised: a question that heads a section, not one that somebody asks."""
    longer = [word for word in line.split() if len(word) > _SHORT_WORD]
    return 2 * sum(word.lstrip("\"'“‘(")[:1].isupper() for word in longer) > len(longer)


def _resumptions(text: str, spans: tuple[Span, ...]) -> frozenset[int]:
    """Where a run of full paragraphs begins, after which a teaser section is over."""
    found: set[int] = set()
    run: list[int] = []
    for number, span in enumerate(spans):
        if span.end - span.start >= _PROSE_LEAST and text.endswith((".", ".”", '."', "!", "?"), span.start, span.end):
            run.append(number)
            cut_off = text.endswith("...", span.start, span.end)
            run = [] if cut_off else run
            if len(run) == _PROSE_RUN:
                found.add(run[0])
        else:
            run = []
    return frozenset(found)


def _folded(line: str) -> str:
    return " ".join(line.strip(" \t#*_.:!").casefold().split())


def title_line(text: str, blocks: tuple[Block, ...]) -> str:
    """The title that stands in the text, "" if it has none."""
    return next((block.span.of(text) for block in blocks if block.kind == "title"), "")
