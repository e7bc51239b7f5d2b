"""Days on which the calendar begins or ends, numbers no float holds, texts that are hardly one: all are compared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.pages import CommandLine

_SAID = (
    "The ferry has sailed for three years and runs for 9 months a year; the ticket cost $5, about €4.",
    "It opened on 31 December 9999, the next day it closed, two weeks later it sank; it was built in 0001.",
    "It is 1e999999999 km long, 10^400 m wide and 9" + "0" * 400 + " m high, 1/0 of a mile, ±1e-999999 kg.",
    "On 2024-05-03T25:61:61+99:99 and 31 February 2023 and in 123456 BC, 99999 years ago, it had 5\0 lamps.",
)
_PUBLISHED = ("9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "9999-12-31", "0001-01-01")


@pytest.mark.parametrize("published", _PUBLISHED)
def test_an_article_of_the_first_or_last_day_is_compared(pages: Path, run: CommandLine, published: str) -> None:
    for name in "ab":
        rows = [
            {"id": f"{name}{number}", "text": f"The pier of Este.\n\n{text}", "date": published}
            for number, text in enumerate(_SAID)
        ]
        (pages / f"docs/{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    outputs = ("-o", "r.json", "-o", "r.html", "-o", "r.sarif", "-o", "r.md", "-o", "r.csv", "-o", "r.xml")
    ran = run("check", "docs", "--fail-on", "never", "--no-cache", *outputs)
    assert (ran.code, ran.err) == (0, "")
    assert "41" in ran.out
    for name in ("r.json", "r.sarif"):
        json.loads((pages / name).read_text("utf-8"), parse_constant=pytest.fail)
