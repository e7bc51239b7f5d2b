"""The optional compiled build against the same sources in plain Python: ``python -m tests.compiled``.

It builds the wheel as ``HATCH_BUILD_HOOKS_ENABLE=1 pip wheel .`` does, unpacks it twice – once without the compiled
modules – and lets both programs check and extract the pages of ``seeds/`` and a generated corpus, with one process and
with two. Every byte must be the same; else its exit code is 1. Where there is no C compiler, or no headers of Python,
it says so and has nothing to do.

>>> marks("x.cpython-311-x86_64-linux-gnu.so"), marks("x.py")
(True, False)
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

from tests.bench.corpus import Corpus
from tests.bench.corpus.write import write
from tests.fresh import ROOT

CORPUS = Corpus(seed=7, documents=300)
_SPEED = """
from tests.bench.corpus import Corpus
from tests.bench.reading import reading_speeds
from factcheck.engines import look_seldom
look_seldom()
(whole, *_), _ = reading_speeds(Corpus({seed}, {documents}), {documents} - 5)
print(f"{{whole.rate / 1000:.2f}}")
"""


def main() -> int:
    missing = lacking()
    if missing:
        print(f"skipped: {missing}, so that nothing could be compiled; the plain program is not affected")
        return 0
    with tempfile.TemporaryDirectory(prefix="factcheck-compiled-") as scratch:
        plain, compiled = unpacked(built(Path(scratch)), Path(scratch))
        different = list(differences(plain, compiled, Path(scratch)))
        for found in different:
            print(f"not the same bytes: {found}")
        if different:
            return 1
        speeds = {name: speed(folder) for name, folder in (("plain", plain), ("compiled", compiled))}
    print(f"the same bytes; reading, MB per CPU second: plain {speeds['plain']}, compiled {speeds['compiled']}")
    return 0


def lacking() -> str:
    """What a compiled build needs and this machine does not have; "" if it has all."""
    compiler = os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc"
    if sys.platform != "win32" and shutil.which(compiler.split()[0]) is None:
        return f"no C compiler here ({compiler.split()[0]})"
    headers = Path(sysconfig.get_path("include")) / "Python.h"
    return "" if headers.exists() else "no headers of Python here (Python.h)"


def built(folder: Path) -> Path:
    """The compiled wheel, built by pip in an environment of its own. Raises CalledProcessError."""
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(command, env=os.environ | {"HATCH_BUILD_HOOKS_ENABLE": "1"}, check=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def marks(name: str) -> bool:
    """Whether a file is a compiled module."""
    return name.endswith(tuple(EXTENSION_SUFFIXES))


def unpacked(wheel: Path, folder: Path) -> tuple[Path, Path]:
    """The wheel's files in two folders, without and with the compiled modules.

    Raises SystemExit if there are none, or if one does not lie beside its source, where it would not be imported.
    """
    plain, compiled = folder / "plain", folder / "compiled"
    with zipfile.ZipFile(wheel) as files:
        names = files.namelist()
        files.extractall(compiled)
        files.extractall(plain, [name for name in names if not marks(name)])
    beside = [name for name in names if marks(name) and f"{name.partition('.')[0]}.py" in names]
    if not beside or sum(map(marks, names)) != len(beside) + 1:  # one is the library that all of them share
        raise SystemExit(f"{wheel.name}: compiled modules are missing, or not where they are imported from")
    return plain, compiled


def differences(plain: Path, compiled: Path, folder: Path) -> Iterator[str]:
    """The commands to which the two programs do not give the same bytes."""
    tables = [str(table) for table in write(CORPUS, folder / "corpus").tables]
    for inputs in (["seeds"], tables):
        for jobs in ("1", "2"):
            for command in (["check", "--format", "json"], ["extract", "--format", "jsonl"]):
                given = [*command, "--no-cache", "--jobs", jobs, *inputs]
                if answer(plain, given) != answer(compiled, given):
                    yield " ".join(given)


def answer(program: Path, arguments: Sequence[str]) -> tuple[int, bytes]:
    """Exit code and standard output of one of the two programs. Raises SystemExit if it failed."""
    run = subprocess.run([sys.executable, "-m", "factcheck", *arguments], env=_only(program), cwd=ROOT, stdout=-1)
    if run.returncode not in (0, 1):  # 1: something was reported
        raise SystemExit(f"{program.name}: factcheck {' '.join(arguments)}: exit code {run.returncode}")
    return run.returncode, run.stdout


def speed(program: Path) -> str:
    """Megabytes of the generated corpus that it reads in a second of CPU time, one document after the other."""
    script = _SPEED.format(seed=CORPUS.seed, documents=CORPUS.documents)
    run = subprocess.run([sys.executable, "-c", script], env=_only(program), cwd=ROOT, stdout=-1, text=True, check=True)
    return run.stdout.strip()


def _only(program: Path) -> Mapping[str, str]:
    """An environment in which ``factcheck`` is that of the folder, not that of the repository."""
    return os.environ | {"PYTHONSAFEPATH": "1", "PYTHONPATH": os.pathsep.join((str(program), str(ROOT)))}


if __name__ == "__main__":
    sys.exit(main())
