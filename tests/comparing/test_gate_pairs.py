from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from factcheck.comparing.deictic import points_at_itself
from factcheck.comparing.gate import dropped, gates
from factcheck.comparing.lag import runs_from
from factcheck.comparing.naming import is_naming, names_something
from factcheck.comparing.samples import is_sample
from factcheck.comparing.supposed import in_condition
from factcheck.comparing.table import claims_table, pair_table
from factcheck.model import DayInterval, Interval, Quantity, Span
from tests.comparing.claims import claim, count, day, reading


def gated(left, right, **card):
    claims = (left, right)
    cards = {c.citation.doc_id: reading(c.citation.doc_id, **card) for c in claims}
    table = claims_table(claims, cards)
    return passing(pair_table(table, pd.DataFrame({"left": [0], "right": [1]})))


def passing(pairs):
    """The pairs that pass every gate, and how many each gate dropped."""
    found = gates(pairs)
    return pairs[found == 0], dropped(found)


def test_two_plain_values_pass():
    pairs, dropped = gated(claim("41 people", doc="a"), claim("29 people", doc="b"))
    assert (len(pairs), dropped) == (1, {})


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ({"role": "part"}, {"role": "total"}, "different role"),
        ({"role": "from"}, {"role": "to"}, "different role"),
        ({"role": "change"}, {}, "different role"),
        ({"role": "limit"}, {"role": "default"}, "different role"),
        ({"role": "example"}, {}, "example value"),
        ({"modality": "corrected"}, {}, "a plan or forecast against a fact, or denied, supposed, withdrawn"),
        ({"qualifiers": ("per day",)}, {"qualifiers": ("per year",)}, "different period"),
    ],
)
def test_what_cannot_be_one_fact_is_dropped_and_counted(left, right, reason):
    pairs, dropped = gated(claim("41", count(41, 41), doc="a", **left), claim("29", count(29, 29), doc="b", **right))
    assert (len(pairs), dropped) == (0, {reason: 1})


@pytest.mark.parametrize(("left", "right"), [("value", "to"), ("value", "limit"), ("value", "default"), ("to", "to")])
def test_a_value_answers_what_a_change_ends_at_or_a_limit_is(left, right):
    pairs, _ = gated(claim("41", doc="a", role=left), claim("29", doc="b", role=right))
    assert len(pairs) == 1


def test_the_days_of_two_pages_are_not_compared():
    left, right = (
        claim(f"{number} May 2021", time=day(date(2021, 5, number), date(2021, 5, number)), doc=doc, measure="update")
        for number, doc in ((3, "a"), (9, "b"))
    )
    assert gated(left, right)[1] == {"the date of a page": 1}


def test_what_two_texts_deny_in_the_same_words_is_compared():
    left, right = (claim("41", count(41, 41), doc=doc, modality="negated", verb="open") for doc in ("a", "b"))
    assert len(gated(left, right)[0]) == 1


@pytest.mark.parametrize(
    ("sentence", "frame", "sample"),
    [
        ("The job reserves 8 cores.", {"verb": "reserve"}, True),
        ("The run takes 8 cores (--cores=8).", {"verb": "take"}, True),
        ("The ferry takes 8 lorries.", {"verb": "take"}, False),
        ("The harbour reserves 8 berths.", {"verb": "reserve"}, False),
    ],
)
def test_what_a_sample_asks_for_is_an_example(sentence, frame, sample):
    assert is_sample(claim("8", count(8, 8), sentence=sentence, **frame)) is sample


def test_a_default_beside_its_option_is_no_sample():
    assert not is_sample(claim("8", count(8, 8), role="default", sentence="The default is 8 (--cores=8)."))


def in_sentence(quote, number, sentence, doc):
    """A claim whose citation knows where in the sentence the figure stands."""
    made = claim(quote, count(number, number), doc=doc, at=sentence.index(quote), sentence=sentence, names=("Server",))
    return replace(made, citation=replace(made.citation, sentence_span=Span(0, len(sentence))))


def test_a_number_that_names_a_thing_is_no_count():
    named = in_sentence("4.2", 4.2, "Server 4.2 runs.", "a")
    counted = in_sentence("9", 9, "Server has 9 workers.", "b")
    assert gated(named, counted)[1] == {"a number that names something": 1}
    assert gated(counted, claim("7", count(7, 7), doc="a"))[1] == {}


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("2.0 Scope of the harbour rules", "2.0"),
        ("The crane returns a 404 error.", "404"),
        ("It comes under the BSD 3-Clause terms.", "3"),
        ("Cranes<sup>3</sup> lift at night.", "3"),
    ],
)
def test_sections_codes_licences_and_marks_name(sentence, quote):
    assert names_something(sentence, sentence.index(quote), quote, ())


@pytest.mark.parametrize("sentence", ["The pump runs 3 cycles.", "In Lorvik 3 cranes lift.", "Use 3-phase pumps."])
def test_counts_do_not_name(sentence):
    assert not names_something(sentence, sentence.index("3"), "3", ("Tollmark",))


def test_each_page_speaks_of_itself():
    left, right = (
        claim(str(n), count(n, n), doc=doc, sentence=f"This guide has {n} chapters.")
        for n, doc in ((12, "a"), (7, "b"))
    )
    assert gated(left, right)[1] == {"each page of itself": 1}
    assert points_at_itself("The script above stops after 9 runs.")
    assert not points_at_itself("The harbour has 9 cranes.")


def test_before_and_after_one_day_are_two_sides_of_it():
    before = claim("before May 2016", time=day(None, date(2016, 5, 1)), doc="a")
    after = claim("since May 2016", time=day(date(2016, 5, 1), None), doc="b")
    assert gated(before, after)[1] == {"two sides of one bound": 1}


def test_a_lesson_sets_the_figures_of_its_own_sample():
    lesson = claim("512 MB", count(512, 512), doc="docs/tutorials/quota.md", verb="set")
    assert is_sample(lesson)
    assert not is_sample(claim("512 MB", count(512, 512), doc="docs/quota.md", verb="set"))


@pytest.mark.parametrize(
    ("sentence", "supposed"),
    [
        ("If the lock holds 4 boats, wait.", True),
        ("If you sail at night, take 4 lamps.", False),
        ("The lock would hold 4 boats.", True),
        ("The lock should hold 4 boats.", False),
    ],
)
def test_only_what_an_if_clause_says_is_supposed(sentence, supposed):
    assert in_condition(sentence, sentence.index("4")) is supposed


def test_a_forecast_is_no_fact_but_a_page_without_a_date_says_how_it_always_is():
    left, right = claim("41", count(41, 41), doc="a", modality="forecast"), claim("29", count(29, 29), doc="b")
    reason = "a plan or forecast against a fact, or denied, supposed, withdrawn"
    assert gated(left, right, published="2024-05-03")[1] == {reason: 1}
    assert gated(left, right)[1] == {}


def test_pages_without_a_date_say_with_if_when_a_rule_holds():
    left, right = (
        claim(str(n), count(n, n), doc=doc, modality=modality)
        for n, doc, modality in ((4, "a", "hypothetical"), (5, "b", "asserted"))
    )
    assert len(gated(left, right)[0]) == 1


def test_a_year_amid_a_name_is_no_date():
    year = day(date(2010, 1, 1), date(2010, 12, 31), "2010", grain="year")
    sentence = "Halden 2010 Standard"
    named = replace(claim("2010", time=year), kind="cell")
    citation = replace(named.citation, span=Span(7, 11), sentence=sentence, sentence_span=Span(0, len(sentence)))
    assert is_naming(replace(named, citation=citation))
    opened = replace(citation, sentence="Opened in 2010 Standard", span=Span(10, 14))
    assert not is_naming(replace(named, citation=opened))


@pytest.mark.parametrize("key", ["label", "releaseLabel", "short_name"])
def test_a_number_in_a_field_that_gives_a_name_is_none(key):
    told = replace(claim("2.1", count(2.1, 2.1), sentence=f"{key}: 2.1 SP1"), kind="field")
    assert is_naming(replace(told, labels=(("key", key),)))
    assert not is_naming(replace(told, labels=(("key", "berths"),)))


SINCE = "counted since some day, and not"
MOVED = "a change or a moving figure of another day"


def told(left, right, published):
    cards = {
        c.citation.doc_id: reading(c.citation.doc_id, published=day)
        for c, day in zip((left, right), published, strict=True)
    }
    table = claims_table((left, right), cards)
    return passing(pair_table(table, pd.DataFrame({"left": [0], "right": [1]})))[1]


def test_what_came_together_since_a_day_is_not_what_is_said_of_a_year():
    left, right = claim("41", doc="a", qualifiers=("since",)), claim("29", doc="b")
    assert gated(left, right)[1] == {SINCE: 1}


@pytest.mark.parametrize("days", [("2023-05-03", "2023-05-04"), ("2023-05-03", "2023-05-03")])
def test_a_price_and_a_change_are_of_their_day(days):
    dropped = {MOVED: 1} if days[0] != days[1] else {}
    assert told(claim("41", doc="a", measure="price"), claim("29", doc="b", measure="price"), days) == dropped
    assert told(claim("41", doc="a", role="change"), claim("29", doc="b", role="change"), days) == dropped
    assert told(claim("41", doc="a"), claim("29", doc="b"), days) == {}


EARLIER = "of an earlier time, and told without a time"


def test_a_figure_of_a_year_before_is_not_that_of_today():
    back = claim("41", doc="a", as_of=DayInterval(date(2022, 1, 1), date(2022, 12, 31)))
    back = replace(back, citation=replace(back.citation, sentence="A year before, the mill had 41 weavers."))
    days = ("2023-05-03", "2023-05-03")
    assert told(back, claim("29", doc="b"), days) == {EARLIER: 1}
    assert told(claim("29", doc="b"), back, days) == {EARLIER: 1}
    assert told(back, claim("29", doc="b"), ("2023-05-03", "2022-05-03")) == {}
    assert told(back, replace(back, claim_id="b", citation=replace(back.citation, doc_id="b")), days) == {}
    in_a_year = replace(back, citation=replace(back.citation, sentence="In 2022 the mill had 41 weavers."))
    assert told(in_a_year, claim("29", doc="b"), days) == {}


AHEAD = "a plan or forecast against a fact, or denied, supposed, withdrawn"


def waits(doc, hours, follows, **frame):
    """A claim of some hours with the rest of its sentence."""
    length = Interval(hours, hours)
    told = claim(f"{hours} hours", Quantity("duration", length, length, "hour", "[time]"), doc=doc, **frame)
    return replace(told, citation=replace(told.citation, sentence=told.citation.quote + follows))


def test_how_long_one_thing_waits_for_another_is_a_rule_also_in_release_notes():
    after = " after the gate closes"
    right = waits("b", 24, after, verb="update")
    left = waits("a", 12, after, verb="update", modality="planned")
    assert told(left, right, ("2023-05-03", None)) == {}
    assert told(left, right, ("2023-05-03", "2023-05-03")) == {AHEAD: 1}
    assert told(waits("a", 12, " at sea", verb="update", modality="planned"), right, ("2023-05-03", None)) == {AHEAD: 1}


@pytest.mark.parametrize(
    "rest", [" after it stops", ", following the update", " prior to the start", "** from the end"]
)
def test_what_a_wait_runs_from(rest):
    assert runs_from(rest)
    assert not runs_from(" of rain" + rest)
