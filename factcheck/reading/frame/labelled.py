"""Table cells and front-matter fields: what the labels say a value is.

A column "Price" over a row "Starter plan" names measure and subject; in a table laid the other way round the row names
the measure. A key such as ``session_timeout`` is read as words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.lexicon.lemmas import lemma
from factcheck.lexicon.measures import measure_of_noun, measure_of_state
from factcheck.lexicon.stopwords import is_stop
from factcheck.lexicon.verbs import act_of_noun, verb_class, verb_form
from factcheck.model import Block
from factcheck.reading.frame.grammar import is_light
from factcheck.reading.frame.header_units import gives_unit, is_unit
from factcheck.reading.ports import PORT, PORT_WORDS

LABELLED = frozenset({"cell", "field", "term"})
CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[_\-./\s]+")
WORD = re.compile(r"[A-Za-z][\w’'-]*")
# What follows the thing that a label measures: "Seats per plan", "Number of uploads for one user".
LINK = re.compile(r"\s(?:per|for|in|within|across|on|by|with)\s", re.IGNORECASE)
BRACKET = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|,\s{0,3}[^\s,]{1,12}(?:\s(?:k|m|mn|bn|b|t))?$")
# Words of keys and headers that say only that a value or a day follows.
EMPTY_VALUES = frozenset({"value", "amount", "number", "count", "total"})
EXTREMES = frozenset({"minimum", "maximum", "min", "max", "default", "average", "limit", "quota"})
# The last words of a header that leave the measure to the word before them: "Users included", "Size limit".
POPPED_HEADS = EMPTY_VALUES | EXTREMES | {"include"}
EMPTY_HEADS = EMPTY_VALUES | {"date", "day", "time", "at", "on", "year"}
SHORT_TITLE = 3
CODE = re.compile(r"[`_]|^-|[a-z][A-Z]|\w[.]\w")
YEAR = re.compile(r"(?:FY ?)?((?:19|20)\d\d)")
AMOUNT = re.compile(r"[~<>≤≥]?\s?(?:[$€£]\s?[\d.,]{1,20}|[\d.,]{1,20}\s?[%€£])")
GENERIC = frozenset({"default", "limit", "quota", "maximum", "minimum", "requirement", "description", "setting"})
SAYING_LITTLE = GENERIC | EMPTY_VALUES | EXTREMES


@dataclass(frozen=True, slots=True)
class Labels:
    """What the labels of a block say: the measure ("" if nothing) with the words that narrow it, the subject and the
    label words left over. ``known``: the lexicon knows the measure."""

    measure: str
    subject: tuple[str, ...]
    words: tuple[str, ...]
    modifiers: tuple[str, ...] = ()
    known: bool = False


def read_labels(block: Block, dated: bool, transposed: bool = False) -> Labels:
    """Measure and subject of a cell or field from its labels; ``dated`` asks for an event instead of a quantity.

    ``transposed`` says that the rows of the table name measures. A column that only says "Default" or "Limit" leaves
    the measure to its row, which then is the subject too.
    """
    columns = [label.text for label in block.labels if label.kind in {"column", "key", "term"}]
    rows = [label.text for label in block.labels if label.kind == "row"]
    if label_year(block) is not None and rows and not dated:
        return _by_year(block, rows)
    column = label_measure(columns[-1], dated) if columns else ("", False)
    row = label_measure(rows[-1], dated) if rows else ("", False)
    bare = bool(rows) and all(_says_nothing(text) for text in columns)
    swapped = bool(row[0]) and (bare or transposed or (row[1] and not column[1]))
    told = rows if swapped else columns if column[0] else rows
    measure = row[0] if swapped else column[0] or row[0]
    if dated and measure in EMPTY_HEADS and _over_versions(block):
        measure = "release"
    subject = rows[::-1] if bare or (not swapped and column[0]) else columns
    cleaned = tuple(_about(text, measure) for text in subject if _names(text, measure))
    known = measure != "" and (row if swapped else column)[1]
    return Labels(measure, cleaned, _words((*columns, *rows)), narrowing(told, measure, dated), known)


def _about(text: str, measure: str) -> str:
    """What a header names: all of it, or what follows its measure ("Length of the pier", "Seats per plan")."""
    head, of, rest = _clean(text).partition(" of ")
    if not of or label_measure(head, False)[0] != measure:
        head, rest = parted(_clean(text))
        if not rest or label_measure(head, False)[0] != measure or label_lemmas(rest)[:1] == (measure,):
            return _clean(text)
    return re.sub(r"^(?:the|an?|one|each) ", "", rest)


def parted(text: str) -> tuple[str, str]:
    """What a label measures, and what for: "" where it does not say, or says only in which unit or period.

    >>> parted("Number of seats per plan"), parted("Seats per day"), parted("Log in attempts")
    (('Number of seats', 'plan'), ('Seats', ''), ('Log in attempts', ''))
    """
    head = ""
    for link in LINK.finditer(text):
        if not head and not _measures(text[: link.start()], link[0].strip().lower()):
            return text, ""
        head = head or text[: link.start()]
        rest = text[link.end() :].strip()
        if label_lemmas(rest) and not gives_unit(rest) and not gives_unit(rest.split()[0]):
            return head, rest
    return head or text, ""


def _measures(head: str, link: str) -> bool:
    """Whether what stands before a preposition is the measure of a label, and no part of it ("Log in attempts")."""
    lemmas = label_lemmas(head)
    if not lemmas or all(word in POPPED_HEADS for word in lemmas):
        return False
    return link == "per" or len(lemmas) > 1 or measure_of_noun(lemmas) != ""


def _names(text: str, measure: str) -> bool:
    """Whether a header can be what a value is about: it is neither the measure nor an amount ("45%")."""
    return not _is_measure(text, measure) and not AMOUNT.fullmatch(text.strip())


def _is_measure(text: str, measure: str) -> bool:
    """Whether a header is the measure and nothing else, or a year, or empty: nobody is named by it."""
    plain = text.strip()
    if not plain or YEAR.fullmatch(plain):
        return True
    head, rest = parted(plain)
    lemmas = label_lemmas(plain if rest else head)
    told = lemmas == (measure,) or (measure != "" and measure_of_noun(lemmas) == measure)
    return told and not CODE.search(plain) and not _names_more(lemmas, measure)


def _names_more(lemmas: tuple[str, ...], measure: str) -> bool:
    """Whether words before the measure tell which of its kind: "Harbour Works Budget", but "Net income"."""
    own = tuple(word for word in lemmas if word not in POPPED_HEADS | GENERIC and not is_light(word))
    return len(own) > 2 and measure_of_noun(own[1:]) == measure


def row_subject(block: Block) -> tuple[str, ...]:
    """The row headers of a cell, the innermost first: what it is about where its own words say the rest."""
    rows = [_clean(label.text) for label in block.labels if label.kind == "row"]
    return tuple(row for row in reversed(rows) if row and not YEAR.fullmatch(row) and not AMOUNT.fullmatch(row))


def label_year(block: Block) -> int | None:
    """The year that a column header is, at which the values below it hold."""
    columns = (YEAR.fullmatch(label.text.strip()) for label in block.labels if label.kind == "column")
    return next((int(column[1]) for column in columns if column), None)


def _by_year(block: Block, rows: Sequence[str]) -> Labels:
    """A cell below a year: its row is the measure where it is one, else what caption or heading count of the row."""
    row = label_measure(rows[-1], False)
    if row[1]:
        return Labels(row[0], (), _words(tuple(rows)), narrowing(rows, row[0]))
    captions = [label.text for label in block.labels if label.kind == "table"]
    titles = [text for text in (*captions, *reversed(block.headings)) if len(label_lemmas(text)) <= SHORT_TITLE]
    measure = label_measure(titles[0], False)[0] if titles else ""
    return Labels(measure or row[0], tuple(_clean(text) for text in rows), _words(tuple(rows)))


def narrowing(texts: Sequence[str], measure: str, dated: bool = False) -> tuple[str, ...]:
    """The words of the label that told the measure, without the measure itself and what says only that a value follows:
    "Maximum file size (MB)" is a size of a file."""
    lemmas = _narrowed_lemmas(texts[-1]) if texts else ()
    kept = (word for word in lemmas if not is_light(word) and word not in SAYING_LITTLE)
    return tuple(dict.fromkeys(word for word in kept if not _tells(word, measure, dated)))


def _narrowed_lemmas(text: str) -> tuple[str, ...]:
    """The lemmas of a label up to what it is for; behind a light noun ("Number of open seats") those after its "of"."""
    head, of, rest = parted(text)[0].partition(" of ")
    lemmas = label_lemmas(head)
    return (*lemmas, *label_lemmas(rest)) if of and lemmas and is_light(lemmas[-1]) else lemmas


def _tells(word: str, measure: str, dated: bool) -> bool:
    """Whether a word of a label is what told the measure, or a unit."""
    if dated and (word in EMPTY_HEADS or measure in (act_of_noun(word), verb_class(word))):
        return True
    return word == measure or measure_of_noun((word,)) == measure or is_unit(word)


def port_labels(block: Block) -> Labels:
    """What a cell or field that holds a port is about: its other headers, but for those that only say "Default"."""
    texts = [label.text for label in block.labels if label.kind in {"row", "column", "key", "term"}]
    about = [_clean(text) for text in texts if _clean(text).lower() not in PORT_WORDS and not _generic(text)]
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
    narrowed, _ = parted(text)
    if narrowed != text:
        return label_measure(narrowed, dated)
    head, of, _ = text.partition(" of ")
    if of and label_lemmas(head)[-1:] and not is_light(label_lemmas(head)[-1]):
        return label_measure(head, dated)
    lemmas = label_lemmas(text)
    while len(lemmas) > 1 and (lemmas[-1] in (EMPTY_HEADS if dated else POPPED_HEADS) or is_unit(lemmas[-1])):
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


def _says_nothing(text: str) -> bool:
    """Whether a header says only that a value, a default or a limit follows."""
    return all(word in GENERIC or word in EMPTY_VALUES for word in label_lemmas(text))


def _generic(text: str) -> bool:
    """Whether a header names no thing: "Default", "Maximum size"."""
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


def _unbracketed(text: str) -> str:
    """A label without its brackets, but for one that says per what: "Price (per month)"."""
    return BRACKET.sub(lambda found: found[0].strip("()") if found[0].startswith("(per ") else " ", text)


def _words(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        word.lower() for text in texts for part in CAMEL.split(_unbracketed(text)) for word in WORD.findall(part)
    )
