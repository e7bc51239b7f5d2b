"""The same input gives the same bytes: zone, locale, hash seed, jobs, engine, order of the files, version of Python.

In the suite one run of every kind is compared with the plain one; with ``FACTCHECK_THOROUGH=1`` all of them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from factcheck.cli import main
from tests.cli.pages import write_pages
from tests.faults.runs import CHECK, ENVIRONMENT, run

_THOROUGH = os.environ.get("FACTCHECK_THOROUGH") == "1"
_JOBS = "4" if _THOROUGH else "2"
_ZONES = ("UTC", "Pacific/Auckland", "America/St_Johns")
_LOCALES = ("C", "C.UTF-8", "tr_TR.UTF-8")
_OUTPUTS = ("-o", "report.json", "-o", "report.html", "-o", "report.sarif", "-o", "report.csv", "--no-cache")


def _environments() -> list[dict[str, str]]:
    """All zones, locales and seeds, one of each at a time, and in the suite two runs that hold all of them."""
    if not _THOROUGH:
        return [{"TZ": _ZONES[1], "LC_ALL": _LOCALES[2], "PYTHONHASHSEED": "1"},
                {"TZ": _ZONES[2], "LC_ALL": _LOCALES[0], "PYTHONHASHSEED": "9"}]  # fmt: skip
    return [
        *({"TZ": zone, "PYTHONHASHSEED": "0"} for zone in _ZONES),
        *({"LC_ALL": name, "PYTHONHASHSEED": "0"} for name in _LOCALES),
        *({"PYTHONHASHSEED": str(seed)} for seed in range(10)),
    ]


def _pages(folder: Path) -> Path:
    write_pages(folder)
    (folder / "docs/älv.md").write_text(
        "# Istanbul İzmir\n\nOn Friday the ferry Älva sank off Lorvik on 3 May 2023, and 53 people died.\n", "utf-8"
    )
    (folder / "docs/table.md").write_text(
        "# Ferries\n\n| ship | built | length |\n|---|---|---|\n| Alma | 1931 | 41 m |\n| Älva | 1,9 | 12 % |\n",
        "utf-8",
    )
    return folder


def _reports(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.glob("report.*"))}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, dict[str, bytes]]:
    """Standard output and the reports of a run in plain surroundings."""
    folder = _pages(tmp_path_factory.mktemp("plain"))
    shown = _checked(folder)
    assert b"conflict" in shown
    return shown, _reports(folder)


def _checked(folder: Path) -> bytes:
    """What a run in this process prints."""
    shown = BytesIO()
    with chdir(folder), redirect_stdout(TextIOWrapper(shown, encoding="utf-8", write_through=True)) as out:
        assert main([*CHECK, *_OUTPUTS]) == 0
        out.detach()
    return shown.getvalue()


@pytest.mark.parametrize("environment", _environments(), ids=lambda one: " ".join(one.values()))
def test_no_zone_locale_or_seed_changes_a_byte(
    tmp_path: Path, plain: tuple[bytes, dict[str, bytes]], environment: dict[str, str]
) -> None:
    done = run(_pages(tmp_path), *CHECK, *_OUTPUTS, **environment)
    assert (done.stdout, _reports(tmp_path)) == plain


def test_one_job_and_several_and_a_shuffled_order_give_the_same_bytes(
    tmp_path: Path, plain: tuple[bytes, dict[str, bytes]]
) -> None:
    """Files are named in another order than they are found in; several workers share them, although they are few."""
    _pages(tmp_path)
    few = "import factcheck.engines as engines\nengines._WORTH_A_POOL = 0\nimport factcheck.engines.processes as pool\n"
    code = f"if __name__ == '__main__':\n    {few.replace(chr(10), chr(10) + '    ')}pool.CHUNK = 1"
    program = f"{code}\n    import sys\n    from factcheck.cli import main\n    sys.exit(main(sys.argv[1:]))\n"
    (tmp_path / "program.py").write_text(program, encoding="utf-8")
    found = sorted(file.relative_to(tmp_path).as_posix() for file in (tmp_path / "docs").iterdir())
    shuffled = [*found[2:], *reversed(found[:2])]
    done = subprocess.run(
        [sys.executable, "program.py", "check", *shuffled, "--fail-on", "never", "--jobs", _JOBS, *_OUTPUTS],
        cwd=tmp_path, env=ENVIRONMENT, capture_output=True, check=False,
    )  # fmt: skip
    assert done.stderr == b""
    assert (done.stdout, _reports(tmp_path)) == plain


def test_a_file_system_that_lists_in_another_order_changes_no_byte(
    tmp_path: Path, plain: tuple[bytes, dict[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    _pages(tmp_path)
    real = os.scandir

    @contextmanager
    def scandir(folder: str) -> Iterator[list[os.DirEntry[str]]]:
        with real(folder) as found:
            yield sorted(found, key=lambda entry: entry.name, reverse=True)

    monkeypatch.setattr(os, "scandir", scandir)
    assert (_checked(tmp_path), _reports(tmp_path)) == plain


@pytest.mark.skipif(not _THOROUGH, reason="FACTCHECK_THOROUGH=1 runs every Python that has the dependencies")
@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13", "3.14", "lowest"])
def test_every_python_gives_the_same_bytes(tmp_path: Path, plain: tuple[bytes, dict[str, bytes]], version: str) -> None:
    """``FACTCHECK_PYTHONS`` names a folder with an environment for each version, and one with the lowest versions of
    all dependencies: ``python -m tests.supply.environments FOLDER``."""
    python = Path(os.environ.get("FACTCHECK_PYTHONS", "."), version, "bin/python")
    if not python.exists() or shutil.which(str(python)) is None:
        pytest.skip(f"no environment {version}")
    _pages(tmp_path)
    done = subprocess.run(
        [python, "-m", "factcheck", *CHECK, *_OUTPUTS], cwd=tmp_path, env=ENVIRONMENT, capture_output=True, check=False
    )
    assert (done.stdout, _reports(tmp_path)) == plain
