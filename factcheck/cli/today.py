"""The day on which the program runs: the one thing it asks the clock, and only to know which waivers have expired.

>>> from datetime import date
>>> today({"SOURCE_DATE_EPOCH": "86400"})
datetime.date(1970, 1, 2)
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime

from factcheck.errors import UserError


def today(environment: Mapping[str, str] = os.environ) -> date:
    """The day in UTC; SOURCE_DATE_EPOCH (reproducible-builds.org) goes before the clock."""
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as fault:
        raise UserError(f"SOURCE_DATE_EPOCH is not a number of seconds: {epoch!r}") from fault
