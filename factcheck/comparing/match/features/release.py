"""Rows about releases: one release of one product, or two.

>>> halden = frozenset({"docs", "halden", "server"})
>>> one_product(Release("Halden Server", "2.1"), Release("", "2.1"), frozenset(), halden)
True
"""

from __future__ import annotations

from factcheck.comparing.match.features.ladder import Feature, against
from factcheck.comparing.profile import Profile
from factcheck.comparing.releases import NONE, PARTS, Release
from factcheck.comparing.statistics import Statistics


def one_product(left: Release, right: Release, left_place: frozenset[str], right_place: frozenset[str]) -> bool:
    """Whether two releases are of one product: of one name, or one stands among the pages of the other's.

    A long name is not that of its part: the Halden Server is not the Halden Server Client.
    """
    if left.product and right.product:
        return left.product.casefold() == right.product.casefold()
    name, place = (left.product, right_place) if left.product else (right.product, left_place)
    words = [word for word in PARTS.split(name.lower()) if word]
    return bool(words) and place.issuperset(words)


def release_level(left: Profile, right: Profile, _: Statistics) -> str:
    """Rows about one release of one product, about two, or about none that is known.

    Pages of one folder that keep their records in one form are each about a product of its own.
    """
    ours, theirs = left.release, right.release
    if NONE in (ours, theirs) or left.doc == right.doc:
        return "none"
    if ours.version != theirs.version or ours.form == theirs.form:
        return "differs"
    if not one_product(ours, theirs, left.place, right.place):
        return "differs"
    return "same" if left.measure == right.measure else "other_event"


def _detail(left: Profile, right: Profile, _: Statistics) -> str:
    ours, theirs = (f"{side.release.product} {side.release.version}".strip() for side in (left, right))
    return against((ours,), (theirs,))


FEATURES: tuple[Feature, ...] = (Feature("release", release_level, _detail),)
