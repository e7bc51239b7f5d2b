"""The command ``factcheck`` itself: which commands there are, without importing any of them.

>>> factcheck.list_commands(click.Context(factcheck))[0]
'check'
"""

from __future__ import annotations

from importlib import import_module

import click

from factcheck import __version__

# Name of the module (and of the command in it), and what ``factcheck --help`` says of it.
COMMANDS = {
    "check": "Read, align and judge what PATH... say, and report what conflicts.",
    "extract": "Print the figures and dates of PATH... and what they are about.",
    "watch": "Check again on every save.",
    "lsp": "Serve an editor: conflicts as diagnostics, facts on hover.",
    "explain": "Explain a rule (FC101) or a conflict of the last report (fc-3f9a1c02).",
    "rules": "List the rules in force, or run their examples.",
    "accept": "Turn the boxes ticked in a report into waivers.",
    "init": "Write a commented factcheck.toml.",
    "cache": "Say what the cache holds, or empty it.",
    "completion": "Print the completion script of a shell.",
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called: ``--help`` has to be quick."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"factcheck.cli.{name}"), name)
        return command

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        from factcheck.errors import did_you_mean

        name = arguments[0]
        if name not in COMMANDS and not name.startswith("-"):
            hint = did_you_mean(name, COMMANDS)
            context.fail(f"No such command {name!r}." + (f" {hint[0].upper()}{hint[1:]}" if hint else ""))
        return super().resolve_command(context, arguments)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="factcheck")
def factcheck() -> None:
    """Find numeric and dated claims that contradict each other, and cite both places.

    Exit codes: 0 nothing to report, 1 conflicts at or above --fail-on, 2 wrong usage or something
    could not be read, 3 internal error.
    """
