"""``factcheck init``: a factcheck.toml in which every key is explained and none is set."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("folder", default=".", type=click.Path(exists=True, file_okay=False))
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def init(folder: str, force: bool) -> None:
    """Write a commented factcheck.toml to FOLDER (default: here)."""
    from factcheck.cli.output import write_report
    from factcheck.cli.running import say
    from factcheck.configuration import NAME, commented_example
    from factcheck.errors import UserError

    target = Path(folder) / NAME
    if target.exists() and not force:
        raise UserError("there is a configuration already", path=str(target), hint="--force replaces it")
    write_report(str(target), [line + "\n" for line in commented_example()])
    say(f"wrote {target}")
