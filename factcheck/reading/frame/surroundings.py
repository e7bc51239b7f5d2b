"""The words around a figure, as evidence for matching: near, whole sentence, headings, other values, identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.lexicon.lemmas import MOST_WORDS as MOST_KEPT
from factcheck.lexicon.lemmas import lemma, noun_lemma
from factcheck.lexicon.stopwords import is_stop
from factcheck.lexicon.verbs import VerbForm
from factcheck.model import Block, Document, Mention
from factcheck.reading.frame.tokens import Sentence

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
IDENTIFIER = re.compile(
    r"`([^`\n]{1,120})`"
    r"|(?<![\w-])([a-z]+(?:[A-Z][a-z0-9]+)+|[A-Za-z][A-Za-z0-9]*(?:_+[A-Za-z0-9]+)+|--[a-z][\w-]+|[a-z]\w*\.[a-z]\w*\.[a-z][\w.]*)\b"
)
# The value given to an option or setting: "containerPort: 8080" names ``containerPort``.
ASSIGNED = re.compile(r"\s?[:=]\s?[\"']?[\d.]+\w{0,3}[\"']?$")
NEAR = 6
MOST_WORDS = 60
MOST_OTHERS = 6


def content_lemmas(sentence: Sentence) -> tuple[str, ...]:
    """The lemma of each word of a sentence that carries content; "" for figures, stop words and signs."""
    column = zip(sentence.words, sentence.lows, sentence.tags, sentence.verbs, strict=True)
    return tuple(
        [
            "" if tag not in "NEAVB" else _of_verb(low, form) if tag == "V" and form else _of_noun(word, low)
            for word, low, tag, form in column
        ]
    )


@lru_cache(maxsize=MOST_KEPT)
def _of_noun(word: str, low: str) -> str:
    return "" if is_stop(low) else noun_lemma(word)


@lru_cache(maxsize=MOST_KEPT)
def _of_verb(low: str, form: VerbForm) -> str:
    return "" if is_stop(low) else form.lemma


def content(lemmas: Sequence[str]) -> tuple[str, ...]:
    """Content lemmas of a stretch of words, in order, each once.

    >>> content(("", "toll", "", "rise", "toll"))
    ('toll', 'rise')
    """
    return tuple(dict.fromkeys(filter(None, lemmas)))[:MOST_WORDS]


def near(lemmas: Sequence[str], figure: int) -> tuple[str, ...]:
    """Content lemmas within ``NEAR`` words of a figure."""
    return content(lemmas[max(0, figure - NEAR) : figure + NEAR + 1])


@lru_cache(maxsize=4096)
def heading_words(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Content lemmas of headings and labels, each once."""
    found = (lemma(word) for text in texts for word in WORD.findall(text) if not is_stop(word.lower()))
    return tuple(dict.fromkeys(found))[:MOST_WORDS]


def headings(document: Document, block: Block) -> tuple[str, ...]:
    """Content lemmas of what stands above a block: labels, heading path, title."""
    labels = tuple(label.text for label in block.labels)
    return heading_words((*labels, *block.headings, document.title))


def value_keys(mentions: Sequence[Mention]) -> tuple[tuple[str, ...], ...]:
    """The values of a sentence's mentions as comparable keys: "18 percent", "2014", "41 people"."""
    return tuple(tuple(_keys(mention)) for mention in mentions)


def others(keys: Sequence[tuple[str, ...]], own: int) -> tuple[str, ...]:
    """The keys of the other values of the sentence, of the ``MOST_OTHERS`` mentions nearest to it on each side."""
    near_by = range(max(0, own - MOST_OTHERS), min(len(keys), own + MOST_OTHERS + 1))
    return tuple(key for number in near_by if number != own for key in keys[number])


def _keys(mention: Mention) -> Iterator[str]:
    if mention.quantity is not None:
        quantity = mention.quantity.quantity
        value = quantity.stated.middle
        what = quantity.unit or lemma(quantity.noun.split()[-1] if quantity.noun.split() else "")
        if value is not None:
            yield f"{value:.12g} {what}".strip()
    elif mention.time is not None:
        yield mention.time.time.timex


@lru_cache(maxsize=1024)
def identifiers(text: str, labels: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Code words of a line and of its labels, as written: in backticks, camelCase, snake_case, --flags, a.b.c."""
    found = (
        ASSIGNED.sub("", hit.group(1)) if hit.group(1) else hit.group(2)
        for source in (text, *labels)
        if _may_hold_code(source)
        for hit in IDENTIFIER.finditer(source)
    )
    return tuple(dict.fromkeys(name for name in found if not name[:1].isdigit()))[:20]


CODE_SIGN = re.compile(r"[`_]|--|[a-z][A-Z]|\.[a-z]")


def _may_hold_code(text: str) -> bool:
    return CODE_SIGN.search(text) is not None
