"""Table cells and front-matter fields: what the labels say a value is.

A column "Price" over a row "Starter plan" names measure and subject; in a table laid the other way round the row names
the measure. A key such as ``session_timeout`` is read as words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from factcheck.lexicon.lemmas import lemma
from factcheck.lexicon.measures import measure_of_noun, measure_of_state
from factcheck.lexicon.stopwords import is_stop
from factcheck.lexicon.verbs import act_of_noun, verb_class, verb_form
from factcheck.model import Block
from factcheck.reading.frame.grammar import is_light
from factcheck.reading.ports import PORT

LABELLED = frozenset({"cell", "field", "term"})
CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[_\-./\s]+")
WORD = re.compile(r"[A-Za-z][\w’'-]*")
BRACKET = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|,\s{0,3}[^\s,]{1,12}$")
# Words of keys and headers that say only that a value or a day follows.
EMPTY_HEADS = frozenset({"value", "date", "day", "time", "amount", "number", "count", "at", "on", "total", "year"})
GENERIC = frozenset({"default", "limit", "quota", "maximum", "minimum", "requirement", "description", "setting"})


@dataclass(frozen=True, slots=True)
class Labels:
    """What the labels of a block say: the measure ("" if nothing), the subject and the label words left over."""

    measure: str
    subject: tuple[str, ...]
    words: tuple[str, ...]


def read_labels(block: Block, dated: bool) -> Labels:
    """Measure and subject of a cell or field from its labels; ``dated`` asks for an event instead of a quantity."""
    columns = [label.text for label in block.labels if label.kind in {"column", "key", "term"}]
    rows = [label.text for label in block.labels if label.kind == "row"]
    column = label_measure(columns[-1], dated) if columns else ("", False)
    row = label_measure(rows[-1], dated) if rows else ("", False)
    swapped = row[1] and not column[1]
    measure = row[0] if swapped else column[0] or row[0]
    if dated and measure in EMPTY_HEADS and _over_versions(block):
        measure = "release"
    if swapped and all(_generic(text) for text in columns):
        subject = rows
    else:
        subject = columns if swapped else rows if column[0] else columns
    return Labels(measure, tuple(_clean(text) for text in subject if text.strip()), _words((*columns, *rows)))


def port_labels(block: Block) -> Labels:
    """What a cell or field that holds a port is about: its other headers, but for those that only say "Default"."""
    texts = [label.text for label in block.labels if label.kind in {"row", "column", "key", "term"}]
    about = [_clean(text) for text in texts if _clean(text).lower() not in {PORT, "ports"} and not _generic(text)]
    return Labels(PORT, tuple(about), _words(tuple(texts)))


@cache
def label_measure(text: str, dated: bool) -> tuple[str, bool]:
    """The measure a label names, and whether the lexicon knows it.

    >>> label_measure("Net income (USD m)", False)
    ('profit', True)
    >>> label_measure("releaseDate", True)
    ('release', True)
    """
    whole = label_lemmas(text, stops=True)
    phrase = act_of_noun(" ".join(whole)) if dated else measure_of_noun(whole)
    if phrase:
        return phrase, True
    lemmas = label_lemmas(text)
    while len(lemmas) > 1 and lemmas[-1] in EMPTY_HEADS:
        lemmas = lemmas[:-1]
    if not lemmas:
        return "", False
    if dated:
        act = act_of_noun(" ".join(lemmas)) or act_of_noun(lemmas[-1])
        form = verb_form(lemmas[-1])
        return (act or (verb_class(form.lemma) if form else lemmas[-1])), bool(act or form)
    known = measure_of_noun(lemmas) or measure_of_state(lemmas[-1])
    return known or lemmas[-1], bool(known)


def _over_versions(block: Block) -> bool:
    """Whether the row headers are releases: a bare "Date" then is the day of the release."""
    stubs = (label_lemmas(label.text) for label in block.labels if label.kind == "stub")
    return any(lemmas and lemmas[-1] in {"version", "release"} for lemmas in stubs)


def _generic(text: str) -> bool:
    """Whether a header says only that a value, a default or a limit follows."""
    return all(is_light(word) or word in GENERIC for word in label_lemmas(text))


@cache
def label_lemmas(text: str, stops: bool = False) -> tuple[str, ...]:
    """Lemmas of a label without its brackets: ``session_timeout`` and "Session timeout (s)" alike; stop words are
    left out unless ``stops``."""
    plain = BRACKET.sub(" ", text)
    parts = [part for part in CAMEL.split(plain) if part]
    words = [word for part in parts for word in WORD.findall(part)]
    return tuple(lemma(word) for word in words if stops or len(words) == 1 or not is_stop(word.lower()))


def _clean(text: str) -> str:
    return " ".join(text.replace("`", " ").replace("*", " ").split())


def _words(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.lower() for text in texts for part in CAMEL.split(text) for word in WORD.findall(part))
