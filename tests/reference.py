"""The reference pages of the documentation, made from the program: commands, settings, formats.

>>> command_line().startswith("# Command line")
True
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

import click

_MADE = "<!-- Made by python -m tests.fresh --write from the program itself; edit that. -->"


def command_line() -> str:
    """Every command with its arguments and options, from the argument parser."""
    from factcheck.cli import COMMANDS, factcheck

    lines = ["# Command line", "", _MADE, "", *_paragraphs(factcheck), ""]
    context = click.Context(factcheck, info_name="factcheck", **factcheck.context_settings)
    for name in COMMANDS:
        command = factcheck.get_command(context, name)
        assert command is not None
        lines += _command(click.Context(command, info_name=name, parent=context))
    return "\n".join(lines).rstrip() + "\n"


def _command(context: click.Context) -> Iterator[str]:
    command = context.command
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from _command(click.Context(inner, info_name=name, parent=context))
        return
    usage = command.get_usage(context).removeprefix("Usage: ").replace("\n", " ")
    yield from (f"## {context.command_path}", "", f"`{' '.join(usage.split())}`", "", *_paragraphs(command), "")
    options = [parameter for parameter in command.get_params(context) if isinstance(parameter, click.Option)]
    yield from ("| option | meaning |", "|---|---|")
    for option in options:
        names, help_text = option.get_help_record(context) or ("", "")
        yield f"| `{_cell(names)}` | {_cell(help_text)} |"
    yield ""


def _paragraphs(command: click.Command) -> list[str]:
    parts = (command.help or "").split("\n\n")
    return "\n\n".join(" ".join(part.split()) for part in parts).replace("PATH...", "`PATH...`").split("\n")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


def settings() -> str:
    """Every key of the configuration file, with its default and the option that goes before it."""
    from factcheck.configuration import OPTIONS, commented_example
    from factcheck.settings import Settings

    defaults = {field.name: field.default for field in fields(Settings)}
    flags = _flags()
    lines = ["# Keys of factcheck.toml", "", _MADE, ""]
    lines += ["How they are found and combined: [configuration](../configuration.md).", ""]
    lines += ["| key | meaning | default | option |", "|---|---|---|---|"]
    for option in OPTIONS:
        flag = f"`{flags[option.field]}`" if option.field in flags else ""
        lines.append(f"| `{option.key}` | {_cell(option.help)} | {_default(defaults[option.field])} | {flag} |")
    example = "\n".join(commented_example())
    lines += ["", "`factcheck init` writes this file, in which everything is a comment:", "", "```toml", example, "```"]
    return "\n".join(lines) + "\n"


def _flags() -> dict[str, str]:
    """The option of ``check`` for each field of the settings that has one."""
    from factcheck.cli.check import check

    return {param.name: param.opts[-1] for param in check.params if isinstance(param, click.Option) and param.name}


def _default(value: Any) -> str:
    if value in (None, ()):
        return "none"
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def formats(conflict: str) -> str:
    """What is read and written, from the readers and writers there are; ``conflict`` is one of the JSON report."""
    lines = ["# Formats", "", _MADE, "", "## What is read", "", "| suffix | |", "|---|---|"]
    lines += [f"| {_codes(each.SUFFIXES)} | {_summary(each)} |" for each in _modules("factcheck.readers", "SUFFIXES")]
    lines += ["", "## Reports", "", *_writers("factcheck.writers", "write"), "", "## Claims (`factcheck extract`)", ""]
    lines += [*_writers("factcheck.writers.claims", "write_claims"), "", *_JSON, "```json", conflict, "```", ""]
    return "\n".join(lines).rstrip() + "\n"


_JSON = (
    "## The JSON report",
    "",
    "One object: `schema`, `tool`, `coverage`, `documents`, `conflicts`, `agreements`, `problems`. The `jsonl` format",
    "holds one conflict a line. Offsets count code points of the document's text; lines and columns begin at 1. The",
    "conflict of the articles under `seeds/`:",
    "",
)


def _writers(package: str, function: str) -> Iterator[str]:
    yield from ("| `--format` | suffix of `--output` | |", "|---|---|---|")
    for module in _modules(package, function):
        yield f"| `{module.NAME}` | {_codes(module.SUFFIXES)} | {_summary(module)} |"


def _modules(package: str, name: str) -> list[ModuleType]:
    folder = import_module(package)
    found = [import_module(f"{package}.{info.name}") for info in iter_modules(folder.__path__) if not info.ispkg]
    return [module for module in found if hasattr(module, name) and hasattr(module, "SUFFIXES")]


def _codes(suffixes: tuple[str, ...]) -> str:
    return " ".join(f"`{suffix}`" for suffix in suffixes)


def _summary(module: ModuleType) -> str:
    """The first sentence of a module, which says what it does."""
    return _cell((module.__doc__ or "").split("\n\n")[0]).replace("``", "`")
