"""The configuration file: which one, what may stand in it, and where each value was written.

>>> [option.key for option in OPTIONS][:3]
['select', 'ignore', 'include']
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck import reach
from factcheck.errors import CombinedUserError, UserError, did_you_mean
from factcheck.settings import PathSettings

NAME = "factcheck.toml"
CACHE_DIR = ".factcheck"
BASELINE = "factcheck-baseline.json"
WAIVERS = "factcheck-waivers.yaml"
LEVELS = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Option:
    """A key of the file: the field of Settings it sets, how its value is read, a commented example for ``init``.

    ``read(value, folder)`` gives the field's value or raises ValueError saying what would have been right.
    """

    key: str
    field: str
    read: Callable[[Any, Path], Any]
    example: str
    help: str


@dataclass(frozen=True, slots=True)
class Found:
    """What the file set: values by field of Settings, and the place of each as ``file:line``."""

    values: Mapping[str, Any]
    origins: Mapping[str, str]


def load(config: str | None, start: str) -> Found:
    """The values of ``config``, or of the nearest configuration from the folder ``start`` upward, or nothing.

    Raises UserError (several at once as CombinedUserError) as ``Settings.load`` says.
    """
    file = Path(config) if config is not None else _nearest(Path(start))
    if file is None:
        return Found({"root": start, "cache_dir": str(Path(start) / CACHE_DIR)}, {})
    text, table = _parse(file, required=config is not None)
    return _values(file, text, table or {}, None if config is not None else reach.tree_of(file.parent))


def beside(root: str, *, named: bool) -> dict[str, str]:
    """The baseline and the waiver file of the usual name in the folder of the configuration, if they are there.

    Raises UserError for a link out of the tree, unless the configuration was ``named``.
    """
    usual = {"baseline": Path(root) / BASELINE, "waivers": Path(root) / WAIVERS}
    found = {field: file for field, file in usual.items() if file.is_file()}
    if found and not named:
        tree = reach.tree_of(Path(root))
        for file in found.values():
            reach.require_within(file, tree)
    return {field: str(file) for field, file in found.items()}


def _nearest(start: Path) -> Path | None:
    folder = start.resolve()
    for candidate in (folder, *folder.parents):
        if (candidate / NAME).is_file():
            reach.require_within(candidate / NAME, reach.tree_of(candidate))
            return _as_given(candidate / NAME)
        project = candidate / "pyproject.toml"
        if _is_own(project) and _parse(project, required=False)[1] is not None:
            return _as_given(project)
    return None


def _is_own(project: Path) -> bool:
    """Whether there is a project file. A link out of the tree is nobody's here; no message may quote its text."""
    return project.is_file() and (not project.is_symlink() or reach.within(project, reach.tree_of(project.parent)))


def _as_given(file: Path) -> Path:
    """Relative to the working folder where it lies below: that is how people read paths."""
    here = Path.cwd()
    return file.relative_to(here) if file.is_relative_to(here) else file


def _parse(file: Path, *, required: bool) -> tuple[str, dict[str, Any] | None]:
    """The text of the file and its table of ours; None if it is a pyproject.toml without one."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
        parsed = tomllib.loads(text)
    except OSError as fault:
        raise UserError(f"cannot read the configuration: {fault.strerror}", path=str(file)) from fault
    except UnicodeDecodeError as fault:
        raise UserError("the configuration is not UTF-8", path=str(file)) from fault
    except tomllib.TOMLDecodeError as fault:
        raise _syntax_error(file, text, fault) from fault
    except RecursionError as fault:
        raise UserError("nested too deeply", path=str(file)) from fault
    except ValueError as fault:
        raise UserError(str(fault), path=str(file)) from fault  # a number of thousands of digits
    if file.name != "pyproject.toml":
        return text, parsed
    ours = parsed.get("tool", {}).get("factcheck")
    if ours is None and required:
        raise UserError("no [tool.factcheck] table", path=str(file))
    return text, ours


def _syntax_error(file: Path, text: str, fault: tomllib.TOMLDecodeError) -> UserError:
    message = str(fault)
    place = re.search(r" \(at line (\d+), column (\d+)\)$", message)
    if place is None:
        return UserError(message, path=str(file), line=text.count("\n") + 1)
    line, column = int(place[1]), int(place[2])
    source = text.split("\n")[line - 1].rstrip("\r")
    return UserError(message[: place.start()], path=str(file), line=line, column=column, source=source)


def _values(file: Path, text: str, table: Mapping[str, Any], tree: Path | None) -> Found:
    """The values and where they stand. ``tree`` is as far as they may reach; None: the file was named, anywhere."""
    known = {option.key: option for option in OPTIONS}
    values: dict[str, Any] = {"root": str(file.parent), "cache_dir": str(file.parent / CACHE_DIR)}
    origins = {"root": str(file)}
    errors = []
    for key, value in table.items():
        line = _line_of(text, key)
        if key not in known:
            errors.append(_mistake(file, text, f"unknown key {key!r}", (key,), did_you_mean(key, known)))
            continue
        try:
            values[known[key].field] = known[key].read(value, file.parent)
            if tree is not None:
                _require_reach(known[key], values[known[key].field], tree)
        except ValueError as fault:
            errors.append(_mistake(file, text, f"{key}: {fault}", _culprit(fault, key)))
        origins[known[key].field] = f"{file}:{line}"
    if errors:
        raise errors[0] if len(errors) == 1 else CombinedUserError(errors)
    return Found(values, origins)


def _require_reach(option: Option, value: Any, tree: Path) -> None:
    """Raises ValueError for what only a file may say that the user named."""
    if option.field == "scheduler":
        raise ValueError("a scheduler can run code here: name it with --scheduler, or this file with --config")
    paths = () if option.read not in (_file, _files, _cache_dir) else value if isinstance(value, tuple) else (value,)
    for path in paths:
        if path is not None and not reach.within(Path(path), tree):
            raise ValueError(f"{path} is not below {tree}: name it on the command line, or this file with --config")


def _mistake(file: Path, text: str, message: str, keys: tuple[str, ...], hint: str = "") -> UserError:
    """A wrong key or value, with its line and a caret under the first of the keys that the line holds."""
    line = _line_of(text, *keys)
    source = text.split("\n")[line - 1].rstrip("\r") if line else ""
    column = next((source.index(key) + 1 for key in keys if key in source), 0)
    return UserError(message, path=str(file), line=line, column=column, hint=hint, source=source if column else "")


class _InnerError(ValueError):
    """A wrong value below a top-level key, which has a line of its own."""

    def __init__(self, message: str, key: str) -> None:
        super().__init__(message)
        self.key = key


def _culprit(fault: ValueError, key: str) -> tuple[str, ...]:
    return (fault.key, key) if isinstance(fault, _InnerError) else (key,)


def _line_of(text: str, *keys: str) -> int:
    """The first line that writes one of the keys, or opens its table; tomllib keeps no places. 0 if none does."""
    for key in keys:
        name = rf"""["']?{re.escape(key)}["']?"""
        pattern = re.compile(
            rf"^[ \t]*(?:{name}[ \t]*=|\[\[?(?:tool\.factcheck\.)?{name}[ \t]*\]|.*[{{,][ \t]*{name} *=)"
        )
        for number, line in enumerate(text.split("\n"), 1):
            if pattern.match(line):
                return number
    return 0


def _strings(value: Any, folder: Path) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError("expected a list of strings")
    return tuple(value)


def _globs(value: Any, folder: Path) -> tuple[str, ...]:
    """Globs that take no time to speak of: a configuration may be a stranger's."""
    from factcheck.readers.globs import is_tame

    globs = _strings(value, folder)
    for glob in globs:
        if not is_tame(glob):
            raise ValueError(f"{glob!r} has too many wildcards")
    return globs


def _scopes(value: Any, folder: Path) -> tuple[str, ...]:
    names = [re.findall(r"\{(\w+)\}", pattern) for pattern in _globs(value, folder)]
    if any(len(set(each)) < len(each) or not all(map(str.isidentifier, each)) for each in names):
        raise ValueError("a name in braces is a word, and stands once in a pattern")
    return _strings(value, folder)


def _string(value: Any, folder: Path) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("expected a string")
    return value


def _file(value: Any, folder: Path) -> str:
    return str(folder / _string(value, folder))


def _files(value: Any, folder: Path) -> tuple[str, ...]:
    return tuple(str(folder / item) for item in _strings(value, folder))


def _cache_dir(value: Any, folder: Path) -> str | None:
    return None if value is False else _file(value, folder)


def _count(value: Any, folder: Path) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError("expected a whole number, 0 or more")
    return value


def _flag(value: Any, folder: Path) -> bool:
    if not isinstance(value, bool):
        raise ValueError("expected true or false")  # noqa: TRY004 – a wrong value of the user's, not of a caller's
    return value


def _one_of(*choices: str) -> Callable[[Any, Path], str]:
    def read(value: Any, folder: Path) -> str:
        if value not in choices:
            hint = did_you_mean(value, choices) if isinstance(value, str) else ""
            raise ValueError(f"expected one of {', '.join(choices)}" + (f" ({hint})" if hint else ""))
        return str(value)

    return read


def _severities(value: Any, folder: Path) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        raise ValueError("expected a table of rule ids and severities")  # noqa: TRY004
    level = _one_of(*LEVELS, "off")
    for rule, severity in value.items():
        try:
            level(severity, folder)
        except ValueError as fault:
            raise _InnerError(f"{rule}: {fault}", rule) from fault
    return tuple(sorted(value.items()))


def _path_settings(value: Any, folder: Path) -> tuple[PathSettings, ...]:
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise ValueError("expected tables [[paths]]")
    return tuple(_path_entry(entry, folder) for entry in value)


def _path_entry(entry: Mapping[str, Any], folder: Path) -> PathSettings:
    readers: dict[str, Callable[[Any, Path], Any]] = {
        "match": _globs, "ignore": _strings, "severity": _severities, "scope": _scope,
    }  # fmt: skip
    values = {}
    for key, value in entry.items():
        if key not in readers:
            hint = did_you_mean(key, readers)
            raise _InnerError(f"unknown key {key!r}" + (f" ({hint})" if hint else ""), key)
        try:
            values[key] = readers[key](value, folder)
        except _InnerError:
            raise
        except ValueError as fault:
            raise _InnerError(f"{key}: {fault}", key) from fault
    if not values.get("match"):
        raise ValueError('an entry needs match = ["glob", …]')
    return PathSettings(**values)


def _scope(value: Any, folder: Path) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict) or not all(isinstance(item, str | int | float) for item in value.values()):
        raise ValueError("expected a table of names and values")
    return tuple(sorted((key, str(item)) for key, item in value.items()))


def commented_example() -> Iterator[str]:
    """The lines of the file that ``factcheck init`` writes: every key, commented out, with what it does."""
    yield "# Settings of factcheck for this folder and those below. Every key is optional; the command line wins."
    for option in OPTIONS:
        yield ""
        yield f"# {option.help}"
        yield from (f"# {line}".rstrip() for line in option.example.splitlines())


OPTIONS = (
    Option("select", "select", _strings, 'select = ["FC1", "FC201"]', "Only these rules, by id or prefix."),
    Option("ignore", "ignore", _strings, 'ignore = ["FC4"]', "Not these rules, by id or prefix."),
    Option("include", "include", _globs, 'include = ["docs/**"]', "Only these files, as globs from this folder."),
    Option("exclude", "exclude", _globs, 'exclude = ["drafts/**"]', "Not these files. .gitignore is respected anyway."),
    Option(
        "group-by", "group_by", _string, 'group-by = "group"', "Compare only documents equal in this metadata column."
    ),
    Option(
        "against", "against", _files, 'against = ["archive"]', "Compare the checked paths only with these documents."
    ),
    Option("rules", "rules_dirs", _files, 'rules = ["house-rules"]', "Folders with further rule packs."),
    Option("facts", "facts", _file, 'facts = "facts.yaml"', "A truth file that every page must agree with."),
    Option("constants", "constants", _file, 'constants = "constants.yaml"', "Wholes that shares are taken of."),
    Option(
        "fail-on",
        "fail_on",
        _one_of(*LEVELS, "never"),
        'fail-on = "error"',
        "The severity from which on the check fails.",
    ),
    Option(
        "max-conflicts", "max_conflicts", _count, "max-conflicts = 50", "Print at most so many; the rest is counted."
    ),
    Option("keep-going", "keep_going", _flag, "keep-going = true", "Unreadable documents do not fail the check."),
    Option(
        "scopes",
        "scopes",
        _scopes,
        'scopes = ["docs/{version}/**", "{lang}/**"]',
        "Folders that say what the pages below are about: their version, language, product.",
    ),
    Option("baseline", "baseline", _file, f'baseline = "{BASELINE}"', "Known conflicts, which are not new."),
    Option("waivers", "waivers", _file, f'waivers = "{WAIVERS}"', "Accepted conflicts, with reason and expiry."),
    Option("jobs", "jobs", _count, "jobs = 2", "Processes; 0 is one for each core."),
    Option("engine", "engine", _string, 'engine = "local"', "Where the work runs: local or dask."),
    Option(
        "scheduler", "scheduler", _string, 'scheduler = "tcp://10.0.0.1:8786"', "Address of a running Dask scheduler."
    ),
    Option(
        "cache-dir", "cache_dir", _cache_dir, 'cache-dir = ".factcheck"', "Where readings are kept; false keeps none."
    ),
    Option(
        "severity",
        "severity",
        _severities,
        '[severity]\nFC140 = "warning"\nFC401 = "off"',
        "Severity by rule id or prefix.",
    ),
    Option(
        "paths",
        "paths",
        _path_settings,
        '[[paths]]\nmatch = ["blog/**"]\nignore = ["FC14"]\nseverity = { FC101 = "note" }\n\n'
        '[[paths]]\nmatch = ["docs/v1/**"]\nscope = { version = "1" }',
        "What holds for some pages only; pages of different scope do not contradict each other.",
    ),
)
