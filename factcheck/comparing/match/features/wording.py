"""Whether two pages say the same sentence with another figure: what is copied from page to page is corrected on most.

>>> [feature.name for feature in FEATURES]
['copied']
"""

from __future__ import annotations

from factcheck.comparing.match.features.articles import are_undated
from factcheck.comparing.match.features.context import contrasting, similarity
from factcheck.comparing.match.features.ladder import Feature, against
from factcheck.comparing.names import own_names
from factcheck.comparing.profile import Profile
from factcheck.comparing.statistics import Statistics

# A sentence of so many words with content stands on two pages to the last of them because it was copied.
WHOLE = 7
# The least share of the sentences' rarity in common, and the fewest words, for a sentence to be a copy.
COPIED, WORDS = 0.80, 4


def copied_level(left: Profile, right: Profile, corpus: Statistics) -> str:
    """A copy has the words of the other, and names, and no word that tells things apart.

    Where another number differs as well, be it part of a name, two things are told in the same words.
    """
    if left.doc == right.doc or left.measure != right.measure or left.role != right.role:
        return "other"
    if len(left.words & right.words) < WORDS or similarity(left, right, corpus) < COPIED:
        return "other"
    if own_names(left, right) or own_names(right, left) or contrasting(left, right, corpus):
        return "other"
    if not (left.names & right.names or left.identifiers & right.identifiers):
        return "whole" if word_for_word(left, right) else "nameless"
    return "retold" if left.figures - right.figures and right.figures - left.figures else "copied"


def word_for_word(left: Profile, right: Profile) -> bool:
    """Whether two pages without a date say one sentence, long enough to be known again."""
    return are_undated(left, right) and left.doc != right.doc and left.words == right.words and len(left.words) >= WHOLE


def _detail(left: Profile, right: Profile, _: Statistics) -> str:
    return against(left.words - right.words, right.words - left.words)


FEATURES: tuple[Feature, ...] = (Feature("copied", copied_level, _detail),)
