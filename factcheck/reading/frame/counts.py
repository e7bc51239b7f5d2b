"""Rules for counts: people by what befell them ("41 people were killed"), things by their noun, ranks."""

from __future__ import annotations

from factcheck.lexicon.aliases import name_kind
from factcheck.lexicon.measures import is_person, measure_of_noun, measure_of_state, measure_of_verb
from factcheck.reading.frame import grammar
from factcheck.reading.frame.figure import Figure, Measured, adjacent_noun, named_by
from factcheck.reading.frame.grammar import is_light
from factcheck.reading.frame.tokens import Sentence


def people(figure: Figure) -> Measured | None:
    """Counted people, or a bare count, with a state or an act: "41 people were killed", "killing 41", "12 dead"."""
    if figure.quantity.kind not in {"count", "number"} or figure.quantity.unit:
        return None
    if figure.noun is not None and not _person(figure.sentence, figure.noun.head):
        return None
    state = _state_after(figure)
    if state:
        return Measured(state, figure.noun, "state")
    act = measure_of_verb(figure.verb_lemma, "person")
    if act and _object_of(figure):
        return Measured(act, figure.noun, "act")
    return None


CROWD = frozenset({"dozens", "scores", "hundreds", "thousands", "millions"})


def crowd(figure: Figure) -> Measured | None:
    """ "Thousands held a vigil": a crowd that acts is one of people."""
    bare = figure.quantity.kind in {"count", "number"} and not figure.quantity.unit and figure.noun is None
    if not bare or figure.sentence.lows[figure.at].rpartition(" ")[2] not in CROWD:
        return None
    acts = figure.sentence.tags[figure.at + 1 : figure.at + 2] in ("V", "X", "M")
    return Measured("person", None, "crowd") if acts else None


def _person(sentence: Sentence, head: int) -> bool:
    """Whether a noun names people: by itself, or as the plural of a demonym ("six Canadians")."""
    return is_person(sentence.lemma(head)) or name_kind(sentence.words[head]) == "country"


def _state_after(figure: Figure) -> str:
    """The state said of counted people after them: "people [were [confirmed]] dead", "who died"."""
    sentence = figure.sentence
    at = figure.noun.start if figure.noun else figure.at + 1
    if figure.noun is None and at < len(sentence.tags) and sentence.lows[at] == "of":
        at += 1
    while at < len(sentence.tags) and (
        sentence.tags[at] in "XMBGVANES'DK"
        or sentence.lows[at] in {"of", "others", "among"}
        or _infinitive(sentence, at)
    ):
        found = measure_of_state(sentence.lows[at])
        if not found and sentence.tags[at] == "V":
            found = measure_of_verb(grammar.verb_lemma(sentence, at), "person")
        if found:
            return found
        at += 1
    return ""


def _infinitive(sentence: Sentence, at: int) -> bool:
    """ "are thought to have died", "is feared to be dead": what is thought of them."""
    return sentence.lows[at] == "to" and sentence.tags[at + 1 : at + 2] == "X" and sentence.tags[at - 1] == "V"


def _object_of(figure: Figure) -> bool:
    """Whether the figure stands where the object of its verb does, or under its passive."""
    verb = figure.verb
    if verb is None:
        return False
    if verb > figure.at:
        return True
    between = figure.sentence.tags[verb + 1 : figure.at]
    return "P" not in between or figure.verb_lemma in {"die", "perish", "drown", "claim"}


def counted(figure: Figure) -> Measured | None:
    """The counted noun itself: "300 homes", "5 towns"; people without a state by what they are."""
    if figure.noun is None or figure.quantity.kind not in {"count", "number", "rate"} or figure.of == "money":
        return None
    words = grammar.lemmas(figure.sentence, figure.noun)
    if not words:
        return None
    if is_light(words[-1]):
        inner = grammar.of_phrase(figure.sentence, figure.noun.end)
        words = grammar.lemmas(figure.sentence, inner) if inner else words
    return Measured(measure_of_noun(words) or words[-1], figure.noun, "counted")


def ranked(figure: Figure) -> Measured | None:
    """ "the second death", "third largest city": what is ranked."""
    if figure.quantity.kind != "ordinal" or not adjacent_noun(figure):
        return None
    phrase = grammar.phrase_at(figure.sentence, figure.at + 1)
    return named_by(figure, phrase, "ranked") if phrase is not None else None
