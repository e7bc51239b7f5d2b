"""Sample values: what a tutorial's own job, script or command line happens to use.

>>> gives_argument("The run takes 8 cores (--cores=8)."), gives_argument("A ferry has 8 cabins.")
(True, False)
"""

from __future__ import annotations

import re

from factcheck.lexicon.generic import generic
from factcheck.model import Claim

# An option of a command line with a number as its value.
_ARGUMENT = re.compile(r"(?:^|[\s(`*_])--?[A-Za-z][\w-]*[ =]\d")


def gives_argument(sentence: str) -> bool:
    """Whether a sentence repeats an option of a command with its number, as one does below a sample."""
    return _ARGUMENT.search(sentence) is not None


def is_sample(claim: Claim) -> bool:
    """A figure that a sample job asks for, or that stands beside the option that sets it. A default is none."""
    if claim.role == "default":
        return False
    frame = claim.frame
    asked = frame.verb in generic("sample verbs") and not generic("sample jobs").isdisjoint(frame.words)
    return asked or gives_argument(claim.citation.sentence)
