"""Bare numbers that get their unit from a header or key."""

from __future__ import annotations

import pytest

from factcheck.model import Interval, Quantity
from factcheck.reading.frame.header_units import with_unit


def bare(value: float) -> Quantity:
    return Quantity("number", Interval.point(value), Interval.point(value))


@pytest.mark.parametrize(
    ("quote", "label", "unit", "value"),
    [
        ("16", "Size (GB)", "gigabyte", 16),
        ("9.50", "Price, USD", "USD", 9.5),
        ("9.50", "Price ($)", "USD", 9.5),
        ("30", "Timeout (seconds)", "second", 30),
        ("30", "timeout_seconds", "second", 30),
        ("30", "timeoutSeconds", "second", 30),
        ("500", "latency-ms", "millisecond", 500),
        ("12", "Share (%)", "percent", 12),
        ("148", "Height in metres", "meter", 148),
        ("180", "Net income (USD m)", "USD", 180e6),
        ("180", "Net income ($ millions)", "USD", 180e6),
        ("180", "Net income (millions of euros)", "EUR", 180e6),
        ("42", "Visitors (thousands)", "", 42e3),
        ("42", "Visitors (000s)", "", 42e3),
    ],
)
def test_header_gives_the_unit(quote: str, label: str, unit: str, value: float) -> None:
    found = with_unit(quote, bare(float(quote)), (label,))
    assert found.unit == unit
    assert found.stated.middle == pytest.approx(value)


@pytest.mark.parametrize(
    "label", ["Replicas", "Deaths (confirmed)", "Default", "Founded (year)", "Notes, see below", ""]
)
def test_other_headers_leave_the_number_alone(label: str) -> None:
    quantity = bare(30)
    assert with_unit("30", quantity, (label,)) is quantity


def test_a_number_with_a_unit_of_its_own_keeps_it() -> None:
    quantity = Quantity("data", Interval.point(2), Interval.point(2), "megabyte", "data")  # type: ignore[arg-type]
    assert with_unit("2 MB", quantity, ("Size (GB)",)) is quantity


def test_the_nearest_label_wins() -> None:
    assert with_unit("16", bare(16), ("Memory (MB)", "Size (GB)")).unit == "gigabyte"
