"""Numbers that order or name parts of a text or a thing (step 4, port 8080, issue 312, 2)): never claims."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from functools import cache
from typing import Any

from factcheck.lexicon.load import entries
from factcheck.lexicon.measures import measure_of_noun
from factcheck.lexicon.wordlists import word_list
from factcheck.model import Block, Mention, Quantity
from factcheck.reading.frame.grammar import is_light
from factcheck.reading.frame.labelled import EMPTY_VALUES, GENERIC, LABELLED, label_lemmas
from factcheck.reading.frame.tokens import Sentence
from factcheck.reading.ports import PORT

# The largest bare number that a pair of brackets makes an item of a list: "(2) members approve it".
LAST_ITEM = 20
RELEASE_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,4}){1,3}")
RELEASE = re.compile(r"\d{1,4}\.\d{1,4}\.\d{1,4}")


def is_structural(
    sentence: Sentence, figure: int, mention: Mention, block: Block, versions: Container[str] = ()
) -> bool:
    """Whether a mention is a label and not a value. Only bare numbers, ordinals and odd counts can be, years that are
    part of a name ("Server 2019"), releases that look like days (``versions`` are those that the page names), and times
    that only point ("now", "recently")."""
    if mention.quantity is None:
        vague = mention.time is not None and mention.time.time.timex.endswith("_REF")
        daily = mention.time is not None and mention.time.time.type == "set" and _in_name(sentence, figure)
        return vague or daily or _named_year(sentence, figure, mention) or _release(sentence, figure, block, versions)
    quantity = mention.quantity.quantity
    if quantity.dimension == PORT:
        return False
    hedged = mention.quantity.number.start > mention.span.start
    if quantity.unit or hedged or quantity.kind not in {"number", "ordinal", "count"}:
        return False
    return (
        _after_label_word(sentence, figure, quantity)
        or _before_label_word(sentence, figure, quantity)
        or _item_number(sentence, figure, quantity)
        or _pronoun(sentence, figure)
        or _numbers_a_thing(sentence, figure, quantity)
        or _names_release(sentence, figure, quantity)
        or _unit_of_time(sentence, figure)
        or _adverb(sentence, figure, quantity)
        or _labelled_identifier(sentence, block, quantity)
    )


def _word(sentence: Sentence, at: int) -> str:
    return sentence.lows[at] if 0 <= at < len(sentence.lows) else ""


def _tag(sentence: Sentence, at: int) -> str:
    return sentence.tags[at] if 0 <= at < len(sentence.tags) else ";"


def _after_label_word(sentence: Sentence, figure: int, quantity: Quantity) -> bool:
    """ "step 4", "port: 8080", "issue #312"; "update 5.2", which is no verb before a number with a point."""
    verb = _tag(sentence, figure - 1) == "V" and _word(sentence, figure - 2) != "to"
    release = RELEASE_NUMBER.fullmatch(sentence.words[figure]) is not None
    # "Season 2 of Halden", "part two of the report" counts no Halden and no report.
    named = quantity.kind == "number" or (quantity.kind == "count" and _word(sentence, figure + 1) == "of")
    opens = named and _tag(sentence, figure - 2) == ";"  # "Step three of the guide"
    if verb and not release and not opens:
        return False
    before = _word(sentence, figure - 1)
    if before in {".", ":"}:
        before = _word(sentence, figure - 2)
    entry = _before().get(before)
    if entry is None:
        return False
    bare = named or (release and quantity.kind == "count")
    return quantity.kind in entry["kinds"] or (bare and "number" in entry["kinds"])


def _before_label_word(sentence: Sentence, figure: int, quantity: Quantity) -> bool:
    """ "24th Street"; "12 comments" as all there is."""
    entry = _after().get(_word(sentence, figure + 1))
    if entry is not None and quantity.kind in entry.get("kinds", ()):
        return True
    return len(sentence.lows) <= 3 and (entry is not None or quantity.noun.lower() in _after())


def _item_number(sentence: Sentence, figure: int, quantity: Quantity) -> bool:
    """ "2) as an interviewer", "(2) members approve it"."""
    value = quantity.stated.lo
    if quantity.kind != "number" or value is None or not quantity.stated.is_point or value != int(value):
        return False
    if _word(sentence, figure + 1) != ")" or value > LAST_ITEM:
        return False
    return _word(sentence, figure - 1) != "(" or _tag(sentence, figure + 2) in "ENVDAR`"


def _names_release(sentence: Sentence, figure: int, quantity: Quantity) -> bool:
    """ "Halden 1.7", "starting in 1.21,": a bare number with a point right behind a name, or behind a word of time."""
    if quantity.kind != "number" or re.fullmatch(r"\d{1,2}\.\d{1,3}", sentence.words[figure]) is None:
        return False
    before, after = _word(sentence, figure - 1), _tag(sentence, figure + 1)
    if _tag(sentence, figure - 1) == "E":
        return after in ",;)PVXMSC"
    return (
        before in {"in", "since", "until"}
        and after in ",;)"
        and "V" not in sentence.tags[max(0, figure - 3) : figure - 2]
    )


def _numbers_a_thing(sentence: Sentence, figure: int, quantity: Quantity) -> bool:
    """ "Open valve 3.", "on berth 12": a small bare number right behind one thing says which of them."""
    value = quantity.stated.lo
    if quantity.kind != "number" or value is None or not quantity.stated.is_point or not 0 < value < 100:
        return False
    if _tag(sentence, figure - 1) != "N" or _tag(sentence, figure + 1) not in ";),P" or figure < 2:
        return False
    if not sentence.words[figure].isdigit() or _tag(sentence, figure - 2) not in "VPA;":
        return False
    low, lemma = sentence.lows[figure - 1], sentence.lemma(figure - 1)
    measures = lemma in GENERIC | EMPTY_VALUES or is_light(lemma) or measure_of_noun((lemma,)) != ""
    return low == lemma and low.isalpha() and not measures and low not in word_list("parameter nouns")


def _pronoun(sentence: Sentence, figure: int) -> bool:
    """ "if one occurs", "the other one.": a pronoun, no count."""
    alone = _tag(sentence, figure + 1) in "VXM;,)" or _word(sentence, figure + 1) == "occurs"
    return sentence.lows[figure] == "one" and alone and _tag(sentence, figure - 1) in "SCDA"


def _unit_of_time(sentence: Sentence, figure: int) -> bool:
    """ "200 requests a second": the unit of time, no rank."""
    ranked = _tag(sentence, figure + 1) in "ANE`"
    before = _word(sentence, figure - 1)
    return sentence.lows[figure] == "second" and (
        before in {"per", "/"} or (before in {"a", "each", "every"} and not ranked)
    )


def _adverb(sentence: Sentence, figure: int, quantity: Quantity) -> bool:
    """ "should first send", "create the berth first", "by first sending it": when, and not which."""
    if quantity.kind != "ordinal":
        return False
    before, after = _word(sentence, figure - 1), _word(sentence, figure + 1)
    first = sentence.lows[figure] == "first"
    if first and (after == "time" or before == "to" or (_tag(sentence, figure - 1) == "P" and after.endswith("ing"))):
        return True
    if "V" not in sentence.tags or _tag(sentence, figure - 1) in "DA'#P":
        return False
    if first and _tag(sentence, figure + 1) in ",)":
        return True
    return _tag(sentence, figure + 1) in "VX;" and sentence.lows[figure] in {"first", "second", "third"}


def _labelled_identifier(sentence: Sentence, block: Block, quantity: Quantity) -> bool:
    """A bare number under "Code", "Port", "Step", "#"."""
    if block.kind not in LABELLED or quantity.kind == "count" or len(sentence.lows) > 3:
        return False
    numbered = (label.kind == "column" and label.text.strip() in {"#", "No.", "Nr."} for label in block.labels)
    return _heads(block) or any(numbered)


def _heads(block: Block) -> bool:
    """Whether a header or key says that an identifier follows."""
    heads = (label_lemmas(label.text)[-1:] for label in block.labels if label.kind in {"column", "key", "row"})
    return any(head and head[0] in _identifiers() for head in heads)


def _in_name(sentence: Sentence, figure: int) -> bool:
    """ "the Daily Courier": a capital inside a sentence, before another."""
    inside = figure > 0 and _tag(sentence, figure - 1) not in ';"('
    return inside and sentence.words[figure][0].isupper() and _tag(sentence, figure + 1) == "E"


def _named_year(sentence: Sentence, figure: int, mention: Mention) -> bool:
    """ "Server 2019": a year right behind a name, and not in front of the noun it dates, belongs to the name."""
    time = mention.time.time if mention.time else None
    if time is None or time.grain != "year" or not sentence.words[figure].isdigit():
        return False
    return _tag(sentence, figure - 1) == "E" and _tag(sentence, figure + 1) not in "'("


def _release(sentence: Sentence, figure: int, block: Block, versions: Container[str]) -> bool:
    """ "1.20.10" under "Patch release", or on a page about 1.20: digits of a release that could be a day."""
    written = sentence.words[figure]
    if RELEASE.fullmatch(written) is None:
        return False
    return written in versions or written.rpartition(".")[0] in versions or _heads(block)


@cache
def _before() -> dict[str, Mapping[str, Any]]:
    return _by_word("before")


@cache
def _after() -> dict[str, Mapping[str, Any]]:
    return _by_word("after")


def _by_word(place: str) -> dict[str, Mapping[str, Any]]:
    """The first entry of every word that entries name for a place."""
    table: dict[str, Mapping[str, Any]] = {}
    for entry in entries("en/structural.yaml"):
        for word in entry.get(place, ()):
            table.setdefault(word, entry)
    return table


@cache
def _identifiers() -> frozenset[str]:
    return frozenset(word for entry in entries("en/structural.yaml") for word in entry.get("labels", ()))
