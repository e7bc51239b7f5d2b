"""Pages without a date that state one thing in two places: what is reported, and the twin that is two things."""

import pytest

from factcheck.comparing.bounds import bound_of, role_of
from factcheck.comparing.compare import CompareOptions, compare
from factcheck.model import Document, Interval, PositionMap, Quantity
from factcheck.pipeline import read_passage
from factcheck.rulebook import rules_in_force
from tests.comparing.claims import claim, count

RULES = rules_in_force(())
# Other pages, so that the words of a pair are as rare as they are on a site.
OTHERS = (
    "The Tarvik mill grinds 40 sacks of rye a day and closes at noon.",
    "Ostra library lends 3 books to each reader and opens on Sundays.",
    "The Brellin ferry carries 120 passengers and 14 carts over the sound.",
)


def loud(*pages):
    """The conflicts above a note between pages, each given by its text or as title and text."""
    named = [page if isinstance(page, tuple) else ("", page) for page in pages]
    texts = [f"# {title}\n\n{text}" if title else text for title, text in named]
    read = [
        read_passage(Document(f"page{number}", f"page{number}", text, PositionMap.of_text(text)))
        for number, text in enumerate((*texts, *OTHERS))
    ]
    found = compare(read, RULES, CompareOptions()).conflicts
    return [(each.severity, sorted(p.text for p in each.positions)) for each in found if each.severity != "note"]


CLUSTER = "A Halden cluster can hold one leading machine, plus a maximum of {} reading machines."
RANGE = "A Halden cluster consists of one leading machine, and between zero and {} reading machines."


def test_a_range_from_nothing_is_a_limit():
    assert loud(CLUSTER.format("six"), RANGE.format("seven"))[0][1] == ["a maximum of six", "between zero and seven"]
    assert loud(CLUSTER.format("six"), RANGE.format("six")) == []


@pytest.mark.parametrize(
    ("quantity", "role"),
    [
        (count(0, 10), "limit"),
        (count(1, 10), "value"),
        (count(0, 0), "value"),
        (Quantity("percent", Interval(0, 10), Interval(0, 10), "percent", "percent"), "value"),
        (Quantity("measure", Interval(0, 10), Interval(0, 10), "degree_Celsius", "[temperature]"), "value"),
    ],
)
def test_only_what_is_counted_from_nothing_is_bounded_by_its_end(quantity, role):
    told = claim("0 to 10", quantity)
    assert role_of(told) == role
    assert (bound_of(told).stated.lo is None) == (role == "limit")


def test_a_sum_of_limits_keeps_every_place_in_its_position():
    pages = (CLUSTER.format("six"), RANGE.format("seven"), CLUSTER.format("seven"))
    (found,) = loud(*pages)
    assert found[1][0] == "a maximum of six"
    assert len(found[1]) == 2


SURE = "To make sure that the {} sites can reach each other, open port {} from each site to every other site."


def test_a_port_in_one_sentence_on_two_pages_needs_no_name():
    assert loud(SURE.format("joined", 8080), SURE.format("joined", 9443))
    assert loud("Port: 22", "Port: 443") == []


WAIT = """## Using Halden Relay

After Halden Relay is switched on, it can take up to 20 minutes before pages load faster.

"""
AGAIN = """## Notes

After switching {} on it might take up to thirty minutes before the speed of a site rises.
"""


def test_two_bounds_on_one_wait_of_one_page():
    assert loud(WAIT + AGAIN.format("Halden Relay")) == [("warning", ["up to 20 minutes", "up to thirty minutes"])]
    assert loud(WAIT + AGAIN.format("Ostra Relay")) == []


DEFAULT = "Hooks made with `halden.example/v1` default to a timeout of {} seconds.\n\n"


def test_one_default_twice_under_one_heading():
    assert loud("## Hooks\n\n" + DEFAULT.format(10) + "Or so.\n\n" + DEFAULT.format(30)) == [
        ("error", ["10 seconds", "30 seconds"])
    ]
    assert loud("## Hooks\n\n" + DEFAULT.format(10) + "## Old hooks\n\n" + DEFAULT.format(30)) == []


def test_a_bound_on_one_narrowed_thing_needs_no_page_of_one_title():
    pages = (
        ("Halden limits", "A Halden cluster supports up to 10 reading machines, which can be added while it runs."),
        ("Parts of a cluster", "A Halden cluster supports a maximum of nine reading machines beside the leading one."),
    )
    assert loud(*pages) == [("error", ["a maximum of nine", "up to 10"])]


COPIED = "Ask the keeper of each joined site to open port {} for the inspectors from every other joined site."


def test_headings_lend_a_copied_sentence_no_name_of_its_own():
    one = ("Writing Lorvik Rules", COPIED.format(8080))
    assert loud(one, ("Create a Tarvik Inspection", COPIED.format(9443))) == [("error", ["8080", "9443"])]
    assert loud(one, ("Create a Tarvik Inspection", COPIED.format(8080))) == []


RETAINED = "In Halden Desk, items are retained for {} days from the day on which you delete them."
IN_BIN = "Items in the Return Tray are retained for {} days."


def test_what_both_pages_are_headed_with_is_no_other_place():
    page = ("Deletion in Halden Desk", RETAINED.format(93))
    other = "Protection in Halden Desk and Halden Drive"
    assert [found[1] for found in loud(page, (other, IN_BIN.format(90)))] == [["90 days", "93 days"]]
    assert loud(page, (other, IN_BIN.format(93))) == []
    assert loud(page, ("Protection in Ostra Drive", IN_BIN.format(90))) == []


NOTES = "You can set a sensor to late mode so that it will update {} hours after the Halden service updates."
HOW = "{} hours after the Halden service updates, a sensor in late mode starts to update."


def test_how_long_something_waits_is_no_plan():
    assert loud(("News of Halden", NOTES.format(12)), ("Updating sensors of Halden", HOW.format(24)))
    assert loud(("News of Halden", NOTES.format(24)), ("Updating sensors of Halden", HOW.format(24))) == []


CYCLE = "One full cycle of the Halden council lasts {} blocks (about 1 month on average)."
CYCLES = "A cycle of the Halden council will last {} blocks, which on average is about one month."


def test_an_equal_figure_says_which_parts_are_counted():
    pages = ("Halden council overview", CYCLE.format(4510)), ("Halden council for contributors", CYCLES.format(4680))
    assert [found[1] for found in loud(*pages)] == [["4510", "4680"]]
    assert loud(pages[0], (pages[1][0], CYCLES.format(4510))) == []


def test_a_quota_in_a_table_is_about_all_that_its_row_says():
    table = "| Resource | Quota |\n|---|---|\n| Maximum number of custom fields per berth book | {} |"
    prose = "You can add up to 25 custom fields to your berth book, and rename them."
    assert loud(("Quotas of Halden", table.format(25)), ("Halden books", prose)) == []


SUMMARY = """## Results

- 20 percent of the boats that carry more than {} percent of all salt now sail with a Halden pilot

## How the fleet was changed

Years went by. Twenty percent of the boats that carry more than 60 percent of all salt now sail with a Halden pilot.
"""


def test_a_summary_says_what_the_page_tells():
    assert [found[1] for found in loud(SUMMARY.format(40))] == [["more than 40 percent", "more than 60 percent"]]
    assert loud(SUMMARY.format(60)) == []
    assert loud(SUMMARY.format(40).replace("Results", "Salt boats")) == []
