"""The language server in a real session: a client starts it as a process and talks to it over its pipes."""

from __future__ import annotations

import asyncio
import os
import sys
from ast import literal_eval
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.needs_lsp

PATIENCE = 60
PAGES = {
    "ferry.md": "# The Halvard\n\nThe sinking of the ferry Halvard off Lorvik on 3 May 2023 killed 41 people.\n",
    "inquiry.md": "# 𝄞\n\n𝄞 The sinking of the ferry Halvard off Lorvik on 3 May 2023 killed 29 people.\n",
}


class Editor:
    """A client with what it was shown: the last diagnostics of each file, and messages."""

    def __init__(self, folder: Path) -> None:
        from lsprotocol import types
        from pygls.lsp.client import LanguageClient

        self.folder, self.client = folder, LanguageClient("editor", "1")
        self.shown: dict[str, list[types.Diagnostic]] = {}
        self.messages: list[str] = []
        self._news = asyncio.Event()

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def _diagnostics(given: types.PublishDiagnosticsParams) -> None:
            self.shown[given.uri.rpartition("/")[2]] = list(given.diagnostics)
            self._news.set()

        @self.client.feature(types.WINDOW_SHOW_MESSAGE)
        def _message(given: types.ShowMessageParams) -> None:
            self.messages.append(given.message)
            self._news.set()

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    async def until(self, holds: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not holds():
                self._news.clear()
                await self._news.wait()

    async def open(self, name: str) -> None:
        from lsprotocol import types

        text = (self.folder / name).read_text(encoding="utf-8")
        item = types.TextDocumentItem(self.uri(name), "markdown", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    async def type(self, name: str, text: str, version: int) -> None:
        from lsprotocol import types

        document = types.VersionedTextDocumentIdentifier(version, self.uri(name))
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))


def _session(folder: Path, work: Callable[[Editor], Awaitable[Any]]) -> Any:
    """What ``work`` gives, done in an editor on the folder, and the server's exit code."""
    from lsprotocol import types

    async def run() -> Any:
        editor = Editor(folder)
        await editor.client.start_io(sys.executable, "-m", "factcheck", "lsp")
        root = types.InitializeParams(types.ClientCapabilities(), root_uri=folder.as_uri(), process_id=os.getpid())
        await editor.client.initialize_async(root)
        editor.client.initialized(types.InitializedParams())
        result = await work(editor)
        await editor.client.shutdown_async(None)
        editor.client.exit(None)
        await editor.client.stop()
        return result

    return asyncio.run(run())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "factcheck.toml").write_text("jobs = 1\n", encoding="utf-8")
    return tmp_path


def test_both_sides_of_a_conflict_are_shown_with_the_other(folder: Path) -> None:
    async def work(editor: Editor) -> Any:
        await editor.until(lambda: len(editor.shown) == 2)
        return editor.shown

    found = _session(folder, work)
    (left,), (right,) = found["ferry.md"], found["inquiry.md"]
    assert left.source == "factcheck"
    assert left.code == right.code
    assert left.related_information[0].location.uri == (folder / "inquiry.md").as_uri()
    assert "29 people" in left.related_information[0].message
    # An editor counts in UTF-16, where the clef is two units.
    line = PAGES["inquiry.md"].splitlines()[2]
    assert (right.range.start.line, right.range.start.character) == (2, line.index("29") + 1)


def test_typing_takes_the_conflict_away_before_it_is_saved(folder: Path) -> None:
    async def work(editor: Editor) -> str:
        await editor.until(lambda: len(editor.shown) == 2)
        await editor.open("inquiry.md")
        await editor.type("inquiry.md", PAGES["inquiry.md"].replace("29", "41"), 2)
        await editor.until(lambda: editor.shown == {"ferry.md": [], "inquiry.md": []})
        return (folder / "inquiry.md").read_text(encoding="utf-8")

    assert "29 people" in _session(folder, work)


def test_hover_says_what_a_figure_is_and_who_says_otherwise(folder: Path) -> None:
    from lsprotocol import types

    async def work(editor: Editor) -> tuple[types.Hover | None, types.Hover | None]:
        await editor.until(lambda: len(editor.shown) == 2)
        place = PAGES["ferry.md"].splitlines()[2].index("41")
        document = types.TextDocumentIdentifier(editor.uri("ferry.md"))
        at = types.HoverParams(document, types.Position(2, place))
        beside = types.HoverParams(document, types.Position(1, 0))
        hover = editor.client.text_document_hover_async
        return await hover(at), await hover(beside)

    found, nothing = _session(folder, work)
    assert nothing is None
    assert "ferry.md:3" in found.contents.value
    assert "inquiry.md:3" in found.contents.value
    assert found.contents.value.startswith("**")


def test_a_code_action_waives_the_conflict(folder: Path) -> None:
    from lsprotocol import types

    async def work(editor: Editor) -> list[str]:
        await editor.until(lambda: len(editor.shown) == 2)
        diagnostic = editor.shown["ferry.md"][0]
        document = types.TextDocumentIdentifier(editor.uri("ferry.md"))
        asked = types.CodeActionParams(document, diagnostic.range, types.CodeActionContext([diagnostic]))
        offered = await editor.client.text_document_code_action_async(asked)
        # This client reads a code action with a command as a bare command, whose name then is the command's own text.
        command = literal_eval(str(offered[0].command))
        asked_for = types.ExecuteCommandParams(command["command"], command["arguments"])
        await editor.client.workspace_execute_command_async(asked_for)
        await editor.until(lambda: editor.shown == {"ferry.md": [], "inquiry.md": []})
        return [action.title for action in offered]

    titles = _session(folder, work)
    assert [title.partition(":")[0] for title in titles] == ["Not the same fact", "Accept this difference"]
    written = (folder / "factcheck-waivers.yaml").read_text(encoding="utf-8")
    assert "not-same-fact" in written
    assert "ferry.md" in written


def test_a_mistake_in_the_settings_is_a_message(folder: Path) -> None:
    (folder / "factcheck.toml").write_text("jbos = 1\n", encoding="utf-8")

    async def work(editor: Editor) -> list[str]:
        await editor.until(lambda: bool(editor.messages))
        return editor.messages

    assert "jbos" in _session(folder, work)[0]
