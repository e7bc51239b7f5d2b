"""Events that happen once to their subject: birth, founding, release.

>>> happens_once("bear"), happens_once("visit")
(True, False)
"""

from __future__ import annotations

from functools import cache

from factcheck.lexicon.load import entries


def happens_once(event: str) -> bool:
    """Whether two dates of this event class, of one subject, exclude each other."""
    return event in _events()


@cache
def _events() -> frozenset[str]:
    return frozenset(str(entry["event"]) for entry in entries("en/single_events.yaml"))
