"""From comparison levels to a confidence.

>>> round(confidence_of(0), 2), round(confidence_of(30), 2)
(0.5, 0.95)
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.comparing.match.features import FEATURES
from factcheck.comparing.match.plain import plain_words, told_of
from factcheck.comparing.match.weights import Weights
from factcheck.comparing.profile import Profile
from factcheck.comparing.statistics import Statistics
from factcheck.model import Reason


def confidence_of(weight: int) -> float:
    """The probability that the two are one fact, from a sum of log-odds in tenths."""
    return 1 / (1 + math.exp(-weight / 10))


@dataclass(frozen=True, slots=True)
class Match:
    """``levels`` pairs every feature with its level; ``weight`` is their sum with the prior, in tenths of a logit."""

    weight: int
    prior: int
    levels: tuple[tuple[str, str], ...]

    @property
    def confidence(self) -> float:
        return confidence_of(self.weight)


# Levels at which like words prove little, and why: however sure the sum, the report is one level milder.
_DOUBTS: Mapping[tuple[str, str], str] = {
    ("title", "template"): "the pages are made from one template",
    ("title", "special"): "one page is about a special case",
    ("title", "apart"): "the pages have other titles",
    ("shared", "few"): "the sentences have hardly a word in common",
    ("shared", "two"): "the sentences have two words in common",
    ("place", "same_document"): "one document says both, in two places",
    ("place", "template"): "both sentences are made from one template",
    ("measure", "unknown"): "nothing names what is measured",
    ("measure", "differs"): "what is measured has different names",
    ("measure", "same_words"): "nothing but like words says that one event is meant",
    ("measure", "same_event"): "such an event can happen more than once",
    ("measure", "eventless"): "nothing says what happened",
    ("anonymous", "anonymous"): "nothing near the counts has a name",
    ("context", "none"): "the sentences share no telling word",
    ("counted", "generic"): "what is counted says little",
    ("counted", "one"): "“one” mostly counts nothing",
    ("counted", "ordinal"): "ranks differ from list to list",
}
_NOTHING_NAMED = "no name, identifier or second figure is on both sides"
_FAR_APART = "two figures of known days that are so far apart are mostly of two things"
_OTHER_TITLES = "the pages have different titles"


# Doubts that a sentence copied word by word leaves.
_LEFT_BY_A_COPY = _DOUBTS.keys() - {("title", "special"), ("measure", "same_words")}
# A long one that stands to the last word on pages with other titles was not made from a template for both.
_LEFT_BY_A_WHOLE = _LEFT_BY_A_COPY - {("title", "apart")}
# A sentence copied without a name in it.
_NAMELESS = ("nameless", "whole")
# Without any of these nothing but like words says that the two are about one thing.
_ABOUT_ONE = (
    *(("names", level) for level in ("same", "shared")),
    *(("subject", level) for level in ("same", "primary", "shared")),
    ("identifiers", "shared"),
    ("other_values", "equal"),
)


def recorded(match: Match) -> bool:
    """Whether two tables, or front matter and a table, record one thing of one release of one product."""
    return ("release", "same") in match.levels and ("role", "same") in match.levels


def certain(match: Match) -> bool:
    """Whether a sentence stands in two places alike, names and all, with values that could be one's correction.

    Where nobody is named, another equal figure, or its length, says that it is the same sentence. Of two dated texts
    the later may bring the sentence up to date; pages without a date stand side by side.
    """
    levels = dict(match.levels)
    if recorded(match):
        return True
    plausible = levels.get("closeness") in ("near", "same_size", "incomparable")
    standing = levels.get("time") in ("unknown", "one_sided")
    return plausible and standing and _is_copy(match, levels)


def _is_copy(match: Match, levels: Mapping[str, str]) -> bool:
    if levels.get("place") == "said_again":
        return True
    if levels.get("copied") == "whole" and _LEFT_BY_A_WHOLE.isdisjoint(match.levels):
        return True
    if levels.get("copied") in _NAMELESS and levels.get("other_values") == "equal":
        return (_LEFT_BY_A_COPY - {("counted", "generic")}).isdisjoint(match.levels)
    return levels.get("copied") == "copied" and _LEFT_BY_A_COPY.isdisjoint(match.levels)


def reprinted(match: Match) -> bool:
    """Whether two articles of one day tell it in one sentence, but for a figure that was put right or went wrong."""
    levels = dict(match.levels)
    nameless = levels.get("copied") in _NAMELESS and levels.get("other_values") == "equal"
    return (levels.get("copied") == "copied" or nameless) and levels.get("time") == "same"


def doubtful(match: Match) -> bool:
    """Whether something but the sum speaks against one fact: a template, one document, a count of anything."""
    return bool(doubts_of(match))


def doubts_of(match: Match) -> tuple[str, ...]:
    """What speaks against one fact beside the sum, in words."""
    if certain(match):
        return ()
    levels = dict(match.levels)
    found = [] if not set(match.levels).isdisjoint(_ABOUT_ONE) else [_NOTHING_NAMED]
    # What happens once, and a bound on what both narrow alike, need no page of one title.
    told = levels.get("measure") == "single_event" or levels.get("bound") == "one"
    if levels.get("title") == "named" and not told:
        found.append(_OTHER_TITLES)
    # Beyond three to one two figures of known days nearly always are of two things, or a part and its whole, unless the
    # documents were given as telling of one.
    dated = levels.get("time") in ("same", "days_apart") and levels.get("counterpart") == "not_grouped"
    if dated and levels.get("closeness") in ("apart", "far", "beyond"):
        found.append(_FAR_APART)
    told_twice = levels.get("other_values") == "equal" and levels.get("event") == "told_alike"
    # Of one time, even a short sentence in the same words says it again: "The jobless rate last year was 7.9 percent."
    short = levels.get("near") == "identical" and levels.get("time") == "same"
    answered = {("measure", "same_event")} if told_twice else set()
    answered |= {("shared", "two")} if short else set()
    # "50 or more desks, or fewer than 250 seats": one document says one thing twice where another figure is the same.
    again = {("other_values", "equal"), ("near", "identical"), ("modifiers", "same")}.issubset(match.levels)
    answered |= {("place", "same_document")} if again else set()
    found += [_DOUBTS[level] for level in match.levels if level in _DOUBTS and level not in answered]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Matcher:
    """Scores pairs against one corpus; ``grouped`` says that only documents of one small group meet."""

    corpus: Statistics
    weights: Weights
    grouped: bool = False

    def prior(self, left: Profile, right: Profile, candidates: int) -> int:
        """Log-odds before evidence: the more other claims compete for a claim, the less likely is any one of them.

        A group says that two documents are about one thing; of two places of one document it says nothing.
        """
        return self.prior_of(candidates, apart=left.doc != right.doc)

    def prior_of(self, candidates: int, *, apart: bool) -> int:
        """The prior of two claims, ``apart`` in two documents or not."""
        grouped = self.weights.grouped if self.grouped and apart else 0
        return self.weights.prior + grouped - round(self.weights.per_candidate * math.log(max(1, candidates)))

    def match(self, left: Profile, right: Profile, candidates: int) -> Match:
        """``candidates``: how many pairs the busier of the two claims takes part in."""
        levels = tuple((feature.name, feature.level(left, right, self.corpus)) for feature in FEATURES)
        prior = self.prior(left, right, candidates)
        return Match(prior + sum(self.weights.of(name, level) for name, level in levels), prior, levels)

    def reasons(self, left: Profile, right: Profile, match: Match) -> tuple[Reason, ...]:
        """The evidence in words, strongest first; levels of weight 0 are left out."""
        words = told_of(left, right)
        told = [
            Reason(name, feature.detail(left, right, self.corpus), weight, level, plain_words(name, level, words))
            for feature, (name, level) in zip(FEATURES, match.levels, strict=True)
            if (weight := self.weights.of(name, level))
        ]
        prior = Reason("prior", "how many other claims compete for the same place", match.prior)
        return (*sorted(told, key=lambda reason: (-abs(reason.weight), reason.step)), prior)
