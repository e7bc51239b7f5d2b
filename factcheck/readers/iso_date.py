"""ISO dates and datetimes as people write them in metadata, made uniform; anything else is not a date.

>>> iso_date("2024-05-03"), iso_date("2024-05-03 19:00:00Z"), iso_date("last week")
('2024-05-03', '2024-05-03T19:00:00+00:00', None)
"""

from __future__ import annotations

import re
from datetime import date, datetime

_DAY = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})\Z")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|[+-]\d\d:?\d\d)?\Z")


def iso_date(written: str) -> str | None:
    """An ISO date or datetime, or None. A year or month alone is no date: it orders nothing."""
    written = written.strip()
    try:
        if day := _DAY.match(written):
            return date(*(int(part) for part in day.groups())).isoformat()
        if moment := _MOMENT.match(written):
            joined = f"{moment[1]}T{moment[2]}{moment[3] or ''}"
            return datetime.fromisoformat(joined).isoformat()
    except ValueError:
        return None
    return None
