"""The server: what the editor tells it, in order, and what it answers.

Checking runs on one thread of its own, one request after the other, so that the editor is answered meanwhile and no
two checks meet. Typing is waited out: a check begins when nothing was typed for a moment.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from factcheck import __version__
from factcheck.errors import UserError
from factcheck.lsp.diagnostics import diagnostics
from factcheck.lsp.folder import Folder
from factcheck.lsp.hover import claim_at, text
from factcheck.lsp.places import Files, path_of, uri_of
from factcheck.lsp.waive import COMMAND, actions
from factcheck.model import Report

_TYPING_SECONDS = 0.3


class FactcheckServer(LanguageServer):
    """``folder`` is the first workspace folder, None when the editor opened a single file."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("factcheck", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Incremental)
        self.today = today
        self.folder: Folder | None = None
        self._worker = ThreadPoolExecutor(max_workers=1)
        self._shown: set[str] = set()

    async def run(self, work: Callable[..., Report | None], *given: Any) -> None:
        """Do the work on the worker's thread, then show its report; a mistake of the user is shown as a message."""
        try:
            report = await asyncio.get_running_loop().run_in_executor(self._worker, lambda: work(*given))
        except UserError as mistake:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"factcheck: {mistake}"))
            return
        if report is not None:
            self._show(report)

    def files(self) -> Files:
        buffers = {path_of(uri): document.source for uri, document in self.workspace.text_documents.items()}
        return Files(buffers, self.workspace.position_codec)

    def _show(self, report: Report) -> None:
        found = diagnostics(report, self.files())
        for path in sorted(found.keys() | self._shown):
            parameters = types.PublishDiagnosticsParams(uri_of(path), found.get(path, []))
            self.text_document_publish_diagnostics(parameters)
        self._shown = set(found)


def make_server(today: Callable[[], date]) -> FactcheckServer:
    """A server with all it answers to; ``today`` says which waivers have expired."""
    server = FactcheckServer(today)
    server.feature(types.INITIALIZED)(_initialized)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(_changed)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(_saved)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(_closed)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_files_changed)
    server.feature(types.TEXT_DOCUMENT_HOVER)(_hover)
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION)(_code_actions)
    server.command(COMMAND)(_waive)
    return server


async def _initialized(server: FactcheckServer, parameters: types.InitializedParams) -> None:
    if root := path_of(server.workspace.root_uri or ""):
        server.folder = Folder(root, server.today)
        await server.run(server.folder.check)
        await server.run(server.folder.get_ready)


async def _changed(server: FactcheckServer, parameters: types.DidChangeTextDocumentParams) -> None:
    uri, version = parameters.text_document.uri, parameters.text_document.version
    await asyncio.sleep(_TYPING_SECONDS)
    document = server.workspace.text_documents.get(uri)
    if server.folder is not None and document is not None and document.version == version:
        await server.run(server.folder.edited, path_of(uri), document.source)


async def _saved(server: FactcheckServer, parameters: types.DidSaveTextDocumentParams) -> None:
    await _on_disk(server, parameters.text_document.uri)


async def _closed(server: FactcheckServer, parameters: types.DidCloseTextDocumentParams) -> None:
    await _on_disk(server, parameters.text_document.uri)


async def _files_changed(server: FactcheckServer, parameters: types.DidChangeWatchedFilesParams) -> None:
    for change in parameters.changes:
        await _on_disk(server, change.uri)


async def _on_disk(server: FactcheckServer, uri: str) -> None:
    if server.folder is not None:
        await server.run(server.folder.saved, path_of(uri))


def _hover(server: FactcheckServer, parameters: types.HoverParams) -> types.Hover | None:
    folder, path = server.folder, path_of(parameters.text_document.uri)
    if folder is None or folder.report is None:
        return None
    files = server.files()
    claim = claim_at(folder.session.readings_of(path), files.place_at(path, parameters.position))
    if claim is None:
        return None
    content = types.MarkupContent(types.MarkupKind.Markdown, text(claim, folder.report, folder.root))
    return types.Hover(content, files.range_of(claim.citation))


def _code_actions(server: FactcheckServer, parameters: types.CodeActionParams) -> list[types.CodeAction]:
    return actions(parameters.context.diagnostics)


async def _waive(server: FactcheckServer, conflict: str, mark: Any) -> None:
    if server.folder is not None:
        await server.run(server.folder.waive, conflict, mark, "waived in the editor")
