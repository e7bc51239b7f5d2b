"""``factcheck accept REPORT``: the boxes a reviewer ticked become waivers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factcheck.settings import Settings
    from factcheck.store.waivers import Waiver


@click.command()
@click.argument("report", type=click.Path())
@click.option("--waivers", type=click.Path(), metavar="FILE", help="Instead of the waiver file of the settings.")
@click.option("--config", type=click.Path(), metavar="FILE", help="Instead of the nearest factcheck.toml.")
def accept(report: str, waivers: str | None, config: str | None) -> None:
    """Read the boxes ticked in REPORT (Markdown, or marks saved from the HTML page) into the waiver file.

    What stands in the file stays; a new mark on the same conflict and page replaces the old one.
    """
    from pathlib import Path

    from factcheck.cli.running import say
    from factcheck.configuration import WAIVERS
    from factcheck.settings import Settings
    from factcheck.store.accept import load_review

    settings, _ = Settings.load(config, overrides={"waivers": waivers})
    marks = load_review(report)
    if not marks:
        say(f"{report}: no box is ticked")
        return
    target = Path(settings.waivers) if settings.waivers else Path(settings.root) / WAIVERS
    _tell_unknown(marks, settings)
    _write(target, marks, settings)
    conflicts = len({mark.id for mark in marks})
    say(f"wrote what was said of {conflicts} conflict{'s' if conflicts != 1 else ''} to {target}")


def _write(target: Path, marks: Sequence[Waiver], settings: Settings) -> None:
    from factcheck.cli.output import write_report
    from factcheck.store import waivers
    from factcheck.store.accept import accepted_text

    text = ""
    if target.exists():
        waivers.load(str(target))  # refuses a file with mistakes before anything is changed
        text = target.read_text(encoding="utf-8")
    write_report(str(target), [accepted_text(text, marks, settings.relative)])


def _tell_unknown(marks: Sequence[Waiver], settings: Settings) -> None:
    from factcheck.cli.running import say
    from factcheck.store import last_report
    from factcheck.store.accept import unknown

    last = last_report.load(settings.cache_dir)
    known = {conflict.id for conflict in last.conflicts} if last else set()
    for identity in sorted({mark.id for mark in unknown(marks, known)} if known else ()):
        say(f"note: {identity} is not in the last report; is the review of an older one?")
