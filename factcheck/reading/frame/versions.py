"""The release a figure holds for, where structure says it: a row header under "Version", a heading "Halden 2.1".

>>> row_version("1.17", "Minor version"), row_version("26", "releaseCycle"), row_version("26", "Seats")
('1.17', 'v26', '')
>>> heading_version("Changes in Halden 2.1"), heading_version("From 2.1 to 2.2"), heading_version("Seats")
('2.1', '', '')
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from factcheck.lexicon.lemmas import lemma
from factcheck.lexicon.wordlists import word_list
from factcheck.model import Block
from factcheck.reading.frame.labelled import label_lemmas

# Words over row headers, or keys, under which a number names a release.
OVER_VERSIONS = frozenset({"version", "release", "cycle", "latest", "series", "branch", "edition"})
BARE = re.compile(r"[vV]?(\d{1,5}(?:\.(?:\d{1,6}|x)){0,3})(?:[.-]?(?:lts|LTS|x))?")
DOTTED = re.compile(r"[vV](\d{1,4}(?:\.\d{1,6}){0,3})|(\d{1,4}(?:\.\d{1,6}){2,3})")
NAMED = re.compile(
    r"\b(?:version|release|v)[ .]{0,2}(\d{1,4}(?:\.(?:\d{1,6}|x)){0,3})\b(?!%)"
    r"|(?<![\w.])(?:[A-Z][\w.+#-]{0,30})[ ]v?(\d{1,4}(?:\.(?:\d{1,6}|x)){1,3})\b(?! ?%)",
    re.IGNORECASE,
)
AFTER_NAME = re.compile(
    r"(?:\b(?:version|release)\s{0,3})?\bv?\d{1,4}(?:\.\d{1,6}){1,3}\b.*|\([^()]{0,80}\)", re.IGNORECASE
)
NAME_FIRST = re.compile(r"[A-Z]")
LONGEST_TITLE = 4


@cache
def row_version(row: str, over: str) -> str:
    """The release that a row header names, ``over`` being what stands over the row headers; "" if it names none."""
    text = row.replace("`", " ").replace("*", " ").strip()
    bare = BARE.fullmatch(text)
    if bare is not None and not OVER_VERSIONS.isdisjoint(label_lemmas(over)):
        return _written(bare[1])
    sure = DOTTED.fullmatch(text)
    if sure is not None:
        return _written(sure[1] or sure[2])
    return heading_version(text)


@cache
def heading_version(heading: str) -> str:
    """The one release that a heading names, "" if it names none or several."""
    text = heading.replace("`", " ").replace("*", " ").strip()
    alone = BARE.fullmatch(text)
    if alone is not None:
        return _written(alone[1]) if "." in text or text[:1] in "vV" else ""
    found = {match[1] or match[2] for match in NAMED.finditer(text) if match[1] or NAME_FIRST.match(match[0])}
    others = set(re.findall(r"\d+\.\d+(?:\.\d+)*", text)) - found
    return _written(found.pop()) if len(found) == 1 and not others else ""


def _written(number: str) -> str:
    """A release as qualifiers spell it: "1.17", but "v26", which would not be told from a count."""
    return number if "." in number else f"v{number}"


def block_version(block: Block) -> tuple[str, bool]:
    """The release a block is about, and whether its own row says so; its innermost heading with one does otherwise."""
    if block.labels:
        over = next((label.text for label in block.labels if label.kind == "stub"), "")
        for label in reversed(block.labels):
            if label.kind == "row" and (version := row_version(label.text, over)):
                return version, True
    return path_version(block.headings), False


@cache
def path_version(headings: tuple[str, ...]) -> str:
    """The release that the innermost heading with one names, "" if none does."""
    return next((version for heading in reversed(headings) if (version := heading_version(heading))), "")


def known_versions(blocks: Iterable[Block], scope: Sequence[tuple[str, str]]) -> frozenset[str]:
    """The dotted numbers that name releases on a page: as headings, row headers and in the scope of the page."""
    found = {block_version(block)[0] for block in blocks}
    found |= {value for key, value in scope if key == "version"}
    return frozenset(version for version in found if "." in version)


@cache
def product(title: str) -> str:
    """The name in the title of a page on releases, without the release; "" for a title that names nothing.

    >>> product("Halden 4.2.0 (Current)"), product("Releases of Alma Server"), product("Patch releases")
    ('Halden', 'Alma Server', '')
    """
    words = re.split(r"\b(?:of|for)\b", AFTER_NAME.sub("", title))[-1].strip(" :,-–").split()
    while words and _of_page(words[-1]):
        del words[-1]
    while words and _of_page(words[0]):
        del words[0]
    capital = all(word[0].isupper() or word[0].isdigit() or not word[0].isalpha() for word in words)
    return " ".join(words) if len(words) <= LONGEST_TITLE and capital else ""


def _of_page(word: str) -> bool:
    return lemma(word.lower().strip("-–:")) in word_list("page nouns") or not any(map(str.isalnum, word))
