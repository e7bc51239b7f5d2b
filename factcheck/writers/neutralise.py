"""Text of articles made harmless to show: no control, bidi or invisible character reaches a terminal or a page.

>>> one_line("red \\x1b[31malert\\n  next")
'red ␛[31malert next'
>>> visible("abc\\u202edef")
'abc⟨U+202E⟩def'
"""

from __future__ import annotations

import re

# C0 and C1 controls, Arabic letter mark, zero-width space, directional marks and overrides, isolates, word joiner and
# invisible operators, byte order mark, interlinear annotation, surrogates, tags. ZWJ and ZWNJ stay: scripts need them.
_UNSAFE_CHARACTER = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_JOB_COMMAND = re.compile(r"(^[ \t]*+:(?=:)|#(?=#(?:vso)?\[))", re.MULTILINE)
_WHITESPACE = re.compile(r"\s+")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def visible(text: str) -> str:
    """Characters that steer a terminal or a page are shown as symbols; line feeds and tabs stay."""
    return _UNSAFE_CHARACTER.sub(_symbol, text)


def one_line(text: str) -> str:
    """``visible`` on one line: every run of white space is one space."""
    return visible(_WHITESPACE.sub(" ", text))


def no_commands(text: str) -> str:
    """Text for the log of a CI job, in which nothing of an article is taken for a command of the job.

    GitHub reads lines that begin with ``::``, and ``##[`` anywhere; Azure reads ``##vso[``.

    >>> no_commands("  ::stop-commands::x ##vso[task.setvariable]")
    '  : :stop-commands::x # #vso[task.setvariable]'
    """
    return _JOB_COMMAND.sub(r"\1 ", text)


def clip(text: str, limit: int) -> str:
    """At most ``limit`` characters, cut at the end with an ellipsis.

    >>> clip("a long sentence", 8)
    'a long …'
    """
    return text if len(text) <= limit else text[: max(limit - 1, 0)] + "…"


def table_cell(text: str) -> str:
    """A text for a spreadsheet cell: what would start a formula is quoted with an apostrophe (OWASP, CSV injection).

    >>> table_cell('=HYPERLINK("…")')
    '\\'=HYPERLINK("…")'
    """
    shown = visible(text)
    return f"'{shown}" if shown.lstrip(" ").startswith(_FORMULA_STARTS) else shown


def json_escaped(encoded: str) -> str:
    """JSON text with the unsafe characters inside its strings written as escapes: the same value, readable anywhere.

    >>> json_escaped('{"a": "x\\u202ey"}')
    '{"a": "x\\\\u202ey"}'
    """
    return _UNSAFE_CHARACTER.sub(_escape, encoded)


def xml_text(text: str) -> str:
    """``visible`` without the few further code points that XML 1.0 cannot hold."""
    return visible(text).replace("\ufffe", "⟨U+FFFE⟩").replace("\uffff", "⟨U+FFFF⟩")


def _symbol(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
