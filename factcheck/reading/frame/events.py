"""What happened at a date: the class of an act, named by a verb or by the noun made from it.

"Crimea, which it annexed in 2014", "since 2014, when Russia annexed Crimea" and "the annexation of Crimea in 2014" are
all ``annex``; a verb that only lends itself ("began", "took place") names what it begins: ``begin war``.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.lexicon.measures import measure_of_noun
from factcheck.lexicon.verbs import act_of_noun, lends, verb_class, verb_kind
from factcheck.lexicon.wordlists import word_list
from factcheck.reading.frame import grammar
from factcheck.reading.frame.grammar import Phrase
from factcheck.reading.frame.tokens import Sentence


@dataclass(frozen=True, slots=True)
class Event:
    """``measure`` names what happened; ``verb`` is the word of its verb (None if a noun told it); ``phrase`` the noun
    phrase that told it or its object; ``rule`` the rule that answered."""

    measure: str
    verb: int | None
    phrase: Phrase | None
    rule: str


def event(sentence: Sentence, at: int) -> Event:
    """What happened at the time that is word ``at``."""
    for rule in (_when_clause, _named_after, _noun_before, _clause_verb):
        found = rule(sentence, at)
        if found is not None:
            return found
    return Event("", None, None, "none")


def _when_clause(sentence: Sentence, at: int) -> Event | None:
    """ "2014, when Russia annexed Crimea": the clause says what happened then."""
    after = at + 1
    while after < len(sentence.tags) and sentence.tags[after] == ",":
        after += 1
    if after >= len(sentence.lows) or sentence.lows[after] != "when":
        return None
    verb = next((i for i in range(after + 1, len(sentence.tags)) if sentence.tags[i] in "V;"), None)
    if verb is None or sentence.tags[verb] == ";":
        return None
    return _of_verb(sentence, verb, "when")


def _named_after(sentence: Sentence, at: int) -> Event | None:
    """ "the 2014 annexation", "the March summit": a date before the noun it dates."""
    if at + 1 >= len(sentence.tags) or sentence.tags[at + 1] not in "ANE'":
        return None
    phrase = grammar.phrase_at(sentence, at + 2 if sentence.tags[at + 1] == "'" else at + 1)
    if phrase is None or sentence.tags[at - 1 : at] not in {"D", "'", "A", "N", "E"}:
        return None
    words = grammar.lemmas(sentence, phrase)
    if not words:
        return None
    return Event(_noun_event(sentence, phrase) or words[-1], None, phrase, "noun after")


def _noun_event(sentence: Sentence, phrase: Phrase) -> str:
    """The class of an act that the end of a noun phrase names, with its tail ("end of life") or without."""
    tailed = act_of_noun(" ".join(grammar.with_tail(sentence, phrase)[-3:]))
    if tailed:
        return tailed
    words = grammar.lemmas(sentence, phrase)
    for length in (3, 2, 1):
        act = act_of_noun(" ".join(words[-length:]))
        if act:
            return act
    return ""


def _noun_before(sentence: Sentence, at: int) -> Event | None:
    """ "the annexation of Crimea in 2014", "since the invasion in May": an act's noun that the date hangs on."""
    end = at
    while end > 0 and sentence.tags[end - 1] in "PDB,K":
        end -= 1
    if end == at or end == 0:
        return None
    phrase = grammar.phrase_before(sentence, end)
    while phrase is not None:
        act = _noun_event(sentence, phrase)
        if act:
            light = _light_verb(sentence, phrase, act)
            return light or Event(act, None, phrase, "noun before")
        before = phrase.start - 1
        while before > 0 and sentence.tags[before] == "D":
            before -= 1
        if before < 1 or sentence.lows[before] not in {"of", "in", "on"}:
            return None
        phrase = grammar.phrase_before(sentence, before)
    return None


def _light_verb(sentence: Sentence, phrase: Phrase, act: str) -> Event | None:
    """A verb right before the noun: "ended its invasion" is not the invasion; any other acting verb wins outright."""
    at = phrase.start - 1
    while at > 0 and sentence.tags[at] in "DAB'":
        at -= 1
    if at < 0 or sentence.tags[at] != "V":
        return None
    lemma = grammar.verb_lemma(sentence, at)
    kind, name = verb_kind(lemma), verb_class(lemma)
    if kind == "light" and name == "end":
        return Event(f"end {act}", at, phrase, "verb and noun")
    if kind in {"light", "state"} or name == "release":
        return Event(act, at, phrase, "verb and noun")
    return _of_verb(sentence, at, "verb")


def _clause_verb(sentence: Sentence, at: int) -> Event | None:
    verb = grammar.governor(sentence, at, told=False)
    return None if verb is None else _of_verb(sentence, verb, "verb")


def _of_verb(sentence: Sentence, verb: int, rule: str) -> Event:
    """The class of the verb; of a light verb, with its subject or (active, with one) its object."""
    lemma = grammar.verb_lemma(sentence, verb)
    name = verb_class(lemma)
    thing = _thing_of(sentence, verb) if lends(lemma) else None
    if thing is None:
        return Event(lemma if lemma in {"be", "have", "do", "make"} else name, verb, None, rule)
    words = grammar.lemmas(sentence, thing) if sentence.tags[thing.head] != "E" else ()
    act = _noun_event(sentence, thing)
    if not act and verb_kind(lemma) != "light":
        return Event(name, verb, None, rule)
    what = act or measure_of_noun(words) or (words[-1] if words else "")
    if name in {"begin", "end"}:
        return Event(act if act and name == "begin" else f"{name} {what}".strip(), verb, thing, rule)
    if _ongoing(sentence, verb):
        return Event(f"begin {what}".strip(), verb, thing, "since")
    return Event(what or (lemma if lemma in {"be", "have", "do", "make"} else name), verb, thing, rule)


def _thing_of(sentence: Sentence, verb: int) -> Phrase | None:
    """What a light verb is about: the object of "launched its campaign", else the subject."""
    after = grammar.phrase_at(sentence, verb + 1)
    if after is not None and sentence.lows[after.head] in word_list("empty objects"):
        return grammar.subject_of(sentence, verb)
    active = not grammar.passive(sentence, verb) and sentence.tags[verb] == "V"
    if active and after is not None and sentence.tags[after.head] == "N":
        return after
    return grammar.subject_of(sentence, verb)


def _ongoing(sentence: Sentence, verb: int) -> bool:
    """ "has been ongoing since": a state that began then."""
    return "since" in sentence.lows[verb : verb + 6]
