"""The conflicts that ``--max-conflicts`` leaves out of a report, in a file of their own.

>>> beside("reports/facts.md")
'reports/facts.rest.md'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.model import Report
from factcheck.writers.layout import Layout

SIDE_FILE = "rest.md"


class Rest(NamedTuple):
    """``beside`` maps each Markdown report to the name of its side file; ``named`` is where a terminal sends people."""

    beside: Mapping[str, str]
    named: str


def write_rest(report: Report, layout: Layout, files: Sequence[str], cache_dir: str | None) -> Rest:
    """Write what is left out beside every Markdown report among ``files``, else into the cache folder.

    Other files hold every conflict: who reads them filters them. Without a limit, or below it, nothing is written.
    """
    from dataclasses import replace

    from factcheck.cli.output import link_prefix, write_report
    from factcheck.writers.markdown import SUFFIXES, write_rest

    reports = [file for file in files if Path(file).suffix.lower() in SUFFIXES]
    kept = str(Path(cache_dir) / SIDE_FILE) if cache_dir is not None else ""
    targets = [beside(file) for file in reports] or ([kept] if kept else [])
    if layout.max_conflicts is None or not write_rest(report, layout):
        return Rest(dict.fromkeys(reports, ""), "")
    for target in targets:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        write_report(target, [write_rest(report, replace(layout, link_prefix=link_prefix(target)))])
    return Rest({file: Path(beside(file)).name for file in reports}, targets[0] if targets else "")


def beside(report: str) -> str:
    """The side file of a report."""
    path = Path(report)
    return path.with_suffix(f".rest{path.suffix}").as_posix()
