"""Texts that nobody wrote for readers: thirty shapes, each of any size, and ordinary prose to measure them by.

>>> len(SHAPES)
30
>>> SHAPES["commas"](8), len(prose(1000))
('1,1,1,1,', 1000)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count, islice
from random import Random
from types import MappingProxyType

Shape = Callable[[int], str]

_PLACES = ("Lorvik", "Sandvar", "Holmby", "Este", "Karrow", "Tolmin Bay", "Upper Wend", "Marsk")
_THINGS = ("ferry", "pier", "library", "bakery", "reservoir", "school", "bridge", "orchard")
_MONTHS = ("January", "March", "May", "June", "August", "October", "November")
_PLAIN = (
    "The {thing} of {place} was rebuilt after the storm, and people came to see it.",
    "Nobody in {place} could say who had left the gate of the {thing} open that night.",
    "It had rained since the morning; the road to {place} was closed, and the {thing} stood empty.",
    "She told the council that the {thing} needed a new roof before winter.",
)
_FIGURES = (
    "About {a} people visited the {thing} in {place} last year.",
    "The {thing} cost ${b}.{c} million and opened on {day} {month} {year}.",
    "At least {a} tickets were sold, {c} per cent more than in {year}.",
    "The council of {place} voted {a} to {c} for a {thing} that is {b} metres long.",
)


def prose(size: int) -> str:
    """Ordinary prose in paragraphs of four sentences, with a figure or a date in two of five sentences."""
    random = Random(7)
    words, length = [], 0
    for number in count(1):
        template = random.choice(_FIGURES if random.random() < 0.4 else _PLAIN)
        sentence = template.format(
            place=random.choice(_PLACES), thing=random.choice(_THINGS), month=random.choice(_MONTHS),
            a=random.randint(20, 9000), b=random.randint(2, 90), c=random.randint(1, 9),
            day=random.randint(1, 28), year=random.randint(1950, 2023),
        )  # fmt: skip
        words.append(sentence + ("\n\n" if number % 4 == 0 else " "))
        length += len(words[-1])
        if length >= size:
            return "".join(words)[:size]
    raise AssertionError("count() has no end")


def _repeated(piece: str) -> Shape:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def _one_sentence(size: int) -> str:
    return prose(size).replace(".", ",").replace("\n", " ").replace("  ", " ").ljust(size, "x")


def _no_spaces(size: int) -> str:
    return "".join(prose(size * 2).split())[:size]


def _table(size: int) -> str:
    rows = (f"| {number} | {number * 7 % 1000} km | {number % 97}% | 1{number % 10} May 20{number % 90 + 10} |"
            for number in count())  # fmt: skip
    head = "| year | length | share | day |\n|---|---|---|---|\n"
    return (head + "\n".join(islice(rows, size // 24 + 1)))[:size]


def _nested_quotes(size: int) -> str:
    depth = min(10_000, size // 4)
    inside = prose(size)[: size - 2 * depth]
    return "“" * depth + inside + "”" * depth


def _nested_brackets(size: int) -> str:
    return "(" * (size // 2) + ")" * (size - size // 2)


def _minified_html(size: int) -> str:
    cells = (f'<div class="c{number}"><span>{number}</span><a href="/p/{number}">{number * 3}%</a></div>'
             for number in count())  # fmt: skip
    return ("<!doctype html><html><body>" + "".join(islice(cells, size // 60 + 1)))[:size]


def _deep_html(size: int) -> str:
    return ("<div>" * (size // 12) + "5 km" + "</div>" * (size // 12)).ljust(size)[:size]


def _deep_lists(size: int) -> str:
    """Items each one level further in, up to a hundred, and again."""
    return ("".join(f"{' ' * (number % 100 * 2)}- {number} km\n" for number in range(size // 60)) * 2)[:size]


def _long_digits(size: int) -> str:
    return ("9876543210" * (size // 10 + 1))[:size]


SHAPES: Mapping[str, Shape] = MappingProxyType(
    {
        "digits": _long_digits,
        "digits and spaces": _repeated("7 "),
        "commas": _repeated("1,"),
        "points": _repeated("1."),
        "brackets": _repeated("("),
        "nested brackets": _nested_brackets,
        "square brackets": _repeated("["),
        "number words": _repeated("one hundred and "),
        "million words": _repeated("million "),
        "fractions": _repeated("three quarters of a "),
        "dashes": _repeated("-"),
        "ranges": _repeated("1-2–3 to "),
        "dates": _repeated("1/2/3/4-"),
        "months": _repeated("May 1 May "),
        "days of the week": _repeated("Monday next "),
        "relative times": _repeated("two days before "),
        "clocks": _repeated("10:10:"),
        "money": _repeated("$1 US$"),
        "units": _repeated("5 km per hour per "),
        "hedges": _repeated("at least about "),
        "one sentence": _one_sentence,
        "no spaces": _no_spaces,
        "combining marks": _repeated("e\u0301\u0300\u0327"),
        "capitals": _repeated("Lorvik And "),
        "line ends": _repeated("5\n"),
        "table": _table,
        "nested quotes": _nested_quotes,
        "minified html": _minified_html,
        "deep html": _deep_html,
        "deep lists": _deep_lists,
    }
)
"""Name and maker of each; a maker gives a text of at most ``size`` characters."""
