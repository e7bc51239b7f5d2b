"""A quoted sentence cut around its figure, and links to the place.

>>> text_fragment("https://example.org/a", Passage("There were ", "40 boats", "."))
'https://example.org/a#:~:text=There%20were%2040%20boats.'
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote, urlsplit

from factcheck.model import Citation
from factcheck.writers.neutralise import one_line

LONGEST_QUOTE = 400
"""Characters of a quote where it has to be short: the sentence of a table is its whole row, however long."""


class Passage(NamedTuple):
    """A sentence in three parts, on one line and harmless to show; ``figure`` is "" if it is not in the sentence."""

    before: str
    figure: str
    after: str

    @property
    def text(self) -> str:
        return self.before + self.figure + self.after

    def window(self, width: int) -> Passage:
        """The part around the figure that fits ``width`` characters, cut with ellipses.

        >>> Passage("In the harbour there were ", "about 40 boats", " that night.").window(28)
        Passage(before='… were ', figure='about 40 boats', after=' that …')
        """
        if len(self.text) <= width:
            return self
        room = max(width - len(self.figure), 0)
        right = min(len(self.after), max(room // 2, room - len(self.before)))
        left = min(len(self.before), room - right)
        return Passage(_tail(self.before, left), self.figure, _head(self.after, right))


def passage(citation: Citation) -> Passage:
    """The cited sentence with its figure apart."""
    sentence, figure = citation.sentence, citation.quote
    start = _nearest(sentence, figure, citation.offset) if figure else -1
    if start < 0:
        return Passage(one_line(sentence).strip(), "", "")
    before, after = sentence[:start], sentence[start + len(figure) :]
    return Passage(one_line(before).lstrip(), one_line(figure), one_line(after).rstrip())


def _nearest(sentence: str, figure: str, expected: int) -> int:
    """Where the figure stands in the sentence: as close to ``expected`` as it is found, -1 if it is not there.

    The sentence may have lost white space at its start, so that the offset is not always exact.
    """
    if expected >= 0 and sentence.startswith(figure, expected):
        return expected
    left = sentence.rfind(figure, 0, max(expected, 0) + len(figure))
    right = sentence.find(figure, max(expected, 0))
    found = [at for at in (left, right) if at >= 0]
    return min(found, key=lambda at: abs(at - expected), default=-1)


def text_fragment(url: str, quoted: Passage) -> str:
    """The URL with a fragment that browsers scroll to (WICG Scroll to Text Fragment); "" if it is no web address.

    A bare figure may stand on a page more than once, so that a few words around it go into the fragment.
    """
    address = web_address(url)
    if not address or not quoted.figure:
        return address
    left = " ".join(quoted.before.split(" ")[-4:])
    right = " ".join(quoted.after.split(" ")[:3])
    # A dash would be read as syntax of the fragment; quote() leaves it alone.
    words = _percent_encoded((left + quoted.figure + right).strip(), safe="").replace("-", "%2D")
    return f"{address}{':~:' if '#' in address else '#:~:'}text={words}"


def web_address(url: str) -> str:
    """The URL if it is an http(s) address, with everything else than plain URL characters escaped; else "".

    >>> web_address("javascript:alert(1)")
    ''
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return ""
    return _percent_encoded(url.strip(), safe="%/:?#@!$&*+,;=~")


def file_link(path: str, line: int, *, prefix: str = "") -> str:
    """A relative link to a line of a file, as forges understand it.

    >>> file_link("pages/a (old).md", 7, prefix="../")
    '../pages/a%20%28old%29.md#L7'
    """
    escaped = _percent_encoded(path, safe="/")
    start = prefix
    if path.startswith("//"):
        start = "."  # two slashes would name a host
    elif path.startswith("/"):
        start = ""
    return f"{start}{escaped}#L{line}" if line > 0 else f"{start}{escaped}"


def _percent_encoded(text: str, *, safe: str) -> str:
    return quote(text.encode("utf-8", "replace"), safe=safe)


def _head(text: str, room: int) -> str:
    return text if len(text) <= room else text[: room - 1] + "…" if room > 0 else ""


def _tail(text: str, room: int) -> str:
    return text if len(text) <= room else "…" + text[len(text) - room + 1 :] if room > 0 else ""
