"""Small rules of grammar over the tags of a sentence: noun phrases, heads, clauses, the governing verb."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from factcheck.lexicon.verbs import verb_kind
from factcheck.lexicon.wordlists import word_list
from factcheck.reading.frame.tokens import Sentence

# A noun phrase without its determiner; adverbs only before an adjective. Adjectives may close it ("people dead").
PHRASE = re.compile(r"(?:B(?=[A]))?(?:[ANE'`K#]|B(?=A))*[ANE`K]")
NOUNS = "NE`"
MAIN_VERB = re.compile("[XMGBFP,D]{0,6}V")
# What parts two clauses: subordinators, strong stops, brackets, and a comma or conjunction that joins them, for a verb
# follows soon, with its own subject or none.
BORDER = re.compile(r"[;S()]|(?=(?:C|,C?)[DREANB'X]{0,5}[VXM])[C,]")
RELATIVE = frozenset({"that", "which", "who"})
# Words a clause reaches to either side of a word at most: longer ones are lists.
WIDEST = 50
# What may stand before the comma of "In 2014, …": no verb, no second clause.
ADJUNCT = re.compile(r"[^VXMS;()]{1,12}")
ADJUNCT_BEFORE = re.compile(r"(?:^|;)([^VXMS;()]{1,12})$")


def is_light(lemma: str) -> bool:
    """Whether a noun stands for what follows its "of" ("the number of deaths")."""
    return lemma in word_list("light nouns")


class Phrase(NamedTuple):
    """Words ``start`` to ``end`` (half-open) of a noun phrase, with its head."""

    start: int
    end: int
    head: int


def phrase_at(sentence: Sentence, start: int) -> Phrase | None:
    """The noun phrase that begins at a word (a determiner is skipped), None if none does."""
    tags = sentence.tags
    while start < len(tags) and tags[start] == "D":
        start += 1
    found = PHRASE.match(tags, start)
    if found is None:
        return None
    return _phrase(tags, start, found.end())


def phrase_before(sentence: Sentence, end: int) -> Phrase | None:
    """The noun phrase that ends just before word ``end``."""
    tags = sentence.tags
    start = end
    while start > 0 and tags[start - 1] in "ANEB'`K#":
        start -= 1
    while start < end and tags[start] in "B'":
        start += 1
    return _phrase(tags, start, end) if start < end else None


def _phrase(tags: str, start: int, end: int) -> Phrase | None:
    head = end - 1
    while head >= start and tags[head] not in NOUNS:
        head -= 1
    return Phrase(start, end, head) if head >= start else None


def lemmas(sentence: Sentence, phrase: Phrase) -> tuple[str, ...]:
    """The content lemmas of a phrase up to its head."""
    return tuple(sentence.lemma(at) for at in range(phrase.start, phrase.head + 1) if sentence.tags[at] in "ANE`")


def with_tail(sentence: Sentence, phrase: Phrase) -> tuple[str, ...]:
    """The lemmas of a phrase with the two words after it, for names such as "earnings per share", "end of life"."""
    tail = sentence.lows[phrase.end : phrase.end + 1] + tuple(
        sentence.lemma(at) for at in range(phrase.end + 1, min(phrase.end + 2, len(sentence.lows)))
    )
    return (*lemmas(sentence, phrase), *tail)


def of_phrase(sentence: Sentence, end: int) -> Phrase | None:
    """The noun phrase after an "of" at word ``end``."""
    if end < len(sentence.lows) and sentence.lows[end] == "of":
        return phrase_at(sentence, end + 1)
    return None


def first_of_chain(sentence: Sentence, phrase: Phrase) -> Phrase:
    """The phrase that a chain of "of" began with: "the price of the watch" for "the watch"."""
    while phrase.start > 1:
        at = phrase.start - 1
        while at > 0 and sentence.tags[at] == "D":
            at -= 1
        if sentence.lows[at] not in {"of", "for", "in", "on", "at", "to", "by", "from", "with", "per"} or at == 0:
            return phrase
        before = phrase_before(sentence, at)
        if before is None:
            return phrase
        phrase = before
    return phrase


def clause(sentence: Sentence, at: int) -> tuple[int, int]:
    """Words ``start`` to ``end`` of the clause around a word: between subordinators, strong stops and brackets.

    An opening without a verb ("In 2014, …") belongs to the clause after it.
    """
    return _clause(sentence.tags, at)


@lru_cache(maxsize=4096)
def _clause(tags: str, at: int) -> tuple[int, int]:
    borders = _borders(tags)
    left, right = bisect_left(borders, at), bisect_right(borders, at)
    start = max(0, at - WIDEST, borders[left - 1] + 1 if left else 0)
    end = max(at + 1, min(len(tags), at + WIDEST, borders[right] if right < len(borders) else len(tags)))
    if start > 1 and tags[start - 1] == ",":
        opening = ADJUNCT_BEFORE.search(tags[max(0, start - 14) : start - 1])
        if opening is not None and (opening.start() or start <= 14):
            return start - 1 - len(opening.group(1)), end
    if (
        end < len(tags)
        and tags[end] == ","
        and ADJUNCT.fullmatch(tags, start, end)
        and (start == 0 or tags[start - 1] == ";")
    ):
        return start, _clause(tags, end + 1)[1] if end + 1 < len(tags) else end
    return start, end


@lru_cache(maxsize=1024)
def _borders(tags: str) -> tuple[int, ...]:
    """The words that part two clauses, in order."""
    return tuple([match.start() for match in BORDER.finditer(tags)])


def governor(sentence: Sentence, at: int, *, told: bool = True) -> int | None:
    """The word number of the verb that governs a word: leftwards in its clause, else rightwards, else left of it.

    An auxiliary governs where nothing else does ("The price is $5"). ``told``: a verb of saying leaves a figure after
    it to the verb of what is said ("Officials said 12 houses burned"); a date after it is its own ("said on Friday").
    """
    start, end = clause(sentence, at)
    left = _last_verb(sentence, start, at)
    if left is not None and sentence.tags[left] == "X":
        left = _main_verb(sentence, left)
    if left is not None and not (told and speaks(sentence, left)):
        return left
    right = _first_verb(sentence, at + 1, end)
    if right is not None or left is not None:
        return right if right is not None else left
    return _last_verb(sentence, max(0, start - 12), start)


def _main_verb(sentence: Sentence, auxiliary: int) -> int:
    """The verb an auxiliary belongs to: "has recently shifted", "was in 2014 annexed"; itself where it stands alone."""
    found = MAIN_VERB.match(sentence.tags, auxiliary + 1)
    return found.end() - 1 if found else auxiliary


def speaks(sentence: Sentence, verb: int | None) -> bool:
    """Whether a verb only reports what another one says ("Officials said 12 houses burned", "they found that …")."""
    if verb is None:
        return False
    lemma = verb_lemma(sentence, verb)
    found_out = lemma in word_list("verbs of finding out") and sentence.lows[verb + 1 : verb + 2] == ("that",)
    return found_out or verb_kind(lemma) == "speech"


def _last_verb(sentence: Sentence, start: int, end: int) -> int | None:
    auxiliary = None
    for at in range(end - 1, start - 1, -1):
        tag = sentence.tags[at]
        if tag == "V":
            return at
        if tag == "X" and auxiliary is None:
            if at > start and sentence.lows[at - 1] in RELATIVE:
                return at  # "a pier that is 180 m long"
            auxiliary = at
    return auxiliary


def _first_verb(sentence: Sentence, start: int, end: int) -> int | None:
    auxiliary = None
    for at in range(start, end):
        tag = sentence.tags[at]
        if tag == "V":
            return at
        if tag == "X" and auxiliary is None:
            auxiliary = at
    return auxiliary


def verb_lemma(sentence: Sentence, at: int | None) -> str:
    """The lemma of a verb or auxiliary at a word, "" for None."""
    if at is None:
        return ""
    form = sentence.verbs[at]
    return form.lemma if form is not None else sentence.lows[at]


def subject_of(sentence: Sentence, verb: int) -> Phrase | None:
    """The noun phrase before a verb (auxiliaries, adverbs, negation and modals skipped), at the head of its chain."""
    at = before_auxiliaries(sentence, verb)
    if at > 1 and sentence.lows[at - 1] == "to" and sentence.tags[at - 2] == "X":
        at = before_auxiliaries(sentence, at - 1)  # "is to be opened"
    phrase = phrase_before(sentence, at)
    if phrase is not None:
        return first_of_chain(sentence, phrase)
    if at > 1 and sentence.lows[at - 1] == "to" and sentence.tags[at - 2] in "NEV":
        return _of_infinitive(sentence, at - 1)
    if at > 1 and sentence.tags[at - 1] == "C":
        return _shared_subject(sentence, at - 1)
    if at < 2 or sentence.tags[at - 2 : at] != "P#":
        return None
    chained = first_of_chain(sentence, Phrase(at - 1, at, at - 1))  # "the end of life for 1.21 is"
    return chained if sentence.tags[chained.head] != "#" else None


def before_auxiliaries(sentence: Sentence, verb: int) -> int:
    """The word where the auxiliaries, adverbs and negation of a verb begin."""
    while verb > 0 and sentence.tags[verb - 1] in "XMGB":
        verb -= 1
    return verb


def _shared_subject(sentence: Sentence, joint: int) -> Phrase | None:
    """The subject of a second verb behind "and": that of the first ("The quay was built of oak and has stood")."""
    verb = _last_verb(sentence, max(0, joint - WIDEST), joint)
    return None if verb is None else subject_of(sentence, verb)


def _of_infinitive(sentence: Sentence, to: int) -> Phrase | None:
    """The subject of a verb behind "to": that of the verb before it ("The town decided to spend"), else the noun before
    it ("Town to spend")."""
    if sentence.tags[to - 1] == "V":
        return subject_of(sentence, to - 1)
    phrase = phrase_before(sentence, to)
    if phrase is None or (phrase.start and sentence.tags[phrase.start - 1] == "P"):
        return None  # "In order to", "with room to"
    return first_of_chain(sentence, phrase)


def passive(sentence: Sentence, verb: int) -> bool:
    """Whether a past form stands after a form of "be"."""
    form = sentence.verbs[verb]
    if form is None or form.shape != "past":
        return False
    at = verb - 1
    while at >= 0 and sentence.tags[at] in "BG":
        at -= 1
    return at >= 0 and sentence.tags[at] == "X" and verb_lemma(sentence, at) == "be"


def states_value(lemma: str) -> bool:
    """Whether a verb says of its subject what its figure measures ("is", "rose to", "reached", "averages")."""
    return lemma in {"be", "have", "become", "default", "limit", "set", "cap", "restrict"} or verb_kind(lemma) in {
        "change",
        "state",
    }
