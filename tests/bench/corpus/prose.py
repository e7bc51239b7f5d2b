"""Filler with the word statistics of prose: few words are frequent, most are rare, and new ones keep coming.

>>> line = Prose(seed=1).sentence(Random(2))
>>> line[0].isupper() or line[0] == '"'
True
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from ruamel.yaml import YAML

from tests.bench.corpus import names
from tests.bench.corpus.values import Shape, render

_FOLDER = Path(__file__).parent
# The long tail of nouns starts after the dictionary's; how many types there are in all, and bodies to remark on.
_TAIL = 60_000
_PLACES = 20_000
_PEOPLE = 200_000
_BODIES = 9_000
# One noun in eight is a word of the long tail.
_TAIL_SHARE = 0.125


@cache
def load(name: str) -> Any:
    """The data file of that name beside this module."""
    return YAML(typ="safe").load((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


def zipf(random: Random, size: int) -> int:
    """A rank below ``size``, its probability falling as 1/rank: what Zipf found for words, and names do as well."""
    return int((size + 1) ** random.random()) - 1


class Prose:
    """Sentences that belong to no story. A remark's value depends on the seed and the body it is about alone, so
    that two articles never contradict each other by accident."""

    def __init__(self, seed: int) -> None:
        data = load("prose")
        self._seed = seed
        kinds = ("nouns", "verbs", "adjectives", "adverbs")
        self._words: dict[str, tuple[str, ...]] = {kind: tuple(data[kind].split()) for kind in kinds}
        self._sentences: Sequence[str] = data["sentences"]
        self._remarks: Sequence[dict[str, Any]] = data["remarks"]
        self._nouns = self._words["nouns"]
        self._structural: Sequence[str] = data["structural"]

    def sentence(self, random: Random) -> str:
        text = random.choice(self._sentences).format(**self._slots(random))
        return _articled(text[0].upper() + text[1:])

    def remark(self, random: Random) -> str:
        """A sentence with a figure that is always the same for the body it names."""
        remark = random.choice(self._remarks)
        number = zipf(random, _BODIES)
        shape = Shape(remark["shape"], remark["low"], remark["high"], remark.get("noun", ""))
        fixed = Random(f"{self._seed} remark {remark['text']} {number}")
        value = render(shape, shape.draw(fixed), "plain", fixed)
        slots = {**self._slots(random), "place": names.place(number), "body": _body(remark["body"], number)}
        slots["value"] = value
        return _articled(str(remark["text"]).format(**slots))

    def structural(self, random: Random) -> str:
        first = random.randint(2, 9)
        phone = {"c": random.randint(20, 99), "d": random.randint(100_000, 999_999)}
        slots = {"a": first, "b": first + random.randint(1, 30), "place": self.place(random), **phone}
        line: str = random.choice(self._structural).format(**slots)
        return line

    def place(self, random: Random) -> str:
        return names.place(zipf(random, _PLACES))

    def _slots(self, random: Random) -> dict[str, str]:
        words = self._words
        return {
            "noun": self._noun(random), "other": self._noun(random), "third": self._noun(random),
            "verb": words["verbs"][zipf(random, len(words["verbs"]))],
            "adjective": words["adjectives"][zipf(random, len(words["adjectives"]))],
            "adverb": words["adverbs"][zipf(random, len(words["adverbs"]))],
            "place": self.place(random), "person": names.person(zipf(random, _PEOPLE)),
        }  # fmt: skip

    def _noun(self, random: Random) -> str:
        if random.random() < _TAIL_SHARE:
            return names.word(zipf(random, _TAIL))
        return self._nouns[zipf(random, len(self._nouns))]


def _body(kind: str, number: int) -> str:
    """The name of a body: no two kinds share one."""
    if kind == "company":
        return f"{names.family_name(number)} & {names.family_name(number + 3)}"
    kinds = ("town", "lake", "river")
    if kind in kinds:
        return names.place(2 * _PLACES + number * len(kinds) + kinds.index(kind))
    return names.family_name(_PEOPLE + number)


def _articled(text: str) -> str:
    """
    >>> _articled("It was a old house.")
    'It was an old house.'
    """
    return re.sub(r"\b([Aa]) (?=[aeio])", r"\1n ", text)
