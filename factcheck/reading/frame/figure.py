"""A quantity in its sentence, and the answer to what it measures."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.lexicon.measures import measure_of_noun
from factcheck.lexicon.wordlists import word_list
from factcheck.model import Quantity
from factcheck.reading.frame import grammar
from factcheck.reading.frame.grammar import Phrase, is_light
from factcheck.reading.frame.labelled import label_measure
from factcheck.reading.frame.names import Name
from factcheck.reading.frame.tokens import Sentence


@dataclass(frozen=True, slots=True)
class Measured:
    """The measure, the noun phrase that told it (None if a verb did) and the rule that answered."""

    measure: str
    phrase: Phrase | None
    rule: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in its sentence: ``at`` is its word, ``verb`` the word of its governing verb, ``noun`` the counted
    phrase."""

    sentence: Sentence
    quantity: Quantity
    at: int
    verb: int | None
    noun: Phrase | None
    names: tuple[Name, ...]

    @property
    def verb_lemma(self) -> str:
        return grammar.verb_lemma(self.sentence, self.verb)

    @property
    def of(self) -> str:
        """The key under which a verb's measure is looked up."""
        if self.quantity.kind in {"count", "number"}:
            return "count"
        if self.quantity.kind == "duration":
            return "[time]"
        paid = self.quantity.kind == "money" or self.quantity.dimension.startswith("money")
        return "money" if paid else self.quantity.dimension


def named_by(figure: Figure, phrase: Phrase, rule: str) -> Measured | None:
    """The measure that a noun phrase names, light nouns replaced by what they stand for."""
    words = grammar.lemmas(figure.sentence, phrase)
    if not words:
        return None
    tailed = measure_of_noun(grammar.with_tail(figure.sentence, phrase))
    if tailed:
        return Measured(tailed, phrase, rule)
    if is_light(words[-1]) and len(words) == 1:
        inner = grammar.of_phrase(figure.sentence, phrase.end)
        if inner is not None:
            return named_by(figure, inner, rule)
    known = measure_of_noun(words)
    if known:
        return Measured(known, phrase, rule)
    code = next((at for at in range(phrase.start, phrase.end) if figure.sentence.tags[at] == "`"), None)
    if code is not None and words[-1] in word_list("parameter nouns") | {words[-1] if phrase.head == code else ""}:
        return Measured(label_measure(figure.sentence.words[code].strip("`"), False)[0], phrase, rule)
    if is_light(words[-1]) and len(words) > 1:
        return Measured(words[-2], phrase, rule)
    if figure.sentence.tags[phrase.head] == "E":
        return None
    return Measured(words[-1], phrase, rule)


def adjacent_noun(figure: Figure) -> bool:
    at = figure.at + 1
    return at < len(figure.sentence.tags) and figure.sentence.tags[at] in "ANE" and figure.sentence.lows[at] != "other"
