"""Each comparison level has a pair that reaches it; features and weights belong together."""

import math
from dataclasses import replace
from datetime import date

import pytest

from factcheck.comparing.match import Matcher, load_weights
from factcheck.comparing.match.features import FEATURES
from factcheck.comparing.match.score import Match, certain, doubtful, recorded
from factcheck.comparing.profile import Profile
from factcheck.comparing.releases import Release
from factcheck.comparing.statistics import Statistics
from factcheck.model import DayInterval

CORPUS = Statistics(10, {"ferry": 3, "sank": 3, "people": 9}, {"winter": 2, "summer": 6})
PLAIN = Profile(
    row=0,
    doc="a",
    title="",
    source="",
    dimension="count",
    kind="count",
    measure="deaths",
    modifiers=frozenset(),
    subject=frozenset(),
    primary="",
    qualifiers=frozenset(),
    verb="",
    near=frozenset(),
    words=frozenset({"ferry", "sank"}),
    names=frozenset(),
    headings=frozenset(),
    others=frozenset(),
    identifiers=frozenset(),
    quote="41",
    anchor="",
    role="value",
    attribution="",
    value=("count", 41.0, 41.0),
    lo=41.0,
    hi=41.0,
    as_of=None,
    published=math.nan,
    scope=(),
    block="paragraph",
    passage=0,
    sentence=0,
    group=-1,
    labels=frozenset(),
    example=False,
)
OF_A_CARD = {"words": frozenset({"card", "fee"}), "names": frozenset({"Orvane"})}
MAY, JUNE = (DayInterval(date(2024, month, 1), date(2024, month, 28)) for month in (5, 6))


def words(*names):
    return frozenset(names)


def beside(value, measure):
    """A claim of 29 with a figure beside it."""
    others, measured = (("count", value, value),), (("count", value, value, measure),)
    return {"others": frozenset(others), "measured": frozenset(measured), "lo": 29.0, "hi": 29.0}


OVER_40, OVER_40_DEATHS = frozenset({("count", 40.0, math.inf)}), frozenset({("count", 40.0, math.inf, "deaths")})
# One of the documents of a group, told apart by ``doc``.
GIVEN = {"told": "one story", "size": 3}
OTHER = {**GIVEN, "doc": "b"}
OF_LORVIK = {"primary": "Lorvik", "subject": words("Lorvik")}
OF_TARVIK = {"primary": "Tarvik", "subject": words("Tarvik")}
DATED = {"dimension": "date", "measure": "revenue"}
SALE = {"dimension": "date", "measure": "sell", "year": True}
YEAR_OF_A_SUM = {"dimension": "date", "measure": "expect", "others": frozenset({("money", 4.0, 4.0)})}


HALDEN, HALDEN_B, NAMELESS = Release("Halden", "2.1", "a"), Release("Halden", "2.1", "b"), Release("", "2.1", "b")
MAY_3 = float(date(2024, 5, 3).toordinal())
JUNE_4 = MAY_3 + 32
IN_MAY, IN_JUNE = ((day - date(1970, 1, 1).toordinal()) * 1440.0 for day in (MAY_3, JUNE_4))
TOLD_IN_MAY = {"dimension": "date", "kind": "date", "lo": MAY_3, "hi": MAY_3, "published": IN_MAY}
TOLD_IN_JUNE = {"doc": "b", "dimension": "date", "kind": "date", "lo": JUNE_4, "hi": JUNE_4, "published": IN_JUNE}
UNNAMED = {"measure": "gizmo", "words": words("call", "gizmo", "open", "queue")}
FEW = {"measure": "gizmo", "subject": words("Halden")}
NARROWED = {**UNNAMED, "role": "limit", "modifiers": words("custom")}
WAIT = {"kind": "duration", "verb": "take", "names": words("Halden"), "lo": -math.inf, "hi": 20.0}
AGAIN = {
    "role": "default",
    "identifiers": words("halden.v1"),
    "words": words("call", "halden.v1", "open", "queue"),
    "headings": words("queue"),
}
BOUND = {"role": "limit", "modifiers": words("virtual"), "names": words("Halden")}
# A measure that the lexicon knows, under one verb; the one page is headed with what the other names.
KEPT = {"role": "limit", "measure": "retention", "verb": "retain", "primary": "parcel", "subject": words("parcel")}
SAID_OF = {**KEPT, "names": words("Halden Server")}
HEADED = {**KEPT, "doc": "b", "headings": words("halden", "server"), "lo": 44.0, "hi": 44.0}
LONG = {"words": words("check", "each", "join", "site", "reach", "other", "port"), "subject": words("Port Rules")}
ABOVE, ABOVE_B = ({"headings": words(*said)} for said in (("port", "rule"), ("tarvik", "gate")))
LENT_B = {**LONG, **ABOVE_B, "doc": "b", "subject": words("Tarvik Gates")}
COPY = {"words": words("valve", "halden", "closes", "after"), "names": words("Halden")}
CASES = [
    ("measure", "same_class", {}, {}),
    (
        "measure",
        "single_event",
        {"measure": "bear", "dimension": "date", "names": words("Ann Lee"), "primary": "Ann Lee"},
        {"measure": "bear", "dimension": "date", "names": words("Ann Marie Lee"), "primary": "Ann Marie Lee"},
    ),
    ("measure", "same_event", {"measure": "bear", "dimension": "date"}, {"measure": "bear", "dimension": "date"}),
    ("measure", "same", {"measure": "gizmo"}, {"measure": "gizmo"}),
    ("measure", "same_words", {"measure": "gizmo", "dimension": "date"}, {"measure": "gizmo", "dimension": "date"}),
    (
        "measure",
        "eventless",
        {"measure": "gizmo", "dimension": "date", "year": True},
        {"measure": "gizmo", "dimension": "date"},
    ),
    ("measure", "unknown", {"measure": ""}, {}),
    ("measure", "differs", {}, {"measure": "attendance"}),
    ("measure", "opposed", {}, {"measure": "injuries"}),
    ("measure", "two_events", {"measure": "bear", "dimension": "date"}, {"measure": "kill", "dimension": "date"}),
    ("modifiers", "same", {"modifiers": words("russian")}, {"modifiers": words("russian")}),
    ("modifiers", "none", {}, {}),
    ("modifiers", "open", {"modifiers": words("russian")}, {}),
    ("modifiers", "disjoint", {"modifiers": words("russian")}, {"modifiers": words("young")}),
    ("modifiers", "unlike", {"measure": "time", "modifiers": words("mooring")}, {"measure": "time"}),
    ("modifiers", "opposed", {"modifiers": words("maximum")}, {"modifiers": words("minimum")}),
    ("subject", "same", {"subject": words("Lorvik")}, {"subject": words("Lorvik")}),
    (
        "subject",
        "primary",
        {"subject": words("Lorvik"), "primary": "Lorvik"},
        {"subject": words("Lorvik", "Alma"), "primary": "Lorvik"},
    ),
    ("subject", "shared", {"subject": words("Lorvik")}, {"subject": words("Alma"), "names": words("Lorvik")}),
    ("subject", "shared", {"subject": words("Alma", "wreck")}, {"subject": words("wreck")}),
    ("subject", "noun", {"subject": words("boiler")}, {"subject": words("boiler")}),
    (
        "subject",
        "unknown",
        {"measure": "time", "subject": words("time")},
        {"measure": "time", "subject": words("time")},
    ),
    ("subject", "unknown", {"subject": words("Lorvik")}, {}),
    ("subject", "differs", {"subject": words("Lorvik")}, {"subject": words("Alma")}),
    ("subject", "unknown", {**LONG, **ABOVE}, LENT_B),
    ("subject", "differs", {**LONG, **ABOVE}, {**LENT_B, "headings": frozenset()}),
    ("subject", "differs", {**LONG, **ABOVE}, {**LENT_B, "words": words("check", "site", "gate")}),
    ("qualifiers", "same", {"qualifiers": words("per day")}, {"qualifiers": words("per day")}),
    ("qualifiers", "none", {}, {}),
    ("qualifiers", "one_sided", {"qualifiers": words("offshore")}, {}),
    ("qualifiers", "differs", {"qualifiers": words("offshore")}, {"qualifiers": words("inland")}),
    ("qualifiers", "elsewhere", {"qualifiers": words("worldwide")}, {"qualifiers": words("in Lorvik")}),
    ("qualifiers", "elsewhere", {"qualifiers": words("in Alma")}, {"qualifiers": words("in Lorvik")}),
    (
        "qualifiers",
        "one_sided",
        {"qualifiers": words("in Bin"), "headings": words("ostra", "desk", "shelf")},
        {"qualifiers": words("in Ostra Desk"), "headings": words("ostra", "desk")},
    ),
    (
        "qualifiers",
        "elsewhere",
        {"qualifiers": words("in Alma"), "headings": words("alma")},
        {"qualifiers": words("in Lorvik"), "headings": words("lorvik")},
    ),
    (
        "qualifiers",
        "elsewhere",
        {"qualifiers": words("in Alma"), "headings": words("lorvik"), "published": IN_MAY},
        {"qualifiers": words("in Lorvik"), "headings": words("lorvik"), "published": IN_JUNE},
    ),
    ("qualifiers", "opposed", {"qualifiers": words("maximum")}, {"qualifiers": words("default")}),
    ("verb", "same", {"verb": "control"}, {"verb": "occupy"}),
    ("verb", "opposed", {"verb": "import"}, {"verb": "export"}),
    ("exchange", "none", {}, {}),
    (
        "exchange",
        "names",
        {"names": words("Lorvik"), "words": words("lorvik", "pier", "open")},
        {"names": words("Alma"), "words": words("alma", "pier", "open")},
    ),
    (
        "exchange",
        "names",
        {"primary": "Lorvik Mills", "words": words("company", "pier", "person", "open")},
        {"names": words("Alma Foods"), "words": words("alma", "foods", "food", "pier", "person", "open")},
    ),
    (
        "exchange",
        "none",
        {"names": words("Lorvik"), "attribution": "Lorvik", "words": words("lorvik", "pier", "open")},
        {"names": words("Alma"), "words": words("alma", "pier", "open")},
    ),
    (
        "exchange",
        "none",
        {"primary": "Lorvik Mills", "headings": words("lorvik", "mill"), "words": words("pier", "person", "open")},
        {"names": words("Alma"), "words": words("alma", "pier", "person", "open")},
    ),
    ("exchange", "things", {"words": words("pier", "long", "lorvik")}, {"words": words("quay", "long", "lorvik")}),
    ("exchange", "opposites", {"words": words("north", "pier", "alma")}, {"words": words("south", "pier", "alma")}),
    ("exchange", "none", {"words": words("film", "long", "alma")}, {"words": words("movie", "long", "alma")}),
    (
        "exchange",
        "none",
        {"verb": "run", "words": words("run", "mill", "alma")},
        {"verb": "own", "words": words("own", "mill", "alma")},
    ),
    ("verb", "unknown", {"verb": "control"}, {}),
    ("verb", "differs", {"verb": "control"}, {"verb": "buy"}),
    ("verb", "opposed", {"verb": "support"}, {"verb": "oppose"}),
    (
        "verb",
        "event_differs",
        {"verb": "annex", "measure": "annex", "dimension": "date"},
        {"verb": "found", "measure": "found"},
    ),
    ("context", "identical", {}, {}),
    ("context", "none", {}, {"words": words("harvest", "wheat")}),
    ("event", "not_a_date", {}, {}),
    ("event", "told_alike", {"dimension": "date"}, {"dimension": "date"}),
    ("event", "dates_a_figure", YEAR_OF_A_SUM, YEAR_OF_A_SUM),
    ("event", "told_alike", {**YEAR_OF_A_SUM, "measure": "bear"}, YEAR_OF_A_SUM),
    ("event", "two_readings", {**SALE, **beside(900.0, "ticket")}, {**SALE, **beside(700.0, "ticket")}),
    ("event", "told_alike", {**SALE, **beside(900.0, "ticket")}, {**SALE, **beside(900.0, "ticket")}),
    ("event", "told_alike", {**SALE, **beside(900.0, "ticket")}, {**SALE, **beside(700.0, "guest")}),
    ("event", "told_alike", {**SALE, **beside(900.0, "ticket"), "year": False}, {**SALE, **beside(700.0, "ticket")}),
    ("event", "told_otherwise", {"dimension": "date"}, {"dimension": "date", "words": words("harvest")}),
    ("near", "none", {}, {}),
    ("near", "some", {"near": words("ferry", "sank", "lorvik")}, {"near": words("ferry", "winter", "coast")}),
    ("near", "close", {"near": words("ferry", "sank")}, {"near": words("ferry", "winter")}),
    ("near", "identical", {"near": words("ferry")}, {"near": words("ferry", "sank")}),
    ("names", "same", {"names": words("Lorvik")}, {"names": words("Lorvik")}),
    ("names", "shared", {"names": words("Lorvik")}, {"names": words("Lorvik", "Alma")}),
    ("names", "swapped", {"names": words("Lorvik", "Ostra")}, {"names": words("Lorvik", "Alma")}),
    ("names", "none", {}, {}),
    ("names", "one_sided", {"names": words("Lorvik")}, {}),
    ("names", "differs", {"names": words("Lorvik")}, {"names": words("Alma"), "words": words("harvest")}),
    ("title", "none", {"page": words("ferries")}, {"doc": "b", "page": words("ferries")}),
    ("title", "template", {"page": words("the", "ostra")}, {"doc": "b", "page": words("the", "alma")}),
    (
        "title",
        "named",
        {"page": words("the", "ostra"), "names": words("Lorvik")},
        {"doc": "b", "page": words("the", "alma"), "names": words("Lorvik")},
    ),
    ("title", "template", {"page": words("ostra"), "folder": "x"}, {"doc": "b", "page": words("alma"), "folder": "x"}),
    ("title", "apart", {"page": words("ostra"), "folder": "x"}, {"doc": "b", "page": words("alma"), "folder": "y"}),
    ("title", "special", {"page": words("mooring")}, {"doc": "b", "page": words("mooring", "winter")}),
    ("shared", "several", {"words": words("ferry", "sank", "coast")}, {"words": words("ferry", "sank", "coast")}),
    ("shared", "two", {}, {}),
    ("shared", "few", {}, {"words": words("ferry")}),
    ("shared", "several", {"measure": "bear", "words": words()}, {"measure": "bear", "words": words()}),
    ("counted", "other", {}, {}),
    ("counted", "generic", {"measure": "way"}, {"measure": "way"}),
    ("counted", "other", {"measure": "way", **beside(41.0, "")}, {"measure": "way", **beside(41.0, "")}),
    ("counted", "one", {"measure": "cabin", "quote": "one"}, {"measure": "cabin"}),
    ("counted", "ordinal", {"kind": "ordinal"}, {"kind": "ordinal"}),
    ("edition", "none", {"editions": frozenset({("server", "3")})}, {"doc": "b"}),
    ("edition", "differs", {"editions": frozenset({("server", "3")})}, {"editions": frozenset({("server", "4")})}),
    ("edition", "differs", {**OF_A_CARD, "editions": frozenset({("card", "plus")})}, OF_A_CARD),
    (
        "edition",
        "none",
        {**OF_A_CARD, "editions": frozenset({("card", "plus")})},
        {**OF_A_CARD, "names": words("Orva")},
    ),
    ("edition", "differs", {"title": "Harbour Suite 3 support"}, {"doc": "b", "title": "Harbour Suite 4 support"}),
    ("edition", "none", {"title": "Fire kills 41"}, {"doc": "b", "title": "Fire kills 44", "quote": "44"}),
    ("anonymous", "not_a_count", {}, {}),
    ("anonymous", "anonymous", {"measure": "gizmo"}, {"measure": "gizmo", "names": words("Lorvik")}),
    ("anonymous", "grouped", {**GIVEN, "measure": "gizmo"}, {**OTHER, "measure": "gizmo"}),
    ("anonymous", "anonymous", {**UNNAMED, "subject": words("Halden")}, UNNAMED),
    ("anonymous", "named", {**UNNAMED, "subject": words("Halden")}, {**UNNAMED, "subject": words("Halden")}),
    ("anonymous", "anonymous", FEW, FEW),
    ("anonymous", "named", {**UNNAMED, "dimension": "port"}, {**UNNAMED, "dimension": "port"}),
    ("anonymous", "named", NARROWED, {**NARROWED, "hi": 50.0, "lo": 50.0}),
    ("anonymous", "anonymous", NARROWED, {**NARROWED, "hi": 5000.0, "lo": 5000.0}),
    ("counted", "other", {**NARROWED, "measure": "field"}, {**NARROWED, "measure": "field"}),
    ("counted", "generic", {"measure": "field"}, {"measure": "field"}),
    ("verb", "same", {"kind": "duration", "verb": "take"}, {"kind": "duration", "verb": "take"}),
    ("verb", "unknown", {"verb": "take"}, {"verb": "take"}),
    ("qualifiers", "one_sided", {"qualifiers": words("per second")}, {"qualifiers": words("per second", "in Lorvik")}),
    (
        "title",
        "apart",
        {"page": words("the", "ostra"), "block": "cell"},
        {"doc": "b", "page": words("the", "alma")},
    ),
    (
        "anonymous",
        "named",
        {"measure": "gizmo", "identifiers": words("PORT")},
        {"measure": "gizmo", "names": words("Lorvik")},
    ),
    (
        "other_values",
        "equal",
        {"others": frozenset({("percent", 4.0, 4.0)})},
        {"others": frozenset({("percent", 4.0, 4.0)})},
    ),
    ("other_values", "none", {}, {}),
    (
        "other_values",
        "series",
        {"measure": "have", "dimension": "date", "others": frozenset({("count", 41.0, 41.0)})},
        {"measure": "have", "dimension": "date", "others": frozenset({("count", 57.0, 57.0)})},
    ),
    ("isolation", "alone", {}, {}),
    ("isolation", "one", {"others": frozenset({("count", 4.0, 4.0)})}, {}),
    ("isolation", "several", {"others": frozenset({("count", 4.0, 4.0), ("count", 5.0, 5.0)})}, {}),
    ("elsewhere", "stated", {}, beside(41.0, "deaths")),
    ("elsewhere", "stated", {"measure": "crate"}, beside(41.0, "pallet")),
    ("elsewhere", "stated_of_another", {}, beside(41.0, "boat")),
    ("counterpart", "not_grouped", {}, {"doc": "b"}),
    ("counterpart", "not_grouped", GIVEN, GIVEN),
    ("counterpart", "none", GIVEN, {**OTHER, "measure": "injuries"}),
    ("counterpart", "none", {**GIVEN, "size": 90}, {**OTHER, "size": 70}),
    ("counterpart", "none", {**GIVEN, "kind": "number"}, {**OTHER, "size": 70}),
    ("counterpart", "none", {**GIVEN, **OF_LORVIK}, {**OTHER, **OF_TARVIK}),
    ("counterpart", "none", {**GIVEN, **DATED}, {**OTHER, **DATED}),
    ("counterpart", "several", {**GIVEN, "alike": 2}, OTHER),
    ("counterpart", "sole", GIVEN, {**OTHER, "size": 70}),
    ("counterpart", "sole_of_short", GIVEN, OTHER),
    ("counterpart", "sole_of_short", {**GIVEN, "kind": "number"}, OTHER),
    ("counterpart", "sole_of_short", {**GIVEN, **OF_LORVIK}, {**OTHER, **OF_LORVIK}),
    ("elsewhere", "absent", {}, {}),
    (
        "elsewhere",
        "stated",  # "over 40 crates", and "over 40 crates, of which over 20 were full"
        {"lo": 40.0, "hi": math.inf},
        {"lo": 20.0, "hi": math.inf, "others": OVER_40, "measured": OVER_40_DEATHS},
    ),
    (
        "elsewhere",
        "absent",
        {"lo": 40.0, "hi": math.inf},
        {"lo": 20.0, "hi": math.inf, "others": frozenset({("count", 60.0, math.inf)})},
    ),
    ("elsewhere", "difference", {"others": frozenset({("count", 12.0, 12.0)})}, {"lo": 29.0, "hi": 29.0}),
    ("closeness", "near", {}, {"lo": 44.0, "hi": 44.0}),
    ("closeness", "same_size", {}, {"lo": 80.0, "hi": 80.0}),
    ("closeness", "apart", {}, {"lo": 300.0, "hi": 300.0}),
    ("closeness", "far", {}, {"lo": 9000.0, "hi": 9000.0}),
    ("closeness", "far", {}, {"lo": 41e6, "hi": 41e6}),  # a million lost
    ("closeness", "far", {"lo": 1.24, "hi": 1.24}, {"lo": 1238.0, "hi": 1238.0}),
    ("closeness", "beyond", {}, {"lo": 52e6, "hi": 52e6}),
    ("closeness", "beyond", {}, {"lo": 41 * 305.0, "hi": 41 * 305.0}),
    ("closeness", "incomparable", {}, {"lo": -math.inf, "hi": math.inf}),
    ("time", "same", {"as_of": MAY}, {"as_of": MAY}),
    ("time", "differs", {"as_of": MAY}, {"as_of": JUNE}),
    ("time", "unknown", {}, {}),
    ("time", "days_apart", {"published": 0.0}, {"published": 9000.0}),
    ("time", "one_sided", {"published": 0.0}, {}),
    ("scope", "none", {"scope": (("version", "2"),)}, {}),
    ("scope", "same", {"scope": (("version", "2"),)}, {"scope": (("version", "2"),)}),
    ("scope", "differs", {"scope": (("version", "2"),)}, {"scope": (("version", "3"),)}),
    ("identifiers", "shared", {"identifiers": words("PORT")}, {"identifiers": words("PORT")}),
    ("identifiers", "one_sided", {"identifiers": words("PORT")}, {}),
    ("identifiers", "differs", {"identifiers": words("PORT", "HOST")}, {"identifiers": words("TIME")}),
    ("identifiers", "two_settings", {"identifiers": words("PORT")}, {"identifiers": words("HOST")}),
    ("identifiers", "none", {}, {}),
    ("headings", "same", {"headings": words("limits")}, {"headings": words("limits")}),
    ("headings", "none", {"headings": words("limits")}, {}),
    ("headings", "shared", {"headings": words("limits", "ferry")}, {"headings": words("limits")}),
    ("headings", "differs", {"headings": words("limits")}, {"headings": words("prices")}),
    ("place", "other_document", {}, {"doc": "b"}),
    ("place", "two_ways", {"dimension": "[time]", "kind": "duration"}, {"dimension": "date", "kind": "date"}),
    ("place", "headline", {"block": "title"}, {"passage": 1, "words": words("harvest")}),
    ("place", "summary", {"headings": words("result", "mill"), "page": words("mill")}, {"headings": words("pier")}),
    ("place", "template", {"headings": words("result", "mill")}, {"headings": words("pier")}),
    ("place", "table", {"block": "cell", "primary": "Lorvik"}, {"passage": 1, "primary": "Lorvik"}),
    ("place", "same_document", {}, {"passage": 1, "words": words("harvest")}),
    ("place", "template", {}, {"passage": 1}),
    ("place", "two_bounds", BOUND, {**BOUND, "passage": 1, "words": words("harvest")}),
    ("place", "two_bounds", WAIT, {**WAIT, "passage": 1, "words": words("harvest")}),
    ("place", "same_document", WAIT, {**WAIT, "passage": 1, "words": words("harvest"), "verb": "need"}),
    ("place", "same_document", WAIT, {**WAIT, "passage": 1, "words": words("harvest"), "lo": 4.0, "hi": math.inf}),
    ("bound", "one", BOUND, {**BOUND, "doc": "b", "lo": 50.0, "hi": 50.0}),
    ("bound", "none", BOUND, {**BOUND, "doc": "b", "lo": 5000.0, "hi": 5000.0}),
    ("bound", "none", BOUND, {**BOUND, "doc": "b", "names": words("Ostra")}),
    ("bound", "one", SAID_OF, HEADED),
    ("bound", "none", SAID_OF, {**HEADED, "headings": words("ostra")}),
    ("bound", "none", SAID_OF, {**HEADED, "verb": "take"}),
    ("bound", "none", SAID_OF, {**HEADED, "primary": "letter"}),
    ("bound", "none", {**SAID_OF, "measure": "gizmo"}, {**HEADED, "measure": "gizmo"}),
    ("event", "own_day", TOLD_IN_MAY, TOLD_IN_JUNE),
    ("event", "told_otherwise", {**TOLD_IN_MAY, "words": words("mill")}, {**TOLD_IN_JUNE, "lo": MAY_3, "hi": MAY_3}),
    ("place", "said_again", AGAIN, {**AGAIN, "passage": 1}),
    ("place", "template", AGAIN, {**AGAIN, "passage": 1, "headings": words("samples")}),
    ("place", "template", {**AGAIN, "role": "value"}, {**AGAIN, "role": "value", "passage": 1}),
    ("place", "template", AGAIN, {**AGAIN, "passage": 1, "figures": words("7")}),
    ("measure", "compound", {"measure": "pump", "modifiers": words("read")}, {"modifiers": words("read", "pump")}),
    ("release", "same", {"release": HALDEN}, {"doc": "b", "release": Release("Halden", "2.1", "b")}),
    ("release", "other_event", {"release": HALDEN}, {"doc": "b", "release": HALDEN_B, "measure": "release"}),
    ("release", "differs", {"release": HALDEN}, {"doc": "b", "release": Release("Halden", "2.2", "b")}),
    ("release", "differs", {"release": HALDEN}, {"doc": "b", "release": HALDEN}),
    ("release", "differs", {"release": HALDEN}, {"doc": "b", "release": Release("Halden Client", "2.1", "b")}),
    ("release", "same", {"release": HALDEN}, {"doc": "b", "release": NAMELESS, "place": words("halden", "docs")}),
    ("release", "differs", {"release": HALDEN}, {"doc": "b", "release": NAMELESS, "place": words("docs")}),
    ("release", "none", {"release": HALDEN}, {"doc": "b"}),
    ("copied", "copied", COPY, {**COPY, "doc": "b"}),
    ("copied", "retold", {**COPY, "figures": words("2.3")}, {**COPY, "doc": "b", "figures": words("2.6")}),
    ("copied", "nameless", {**COPY, "names": frozenset()}, {**COPY, "doc": "b", "names": frozenset()}),
    ("copied", "whole", LONG, {**LONG, "doc": "b"}),
    ("copied", "nameless", {**LONG, "published": IN_MAY}, {**LONG, "doc": "b", "published": IN_MAY}),
    ("copied", "other", COPY, COPY),
    ("contrast", "none", {}, {}),
    ("contrast", "weak", {"words": words("ferry", "winter")}, {"words": words("ferry")}),
    ("contrast", "strong", {"words": words("ferry", "winter")}, {"words": words("ferry", "summer")}),
    ("role", "same", {}, {}),
    ("role", "differs", {"role": "limit"}, {}),
    ("role", "bound", {"role": "limit"}, {"lo": -math.inf, "hi": 25.0}),
    ("role", "differs", {"role": "limit"}, {"lo": 25.0, "hi": math.inf}),
    ("role", "differs", {"role": "default"}, {"lo": -math.inf, "hi": 25.0}),
    ("measure", "two_things", {"measure": "crate"}, {"measure": "visitor"}),
    ("measure", "wider", {"measure": "length"}, {"measure": "depth"}),
    (
        "lasting",
        "same_thing",
        {"measure": "depth", "timeless": True, "subject": words("well")},
        {"measure": "depth", "timeless": True, "subject": words("well")},
    ),
    ("lasting", "other", {"subject": words("well")}, {"subject": words("well")}),
    ("person", "not_an_age", {}, {}),
    ("person", "named", {"kind": "age", "people": words("Ann Lee")}, {"kind": "age", "people": words("Ann Lee")}),
    ("person", "another", {"kind": "age", "holder": "boy"}, {"kind": "age", "holder": "girl"}),
    (
        "person",
        "years_apart",
        {"kind": "age", "people": words("Ann Lee"), "lo": 23.0, "hi": 23.0},
        {"kind": "age", "people": words("Ann Lee"), "lo": 38.0, "hi": 38.0},
    ),
    (
        "person",
        "named",
        {"kind": "age", "people": words("Ann Lee"), "verb": "die", "lo": 61.0, "hi": 61.0},
        {"kind": "age", "people": words("Ann Lee"), "verb": "kill", "lo": 64.0, "hi": 64.0},
    ),
    ("person", "nameless", {"kind": "age"}, {"kind": "age"}),
    (
        "person",
        "described",
        {"kind": "age", "holder": "boy", "names": words("Lorvik")},
        {"kind": "age", "holder": "boy", "names": words("Lorvik"), "lo": 42.0, "hi": 42.0},
    ),
    (
        "person",
        "described",  # the title names the place of one
        {"kind": "age", "holder": "boy", "subject": words("Lorvik")},
        {"kind": "age", "holder": "person", "names": words("Lorvik"), "lo": 42.0, "hi": 42.0},
    ),
]


@pytest.mark.parametrize(
    ("name", "level", "left", "right"), CASES, ids=lambda case: case if isinstance(case, str) else ""
)
def test_levels(name, level, left, right):
    feature = next(feature for feature in FEATURES if feature.name == name)
    assert feature.level(replace(PLAIN, **left), replace(PLAIN, **right), CORPUS) == level
    if name not in ("verb",):  # whose event rung looks at the dimension of the left side
        assert feature.level(replace(PLAIN, **right), replace(PLAIN, **left), CORPUS) == level


def test_every_level_of_the_weights_is_reached_and_no_other():
    listed = {(name, level) for name, levels in load_weights().levels.items() for level in levels}
    graded = {("context", level) for level in ("close", "similar", "some", "little")}
    assert {(name, level) for name, level, *_ in CASES} | graded == listed


def test_the_reasons_add_up_to_the_weight():
    matcher = Matcher(CORPUS, load_weights(), grouped=True)
    right = replace(PLAIN, doc="b", lo=44.0, hi=44.0)
    match = matcher.match(PLAIN, right, 3)
    assert sum(reason.weight for reason in matcher.reasons(PLAIN, right, match)) == match.weight


def test_more_competitors_mean_less_confidence():
    matcher = Matcher(CORPUS, load_weights())
    right = replace(PLAIN, doc="b")
    assert matcher.match(PLAIN, right, 2).confidence > matcher.match(PLAIN, right, 50).confidence


def test_a_detail_is_given_for_every_feature():
    matcher = Matcher(CORPUS, load_weights())
    right = replace(PLAIN, doc="b", measure="injuries", subject=words("Alma"))
    left = replace(PLAIN, subject=words("Lorvik"))
    told = matcher.reasons(left, right, matcher.match(left, right, 1))
    assert {"measure", "subject", "prior"} <= {reason.step for reason in told}
    assert next(reason.detail for reason in told if reason.step == "measure") == "deaths | injuries"


def test_a_sentence_copied_to_another_page_is_certain():
    matcher = Matcher(CORPUS, load_weights())
    left, right = (replace(PLAIN, doc=doc, title=doc, **COPY) for doc in "ab")
    assert certain(matcher.match(left, replace(right, lo=44.0, hi=44.0), 2))
    assert not certain(matcher.match(left, replace(right, lo=4100.0, hi=4100.0), 2))
    assert not certain(matcher.match(left, replace(left, passage=3, lo=44.0, hi=44.0), 2))


def test_without_anything_in_common_but_words_a_match_is_doubtful():
    matcher = Matcher(CORPUS, load_weights())
    right = replace(PLAIN, doc="b")
    assert doubtful(matcher.match(PLAIN, right, 2))
    named = {"names": words("Lorvik"), "subject": words("Lorvik"), "primary": "Lorvik", "words": words(*"abc")}
    assert not doubtful(matcher.match(replace(PLAIN, **named), replace(right, **named), 2))


def test_a_short_sentence_told_again_in_its_words_is_doubtful_only_of_another_time():
    matcher = Matcher(CORPUS, load_weights())
    short = {"near": words("ferry", "sank"), "subject": words("Lorvik"), "primary": "Lorvik"}
    left = replace(PLAIN, **short, published=20_682_720.0)
    right = replace(left, doc="b")
    assert not doubtful(matcher.match(left, right, 2))
    assert doubtful(matcher.match(left, replace(right, published=20_692_800.0), 2))
    assert doubtful(matcher.match(left, replace(right, near=words("crew", "ferry")), 2))


def test_figures_of_known_days_that_are_far_apart_are_doubtful():
    matcher = Matcher(CORPUS, load_weights())
    named = {"names": words("Lorvik"), "subject": words("Lorvik"), "primary": "Lorvik", "words": words(*"abc")}
    left = replace(PLAIN, **named, published=20_682_720.0)
    right = replace(left, doc="b", lo=300.0, hi=300.0)
    assert doubtful(matcher.match(left, right, 2))
    assert not doubtful(matcher.match(left, replace(right, lo=60.0, hi=60.0), 2))
    undated = replace(left, published=math.nan), replace(right, published=math.nan)
    assert not doubtful(matcher.match(*undated, 2))


def test_records_of_one_release_are_certain():
    matcher = Matcher(CORPUS, load_weights())
    match = matcher.match(replace(PLAIN, release=HALDEN), replace(PLAIN, doc="b", release=HALDEN_B), 9)
    assert recorded(match)
    assert certain(match)


WHOLE_COPY = {"copied": "whole", "title": "apart", "closeness": "near", "time": "unknown"}
UNNAMED_COPY = {"copied": "nameless", "other_values": "equal", "closeness": "near", "time": "unknown"}


@pytest.mark.parametrize(
    ("levels", "sure"),
    [
        (UNNAMED_COPY, True),
        (UNNAMED_COPY | {"counted": "generic"}, True),
        (UNNAMED_COPY | {"other_values": "none"}, False),
        (UNNAMED_COPY | {"title": "template"}, False),
        (UNNAMED_COPY | {"time": "same"}, False),
        (UNNAMED_COPY | {"closeness": "far"}, False),
        (WHOLE_COPY, True),
        (WHOLE_COPY | {"title": "template"}, False),
        (WHOLE_COPY | {"time": "days_apart"}, False),
        (WHOLE_COPY | {"copied": "nameless"}, False),
        ({"place": "said_again", "closeness": "same_size", "time": "unknown"}, True),
        ({"place": "template", "closeness": "same_size", "time": "unknown"}, False),
    ],
)
def test_a_copy_is_sure_by_its_names_by_another_figure_or_by_its_place(levels, sure):
    assert certain(Match(0, 0, tuple(levels.items()))) is sure


def test_one_document_says_one_thing_twice_where_another_figure_is_the_same():
    twice = {"place": "same_document", "other_values": "equal", "near": "identical", "modifiers": "same"}
    assert not doubtful(Match(0, 0, tuple(twice.items())))
    assert doubtful(Match(0, 0, tuple((twice | {"near": "close"}).items())))


def test_a_bound_on_one_narrowed_thing_needs_no_title():
    titled = {"title": "named", "names": "same", "bound": "one"}
    assert not doubtful(Match(0, 0, tuple(titled.items())))
    assert doubtful(Match(0, 0, tuple((titled | {"bound": "none"}).items())))
