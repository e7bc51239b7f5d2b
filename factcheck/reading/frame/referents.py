"""What "it" stands for where no name does: the thing the clause before speaks of, or one just brought up.

>>> from factcheck.model import Span
>>> from factcheck.reading.frame.tokens import tokenise
>>> def sentence(text):
...     return tokenise(text, Span(0, len(text)), ())
>>> introduced_thing(sentence("The town will build a pier."))
'pier'
>>> moved = sentence("The ferry moved to Alma, where it has stayed.")
>>> clause_thing(moved, moved.lows.index("it"))
'ferry'
"""

from __future__ import annotations

from factcheck.lexicon.measures import is_person
from factcheck.lexicon.wordlists import word_list
from factcheck.reading.frame import grammar
from factcheck.reading.frame.grammar import WIDEST, Phrase, is_light
from factcheck.reading.frame.tokens import Sentence

PRONOUNS = {"it": "", "its": "", "he": "person", "his": "person", "him": "person", "she": "person", "her": "person"}
# "the company", "the country" …: what kind of name each may stand for ("" any but a person or place).
DESCRIPTIONS = {
    "company": "organisation", "firm": "organisation", "group": "organisation", "bank": "organisation",
    "carmaker": "organisation", "retailer": "organisation", "airline": "organisation", "maker": "organisation",
    "agency": "organisation", "organisation": "organisation", "organization": "organisation",
    "alliance": "organisation", "country": "country", "nation": "country", "city": "city", "town": "city",
    "president": "person", "minister": "person", "singer": "person", "actor": "person", "star": "person",
}  # fmt: skip
IT = frozenset({"it", "its"})
NEW = frozenset({"a", "an"})


def clause_thing(sentence: Sentence, at: int) -> str:
    """The noun that is the subject of the clause before the pronoun at a word; "" where a name or nothing is."""
    verb = _verb_before(sentence, at)
    if verb is not None and not _subject_pronoun(sentence, at):
        verb = _verb_before(sentence, verb)  # "a storm tore it away": not the storm itself
    subject = grammar.subject_of(sentence, verb) if verb is not None else None
    return _thing(sentence, subject) if subject is not None else ""


def introduced_thing(sentence: Sentence) -> str:
    """The thing that a sentence brings up with "a" or "an": its subject, else the last one; "" if there is none."""
    found = [
        phrase
        for at, low in enumerate(sentence.lows)
        if low in NEW and sentence.tags[at] == "D" and (phrase := grammar.phrase_at(sentence, at + 1)) is not None
    ]
    things = [(phrase, name) for phrase in found if (name := _thing(sentence, phrase))]
    if not things:
        return ""
    first, name = things[0]
    return name if sentence.tags[first.end : first.end + 1] in ("V", "X", "M") else things[-1][1]


def beside_thing(sentence: Sentence, its: int) -> list[str]:
    """ "the harbour and its 3 cranes": the noun that "and" joins to the pronoun at a word, if there is one."""
    phrase = grammar.phrase_before(sentence, its - 1) if sentence.tags[max(0, its - 1) : its] == "C" else None
    told = _thing(sentence, phrase) if phrase is not None else ""
    return [told] if told else []


def _thing(sentence: Sentence, phrase: Phrase) -> str:
    """The head of a phrase, if it is a common noun for a thing."""
    if sentence.tags[phrase.head] != "N":
        return ""
    lemma = sentence.lemma(phrase.head)
    empty = is_person(lemma) or is_light(lemma) or lemma in word_list("time nouns") or lemma in DESCRIPTIONS
    return "" if empty else lemma


def _verb_before(sentence: Sentence, at: int) -> int | None:
    return next((i for i in range(at - 1, max(-1, at - WIDEST), -1) if sentence.tags[i] == "V"), None)


def _subject_pronoun(sentence: Sentence, at: int) -> bool:
    """Whether a verb follows the pronoun."""
    return sentence.tags[at + 1 : at + 2] in ("V", "X", "M", "B")
