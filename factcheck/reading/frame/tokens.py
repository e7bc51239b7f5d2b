"""A sentence as words, each mention one word, with a letter for the kind of each.

>>> from factcheck.model import Span
>>> sentence = tokenise("Russia controls about 18% of it.", Span(0, 32), [(Span(16, 25), 0)])
>>> sentence.words
('Russia', 'controls', 'about 18%', 'of', 'it', '.')
>>> sentence.tags
'EVFPR;'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from factcheck.lexicon.aliases import canonical_name
from factcheck.lexicon.lemmas import MOST_WORDS, in_dictionary, noun_lemma
from factcheck.lexicon.stopwords import word_kind
from factcheck.lexicon.verbs import VerbForm, verb_form, verb_kind
from factcheck.lexicon.wordlists import word_list
from factcheck.model import Span

# A plain word, as most are, before all else; code in backticks, dotted acronyms, the possessive, words (hyphens, dots,
# apostrophes inside), any other sign.
TOKEN = re.compile(
    r"[a-z]++(?![\w.&/'’-])|`[^`\n]{1,200}`|(?:Inc|Corp|Ltd|Co|Mr|Mrs|Ms|Dr|St|Jr|Sr|Gen|Col|Sen|Rep|Gov|Prof|Lt|Capt|vs|approx|est)\.(?!\w)|(?:[A-Za-z]\.){2,}(?:-\w+)*|['’][sS](?!\w)|\w+(?:(?:[-.&/]|['’](?![sS](?!\w)))\w+)*|[^\w\s]"
)

# One letter a word: D determiner, P preposition, X auxiliary, M modal, C conjunction, S subordinator, R pronoun,
# G negation, B adverb, A adjective, V verb, N noun or unknown, E name, F a mention, # another figure, ' possessive,
# , comma, ; strong stop, ( ) brackets, " quotation mark, ` code, K month or weekday.
KINDS = {
    "determiner": "D",
    "preposition": "P",
    "auxiliary": "X",
    "modal": "M",
    "conjunction": "C",
    "subordinator": "S",
    "pronoun": "R",
    "negation": "G",
    "adverb": "B",
    "adjective": "A",
    "calendar": "K",
}
SIGNS = {",": ",", "(": "(", ")": ")", "[": "(", "]": ")", '"': '"', "“": '"', "”": '"', "'": '"', "‘": '"', "’": '"'}
HYPHENS = frozenset("-–")
NO_WORDS = HYPHENS | {"`"}  # signs that, alone or between two words, are no words
STOPS = frozenset(";:.!?—–-…|")


# A modal in lower case, a month with a capital inside a sentence.
CALENDAR_MODALS = frozenset({"May"})


PREFIXES = frozenset({"co", "re", "pre", "over", "under", "out", "self", "mis"})


class Word(NamedTuple):
    """What is known of a written word without its neighbours."""

    low: str
    tag: str
    verb: VerbForm | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """Parallel columns over the words of one sentence; ``figures`` maps mention numbers to word numbers."""

    span: Span
    words: tuple[str, ...]
    lows: tuple[str, ...]
    tags: str
    starts: tuple[int, ...]
    verbs: tuple[VerbForm | None, ...]
    figures: tuple[tuple[int, int], ...]

    def lemma(self, at: int) -> str:
        """The lemma of a word in its place: of a verb where it is one."""
        form = self.verbs[at]
        return form.lemma if form is not None and self.tags[at] == "V" else noun_lemma(self.words[at])


def tokenise(
    text: str,
    span: Span,
    mentions: Sequence[tuple[Span, int]],
    capitals: frozenset[str] = frozenset(),
    omitted: Sequence[Span] = (),
) -> Sentence:
    """The words of ``text[span]``; each of ``mentions`` (spans in order, with their numbers) is one word.

    ``capitals`` are words that the document writes with a capital inside sentences: names at the start of one too.
    ``omitted`` spans (markup, addresses) hold no words.
    """
    found: list[tuple[int, str]] = []
    figures: list[tuple[int, int]] = []
    at = span.start
    for place, number in mentions:
        found.extend(_words(text, at, place.start, omitted))
        figures.append((number, len(found)))
        found.append((place.start, text[place.start : place.end]))
        at = place.end
    found.extend(_words(text, at, max(at, span.end), omitted))
    starts, words = zip(*found, strict=True) if found else ((), ())
    places = {at for _, at in figures}
    known = [Word(word.lower(), "F", None) if at in places else look_up(word) for at, word in enumerate(words)]
    lows, by_itself, verbs = zip(*known, strict=True) if known else ((), (), ())
    tags = list(by_itself)
    resolve(words, known, tags, capitals)
    return Sentence(span, words, lows, "".join(tags), starts, verbs, tuple(figures))


def _words(text: str, start: int, end: int, omitted: Sequence[Span]) -> list[tuple[int, str]]:
    """(offset, word) of each word; a hyphen that joins two words or a figure and its unit is none, nor is a backtick
    beside a figure."""
    found: list[tuple[int, str]] = []
    for gap in omitted:
        if start < gap.end and gap.start < end:
            found.extend(_words(text, start, gap.start, ()))
            start = gap.end
    found += [(match.start(), match[0]) for match in TOKEN.finditer(text, start, end)]
    if NO_WORDS.isdisjoint(text[start:end]):
        return found
    return [(at, word) for at, word in found if word != "`" and (word not in HYPHENS or not _joins(text, at))]


def _joins(text: str, at: int) -> bool:
    return text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()


@lru_cache(maxsize=MOST_WORDS)
def look_up(word: str) -> Word:
    """Tag of a word by itself; V? is settled by ``resolve``."""
    low = word.lower().replace("’", "'")
    if word in SIGNS:
        return Word(word, SIGNS[word], None)
    if word[0] == "`":
        return Word(low, "`", None)
    if low == "'s":
        return Word(low, "'", None)
    if word[0].isupper() and canonical_name(word) is not None:
        return Word(low, "E", None)
    if not word[0].isalnum():
        return Word(word, ";" if word in STOPS else "#" if word == "#" else ";" if word in "*/\\" else "P", None)
    if word[0].isdigit():
        return Word(low, "#", None)
    kind = "calendar" if word in CALENDAR_MODALS else word_kind(low)
    if kind in KINDS and not (kind == "calendar" and word.islower() and low not in {"spring", "summer", "autumn"}):
        return Word(low, KINDS[kind], verb_form(low) if kind in {"auxiliary", "adjective"} else None)
    if low.endswith("n't"):
        return Word(low, "G", None)
    if word[0].isupper():
        return Word(low, "E", verb_form(low))
    return Word(low, "B" if low.endswith("ly") and len(low) > 4 else "N", verb_form(low) or _unknown_verb(low))


def _unknown_verb(low: str) -> VerbForm | None:
    """A word in -ed or -ing that the lexicon does not list can still be a verb; "co-written" is one as "written" is."""
    prefix, hyphen, rest = low.partition("-")
    part = verb_form(rest) if hyphen and prefix in PREFIXES else None
    if part is not None:
        return VerbForm(f"{prefix}-{part.lemma}", part.shape)
    if len(low) > 4 and low.endswith("ed") and not low.endswith("eed"):
        return VerbForm(noun_lemma(low), "past")
    if len(low) > 5 and low.endswith("ing"):
        return VerbForm(noun_lemma(low), "ing")
    return None


def resolve(words: Sequence[str], known: Sequence[Word], tags: list[str], capitals: frozenset[str]) -> None:
    """Settle from the neighbours, left to right, which open words are verbs and which capitals are names."""
    if not words:
        return
    for at, tag in enumerate(tags):
        if tag != "E":
            continue
        begins = (
            at == 0
            or tags[at - 1] == ";"
            or (at == 1 and tags[0] == "(")
            or (tags[at - 1] == '"' and (at == 1 or tags[at - 2] in ";,"))
        )
        if begins and not (words[at] in capitals or _starts_with_name(at, words, known, tags)):
            tags[at] = look_up(words[at].lower()).tag if words[at][1:].islower() else tag
    raised = tags.count("E")
    shouted = raised > 3 and raised >= 0.75 * sum(map(tags.count, "ENAVB"))
    for at, tag in enumerate(tags):
        if shouted and tag == "E" and words[at] not in capitals and _ordinary(words[at]):
            tags[at] = tag = look_up(words[at].lower()).tag
        if tag not in "NA":
            continue
        form = known[at].verb
        if form is not None and (tag == "N" or form.shape == "past"):
            tags[at] = _settled(at, form, known, tags, tag)


def _starts_with_name(at: int, words: Sequence[str], known: Sequence[Word], tags: Sequence[str]) -> bool:
    """Whether a capital at the start of a sentence (or after a colon) is a name's and not the sentence's."""
    if canonical_name(words[at]) is not None or not words[at][1:].islower():
        return True
    following = tags[at + 1] if at + 1 < len(tags) else ";"
    return following in "E'" or not in_dictionary(known[at].low)


def _ordinary(word: str) -> bool:
    """Whether a word in the capitals of a headline is no name as far as is known."""
    return canonical_name(word) is None and word[1:].islower() and in_dictionary(word.lower())


def _settled(at: int, form: VerbForm, known: Sequence[Word], tags: Sequence[str], tag: str) -> str:
    before, after = _before(at, tags), tags[at + 1] if at + 1 < len(tags) else ";"
    if before == "F" and at > 1 and tags[at - 2] == "X" and after not in "NEA":
        before = "X"
    if form.shape == "past":
        return (
            "A"
            if ((before in "DAF#'" or _in_dated_phrase(at, known, tags)) and after in "NEA")
            or (tag == "A" and before not in "XE" and after not in "FD#")
            else "V"
        )
    if form.shape == "ing":
        follows = after in "FDRE#" and before not in "DA'"
        if at == 0 and after == "N":
            return "A"
        return "V" if before == "X" or follows or (before in ",NS" and after in "NAP" and before != "N") else "N"
    if form.shape == "s" and at and tags[at - 1] == "G" and known[at - 1].low in ("never", "not"):
        return "V"
    if form.shape == "base":
        return "V" if _is_base_verb(at, before, after, known, tags) else "N"
    if before == "#" and after in "FDR":
        return "V"
    if before in "DA#'F":
        return "N"
    if at == 0 and after in "DR":
        return "V"
    if _counted(at, known, tags):
        return "N"
    noun_too = form.lemma in word_list("nouns too")
    if before in 'ENRSK)`"' and (after in "DFRBA#`" or (after in "E,;S" and before in "ER" and not noun_too)):
        return "V"
    if before in "EN" and after == "P":
        moves = verb_kind(form.lemma) in {"change", "state", "light"} and tags[at + 2 : at + 3] == ["F"]
        moves = moves or _infinitive(at + 1, known)
        return "V" if moves or not noun_too else "N"
    if before in "EN" and after in "NE" and not noun_too:
        return "V"
    return "V" if before == "R" else "N"


def _in_dated_phrase(at: int, known: Sequence[Word], tags: Sequence[str]) -> bool:
    """Whether only nouns stand between "a" with a year and a participle: it describes, as they do ("a 2016 adult
    hand-drawn comedy")."""
    before = at - 1
    while before > 1 and tags[before] in "AN":
        before -= 1
    return 0 < before < at - 1 and tags[before] == "F" and known[before - 1].low in ("a", "an")


def _counted(at: int, known: Sequence[Word], tags: Sequence[str]) -> bool:
    """Whether only words in the singular stand between a figure and a word in -s: it is what is counted ("25 custom
    attributes to"), and no verb. An age counts nothing ("a 9-year-old mare wins")."""
    before = at - 1
    while before > 0 and tags[before] in "AN":
        before -= 1
    between = known[before + 1 : at]
    counts = tags[before] == "F" and not known[before].low.endswith("old")
    return counts and bool(between) and all(not word.low.endswith("s") for word in between)


def _infinitive(at: int, known: Sequence[Word]) -> bool:
    """Whether "to" and a base form stand at a word ("plans to open")."""
    if at + 1 >= len(known) or known[at].low != "to":
        return False
    form = known[at + 1].verb
    return form is not None and form.shape == "base"


def _before(at: int, tags: Sequence[str]) -> str:
    """The tag before a word, adverbs and negation skipped."""
    at -= 1
    while at >= 0 and tags[at] in "BG":
        at -= 1
    return tags[at] if at >= 0 else ";"


def _is_base_verb(at: int, before: str, after: str, known: Sequence[Word], tags: Sequence[str]) -> bool:
    last = at - 1
    while last > 0 and tags[last] in "BG":
        last -= 1
    previous = known[last].low if at else ""
    if before in "MR" or previous == "to" or (at and tags[at - 1] == "G"):
        return True
    if at == 0:
        return after in "DRA`F" or (after in "NE" and known[at].low not in word_list("nouns too"))
    if before in "NES" and (previous.endswith("s") or before == "S"):
        verb_only = known[at].low not in word_list("nouns too")
        return after in "DFBAR#" or (after in "PNE" and verb_only) or _infinitive(at + 1, known)
    return before == "C" and after in "DF"
