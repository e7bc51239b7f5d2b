"""Pages of the documentation that show commands and what they print: the pages' own files, the commands really run.

A fenced block with ``title="docs/plans.md"`` is a file; a later one of that title replaces it. What stands between
``<!-- output of: factcheck check docs -->`` and ``<!-- end -->`` is what the command printed; ``fc-…`` in a command is
the first conflict printed so far.

>>> played("no commands")
'no commands'
"""

from __future__ import annotations

import io
import os
import re
import shlex
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

_PART = re.compile(
    r"```\w+ title=\"(?P<file>[^\"]+)\"\n(?P<text>.*?)```\n"
    r"|(?P<start><!-- output of: (?P<command>[^\n]+?) -->\n).*?(?P<end><!-- end -->)",
    re.DOTALL,
)
_CONFLICT = re.compile(r"fc-[0-9a-f]{8}")


def played(page: str) -> str:
    """The page with the output of every command as it is now."""
    if "<!-- output of: " not in page:
        return page
    pieces, at, first = [], 0, ""
    with tempfile.TemporaryDirectory() as folder, _inside(Path(folder)):
        for part in _PART.finditer(page):
            if part["file"]:
                Path(part["file"]).parent.mkdir(parents=True, exist_ok=True)
                Path(part["file"]).write_text(part["text"], encoding="utf-8")
                continue
            output = _run(part["command"].replace("fc-…", first))
            first = first or next(iter(_CONFLICT.findall(output)), "")
            pieces += [page[at : part.start()], f"{part['start']}\n```text\n{output}```\n\n{part['end']}"]
            at = part.end()
    return "".join(pieces) + page[at:]


def _run(command: str) -> str:
    """What a ``factcheck`` command prints, and its exit code where that is not 0."""
    from factcheck.cli import main

    words = shlex.split(command)
    if words[0] != "factcheck":
        raise ValueError(f"a page may only run factcheck: {command}")
    caught = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with redirect_stdout(caught), redirect_stderr(caught):
        code = main([*words[1:]])
    caught.seek(0)
    text = caught.read()
    return text if code == 0 else f"{text}(exit code {code})\n"


@contextmanager
def _inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
