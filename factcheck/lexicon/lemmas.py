"""Lemmas of single words, remembered.

>>> lemma("buckets"), lemma("people"), lemma("rose")
('bucket', 'person', 'rise')
"""

from __future__ import annotations

from functools import cache, lru_cache

from factcheck.lexicon.load import entries
from factcheck.lexicon.verbs import verb_form

# Words remembered: more than an English vocabulary, less than a text of made-up words could fill.
MOST_WORDS = 1 << 17


@lru_cache(maxsize=MOST_WORDS)
def noun_lemma(word: str) -> str:
    """The lemma of a word (any case) that stands as a noun or adjective."""
    low = word.lower()
    fixed = _fixes().get(low)
    if fixed is not None:
        return fixed
    if not low.isalpha():
        head, hyphen, tail = low.rpartition("-")
        return f"{head}-{noun_lemma(tail)}" if hyphen and tail.isalpha() else low
    import simplemma

    return simplemma.lemmatize(low, lang="en").lower()


@lru_cache(maxsize=MOST_WORDS)
def lemma(word: str) -> str:
    """The lemma of a word whose part of speech does not matter: as a verb where it can only be one."""
    form = verb_form(word.lower())
    if form is not None and form.shape == "past" and word.lower() not in _fixes():
        return form.lemma
    return noun_lemma(word)


@lru_cache(maxsize=MOST_WORDS)
def in_dictionary(word: str) -> bool:
    """Whether a lower-case word is an ordinary word of the language, as far as the lemmatiser's dictionary goes.

    >>> in_dictionary("fatalities"), in_dictionary("lorvik")
    (True, False)
    """
    import simplemma

    return word in _fixes() or verb_form(word) is not None or bool(simplemma.is_known(word, lang="en"))


@cache
def _fixes() -> dict[str, str]:
    return {word: base for entry in entries("en/lemmas.yaml") for word, base in entry["forms"].items()}
