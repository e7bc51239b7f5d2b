"""Running a command: what each kind of end means for the exit code, and a closed pipe survived.

>>> main(["--version"])  # doctest: +ELLIPSIS
factcheck, version ...
0
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from factcheck.cli.group import factcheck
from factcheck.engines import look_seldom
from factcheck.errors import StageError, UserError

if TYPE_CHECKING:
    from factcheck.model import Problem

INTERNAL, WRONG, CONFLICTS, CLEAN = 3, 2, 1, 0
INTERRUPTED = 130
_PLEASE_REPORT = "This is a fault of factcheck, not of your files. Please report it with the lines above."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit code; every message goes to standard error.

    Without ``arguments`` it is that of this process, which then is all the command's.
    """
    if arguments is None:
        look_seldom()
    try:
        result = factcheck.main(
            args=None if arguments is None else list(arguments), prog_name="factcheck", standalone_mode=False
        )
        return _flushed(result if isinstance(result, int) else CLEAN)
    except click.ClickException as mistake:
        mistake.show()
        return WRONG
    except UserError as mistake:
        say(f"factcheck: {mistake}")
        return WRONG
    except (click.Abort, KeyboardInterrupt):
        say("factcheck: interrupted")
        return INTERRUPTED
    except Exception as fault:  # noqa: BLE001 – the last resort: whatever it is, the user is told what to report
        _tell_fault(fault)
        return INTERNAL


def say(text: str) -> None:
    """Print to standard error, without controls and commands to a CI job; a closed one is nobody's to tell."""
    from factcheck.writers.neutralise import no_commands, visible

    try:
        click.echo(no_commands(visible(text)), err=True)
    except OSError:
        _close(sys.stderr.fileno())


def print_text(data: str | bytes) -> None:
    """Write to standard output as UTF-8, whatever the locale. Who closed the pipe (``| head``) has read enough."""
    encoded = data.encode("utf-8", "backslashreplace") if isinstance(data, str) else data
    try:
        sys.stdout.buffer.write(encoded)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _close(sys.stdout.fileno())


def _flushed(code: int) -> int:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _close(sys.stdout.fileno())
    return code


def _close(descriptor: int) -> None:
    """Send what is still to come nowhere, so that the interpreter does not complain on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)


def tell_faults(problems: Iterable[Problem]) -> bool:
    """Tell the faults of the program among the problems; whether there were any. The rest of the work was done."""
    from factcheck.model.problem import INTERNAL_ERROR

    faults = [problem for problem in problems if problem.code == INTERNAL_ERROR]
    for problem in faults:
        say(f"factcheck: {problem.detail}")
    if faults:
        say(_PLEASE_REPORT)
    return bool(faults)


def _tell_fault(fault: Exception) -> None:
    import traceback

    text = str(fault) if isinstance(fault, StageError) else f"internal error: {type(fault).__name__}: {fault}"
    say("".join(traceback.format_exception(fault)).rstrip())
    say(f"factcheck: {text}")
    say(_PLEASE_REPORT)
