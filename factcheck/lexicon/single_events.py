"""Events, and those that happen once to their subject: birth, founding, release.

>>> happens_once("bear"), happens_once("visit"), is_event("visit"), is_event("toll")
(True, False, True, False)
"""

from __future__ import annotations

from functools import cache

from factcheck.lexicon.load import entries
from factcheck.lexicon.verbs import verb_kind


def happens_once(event: str) -> bool:
    """Whether two dates of this event class, of one subject, exclude each other."""
    return event in _events()


def is_event(measure: str) -> bool:
    """Whether a measure is something that happens, so that its date is that of the event and of no figure."""
    return happens_once(measure) or verb_kind(measure) == "act"


@cache
def _events() -> frozenset[str]:
    return frozenset(str(entry["event"]) for entry in entries("en/single_events.yaml"))
