"""Hand-made reports with invented facts, for the tests of every writer.

>>> len(harbour_report().conflicts)
3
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from factcheck.model import (
    Citation,
    Claim,
    Conflict,
    DayInterval,
    Frame,
    Interval,
    Position,
    Problem,
    Quantity,
    Reading,
    Reason,
    Report,
    RuleCard,
    Span,
    TimeInterval,
)
from factcheck.model.finding import Agreement, Computed, ConflictClass, Coverage, Severity

RULES = (
    RuleCard("FC110", "casualty-toll-differs", "error", "Two articles give tolls that cannot both be true.",
             "A toll is a count of people.", ("values overlap", "gap at most 2 %", "otherwise")),
    RuleCard("FC120", "share-differs", "error", "Two articles give shares of one whole that cannot both be true."),
    RuleCard("FC201", "event-date-differs", "error", "Two articles date one event differently."),
    RuleCard("FC301", "change-does-not-add-up", "warning", "A change in per cent does not follow from its ends."),
)  # fmt: skip


def card(doc_id: str, source: str, published: str | None = None, *, title: str = "", url: str = "") -> Reading:
    return Reading(doc_id, doc_id, title, source, url, published, (), (), 4, (), ())


def citation(path: str, line: int, sentence: str, quote: str, *, offset: int = 100) -> Citation:
    """A place whose sentence starts at ``offset`` of the text and at column 1 of the line."""
    at = sentence.index(quote)
    return Citation(
        path, path, Span(offset + at, offset + at + len(quote)), quote, sentence,
        Span(offset, offset + len(sentence)), line, at + 1, line, at + 1 + len(quote),
    )  # fmt: skip


def claim(
    place: Citation, value: Quantity | TimeInterval, *, measure: str = "", as_of: DayInterval | None = None
) -> Claim:
    """A claim about ``measure`` at a place."""
    quantity = value if isinstance(value, Quantity) else None
    time = value if isinstance(value, TimeInterval) else None
    frame = Frame(measure=measure, subject=("Lorvik",), near=("ferry",), words=("ferry", "sink"))
    identity = f"{place.doc_id}:{place.span.start}"
    return Claim(identity, place, frame, "value", quantity, time, as_of=as_of)


def percent(lo: float | None, hi: float | None, allows: tuple[float | None, float | None]) -> Quantity:
    stated = Interval(lo, hi, lo_open=hi is None, hi_open=lo is None)
    return Quantity("percent", stated, Interval(*allows, lo_open=hi is None), "percent", "percent")


def count(value: float, noun: str) -> Quantity:
    return Quantity("count", Interval.point(value), Interval.point(value), dimension="count", noun=noun)


def day(when: date) -> TimeInterval:
    days = DayInterval(when, when)
    return TimeInterval("date", when.isoformat(), days, days, grain="day")


def position(text: str, *claims: Claim) -> Position:
    return Position(text, claims[0].quantity, claims[0].time, claims)


def toll_conflict() -> Conflict:
    """Three places, two positions; the middle one with an as-of day."""
    lines = (
        ("herald/ferry.txt", 6, "The ferry sank off Lorvik on 3 May, killing 41 people.", "41 people", 41.0),
        ("herald/inquiry.txt", 2, "An inquiry will look into the sinking, in which 41 people died.", "41 people", 41.0),
        ("coast/sinking.md", 12, "Rescuers said the ferry went down with the loss of 29 people.", "29 people", 29.0),
    )  # fmt: skip
    as_of = DayInterval(date(2031, 5, 3), date(2031, 5, 4))
    claims = [
        claim(citation(path, line, sentence, quote), count(value, "people"), measure="deaths", as_of=as_of)
        for path, line, sentence, quote, value in lines
    ]
    return Conflict(
        "fc-0a1b2c3d", "FC110", "error", "contradiction", 0.934567,
        "deaths in the sinking off Lorvik", "Harbour Herald: 41 people; Coast Daily: 29 people",
        (position("29 people", claims[2]), position("41 people", claims[0], claims[1])),
        (Reason("measure", "deaths = deaths", 31, "same", "both are about deaths"),
         Reason("subject", "Lorvik = Lorvik", 17, "same", "both name Lorvik"),
         Reason("time", "2031-05-03 = 2031-05-03", 4, "same", "both hold at one time"),
         Reason("judged", "otherwise: 12 people apart")),
        "The coast guard's final list of passengers.",
    )  # fmt: skip


def share_conflict() -> Conflict:
    left = citation("herald/ferry.txt", 9, "The line carries about 18% of the island's visitors.", "about 18%")
    right = citation("coast/visitors.md", 4, "With more than 20% of visitors, the line leads.", "more than 20%")
    about = Quantity("percent", Interval.point(18), Interval(17, 19), "percent", "percent", hedge="approx")
    more = Quantity("percent", Interval.above(20), Interval.above(20), "percent", "percent")
    return Conflict(
        "fc-11112222", "FC120", "warning", "dispute", 0.62, "share of the island's visitors carried by the line",
        "about 18% against more than 20%",
        (position("about 18%", claim(left, about, measure="visitors")), position("more than 20%", claim(right, more))),
        (Reason("measure", "visitors = visitors", 25, "same", "both are about visitors"),
         Reason("qualifiers", "none = island", -8, "one_sided", "one is restricted")),
    )  # fmt: skip


def date_conflict() -> Conflict:
    first = citation("herald/inquiry.txt", 5, "The pier opened on 12 June 2019.", "12 June 2019")
    second = citation("coast/visitors.md", 8, "Since the pier opened on 21 June 2019, visits doubled.", "21 June 2019")
    return Conflict(
        "fc-deadbeef", "FC201", "note", "revision", 0.41, "opening of the pier", "12 June 2019 against 21 June 2019",
        (
            position("12 June 2019", claim(first, day(date(2019, 6, 12)), measure="open")),
            position("21 June 2019", claim(second, day(date(2019, 6, 21)), measure="open")),
        ),
        (Reason("measure", "open = open", 20),),
    )  # fmt: skip


def arithmetic_conflict() -> Conflict:
    """One side computed from two figures of the same sentence."""
    sentence = "Visits rose 30% to 1,200 from 1,000."
    stated = claim(citation("coast/visitors.md", 10, sentence, "30%"), percent(30, 30, (29.5, 30.5)))
    inputs = [
        claim(citation("coast/visitors.md", 10, sentence, text), count(value, "visits"))
        for text, value in (("1,200", 1200.0), ("1,000", 1000.0))
    ]
    computed = Computed("percentage change", ("1,000", "1,200"))
    return Conflict(
        "fc-0f0f0f0f", "FC301", "error", "arithmetic", 0.88, "change of visits", "30% stated, 20% computed",
        (position("30%", stated), Position("20%", percent(20, 20, (19.9, 20.1)), None, tuple(inputs), computed)),
        (Reason("arithmetic", "(1200 - 1000) / 1000", 40),),
    )  # fmt: skip


def agreement() -> Agreement:
    places = (
        citation("herald/ferry.txt", 3, "Lorvik got its harbour in 1884.", "1884"),
        citation("coast/visitors.md", 2, "The harbour dates from 1884.", "1884"),
    )
    year = DayInterval(date(1884, 1, 1), date(1884, 12, 31))
    when = TimeInterval("date", "1884", year, year, grain="year")
    return Agreement("building of the harbour", position("1884", *(claim(place, when) for place in places)))


def cards() -> tuple[Reading, ...]:
    return (
        card("coast/sinking.md", "Coast Daily", "2031-05-04", url="https://coast.example/a?b=1&copy=2"),
        card("coast/visitors.md", "Coast Daily", None, title="Who comes to the island"),
        card("herald/ferry.txt", "Harbour Herald", "2031-05-04T08:00Z"),
        card("herald/inquiry.txt", "", None, title="Inquiry into the sinking"),
    )


def harbour_report(*conflicts: Conflict) -> Report:
    """Four documents, three conflicts unless others are given, an agreement, two problems and a notice."""
    return Report(
        Coverage(4, 31, 22, 17, 40, {"no time": 3, "another place": 12}, {"FC110": 2}, {".png": 2}),
        cards(),
        conflicts or (date_conflict(), share_conflict(), toll_conflict()),
        (agreement(),),
        (
            Problem("coast/visitors.md", "coast/visitors.md", 1, "note", "no-date", "no publication date"),
            Problem("coast/lost.txt", "coast/lost.txt", 0, "error", "not-utf-8", "byte 0xff at offset 3"),
        ),
        ("one waiver is stale: fc-99999999 in coast/old.md",),
        RULES,
        "1.2.3",
    )


def empty_report() -> Report:
    return Report(Coverage(0, 0, 0, 0, 0), (), (), (), ())


def generated_report(size: int) -> Report:
    """``size`` conflicts over forty sources, made by counting: the same for every run."""
    documents = tuple(
        card(f"site/page-{number:03}.md", f"Source {number % 40:02}", f"2031-{number % 12 + 1:02}-15")
        for number in range(200)
    )
    conflicts = tuple(_generated_conflicts(size, documents))
    coverage = Coverage(len(documents), 9 * size, 7 * size, 5 * size, 3 * size, {"another place": size})
    return Report(coverage, documents, conflicts, (agreement(),) * 3, (), (), RULES, "1.2.3")


def _generated_conflicts(size: int, documents: tuple[Reading, ...]) -> Iterator[Conflict]:
    severities: tuple[Severity, ...] = ("error", "warning", "note")
    classes: tuple[ConflictClass, ...] = ("contradiction", "dispute", "rounding")
    for number in range(size):
        left, right = documents[number % 200], documents[(number * 7 + 1) % 200]
        dated = number % 3 == 2
        values = [_generated_claim(card.doc_id, number, side, dated) for side, card in enumerate((left, right))]
        yield Conflict(
            f"fc-{number:08x}", ("FC110", "FC120", "FC201")[number % 3], severities[number % 3], classes[number % 3],
            0.3 + number % 70 / 100, f"visitors to hall {number}", f"hall {number} differs",
            tuple(position(each.citation.quote, each) for each in values),
            (Reason("measure", "visitors = visitors", 20 + number % 10),),
        )  # fmt: skip


def _generated_claim(path: str, number: int, side: int, dated: bool) -> Claim:
    if dated:
        when = date(2031, 1, 1) + timedelta(days=number % 300 + 9 * side)
        text = f"{when.day} {when:%B} {when.year}"
        return claim(citation(path, number + 1, f"Hall {number} opened on {text}.", text), day(when), measure="open")
    value = 100 + number + 15 * side
    place = citation(path, number + 1, f"Hall {number} had {value} visitors that day.", f"{value} visitors")
    return claim(place, count(float(value), "visitors"), measure="visitors")


def known_conflicts() -> tuple[Conflict, Conflict]:
    """One in the baseline, one waived."""
    baseline = replace(share_conflict(), id="fc-22223333", status="baseline")
    waived = replace(toll_conflict(), id="fc-33334444", status="waived", reason="counted before the crew was found")
    return baseline, waived
