"""Nothing that is read can run, lead out of its folder, or reach the network."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from factcheck.errors import UserError
from factcheck.readers import collect
from factcheck.rulebook.load import load_rules
from factcheck.store.cache import FILE, ReadingCache
from tests.architecture.modules import ROOT
from tests.cli.pages import CommandLine
from tests.hostile.files import FORMATS

_ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
_RUNS_CODE = frozenset(
    {"eval", "exec", "compile", "__import__", "system", "popen", "run_module", "unsafe_load", "full_load"}
)
_FORBIDDEN_MODULES = frozenset({"pickle", "marshal", "shelve", "dill", "cloudpickle", "socket", "urllib.request",
                                "http.client", "requests", "ftplib", "smtplib", "yaml"})  # fmt: skip


def _modules() -> list[tuple[str, ast.AST]]:
    found = sorted((ROOT / "factcheck").rglob("*.py"))
    return [(path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))) for path in found]


def test_no_module_runs_what_it_reads() -> None:
    calls = [
        f"{name}:{node.lineno}"
        for name, tree in _modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (getattr(node.func, "id", "") in _RUNS_CODE or
             (getattr(node.func, "attr", "") in _RUNS_CODE and getattr(node.func.value, "id", "") != "re"))
    ]  # fmt: skip
    assert calls == []


def test_no_module_imports_pickle_or_the_network() -> None:
    imported = {
        (name, module)
        for name, tree in _modules()
        for node in ast.walk(tree)
        for module in (
            [alias.name for alias in node.names] if isinstance(node, ast.Import)
            else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        )
    }  # fmt: skip
    assert {pair for pair in imported if pair[1] in _FORBIDDEN_MODULES} == set()


def test_no_process_gets_a_shell_and_yaml_is_only_read_as_data() -> None:
    for name, tree in _modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                words = {each.arg: getattr(each.value, "value", None) for each in node.keywords}
                assert words.get("shell") is not True, name
                if getattr(node.func, "id", "") == "YAML":
                    assert words.get("typ", "rt") in ("safe", "rt"), name


def test_the_page_of_a_report_escapes_what_it_is_given() -> None:
    """Markup is taken as it is only where the program wrote it, or made it harmless."""
    made, trusted = [], []
    for name, tree in _modules():
        for node in (each for each in ast.walk(tree) if isinstance(each, ast.Call)):
            called = getattr(node.func, "id", "")
            if called == "Environment":
                made.append({each.arg: getattr(each.value, "value", None) for each in node.keywords})
            if called == "Markup":
                trusted.append((name, ast.unparse(node.args[0])))
    assert made == [{"autoescape": True}]
    assert trusted == [("factcheck/writers/html.py", each) for each in ("style", "script", "script_safe(encode(data))")]
    templates = list((ROOT / "factcheck").rglob("*.jinja"))
    assert templates
    assert not any(re.search(r"\|\s*safe\b|autoescape", file.read_text("utf-8")) for file in templates)


@pytest.mark.parametrize(
    "value",
    [
        "!!python/object/apply:os.system ['touch ran']",
        "!!python/object/new:subprocess.Popen [[touch, ran]]",
        "!!python/name:os.system",
        "{eval: __import__('os').system('touch ran')}",
    ],
)
def test_a_rule_pack_cannot_run_code(pages: Path, value: str) -> None:
    (pages / "pack").mkdir()
    (pages / "pack/a.yaml").write_text(f"id: AB101\nname: a\nladder: {value}\nmessage: {value}\n", encoding="utf-8")
    with pytest.raises(UserError):
        load_rules(pages / "pack")
    assert not (pages / "ran").exists()


_NO_SOCKETS = """
import sys
def hook(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        raise PermissionError(event)
sys.addaudithook(hook)
from factcheck.cli import main
sys.exit(main(sys.argv[1:]))
"""


def _every_format(folder: Path) -> None:
    text = "The ferry Alma sank off Lorvik on 3 May 2023, killing 41 people. See https://example.org/a.png now."
    for suffix, made in FORMATS.items():
        name = suffix.removeprefix(".")
        (folder / "docs" / f"as-{name}{suffix}").write_bytes(made(text.replace("41", str(40 + len(name)))).replace(
            b'"a"', f'"{name}"'.encode()))  # fmt: skip


@pytest.mark.parametrize("cut_off", [False, pytest.param(True, marks=pytest.mark.skipif(
    not shutil.which("unshare") or subprocess.run(
        ["unshare", "-rn", "true"], capture_output=True, check=False).returncode != 0,
    reason="no right to a network namespace"))], ids=["sockets forbidden", "network cut off"])  # fmt: skip
def test_the_whole_program_runs_without_the_network(pages: Path, cut_off: bool) -> None:
    _every_format(pages)
    outputs = [word for suffix in ("md", "html", "json", "sarif", "xml", "csv", "parquet", "jsonl")
               for word in ("-o", f"report.{suffix}")]  # fmt: skip
    code = ["-m", "factcheck"] if cut_off else ["-c", _NO_SOCKETS]
    command = [
        *(["unshare", "-rn"] if cut_off else []),
        sys.executable,
        *code,
        "check",
        "docs",
        "--jobs",
        "1",
        "--keep-going",
    ]
    done = subprocess.run(
        [*command, *outputs, "--fail-on", "never"], capture_output=True, env=_ENVIRONMENT, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"conflict" in done.stdout
    assert len(list(pages.glob("report.*"))) == 8


def test_a_link_out_of_the_folder_is_not_followed_unless_it_is_named(pages: Path, run: CommandLine) -> None:
    outside = pages / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("The vault of Lorvik holds 77 keys.\n", encoding="utf-8")
    (pages / "docs/link").symlink_to(outside)
    (pages / "docs/secret.md").symlink_to(outside / "secret.md")
    assert "77" not in run("extract", "docs", "-f", "jsonl", "--no-cache").out
    assert "77" in run("extract", "docs/secret.md", "-f", "jsonl", "--no-cache").out


def test_sources_yaml_is_not_read_through_a_link_out_of_its_folder(pages: Path, run: CommandLine) -> None:
    (pages / "secret").write_text("root:x:0:0", encoding="utf-8")
    (pages / "docs/sources.yaml").symlink_to(pages / "secret")
    ran = run("check", "docs")
    assert ran.code == 2
    assert "a symbolic link out of its folder is not followed" in ran.err
    assert "root:x" not in ran.err + ran.out


_LEADS_OUT = {
    "a.md": "---\ncanonical_url: ../outside/secret.md\ninclude: ../outside/secret.md\n---\n"
    '![map](../outside/secret.md)\n{% include "../outside/secret.md" %}\n--8<-- "../outside/secret.md"\n',
    "b.mdx": 'import Part from "../outside/secret.md"\n\n<Part />\n\n{{< include ../outside/secret.md >}}\n',
    "c.rst": ".. include:: ../outside/secret.md\n\n.. literalinclude:: ../outside/secret.md\n\n"
    ".. csv-table:: Keys\n   :file: ../outside/secret.md\n\n.. raw:: html\n   :file: ../outside/secret.md\n",
    "d.adoc": "include::../outside/secret.md[]\n\n[%header,format=csv]\n|===\ninclude::../outside/secret.md[]\n|===\n",
    "e.html": '<link rel="canonical" href="../outside/secret.md"><iframe src="../outside/secret.md"></iframe>'
    '<!--#include virtual="../outside/secret.md" --><object data="../outside/secret.md"></object>',
    "f.jsonl": json.dumps({"id": "../outside/secret.md", "text": "Two piers.", "path": "../outside/secret.md"}),
}


def test_no_path_that_a_page_names_is_opened(pages: Path, run: CommandLine) -> None:
    (pages / "outside").mkdir()
    (pages / "outside/secret.md").write_text("The vault of Lorvik holds 77 keys.\n", encoding="utf-8")
    for name, text in _LEADS_OUT.items():
        (pages / "docs" / name).write_text(text, encoding="utf-8")
    with _files_opened() as opened:
        ran = run("extract", "docs", "-f", "jsonl", "--no-cache")
    assert (ran.code, "77" in ran.out) == (0, False)
    assert any(path.endswith("a.md") for path in opened)
    assert not [path for path in opened if path.endswith("secret.md")]


@contextmanager
def _files_opened() -> Iterator[list[str]]:
    """Every file this process opens in the meantime. A hook of this kind cannot be taken away, only kept quiet."""
    opened: list[str] = []
    watching = True

    def hook(event: str, words: tuple[object, ...]) -> None:
        if watching and event == "open":
            opened.append(str(words[0]))

    sys.addaudithook(hook)
    try:
        yield opened
    finally:
        watching = False


def test_the_paths_of_a_report_that_is_accepted_are_only_words(pages: Path, run: CommandLine) -> None:
    """Somebody else wrote the report: its paths go into the waiver file, and nowhere else."""
    marker = json.dumps({"id": "fc-1", "paths": ["../outside/a.md", "/etc/passwd", "docs/coast.md"]})
    report = f"<!-- factcheck: {marker} -->\n- [x] accepted: seen (until 2031-12-31)\n"
    (pages / "review.md").write_text(report, encoding="utf-8")
    before = {file: file.stat().st_mtime_ns for file in pages.parent.rglob("*") if file.is_file()}
    assert run("accept", "review.md").code == 0
    after = {file: file.stat().st_mtime_ns for file in pages.parent.rglob("*") if file.is_file()}
    (written,) = after.keys() - before.keys()
    assert {file: after[file] for file in before} == before
    assert written.parent == pages
    assert "fc-1" in written.read_text("utf-8")


@pytest.mark.parametrize("linked", [".factcheck", f".factcheck/{FILE}"])
def test_no_state_is_written_through_a_link(pages: Path, run: CommandLine, linked: str) -> None:
    outside = pages / "outside"
    outside.mkdir()
    (pages / linked).parent.mkdir(exist_ok=True)
    (pages / linked).symlink_to(outside if linked == ".factcheck" else outside / "theirs.sqlite")
    ran = run("check", "docs", "--fail-on", "never")
    assert ran.code == 0
    assert list(outside.iterdir()) == []
    assert "it is a symbolic link" in ran.out


def test_a_cache_folder_that_was_named_may_be_a_link(pages: Path, run: CommandLine) -> None:
    (pages / "kept").mkdir()
    (pages / "state").symlink_to(pages / "kept")
    assert run("check", "docs", "--fail-on", "never", "--cache-dir", "state").code == 0
    assert (pages / "kept" / FILE).exists()


def test_a_glob_of_many_stars_cannot_hang_the_walk(pages: Path) -> None:
    (pages / "docs/.gitignore").write_text("*a" * 12 + "b\ncoast.md\n", encoding="utf-8")
    (pages / "docs" / ("a" * 200 + ".md")).write_text("Nothing.", encoding="utf-8")
    found = collect.collect(["docs"])
    assert [file.path.rpartition("/")[2][:8] for file in found.files] == ["aaaaaaaa", "harbour.", "herald.m"]
    (pages / "docs/sources.yaml").write_text(f'"{"*a" * 12}b": {{source: A}}\n', encoding="utf-8")
    with pytest.raises(UserError, match="too many wildcards"):
        collect.collect(["docs"])


def test_a_name_with_controls_and_markup_stays_a_name(pages: Path, run: CommandLine) -> None:
    Path("docs/coast.md").rename(os.fsdecode(b"docs/\xff\x1b[31m\n::red|<b>.md"))
    for name in ("text", "markdown", "json", "sarif", "junit", "github", "gitlab", "rdjson", "csv", "html"):
        ran = run("check", "docs", "-f", name, "--fail-on", "never", "--no-cache")
        assert (ran.code, ran.err, "\x1b" in ran.out) == (0, "", False)
        assert name not in ("markdown", "html") or "<b>.md" not in ran.out
        # A cell of CSV holds what it holds; it is a file, not the log of a job.
        assert name == "csv" or not any(line.startswith("::red") for line in ran.out.splitlines())


def test_no_line_of_a_log_is_a_command_of_an_article(
    pages: Path, run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "\n\n::stop-commands::The ferry Alma sank off Lorvik, killing 53 people. ##vso[task.setvariable x]y\n"
    (pages / "docs/::error::x.md").write_text(text, encoding="utf-8")
    (pages / "docs/sources.yaml").write_text("a.md: 5\n::add-mask::x\n", encoding="utf-8")
    refused = run("check", "docs").err
    (pages / "docs/sources.yaml").unlink()
    monkeypatch.chdir(pages / "docs")
    said = [run("check", ".", "--fail-on", "never", "--no-cache").out, run("extract", ".", "--no-cache").out, refused]
    assert "53" in said[0]
    for line in "\n".join(said).splitlines():
        assert not line.lstrip().startswith("::"), line
        assert "##vso[" not in line


def test_a_cache_made_by_somebody_else_is_data(tmp_path: Path) -> None:
    """Whatever stands in the database, with a check sum that fits, is a reading or is made anew."""
    from hashlib import blake2b

    hostile = [
        b"[]",
        b"[[],[]]",
        b"[[[1]],[]]",
        b"{}",
        b"null",
        b'"x"',
        b"[" * 5_000,
        b"\xff\xfe",
        b"1e999",
        b"[[null],[]]",
    ]
    with ReadingCache.open(str(tmp_path)) as cache:
        assert cache._database is not None
        rows = [
            (str(number).encode(), blake2b(text, digest_size=8).digest() + text) for number, text in enumerate(hostile)
        ]
        with cache._database:
            cache._database.executemany(
                "INSERT INTO readings (key, card) VALUES (?, ?)", [*rows, (b"short", b""), (b"text", "x")]
            )
        found = cache.get([key for key, _ in rows] + [b"short", b"text"])
        assert set(found) <= {b"1"}, "only the empty entry is one"
        assert cache.notices == ["an entry of the cache could not be read and is made anew"]
