"""Progress: nothing on short runs, a line that is redrawn and wiped on long ones."""

from __future__ import annotations

import pytest

from factcheck.cli import progress as shown
from factcheck.cli.progress import Progress


def test_a_long_run_draws_a_line_and_wipes_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shown, "_SILENT_SECONDS", 0.0)
    monkeypatch.setattr(shown, "_REDRAW_SECONDS", 0.0)
    with Progress(visible=True) as progress:
        progress("reading", 1_200, 2_300)
        progress("comparing", 0)
    err = capsys.readouterr().err
    assert err.split("\r\x1b[2K") == ["", "reading 1,200/2,300 (52 %) …", "comparing …", ""]


def test_a_short_run_and_no_terminal_draw_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(visible=True) as progress:
        progress("reading", 1, 2)
    with Progress.on_terminal(wanted=True) as progress:
        progress("reading", 1, 2)
    assert capsys.readouterr().err == ""
