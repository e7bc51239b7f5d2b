"""Laws of judging.

For rules that compare, swapping the sides gives the same rule, verdict, class and severity. Verdicts are ordered
agree < compatible < superseded < conflict, and widening what one side allows (a hedge) never moves a verdict up. A
value rewritten in another unit never makes a conflict. Pairs are judged one by one: neither their order nor their
company changes a verdict.
"""

import math
from dataclasses import replace

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.comparing.judge import ORDER, judge
from factcheck.comparing.table import claims_table
from factcheck.comparing.table import pair_table as cross
from factcheck.lexicon.units import conversion
from factcheck.model import Citation, Claim, Frame, Interval, Quantity, Reading, Span
from factcheck.rulebook import rules_in_force
from tests.rulebook.specimens import pair_table

RULES = rules_in_force()
SAID = ["rule", "verdict", "conflict_class", "severity", "rung"]
DAY = 738_000

MEASURES = st.sampled_from(["", "deaths", "injuries", "bridge", "fine", "territory"])
KINDS = st.sampled_from(
    [
        {"kind": "count", "dimension": "count"},
        {"kind": "number", "dimension": "count"},
        {"kind": "percent", "dimension": "percent", "unit": "percent"},
        {"kind": "money", "dimension": "money", "unit": "USD"},
        {"kind": "money", "dimension": "money", "unit": "EUR"},
        {"kind": "money", "dimension": "money", "unit": "AUD"},
        {"kind": "measure", "dimension": "data", "unit": "gigabyte"},
        {"kind": "duration", "dimension": "[time]", "unit": "day"},
        {"kind": "date", "dimension": "date", "grain": "day"},
    ]
)
NUMBERS = st.sampled_from([0.0, 1.0, 3.0, 12.0, 21.0, 120.0, 132.0, 123.0, 1000.0, 1013.0, 1024.0, 12000.0, 738_000.0])


@st.composite
def values(draw):
    lo, hi = sorted((draw(NUMBERS), draw(NUMBERS)))
    if draw(st.booleans()):
        hi = lo
    ends = draw(st.sampled_from(["both", "both", "both", "lo", "hi", "none"]))
    stated = {
        "stated_lo": lo if ends in ("both", "lo") else math.nan,
        "stated_hi": hi if ends in ("both", "hi") else math.nan,
    }
    slack = draw(st.sampled_from([0.0, 0.0, 0.5, 5.0]))
    return stated | {
        "lo": stated["stated_lo"] - slack,
        "hi": stated["stated_hi"] + slack,
        "resolution": draw(st.sampled_from([1.0, 1.0, 10.0, 1000.0, math.nan])),
    }


@st.composite
def sides(draw, kind):
    start = draw(st.sampled_from([math.nan, DAY, DAY + 20]))
    return (
        kind
        | draw(values())
        | {
            "measure": draw(MEASURES),
            "role": draw(st.sampled_from(["value", "value", "limit", "default"])),
            "modality": draw(st.sampled_from(["asserted", "planned"])),
            "attribution": draw(st.sampled_from(["", "Varennia", "Tollmark"])),
            "published": draw(st.sampled_from([math.nan, 28_000_000.0, 28_000_500.0, 28_010_000.0])),
            "published_clock": draw(st.booleans()),
            "dated": draw(st.booleans()),
            "as_of_start": start,
            "as_of_end": start + 10,
            "begins_lo": draw(st.sampled_from([math.nan, DAY, DAY + 400])),
            "begins_hi": draw(st.sampled_from([math.nan, DAY + 400.0])),
        }
    )


@st.composite
def pairs(draw):
    kind = draw(KINDS)
    other = kind if draw(st.integers(0, 3)) else draw(KINDS)
    left, right = draw(sides(kind)), draw(sides(other))
    if draw(st.booleans()):
        right = right | {name: left[name] for name in ("measure", "role", "modality")}
    return left, right


def said(many):
    return judge(pair_table(many), RULES)[SAID].values.tolist()


MANY = st.lists(pairs(), min_size=1, max_size=25)
SLACK = st.sampled_from([0.0, 0.5, 2.0, 30.0, 2000.0])


@given(MANY)
@settings(max_examples=12, deadline=None)
def test_swapping_the_sides_changes_nothing(many):
    swapped = [(right | {"doc": "b.txt"}, left | {"doc": "a.txt"}) for left, right in many]
    assert said(many) == said(swapped)


@given(MANY, SLACK, SLACK)
@settings(max_examples=12, deadline=None)
def test_a_hedge_never_moves_a_verdict_up(many, below, above):
    hedged = [
        (left | {"lo": left["lo"] - below, "hi": left["hi"] + above, "hedge": "approx"}, right) for left, right in many
    ]
    for (_, before, *_), (_, after, *_) in zip(said(many), said(hedged), strict=True):
        if "incomparable" not in (before, after):
            assert ORDER.index(after) <= ORDER.index(before)


@given(MANY, st.randoms(use_true_random=False))
@settings(max_examples=8, deadline=None)
def test_pairs_are_judged_one_by_one(many, random):
    together = said(many)
    order = list(range(len(many)))
    random.shuffle(order)
    assert said([many[number] for number in order]) == [together[number] for number in order]
    assert said(many[:1]) == together[:1]


@given(MANY)
@settings(max_examples=8, deadline=None)
def test_a_value_agrees_with_itself(many):
    for _, verdict, *_ in said([(left, left | {"doc": "b.txt"}) for left, _ in many]):
        assert verdict in ("agree", "compatible", "incomparable")


UNITS = (
    ("meter", "kilometer", "mile", "foot"),
    ("kilogram", "pound", "metric_ton"),
    ("second", "minute", "hour", "day"),
    ("megabyte", "gigabyte", "mebibyte"),
    ("degree_Celsius", "degree_Fahrenheit"),
)


def claim_of(name, quantity, role="value"):
    cited = Citation(name, name, Span(0, 1), "1", "1", Span(0, 1), 1, 1, 1, 2)
    return Claim(f"{name}:1", cited, Frame(measure="length"), role, quantity, None)


@given(
    st.sampled_from(UNITS).flatmap(lambda units: st.tuples(st.sampled_from(units), st.sampled_from(units))),
    st.integers(1, 99_999),
    st.integers(-2, 2),
    st.sampled_from(["value", "limit"]),
)
@settings(max_examples=40, deadline=None)
def test_a_value_rewritten_in_another_unit_makes_no_conflict(units, digits, exponent, role):
    written, rewritten = units
    value, half = digits * 10.0**exponent, 0.5 * 10.0**exponent
    one, two = conversion(written), conversion(rewritten)
    quantity = Quantity(
        "measure",
        Interval.point(value),
        Interval(value - half, value + half),
        written,
        one.dimension,
        None,
        "",
        exponent,
    )

    def there(interval):
        return interval.scaled(one.factor / two.factor, (one.offset - two.offset) / two.factor)

    again = replace(
        quantity, stated=there(quantity.stated), implied=there(quantity.implied), unit=rewritten, decimals=None
    )
    claims = (claim_of("a", quantity, role), claim_of("b", again, role))
    cards = {name: Reading(name, name, "", "", "", None, (), (), 1, (), ()) for name in ("a", "b")}
    table = claims_table(claims, cards)
    judged = judge(cross(table, pd.DataFrame({"left": [0], "right": [1]})), RULES)
    assert judged["verdict"].tolist() in (["agree"], ["compatible"])
