"""A script that hangs, dies or takes too much costs its own file; what it said before is kept."""

import io
from pathlib import Path

import pytest

from factcheck.readers import confined
from factcheck.readers.confined import Limits, StoppedError, answers

_ANSWER = 'import json, os, sys, time\nprint(json.dumps({"length": len(sys.stdin.buffer.read())}), flush=True)\n'
_LIMITS = Limits(seconds=1, memory=400_000_000)


def said(folder: Path, lines: str, content: bytes = b"12 lamps") -> tuple[list[dict], bool | None]:
    """What a script of these lines answers, and how it was stopped."""
    script = folder / "script.py"
    script.write_text(_ANSWER + lines, encoding="utf-8")
    found = []
    try:
        found.extend(answers(script, io.BytesIO(content), _LIMITS))
    except StoppedError as stopped:
        return found, stopped.limited
    return found, None


@pytest.mark.parametrize(
    ("lines", "limited"),
    [
        ("", None),
        ("os.abort()", False),
        ("sys.exit(3)", False),
        ("raise ValueError", False),
        ("print('{', end='', flush=True); os.abort()", False),
        ("while True: pass", True),
        ("x = bytearray(500_000_000)", True),
    ],
)
def test_what_was_said_is_kept_however_it_ends(tmp_path: Path, lines: str, limited: bool | None) -> None:
    pytest.importorskip("resource", reason="no limits for a process here")
    assert said(tmp_path, lines) == ([{"length": 8}], limited)


def test_what_sleeps_is_stopped_by_the_clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "_PATIENCE", 2)
    assert said(tmp_path, "time.sleep(600)") == ([{"length": 8}], True)


def test_a_slow_reader_of_its_answers_is_no_fault_of_the_script(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confined, "_PATIENCE", 0)
    script = tmp_path / "script.py"
    script.write_text('print("{}")\n' * 3, encoding="utf-8")
    timers = []
    monkeypatch.setattr(confined, "Timer", lambda seconds, call: timers.append(seconds) or _Watch())
    assert list(answers(script, io.BytesIO(b""), _LIMITS)) == [{}, {}, {}]
    assert _Watch.running == 0
    assert len(timers) == 4, "one for each line and one for the end"


class _Watch:
    running = 0

    def start(self) -> None:
        _Watch.running += 1

    def cancel(self) -> None:
        _Watch.running -= 1


def test_a_process_nobody_listens_to_is_ended(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text('while True: print("{}", flush=True)', encoding="utf-8")
    found = answers(script, io.BytesIO(b""), Limits(seconds=60, memory=400_000_000))
    assert next(found) == {}
    found.close()
    assert found.gi_frame is None
