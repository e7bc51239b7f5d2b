"""Who says it: "according to the Harbour Office", "Ukraine says", "police said"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.lexicon.load import entries
from factcheck.lexicon.phrases import PhraseTable
from factcheck.reading.frame import grammar
from factcheck.reading.frame.names import Name
from factcheck.reading.frame.tokens import Sentence


def attribution(sentence: Sentence, names: Sequence[Name], antecedents: Sequence[str] = ()) -> str:
    """The speaker as named (canonical), or the lemma of a speaker noun ("police"), or "" if nobody is named."""
    for hit in _prepositions().find(sentence.lows):
        speaker = _speaker_in(sentence, names, grammar.phrase_at(sentence, hit.end))
        if speaker:
            return speaker
    for at, tag in enumerate(sentence.tags):
        if tag == "V" and grammar.verb_lemma(sentence, at) in _speech_verbs():
            speaker = _subject_speaker(sentence, names, at, antecedents)
            if speaker:
                return speaker
    return ""


def _subject_speaker(sentence: Sentence, names: Sequence[Name], verb: int, antecedents: Sequence[str]) -> str:
    if grammar.passive(sentence, verb):
        return ""
    phrase = grammar.subject_of(sentence, verb)
    speaker = _speaker_in(sentence, names, phrase)
    if speaker:
        return speaker
    if phrase is None and verb and sentence.lows[verb - 1] in {"he", "she"}:
        return antecedents[0] if antecedents else ""
    inverted = grammar.phrase_at(sentence, verb + 1)
    if sentence.tags[max(0, verb - 1)] in ',"' or (phrase is None and sentence.tags[verb - 1] not in "RD"):
        return _speaker_in(sentence, names, inverted)
    return ""


def _speaker_in(sentence: Sentence, names: Sequence[Name], phrase: grammar.Phrase | None) -> str:
    """A name in a phrase, the last one (a person after a title); else a noun that can speak."""
    if phrase is None:
        return ""
    inside = [name for name in names if phrase.start <= name.start < phrase.end and not name.adjective]
    if inside and inside[-1].end >= phrase.head:
        return inside[-1].canonical
    lemma = sentence.lemma(phrase.head)
    return lemma if lemma in _speakers() else ""


@cache
def _prepositions() -> PhraseTable[None]:
    return PhraseTable((cue, None) for entry in entries("en/attribution.yaml") for cue in entry.get("before", ()))


@cache
def _speech_verbs() -> frozenset[str]:
    return frozenset(verb for entry in entries("en/attribution.yaml") for verb in entry.get("verbs", ()))


@cache
def _speakers() -> frozenset[str]:
    return frozenset(noun for entry in entries("en/attribution.yaml") for noun in entry.get("nouns", ()))
