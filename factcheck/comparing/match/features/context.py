"""What stands around the figures: shared rare words, names, identifiers, words learned as contrast.

>>> [feature.name for feature in FEATURES]
['context', 'event', 'near', 'shared', 'names', 'identifiers', 'title', 'contrast']
"""

from __future__ import annotations

from collections.abc import Collection

from factcheck.comparing.match.features.articles import each_of_its_own_day, told_together
from factcheck.comparing.match.features.ladder import Feature, against, listed
from factcheck.comparing.match.features.value import meet
from factcheck.comparing.names import any_alike, own_names
from factcheck.comparing.profile import Profile
from factcheck.comparing.statistics import Statistics
from factcheck.lexicon.single_events import happens_once, is_event

# Shares of the rarity that both sentences have in common (weighted Dice), from alike to unlike.
CONTEXT_LEVELS = ((0.80, "identical"), (0.60, "close"), (0.42, "similar"), (0.26, "some"), (0.12, "little"))
TEMPLATE, TOLD_ALIKE = 0.55, 0.42
NEAR_LEVELS = ((0.75, "identical"), (0.5, "close"), (0.25, "some"))
FEW = 1
WEAK, STRONG = 2, 5


def similarity(left: Profile, right: Profile, corpus: Statistics) -> float:
    """Weighted Dice coefficient of the sentences' words; words of the other side's headings count as shared."""
    a, b = left.words, right.words
    common = corpus.mass(a & b) * 2
    lent = corpus.mass((a - b) & right.headings) + corpus.mass((b - a) & left.headings)
    whole = corpus.mass(a) + corpus.mass(b)
    return (common + lent) / whole if whole else 0.0


def context_level(left: Profile, right: Profile, corpus: Statistics) -> str:
    share = similarity(left, right, corpus)
    return next((level for least, level in CONTEXT_LEVELS if share >= least), "none")


def near_level(left: Profile, right: Profile, corpus: Statistics) -> str:
    """The words close to the figures, as a share of the poorer side: a short sentence inside a long one is alike."""
    if not left.near or not right.near:
        return "none"
    share = corpus.mass(left.near & right.near) / min(corpus.mass(left.near), corpus.mass(right.near))
    return next((level for least, level in NEAR_LEVELS if share >= least), "none")


def shared_level(left: Profile, right: Profile, _: Statistics) -> str:
    """How many words, the measure aside, both sentences have: alike and short is not much.

    An event that happens once to its subject needs no more words than itself.
    """
    if happens_once(left.measure) and left.measure == right.measure:
        return "several"
    both = len((left.words & right.words) - {left.measure, right.measure})
    both += len(((left.words - right.words) & right.headings) | ((right.words - left.words) & left.headings))
    return "several" if both > FEW + 1 else "two" if both > FEW else "few"


def event_level(left: Profile, right: Profile, corpus: Statistics) -> str:
    """Much happens to the same people under the same verb: events that are not told alike are two.

    Pages that come out again and again each tell the days around their own. A date beside a figure, under a verb that
    is no event ("revenue for 2021 is expected to be …"), says when the figure holds; so do two years of one series.
    """
    if left.dimension != "date" or right.dimension != "date":
        return "not_a_date"
    if each_of_its_own_day(left, right):
        return "own_day"
    if dates_a_figure(left) and dates_a_figure(right):
        return "dates_a_figure"
    if _two_readings(left, right):
        return "two_readings"
    if happens_once(left.measure) or similarity(left, right, corpus) >= TOLD_ALIKE:
        return "told_alike"
    return "told_otherwise"


def dates_a_figure(profile: Profile) -> bool:
    act = profile.measure.removeprefix("begin ").removeprefix("end ")
    event = is_event(profile.measure) or is_event(act)
    return not event and any(dimension not in ("date", "clock") for dimension, _, _ in profile.others)


def _two_readings(left: Profile, right: Profile) -> bool:
    """ "It sold 900 cups last year", "It sold 700 cups this year": figures of one measure stand beside both years, and
    none is that of the other side."""
    if not (left.year and right.year) or happens_once(left.measure):
        return False
    measures = {measure for _, _, _, measure in left.measured} & {measure for _, _, _, measure in right.measured}
    ours, theirs = ([each for each in side.measured if _counts(each, measures)] for side in (left, right))
    return bool(ours and theirs) and not any(meet(one[:3], other[:3]) for one in ours for other in theirs)


def _counts(figure: tuple[str, float, float, str], measures: Collection[str]) -> bool:
    dimension, _, _, measure = figure
    return measure != "" and measure in measures and dimension not in ("date", "clock")


def names_level(left: Profile, right: Profile, corpus: Statistics) -> str:
    """Names in common. Where each side has a name of its own in otherwise like words, they are two things."""
    if not left.names or not right.names:
        return "one_sided" if left.names or right.names else "none"
    ours, theirs = own_names(left, right), own_names(right, left)
    if ours and theirs and similarity(left, right, corpus) >= TEMPLATE:
        return "swapped"
    if not any_alike(left.names, right.names):
        return "differs" if ours and theirs else "one_sided"
    return "shared" if ours or theirs else "same"


def title_level(left: Profile, right: Profile, corpus: Statistics) -> str:
    """Like words on pages whose titles or file names each have a word of their own: one template for two things.

    Or a page and one of a special case of it. Sentences that name the same things say themselves what they are about;
    pages of two folders whose titles have no word in common were not made side by side.
    """
    if left.doc == right.doc or not left.page or not right.page or told_together(left, right):
        return "none"
    lent = left.words & right.words
    ours, theirs = left.page - right.page - lent, right.page - left.page - lent
    if not (ours or theirs) or similarity(left, right, corpus) < TEMPLATE:
        return "none"
    if ours and theirs:
        if left.names & right.names and not own_names(left, right) and not own_names(right, left):
            return "named"
        # A row of a table and a sentence were not made from one template.
        alike = (left.block == "cell") == (right.block == "cell")
        beside = bool(left.page & right.page) or left.folder == right.folder
        return "template" if alike and beside else "apart"
    return "special" if left.page < right.page or right.page < left.page else "none"


def identifiers_level(left: Profile, right: Profile, _: Statistics) -> str:
    if left.identifiers & right.identifiers:
        return "shared"
    if left.identifiers and right.identifiers:
        return "two_settings" if len(left.identifiers) == len(right.identifiers) == 1 else "differs"
    return "one_sided" if left.identifiers or right.identifiers else "none"


def contrasting(left: Profile, right: Profile, corpus: Statistics) -> frozenset[str]:
    """Words that only one side has and that tell things apart elsewhere in the corpus."""
    apart = (left.words ^ right.words) - left.headings - right.headings
    return frozenset(word for word in apart if corpus.contrast.get(word, 0) >= WEAK)


def contrast_level(left: Profile, right: Profile, corpus: Statistics) -> str:
    most = max((corpus.contrast[word] for word in contrasting(left, right, corpus)), default=0)
    return "strong" if most >= STRONG else "weak" if most else "none"


def _context_detail(left: Profile, right: Profile, corpus: Statistics) -> str:
    shared = sorted(left.words & right.words, key=lambda word: (-corpus.rarity(word), word))[:8]
    return f"{similarity(left, right, corpus):.0%} of the words in common: {', '.join(shared)}"


FEATURES: tuple[Feature, ...] = (
    Feature("context", context_level, _context_detail),
    Feature("event", event_level, lambda a, b, _: f"{a.measure or '–'} | {b.measure or '–'}"),
    Feature("near", near_level, lambda a, b, _: listed(a.near & b.near)),
    Feature("shared", shared_level, lambda a, b, _: listed(a.words & b.words)),
    Feature(
        "names",
        names_level,
        lambda a, b, _: against(own_names(a, b), own_names(b, a)) if own_names(a, b) else listed(a.names & b.names),
    ),
    Feature(
        "identifiers",
        identifiers_level,
        lambda a, b, _: (
            listed(a.identifiers & b.identifiers)
            if a.identifiers & b.identifiers
            else against(a.identifiers, b.identifiers)
        ),
    ),
    Feature("title", title_level, lambda a, b, _: f"{a.title} | {b.title}"),
    Feature("contrast", contrast_level, lambda a, b, corpus: listed(contrasting(a, b, corpus))),
)
