"""The options that commands share, and how they become Settings.

>>> split_ids(None, None, ("FC1,FC201", "FC3"))
('FC1', 'FC201', 'FC3')
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path
from typing import Any, TypeVar

import click

from factcheck.settings import Settings

Function = TypeVar("Function", bound=Callable[..., Any])

REPORT_FORMATS = (
    "text",
    "markdown",
    "html",
    "json",
    "sarif",
    "junit",
    "github",
    "gitlab",
    "rdjson",
    "checkstyle",
    "csv",
    "jsonl",
)
CLAIM_FORMATS = ("text", "jsonl", "csv")


def split_ids(
    context: click.Context | None, parameter: click.Parameter | None, given: Iterable[str]
) -> tuple[str, ...]:
    """Ids from a repeatable option whose values may each hold several, separated by commas."""
    return tuple(word.strip() for value in given for word in value.split(",") if word.strip())


@dataclass(frozen=True, slots=True)
class Output:
    """Where the report goes and what it looks like on a terminal."""

    format: str
    files: tuple[str, ...]
    quiet: bool
    verbose: bool
    no_color: bool
    no_progress: bool

    @classmethod
    def taken_from(cls, options: dict[str, Any]) -> Output:
        """The output options, removed from ``options``."""
        return cls(
            options.pop("format"), options.pop("output"), options.pop("quiet"), options.pop("verbose"),
            options.pop("no_color"), options.pop("no_progress"),
        )  # fmt: skip


def settings_from(options: dict[str, Any], *, start: str = ".") -> tuple[Settings, dict[str, str]]:
    """Settings and their origins from the command line's options, which are named as the fields of Settings."""
    overrides = dict(options)
    if overrides.get("cache_dir") and Path(overrides["cache_dir"]).is_symlink():
        overrides["cache_dir"] = str(Path(overrides["cache_dir"]).resolve())  # who names a link means where it leads
    config, no_cache = overrides.pop("config", None), overrides.pop("no_cache", False)
    settings, origins = Settings.load(config, start, overrides)
    if no_cache:
        settings, origins = replace(settings, cache_dir=None), {**origins, "cache_dir": "command line"}
    return settings, origins


def shown(settings: Settings, origins: Mapping[str, str]) -> str:
    """``--show-config``: each setting, its value and where it comes from, one a line."""
    from dataclasses import fields

    from factcheck.configuration import OPTIONS

    keys = {option.field: option.key for option in OPTIONS}
    rows = [
        (keys.get(name, name.replace("_", "-")), _value_words(getattr(settings, name)), _origin(name, origins))
        for name in (field.name for field in fields(settings))
    ]
    names, values = (max(len(row[column]) for row in rows) for column in (0, 1))
    return "".join(f"{name:<{names}}  {value:<{min(values, 60)}}  {origin}\n" for name, value, origin in rows)


def _origin(name: str, origins: Mapping[str, str]) -> str:
    """Where a value comes from; the day is no option, the command asks the clock for it."""
    return "the clock, for expiry dates" if name == "today" else origins[name]


def _value_words(value: Any) -> str:
    import json
    from dataclasses import asdict, is_dataclass

    def plain(item: Any) -> Any:
        return asdict(item) if is_dataclass(item) and not isinstance(item, type) else str(item)

    return json.dumps(value, ensure_ascii=False, default=plain)


def decorated(options: Iterable[Callable[[Function], Function]]) -> Callable[[Function], Function]:
    """One decorator of many, in the order in which ``--help`` is to show them."""
    return lambda function: reduce(lambda inner, option: option(inner), reversed(list(options)), function)


def output_options(formats: Iterable[str], suffixes: str) -> Callable[[Function], Function]:
    """``--format``, ``--output`` and how much is said."""
    known = ", ".join(formats).replace("text", "text (default)", 1)
    return decorated(
        [
            click.option(
                "-f", "--format", default="text", metavar="F", help=f"Standard output: {known}.",
                shell_complete=lambda context, parameter, typed: [name for name in formats if name.startswith(typed)],
            ),
            click.option(
                "-o", "--output", multiple=True, type=click.Path(dir_okay=False), metavar="FILE",
                help=f"Also write a report, its format by suffix: {suffixes}. Repeatable.",
            ),
            click.option("-q", "--quiet", is_flag=True, help="Nothing on standard output."),
            click.option(
                "-v", "--verbose", is_flag=True,
                help="Name what is otherwise only counted, and say what took how long.",
            ),
            click.option("--no-color", is_flag=True, help="No colour, as with NO_COLOR in the environment."),
            click.option("--no-progress", is_flag=True, help="No progress on the terminal."),
        ]
    )  # fmt: skip


def reading_options() -> Callable[[Function], Function]:
    """What is read, how, and by whom."""
    return decorated(
        [
            click.option(
                "--include", multiple=True, metavar="GLOB", help="Only these files below a folder. Repeatable."
            ),
            click.option("--exclude", multiple=True, metavar="GLOB", help="Not these files. Repeatable."),
            click.option(
                "--keep-going", is_flag=True, default=None, help="What cannot be read does not cause exit code 2."
            ),
            click.option("--config", type=click.Path(), metavar="FILE", help="Instead of the nearest factcheck.toml."),
            click.option("--show-config", is_flag=True, help="Print every setting and where it comes from, then stop."),
            click.option(
                "-j", "--jobs", type=click.IntRange(min=0), metavar="N", help="Processes; 0: one for each core."
            ),
            click.option("--engine", metavar="local|dask", help="Where the work runs."),
            click.option("--scheduler", metavar="ADDRESS", help="A running Dask scheduler."),
            click.option("--no-cache", is_flag=True, help="Read everything anew and keep nothing."),
            click.option(
                "--cache-dir", type=click.Path(), metavar="DIR", help="Instead of .factcheck/ by the settings."
            ),
        ]
    )


def judging_options() -> Callable[[Function], Function]:
    """What is compared, by which rules, and what of it counts."""
    ids: dict[str, Any] = {
        "multiple": True, "callback": split_ids, "metavar": "IDS", "shell_complete": _complete_rule_ids,
    }  # fmt: skip
    return decorated(
        [
            click.option("--select", **ids, help="Only these rules, by id or prefix."),
            click.option("--ignore", **ids, help="Not these rules, by id or prefix."),
            click.option(
                "--against", multiple=True, type=click.Path(), metavar="PATH",
                help="Compare PATH... only with these documents. Repeatable.",
            ),
            click.option("--group-by", metavar="COLUMN", help="Compare only documents equal in this metadata column."),
            click.option("--rules", "rules_dirs", multiple=True, type=click.Path(), metavar="DIR", help="More rules."),
            click.option("--facts", type=click.Path(), metavar="FILE", help="A truth file every page must agree with."),
            click.option("--constants", type=click.Path(), metavar="FILE", help="Wholes that shares are taken of."),
            click.option(
                "--fail-on", type=click.Choice(["error", "warning", "note", "never"]),
                help="The severity from which on the exit code is 1 (error).",
            ),
            click.option("--changed-since", metavar="REV", help="Only conflicts that touch a line changed since REV."),
            click.option("--baseline", type=click.Path(), metavar="FILE", help="Known conflicts, which are not new."),
            click.option("--update-baseline", is_flag=True, help="Write the conflicts found to the baseline."),
            click.option("--waivers", type=click.Path(), metavar="FILE", help="Accepted conflicts, with reasons."),
            click.option(
                "--max-conflicts", type=click.IntRange(0), metavar="N", help="Print so many; a side file has the rest."
            ),
        ]
    )  # fmt: skip


def _complete_rule_ids(context: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    from factcheck.rulebook import rules_in_force

    return [rule.id for rule in rules_in_force(()) if rule.id.startswith(typed)]
