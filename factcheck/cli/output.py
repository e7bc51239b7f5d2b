"""Reports on their way out: to files that are never torn, and to a terminal as wide as it is.

>>> is_colored(no_color=True)
False
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from factcheck.cli.progress import Stopwatch
from factcheck.errors import UserError
from factcheck.store.whole_file import write_whole


def write_report(path: str, pieces: Iterable[str | bytes]) -> None:
    """Write a report whole, as UTF-8. Raises UserError when its folder is missing or read-only, or the disk is full."""
    try:
        write_whole(Path(path), (_encoded(piece) for piece in pieces))
    except OSError as fault:
        raise UserError(f"cannot write the report: {fault.strerror}", path=path) from fault


def require_folder(path: str) -> None:
    """Raises UserError before the work, not after it, when there is no folder to write the file to."""
    folder = Path(path).parent
    if not folder.is_dir():
        raise UserError(f"cannot write the report: there is no folder {str(folder)!r}", path=path)


def is_colored(*, no_color: bool) -> bool:
    """Colour on a terminal, unless NO_COLOR (no-color.org) or the option says otherwise."""
    plain = no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not plain and sys.stdout.isatty()


def width() -> int:
    """Columns of the terminal; 100 where there is none, so that what is piped does not depend on the window."""
    return shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 100


def tell_times(watch: Stopwatch) -> None:
    """What took how long, on standard error: a report itself says nothing that changes from run to run."""
    from factcheck.cli.running import say

    times = watch.times()
    for stage, seconds in times.items():
        total = watch.total(stage)
        say(f"{seconds:8.2f} s  {stage}" + (f" ({total:,} not in the cache)" if total else ""))
    say(f"{sum(times.values()):8.2f} s  together")


def link_prefix(path: str) -> str:
    """From a report's folder to the folder its paths are relative to, for the links in it.

    >>> link_prefix("reports/example.md"), link_prefix("report.md")
    ('../', '')
    """
    back = os.path.relpath(".", Path(path).parent or ".")
    return "" if back == "." else Path(back).as_posix() + "/"


def _encoded(piece: str | bytes) -> bytes:
    return piece.encode("utf-8", "backslashreplace") if isinstance(piece, str) else piece
