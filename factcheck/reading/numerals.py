"""Numbers in words: what "two hundred and twelve" is worth and where it ends.

>>> parse_cardinal("two hundred and twelve"), parse_cardinal("2,300"), parse_cardinal("a dozen")
(212.0, 2300.0, 12.0)
>>> parse_cardinal("two of us") is None
True
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from factcheck.lexicon.load import entries

WordClass = Literal[
    "unit", "teen", "tens", "hundred", "scale", "plural_scale", "group", "fraction", "ordinal", "digits",
    "and", "article", "point", "none",
]  # fmt: skip

_WORD = re.compile(r"[a-z]+|\d{1,15}(?:\.\d{1,15})?(?![\d.,:/])")
_GAP = re.compile(r"[ \t\n\r\u00a0\u202f]{1,3}(?:[&-] )?|[-‐‑]|")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_GLUE: Mapping[str, WordClass] = {"and": "and", "a": "article", "an": "article", "point": "point", "&": "and"}


@cache
def number_words() -> Mapping[str, Mapping[str, int]]:
    """Word class → word → value, from the lexicon. Read-only."""
    classes = {entry["class"]: MappingProxyType(dict(entry["words"])) for entry in entries("en/numbers.yaml")}
    return MappingProxyType(classes)


@cache
def spelled_number_source() -> str:
    """Source of a regular expression (lower case, linear) for a run of number words such as "twenty-four"."""
    classes = number_words()
    kinds = ("unit", "teen", "tens", "hundred", "scale", "group")
    words = "|".join(sorted((word for kind in kinds for word in classes[kind]), key=lambda word: (-len(word), word)))
    return rf"\b(?:an?[ ](?=hundred|thousand|million|dozen))?(?:{words})(?:[ -](?:and[ ])?(?:{words}))*\b"


class Token(NamedTuple):
    """One word of a numeral: its class, what it is worth, and where it stands."""

    kind: WordClass
    value: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Spelled:
    """A spelled (or partly spelled) number: ``low[start:end]``.

    ``step`` is the power of ten of the last word that counts ("two million": 6, "twelve": 0), None for fractions.
    ``form`` says what it is made of: "cardinal", "fraction" ("two thirds"), "mixed" ("two and a half"), "ordinal".
    """

    start: int
    end: int
    value: float
    step: int | None
    form: Literal["cardinal", "fraction", "mixed", "ordinal"]


def parse_cardinal(text: str) -> float | None:
    """The value of a text that is one number, in digits or words, and nothing else; else None."""
    low = text.strip().lower()
    if _GROUPED.fullmatch(low) and len(low) < 40:
        return float(low.replace(",", ""))
    found = read_spelled(low, 0, len(low))
    if found is None or found.end != len(low) or found.form == "ordinal":
        return None
    return float(found.value)


def read_spelled(low: str, start: int, limit: int) -> Spelled | None:
    """The longest number in words that begins at ``start`` of the lower-case text and ends by ``limit``.

    The first word may be a number in digits when a magnitude follows ("3 hundred and 14").
    """
    return _Walk(low, start, limit).read()


@cache
def _classified() -> Mapping[str, tuple[WordClass, float]]:
    """Every number word with its class. A denominator that is also an ordinal is an "ordinal" here: context decides."""
    table: dict[str, tuple[WordClass, float]] = {word: (kind, 0.0) for word, kind in _GLUE.items()}
    for kind, words in number_words().items():
        for word, value in words.items():
            table[word] = (kind, value)  # type: ignore[assignment]
    return table


def token_at(low: str, at: int, limit: int) -> Token | None:
    """The word or digits at ``at`` as a number token; None where no number word stands."""
    word = _WORD.match(low, at, limit)
    if word is None:
        return None
    surface = word.group()
    if surface[0].isdigit():
        return Token("digits", float(surface), at, word.end())
    known = _classified().get(surface)
    return Token(known[0], known[1], at, word.end()) if known else None


class _Walk:
    """One walk over the words of a numeral. Each step looks at most three words ahead, so a walk is linear."""

    __slots__ = ("at", "bare", "group", "last", "limit", "low", "mark", "scale", "start", "step", "total")

    def __init__(self, low: str, start: int, limit: int) -> None:
        self.low, self.start, self.limit = low, start, limit
        self.at = start
        self.total = 0.0
        self.group: float | None = None
        self.scale: float = float("inf")
        self.mark: float = float("inf")
        self.last: Token | None = None
        self.step: int | None = 0
        self.bare = False  # began with a bare "hundred": so may the next number ("hundred and five hundred and six")

    def read(self) -> Spelled | None:
        first = token_at(self.low, self.start, self.limit)
        if first is None:
            return None
        if first.kind == "article":
            following = self._after(first)
            if following is None or following.kind not in ("hundred", "scale", "group", "fraction", "ordinal"):
                return None
            first = Token("unit", 1, first.start, first.end)
        if first.kind == "fraction" and first.value in (2, 4):
            return self._shared(1, first)  # "half", "half a million", "half-dozen"
        if not self._take(first):
            return None
        return self._finish()

    def _after(self, token: Token) -> Token | None:
        gap = _GAP.match(self.low, token.end, self.limit)
        if gap is None or gap.end() == token.end:
            return None
        return token_at(self.low, gap.end(), self.limit)

    def _take(self, token: Token) -> bool:
        """Begin with ``token`` and go on while words fit."""
        if token.kind in ("hundred", "scale"):
            self.group, self.bare = 1, True
        elif token.kind == "ordinal":
            self.last = token
            return True
        elif token.kind not in ("unit", "teen", "tens", "digits"):
            return False
        if not self._fits(token):
            return False
        self._add(token)
        while (following := self._next()) is not None:
            self._add(following)
        return True

    def _next(self) -> Token | None:
        assert self.last is not None
        following = self._after(self.last) or self._after_comma()
        if following is None:
            return None
        if following.kind == "and" and self.last.kind in ("hundred", "scale"):
            after = self._after(following)
            return after if after is not None and self._joins_by_and(after) else None
        return following if self._fits(following) else None

    def _after_comma(self) -> Token | None:
        """ "three million, two hundred and forty": hundreds behind a magnitude and a comma."""
        assert self.last is not None
        if self.last.kind != "scale" or not self.low.startswith(", ", self.last.end):
            return None
        token = token_at(self.low, self.last.end + 2, self.limit)
        if token is None or token.kind not in ("unit", "teen"):
            return None
        after = self._after(token)
        return token if after is not None and after.kind == "hundred" else None

    def _joins_by_and(self, token: Token) -> bool:
        """ "hundred and five" but not "hundred | and | two hundred"; digits join only a hundred ("3 hundred and 14").

        Nothing joins that begins a fraction ("six million and two thirds").
        """
        if token.kind == "digits":
            after = self._after(token)
            multiplied = after is not None and after.kind in ("hundred", "scale")
            return self.mark == 100 and 1 <= token.value < 100 and not multiplied
        if token.kind not in ("unit", "teen", "tens", "hundred") or not self._fits(token):
            return False
        following = self._after(token)
        if following is not None and following.kind in ("fraction", "ordinal") and self.low[following.end - 1] == "s":
            return False
        if following is not None and following.kind == "hundred":
            return self.mark >= 1000 or self.bare
        return not (following is not None and following.kind == "scale" and following.value >= self.scale)

    def _fits(self, token: Token) -> bool:
        kind, value, group = token.kind, token.value, self.group
        if kind in ("unit", "teen", "tens"):
            return group is None or (self.mark > value and self._has_room(kind, group))
        if kind == "digits":
            return self.last is None or (group is None and self._counts_a_scale(token))
        if kind == "hundred":
            return group is not None and group > 0 and (group < 100 or self._only_digits())
        if kind in ("scale", "plural_scale"):
            return (group is not None or self._follows_thousand()) and self._scale_fits(value)
        if kind == "group":
            return group is not None and self.total == 0
        return False

    def _has_room(self, kind: WordClass, group: float) -> bool:
        """Whether a unit, teen or tens word can be added to the group of three digits so far."""
        assert self.last is not None
        if self.last.kind == "hundred":
            return True
        return self.last.kind == "tens" and kind == "unit"

    def _only_digits(self) -> bool:
        return self.last is not None and self.last.kind == "digits"

    def _counts_a_scale(self, token: Token) -> bool:
        following = self._after(token)
        return following is not None and following.kind in ("hundred", "scale") and following.value < self.scale

    def _follows_thousand(self) -> bool:
        """ "seven thousand million" """
        return self.last is not None and self.last.kind == "scale" and self.last.value == 1000

    def _scale_fits(self, value: float) -> bool:
        if self.group is None:
            return value >= 1e6
        return value < self.scale

    def _add(self, token: Token) -> None:
        kind, value = token.kind, token.value
        if kind == "digits":
            self.group, self.mark = (self.group or 0.0) + value, 0.0
            self.step = -len(self.low[token.start : token.end].partition(".")[2])
        elif kind in ("unit", "teen", "tens"):
            self.group = (self.group or 0) + value
            self.mark = 10.0 if kind == "tens" else 0.0
            self.step = 0
        elif kind in ("hundred", "plural_scale", "group") and value < 1000:
            self.step = (self.step or 0) + 2 if value == 100 else None
            self.group, self.mark = (self.group or 1) * value, value
        else:
            self._close_group(value)
        self.last, self.at = token, token.end

    def _close_group(self, value: float) -> None:
        if self.group is None:  # "hundred thousand million": the scale multiplies what the one before it closed
            self.total *= value
        else:
            self.total += self.group * value
        decimals = min(self.step or 0, 0) if self.last is not None and self.last.kind == "digits" else 0
        self.group, self.mark, self.scale = None, value, value
        self.step = len(str(int(value))) - 1 + decimals

    def _value(self) -> float:
        return self.total + (self.group or 0)

    def _finish(self) -> Spelled | None:
        """Close the number: point and decimals, "and a half", a denominator, or an ordinal ending."""
        assert self.last is not None
        if self.last.kind == "ordinal" and self.at == self.start:
            return Spelled(self.start, self.last.end, self.last.value, 0, "ordinal")
        return (
            self._with_point() or self._with_fraction() or self._with_denominator()
            or Spelled(self.start, self.last.end, self._value(), self.step, "cardinal")
        )  # fmt: skip

    def _with_point(self) -> Spelled | None:
        assert self.last is not None
        point = self._after(self.last)
        if point is None or point.kind != "point":
            return None
        digits, end, previous = "", point.end, "point"
        token = self._after(point)
        while token is not None and token.kind in ("unit", "teen", "tens", "digits") and len(digits) < 12:
            if previous == "tens" and token.kind == "unit":  # "seventy-one" is 71, not 70 and 1
                digits = digits[:-1]
            digits += str(int(token.value))
            previous, end = token.kind, token.end
            token = self._after(token)
        if not digits:
            return None
        value = float(f"{int(self._value())}.{digits}")
        scale = 1.0
        while token is not None and token.kind in ("hundred", "scale", "plural_scale"):
            scale, end, token = scale * token.value, token.end, self._after(token)
        step = len(str(int(scale))) - 1 - len(digits)
        return Spelled(self.start, end, value * scale, step, "cardinal")

    def _with_fraction(self) -> Spelled | None:
        """ "two and a half (million)", "three million and a half"; or the ordinal "hundred and fifth"."""
        assert self.last is not None
        joiner = self._after(self.last)
        if joiner is None or joiner.kind != "and":
            return None
        following = self._after(joiner)
        if following is not None and following.kind == "ordinal" and self.low[following.end - 1] != "s":
            return self._ordinal(following) if self.last.kind in ("hundred", "scale") else None
        part = _fraction_at(self.low, following, self.limit)
        if part is None:
            return None
        share, end = part
        if self.last.kind == "scale":
            below = _magnitude_behind(self.low, end, self.limit)
            of = below if below is not None and below.value < self.last.value else self.last
            return Spelled(self.start, max(end, of.end), self._value() + share * of.value, None, "mixed")
        if self.last.kind not in ("unit", "teen", "tens", "digits", "hundred"):
            return None
        value, after = self._value() + share, self._after(Token("none", 0, end, end))
        if after is not None and after.kind in ("hundred", "scale"):
            value, end = value * after.value, after.end
        return Spelled(self.start, end, value, None, "mixed")

    def _with_denominator(self) -> Spelled | None:
        """ "two thirds", "one hundredth", "a quarter (million)"; or an ordinal: "twenty-first"."""
        assert self.last is not None
        part = self._after(self.last)
        if part is not None and part.kind == "tens":
            return self._with_compound_denominator(part)
        if part is None or part.kind not in ("fraction", "ordinal"):
            return None
        if (
            self.last.kind == "tens"
            and part.value < 10
            and self.low[part.end - 1] == "s"
            and self._value() > self.last.value
        ):
            numerator = self._value() - self.last.value
            return Spelled(self.start, part.end, numerator / (self.last.value + part.value), None, "fraction")
        plural = self.low[part.end - 1] == "s"
        if part.kind == "ordinal" and not plural and self._value() != 1:
            return self._ordinal(part)
        return self._shared(self._value(), part)

    def _with_compound_denominator(self, tens: Token) -> Spelled | None:
        """ "one twenty-fifth", "three twenty-firsts"."""
        unit = self._after(tens)
        if unit is None or unit.kind not in ("fraction", "ordinal") or unit.value >= 10:
            return None
        if self._value() != 1 and self.low[unit.end - 1] != "s":
            return None
        return Spelled(self.start, unit.end, self._value() / (tens.value + unit.value), None, "fraction")

    def _ordinal(self, part: Token) -> Spelled | None:
        if self.mark > part.value and (
            self.group is None or self._has_room("unit" if part.value < 10 else "teen", self.group)
        ):
            return Spelled(self.start, part.end, self._value() + part.value, 0, "ordinal")
        if part.value >= 100 and (self.group is not None or part.value > self.mark):
            return Spelled(self.start, part.end, self._value() * part.value, 0, "ordinal")
        return None

    def _shared(self, numerator: float, part: Token) -> Spelled:
        """numerator / denominator, times a magnitude behind it ("three quarters of a billion")."""
        value, end = numerator / part.value, part.end
        scale = _magnitude_behind(self.low, part.end, self.limit)
        if scale is not None:
            value, end = value * scale.value, scale.end
        return Spelled(self.start, end, value, None, "mixed" if scale else "fraction")


def _fraction_at(low: str, token: Token | None, limit: int) -> tuple[float, int] | None:
    """The share and end of "a half", "half", "three quarters", "a third" behind an "and"."""
    if token is None:
        return None
    numerator = 1.0
    if token.kind in ("article", "unit"):
        numerator = 1.0 if token.kind == "article" else token.value
        gap = _GAP.match(low, token.end, limit)
        following = token_at(low, gap.end(), limit) if gap is not None and gap.end() > token.end else None
        if following is None:
            return None
        token = following
    if token.kind == "fraction" or (token.kind == "ordinal" and token.value >= 3):
        return (numerator / token.value, token.end) if numerator < token.value else None
    return None


_MAGNITUDE_BEHIND = re.compile(r"[ -](?:of )?(?:an?[ -])?(hundred|thousand|(?:m|b|tr)illion|dozen|lakh|crore)\b")


def _magnitude_behind(low: str, end: int, limit: int) -> Token | None:
    found = _MAGNITUDE_BEHIND.match(low, end, limit)
    if found is None:
        return None
    return token_at(low, found.start(1), limit)
