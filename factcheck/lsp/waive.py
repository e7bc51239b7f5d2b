"""Code actions that waive a conflict, for its diagnostics.

>>> [action.title for action in actions([])]
[]
"""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol.types import CodeAction, CodeActionKind, Command, Diagnostic

COMMAND = "factcheck.waive"
_TITLES = {
    "not-same-fact": "Not the same fact: waive this conflict",
    "accepted": "Accept this difference: waive this conflict",
}


def actions(diagnostics: Iterable[Diagnostic]) -> list[CodeAction]:
    """Two for each diagnostic of ours."""
    return [
        CodeAction(
            title=title,
            kind=CodeActionKind.QuickFix,
            diagnostics=[diagnostic],
            command=Command(title=title, command=COMMAND, arguments=[diagnostic.data["conflict"], mark]),
        )
        for diagnostic in diagnostics
        if diagnostic.source == "factcheck" and isinstance(diagnostic.data, dict) and "conflict" in diagnostic.data
        for mark, title in _TITLES.items()
    ]
