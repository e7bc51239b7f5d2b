"""Times of publication are minutes since 1970 in UTC, days are proleptic ordinals; what turns one into the other.

>>> from datetime import date
>>> EPOCH == date(1970, 1, 1).toordinal()
True
"""

from __future__ import annotations

DAY = 1440.0
"""Minutes of a day."""
EPOCH = 719_163
"""The proleptic ordinal of 1 January 1970."""
