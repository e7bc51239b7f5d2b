"""The evidence for one fact in plain words, for a reader who knows neither features nor levels.

Every level that has something to say to a reader has a phrase; the others are left to ``explain``.

>>> plain_words("closeness", "near", {})
'the values are close'
>>> plain_words("verb", "same", {"verb": "sink"})
'both say “sink”'
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.comparing.match.features.ladder import listed
from factcheck.comparing.profile import Profile

_MOST = 3
_MEASURE, _NAMES = "both are about {measure}", "both name {names}"
PHRASES: Mapping[tuple[str, str], str] = {
    ("measure", "single_event"): "both date one event: {measure}",
    ("measure", "same_class"): _MEASURE,
    ("measure", "same_event"): _MEASURE,
    ("measure", "same"): _MEASURE,
    ("measure", "unknown"): "nothing names what is measured",
    ("measure", "differs"): "what is measured has different names",
    ("measure", "eventless"): "nothing says what happened",
    ("subject", "same"): _NAMES,
    ("subject", "primary"): _NAMES,
    ("subject", "shared"): _NAMES,
    ("subject", "noun"): "both are said of {subject}",
    ("subject", "differs"): "they are said of different names",
    ("names", "same"): _NAMES,
    ("names", "shared"): _NAMES,
    ("names", "differs"): "the sentences name different things",
    ("names", "swapped"): "each sentence has a name of its own",
    ("verb", "same"): "both say “{verb}”",
    ("verb", "opposed"): "the verbs say opposite things",
    ("verb", "event_differs"): "different things happen",
    ("context", "identical"): "the sentences say the same in like words",
    ("context", "close"): "the sentences are much alike",
    ("context", "similar"): "the sentences share many words",
    ("context", "none"): "the sentences share no telling word",
    ("near", "identical"): "the same words stand around the figures",
    ("near", "close"): "like words stand around the figures",
    ("near", "none"): "other words stand around the figures",
    ("other_values", "equal"): "another figure beside them is the same",
    ("isolation", "alone"): "no other figure there could be meant",
    ("isolation", "several"): "several figures there could be meant",
    ("counterpart", "sole"): "each text has just one figure for {measure}",
    ("counterpart", "sole_of_short"): "each text has just one figure for {measure}",
    ("closeness", "near"): "the values are close",
    ("closeness", "same_size"): "the values are of one size",
    ("closeness", "apart"): "the values are far apart",
    ("closeness", "far"): "the values are very far apart",
    ("closeness", "beyond"): "the values are hundreds of times apart, with other digits",
    ("time", "same"): "both hold at one time",
    ("time", "days_apart"): "the texts are days apart",
    ("time", "differs"): "they hold at different times",
    ("scope", "same"): "both pages are about one version or edition",
    ("headings", "same"): "they stand under one heading",
    ("headings", "differs"): "they stand under different headings",
    ("identifiers", "shared"): "both name one identifier",
    ("identifiers", "differs"): "they name different identifiers",
    ("person", "named"): "both are about one person",
    ("modifiers", "same"): "both are narrowed in one way",
    ("modifiers", "disjoint"): "they are narrowed in different ways",
    ("modifiers", "unlike"): "they are narrowed in different ways",
    ("qualifiers", "same"): "both are restricted in one way",
    ("qualifiers", "differs"): "they are restricted in different ways",
    ("contrast", "weak"): "a word that tells things apart elsewhere is on one side only",
    ("contrast", "strong"): "a word that tells things apart elsewhere is on one side only",
    ("title", "special"): "one page is about a special case",
    ("title", "named"): "the pages have different titles",
    ("title", "template"): "the pages are made from one template",
    ("place", "same_document"): "both stand in one document",
    ("place", "headline"): "one is a headline of the other's page",
    ("counted", "generic"): "what is counted says little",
    ("shared", "few"): "they have few words in common",
    ("shared", "two"): "they have few words in common",
}


def told_of(left: Profile, right: Profile) -> dict[str, str]:
    """What the phrases may name of a pair of claims; "" where it has nothing of the kind."""
    subject = left.subject & right.subject
    names = (left.names & right.names) | {name for name in subject if name[:1].isupper()}
    return {
        "measure": left.measure.replace("_", " "),
        "subject": listed(subject, _MOST),
        "names": listed(names or subject, _MOST),
        "verb": left.verb,
    }


def plain_words(feature: str, level: str, told: Mapping[str, str]) -> str:
    """The phrase of a level; "" for a level that has none, or whose words are missing."""
    phrase = PHRASES.get((feature, level), "")
    if any(f"{{{name}}}" in phrase for name in ("measure", "subject", "names", "verb") if not told.get(name)):
        return ""
    return phrase.format(**told)
