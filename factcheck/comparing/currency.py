"""Rates of exchange around a day, as a band: from the European Central Bank's reference rates that ship with
CurrencyConverter (1999 onwards, no download).

>>> from datetime import date
>>> band = rate_band("EUR", "USD", date(2019, 6, 3).toordinal(), date(2019, 6, 3).toordinal())
>>> band is not None and 1.0 < band[0] < 1.12 < band[1] < 1.25
True
>>> rate_band("EUR", "UAH", 737000, 737000) is None
True
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

MARGIN = 0.02
"""Either side of the band: writers convert at rounded or older rates."""

LOOK_AROUND = 45
"""Days before and after: an article converts at the rate of the day of a contract, or of last month."""

_LAST_DAY = date.max.toordinal()

_STALE = 10
"""Days without a quoted rate after which a currency counts as no longer quoted (holidays are shorter)."""


def rate_band(source: str, target: str, first_day: int, last_day: int) -> tuple[float, float] | None:
    """Lowest and highest amount of ``target`` that one unit of ``source`` bought from some weeks before ``first_day``
    to some weeks after ``last_day`` (proleptic ordinals), widened by ``MARGIN``; None where a rate is not known.

    Rates are sampled weekly at the most a dozen times. Both currencies must be quoted on the days asked for: a rate
    that was frozen years ago is no rate.
    """
    if last_day < first_day:
        return None
    days = _sample(first_day - LOOK_AROUND, last_day + LOOK_AROUND)
    rates = [rate for day in days if (rate := _rate(source, target, day)) is not None]
    if _rate(source, target, first_day) is None or not rates:
        return None
    return min(rates) / (1 + MARGIN), max(rates) * (1 + MARGIN)


def _sample(first: int, last: int) -> range:
    return range(first, last + 1, max(7, (last - first) // 12))


@cache
def _rate(source: str, target: str, ordinal: int) -> float | None:
    one, other = _euros(source, ordinal), _euros(target, ordinal)
    return None if one is None or other is None else one / other


@cache
def _euros(currency: str, ordinal: int) -> float | None:
    """What one unit was worth in euros on the last quoted day up to a day, None if that is too long ago."""
    if currency == "EUR":
        return 1.0
    known = _converter()
    if currency not in known.currencies or not 1 <= ordinal <= _LAST_DAY:
        return None
    day = date.fromordinal(ordinal)
    first, last = known.bounds[currency]
    if not first <= day <= last + timedelta(days=_STALE):
        return None
    quoted = known.convert(1.0, currency, "EUR", date=min(day, last))
    return float(quoted)


@cache
def _converter() -> Any:
    from currency_converter import CurrencyConverter

    return CurrencyConverter(fallback_on_missing_rate=True, fallback_on_missing_rate_method="last_known")
