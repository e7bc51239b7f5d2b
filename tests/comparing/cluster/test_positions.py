from datetime import date

from factcheck.comparing.cluster.positions import parties, positions, side_by_side, sides
from factcheck.model import Interval
from tests.comparing.claims import claim, count, day, percent


def texts(found):
    return [(position.text, len(position.claims)) for position in found]


def test_claims_whose_intervals_share_a_point_are_one_position():
    found = positions(
        [
            claim("41 people", count(41, 41), doc="a"),
            claim("about 40 people", count(40, 40, implied=Interval(36, 44), hedge="approx"), doc="b"),
            claim("29 people", count(29, 29), doc="c"),
        ]
    )
    assert texts(found) == [("29 people", 1), ("41 people", 2)]


def test_the_odd_one_out_comes_first():
    found = positions([claim(f"{n}%", percent(n, n), doc=doc) for n, doc in ((20, "a"), (20, "b"), (18, "c"))])
    assert texts(found) == [("18%", 1), ("20%", 2)]


def test_a_bound_that_fits_several_positions_is_placed_in_none():
    found = positions(
        [
            claim("at least 10", count(10, None), doc="a"),
            claim("20", count(20, 20), doc="b"),
            claim("30", count(30, 30), doc="c"),
        ]
    )
    assert texts(found) == [("20", 1), ("30", 1)]


def test_a_bound_that_fits_one_position_joins_it_and_one_that_fits_none_stands_alone():
    claims = [
        claim("at least 25", count(25, None), doc="a"),
        claim("at most 5", count(None, 5), doc="d"),
        claim("20", count(20, 20), doc="b"),
        claim("30", count(30, 30), doc="c"),
    ]
    assert sorted(texts(positions(claims))) == [("20", 1), ("at least 25", 2), ("at most 5", 1)]


def test_two_limits_that_overlap_as_intervals_are_still_two_positions():
    left, right = claim("up to 100", count(None, 100), doc="a"), claim("up to 50", count(None, 50), doc="b")
    assert texts(side_by_side(left, right)) == [("up to 100", 1), ("up to 50", 1)]


def sides_of(*told, archive=()):
    """The sides of a dispute between the values that each document tells."""
    found = positions([claim(f"{n}%", percent(n, n), doc=doc) for doc, n in told])
    return parties(found, frozenset(archive))


def test_every_position_is_a_side():
    assert sides_of(("a", 18), ("b", 20)) == 2
    assert sides_of(("a", 18), ("b", 20), ("c", 22)) == 3
    assert sides_of(("a", 18), ("b", 20), ("c", 22), ("d", 22)) == 3


def test_an_archive_is_one_side():
    assert sides_of(("a", 18), ("b", 20), ("c", 22), archive="bc") == 2
    assert sides_of(("a", 18), ("d", 19), ("b", 20), ("c", 22), archive="bc") == 3
    assert sides_of(("a", 18), ("b", 18), ("c", 22), archive="bc") == 2


def test_limits_that_differ_are_one_position_for_each_value():
    limits = [claim(f"up to {most}", count(None, most), doc=doc) for doc, most in (("a", 50), ("b", 100), ("c", 50))]
    assert texts(sides(limits)) == [("up to 100", 1), ("up to 50", 2)]
    figures = [claim(str(people), count(people, people), doc=str(people)) for people in (41, 29)]
    assert sides(figures) == positions(figures)


def test_clock_times_of_one_day_are_one_position_for_each_time():
    opens = date(2024, 5, 3)
    stated = zip("abc", ("2024-05-03T09:00", "2024-05-03T10:00", "2024-05-03T09:00"), strict=True)
    times = [claim(timex[11:], time=day(opens, opens, timex), doc=doc) for doc, timex in stated]
    assert texts(sides(times)) == [("10:00", 1), ("09:00", 2)]
