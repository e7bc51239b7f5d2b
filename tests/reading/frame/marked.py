"""Passages written with their figures marked [like this], made into documents, passages and mentions.

A tiny reader of marked spans alone: the grammars of quantities and dates have their own tests.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from factcheck.model import (
    Block,
    Claim,
    DayInterval,
    Document,
    Interval,
    Label,
    Mention,
    Passage,
    PositionMap,
    Quantity,
    QuantityMention,
    Span,
    TimeInterval,
    TimeMention,
)
from factcheck.reading.frame import frame

MARK = re.compile(r"\[([^\]]*\d[^\]]*|[A-Z]?[a-z][^\]]*)\]")
UNITS = {
    **dict.fromkeys(["m", "metre", "metres"], ("meter", "[length]")),
    **dict.fromkeys(["km", "kilometres"], ("kilometer", "[length]")),
    **dict.fromkeys(["feet", "ft"], ("foot", "[length]")),
    **dict.fromkeys(["tonne", "tonnes"], ("metric_ton", "[mass]")),
    **dict.fromkeys(["ton", "tons"], ("ton", "[mass]")),
    "miles": ("mile", "[length]"),
    "mm": ("millimeter", "[length]"),
    "cm": ("centimeter", "[length]"),
    "inches": ("inch", "[length]"),
    "kg": ("kilogram", "[mass]"),
    "hectares": ("hectare", "[length] ** 2"),
    "acres": ("acre", "[length] ** 2"),
    "square": ("square kilometer", "[length] ** 2"),
    "litres": ("liter", "[length] ** 3"),
    "KB": ("kilobyte", "data"),
    "MB": ("megabyte", "data"),
    "GB": ("gigabyte", "data"),
    "TB": ("terabyte", "data"),
    "km/h": ("kilometer per hour", "[length] per [time]"),
    "mph": ("mile per hour", "[length] per [time]"),
    "°C": ("degree_Celsius", "[temperature]"),
    "degrees": ("degree_Celsius", "[temperature]"),
    "MW": ("megawatt", "power"),
}
DURATIONS = {
    f"{unit}{end}": unit for unit in ("second", "minute", "hour", "day", "week", "month", "year") for end in ("", "s")
}
COUNTED = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
WORDS = {word: float(value) for value, word in enumerate(COUNTED)} | {
    "fifteen": 15, "seventeen": 17, "nineteen": 19, "twenty": 20, "dozens": 24, "thirty": 30, "forty": 40,
    "hundreds": 100, "thousands": 1000, "half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2,
}  # fmt: skip
MAGNITUDES = {"million": 1e6, "billion": 1e9, "thousand": 1e3, "m": 1e6, "bn": 1e9, "trillion": 1e12}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True)
class Marked:
    """A text without its marks, and the marked spans."""

    text: str
    spans: tuple[Span, ...]


def unmark(marked: str) -> Marked:
    text, spans, at = "", [], 0
    for found in MARK.finditer(marked):
        text += marked[at : found.start()]
        spans.append(Span(len(text), len(text) + len(found.group(1))))
        text += found.group(1)
        at = found.end()
    return Marked(text + marked[at:], tuple(spans))


def claims_of(
    marked: str,
    *,
    title: str = "",
    published: str | None = None,
    kind: str = "paragraph",
    headings: tuple[str, ...] = (),
    labels: tuple[tuple[str, str], ...] = (),
    flags: frozenset[str] = frozenset(),
    before: str = "",
    trace: bool = False,
) -> tuple[Claim, ...]:
    """The claims of one marked passage; ``before`` is unmarked text that stands before it in the passage."""
    read = unmark(f"{before} {marked}" if before else marked)
    document = Document("d", "d", read.text, PositionMap.of_text(read.text), title=title, published=published)
    whole = Span(0, len(read.text))
    block = Block(kind, whole, whole, headings, tuple(Label(k, t) for k, t in labels), -1, flags)  # type: ignore[arg-type]
    passage = Passage(block, tuple(sentences(read.text)), 0)
    mentions = []
    for span in read.spans:
        number = next(n for n, s in enumerate(passage.sentences) if s.start <= span.start < s.end)
        mentions.append(mention(read.text, span, number))
    return frame(document, (passage,), tuple(mentions), trace=trace)


def sentences(text: str) -> list[Span]:
    ends = [found.end() for found in re.finditer(r"(?<=[a-z\d)%”\"][.!?]) +(?=[A-Z“\"\d])", text)]
    starts = [0, *ends]
    return [Span(start, end) for start, end in zip(starts, [*ends, len(text)], strict=True)]


def mention(text: str, span: Span, sentence: int) -> Mention:
    quote = span.of(text)
    time = _time(quote)
    if time is not None:
        return Mention(span, None, TimeMention(span, time), 0, sentence)
    quantity, figure_end, noun = _quantity(quote)
    if quote.startswith("up to "):
        quantity = replace(quantity, stated=Interval(None, quantity.stated.hi))
    own = Span(span.start, span.start + figure_end)
    noun_span = Span(span.start + noun[0], span.start + noun[1]) if noun else None
    read = QuantityMention(own, own, quantity, "value", noun_span)
    duration = TimeMention(own, TimeInterval("duration", "PX")) if quantity.kind == "duration" else None
    return Mention(own, read, duration, 0, sentence)


def _time(quote: str) -> TimeInterval | None:
    year = re.search(r"\b(1[5-9]\d\d|20\d\d)\b", quote)
    month = next((n for n, name in enumerate(MONTHS, 1) if name in quote), 0)
    day = re.search(r"(?<!\d)(\d{1,2})(?!\d)", quote) if month else None
    if month == 0 and (year is None or not re.fullmatch(r"\D*\d{4}s?", quote)):
        weekday = re.fullmatch(r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", quote)
        return TimeInterval("date", "XXXX-WXX-1") if weekday else None
    if year is None:
        return TimeInterval("date", f"XXXX-{month:02d}" + (f"-{int(day.group(1)):02d}" if day else ""))
    y = int(year.group())
    if day and month:
        days = DayInterval(date(y, month, int(day.group(1))), date(y, month, int(day.group(1))))
        return TimeInterval("date", days.start.isoformat() if days.start else "", days, days, grain="day")
    last = date(y, 12, 31) if not month else date(y + month // 12, month % 12 + 1, 1)
    days = DayInterval(date(y, month or 1, 1), last)
    return TimeInterval("date", f"{y}-{month:02d}" if month else str(y), days, days, grain="month" if month else "year")


def _quantity(quote: str) -> tuple[Quantity, int, tuple[int, int] | None]:
    """The quantity, the end of its own span in the quote, and the counted noun's offsets."""
    digits = NUMBER.search(quote)
    lower = {word.lower() for word in re.findall(r"[A-Za-z]+", quote)}
    value = (
        float(digits.group().replace(",", "")) if digits else float(next((WORDS[w] for w in lower if w in WORDS), 1))
    )
    end = (
        digits.end()
        if digits
        else max((m.end() for m in re.finditer(r"[A-Za-z]+", quote) if m.group().lower() in WORDS), default=0)
    )
    magnitude = re.match(r"\s?(million|billion|thousand|trillion|bn|m)\b", quote[end:])
    money = re.search(r"[$€£]", quote)
    if magnitude and (money or magnitude.group(1) != "m"):
        value *= MAGNITUDES[magnitude.group(1)]
        end += magnitude.end()
    point = Interval.point(value)
    rest = re.match(r"[\s-]?([A-Za-z°%][\w/°%]*)", quote[end:])
    unit = rest.group(1) if rest else ""
    if money:
        return (
            Quantity("money", point, point, {"$": "USD", "€": "EUR", "£": "GBP"}[money.group()], "money"),
            len(quote),
            None,
        )
    if digits is None and lower & {"half", "third", "quarter", "fifth"}:
        return (
            Quantity("percent", Interval.point(100 * value), Interval.point(100 * value), "percent", "percent"),
            len(quote),
            None,
        )
    if digits and re.match(r"(st|nd|rd|th)\b", quote[end:]):
        return Quantity("ordinal", point, point), len(quote), None
    if unit in {"%", "percent"}:
        return Quantity("percent", point, point, "percent", "percent"), end + (rest.end() if rest else 0), None
    if re.search(r"year-old|years old|aged", quote):
        return Quantity("age", point, point, "year", "[time]"), len(quote), None
    if unit in DURATIONS:
        return Quantity("duration", point, point, DURATIONS[unit], "[time]"), end + (rest.end() if rest else 0), None
    if unit in UNITS:
        name, dimension = UNITS[unit]
        length = len(quote) if unit in {"square", "degrees"} else end + (rest.end() if rest else 0)
        return Quantity("measure", point, point, name, dimension), length, None
    if rest and quote[end:].strip():
        start = len(quote) - len(quote[end:].lstrip())
        return Quantity("count", point, point, "", "count", noun=quote[start:]), end, (start, len(quote))
    return Quantity("number", point, point), len(quote), None


def dated_claims_of(marked: str, written: str) -> tuple[Claim, ...]:
    """The claims of a passage in which ``written`` is a further mention, a date."""
    return claims_of(marked.replace(written, f"[{written}]"))
