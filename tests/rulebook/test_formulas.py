"""Formulas on passages as they are read: what is computed, what is left alone, and what would be right."""

import pytest

from factcheck.comparing.judge import recompute
from factcheck.model import Document, PositionMap
from factcheck.pipeline import read_passage
from factcheck.rulebook import rules_in_force
from factcheck.rulebook.computation import rounded
from tests.timing import cpu_seconds

RULES = rules_in_force()


def findings(text, published=None):
    document = Document("page", "page", text, PositionMap.of_text(text), published=published)
    return recompute(read_passage(document).claims, RULES)


def verdicts(text, published=None):
    return [(finding.rule_id, finding.verdict) for finding in findings(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Output rose 25% from 80 tonnes to 100 tonnes.", ["agree"]),
        ("Output rose 35% from 80 tonnes to 100 tonnes.", ["conflict"]),
        ("Output fell by 20% from 100 tonnes to 80 tonnes.", ["agree"]),
        ("Sales grew 13% to $1.7 million from $1.5 million.", ["agree"]),
        ("Sales grew 31% to $1.7 million from $1.5 million.", ["conflict"]),
        ("The share rose by 3 percentage points from 12% to 15%.", ["agree"]),
        ("The share rose by 5 percentage points from 12% to 15%.", ["conflict"]),
        ("The share rose by 25% from 12% to 15%.", ["agree"]),
        ("Output rose from 80 tonnes to 100 tonnes.", []),
        ("Output rose 25% to 100 tonnes.", []),
        ("Output doubled every 4 months, from 80 tonnes to 900 tonnes.", []),
        ("Output doubled from 80 tonnes to 900 tonnes.", ["conflict"]),
        ("Output rose 25% from $80 to 100 tonnes.", []),
    ],
)
def test_a_change_between_two_values(text, expected):
    assert [verdict for rule, verdict in verdicts(text) if rule == "FC301"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A pilot earns 84 hours of leave (13 trips x 6 hours per trip).", ["conflict"]),
        ("A pilot earns 84 hours of leave (14 weeks × 6 hours per week).", ["agree"]),
        ("The crate holds 96 bottles (8 rows × 12 bottles).", ["agree"]),
        ("The crate holds 96 bottles = 9 rows times 12 bottles.", ["conflict"]),
        ("The crate holds 96 bottles (30 cm x 40 cm).", []),
        ("The crate holds 96 bottles (8 rows, 12 bottles each).", []),
        ("The crate holds 96 bottles (2 rows x 5 bottles).", []),
    ],
)
def test_a_figure_and_its_two_factors(text, expected):
    assert [verdict for rule, verdict in verdicts(text) if rule == "FC308"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry carries 120 vehicles a day, or 43,800 a year.", ["agree"]),
        ("The ferry carries 120 vehicles a day, or about 30,000 a year.", ["agree"]),
        ("The ferry carries 120 vehicles a day, or 438,000 a year.", ["conflict"]),
        ("The press makes 400 crates a week, i.e. about 20,800 crates per year.", ["agree"]),
        ("The press makes 400 crates a week, i.e. 28,000 crates per year.", ["conflict"]),
        ("The gate counts 120 visits per minute (7,200 visits per hour).", ["agree"]),
        ("The gate counts 120 visits per minute (2,700 visits per hour).", ["conflict"]),
        ("A cook earns 3,000 euros a month, which is 36,000 euros a year.", ["agree"]),
        ("A cook earns 3,000 euros a month, which is 30,000 euros a year.", ["conflict"]),
        ("The kiln burns 40 tonnes a day, which adds up to 14,600 tonnes a year.", ["agree"]),
        ("The kiln burns 40 tonnes a day, which adds up to 41,600 tonnes a year.", ["conflict"]),
        ("The plan costs $9 a month or $99 a year.", []),
        ("The plan costs $9 a month ($99 a year).", []),
        ("The ferry carries 120 vehicles a day, or 900 a year at night.", []),
        ("The ferry carries 120 vehicles a day and 43,800 people a year.", []),
        ("The bakery sells 300 loaves a day, a total of 9,000 in 30 days.", ["agree"]),
        ("The bakery sells 300 loaves a day, a total of 6,000 in 30 days.", ["conflict"]),
        ("The bakery sells 300 loaves a day, a total of 8,400 in four weeks.", ["agree"]),
    ],
)
def test_a_rate_and_what_it_comes_to(text, expected):
    assert [verdict for rule, verdict in verdicts(text) if rule == "FC309"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lake is 12 km (7.5 miles) long.", ["agree"]),
        ("The lake is 12 km (19 miles) long.", ["conflict"]),
        ("The hill is 300 feet (90 m) high.", ["agree"]),
        ("The hill is 10,000 feet (3,000 m) high.", ["agree"]),
        ("The bell weighs 2 tonnes (4,400 lb).", ["agree"]),
        ("The bell weighs 2 tonnes (9,400 lb).", ["conflict"]),
        ("The lake is 12 km long (7 miles of it are ice).", []),
        ("The prize is $500 (€460).", []),
        ("The tank holds 20,000 litres (4,400 gallons).", ["agree"]),
        ("The tank holds 20,000 litres (5,300 gallons).", ["agree"]),
        ("The tank holds 20,000 litres (7,300 gallons).", ["conflict"]),
        ("The runway is 2,600 m (8,600 ft) long.", ["agree"]),
        ("The buffer holds 33554432 bytes (32 MB).", ["agree"]),
        ("The buffer holds 33554432 bytes (64 MB).", ["conflict"]),
        ("Clerks get 3 days (24 hours) of leave.", ["agree"]),
        ("Clerks get 2 weeks (80 hours) of leave.", ["agree"]),
        ("Clerks get 3 days (90 hours) of leave.", ["conflict"]),
        ("The runway is 2,600 m (9,600 ft) long.", ["conflict"]),
    ],
)
def test_a_figure_told_again_in_another_unit(text, expected):
    assert [verdict for rule, verdict in verdicts(text) if rule == "FC302"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fair opens on Saturday, 8 June 2024.", ["agree"]),
        ("The fair opens on Sunday, 8 June 2024.", ["conflict"]),
        ("The fair opens on Sunday, June 8, 2024.", ["conflict"]),
        ("The fair opened on 8 June 2024 (Saturday).", ["agree"]),
        ("The fair opens on Sunday, 8 June.", []),
        ("The fair opens on 8 June 2024. Sunday is a day of rest.", []),
        ("The fair opens in June 2024.", []),
    ],
)
def test_a_weekday_beside_a_date(text, expected):
    assert [verdict for rule, verdict in verdicts(text, "2024-06-01") if rule == "FC303"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The choir has 45 singers: 30 women and 15 men.", ["agree"]),
        ("The choir has 45 singers: 30 women and 18 men.", ["conflict"]),
        ("The choir has 45 singers (30 women and 18 men).", ["conflict"]),
        ("The choir has 45 singers, of whom 30 are women and 18 are tall.", []),
        ("The choir has 45 singers: 3 women and 2 men came late.", []),
        ("The choir has 45 singers and 30 chairs.", []),
    ],
)
def test_parts_of_a_count(text, expected):
    assert [verdict for rule, verdict in verdicts(text) if rule == "FC304"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lorn, born in 1931, died in 1998 aged 67.", ["agree"]),
        ("Ada Lorn, born in 1931, died in 1998 aged 66.", ["agree"]),
        ("Ada Lorn, born in 1931, died in 1998 aged 76.", ["conflict"]),
        ("Ada Lorn was born in 1931 and married at the age of 22.", []),
    ],
)
def test_an_age_between_birth_and_death(text, expected):
    assert [verdict for rule, verdict in verdicts(text) if rule == "FC305"] == expected


LIST = "* Stop the mill.\n* Drain the pond.\n  * Slowly.\n* Close the gate.\n"


@pytest.mark.parametrize(
    ("intro", "expected"),
    [
        ("Do the following three steps:", ["agree"]),
        ("Do the following four steps:", ["conflict"]),
        ("There are four ways, such as these:", []),
        ("Our 40 customers say:", []),
        ("It takes four minutes:", []),
        ("There are at least two reasons:", []),
    ],
)
def test_a_list_and_its_introduction(intro, expected):
    assert [verdict for rule, verdict in verdicts(f"{intro}\n\n{LIST}") if rule == "FC306"] == expected


TABLE = (
    "| Site | 2023 | Cost |\n|---|---|---|\n| Lorvik | {a} | $30 |\n| Brellin | 230 | $5 |\n| **Total** | {b} | $35 |\n"
)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"a": "410", "b": "640"}, ["agree", "agree"]),
        ({"a": "410", "b": "740"}, ["agree", "conflict"]),
        ({"a": "n/a", "b": "740"}, ["agree"]),
    ],
)
def test_the_total_of_a_table(cells, expected):
    assert sorted(v for rule, v in verdicts(TABLE.format(**cells)) if rule == "FC307") == expected


def test_dates_of_one_life_in_order():
    assert ("FC202", "conflict") in verdicts("Ada Lorn was born in 1961. Ada Lorn died in 1958.")
    assert ("FC202", "agree") in verdicts("Ada Lorn was born in 1931. Ada Lorn died in 1998.")
    assert not [rule for rule, _ in verdicts("Ada Lorn was born in 1961. Otto Brell died in 1958.") if rule == "FC202"]


def test_a_finding_says_what_would_be_right_and_from_what():
    (finding,) = findings("Output rose 35% from 80 tonnes to 100 tonnes.")
    assert finding.right is None
    assert finding.left.citation.quote == "35%"
    assert finding.detail.endswith("from “80 tonnes” to “100 tonnes”")
    assert finding.computed is not None
    assert finding.computed.formula == "percentage_change"
    assert finding.computed.inputs == ("80 tonnes", "100 tonnes")
    assert (finding.severity, finding.conflict_class) == ("error", "arithmetic")


@pytest.mark.parametrize(
    ("text", "stated", "computed"),
    [
        ("Output rose 35% from 80 tonnes to 100 tonnes.", (34.5, 35.5), (24.0, 26.0)),
        ("The crash injured 19 people: 12 passengers and 5 pedestrians.", (19.0, 19.0), (17.0, 17.0)),
        ("The road is 12 km (12 miles) long.", (11.5, 12.5), (7.1, 7.8)),
        ("Orla Venn, born in 1861, died in 1930 aged 61.", (61.0, 62.0), (68.0, 69.0)),
    ],
)
def test_the_computed_side_is_a_value_in_the_unit_of_the_stated_one(text, stated, computed):
    (finding,) = (each for each in findings(text) if each.verdict == "conflict")
    assert finding.left.quantity is not None
    assert finding.quantity is not None
    assert finding.quantity.unit == finding.left.quantity.unit
    assert [finding.quantity.implied.lo, finding.quantity.implied.hi] == pytest.approx(computed, abs=1.1)
    assert [finding.left.quantity.implied.lo, finding.left.quantity.implied.hi] == pytest.approx(stated, abs=1.1)
    assert finding.sources


def test_an_order_gives_the_days_that_would_be_right():
    (finding,) = findings("Ada Lorn was born in 1961. Ada Lorn died in 1958.")
    assert finding.time is not None
    assert (finding.time.days.start, str(finding.time.days.end)) == (None, "1958-12-31")


@pytest.mark.parametrize(
    ("digits", "half"),
    [("320", 5.0), ("1.8", 0.05), ("95", 2.5), ("5", 0.5), ("3,000", 500.0), ("16", 0.5), ("0", 0.5)],
)
def test_the_step_to_which_a_conversion_is_rounded(digits, half):
    assert rounded(digits) == pytest.approx(half)


def test_long_texts_are_computed_in_linear_time():
    text = "Output rose 35% from 80 tonnes to 100 tonnes (7 miles, 9 km), 4 men and 5 women. " * 60
    document = Document("page", "page", text, PositionMap.of_text(text))
    claims = read_passage(document).claims
    assert cpu_seconds(lambda: recompute(claims, RULES)) < 2.0
