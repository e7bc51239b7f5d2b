"""Invented names and words: places, people, companies, and a long tail of nouns that no dictionary holds.

>>> place(3), person(3), thing(3) == thing(3)
('Murmere', 'Kaspar Klaumström', True)
"""

from __future__ import annotations

import math

_ONSETS = (
    "b", "br", "d", "dr", "f", "fl", "g", "gr", "h", "k", "kl",
    "l", "m", "n", "p", "r", "s", "sk", "st", "t", "tr", "v",
)  # fmt: skip
_VOWELS = ("a", "e", "i", "o", "u", "ei", "au", "oa")
_CODAS = ("l", "m", "n", "r", "s", "nd", "rk", "lt", "rn", "sk", "")
_PLACE_ENDINGS = ("vik", "dal", "heim", "mere", "ford", "holm", "stad", "haven", "borg", "wick", "sund", "moor")
_FAMILY_ENDINGS = ("lund", "gren", "mark", "ström", "sen", "ova", "ides", "eira", "wood", "ard", "etti", "uk")
_GIVEN = (
    "Astrid", "Milan", "Oona", "Tove", "Radek", "Ilse", "Jorun", "Petra", "Anselm", "Dagny", "Ruben", "Signe", "Tarik",
    "Vera", "Emil", "Noor", "Sanna", "Bela", "Greta", "Hamid", "Ines", "Kaspar", "Lotte", "Marek", "Nadia", "Olaf",
    "Pilar", "Quirin", "Rosa", "Sverre", "Thea", "Ulrik", "Wanda", "Yusuf", "Zora", "Alma", "Bruno", "Clara", "Dario",
)  # fmt: skip
_SYLLABLES = len(_ONSETS) * len(_VOWELS) * len(_CODAS)
# Steps coprime to the number of syllables, so that neighbouring numbers give unlike words.
_STEP = 1013


def _syllable(number: int) -> str:
    number, coda = divmod(number, len(_CODAS))
    onset, vowel = divmod(number, len(_VOWELS))
    return _ONSETS[onset] + _VOWELS[vowel] + _CODAS[coda]


def _stem(number: int) -> str:
    """A different pronounceable stem for every number, of as few syllables as that takes; in longer ones, neighbouring
    numbers differ in every syllable, as names of one region do."""
    count, size = 1, _SYLLABLES
    while number >= size:
        number, count, size = number - size, count + 1, size * _SYLLABLES
    mixed = number * (_STEP if count == 1 else _far(size)) % size
    return "".join(_syllable(mixed // _SYLLABLES**place % _SYLLABLES) for place in range(count))


def _far(size: int) -> int:
    """A step of about the golden section of the size, coprime to the number of syllables."""
    step = int(size * 0.6180339887)
    return next(each for each in range(step, step + 100) if math.gcd(each, _SYLLABLES) == 1)


def place(number: int) -> str:
    return _stem(number).capitalize() + _PLACE_ENDINGS[number * 5 % len(_PLACE_ENDINGS)]


def person(number: int) -> str:
    return f"{_GIVEN[number * 7 % len(_GIVEN)]} {family_name(number)}"


def family_name(number: int) -> str:
    return _stem(number + 900).capitalize() + _FAMILY_ENDINGS[number * 5 % len(_FAMILY_ENDINGS)]


def thing(number: int) -> str:
    """The name of a ship, mill, mine or bridge: two words, a different pair for every number."""
    second, first = divmod(number, len(_GIVEN))
    return f"{_GIVEN[(first + second) % len(_GIVEN)]} {_stem(second + first * 31).capitalize()}{_VOWELS[first % 4]}"


def word(number: int) -> str:
    """A noun of the long tail, such as every region's own press is full of."""
    return _stem(number * 3 + 5) + ("er", "ing", "ment", "ry", "age", "an", "el")[number % 7]
