"""Running the program as a process of its own, to break it from outside.

>>> FACTCHECK[1:]
['-m', 'factcheck']
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.architecture.modules import ROOT

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
FACTCHECK = [sys.executable, "-m", "factcheck"]
CHECK = ["check", "docs", "--fail-on", "never"]


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run ``factcheck`` in a folder and wait."""
    return subprocess.run(
        [*FACTCHECK, *arguments], capture_output=True, cwd=folder, env=ENVIRONMENT | environment, check=False
    )


def run_code(folder: Path, code: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run ``factcheck`` in a folder, behind some lines of Python that break what it stands on."""
    program = f"{code}\nimport sys\nfrom factcheck.cli import main\nsys.exit(main(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, cwd=folder, env=ENVIRONMENT, check=False
    )


def state(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but sqlite's own, which may grow without any harm."""
    found = (file for file in folder.rglob("*") if file.is_file() and ".sqlite" not in file.name)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}
