"""What a quantity measures: a ladder of small rules, the first that answers wins.

Each rule looks at one construction ("revenue of $5", "18% of Ukraine's territory", "The price is $5", "$5 in aid") and
returns a ``Measured`` or None. A class of the lexicon is named where it knows the noun, state or verb; else the head
lemma of the measured noun is the measure.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.lexicon.aliases import is_place, name_kind
from factcheck.lexicon.measures import (
    is_person,
    measure_of_cue,
    measure_of_noun,
    measure_of_state,
    measure_of_verb,
)
from factcheck.lexicon.verbs import act_of_noun, verb_class, verb_kind
from factcheck.lexicon.wordlists import word_list
from factcheck.model import Quantity
from factcheck.reading.frame import grammar
from factcheck.reading.frame.grammar import Phrase, is_light
from factcheck.reading.frame.labelled import label_measure
from factcheck.reading.frame.names import Name
from factcheck.reading.frame.tokens import Sentence

# What a figure of a dimension measures when nothing near it says so.
BY_DIMENSION = {
    "[length]": "length",
    "[length] ** 2": "area",
    "[length] ** 3": "volume",
    "[mass]": "weight",
    "[length] per [time]": "speed",
    "[temperature]": "temperature",
    "[time]": "duration",
    "data": "size",
    "power": "power",
    "energy": "energy",
    "pressure": "pressure",
    "voltage": "voltage",
    "frequency": "frequency",
    "angle": "angle",
    "percentage_point": "proportion",
    "money": "money",
    "percent": "proportion",
}
BY_KIND = {"age": "age", "duration": "duration", "percent": "proportion", "money": "money", "multiple": "multiple"}


@dataclass(frozen=True, slots=True)
class Measured:
    """The measure, the noun phrase that told it (None if a verb did) and the rule that answered."""

    measure: str
    phrase: Phrase | None
    rule: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in its sentence: ``at`` is its word, ``verb`` the word of its governing verb, ``noun`` the counted
    phrase (after the figure, or inside its mention as lemmas ``inner``)."""

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
        return "money" if self.quantity.kind == "money" else self.quantity.dimension


def measured(figure: Figure) -> Measured:
    """What the figure measures; the measure is never empty but for a bare number in an empty sentence."""
    for rule in RULES:
        found = rule(figure)
        if found is not None:
            return found
    name = BY_DIMENSION.get(figure.quantity.dimension) or BY_KIND.get(figure.quantity.kind) or ""
    return Measured(name, figure.noun, "dimension")


def _age(figure: Figure) -> Measured | None:
    return Measured("age", figure.noun, "age") if figure.quantity.kind == "age" else None


def _people(figure: Figure) -> Measured | None:
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
        sentence.tags[at] in "XMBGVANES'DK" or sentence.lows[at] in {"of", "others", "among"}
    ):
        found = measure_of_state(sentence.lows[at])
        if not found and sentence.tags[at] == "V":
            found = measure_of_verb(grammar.verb_lemma(sentence, at), "person")
        if found:
            return found
        at += 1
    return ""


def _object_of(figure: Figure) -> bool:
    """Whether the figure stands where the object of its verb does, or under its passive."""
    verb = figure.verb
    if verb is None:
        return False
    if verb > figure.at:
        return True
    between = figure.sentence.tags[verb + 1 : figure.at]
    return "P" not in between or figure.verb_lemma in {"die", "perish", "drown", "claim"}


def _part_of(figure: Figure) -> Measured | None:
    """ "18% of Ukraine's territory", "20% of Ukraine" under a verb or noun of control, "$5 of profit"."""
    phrase = grammar.of_phrase(figure.sentence, figure.at + 1)
    if phrase is None or figure.quantity.kind == "ordinal" or _share_states(figure):
        return None
    words = grammar.lemmas(figure.sentence, phrase)
    known = measure_of_noun(words)
    if known:
        return Measured(known, phrase, "of")
    name = next((name.canonical for name in figure.names if name.start <= phrase.head < name.end), None)
    held = _held_place(figure) if name is not None else ""
    if name is not None and (held or is_place(name)):
        return Measured(held or "proportion", phrase, "of place")
    if figure.quantity.kind == "money":
        return None
    return Measured(words[-1] if words else "proportion", phrase, "of")


def _share_states(figure: Figure) -> bool:
    """ "The deficit widened to 5% of GDP": the subject is what is measured, "of GDP" only the base."""
    if figure.quantity.kind != "percent" or figure.verb is None or figure.verb > figure.at:
        return False
    if not grammar.states_value(figure.verb_lemma):
        return False
    subject = grammar.subject_of(figure.sentence, figure.verb)
    return subject is not None and measure_of_noun(grammar.lemmas(figure.sentence, subject)) != ""


def _held_place(figure: Figure) -> str:
    """The measure of a share of a place, from the verb or noun that governs it: "occupation of 20% of …"."""
    lemma = figure.verb_lemma
    before = figure.at - 1
    while before > 0 and figure.sentence.tags[before] in "PDB":
        before -= 1
    act = act_of_noun(figure.sentence.lemma(before)) if before >= 0 else ""
    return (
        measure_of_verb(act, "place") or measure_of_verb(lemma, "place") or measure_of_verb(verb_class(lemma), "place")
    )


def _amount_in(figure: Figure) -> Measured | None:
    """ "$5 million in damage", "$5 million worth of aid", "9% in sales"."""
    lows, at = figure.sentence.lows, figure.at + 1
    if lows[at : at + 2] == ("worth", "of"):
        at += 1
    if (
        at >= len(lows)
        or lows[at] != ("of" if at > figure.at + 1 else "in")
        or figure.quantity.kind not in {"money", "percent", "number"}
    ):
        return None
    phrase = grammar.phrase_at(figure.sentence, at + 1)
    known = measure_of_noun(grammar.lemmas(figure.sentence, phrase)) if phrase else ""
    return Measured(known, phrase, "in") if known else None


def _ranked(figure: Figure) -> Measured | None:
    """ "the second death", "third largest city": what is ranked."""
    if figure.quantity.kind != "ordinal" or not _adjacent_noun(figure):
        return None
    phrase = grammar.phrase_at(figure.sentence, figure.at + 1)
    return _named(figure, phrase, "ranked") if phrase is not None else None


def _attributive(figure: Figure) -> Measured | None:
    """ "a $5 million fine", "a 12% stake", "a 30-second timeout"; "a 5% increase in revenue" looks further."""
    if figure.quantity.kind in {"count", "ordinal"}:
        return None
    phrase = grammar.phrase_at(figure.sentence, figure.at + 1) if _adjacent_noun(figure) else None
    if phrase is None:
        return None
    words = grammar.lemmas(figure.sentence, phrase)
    if words[-1] in word_list("time nouns"):
        return None
    if verb_kind(act_of_noun(words[-1])) == "change":
        return _of_change(figure, phrase.end)
    known = measure_of_noun(words)
    if known:
        return Measured(known, phrase, "attribute")
    if figure.quantity.dimension in BY_DIMENSION and figure.quantity.kind == "measure":
        return _by_cue(figure) or Measured(BY_DIMENSION[figure.quantity.dimension], phrase, "attribute")
    if figure.quantity.kind in {"percent", "duration", "money", "number"} and not is_light(words[-1]):
        return Measured(words[-1], phrase, "attribute")
    return None


def _adjacent_noun(figure: Figure) -> bool:
    at = figure.at + 1
    return at < len(figure.sentence.tags) and figure.sentence.tags[at] in "ANE" and figure.sentence.lows[at] != "other"


def _of_change(figure: Figure, end: int) -> Measured | None:
    """What changed: "in revenue" after "a 5% increase", else the subject of the verb."""
    if end < len(figure.sentence.lows) and figure.sentence.lows[end] in {"in", "of", "on"}:
        phrase = grammar.phrase_at(figure.sentence, end + 1)
        if phrase is not None:
            return _named(figure, phrase, "change of")
    return None


def _named(figure: Figure, phrase: Phrase, rule: str) -> Measured | None:
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
            return _named(figure, inner, rule)
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


def _noun_of(figure: Figure) -> Measured | None:
    """ "revenue of $5", "a population of 5 million", "a limit of 100 files", "at a depth of 90 m"."""
    sentence = figure.sentence
    at = figure.at - 1
    while at >= 0 and sentence.tags[at] in "DB":
        at -= 1
    if at < 1 or sentence.lows[at] not in {"of", "at"} or (figure.noun is not None and figure.quantity.kind == "count"):
        return None
    phrase = grammar.phrase_before(sentence, at)
    if phrase is None:
        return None
    words = grammar.lemmas(sentence, phrase)
    known = measure_of_noun(words)
    if known:
        return Measured(known, phrase, "noun of")
    if sentence.lows[at] == "at" or is_light(words[-1]) or sentence.tags[phrase.head] == "E":
        return None
    if verb_kind(act_of_noun(words[-1])) == "change":
        return _of_change(figure, phrase.end) or _subject_states(figure)
    return Measured(words[-1], phrase, "noun of")


def _counted(figure: Figure) -> Measured | None:
    """The counted noun itself: "300 homes", "5 towns"; people without a state by what they are."""
    if figure.noun is None or figure.quantity.kind not in {"count", "number", "rate"}:
        return None
    words = grammar.lemmas(figure.sentence, figure.noun)
    if not words:
        return None
    if is_light(words[-1]):
        inner = grammar.of_phrase(figure.sentence, figure.noun.end)
        words = grammar.lemmas(figure.sentence, inner) if inner else words
    return Measured(measure_of_noun(words) or words[-1], figure.noun, "counted")


def _subject_states(figure: Figure) -> Measured | None:
    """ "The price of the watch is $5", "Revenue rose 5% to $5", "The default timeout is 30 seconds"."""
    if figure.verb is None or figure.verb > figure.at:
        return None
    lemma = figure.verb_lemma
    if not grammar.states_value(lemma):
        return None
    if figure.quantity.kind == "money" and measure_of_verb(lemma, "money"):
        return None
    phrase = grammar.subject_of(figure.sentence, figure.verb)
    if phrase is None:
        return None
    if figure.quantity.kind == "measure" and not measure_of_noun(grammar.lemmas(figure.sentence, phrase)):
        return _by_cue(figure)
    return _named(figure, phrase, "subject")


def _object_moves(figure: Figure) -> Measured | None:
    """ "cut its key rate to 3.5%", "raised the dividend by 5%", "left its forecast at $5": the object of the verb."""
    sentence, verb = figure.sentence, figure.verb
    if verb is None or verb > figure.at or sentence.tags[verb] != "V" or figure.quantity.kind == "count":
        return None
    before = figure.at - 1
    while before > verb and sentence.tags[before] in "DB":
        before -= 1
    phrase = grammar.phrase_at(sentence, verb + 1)
    if phrase is None or phrase.end > before or sentence.lows[before] not in {"to", "by", "from", "at"}:
        return None
    if sentence.lows[before] == "at" and measure_of_verb(figure.verb_lemma, figure.of):
        return None
    if sentence.tags[verb + 1 : before].count("F") or sentence.tags[phrase.head] != "N":
        return None
    return _named(figure, phrase, "object")


def _verb_says(figure: Figure) -> Measured | None:
    """ "The watch costs $5", "He was sentenced to nine years", "Logs are kept for 30 days"."""
    known = measure_of_verb(figure.verb_lemma, figure.of) if figure.of != "percent" else ""
    return Measured(known, None, "verb") if known else None


def _by_cue(figure: Figure) -> Measured | None:
    """Words around a length, weight …: "90 metres deep", "25 km west of". The nearest after, then before."""
    lows, dimension = figure.sentence.lows, figure.quantity.dimension
    start, end = grammar.clause(figure.sentence, figure.at)
    around = [*range(figure.at + 1, min(end, figure.at + 5)), *range(figure.at - 1, max(start, figure.at - 8) - 1, -1)]
    for at in around:
        for word in (lows[at], figure.sentence.lemma(at), lows[at].rpartition("-")[2]):
            known = measure_of_cue(word, dimension)
            if known:
                return Measured(known, None, "cue")
    return None


def _cued(figure: Figure) -> Measured | None:
    return _by_cue(figure) if figure.quantity.kind == "measure" else None


def _nearest_known(figure: Figure) -> Measured | None:
    """The nearest noun of the clause that the lexicon knows as a measure, before the figure and then after."""
    if figure.quantity.kind in {"count", "measure", "duration", "ordinal"}:
        return None
    sentence = figure.sentence
    start, end = grammar.clause(sentence, figure.at)
    for at in [*range(figure.at - 1, start - 1, -1), *range(figure.at + 1, end)]:
        if sentence.tags[at] == "F" and at < figure.at:
            continue
        if sentence.tags[at] == "N":
            lemmas = tuple(sentence.lemma(i) for i in range(max(start, at - 2), at + 1))
            known = measure_of_noun(lemmas)
            if known:
                return Measured(known, Phrase(at, at + 1, at), "near")
    return None


def _nearest_noun(figure: Figure) -> Measured | None:
    """A bare number or a duration: the nearest noun before it in its clause."""
    if figure.quantity.kind not in {"number", "duration", "ordinal", "rate", "multiple"}:
        return None
    sentence = figure.sentence
    if figure.quantity.kind == "duration":
        phrase = grammar.of_phrase(sentence, figure.at + 1)
        if phrase is not None:
            return _acted(figure, phrase)
        return None
    start, _ = grammar.clause(sentence, figure.at)
    for at in range(figure.at - 1, start - 1, -1):
        if sentence.tags[at] in "N`":
            return Measured(sentence.lemma(at), Phrase(at, at + 1, at), "nearest")
    return None


def _acted(figure: Figure, phrase: Phrase) -> Measured:
    """What lasted: the class of an act ("aggression": invade), else of a measure, else the noun."""
    words = grammar.lemmas(figure.sentence, phrase)
    head = words[-1] if words else "duration"
    return Measured(act_of_noun(head) or measure_of_noun(words) or head, phrase, "duration of")


def _lasted(figure: Figure) -> Measured | None:
    """ "three years of war", "The war lasted three years"."""
    if figure.quantity.kind != "duration":
        return None
    phrase = grammar.of_phrase(figure.sentence, figure.at + 1)
    if phrase is not None:
        return _acted(figure, phrase)
    return None


RULES: tuple[Callable[[Figure], Measured | None], ...] = (
    _age,
    _people,
    _lasted,
    _part_of,
    _amount_in,
    _ranked,
    _attributive,
    _noun_of,
    _counted,
    _object_moves,
    _verb_says,
    _subject_states,
    _cued,
    _nearest_known,
    _nearest_noun,
)
