"""Find figures in a region: digits with their grouping, sign and magnitude, numbers in words, vague numbers, multiples.

>>> source = Source("It sold 2.5 million boats", "it sold 2.5 million boats", 0, 25)
>>> [(figure.value, figure.step) for figure in figures(source, ())]
[(2500000.0, 5)]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from factcheck.lexicon.load import entries
from factcheck.model.text import Span
from factcheck.reading.numerals import number_words, read_spelled
from factcheck.reading.quantities.article_units import article_led, article_units
from factcheck.reading.quantities.figure import Figure, Source
from factcheck.reading.quantities.written import digits_at


@cache
def start_pattern() -> re.Pattern[str]:
    """One cheap pattern, in lower case, for every place where a figure may begin."""
    words, units = _trie_source(_start_words()), _trie_source(article_units())
    return re.compile(rf"[0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|\b{words}\b|\ban? (?={units}\b)")


@cache
def _start_words() -> frozenset[str]:
    words = {word for kind, words in number_words().items() if kind != "plural_scale" for word in words}
    words |= {entry["words"].split(" ")[0] for entry in entries("en/vague.yaml")}
    words |= {word for entry in entries("en/multiples.yaml") for word in entry["words"]}
    return frozenset(words | {"couple", "pair", "point"})


def _trie_source(words: Iterable[str]) -> str:
    """A pattern that tries each letter once: nested groups instead of a long alternation."""
    branches: dict[str, set[str]] = {}
    for word in words:
        branches.setdefault(word[:1], set()).add(word[1:])
    if set(branches) == {""}:
        return ""
    parts = [re.escape(first) + _trie_source(rest) for first, rest in sorted(branches.items()) if first]
    source = f"(?:{'|'.join(parts)})"
    return f"{source}?" if "" in branches else source


def figures(source: Source, taken: Sequence[Span]) -> Iterator[Figure]:
    """Figures of the region from left to right, without overlaps, none of them inside a taken span."""
    find = start_pattern().search
    at, index = source.start, 0
    while (found := find(source.low, at, source.end)) is not None:
        start = found.start()
        while index < len(taken) and taken[index].end <= start:
            index += 1
        if index < len(taken) and taken[index].start <= start:
            at = taken[index].end
            continue
        limit = taken[index].start if index < len(taken) and taken[index].start < source.end else source.end
        floor = taken[index - 1].end if index else source.start
        between = Source(source.text, source.low, max(source.start, floor), limit)
        figure, end = _figure_at(between, start, limit)
        at = max(end, start + 1)
        if figure is not None and _cut_short(source, figure, limit):
            continue
        if figure is not None and figure.start >= between.start and figure.end <= limit:
            figure.floor = floor
            figure.limit = limit
            yield figure


_MAGNITUDE_TAKEN = re.compile(r"(?:hundred|thousand|million|billion|trillion)\b")


def _cut_short(source: Source, figure: Figure, limit: int) -> bool:
    """ "4 | billion years ago": the magnitude lies in the span that another grammar has taken."""
    return (
        limit < source.end
        and figure.end >= limit - 1
        and _MAGNITUDE_TAKEN.match(source.low, limit, source.end) is not None
    )


def _figure_at(source: Source, start: int, limit: int) -> tuple[Figure | None, int]:
    """The figure at ``start`` and where to go on."""
    low = source.low
    if not low[start].isalpha():
        return digits_at(source, start, limit)
    if low.startswith(("a ", "an "), start):
        return article_led(source, start), start + 2
    doubled = _DOUBLED.match(low, start, limit)
    if doubled is not None:
        return None, doubled.end()
    figure = _in_words(source, start, limit)
    if figure is None:
        end = start + 1
        while end < source.end and low[end].isalpha():
            end += 1
        return None, end
    return figure, figure.end


# "one-on-one", "two-by-two": how, and not how many.
_DOUBLED = re.compile(r"([a-z]{2,6})-(?:on|to|by|for)-\1\b")
_ARTICLE = re.compile(r"(?<![a-z'’])(?:an?|half an?)[ -]$")
_NEGATIVE = re.compile(r"(?<![a-z])(?:minus|negative)[ -]$")


def _in_words(source: Source, start: int, limit: int) -> Figure | None:
    low = source.low
    word_end = start + 1
    while word_end < limit and low[word_end].isalpha():
        word_end += 1
    word = low[start:word_end]
    for surface, entry in vague_numbers().get(word, ()):
        if low.startswith(surface, start) and not low[start + len(surface) : start + len(surface) + 1].isalpha():
            return _vague(low, start, len(surface), entry)
    multiple = _multiple(low, start, word, limit)
    if multiple is not None:
        return multiple
    if word in ("couple", "pair"):
        return _couple(low, start, word_end)
    return _spelled(source, start, word, limit)


def _spelled(source: Source, start: int, word: str, limit: int) -> Figure | None:
    low = source.low
    begin = start
    article = _ARTICLE.search(low, max(source.start, start - 8), start)
    if article is not None and word in _WITH_ARTICLE:
        begin = article.start()
    found = read_spelled(low, begin, limit)
    if begin != start and (found is None or found.end <= start):
        found = read_spelled(low, start, limit)
    if found is None:
        return None
    form = {"cardinal": "words", "fraction": "fraction", "mixed": "mixed", "ordinal": "ordinal"}[found.form]
    figure = Figure(found.start, found.end, float(found.value), found.step, form)  # type: ignore[arg-type]
    several = _SEVERAL.search(low, max(source.start, begin - 10), begin)
    if several is not None and word in _POWERS_OF_TEN:
        return _several(figure, several.start())
    figure.scale = found.step if found.step is not None and found.step >= 2 else 0
    negative = _NEGATIVE.search(low, max(source.start, figure.start - 10), figure.start)
    if negative is not None:
        figure.negate()
        figure.start = figure.outer_start = negative.start()
    return figure


_SEVERAL = re.compile(r"(?<![a-z])(?:several|a few|many) $")
_POWERS_OF_TEN = frozenset({"hundred", "thousand", "million", "billion", "trillion", "dozen"})


def _several(figure: Figure, start: int) -> Figure:
    """ "several hundred", "a few thousand": at least two and less than ten times the power."""
    vague = Figure(start, figure.end, 2 * figure.value, None, "vague")
    vague.hi, vague.hi_open, vague.scale = 10 * figure.value, True, figure.scale
    return vague


_WITH_ARTICLE = frozenset(
    {"hundred", "thousand", "million", "billion", "trillion", "dozen", "lakh", "crore", "half", "quarter", "third"}
    | {"fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "hundredth", "thousandth", "millionth"}
    | {"billionth", "trillionth"}
)


@cache
def vague_numbers() -> Mapping[str, tuple[tuple[str, Mapping[str, object]], ...]]:
    """First word → (surface, entry) of numbers nobody counted, longest surface first."""
    table: dict[str, list[tuple[str, Mapping[str, object]]]] = {}
    for entry in entries("en/vague.yaml"):
        table.setdefault(entry["words"].split(" ")[0], []).append((entry["words"], entry))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in table.items()}


def _vague(low: str, start: int, length: int, entry: Mapping[str, object]) -> Figure | None:
    end = start + length
    if entry.get("of") and not low.startswith(" of ", end):
        return None
    figure = Figure(start, end, float(entry["lo"]), None, "vague")  # type: ignore[arg-type]
    figure.hi = float(entry["hi"])  # type: ignore[arg-type]
    figure.hi_open = bool(entry.get("hi_open"))
    return figure


def _couple(low: str, start: int, end: int) -> Figure | None:
    """ "a couple of", "a pair (of)": two; approximately so for a couple of things."""
    article = low[max(0, start - 2) : start]
    of = low.startswith(" of ", end)
    if (article != "a " and not of) or (low.startswith("pair", start) and of):
        return None
    figure = Figure(start - 2 if article == "a " else start, end, 2.0, 0, "words")
    figure.hedge = "approx" if low.startswith("couple", start) else None
    return figure


@cache
def _multiples() -> Mapping[str, float]:
    return {word: float(entry["value"]) for entry in entries("en/multiples.yaml") for word in entry["words"]}


def _multiple(low: str, start: int, word: str, limit: int) -> Figure | None:
    """ "doubled", "threefold", "three-fold"."""
    table = _multiples()
    end = start + len(word)
    if low.startswith("-fold", end):
        word, end = word + "-fold", end + 5
    if word not in table or end > limit:
        return None
    figure = Figure(start, end, table[word], None, "multiple")
    figure.kind, figure.dimension, figure.role, figure.cue = "multiple", "multiple", "change", low[start:end]
    return figure
