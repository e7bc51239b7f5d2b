"""What a list item is about where it does not say so itself: its definition term, what introduces its list.

>>> introduced("Each plan has:"), introduced("Free:"), introduced("To set it up, do this:")
('plan', 'Free', '')
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.lexicon.wordlists import word_list
from factcheck.model import Block, Span
from factcheck.reading.frame import grammar
from factcheck.reading.frame.labelled import Labels, label_measure, narrowing
from factcheck.reading.frame.tokens import Sentence, tokenise

# Measures that say no more than the unit does: a term above says what the figure is.
WEAK = frozenset({"", "duration", "size", "length", "money", "proportion", "weight", "temperature"})
FEW_WORDS = 3
ARTICLE = re.compile(r"^(?:the|an?|each|every) ", re.IGNORECASE)


def completed(block: Block, measure: str) -> Labels:
    """What the labels of an item add to its sentence, whose own ``measure`` is known: the subjects, the nearest first,
    and, where the sentence says no more than its unit does, the measure that its term is."""
    terms = [label.text for label in block.labels if label.kind == "term"]
    intros = [label.text for label in block.labels if label.kind == "intro"]
    told = ""
    modifiers: tuple[str, ...] = ()
    if terms and measure in WEAK:
        told = label_measure(terms[-1], False)[0]
        modifiers = narrowing(terms, told)
        terms = []
    terms = [term for term in terms if not measure or label_measure(term, False)[0] != measure]
    above = [*(term.strip() for term in reversed(terms)), *(introduced(intro) for intro in reversed(intros))]
    return Labels(told, tuple(dict.fromkeys(name for name in above if name)), (), modifiers)


@lru_cache(maxsize=4096)
def introduced(text: str) -> str:
    """What a list is about: the few words above it, or the subject of the sentence that introduces it; "" if unsaid."""
    words = text.strip().rstrip(":").strip()
    sentence = tokenise(words, Span(0, len(words)), ())
    verb = next((at for at, tag in enumerate(sentence.tags) if tag in "VX"), None)
    if verb is None:
        return _few(words, sentence)
    subject = grammar.subject_of(sentence, verb)
    if subject is None:
        return ""
    named = [at for at in range(subject.start, subject.end) if sentence.tags[at] == "E"]
    return " ".join(sentence.words[at] for at in named) or sentence.lemma(subject.head)


def _few(words: str, sentence: Sentence) -> str:
    """A few words that introduce a list, without an article; of a counted thing its noun; "" for a time."""
    if not 0 < len(sentence.words) <= FEW_WORDS or sentence.lemma(len(sentence.words) - 1) in word_list("time nouns"):
        return ""
    if "#" in sentence.tags:
        phrase = grammar.phrase_before(sentence, len(sentence.words))
        return "" if phrase is None else sentence.lemma(phrase.head)
    return ARTICLE.sub("", words)
