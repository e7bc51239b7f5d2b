"""What read_quantities promises: intervals, restatements, roles, nouns, spans, regions and taken spans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Interval, QuantityMention, Span
from factcheck.reading.quantities import read_quantities


def read(text: str) -> tuple[QuantityMention, ...]:
    return read_quantities(text, [Span(0, len(text))], [])


@pytest.mark.parametrize(
    ("text", "implied"),
    [
        ("18%", Interval(17.5, 18.5)),
        ("about 18%", Interval(17.0, 19.0)),
        ("1.7 billion euros", Interval(1.65e9, 1.75e9)),
        ("more than 20 boats", Interval(20.0, None, lo_open=True)),
        ("up to 7 boats", Interval(None, 7.0)),
        ("12 boats", Interval(12.0, 12.0)),
        ("12,000 boats", Interval(11_500.0, 12_500.0)),
        ("20,000 boats", Interval(19_000.0, 21_000.0)),
        ("about 40 boats", Interval(36.0, 44.0)),
        ("about 2,340 boats", Interval(2223.0, 2457.0)),
        ("nearly 300 boats", Interval(270.0, 315.0)),
        ("almost 27 kg", Interval(24.3, 27.5)),
        ("just over 27 kg", Interval(26.5, 29.7)),
        ("about a third of voters", Interval(0.3, 0.36666666666666664)),
        ("two million euros", Interval(1.9e6, 2.1e6)),
        ("10 to 12 km", Interval(9.5, 12.5)),
        ("there were 53 120 people", Interval(53120.0, 53120.0)),
        ("a set of 12 450 mm rods", Interval(11.5, 12.5)),
        ("5 GB and up", Interval(5.0, None)),
        ("5 GB and up to 3 projects", Interval(4.5, 5.5)),
        ("dozens of boats", Interval(19.2, 297.0)),
        ("thousands of boats", Interval(800.0, 30_000.0, hi_open=True)),
        ("several hundred boats", Interval(160.0, 3000.0, hi_open=True)),
    ],
)
def test_implied(text: str, implied: Interval) -> None:
    found = read(text)[0].quantity.implied
    assert (found.lo, found.hi) == (pytest.approx(implied.lo), pytest.approx(implied.hi))
    assert (found.lo_open, found.hi_open) == (implied.lo_open, implied.hi_open)


@pytest.mark.parametrize(
    ("text", "decimals"),
    [
        ("1.7 kg", -1),
        ("1.7 billion euros", 8),
        ("12,000 boats", 0),
        ("two million euros", 6),
        ("half of them", None),
        ("25 cents", -2),
    ],
)
def test_power_of_the_last_digit(text: str, decimals: int | None) -> None:
    assert read(text)[0].quantity.decimals == decimals


def test_span_number_and_noun() -> None:
    text = "He saw more than 20 grey seals there."
    (mention,) = read(text)
    assert mention.span.of(text) == "more than 20"
    assert mention.number.of(text) == "20"
    assert mention.noun is not None
    assert mention.noun.of(text) == mention.quantity.noun == "grey seals"
    assert mention.cue == "more than"


def test_brackets_restate_and_inherit_the_bound() -> None:
    miles, kilometres = read("at least 10 miles (16 km)")
    assert (miles.restates, kilometres.restates) == (-1, 0)
    assert kilometres.quantity.stated == Interval(16.0, None)


def test_restating_index_counts_over_all_regions() -> None:
    text = "12 boats sank.\n£40 ($51) was paid."
    mentions = read_quantities(text, [Span(0, 14), Span(15, len(text))], [])
    assert [mention.restates for mention in mentions] == [-1, -1, 1]


def test_change_with_both_levels() -> None:
    text = "Revenue rose 12% to $1.7bn from $1.5bn."
    assert [(mention.role, mention.quantity.stated.lo) for mention in read(text)] == [
        ("change", 12.0), ("to", 1.7e9), ("from", 1.5e9),
    ]  # fmt: skip


@pytest.mark.parametrize("again", [", or 0.2%", " or about 0.2%", " (0.2%)"])
def test_a_change_in_points_said_again_is_a_change(again: str) -> None:
    assert [mention.role for mention in read(f"The index rose 20 points{again}, led by mills.")] == ["change", "change"]


def test_from_and_to_of_a_change_share_the_unit_but_stay_apart() -> None:
    left, right = read("The share fell from 7 to 5 percent.")
    assert (left.role, right.role) == ("from", "to")
    assert left.quantity.unit == right.quantity.unit == "percent"


@pytest.mark.parametrize(
    ("text", "kind", "dimension"),
    [
        ("40 km", "measure", "[length]"),
        ("40 km/h", "rate", "[length] per [time]"),
        ("€40", "money", "money"),
        ("€40 a day", "rate", "money per [time]"),
        ("40%", "percent", "percent"),
        ("two thirds of them", "percent", "percent"),
        ("40 boats", "count", "count"),
        ("40", "number", "number"),
        ("three years", "duration", "[time]"),
        ("a three-year-old", "age", "age"),
        ("sales doubled", "multiple", "multiple"),
        ("the 21st boat", "ordinal", "ordinal"),
        ("8 GB", "measure", "data"),
    ],
)
def test_kind_and_dimension(text: str, kind: str, dimension: str) -> None:
    quantity = read(text)[0].quantity
    assert (quantity.kind, quantity.dimension) == (kind, dimension)


def test_ordinals_are_ranks() -> None:
    (mention,) = read("She came in third.")
    assert (mention.role, mention.quantity.stated) == ("rank", Interval.point(3.0))


def test_taken_spans_are_left_alone() -> None:
    text = "From 3 to 5 May 12 boats sank."
    taken = [Span(5, 15)]
    assert [mention.span.of(text) for mention in read_quantities(text, [Span(0, len(text))], taken)] == ["12"]


def test_no_mention_crosses_a_region() -> None:
    text = "10\n12 km"
    mentions = read_quantities(text, [Span(0, 2), Span(3, 8)], [])
    assert [(mention.span.of(text), mention.quantity.unit) for mention in mentions] == [
        ("10", ""),
        ("12 km", "kilometer"),
    ]


def test_letters_that_grow_in_lower_case_move_nothing() -> None:
    text = "İİİ 40 km"
    (mention,) = read(text)
    assert mention.span.of(text) == "40 km"


@pytest.mark.parametrize(
    "text",
    [
        "Hash 90312e698 was pushed.",
        "They moved to Brenn.NET 4.5 last week.",
        "Kelvo 2.4 fixes it.",
        "The Kelvo Tab B 7.0 was shown.",
        "Upgrade it to 1.7 now.",
        "It needs Kelvo 2.4 or later.",
        "1202 The harbour office is open.",
        "Brenn One reported a loss.",
        "Sales rose from a quarter earlier.",
        "The Kelvo A410-214 landed.",
        "The staff of 18F wrote the guide.",
        "Nine Mail for Brenn",
        "a screen of 1920x1040",
    ],
)
def test_names_versions_and_stamps_are_no_quantities(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("In Lorvik 41 people died.", 41, "people"),
        ("On Monday 12 ships sailed.", 12, "ships"),
        ("1202 boats sank.", 1202, "boats"),
        ("The rate in Lorvik 11.5 was low.", 11.5, ""),
        ("Steel with C 0.31 Ni 0.12 in it", 0.31, ""),
        ("He has 10 KO wins.", 10, "KO wins"),
    ],
)
def test_counts_behind_names_stay(text: str, value: float, noun: str) -> None:
    quantity = read(text)[0].quantity
    assert (quantity.stated.lo, quantity.noun) == (value, noun)


@pytest.mark.parametrize(
    ("text", "lo", "hi", "unit"),
    [
        ("It has 10^6 cells.", 1e6, 1e6, ""),
        ("people 65 and older", 65, None, ""),
        ("a mass of 2x1030 kg", 2e30, 2e30, "kilogram"),
        ("a factor of 2^-3", 0.125, 0.125, ""),
        ("We waited three or four years.", 3, 4, "year"),
        ("The index rose 31.4 points to 2,806.9.", 31.4, 31.4, "point"),
        ("She will be 35 by May.", 35, 35, "year of age"),
        ("Life expectancy for men is 73.", 73, 73, "year of age"),
        ("six billion and a quarter million", 6.00025e9, 6.00025e9, ""),
        ("one and two and three", 1, 1, ""),
    ],
)
def test_powers_alternatives_and_ages(text: str, lo: float, hi: float | None, unit: str) -> None:
    quantity = read(text)[0].quantity
    assert (quantity.stated.lo, quantity.stated.hi, quantity.unit) == (pytest.approx(lo), pytest.approx(hi), unit)


def test_the_level_behind_a_change_in_points_is_in_points() -> None:
    assert [mention.quantity.unit for mention in read("The index rose 31.4 points to 2,806.9.")] == ["point", "point"]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("It was renewed for a tenth season.", "ordinal", 10),
        ("A third-party report came.", "ordinal", 3),
        ("A tenth of the boats sank.", "percent", 0.1),
        ("It shrank by a third last year.", "percent", 1 / 3),
        ("It is a tenth the size.", "percent", 0.1),
    ],
)
def test_a_rank_behind_an_article_is_no_share(text: str, kind: str, value: float) -> None:
    quantity = read(text)[0].quantity
    assert (quantity.kind, quantity.stated.lo) == (kind, pytest.approx(value))


def test_a_number_whose_magnitude_is_taken_is_not_cut_short() -> None:
    text = "It formed about 4 billion years ago."
    assert read_quantities(text, [Span(0, len(text))], [Span(18, 35)]) == ()


@given(st.integers(1, 10**9), st.integers(-999, 999))
def test_no_exponent_overflows(digits: int, exponent: int) -> None:
    text = f"{digits}e{exponent} of {digits}^{exponent} and {digits} x 10^{exponent} things"
    for mention in read(text):
        assert mention.span.end <= len(text)
        assert mention.quantity.implied.covers(mention.quantity.stated)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It fell from 70 tonnes to 62.", [(70, "metric_ton", "from"), (62, "metric_ton", "to")]),
        ("It fell to 62 tonnes from 70.", [(62, "metric_ton", "to"), (70, "metric_ton", "from")]),
        ("The price fell from $75 a barrel to $46.", [(75, "USD per barrel", "from"), (46, "USD per barrel", "to")]),
        ("Output rose from 24.5 to 33 million euros.", [(24.5e6, "EUR", "from"), (33e6, "EUR", "to")]),
        ("The rate rose from 5% to 7.", [(5, "percent", "from"), (7, "percent", "to")]),
        ("Sales rose 12% to 193.", [(12, "percent", "change"), (193, "", "to")]),
        ("It rose from 5 kg to 7 boxes.", [(5, "kilogram", "from"), (7, "", "to")]),
    ],
)
def test_levels_of_a_change_share_their_unit(text: str, ends: list[tuple[float, str, str]]) -> None:
    found = [(mention.quantity.stated.lo, mention.quantity.unit, mention.role) for mention in read(text)]
    assert found == ends


def test_levels_of_a_change_share_their_noun() -> None:
    assert [mention.quantity.noun for mention in read("The fleet grew from 8 to 12 boats.")] == ["boats", "boats"]


@pytest.mark.parametrize(
    ("vague", "counted"),
    [("dozens of boats", 27), ("dozens of boats", 140), ("hundreds of boats", 350), ("millions of fans", 14e6)],
)
def test_vague_numbers_allow_what_is_said_by_them(vague: str, counted: float) -> None:
    assert read(vague)[0].quantity.implied.overlaps(Interval.point(counted))


@pytest.mark.parametrize(("vague", "counted"), [("dozens of boats", 12), ("hundreds of boats", 9000)])
def test_vague_numbers_exclude_what_is_far_off(vague: str, counted: float) -> None:
    assert not read(vague)[0].quantity.implied.overlaps(Interval.point(counted))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It bears 93kg/mm2 there.", [(93, 93, "kilogram per square millimeter")]),
        ("a fluid of pH 7.5", [(7.5, 7.5, "pH")]),
        ("close to absolute zero", [(0, 0, "kelvin")]),
        ("a growth of 0.3 h−1", [(0.3, 0.3, "inverse hour")]),
        ("between ~40° and 90°", [(40, 90, "degree")]),
        ("12 ±  2 %", [(10, 14, "percent")]),
        ("3 years, 2 months and 14 days", [(3, 3, "year"), (2, 2, "month"), (14, 14, "day")]),
        ("7 feet and 10 inches", [(94, 94, "inch")]),
        ("35 per 100,000 people", [(35, 35, "count per 100000 person")]),
        ("a 3-to-1 lead", [(3, 3, "")]),
        ("at odds of 5 to 2", [(2.5, 2.5, "")]),
        ("8-to-10 boats", [(8, 10, "")]),
        ("a nine-to-five job", [(5, 9, "")]),
        ("the id 41207, but a wage of ID 69,000", [(69000, 69000, "")]),
        ("a ratio in the 1.3 Release", []),
        ("a loss of 12, lost ($40)", [(12, 12, ""), (-40, -40, "USD")]),
        ("only one boat and at least one crew", [(1, 1, ""), (1, None, "")]),
        ("a one-way street, where n 1 is odd", []),
        ("a ratio of 1/0", []),
    ],
)
def test_reads(text: str, found: list[tuple[float, float | None, str]]) -> None:
    read_as = [
        (mention.quantity.stated.lo, mention.quantity.stated.hi, mention.quantity.unit) for mention in read(text)
    ]
    assert read_as == found


def test_life_expectancy_is_an_age() -> None:
    assert read("Life expectancy on the island is 73 for men.")[0].quantity.unit == "year of age"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It bakes 300 loaves a day.", "loaf per day"),
        ("The depot sends 12 buses per hour.", "bus per hour"),
        ("They pack 40 boxes an hour.", "box per hour"),
        ("The line moves 90 people per minute.", "person per minute"),
    ],
)
def test_a_rate_counts_one_of_a_noun(text: str, unit: str) -> None:
    assert [mention.quantity.unit for mention in read_quantities(text, (Span(0, len(text)),), ())] == [unit]


def test_many_digits_with_an_exponent_are_a_number() -> None:
    """Seventeen digits are written with an exponent of their own."""
    text = "The dune holds 32158704693210987e5 grains."
    (mention,) = read_quantities(text, (Span(0, len(text)),), ())
    assert mention.quantity.stated.lo == pytest.approx(32158704693210987e5)


def test_a_power_of_ten_behind_many_digits() -> None:
    text = "A code of 32158704693210987321587e5 bars, and 4.2e6 bars."
    values = [mention.quantity.stated.lo for mention in read_quantities(text, (Span(0, len(text)),), ())]
    assert values == [32158704693210987321587e5, 4.2e6]
