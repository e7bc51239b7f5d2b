"""Rules for ages, lengths of time and other dimensions, and the last resort: the nearest noun.

"nearly three years of aggression", "topped the chart for seven weeks", "90 metres deep", "25 km west of Lorvik".
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.lexicon.measures import measure_of_cue, measure_of_noun
from factcheck.lexicon.verbs import act_of_noun, verb_class, verb_kind
from factcheck.lexicon.wordlists import word_list
from factcheck.reading.frame import grammar, holding
from factcheck.reading.frame.figure import Figure, Measured, named_by
from factcheck.reading.frame.grammar import WIDEST, Phrase
from factcheck.reading.ports import PORT, PORT_WORDS

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


def age(figure: Figure) -> Measured | None:
    return Measured("age", figure.noun, "age") if figure.quantity.kind == "age" else None


def port(figure: Figure) -> Measured | None:
    """ "listens on TCP port 8443", "the metrics port is 9100": a port number, narrowed by the words before "port"."""
    if figure.quantity.dimension != PORT:
        return None
    lows = figure.sentence.lows
    at = next((at for at in range(figure.at, max(-1, figure.at - WIDEST), -1) if lows[at] in PORT_WORDS), None)
    phrase = grammar.phrase_before(figure.sentence, at + 1) if at is not None else None
    return Measured(PORT, phrase, "port")


def lasted(figure: Figure) -> Measured | None:
    """ "three years of war", "The war lasted three years"."""
    if figure.quantity.kind != "duration":
        return None
    phrase = grammar.of_phrase(figure.sentence, figure.at + 1)
    if phrase is not None:
        return _acted(figure, phrase)
    return None


def _acted(figure: Figure, phrase: Phrase) -> Measured:
    """What lasted: the class of an act ("aggression": invade), else of a measure, else the noun."""
    words = grammar.lemmas(figure.sentence, phrase)
    head = words[-1] if words else "duration"
    act, state = act_of_noun(head), measure_of_noun(words) or head
    if not act and head in word_list("lasting nouns") and holding.in_present(figure.sentence, figure.verb):
        state = f"begin {state}"  # so long it has gone on by now: that says when it began
    return Measured(act or state, phrase, "duration of")


def lasts_for(figure: Figure) -> Measured | None:
    """ "topped the chart for seven weeks": how long what the verb says went on, whatever its subject."""
    if figure.quantity.kind != "duration" or figure.verb is None or figure.verb > figure.at:
        return None
    before = figure.at - 1
    while before > figure.verb and figure.sentence.tags[before] in "DB":
        before -= 1
    lemma = figure.verb_lemma
    if figure.sentence.lows[before] == "for" and lemma == "be" and _complements(figure, before - 1):
        return Measured(figure.sentence.lemma(before - 1), None, "for")  # "is valid for 8 hours"
    if figure.sentence.lows[before] != "for" or lemma in {"be", "last", "run", "have", "go"}:
        return None
    return Measured(verb_class(lemma) if verb_kind(lemma) == "act" else lemma, None, "for")


def _complements(figure: Figure, at: int) -> bool:
    """Whether a word says of the subject how it is: "is valid", "was already open"."""
    between = figure.sentence.tags[(figure.verb or 0) + 1 : at]
    return figure.sentence.tags[at] in "AN" and between.strip("BG") == "" and at != figure.verb


def repeated(figure: Figure) -> Measured | None:
    """ "The node is checked every 10 seconds": how often what the verb says is done."""
    said = figure.sentence.lows[figure.at]
    if figure.quantity.kind != "duration" or figure.verb is None or not said.startswith(("every ", "each ")):
        return None
    if figure.verb_lemma in {"be", "have"} or figure.sentence.tags[figure.verb] != "V":
        return None
    return Measured(figure.verb_lemma, None, "every")


def by_cue(figure: Figure) -> Measured | None:
    """Words around a length, weight …: "90 metres deep", "25 km west of". The nearest after, then before."""
    lows, dimension = figure.sentence.lows, figure.quantity.dimension
    start, _ = grammar.clause(figure.sentence, figure.at)
    for at in [*_words_after(figure), *range(figure.at - 1, max(start, figure.at - 8) - 1, -1)]:
        if figure.sentence.tags[at] == "F" or _particle(figure, at):
            continue
        for word in (lows[at], figure.sentence.lemma(at), lows[at].rpartition("-")[2]):
            known = measure_of_cue(word, dimension)
            if known:
                return Measured(known, None, "cue")
    return None


def _particle(figure: Figure, at: int) -> bool:
    """ "tore away 40 metres": an adverb between the verb and its figure says how, and not how far."""
    return at == figure.at - 1 and figure.sentence.tags[at] == "B" and figure.sentence.tags[at - 1 : at] == "V"


def _words_after(figure: Figure) -> list[int]:
    """The four words after a figure and the bracket behind it, up to a stop."""
    found: list[int] = []
    tags, at = figure.sentence.tags, figure.at + 1
    while at < len(tags) and len(found) < 4 and tags[at] not in ";S,":
        if tags[at] not in "()F":
            found.append(at)
        at += 1
    return found


def cued(figure: Figure) -> Measured | None:
    return by_cue(figure) if figure.quantity.kind == "measure" else None


def before_colon(figure: Figure) -> Measured | None:
    """ "Seats: 5", "Session timeout: 30 seconds" as all there is: the words before the colon."""
    sentence = figure.sentence
    if sentence.words[figure.at - 1 : figure.at] != (":",):
        return None
    phrase = grammar.phrase_before(sentence, figure.at - 1)
    alone = phrase is not None and not sentence.tags[: phrase.start].strip("D")
    return named_by(figure, phrase, "before colon") if phrase is not None and alone else None


def bracketed(figure: Figure) -> Measured | None:
    """ "one or more lamps (up to ten)": a bare number that opens a bracket counts the noun before it."""
    sentence, at = figure.sentence, figure.at - 1
    if figure.quantity.kind != "number" or at < 1 or sentence.tags[at] != "(":
        return None
    phrase = grammar.phrase_before(sentence, at)
    return named_by(figure, phrase, "bracketed") if phrase is not None and sentence.tags[phrase.head] == "N" else None


def nearest_known(figure: Figure) -> Measured | None:
    """The nearest noun of the clause that the lexicon knows as a measure, before the figure and then after."""
    if figure.quantity.kind in {"count", "measure", "duration", "ordinal"}:
        return None
    sentence = figure.sentence
    start, end = grammar.clause(sentence, figure.at)
    for at in _nouns_around(sentence.tags, start, figure.at, end):
        if sentence.tags[at + 1 : at + 2] not in ("N", "E"):
            lemmas = tuple(sentence.lemma(i) for i in range(max(start, at - 2), at + 1))
            known = measure_of_noun(lemmas)
            if known:
                return Measured(known, Phrase(at, at + 1, at), "near")
    return None


def _nouns_around(tags: str, start: int, figure: int, end: int) -> Iterator[int]:
    """The common nouns before a word, the nearest first, then those after it."""
    at = tags.rfind("N", start, figure)
    while at >= 0:
        yield at
        at = tags.rfind("N", start, at)
    at = tags.find("N", figure + 1, end)
    while at >= 0:
        yield at
        at = tags.find("N", at + 1, end)


def nearest_noun(figure: Figure) -> Measured | None:
    """A bare number or a duration: the nearest noun before it in its clause."""
    if figure.quantity.kind not in {"number", "duration", "ordinal", "rate", "multiple"} or figure.of == "money":
        return None
    sentence = figure.sentence
    if figure.quantity.kind == "duration":
        phrase = grammar.of_phrase(sentence, figure.at + 1)
        if phrase is not None:
            return _acted(figure, phrase)
        return None
    start, _ = grammar.clause(sentence, figure.at)
    at = max(sentence.tags.rfind(tag, start, figure.at) for tag in "N`")
    return Measured(sentence.lemma(at), Phrase(at, at + 1, at), "nearest") if at >= 0 else None


def by_dimension(figure: Figure) -> Measured:
    """What a figure of this dimension or kind measures when nothing near it says so; "" for a bare number."""
    dimension = figure.quantity.dimension
    priced = dimension.startswith("money per ") and not dimension.endswith("[time]")  # "5 € per GB"
    name = BY_DIMENSION.get(dimension) or ("price" if priced else BY_KIND.get(figure.quantity.kind)) or ""
    return Measured(name, figure.noun, "dimension")
