"""What happened at a date: the class of an act, named by a verb or by the noun made from it.

"Crimea, which it annexed in 2014", "since 2014, when Russia annexed Crimea" and "the annexation of Crimea in 2014" are
all ``annex``; a verb that only lends itself ("began", "took place") names what it begins: ``begin war``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.lexicon.measures import measure_of_noun
from factcheck.lexicon.verbs import act_of_noun, act_of_phrase, lends, verb_class, verb_kind
from factcheck.lexicon.wordlists import word_list
from factcheck.reading.frame import grammar
from factcheck.reading.frame.grammar import Phrase
from factcheck.reading.frame.tokens import Sentence

COPULAS = frozenset({"be", "have", "do", "make"})
# "About", as it stands before the years of a life.
CIRCA = frozenset({"c", "ca", "circa", "around", "about", "born"})


@dataclass(frozen=True, slots=True)
class Event:
    """``measure`` names what happened; ``verb`` is the word of its verb (None if a noun told it); ``phrase`` the noun
    phrase that told it or its object; ``rule`` the rule that answered."""

    measure: str
    verb: int | None
    phrase: Phrase | None
    rule: str


def event(sentence: Sentence, at: int) -> Event:
    """What happened at the time that is word ``at``; "since", "from … to" and "until" name its two ends."""
    for rule in (_when_clause, _in_brackets, _lasting_since, _named_after, _noun_before, _clause_verb):
        found = rule(sentence, at)
        if found is not None:
            return replace(found, measure=f"{_end_of(sentence, at, found)}{found.measure}".strip())
    return Event("", None, None, "none")


def _end_of(sentence: Sentence, at: int, found: Event) -> str:
    """ "begin " or "end " for a time that is one end of what lasted; acts of a moment have no ends."""
    if found.rule in {"when", "brackets", "noun after"} or found.measure.startswith(("begin ", "end ")):
        return ""
    before, after = sentence.lows[max(0, at - 1) : at], sentence.lows[at + 1 : at + 2]
    follows = sentence.tags[at + 2 : at + 3] == "F"
    if before == ("from",) and follows and after[0] in {"to", "until", "till", "through", "–", "-"}:
        return "begin "
    if before and before[0] in {"to", "until", "till", "through", "–"} and sentence.tags[at - 2 : at - 1] == "F":
        return "end "
    moment = found.verb is not None and verb_kind(grammar.verb_lemma(sentence, found.verb)) == "act"
    if before == ("until",) and not moment:
        return "end "
    return "begin " if before == ("since",) and not moment and found.rule != "noun before" else ""


def _in_brackets(sentence: Sentence, at: int) -> Event | None:
    """ "Taps (1981)": a work and its year; "Ann Lee (3 May 1912 – 8 June 1990)", "(c. 130 BC – 85 BC)": a life."""
    opening, closing = at, at
    while opening > 0 and at - opening < 6 and _between_years(sentence, opening - 1):
        opening -= 1
    while closing + 1 < len(sentence.tags) and closing - at < 6 and _between_years(sentence, closing + 1):
        closing += 1
    inside = sentence.tags[opening : closing + 1]
    enclosed = sentence.tags[opening - 1 : opening] == "(" and sentence.tags[closing + 1 : closing + 2] == ")"
    if not enclosed or sentence.tags[max(0, opening - 2)] not in 'E"':
        return None
    if inside.count("F") == 2 and "–" in sentence.words[opening : closing + 1]:
        first = "F" not in sentence.tags[opening:at]
        return Event("bear" if first else "kill", None, None, "brackets")
    return Event("release", None, None, "brackets") if inside == "F" else None


def _between_years(sentence: Sentence, at: int) -> bool:
    """Whether a word is one of those that stand beside the years of a life in brackets."""
    return sentence.tags[at] in "FP;B" or sentence.lows[at] in CIRCA


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


def _lasting_since(sentence: Sentence, at: int) -> Event | None:
    """ "has been at war since 2014", "Since 2014, war has ravaged the delta": what lasts began then."""
    if sentence.lows[max(0, at - 1) : at] != ("since",):
        return None
    verb = grammar.governor(sentence, at, told=False)
    subject = grammar.subject_of(sentence, verb) if verb is not None else None
    for phrase in (grammar.phrase_before(sentence, at - 1), subject):
        words = grammar.lemmas(sentence, phrase) if phrase is not None else ()
        if words and words[-1] in word_list("lasting nouns"):
            return Event(f"begin {measure_of_noun(words) or words[-1]}", verb, phrase, "lasting")
    return None


def _named_after(sentence: Sentence, at: int) -> Event | None:
    """ "the 2014 annexation", "the March summit": a date before the noun it dates."""
    if at + 1 >= len(sentence.tags) or sentence.tags[at + 1] not in "ANE'":
        return None
    owned = sentence.tags[at + 1] == "'"
    phrase = grammar.phrase_at(sentence, at + 2 if owned else at + 1)
    if phrase is None or not (owned or sentence.tags[at - 1 : at] in {"D", "'", "A", "N", "E"}):
        return None
    what = _noun_event(sentence, phrase) or _thing_named(sentence, phrase)
    return Event(what, None, phrase, "noun after") if what else None


def _thing_named(sentence: Sentence, phrase: Phrase) -> str:
    """What a noun phrase is when no act: a work is dated by its release; a name by its last word, if that is a noun
    that lasts or happens ("Civil War"); else the head itself."""
    words = grammar.lemmas(sentence, phrase)
    if not words:
        return ""
    if any(word in word_list("works") for word in words[-2:]):
        return "release"
    return "" if sentence.tags[phrase.head] == "E" and not measure_of_noun(words[-1:]) else words[-1]


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
            break
        phrase = grammar.phrase_before(sentence, before)
    return _dated_noun(sentence, end)


def _dated_noun(sentence: Sentence, end: int) -> Event | None:
    """ "an American film from 2015", "the class of 1992": a noun that "of" or "from" dates."""
    if sentence.lows[end] not in {"of", "from"} or sentence.tags[end - 1] != "N" or "F" in sentence.tags[end + 2 :][:2]:
        return None
    phrase = grammar.phrase_before(sentence, end)
    what = _thing_named(sentence, phrase) if phrase is not None else ""
    if what in word_list("time nouns") or what in word_list("stretches of time"):
        return None
    return Event(what, None, phrase, "noun after") if what else None


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
    told = act_of_phrase(lemma, *sentence.lows[verb + 1 : verb + 3])
    if told:
        return Event(told, verb, None, rule)
    name = verb_class(lemma)
    thing = _thing_of(sentence, verb) if lends(lemma) else None
    if thing is None:
        return Event(_struck(sentence, verb, lemma) or _plain_name(sentence, verb, lemma), verb, None, rule)
    if grammar.is_light(sentence.lemma(thing.head)):
        thing = grammar.of_phrase(sentence, thing.end) or thing  # "a new round of talks"
    act = _noun_event(sentence, thing)
    if not act and verb_kind(lemma) != "light":
        held = lemma == "hold" and grammar.passive(sentence, verb)
        return Event("occur" if held else name, verb, None, rule)
    words = grammar.lemmas(sentence, thing)
    what = act or (measure_of_noun(words) if words else "") or _thing_named(sentence, thing)
    if name in {"begin", "end"}:
        return Event(act if act and name == "begin" else f"{name} {what}".strip(), verb, thing, rule)
    return Event(what or (lemma if lemma in COPULAS else name), verb, thing, rule)


def _struck(sentence: Sentence, verb: int, lemma: str) -> str:
    """ "The quake hit on Tuesday": an act that a verb of state or change has as its subject; "" where it has none."""
    if verb_kind(lemma) not in {"state", "change"}:
        return ""
    subject = grammar.subject_of(sentence, verb)
    act = _noun_event(sentence, subject) if subject is not None else ""
    return act if act and verb_kind(act) == "act" else ""


def _plain_name(sentence: Sentence, verb: int, lemma: str) -> str:
    """The class of a verb; one of change takes its object with it ("gain independence"), for it says little alone."""
    if lemma in COPULAS:
        return lemma
    if verb_kind(lemma) == "state" and sentence.tags[verb + 1 : verb + 2] == "R":
        return lemma  # "measured it in 2019" is an act
    if verb_kind(lemma) == "change" and not grammar.passive(sentence, verb):
        thing = grammar.phrase_at(sentence, verb + 1)
        if thing is not None and sentence.tags[thing.head] == "N":
            return f"{lemma} {sentence.lemma(thing.head)}"
    return verb_class(lemma)


def _thing_of(sentence: Sentence, verb: int) -> Phrase | None:
    """What a light verb is about: the object of "launched its campaign", else the subject."""
    after = grammar.phrase_at(sentence, verb + 1)
    if after is not None and sentence.lows[after.head] in word_list("empty objects"):
        return grammar.subject_of(sentence, verb)
    active = not grammar.passive(sentence, verb) and sentence.tags[verb] == "V"
    if active and after is not None and sentence.tags[after.head] == "N":
        return after
    return grammar.subject_of(sentence, verb)
