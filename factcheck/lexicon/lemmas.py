"""Lemmas of single words, remembered.

>>> lemma("buckets"), lemma("people"), lemma("rose")
('bucket', 'person', 'rise')
"""

from __future__ import annotations

from functools import cache

from factcheck.lexicon.load import entries
from factcheck.lexicon.verbs import verb_form


@cache
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


@cache
def lemma(word: str) -> str:
    """The lemma of a word whose part of speech does not matter: as a verb where it can only be one."""
    form = verb_form(word.lower())
    if form is not None and form.shape == "past" and word.lower() not in _fixes():
        return form.lemma
    return noun_lemma(word)


@cache
def _fixes() -> dict[str, str]:
    return {word: base for entry in entries("en/lemmas.yaml") for word, base in entry["forms"].items()}
