"""``factcheck completion SHELL``: the script that makes a shell complete commands, options and rule ids."""

from __future__ import annotations

import click


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script of SHELL, e.g. for ~/.bashrc: eval "$(factcheck completion bash)"."""
    from click.shell_completion import get_completion_class

    from factcheck.cli.group import factcheck
    from factcheck.cli.running import print_text

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"click knows no completion for {shell}")
    print_text(kind(factcheck, {}, "factcheck", "_FACTCHECK_COMPLETE").source() + "\n")
