"""``factcheck check PATH...``: the main job."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import REPORT_FORMATS, judging_options, output_options, reading_options

if TYPE_CHECKING:
    from factcheck.cli.options import Output
    from factcheck.errors import StageError
    from factcheck.model import Report
    from factcheck.settings import Settings
    from factcheck.writers import Layout


@click.command(short_help="Read, align, judge and report.")
@click.argument("paths", nargs=-1, type=click.Path(), metavar="PATH...")
@output_options(REPORT_FORMATS, ".md .html .json .sarif .xml .csv .parquet .jsonl")
@judging_options()
@reading_options()
def check(paths: tuple[str, ...], show_config: bool, update_baseline: bool, **options: Any) -> int | None:
    """Read the articles and pages in PATH..., align what they say about the same facts, and report what conflicts.

    PATH is a file, a folder, or - for JSON Lines on standard input. Exits with 1 when there are new conflicts at or
    above --fail-on, with 2 when something could not be read.
    """
    from factcheck.cli.options import Output, settings_from, shown
    from factcheck.cli.running import print_text
    from factcheck.cli.today import today

    output = Output.taken_from(options)
    settings, origins = settings_from({**options, "today": today()})
    if show_config:
        print_text(shown(settings, origins))
        return None
    if not paths:
        raise click.UsageError("Missing argument 'PATH...'.")
    return _checked(paths, settings, output, update_baseline)


def _checked(paths: tuple[str, ...], settings: Settings, output: Output, update_baseline: bool) -> int:
    from factcheck import pipeline
    from factcheck.cli.output import require_folder, tell_times
    from factcheck.cli.progress import Progress, Stopwatch
    from factcheck.store import last_report
    from factcheck.writers import writer_for, writer_for_suffix

    writer_for(output.format)
    for file in output.files:
        writer_for_suffix(file)
        require_folder(file)
    if update_baseline and settings.changed_since:
        raise click.UsageError("--update-baseline needs every conflict: leave out --changed-since.")
    asked = replace(settings, baseline=None) if update_baseline else settings
    watch = Stopwatch()
    with Progress.on_terminal(wanted=not (output.no_progress or output.quiet)) as progress:
        report = pipeline.check(paths, asked, watch.over(progress))
    if update_baseline:
        report = _with_new_baseline(report, settings)
    last_report.save(report, settings.cache_dir)
    watch.start("writing")
    _write(report, settings, output)
    if output.verbose:
        tell_times(watch)
    return exit_code(report, settings)


def _with_new_baseline(report: Report, settings: Settings) -> Report:
    """Write every conflict that is not waived to the baseline, and give the report in which they are known."""
    from pathlib import Path

    from factcheck.cli.output import write_report
    from factcheck.cli.running import say
    from factcheck.configuration import BASELINE
    from factcheck.store import baseline

    file = settings.baseline or str(Path(settings.root) / BASELINE)
    entries = baseline.entries_of(report.conflicts, settings.relative)
    write_report(file, [baseline.text_of(entries)])
    known = len({entry.id for entry in entries})
    say(f"wrote {known} known conflict{'s' if known != 1 else ''} to {file}")
    return replace(report, conflicts=baseline.apply(report.conflicts, entries, settings.relative))


def _write(report: Report, settings: Settings, output: Output) -> None:
    from factcheck.cli.output import is_colored, width
    from factcheck.cli.rest import write_rest
    from factcheck.cli.running import print_text, say
    from factcheck.writers import Layout, writer_for

    limit, verbose = settings.max_conflicts, output.verbose
    rest = write_rest(report, Layout(verbose=verbose, max_conflicts=limit), output.files, settings.cache_dir)
    faults = []
    for file in output.files:
        layout = Layout(verbose=verbose)
        if file in rest.beside:
            layout = replace(layout, max_conflicts=limit, rest=rest.beside[file])
        faults += _written(file, report, layout)
    if not output.quiet:
        colored = is_colored(no_color=output.no_color)
        layout = Layout(colored, width(), verbose=verbose, max_conflicts=limit, rest=rest.named)
        print_text(writer_for(output.format).write(report, layout))
    if output.format == "github":
        _write_step_summary(report)
    if output.quiet or output.format != "text":
        for notice in report.notices:
            say(f"note: {notice}")
    if faults:
        raise faults[0]


def _written(file: str, report: Report, layout: Layout) -> list[StageError]:
    """Write one report; a fault of its writer must not cost the other reports, and is told when they are written."""
    from factcheck.cli.output import link_prefix, write_report
    from factcheck.errors import StageError, UserError
    from factcheck.writers import pieces_of, writer_for_suffix

    layout = replace(layout, link_prefix=link_prefix(file))
    try:
        write_report(file, pieces_of(writer_for_suffix(file), report, layout))
    except UserError:
        raise
    except Exception as fault:  # noqa: BLE001 – whatever it is
        return [StageError("writing", file, f"{type(fault).__name__}: {fault}")]
    return []


def _write_step_summary(report: Report) -> None:
    """Append the report to the summary of the step that runs, where GitHub Actions says there is one."""
    import os
    from pathlib import Path

    from factcheck.errors import UserError
    from factcheck.writers import github

    if not (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        return
    try:
        with Path(summary).open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(github.step_summary(report))
    except OSError as fault:
        raise UserError(f"cannot write the step summary: {fault.strerror}", path=summary) from fault


def exit_code(report: Report, settings: Settings) -> int:
    """3 after a fault of the program, 2 when text was lost (unless told to keep going), 1 for new conflicts at or above
    ``fail_on``, else 0."""
    from factcheck.cli.running import CLEAN, CONFLICTS, INTERNAL, WRONG, tell_faults

    if tell_faults(report.problems):
        return INTERNAL
    if not settings.keep_going and any(problem.level == "error" for problem in report.problems):
        return WRONG
    levels = ("note", "warning", "error", "never")
    least = levels.index(settings.fail_on)
    failing = (levels.index(conflict.severity) >= least for conflict in report.conflicts if conflict.status == "new")
    return CONFLICTS if any(failing) else CLEAN
