"""Words without content of their own, and the kind of each.

>>> word_kind("the"), word_kind("will"), is_stop("the"), is_stop("total")
('determiner', 'modal', True, False)
"""

from __future__ import annotations

from functools import cache

from factcheck.lexicon.load import entries

CONTENT_KINDS = frozenset({"adjective", "title"})


def word_kind(word: str) -> str:
    """The closed class of a lower-case word, "" for an open one."""
    return _kinds().get(word, "")


def is_stop(word: str) -> bool:
    """Whether a lower-case word carries no content for comparing (closed classes but adjectives and titles)."""
    kind = word_kind(word)
    return kind != "" and kind not in CONTENT_KINDS


@cache
def _kinds() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for entry in entries("en/stopwords.yaml"):
        for word in entry["words"]:
            kinds.setdefault(word, entry["kind"])
    return kinds


@cache
def titles() -> frozenset[str]:
    """Words before or after a person's name that are no part of it ("president")."""
    return frozenset(
        word for entry in entries("en/stopwords.yaml") if entry["kind"] == "title" for word in entry["words"]
    )
