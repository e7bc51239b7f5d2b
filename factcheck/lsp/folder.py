"""What is known of a workspace folder: its settings, its session, and the buffers that are not saved yet.

A file is named by its absolute path with ``/``. The methods are called one at a time, by the server's one worker.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from factcheck.errors import UserError
from factcheck.model import Conflict, Report
from factcheck.readers import SourceFile
from factcheck.session import Session
from factcheck.settings import Settings
from factcheck.store import waivers
from factcheck.store.waivers import Mark, Waiver
from factcheck.store.whole_file import write_whole


class Folder:
    """A folder with pages. ``report`` is the last one, None before the first check.

    ``today`` says which waivers have expired; it is asked at every check, for a server may run for days.
    """

    def __init__(self, root: str, today: Callable[[], date]) -> None:
        self.root, self._today = Path(root).as_posix(), today
        self.report: Report | None = None
        self._files: dict[str, SourceFile] = {}

    def check(self) -> Report:
        """Read the settings and every page. Raises UserError as ``factcheck check`` does."""
        settings, _ = Settings.load(None, self.root, {"today": self._today()})
        self.settings = settings
        self.session = Session([self.root], settings)
        self._files = self.session.files()
        self.report = self.session.check()
        return self.report

    def get_ready(self) -> None:
        """Load what the first edit needs, while nobody waits."""
        if self.report is not None:
            self.session.get_ready()

    def edited(self, path: str, content: str) -> Report | None:
        """The report with this text instead of the file's; None for a path that is none of the folder's."""
        if self.report is None or path not in self._files:
            return None
        unsaved = replace(self._files[path], absolute=None, content=content.encode("utf-8", "replace"))
        self.report = self.session.update([unsaved])
        return self.report

    def saved(self, path: str) -> Report:
        """The report after a file was saved, created or deleted; settings and waivers are read again with all pages."""
        if self.report is None or Path(path).suffix in (".toml", ".yaml", ".json"):
            return self.check()
        before, self._files = self._files, self.session.files()
        gone = [each for each in before if each not in self._files]
        changed = [file for each, file in self._files.items() if each == path or each not in before]
        self.report = self.session.update(changed, gone)
        return self.report

    def conflict(self, conflict_id: str) -> Conflict | None:
        found = self.report.conflicts if self.report else ()
        return next((conflict for conflict in found if conflict.id == conflict_id), None)

    def waive(self, conflict_id: str, mark: Mark, reason: str) -> Report:
        """Write the mark on every page of the conflict into the waiver file, and check with it.

        Raises UserError for a conflict that is not in the report, and for a waiver file that cannot be written.
        """
        conflict = self.conflict(conflict_id)
        if conflict is None:
            raise UserError(f"no conflict {conflict_id} in the last report")
        file = Path(self.settings.waivers or Path(self.root) / waivers.FILE)
        marks = [Waiver(conflict.id, path, mark, reason) for path in waivers.paths_of(conflict, self.settings.relative)]
        try:
            text = file.read_text("utf-8") if file.exists() else ""
            write_whole(file, [waivers.merged_text(text, marks)])
        except OSError as fault:
            raise UserError(f"cannot write the waivers: {fault.strerror}", path=str(file)) from fault
        return self.check()
