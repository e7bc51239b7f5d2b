"""The blocks of an HTML page with the offsets of its source; menus, forms and the like are of kind ``boilerplate``.

>>> text = "<nav>Home</nav><h1>Limits</h1><p>Up to <b>10</b> nodes.</p><ul><li>5 users</ul>"
>>> outline = Outline(text)
>>> add_html(outline, tokens(text))
>>> [(block.kind, outline.seen(block.span, block.omitted)) for block in outline.blocks]
[('boilerplate', 'Home'), ('title', 'Limits'), ('paragraph', 'Up to 10 nodes.'), ('item', '5 users')]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.model import Label, Span
from factcheck.model.text import BlockKind
from factcheck.readers.html_table import add_table_tokens, trimmed
from factcheck.readers.html_tokens import Token, tokens
from factcheck.readers.outline import Outline

__all__ = ["add_html", "tokens"]

_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins"),
        *("kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt"),
        *("u", "var", "wbr", "br", "acronym", "nobr", "picture", "source", "input", "ruby", "rt", "rp", "meter"),
        "link",
    )
)
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
# What is no text of the page: not even counted.
_CODE = frozenset(
    (
        *("script", "style", "template", "svg", "math", "iframe", "object", "canvas", "audio", "video", "pre"),
        *("head", "select", "textarea", "noscript", "map", "datalist"),
    )
)
_LAYOUT = frozenset({"table", "h1", "h2", "h3", "form"})
_CHROME = frozenset({"nav", "footer", "aside", "form", "dialog", "menu", "button"})
_CHROME_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menus?|footer|sidebar|breadcrumbs?|cookies?|consent|gdpr|comments?(?:-list|-area)?|"
    r"disqus|respond|related|recommend(?:ed|ations)|teasers?|trending|popular|most-read|newsletter|subscribe|signup|"
    r"share|sharing|social|promo|advert(?:isement)?s?|ads?|banner|sponsor(?:ed)?|popup|modal|pagination|pager|toc|"
    r"skip-link|byline|tags|widget|outbrain|taboola)(?=$|[\s_-])",
    re.IGNORECASE,
)
_TEMPLATE = re.compile(r"\{\{[^{}]{0,600}+\}\}|\{%(?:[^%]|%(?!\})){0,600}+%\}")
_DEEPEST = 400


@dataclass(slots=True)
class _List:
    group: int
    labels: tuple[Label, ...]


@dataclass(slots=True)
class _State:
    """What is open while the tokens go by."""

    outline: Outline
    start: int = -1
    end: int = -1
    gaps: list[Span] = field(default_factory=list)
    stack: list[tuple[str, bool]] = field(default_factory=list)
    chrome: int = 0
    lists: list[_List] = field(default_factory=list)
    item: bool = False
    term: str = ""
    breaks: int = 0


def add_html(outline: Outline, page: Sequence[Token]) -> None:
    """Add the blocks of ``outline.text``, given as its tokens, in order."""
    state, number, ends = _State(outline), 0, _ends(page)
    while number < len(page):
        token, end = page[number], ends.get(number, 0)
        if end and token.name in _CODE:
            _flush(state)
            number = end
        elif end and _is_data(page, number, end):
            _flush(state)
            if not state.chrome:
                add_table_tokens(outline, page[number:end])
            number = end
        else:
            _token(state, token)
            number += 1
    _flush(state)


def _ends(page: Sequence[Token]) -> dict[int, int]:
    """For each start of code or of a table the number of the token after its end; nothing for what has no end."""
    ends: dict[int, int] = {}
    opened: dict[str, list[int]] = {}
    for number, token in enumerate(page):
        if token.name in _CODE or token.name == "table":
            if token.kind == "start":
                opened.setdefault(token.name, []).append(number)
            elif opened.get(token.name):
                ends[opened[token.name].pop()] = number + 1
    return ends


def _is_data(page: Sequence[Token], number: int, end: int) -> bool:
    """Whether a table holds data; one that holds tables, headings or forms is the layout of the page."""
    return not any(page[at].name in _LAYOUT for at in range(number + 1, end - 1))


def _token(state: _State, token: Token) -> None:
    if token.kind == "text" or token.kind == "entity":
        _text(state, token)
    elif token.name in _INLINE or token.kind == "other":
        state.breaks = state.breaks + 1 if token.name == "br" else state.breaks
        if state.breaks > 1:
            _flush(state)
        elif state.start >= 0:
            state.gaps.append(Span(token.start, token.end))
    elif token.kind == "start":
        _flush(state)
        _open(state, token)
    else:
        _flush(state)
        _close(state, token.name)


def _text(state: _State, token: Token) -> None:
    written = state.outline.text[token.start : token.end]
    if token.kind == "text" and not written.strip():
        return
    if state.start < 0:
        state.start = token.start
    state.end, state.breaks = token.end, 0
    if token.kind == "entity":
        state.gaps.append(Span(token.start, token.end))
    elif "{{" in written or "{%" in written:
        found = _TEMPLATE.finditer(state.outline.text, token.start, token.end)
        state.gaps.extend(Span(*match.span()) for match in found)


def _open(state: _State, token: Token) -> None:
    name = token.name
    if name in _VOID:
        return
    named = f"{token.attributes.get('class', '')} {token.attributes.get('id', '')} {token.attributes.get('role', '')}"
    chrome = name in _CHROME or (name not in ("body", "html", "main", "article") and bool(_CHROME_NAMES.search(named)))
    chrome = chrome or (name == "header" and not any(open_name in ("article", "main") for open_name, _ in state.stack))
    if len(state.stack) < _DEEPEST:
        state.stack.append((name, chrome))
        state.chrome += chrome
    if name in ("ul", "ol") and not state.chrome:
        above = state.lists[-1].labels if state.lists else ()
        words = _last_item(state) if state.lists else state.outline.introduction()
        labels = (*above, Label("intro", words)) if words else above
        state.lists.append(_List(state.outline.new_group(), labels))
    state.item = name == "li" or (state.item and name not in ("ul", "ol"))


def _last_item(state: _State) -> str:
    block = state.outline.blocks[-1] if state.outline.blocks else None
    words = state.outline.seen(block.span, block.omitted) if block and block.kind == "item" else ""
    return words if words.endswith(":") or len(words) <= 80 else ""


def _close(state: _State, name: str) -> None:
    """Close an element, and what was left open in it."""
    if all(open_name != name for open_name, _ in state.stack[-40:]):
        return
    while state.stack:
        open_name, chrome = state.stack.pop()
        state.chrome -= chrome
        if open_name in ("ul", "ol") and state.lists and not state.chrome:
            state.lists.pop()
        if open_name == name:
            break
    if name in ("li", "ul", "ol"):
        state.item = False


def _flush(state: _State) -> None:
    """The text so far as a block of the kind that the open elements say."""
    if state.start < 0:
        return
    gaps = [gap for gap in state.gaps if gap.start >= state.start and gap.end <= max(state.end, state.start)]
    span = trimmed(state.outline.text, Span(state.start, state.end), gaps)
    gaps = [gap for gap in gaps if gap.start >= span.start and gap.end <= span.end]
    state.start, state.gaps, state.breaks = -1, [], 0
    if not state.outline.seen(span, gaps):
        return
    names = [name for name, _ in state.stack[-6:]]
    heading = next((name for name in reversed(names) if re.fullmatch(r"h[1-6]", name)), "")
    if state.chrome:
        state.outline.add("boilerplate", span, omitted=gaps)
    elif heading:
        state.outline.heading(int(heading[1]), span, omitted=gaps)
    else:
        _prose(state, span, gaps, names)


def _prose(state: _State, span: Span, gaps: list[Span], names: list[str]) -> None:
    labels, group = (state.lists[-1].labels, state.lists[-1].group) if state.lists else ((), -1)
    kind: BlockKind = "paragraph"
    if "dt" in names:
        kind, state.term = "term", state.outline.seen(span, gaps)
    elif "dd" in names:
        kind, labels = "item", (*labels, Label("term", state.term))
    elif state.item:
        kind, state.item = "item", False
    elif "figcaption" in names or "caption" in names:
        kind = "caption"
    elif "blockquote" in names:
        kind = "quote"
    state.outline.add(kind, span, labels=labels, group=group, omitted=gaps)
