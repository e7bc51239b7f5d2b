"""Verbs: their forms, and the classes that say the same thing of a figure or a date.

>>> verb_form("rose")
VerbForm(lemma='rise', shape='past')
>>> verb_class("occupy"), act_of_noun("annexation")
('control', 'annex')
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from factcheck.lexicon.load import entries

Shape = Literal["base", "s", "past", "ing"]
VerbKind = Literal["change", "state", "act", "light", "speech", "plain"]


class VerbForm(NamedTuple):
    """What an inflected word can be as a verb."""

    lemma: str
    shape: Shape


def verb_form(word: str) -> VerbForm | None:
    """The verb a lower-case word can be a form of, None if the lexicon knows none."""
    return _forms().get(word)


@cache
def verb_class(lemma: str) -> str:
    """The class of a verb lemma, the lemma itself where it stands alone."""
    return _classes().get(lemma, (lemma, "plain"))[0] or lemma


@cache
def verb_kind(lemma: str) -> str:
    """How the verb treats its figure: one of ``VerbKind``."""
    return _classes().get(lemma, ("", "plain"))[1]


def act_of_noun(noun: str) -> str:
    """The verb class that a noun lemma (or "end of life") names the act of, "" if none.

    >>> act_of_noun("table")
    ''
    """
    return _acts().get(noun, "")


@cache
def lends(lemma: str) -> bool:
    """Whether a verb may only lend itself to the noun of an act ("the election was held"), whatever else it means."""
    return any(lemma in entry["verbs"] for entry in entries("en/verbs.yaml") if entry["kind"] == "light")


@cache
def _classes() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for entry in entries("en/verbs.yaml"):
        for verb in entry.get("verbs", ()):
            found.setdefault(verb, (entry["class"], entry["kind"]))
    return found


def act_of_phrase(lemma: str, *following: str) -> str:
    """The class of an act told by a verb with the words behind it, "" if it tells none.

    >>> act_of_phrase("grow", "out", "of"), act_of_phrase("grow", "by", "half")
    ('arise', '')
    """
    return _phrases().get(" ".join((lemma, *following)), "")


@cache
def _phrases() -> dict[str, str]:
    return {phrase: entry["class"] for entry in entries("en/verbs.yaml") for phrase in entry.get("phrases", ())}


@cache
def _acts() -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in entries("en/verbs.yaml"):
        for noun in entry.get("nouns", ()):
            found.setdefault(noun, entry["class"])
    return found


@cache
def _forms() -> dict[str, VerbForm]:
    irregular = {
        verb: tuple(forms)
        for entry in entries("en/verbs.yaml")
        if entry["kind"] == "forms"
        for verb, forms in entry["forms"].items()
    }
    found: dict[str, VerbForm] = {}
    for verb in dict.fromkeys([*irregular, *_classes()]):
        for form in irregular.get(verb, ()):
            found.setdefault(form, VerbForm(verb, "ing" if form.endswith("ing") else "past"))
        for form, shape in _regular(verb, irregular=verb in irregular):
            found.setdefault(form, VerbForm(verb, shape))
    return found


def _regular(verb: str, *, irregular: bool) -> Iterator[tuple[str, Shape]]:
    """Regular forms; the past of an irregular verb is left to its list.

    >>> [form for form, _ in _regular("stop", irregular=False)]
    ['stop', 'stops', 'stopped', 'stopping']
    """
    yield verb, "base"
    yield _with_s(verb), "s"
    stem = _doubled(verb)
    if not irregular:
        yield (f"{verb}d" if verb.endswith("e") else f"{stem[:-1]}ied" if _ends_in_y(verb) else f"{stem}ed"), "past"
    yield (f"{verb[:-1]}ing" if verb.endswith("e") and not verb.endswith("ee") else f"{stem}ing"), "ing"


def _with_s(verb: str) -> str:
    if _ends_in_y(verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "go", "do")) else f"{verb}s"


def _ends_in_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2:-1] not in set("aeiou")


def _doubled(verb: str) -> str:
    """The stem before -ed and -ing: a short vowel doubles the last consonant of a verb of one syllable."""
    short = len(verb) >= 3 and verb[-1] in "bdgmnprt" and verb[-2] in "aeiou" and verb[-3] not in "aeiou"
    return verb + verb[-1] if short and sum(letter in "aeiou" for letter in verb) == 1 else verb
