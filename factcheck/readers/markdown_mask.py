"""What in a Markdown file is no Markdown: comments, tags, templates, MDX, raw code. Found before it is parsed.

The parser is given the file with these stretches blanked, so that what stands inside tags and shortcodes is read as
the Markdown it is, and every offset stays.

>>> text = "<Note>\\n\\nUp to {{< param n >}} nodes.<!-- 5 -->\\n\\n</Note>"
>>> mask_markdown(text).parsed
'      \\n\\nUp to xxxxxxxxxxxxxxx nodes.xxxxxxxxxx\\n\\n       '
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.model import Span

_FENCE = re.compile(r"^(?:[ \t>]|[-*+][ \t]|\d{1,3}[.)][ \t])*+(`{3,}|~{3,})([^\r\n]*)$", re.MULTILINE)
# How each raw region ends. What has no end is no region: nothing is lost by an opening alone.
_ENDS = {
    "<!--": re.compile(r"-->"),
    "{/*": re.compile(r"\*/\}"),
    "{#": re.compile(r"#\}"),
    **{tag: re.compile(rf"</{tag}\s*>", re.IGNORECASE) for tag in ("pre", "script", "style", "svg", "iframe", "table")},
    **{name: re.compile(rf"\{{%-?\s*end{name}\s*-?%\}}") for name in ("highlight", "comment", "mermaid", "codeblock")},
    **{f"<{name}": re.compile(rf"\{{\{{[<%]\s*/\s*{name}\s*[>%]\}}\}}") for name in ("highlight", "mermaid", "code")},
}
_OPENING = re.compile(
    r"""(?P<comment><!--|\{/\*|\{\#(?=\s))
    |<(?P<tag>pre|script|style|svg|iframe|table)\b
    |\{%-?\s*(?P<jekyll>highlight|comment|mermaid|codeblock)\b
    |\{\{(?P<hugo>[<%]\s*(?:highlight|mermaid|code)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_TEMPLATE = re.compile(r"\{\{[^{}]{0,600}+\}\}|\{%(?:[^%]|%(?!\})){0,600}+%\}")
_SHOWN = re.compile(r"""\btext\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)')""")
_TAG = re.compile(
    r"""</?[A-Za-z][\w.:-]*+(?:\s(?:[^<>"'{}]++|"[^"]{0,999}+"|'[^']{0,999}+'|\{(?:[^{}]++|\{[^{}]*+\}){0,99}+\}){0,99}+)?/?>
    |<(?:https?://|mailto:)[^\s<>]*+>|</?>""",
    re.VERBOSE,
)
_MODULE = re.compile(
    r"""^(?:import\s+(?:[\w*{][^;\n"']*\s+from\s+)?["'][^"'\n]*["'];?[ \t]*$
    |export\s+(?:const|default|function|let)\b.*(?:\n[^\n]+)*+)""",
    re.MULTILINE | re.VERBOSE,
)
_DIRECTIVE = re.compile(r"^[ \t>]*+(?::{3,}[^\n]*|\[!(?:INCLUDE|div|VIDEO)\b[^\n]*)$", re.MULTILINE | re.IGNORECASE)
_ADMONITION = re.compile(
    r"^([ \t]*+)(?:!!!|\?\?\?\+?|===(?=[ ][\"']))[^\n]*+((?:\n[ \t\r]*+(?=\n)|\n\1[ ]{4}[^\n]*+)*+)", re.MULTILINE
)
_ADMONITION_HEAD = re.compile(
    r"^[ \t]*+(?:(?:!!!|\?\?\?\+?)[ ]?[\w -]*+(?:\"[^\"\n]+\")?|===[ ]\"[^\"\n]+\")[ \t\r]*$", re.MULTILINE
)
_DEFINITION = re.compile(r"^([ \t]{0,3}):(?=[ \t]+\S)", re.MULTILINE)
_ONLY_BLANKED = re.compile(r"^[ \t]*+\x01[ \t\x01]*+$", re.MULTILINE)
_NOT_LINE_END = re.compile(r"[^\r\n]")


@dataclass(frozen=True, slots=True)
class Mask:
    """``parsed`` is as long as the text and in ASCII; ``spans`` are the blanked stretches, ``tables`` HTML tables."""

    parsed: str
    spans: tuple[Span, ...] = ()
    tables: tuple[Span, ...] = ()


def mask_markdown(text: str, front: int = 0, modules: bool = False) -> Mask:
    """The mask of a text whose first ``front`` characters are front matter. ``modules``: it is MDX. Linear."""
    fences = tuple(_fenced(text, front))
    regions = tuple(_regions(text, front, fences))
    raw = tuple(span for kind, span in regions if kind != "table")
    tables = tuple(span for kind, span in regions if kind == "table")
    taken = tuple(sorted((*fences, *raw, *tables)))
    spans = tuple(sorted((*raw, *_markup(text, front, taken, modules))))
    parsed = _blanked(text, front, tuple(sorted((*spans, *tables))))
    if "!!!" in text or "???" in text or "===" in text:
        parsed = _admonitions(text, parsed, front)
    if "\n:" in text or "\n " in text:
        parsed = _DEFINITION.sub(r"\1-", parsed)
    return Mask(parsed, spans, tables)


def _fenced(text: str, front: int) -> Iterator[Span]:
    """Fenced code, from its opening to its closing line."""
    opened: re.Match[str] | None = None
    for match in _FENCE.finditer(text, front):
        if opened is None:
            if match[1][0] == "~" or "`" not in match[2]:
                opened = match
        elif match[1].startswith(opened[1]) and not match[2].strip():
            yield Span(opened.start(), match.end())
            opened = None
    if opened:
        yield Span(opened.start(), len(text))


def _regions(text: str, front: int, fences: Sequence[Span]) -> Iterator[tuple[str, Span]]:
    """Comments, raw code and HTML tables outside of fences and inline code, as (kind, span)."""
    position, endless = front, set[str]()
    for opening in _OPENING.finditer(text, front):
        if opening.start() < position or _within(fences, opening.start()) or _in_code(text, opening.start()):
            continue
        kind = opening["comment"] or (opening["tag"] or opening["jekyll"] or "").lower()
        kind = kind or "<" + (opening["hugo"] or "")[1:].strip().lower()
        end = None if kind in endless else _ENDS[kind].search(text, opening.end())
        if end is None:
            endless.add(kind)
            continue
        position = end.end()
        yield kind, Span(opening.start(), position)


def _within(spans: Sequence[Span], offset: int) -> bool:
    from bisect import bisect_right

    at = bisect_right(spans, Span(offset, len(spans) and spans[-1].end + 1)) - 1
    return at >= 0 and offset < spans[at].end


def _in_code(text: str, offset: int) -> bool:
    """Whether a backtick is open on the line before the offset (looking back a thousand characters at most)."""
    line_start = max(text.rfind("\n", max(0, offset - 1000), offset) + 1, offset - 1000, 0)
    return text.count("`", line_start, offset) % 2 == 1


def _outside(pattern: re.Pattern[str], text: str, start: int, taken: Sequence[Span]) -> Iterator[Span]:
    """The matches of a pattern between the taken stretches."""
    for span in (*taken, Span(len(text), len(text))):
        if start < span.start:
            for match in pattern.finditer(text, start, span.start):
                yield Span(*match.span())
        start = max(start, span.end)


def _markup(text: str, front: int, taken: tuple[Span, ...], modules: bool) -> Iterator[Span]:
    """Templates, tags, module lines and directives outside of what is taken."""
    if "{{" in text or "{%" in text:
        templates = tuple(_outside(_TEMPLATE, text, front, taken))
        for span in templates:
            yield from _hidden(text, span)
        taken = tuple(sorted((*taken, *templates)))
    if modules or "import " in text:
        imports = tuple(span for span in _outside(_MODULE, text, front, taken) if modules or " from " in span.of(text))
        yield from imports
        taken = tuple(sorted((*taken, *imports)))
    if ":::" in text or "[!" in text:
        directives = tuple(_outside(_DIRECTIVE, text, front, taken))
        yield from directives
        taken = tuple(sorted((*taken, *directives)))
    if "!!!" in text or "???" in text or "===" in text:
        for head in _outside(_ADMONITION_HEAD, text, front, taken):
            yield from _untitled(text, head)
    if "<" in text:
        yield from _outside(_TAG, text, front, taken)


def _hidden(text: str, template: Span) -> Iterator[Span]:
    """A template without the text that it shows ("{{< tooltip text="five nodes" >}}")."""
    shown = _SHOWN.search(text, template.start, template.end)
    if shown is None:
        yield template
        return
    group = 1 if shown[1] is not None else 2
    yield Span(template.start, shown.start(group))
    yield Span(shown.end(group), template.end)


def _blanked(text: str, front: int, spans: Sequence[Span]) -> str:
    """ASCII of the same length: blanked stretches are ``x`` inside a line, spaces where they are the whole line."""
    source = text.encode("ascii", "replace").decode("ascii")
    parts, position = [_NOT_LINE_END.sub(" ", source[:front])], front
    for span in spans:
        start = max(span.start, position)
        if span.end > start:
            parts += (source[position:start], _NOT_LINE_END.sub("\x01", source[start : span.end]))
            position = span.end
    parsed = "".join((*parts, source[position:]))
    if "\r" in parsed:
        parsed = parsed.replace("\r\n", " \n").replace("\r", "\n")
    if spans:
        parsed = _ONLY_BLANKED.sub(lambda match: " " * len(match[0]), parsed).replace("\x01", "x")
    return parsed


def _untitled(text: str, head: Span) -> Iterator[Span]:
    """The first line of an admonition without the title that it shows."""
    opening, closing = text.find('"', head.start, head.end), text.rfind('"', head.start, head.end)
    if opening < closing:
        yield Span(head.start, opening + 1)
        yield Span(closing, head.end)
    else:
        yield head


def _admonitions(text: str, parsed: str, front: int) -> str:
    """Admonitions and tabs of MkDocs: their indented bodies as block quotes."""
    parts: list[str] = []
    position = 0
    for match in _ADMONITION.finditer(text, front):
        start, end = match.span(2)
        parts += (parsed[position:start], parsed[start:end].replace(f"\n{match[1]}    ", f"\n{match[1]}>   "))
        position = end
    return "".join((*parts, parsed[position:]))
