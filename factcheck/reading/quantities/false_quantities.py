"""Digits and number words that are no quantity: names, versions, phone numbers, years, parts, "no one".

>>> low = "the file log_4"
>>> looks_false(Source(low, low, 0, len(low)), Figure(13, 14, 4.0, 0, "digits"))
True
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from factcheck.lexicon.load import entries
from factcheck.reading.quantities.changes import role_words
from factcheck.reading.quantities.contexts import context_words
from factcheck.reading.quantities.figure import Figure, Source
from factcheck.reading.quantities.nouns import noun_words
from factcheck.reading.quantities.product_names import is_called, is_model, is_time_stamp, is_version

_QUIET_BEFORE = " (\n\u00a0\u202f\t“\"‘'—*|~<>≥≤≈$€£"
_QUIET_AFTER = " ,;)\n\u00a0\t”\"’'—%?!*|"
_EDGE = re.compile(r"\S{1,48}")
_MAX_REACH = 40


@cache
def token_patterns() -> tuple[re.Pattern[str], ...]:
    """The small named patterns of the lexicon for whole tokens."""
    return tuple(re.compile(entry["token"]) for entry in entries("en/false_quantities.yaml") if "token" in entry)


@cache
def _words(place: str) -> frozenset[str]:
    rows = [entry for entry in entries("en/false_quantities.yaml") if "words" not in entry]
    return frozenset(word for entry in rows for word in entry.get(place, ()))


@cache
def _one() -> Mapping[str, Any]:
    return next(entry for entry in entries("en/false_quantities.yaml") if entry.get("words") == "one")


def looks_false(source: Source, figure: Figure, unit_end: int = 0) -> bool:
    """Whether the characters around a figure in digits make it part of a name, version, number plate or address.

    ``unit_end`` is where the unit behind it ends, if there is one; other letters glued behind are judged later.
    """
    text, start, end = source.text, figure.start, figure.end
    before = text[start - 1] if start > source.start else " "
    after = text[end] if end < source.end else " "
    if figure.form == "fraction" and figure.value > 1 and "/" in text[start:end]:
        return True
    if _enumerates(source, figure, before, after) or _attribute(source, figure, before):
        return True
    if figure.form == "fraction" and "/" in text[start:end] and _has_false_token(text[start:end]):
        return True
    if before in _QUIET_BEFORE and (after in _QUIET_AFTER or (after == "." and not text[end + 1 : end + 2].isalnum())):
        return _leading_zero(text, figure)
    if before.isalpha() or before in "_#@\\" or (before.isdigit() and text[start] != "-"):
        return True
    token = _token_around(source, figure, max(unit_end, end))
    return _has_false_token(token) or _chained(source, figure, before, after)


@lru_cache(maxsize=4096)
def _has_false_token(token: str) -> bool:
    """Whether a run of characters is one of the lexicon's; a page says the same ones again and again."""
    return any(pattern.search(token) for pattern in token_patterns())


_MARKER = re.compile(r"[ \t>*_-]*\d{1,3}[.)](?=[ \t])")


def _attribute(source: Source, figure: Figure, before: str) -> bool:
    """width="560": the value of an attribute; or the number of a list item ("12. Choose a name")."""
    text, start = source.text, figure.start
    if before in "\"'" and text[max(source.start, start - 2) : start - 1] == "=":
        return True
    if start - source.start > 12 or figure.step != 0:
        return False
    marker = _MARKER.match(text, source.start, source.end)
    return marker is not None and marker.end() == figure.end + 1


_OPEN = {"(": ")", "{": "}", "[": "]"}


def _enumerates(source: Source, figure: Figure, before: str, after: str) -> bool:
    """A bare whole number in brackets ("(14)", "{2}") or behind which one closes ("3) the"): a label, not a count."""
    if figure.step != 0 or figure.scale or figure.value > 9999 or not source.text[figure.end - 1].isdigit():
        return False
    if before in _OPEN and after == _OPEN[before]:
        return not (figure.start - 1 == source.start and figure.end + 1 == source.end)
    if after == ")" and figure.value < 40 and before in " \n\u00a0":
        window = source.text[max(source.start, figure.start - 80) : figure.start]
        return window.rfind("(") <= window.rfind(")") and "(" not in window[window.rfind(")") + 1 :]
    return before in "{[" and after in ",;"


def _leading_zero(text: str, figure: Figure) -> bool:
    return text[figure.start] == "0" and text[figure.start + 1 : figure.start + 2].isdigit()


def _token_around(source: Source, figure: Figure, end: int) -> str:
    """The run of non-space characters around the figure, without its unit, cut so that hostile text stays linear."""
    text = source.text
    left = max(source.start, figure.start - _MAX_REACH)
    head = text[left : figure.start]
    head = head[max(head.rfind(" "), head.rfind("\n"), head.rfind("\u00a0")) + 1 :]
    tail = _EDGE.match(text, end, min(source.end, end + _MAX_REACH))
    return head + text[figure.start : figure.end] + (tail.group() if tail is not None else "")


def _chained(source: Source, figure: Figure, before: str, after: str) -> bool:
    """Joined by a point, colon or slash to other digits or letters ("4.5.2", "a.5", "3:7")."""
    text, start, end = source.text, figure.start, figure.end
    if before in ".:/" and start - 1 > source.start and text[start - 2].isalnum():
        return not (before == ":" and text[start - 2].isalpha()) and not (
            before == "/" and figure.form == "digits" and after == " "
        )
    if before in "-‐‑–" and start - 1 > source.start and text[start - 2].isalpha():
        return not _PREFIX.search(source.low, max(source.start, start - 12), start)
    if after in ".:/" and text[end + 1 : end + 2].isdigit():
        return after != "/" or True
    return _leading_zero(text, figure)


_PREFIX = re.compile(
    r"(?<![a-z])(?:minus|plus|under|over|sub|about|to|top|nearly|almost|and|or|some|roughly|x)[-‐‑–]$|[a-z]–$"
)


def named_false(source: Source, figure: Figure) -> bool:
    """Whether the words beside a bare figure (no unit, no currency) make it a name, a date, a part or an address."""
    previous, previous_start = _previous_word(source, figure)
    if figure.form == "words" and is_called(source, figure, previous, previous_start):
        return True
    if figure.form == "words" and figure.value == 1 and source.low[figure.start : figure.end] == "one":
        return _pronoun(source, figure, previous)
    if figure.form != "digits" or figure.scale or figure.outer_start != figure.start:
        return False
    if is_model(source, figure) or is_time_stamp(source, figure):
        return True
    if previous and is_version(source, figure, previous, previous_start):
        return True
    following = _following(source, figure.end)
    if _is_year(source, figure, previous, following):
        return True
    if _labels(source, figure, previous, previous_start) or _names_model(source, figure):
        return True
    grouped = "," in source.text[figure.digits_start : figure.digits_end]  # "ID 69,000" is an amount in dinars
    if following in _words("after") or (previous in _words("before") and not grouped):
        return not (
            previous in _words("before")
            and figure.noun_start >= 0
            and previous_start == source.start
            and previous not in _ALWAYS
        )
    if _postcode(source, figure) or _catalogued(source, figure) or _dialled(source, figure):
        return True
    if _indexes(source, figure, previous):
        return True
    if _pattern("after_pattern").match(source.text, figure.end + 1, min(source.end, figure.end + 60)):
        return True
    return _follows_name(source, figure, previous, previous_start)


def named_half(source: Source, figure: Figure) -> bool:
    """ "the second half", "the fourth quarter", "each half": a stretch of time or a side, not a share."""
    if figure.form != "fraction" or figure.unit:
        return False
    low = source.low
    previous, _ = _previous_word(source, figure)
    word = low[figure.start : figure.end]
    if _QUARTER_AGO.match(low, figure.start, source.end) is not None:
        return True
    if word not in ("half", "halves", "quarter", "quarters", "thirds"):
        return False
    if word != "half":
        return True
    return (
        previous in _HALVES
        or previous.endswith(("st", "nd", "rd", "th"))
        or low[figure.end : figure.end + 1] in ("-", "’", "'")
    )


_QUARTER_AGO = re.compile(r"(?:a|one) quarter (?:earlier|ago|later|before|after)\b")
_HALVES = context_words("half of time")


_ALWAYS = frozenset({"s&p", "step", "section", "figure", "table", "page"})


def _previous_word(source: Source, figure: Figure) -> tuple[str, int]:
    """The word before the figure and where it begins; the words of a date before it do not count."""
    start = figure.outer_start
    window_start = max(source.start, min(figure.floor, start), start - 24)
    window = source.low[window_start:start].rstrip(" \u00a0")
    cut = (
        max(
            window.rfind(" "),
            window.rfind("\n"),
            window.rfind("("),
            window.rfind("\u00a0"),
            window.rfind("“"),
            window.rfind('"'),
        )
        + 1
    )
    word = window[cut:]
    cut += word.rfind("/") + 1
    cut += len(window[cut:]) - len(window[cut:].lstrip("[*_`|#>{"))
    word = window[cut:]
    if word == "p" and window.endswith("s&p"):
        word = "s&p"
    return word, window_start + cut


_FOLLOWING = re.compile(r"[ \u00a0]?([a-z][a-z.'’]*)")


def _following(source: Source, end: int) -> str:
    found = _FOLLOWING.match(source.low, end, source.end)
    return found[1].rstrip(".") if found else ""


_STATE = re.compile(r"\b[A-Z]{2},? $")


def _postcode(source: Source, figure: Figure) -> bool:
    """ "Anytown, NY 10001" """
    if figure.end - figure.start != 5 or figure.step != 0:
        return False
    return _STATE.search(source.text, max(source.start, figure.start - 6), figure.start) is not None


@cache
def _pattern(place: str) -> re.Pattern[str]:
    """The pattern of the one entry that has one for this place."""
    return re.compile(next(entry[place] for entry in entries("en/false_quantities.yaml") if place in entry))


def _catalogued(source: Source, figure: Figure) -> bool:
    """ "the star KQ 188753": a long number without separators, of nothing counted, behind a few capitals."""
    digits = source.text[figure.start : figure.end]
    if len(digits) < 5 or not digits.isdigit() or figure.noun_start >= 0:
        return False
    return _pattern("before_pattern").search(source.text, max(source.start, figure.start - 6), figure.start) is not None


def _dialled(source: Source, figure: Figure) -> bool:
    """ "Call 075 229370": digits behind a group that begins with a zero, as no number does."""
    if not source.text[figure.start : figure.end].isdigit() or figure.noun_start >= 0:
        return False
    window = max(source.start, figure.start - 20)
    return _pattern("groups_before").search(source.text, window, figure.start) is not None


def _indexes(source: Source, figure: Figure, previous: str) -> bool:
    """ "where n 1 and q 2 are": the index of a variable. "a 0" and "x 2" may be an article or a multiplication."""
    if len(previous) != 1 or not previous.isalpha() or previous in "aciox" or figure.noun_start >= 0:
        return False
    return figure.step == 0 and figure.value < 100 and source.text[figure.start - 1] == " "


_ELEMENT = re.compile(r" [A-Z][a-z](?![a-z])")  # "0.4 Mn": a share of manganese
_LABELLED = re.compile(r"(?<![a-z])(?:the|a|an|said|this|each|its)(?: [a-z]+(?:-[a-z]+)?){1,3} $")
_MODEL = re.compile(r" [A-Z][a-z]+(?: [A-Z]|[.,;:!?)]|$)")


def _labels(source: Source, figure: Figure, previous: str, previous_start: int) -> bool:
    """ "the pump 14", "a mould half 38": a whole number that labels the noun before it."""
    if figure.noun_start >= 0 or figure.hedge or figure.value > 999 or not previous.isalpha() or figure.lo != figure.hi:
        return False
    if (
        previous.endswith(("ed", "s", "ing", "ly"))
        or previous in noun_words()["stop"]
        or previous in noun_words()["verb"]
    ):
        return False
    if previous in role_words("change") or source.text[figure.start - 1] != " ":
        return False
    window = _LABELLED.search(source.low, max(source.start, figure.start - 48), figure.start)
    return window is not None and not any(
        w in noun_words()["stop"] and w not in _DETERMINERS for w in window.group().split()
    )


_DETERMINERS = frozenset({"the", "a", "an", "said", "this", "each", "its"})


def _names_model(source: Source, figure: Figure) -> bool:
    """ "and 11 Pro Max": a bare whole number before capitalised words that are no plural noun."""
    if figure.noun_start >= 0 or figure.value > 9999 or figure.start == source.start:
        return False
    if figure.step != 0 and _ELEMENT.match(source.text, figure.end, source.end) is not None:
        return False
    return _MODEL.match(source.text, figure.end, source.end) is not None and source.text[figure.start - 1] == " "


_YEAR_CUES = context_words("year cue")


def _is_year(source: Source, figure: Figure, previous: str, following: str) -> bool:
    """Four digits without separators: 1900 to 2099 unless something counted follows; earlier ones only behind a cue."""
    if figure.end - figure.start != 4 or figure.step != 0 or not source.text[figure.start].isdigit():
        return False
    if not 1000 <= figure.value < 2200:
        return False
    counted = figure.noun_start >= 0
    if figure.value > 2100 and previous not in _YEAR_CUES:
        return False
    if figure.value >= 1900:
        round_count = counted and figure.value % 100 == 0 and previous not in _YEAR_CUES
        return not round_count
    if previous in ("in", "since", "until", "circa", "c.", "ad", "a.d.", "year") or previous.endswith("("):
        return not counted
    return figure.value >= 1700 and not counted and previous in _YEAR_CUES


def _pronoun(source: Source, figure: Figure, previous: str) -> bool:
    entry = _one()
    if figure.outer_start != figure.start and figure.cue and figure.noun_start >= 0:
        previous = ""  # "that at least one pump": the hedge parts them
    following = _following(source, figure.end)
    numbered = _NUMBER_NEXT.match(source.low, figure.end, source.end) is not None
    if numbered and not previous:
        return False
    joined = _JOINED.match(source.low, figure.end, source.end)
    if (
        previous in entry["before"]
        or following in entry["after"]
        or (joined is not None and joined[1] in entry["joined"])
        or source.low[figure.end : figure.end + 1] in ("'", "’")
    ):
        return True
    if following.endswith("s") and not following.endswith(("ss", "us", "is")):
        return True
    if figure.noun_start >= 0 or numbered:
        return False
    return bool(following or previous)


_JOINED = re.compile(r"-([a-z]+)")
_NUMBER_NEXT = re.compile(r"(?:,| and| or) \d|(?:,| and| or)? (?:two|three|four|five|six|seven)\b")
_CAPITALISED = re.compile(r"[A-Z][\w&’'.-]*$")


def _follows_name(source: Source, figure: Figure, previous: str, previous_start: int) -> bool:
    """ "Planet 9", "Cannikin 32": a bare figure directly behind a capitalised word that begins no sentence."""
    if (
        not previous
        or figure.noun_start >= 0
        or previous_start == source.start
        or figure.step != 0
        or figure.value > 9999
    ):
        return False
    word = source.text[previous_start : previous_start + len(previous)]
    return _CAPITALISED.match(word) is not None and source.text[figure.start - 1] == " " and word[-1] not in ".:,;"
