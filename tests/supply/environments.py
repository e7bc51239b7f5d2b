"""``python -m tests.supply.environments FOLDER [NAME …]``: environments to hold the project to, made with uv.

One for every Python it supports (``3.11`` …), where that is installed, with the newest versions of all that is needed;
and ``lowest``, with the lowest versions users may have (``requirements/lowest.txt``). All have the tools of the tests.

>>> NAMES[0], NAMES[-1]
('3.11', 'lowest')
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from tests.architecture.modules import ROOT
from tests.supply.locks import LOWEST, project

_LINE = "Programming Language :: Python :: 3."
_CLASSIFIERS = project()["classifiers"]
PYTHONS = tuple(f"3.{line.removeprefix(_LINE)}" for line in _CLASSIFIERS if line[len(_LINE) :].isdigit())
NAMES = (*PYTHONS, "lowest")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.supply.environments", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("name", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}; all of them by default")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.name) - set(NAMES):
        parser.error(f"no such environment: {', '.join(sorted(unknown))}")
    made = [name for name in asked.name or NAMES if _make(asked.folder / name, name)]
    folder = asked.folder.absolute()
    print(f"FACTCHECK_THOROUGH=1 FACTCHECK_PYTHONS={folder} python -m pytest tests/faults/test_same_answer.py")
    for name in made:
        print(f"{folder / name}/bin/python -m pytest")
    return 0 if made else 1


def _make(target: Path, name: str) -> bool:
    """Whether there is such a Python, and with it the environment now."""
    version, bounds = (PYTHONS[0], ("-c", str(LOWEST))) if name == "lowest" else (name, ())
    if subprocess.run(["uv", "python", "find", "--quiet", version], check=False).returncode:
        print(f"{name}: Python {version} is not installed")
        return False
    subprocess.run(["uv", "venv", "--quiet", "--clear", "--python", version, str(target)], check=True)
    python = str(target / "bin/python")
    asked = ("-r", str(ROOT / "pyproject.toml"), "--extra", "test", *bounds)
    subprocess.run(["uv", "pip", "install", "--quiet", "--python", python, *asked], check=True)
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
