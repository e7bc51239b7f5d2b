"""Pages with one conflict, and running the command line on them.

>>> sorted(PAGES)
['docs/coast.md', 'docs/harbour.md', 'docs/herald.md']
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck.cli import main

PAGES = {
    "docs/coast.md": "# The sinking of the Alma\n\nThe ferry Alma sank off Lorvik on 3 May 2023, killing 41 people.\n",
    "docs/herald.md": "# Inquiry\n\nWhen the ferry Alma sank off Lorvik on 3 May 2023, 29 people were killed.\n",
    "docs/harbour.md": "# Harbour\n\nThe pier of Lorvik is 340 metres long.\n",
}


@dataclass(frozen=True, slots=True)
class Ran:
    code: int
    out: str
    err: str


def write_pages(folder: Path) -> None:
    for path, text in PAGES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


class CommandLine:
    """Runs ``factcheck`` in this process and catches what it prints."""

    def __init__(self, captured: pytest.CaptureFixture[str]) -> None:
        self._captured = captured

    def __call__(self, *arguments: str) -> Ran:
        self._captured.readouterr()
        code = main(arguments)
        out, err = self._captured.readouterr()
        return Ran(code, out, err)
