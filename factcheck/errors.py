"""Mistakes of the user, with path, line, caret and a suggestion; everything else is a Problem in the report.

>>> str(UserError("no such rule", path="rules/toll.yaml", line=6, column=5, hint="did you mean 'values'?"))
"rules/toll.yaml:6:5: no such rule (did you mean 'values'?)"
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class UserError(Exception):
    """A mistake in usage, configuration, rules or paths. The program exits with 2 and prints ``str(error)``.

    ``source`` is the offending line, printed below the message with a caret at ``column`` (1-based).
    """

    def __init__(
        self, message: str, *, path: str = "", line: int = 0, column: int = 0, hint: str = "", source: str = ""
    ) -> None:
        super().__init__(message)
        self.message, self.path, self.line, self.column, self.hint, self.source = (
            message, path, line, column, hint, source,
        )  # fmt: skip

    def __str__(self) -> str:
        place = ":".join([_printable(self.path)] + [str(n) for n in (self.line, self.column) if n]) if self.path else ""
        text = f"{place}: {self.message}" if place else self.message
        if self.hint:
            text += f" ({self.hint})"
        if self.source:
            text += f"\n  {self.source}\n  {' ' * (max(self.column, 1) - 1)}^"
        return text


def _printable(path: str) -> str:
    """A path on one line: a file's name may hold line ends and controls."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in path)


class CombinedUserError(UserError):
    """Several mistakes, all reported at once."""

    def __init__(self, errors: Sequence[UserError]) -> None:
        super().__init__(f"{len(errors)} mistakes")
        self.errors = tuple(errors)

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``did you mean 'values'?`` or "" when nothing known is near.

    >>> did_you_mean("valuez", ["values", "units"])
    "did you mean 'values'?"
    """
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean {near[0]!r}?" if near else ""


class StageError(Exception):
    """A fault of the program itself, with the stage and the document it happened in. The program exits with 3.

    >>> str(StageError("reading", "a.md", "ZeroDivisionError: division by zero"))
    'internal error while reading a.md: ZeroDivisionError: division by zero'
    """

    def __init__(self, stage: str, item: str, cause: str) -> None:
        super().__init__(stage, item, cause)
        self.stage, self.item, self.cause = stage, item, cause

    def __str__(self) -> str:
        return f"internal error while {self.stage} {self.item}: {self.cause}"
