"""Sample values: what a tutorial's own job, script or command line happens to use.

>>> gives_argument("The run takes 8 cores (--cores=8)."), gives_argument("A ferry has 8 cabins.")
(True, False)
>>> teaches("docs/tutorials/first-berth.md"), teaches("docs/berths.md")
(True, False)
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.lexicon.generic import generic
from factcheck.model import Claim

# An option of a command line with a number as its value.
_ARGUMENT = re.compile(r"(?:^|[\s(`*_])--?[A-Za-z][\w-]*[ =]\d")


# The claims of a sentence stand together, and there may be many of them.
@lru_cache(maxsize=64)
def gives_argument(sentence: str) -> bool:
    """Whether a sentence repeats an option of a command with its number, as one does below a sample."""
    return _ARGUMENT.search(sentence) is not None


# What a command prints after it was run on the sample.
_PRINTED = re.compile(r"\b(?:the|this|your) (?:command )?output\b", re.IGNORECASE)
_NO_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=64)
def _tells_output(sentence: str) -> bool:
    return _PRINTED.search(sentence) is not None


def teaches(path: str) -> bool:
    """Whether a page's path says that it is a lesson, whose figures are those of its own sample."""
    return not generic("lessons").isdisjoint(_NO_WORD.split(path.lower()))


def is_sample(claim: Claim) -> bool:
    """A figure that a sample job asks for, that its output shows, that stands beside the option that sets it, or that
    is set in a lesson. A default is none."""
    if claim.role == "default":
        return False
    frame, sentence = claim.frame, claim.citation.sentence
    if frame.verb in generic("sample verbs") and not generic("sample jobs").isdisjoint(frame.words):
        return True
    taught = frame.verb in generic("lesson verbs") and teaches(claim.citation.path)
    return taught or gives_argument(sentence) or _tells_output(sentence)
