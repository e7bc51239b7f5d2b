"""Rules for amounts and shares: the noun that an "of", an "in", a verb or its own place gives them.

"18% of Ukraine's territory", "$5 million in damage", "a 12% stake", "revenue of $5", "The price is $5", "cut its rate
to 4%", "The watch costs $5".
"""

from __future__ import annotations

from factcheck.lexicon.aliases import is_place
from factcheck.lexicon.measures import measure_of_noun, measure_of_verb
from factcheck.lexicon.verbs import act_of_noun, verb_class, verb_kind
from factcheck.lexicon.wordlists import word_list
from factcheck.reading.frame import grammar
from factcheck.reading.frame.extents import BY_DIMENSION, by_cue
from factcheck.reading.frame.figure import Figure, Measured, adjacent_noun, named_by
from factcheck.reading.frame.grammar import is_light


def part_of(figure: Figure) -> Measured | None:
    """ "18% of Ukraine's territory", "20% of Ukraine" under a verb or noun of control, "$5 of profit"."""
    phrase = grammar.of_phrase(figure.sentence, figure.at + 1)
    if phrase is None or figure.quantity.kind == "ordinal" or _share_states(figure):
        return None
    whole = noun_of(figure) if figure.quantity.kind == "percent" else None
    if whole is not None and whole.rule == "noun of" and not act_of_noun(whole.measure):
        return whole  # "a fee of 5% of the price"
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


def amount_in(figure: Figure) -> Measured | None:
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


def attributive(figure: Figure) -> Measured | None:
    """ "a $5 million fine", "a 12% stake", "a 30-second timeout"; "a 5% increase in revenue" looks further."""
    if figure.quantity.kind in {"count", "ordinal"}:
        return None
    phrase = grammar.phrase_at(figure.sentence, figure.at + 1) if adjacent_noun(figure) else None
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
        return by_cue(figure) or Measured(BY_DIMENSION[figure.quantity.dimension], phrase, "attribute")
    if figure.quantity.kind in {"percent", "duration", "money", "number"} and not is_light(words[-1]):
        return Measured(words[-1], phrase, "attribute")
    return None


def written_as(figure: Figure) -> Measured | None:
    """ "2 bytes encoded as a signed integer": what the figure is the size of stands behind "as"."""
    sentence, at = figure.sentence, figure.at + 1
    if (
        figure.quantity.kind != "measure"
        or sentence.tags[at : at + 1] != "V"
        or sentence.lows[at + 1 : at + 2] != ("as",)
    ):
        return None
    phrase = grammar.phrase_at(sentence, at + 2)
    name = BY_DIMENSION.get(figure.quantity.dimension)
    return Measured(name, phrase, "as") if phrase is not None and name is not None else None


def _of_change(figure: Figure, end: int) -> Measured | None:
    """What changed: "in revenue" after "a 5% increase", else the subject of the verb."""
    if end < len(figure.sentence.lows) and figure.sentence.lows[end] in {"in", "of", "on"}:
        phrase = grammar.phrase_at(figure.sentence, end + 1)
        if phrase is not None:
            return named_by(figure, phrase, "change of")
    return None


def noun_of(figure: Figure) -> Measured | None:
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
        return _of_change(figure, phrase.end) or subject_states(figure)
    return Measured(words[-1], phrase, "noun of")


def subject_states(figure: Figure) -> Measured | None:
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
        return by_cue(figure)
    return named_by(figure, phrase, "subject")


def object_moves(figure: Figure) -> Measured | None:
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
    return named_by(figure, phrase, "object")


def paid_in(figure: Figure) -> Measured | None:
    """ "It costs 2 tokens": a price in what is no currency of a country."""
    noun = figure.noun
    if noun is None or figure.sentence.lemma(noun.head) not in word_list("paying nouns"):
        return None
    known = measure_of_verb(figure.verb_lemma, "money")
    return Measured(known, None, "paid in") if known else None


def verb_says(figure: Figure) -> Measured | None:
    """ "The watch costs $5", "He was sentenced to nine years", "Logs are kept for 30 days"."""
    known = measure_of_verb(figure.verb_lemma, figure.of) if figure.of != "percent" else ""
    return Measured(known, None, "verb") if known else None
