"""Which files a run reads: the PATHs of the command line, folders walked in sorted order.

collect(["docs", "draft.md"], exclude=["docs/old/**"]) → Collected(files=(…), skipped=((".png", 12),))
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from factcheck.errors import CombinedUserError, UserError, did_you_mean
from factcheck.readers import suffixes
from factcheck.readers.globs import from_lines
from factcheck.readers.source_file import STANDARD_INPUT, Given, SourceFile
from factcheck.readers.sources import NAME as SOURCES
from factcheck.readers.sources import Sources, load, merged

_NEVER = frozenset({".git", ".hg", ".svn", ".venv", ".factcheck", "node_modules", "__pycache__"})


@dataclass(frozen=True, slots=True)
class Collected:
    """The files to read, in order, and what was passed over: (reason or suffix, how many), sorted."""

    files: tuple[SourceFile, ...]
    skipped: tuple[tuple[str, int], ...] = ()


@dataclass(slots=True)
class _Walk:
    """What one collecting run carries along."""

    include: Any
    exclude: Any
    root: Path | None
    skipped: Counter[str] = field(default_factory=Counter)
    sources: dict[Path, tuple[Sources, ...]] = field(default_factory=dict)


def collect(
    paths: Sequence[str],
    *,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    base: Path | None = None,
    root: Path | None = None,
) -> Collected:
    """The files under ``paths``, which are relative to ``base`` (default: the current folder).

    ``include`` and ``exclude`` are gitignore-like globs on the path as given, below its folder or below ``root``, the
    folder in which they were written; a file named on the command line is read whatever they and ``.gitignore`` say.
    Symbolic links inside a folder are not followed.
    Raises UserError for missing paths (all at once), for a file no reader takes, and when there is nothing to read.
    """
    base = base or Path.cwd()
    missing = [_missing(path, base) for path in paths if path != STANDARD_INPUT and not (base / path).exists()]
    if missing:
        raise missing[0] if len(missing) == 1 else CombinedUserError(missing)
    walk = _Walk(_globs(include), _globs(exclude), root.resolve() if root is not None else None)
    found: dict[str, SourceFile] = {}
    for path in paths:
        for file in _files(path, base, walk):
            found.setdefault(file.path, file)
    if not found:
        raise _nothing(paths, walk)
    return Collected(tuple(found.values()), tuple(sorted(walk.skipped.items())))


def _files(path: str, base: Path, walk: _Walk) -> Iterator[SourceFile]:
    absolute = base / path
    if path == STANDARD_INPUT:
        yield SourceFile(STANDARD_INPUT)
    elif absolute.is_dir():
        yield from _folder(_posix(path), absolute, walk)
    elif absolute.suffix.lower() not in suffixes():
        known = " ".join(sorted(suffixes()))
        raise UserError(f"no reader for {absolute.suffix or 'a file without a suffix'!r}", path=path, hint=known)
    else:
        sources = _sources(absolute.parent, absolute.parent, Path(_posix(path)).parent.as_posix(), walk)
        yield SourceFile(_posix(path), absolute, given=_given(absolute, sources))


def _folder(shown: str, folder: Path, walk: _Walk) -> Iterator[SourceFile]:
    """The files of a folder and below: depth first, names in code point order, whatever the file system says."""
    prefix = "" if shown == "." else shown.rstrip("/") + "/"
    above = tuple(dict.fromkeys(("", prefix.removeprefix("./"), _below(folder, walk.root))))
    pending: list[tuple[str, tuple[tuple[str, Any], ...]]] = [("", _ignored_above(folder))]
    while pending:
        inner, ignores = pending.pop()
        here = folder / inner
        real = str(here.resolve())
        sources = _sources(here, folder, prefix.rstrip("/") or ".", walk)
        if (here / ".gitignore").is_file():
            ignores = (*ignores, (real, _gitignore(here / ".gitignore")))
        below = []
        for entry in _entries(here):
            name = f"{inner}{entry.name}"
            if _passed_over(entry, name, above, real, ignores, walk):
                continue
            if entry.is_dir():
                below.append((name + "/", ignores))
            else:
                absolute = here / entry.name
                yield SourceFile(_legible(prefix + name), absolute, given=_given(absolute, sources))
        pending.extend(reversed(below))


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        raise UserError(f"cannot be read: {error.strerror}", path=folder.as_posix()) from None


def _passed_over(
    entry: os.DirEntry[str],
    name: str,
    above: Sequence[str],
    here: str,
    ignores: Sequence[tuple[str, Any]],
    walk: _Walk,
) -> bool:
    """Whether an entry of a folder is left out; why is counted, but for what nobody would call an article.

    Globs are asked about its ``name`` behind each of the folders ``above``.
    """
    is_dir = entry.is_dir(follow_symlinks=False)
    slash = "/" if is_dir else ""
    if entry.name in _NEVER or entry.name in (SOURCES, ".gitignore"):
        return True
    if entry.is_symlink():
        reason = "symbolic link"
    elif _is_ignored(f"{here}/{entry.name}{slash}", ignores):
        reason = ".gitignore"
    elif _matches(walk.exclude, name + slash, above):
        reason = "--exclude"
    elif is_dir:
        return False
    elif (suffix := PurePosixPath(entry.name).suffix.lower()) not in suffixes():
        reason = suffix or "no suffix"
    elif walk.include is not None and not _matches(walk.include, name, above):
        reason = "--include"
    else:
        return False
    walk.skipped[reason] += 1
    return True


def _matches(globs: Any, name: str, above: Sequence[str]) -> bool:
    return globs is not None and any(globs.match_file(folder + name) for folder in above)


def _below(folder: Path, root: Path | None) -> str:
    """The folder as seen from the root, with a slash behind it; "" where it is the root or lies elsewhere."""
    real = folder.resolve()
    if root is None or real == root or not real.is_relative_to(root):
        return ""
    return real.relative_to(root).as_posix() + "/"


def _globs(patterns: Sequence[str]) -> Any:
    if not patterns:
        return None
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def _gitignore(path: Path) -> Any:
    return from_lines(path.read_text(encoding="utf-8", errors="replace").splitlines())


def _ignored_above(folder: Path) -> tuple[tuple[str, Any], ...]:
    """The .gitignore files from the root of the repository down to the folder's parent.

    None of them holds when they ignore the folder itself: it was named, so it is meant.
    """
    folder = folder.resolve()
    above: list[tuple[str, Any]] = []
    if (folder / ".git").exists():
        return ()
    for parent in folder.parents:
        if (parent / ".gitignore").is_file():
            above.insert(0, (str(parent), _gitignore(parent / ".gitignore")))
        if (parent / ".git").exists():
            return () if _is_ignored(f"{folder}/", above) else tuple(above)
    return ()


def _is_ignored(absolute: str, ignores: Sequence[tuple[str, Any]]) -> bool:
    """The innermost .gitignore that says anything decides."""
    for folder, spec in reversed(ignores):
        verdict = spec.check_file(absolute[len(folder) + 1 :]).include
        if verdict is not None:
            return bool(verdict)
    return False


def _given(path: Path, sources: Sequence[Sources]) -> Given:
    """What the ``sources.yaml`` files above the file say; the nearest wins."""
    given = Given()
    for each in sources:
        given = merged(given, each.given(path))
    return given


def _sources(folder: Path, root: Path, shown: str, walk: _Walk) -> tuple[Sources, ...]:
    """The ``sources.yaml`` files that have entries, from ``root`` down to the folder."""
    known = walk.sources.get(folder)
    if known is None:
        below = folder.relative_to(root).as_posix()
        own = load(folder, "/".join(part for part in (shown, below, SOURCES) if part != "."))
        above = () if folder == root else _sources(folder.parent, root, shown, walk)
        known = walk.sources[folder] = (*above, own) if own.entries else above
    return known


def _posix(path: str) -> str:
    """The path with slashes, legible."""
    return _legible(Path(path).as_posix())


def _legible(path: str) -> str:
    """Bytes of a name that are no UTF-8, which no text can hold, as escapes."""
    return path if path.isascii() else path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _missing(path: str, base: Path) -> UserError:
    parent = (base / path).parent
    siblings = [entry.name for entry in parent.iterdir()] if parent.is_dir() else []
    return UserError("no such file or folder", path=path, hint=did_you_mean(Path(path).name, siblings))


def _nothing(paths: Sequence[str], walk: _Walk) -> UserError:
    passed = ", ".join(f"{count} × {reason}" for reason, count in sorted(walk.skipped.items()))
    hint = f"passed over: {passed}" if passed else f"readers take {' '.join(sorted(suffixes()))}"
    return UserError("nothing to read", path=" ".join(paths), hint=hint)
