"""``factcheck extract PATH...``: only the mentions and claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import CLAIM_FORMATS, output_options, reading_options

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.cli.options import Output
    from factcheck.model import Problem
    from factcheck.settings import Settings


@click.command(short_help="Only the mentions and claims.")
@click.argument("paths", nargs=-1, type=click.Path(), metavar="PATH...")
@output_options(CLAIM_FORMATS, ".jsonl .csv .parquet .txt")
@reading_options()
def extract(paths: tuple[str, ...], show_config: bool, **options: Any) -> int | None:
    """Print every figure and date that PATH... state, with its place and what it is about.

    PATH is a file, a folder, or - for JSON Lines on standard input. Exits with 2 when something could not be read.
    """
    from factcheck.cli.options import Output, settings_from, shown
    from factcheck.cli.running import print_text

    output = Output.taken_from(options)
    settings, origins = settings_from(options)
    if show_config:
        print_text(shown(settings, origins))
        return None
    if not paths:
        raise click.UsageError("Missing argument 'PATH...'.")
    return _extracted(paths, settings, output)


def _extracted(paths: tuple[str, ...], settings: Settings, output: Output) -> int:
    from factcheck import pipeline
    from factcheck.cli.output import require_folder, tell_times, write_report
    from factcheck.cli.progress import Progress, Stopwatch
    from factcheck.cli.running import CLEAN, INTERNAL, WRONG, print_text, say, tell_faults
    from factcheck.writers.claims import claims_writer_for, claims_writer_for_suffix

    writer = claims_writer_for(output.format)
    for file in output.files:
        claims_writer_for_suffix(file)
        require_folder(file)
    watch = Stopwatch()
    with Progress.on_terminal(wanted=not (output.no_progress or output.quiet)) as progress:
        result = pipeline.extract(paths, settings, watch.over(progress))
    watch.start("writing")
    for file in output.files:
        write_report(file, claims_writer_for_suffix(file).write_claims(result.readings))
    if not output.quiet:
        for piece in writer.write_claims(result.readings):
            print_text(piece)
    for notice in result.notices:
        say(f"note: {notice}")
    _tell(result.problems)
    if output.verbose:
        tell_times(watch)
    if tell_faults(result.problems):
        return INTERNAL
    lost = any(problem.level == "error" for problem in result.problems)
    return WRONG if lost and not settings.keep_going else CLEAN


def _tell(problems: Iterable[Problem]) -> None:
    from factcheck.cli.running import say
    from factcheck.model.problem import INTERNAL_ERROR

    for problem in problems:
        if problem.code == INTERNAL_ERROR:
            continue  # told at the end, by tell_faults
        place = f"{problem.path}:{problem.line}" if problem.line else problem.path
        say(f"{place}: {problem.level}: {problem.detail} [{problem.code}]")
