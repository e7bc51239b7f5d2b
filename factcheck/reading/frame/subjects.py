"""Who or what a claim is about: names first, the most specific first, then common nouns.

A possessor or "of" name inside the measured phrase is the most specific; then the subject of the verb, then the other
participants of the clause; a pronoun or "the company" is followed to the last name of its paragraph; a title or
heading helps where the sentence names nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.lexicon.aliases import is_place, name_kind
from factcheck.lexicon.wordlists import word_list
from factcheck.reading.frame import grammar
from factcheck.reading.frame.grammar import Phrase
from factcheck.reading.frame.names import Name
from factcheck.reading.frame.referents import DESCRIPTIONS, IT, PRONOUNS, beside_thing, clause_thing
from factcheck.reading.frame.tokens import Sentence

MOST = 6
COMPLEMENTS = frozenset({"to", "on", "in", "with", "for", "per"})


def subjects(
    sentence: Sentence,
    names: Sequence[Name],
    figure: int,
    phrase: Phrase | None,
    verb: int | None,
    antecedents: Sequence[str],
    thing: str = "",
) -> tuple[str, ...]:
    """Canonical names, then lemmas of common nouns, at most ``MOST``; ``antecedents`` are the paragraph's names so
    far, the last first; ``thing`` is what the sentence before has brought up."""
    found: list[str] = []
    spans = _phrases(sentence, figure, phrase, verb)
    linked, common = participants(sentence, names, verb, antecedents)
    common += _things(sentence, figure, verb, linked, thing)
    found.extend(linked)
    for span in spans:
        found.extend(_names_within(names, span))
        found.extend(_linked(sentence, span, antecedents))
    start, end = grammar.clause(sentence, figure)
    found.extend(
        name.canonical for name in names if start <= name.start < end and not _elsewhere(sentence, name, figure)
    )
    if not found and not common and not grammar.speaks(sentence, verb):
        found.extend(name.canonical for name in names if not _elsewhere(sentence, name, figure))
    common += _code(sentence, spans)
    common += _whole(sentence, figure)
    spans += _complement(sentence, figure, phrase)
    common += [sentence.lemma(span.head) for span in spans if span.head >= 0 and _is_thing(sentence, span)]
    return tuple(dict.fromkeys([*found, *common]))[:MOST]


def _phrases(sentence: Sentence, figure: int, phrase: Phrase | None, verb: int | None) -> list[Phrase]:
    """The phrases to look in: the measured one with what follows its "of", the subject of the verb, its object."""
    spans: list[Phrase] = []
    for begin in (phrase, grammar.of_phrase(sentence, figure + 1)):
        inner = begin
        while inner is not None and inner not in spans:
            spans.append(inner)
            inner = _inner(sentence, inner)
    if verb is not None:
        subject = grammar.subject_of(sentence, verb)
        while subject is not None and subject not in spans:
            spans.append(_with_possessor(sentence, subject))
            subject = _inner(sentence, subject)
        after = grammar.phrase_at(sentence, verb + 1)
        if after is not None and after not in spans:
            spans.append(after)
    named = sentence.words[figure - 1 : figure] == (":",)
    ungoverned = (named or not spans) and (verb is None or verb > figure)
    if ungoverned or _bounds_noun(sentence, figure):
        spans.extend(span for span in _headed(sentence, figure) if span not in spans)
    return spans


def _complement(sentence: Sentence, figure: int, phrase: Phrase | None) -> list[Phrase]:
    """What a counted noun is for, in or with: "20 pods on a node", "4 talks (per year) with coaches"."""
    at = max(figure + 1, phrase.end if phrase is not None else 0)
    if sentence.tags[at : at + 1] == "V" and sentence.lows[at + 1 : at + 2] in {("on",), ("per",), ("for",)}:
        at += 1  # "20 pods run on a node"
    if sentence.tags[at : at + 1] == "(":
        at = sentence.tags.find(")", at, at + 6) + 1 or at
    if at >= len(sentence.lows) or sentence.lows[at] not in COMPLEMENTS:
        return []
    inner = grammar.phrase_at(sentence, at + 2 if sentence.tags[at + 1 : at + 2] == "F" else at + 1)
    told = inner is not None and sentence.tags[inner.head] == "N"
    time = told and inner is not None and sentence.lemma(inner.head) in word_list("time nouns")
    return [inner] if inner is not None and told and not time else []


def _elsewhere(sentence: Sentence, name: Name, figure: int) -> bool:
    """Whether a name of the clause is not what the figure is about: a place, another figure's, a page pointed at."""
    beside = _of_another(sentence, name, figure) or _pointed_at(sentence, name) or _credited(sentence, name, figure)
    return beside or _scene(sentence, name)


def _credited(sentence: Sentence, name: Name, figure: int) -> bool:
    """ "fix a leak of 4 handles (Ada Moss)": a name alone in brackets behind the figure says whose work it is."""
    opening, closing = sentence.tags[max(0, name.start - 1) : name.start], sentence.tags[name.end : name.end + 1]
    ends = sentence.tags[name.end + 1 :].strip(";") == ""
    return figure < name.start and opening == "(" and closing == ")" and ends


def _pointed_at(sentence: Sentence, name: Name) -> bool:
    """ "At most 72 hours, see Queues": where to read on."""
    before = sentence.lows[max(0, name.start - 8) : name.start]
    at = name.start - before[::-1].index("see") - 1 if "see" in before else -1
    return at == 0 or (at > 0 and sentence.tags[at - 1] in ",;()")


def _of_another(sentence: Sentence, name: Name, figure: int) -> bool:
    """Whether a name belongs to the next figure, behind which it stands: "40 cabins with two Halden stoves". In "20
    pods for one Halden node" it is what the first figure is for as well."""
    between = sentence.tags.find("F", figure + 1, name.start)
    if between < 0 or sentence.lows[between - 1] in COMPLEMENTS - {"with", "to"}:
        return False
    return not any(tag in "VX," for tag in sentence.tags[figure + 1 : name.start])


def _is_thing(sentence: Sentence, span: Phrase) -> bool:
    """Whether a common noun heads a phrase, and does not say what there is none of ("no limit")."""
    return sentence.tags[span.head] == "N" and sentence.lows[max(0, span.start - 1) : span.start] != ("no",)


def _things(sentence: Sentence, figure: int, verb: int | None, linked: Sequence[str], thing: str) -> list[str]:
    """What the "it" that is the subject of the verb, or the whole of the figure, stands for, where no name does."""
    if linked:
        return []
    if sentence.lows[figure - 1 : figure] == ("its",):
        return beside_thing(sentence, figure - 1)
    at = grammar.before_auxiliaries(sentence, verb) if verb is not None else 0
    pronoun = at - 1 if verb is not None and at else -1
    if sentence.lows[figure + 1 : figure + 3] == ("of", "it"):
        pronoun = figure + 2
    if pronoun < 0 or sentence.lows[pronoun] not in IT:
        return []
    told = clause_thing(sentence, pronoun) or thing
    return [told] if told else []


def _whole(sentence: Sentence, figure: int) -> list[str]:
    """ "a company of 14 men": what consists of so many."""
    phrase = grammar.phrase_before(sentence, figure - 1) if sentence.lows[figure - 1 : figure] == ("of",) else None
    if phrase is None or sentence.tags[phrase.head] != "N" or sentence.tags[phrase.start - 1 : phrase.start] != "D":
        return []
    lemma = sentence.lemma(phrase.head)
    return [] if grammar.is_light(lemma) else [lemma]


def _code(sentence: Sentence, spans: Iterable[Phrase]) -> list[str]:
    """What stands in backticks in the phrases, and is more than a sign."""
    quoted = (word.strip("`") for span in spans for word in sentence.words[span.start : span.end] if word[0] == "`")
    return [word for word in quoted if any(map(str.isalnum, word))]


def _bounds_noun(sentence: Sentence, figure: int) -> bool:
    """ "orders under $900": a bound that narrows the noun right before it."""
    opening = sentence.lows[figure].partition(" ")[0]
    return opening in {"under", "over", "above", "below"} and sentence.tags[figure - 1 : figure] == "N"


def _headed(sentence: Sentence, figure: int) -> list[Phrase]:
    """The noun before a figure that no verb and no noun of its own governs: "Backups after 30 days", "The pier in
    1931", "Backups: 30 days"."""
    at = figure - 1 if sentence.words[figure - 1 : figure] == (":",) else figure
    while at > 0 and sentence.tags[at - 1] in "PD":
        at -= 1
    phrase = grammar.phrase_before(sentence, at)
    if phrase is None or (phrase.end == 1 and _bids(sentence)):
        return []
    return [grammar.first_of_chain(sentence, phrase)]


def _bids(sentence: Sentence) -> bool:
    """ "Check for 5 bar": a verb that bids, though it could be a noun."""
    form = sentence.verbs[0]
    return form is not None and form.shape == "base" and sentence.lows[1:2] == ("for",)


def _inner(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """What follows the "of" of a phrase, the "in" of "a stake in Nordvik", the name in "revenue at Nordvik", and what
    a stated value is for ("The timeout for uploads is")."""
    if sentence.lows[phrase.end : phrase.end + 1] == ("in",) and sentence.lemma(phrase.head) in word_list(
        "relational nouns"
    ):
        return grammar.phrase_at(sentence, phrase.end + 1)
    if sentence.lows[phrase.end : phrase.end + 1] in {("at",), ("for",), ("by",)}:
        whose = grammar.phrase_at(sentence, phrase.end + 1)
        stated = (
            sentence.lows[phrase.end] == "for" and whose is not None and sentence.tags[whose.end : whose.end + 1] == "X"
        )
        return whose if whose is not None and (stated or sentence.tags[whose.head] == "E") else None
    return grammar.of_phrase(sentence, phrase.end)


def _with_possessor(sentence: Sentence, phrase: Phrase) -> Phrase:
    start = phrase.start
    while start > 0 and sentence.tags[start - 1] == "D" and sentence.lows[start - 1] in PRONOUNS:
        start -= 1
    return Phrase(start, phrase.end, phrase.head)


def _names_within(names: Iterable[Name], span: Phrase) -> list[str]:
    return [name.canonical for name in names if span.start <= name.start < span.end]


def _scene(sentence: Sentence, name: Name) -> bool:
    """A place after "in", "at", "near", "from" is where it happened, not what it is about."""
    at = name.start - 1
    while at >= 0 and sentence.tags[at] in "DA":
        at -= 1
    return at >= 0 and sentence.lows[at] in {"in", "at", "near", "from"} and not name.adjective


def _linked(sentence: Sentence, span: Phrase, antecedents: Sequence[str]) -> list[str]:
    """The name that a pronoun or a description at the head of a phrase stands for."""
    for at in range(max(0, span.start - 1), span.end):
        low = sentence.lows[at]
        if low in DESCRIPTIONS and at and sentence.lows[at - 1] == "the":
            return _latest(antecedents, DESCRIPTIONS[low])
        if low in PRONOUNS and (sentence.tags[at] == "R" or at <= span.start):
            return _latest(antecedents, PRONOUNS[low])
    return []


def _latest(antecedents: Sequence[str], kind: str) -> list[str]:
    for name in antecedents:
        known = name_kind(name)
        if kind == "country" and known != "country":
            continue
        if kind == "city" and known != "city" and is_place(name):
            continue
        if kind == "person" and known not in {"person", ""}:
            continue
        if kind in {"organisation", ""} and known == "person":
            continue
        if kind == "organisation" and is_place(name):
            continue
        return [name]
    return []


def participants(
    sentence: Sentence, names: Sequence[Name], verb: int | None, antecedents: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Names and nouns of a relative clause’s antecedent and of a pronoun subject ("Crimea, which it annexed")."""
    if verb is None:
        return [], []
    at = grammar.before_auxiliaries(sentence, verb)
    linked: list[str] = []
    if at > 0 and sentence.tags[at - 1] == "R" and sentence.lows[at - 1] in PRONOUNS:
        low = sentence.lows[at - 1]
        thing = clause_thing(sentence, at - 1) if low in IT else ""
        linked = [] if thing else _latest(antecedents, PRONOUNS[low])
        at -= 1
    else:
        subject = grammar.phrase_before(sentence, at)
        at = subject.start if subject is not None else at
        while at > 0 and sentence.tags[at - 1] == "D" and sentence.lows[at - 1] not in grammar.RELATIVE:
            at -= 1
    if at == 0 or sentence.lows[at - 1] not in grammar.RELATIVE | {"whom"}:
        return linked, []
    end = at - 1
    while end > 0 and sentence.tags[end - 1] == ",":
        end -= 1
    phrase = grammar.phrase_before(sentence, end)
    if phrase is None:
        return linked, []
    named = _names_within(names, phrase)
    common = [sentence.lemma(phrase.head)] if sentence.tags[phrase.head] == "N" else []
    return [*named, *(name for name in linked if name not in named)], common
