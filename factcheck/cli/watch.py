"""``factcheck watch PATH...``: check again on every save."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import judging_options, reading_options

if TYPE_CHECKING:
    from factcheck.model import Conflict, Report


@click.command(short_help="Check again on every save.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH...")
@judging_options()
@reading_options()
def watch(paths: tuple[str, ...], show_config: bool, update_baseline: bool, **options: Any) -> None:
    """Check PATH..., then check again whenever a file in it is saved, and print what the saved pages conflict with.

    Only what an edit can change is compared again. Ctrl-C ends it.
    """
    from threading import Event

    from factcheck.cli.options import settings_from
    from factcheck.cli.running import say
    from factcheck.cli.today import today
    from factcheck.watch import watch as watch_files

    if show_config or update_baseline:
        raise click.UsageError("--show-config and --update-baseline belong to factcheck check.")
    settings, _ = settings_from({**options, "today": today()})
    watch_files(paths, settings, _print, Event(), on_mistake=lambda mistake: say(f"factcheck: {mistake}"))


def _print(report: Report, changed: frozenset[str]) -> None:
    """The conflicts of the changed pages, after the first check those of all, and a line to say that it is done."""
    from dataclasses import replace

    from factcheck.cli.output import is_colored, width
    from factcheck.cli.running import print_text, say
    from factcheck.writers import Layout, writer_for

    shown = tuple(each for each in report.conflicts if each.status == "new" and (not changed or _paths(each) & changed))
    if shown:
        layout = Layout(is_colored(no_color=False), width())
        print_text(writer_for("text").write(replace(report, conflicts=shown), layout))
    where = ", ".join(sorted(changed)) if 0 < len(changed) <= 3 else f"{len(changed)} files" if changed else "all files"
    total = sum(each.status == "new" for each in report.conflicts)
    say(f"checked {where}: {len(shown)} of {total} conflict{'s' if total != 1 else ''}")


def _paths(conflict: Conflict) -> frozenset[str]:
    return frozenset(claim.citation.path for position in conflict.positions for claim in position.claims)
