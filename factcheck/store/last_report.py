"""The last report, kept for ``factcheck explain``.

>>> load(None) is None
True
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from factcheck.model import Report
from factcheck.store.reading_codec import codec, fingerprint
from factcheck.store.whole_file import refuse_link, write_whole

FILE = "last-report.json"


def save(report: Report, cache_dir: str | None) -> None:
    """Keep what explains the report's conflicts in the cache's folder; where there is none, or it cannot be written,
    there is nothing to explain.

    Of the documents those that a conflict cites are kept, without their claims; agreements are not.
    """
    if cache_dir is None:
        return
    cited = {claim.citation.doc_id for each in report.conflicts for side in each.positions for claim in side.claims}
    cards = (replace(reading, claims=()) for reading in report.documents if reading.doc_id in cited)
    told = replace(report, documents=tuple(cards), agreements=())
    with suppress(OSError):
        refuse_link(Path(cache_dir))
        write_whole(Path(cache_dir) / FILE, [fingerprint(Report), "\n", codec(Report).to_json(told)])


def load(cache_dir: str | None) -> Report | None:
    """The report of the last run that kept one; None if there is none, or another version wrote it."""
    if cache_dir is None:
        return None
    try:
        version, _, text = (Path(cache_dir) / FILE).read_bytes().decode("utf-8", "surrogatepass").partition("\n")
        if version != fingerprint(Report):
            return None
        report: Report = codec(Report).from_json(text)
    except (OSError, ValueError):
        return None
    return report
