"""What people copy: commands in the documentation are ones the program takes, and the action's script runs."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest

from factcheck.cli import factcheck
from tests.architecture.modules import ROOT
from tests.cli.pages import write_pages

_PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
_COMMAND = re.compile(
    r"(?:^|[`(]|bin/|&& |- )factcheck ((?:check|extract|explain|rules|accept|init|cache|completion)\b[^`#>|\n)]*)",
    re.MULTILINE,
)


def _commands() -> list[tuple[str, str]]:
    found = []
    for page in _PAGES:
        text = page.read_text(encoding="utf-8").replace("\\\n", " ")
        text = re.sub(r"<!-- generated: .*?<!-- end -->", "", text, flags=re.DOTALL)
        found += [(page.name, match[1].strip()) for match in _COMMAND.finditer(text)]
    return found


@pytest.mark.parametrize(("page", "command"), _commands())
def test_documented_commands_are_ones_the_program_takes(page: str, command: str) -> None:
    words = shlex.split(command.split(" && ")[0])
    context = click.Context(factcheck, info_name="factcheck", **factcheck.context_settings)
    while words and isinstance(context.command, click.Group):
        name, found, words = context.command.resolve_command(context, words)
        assert found is not None
        for each in (name or "").split("|"):
            context = click.Context(found, info_name=each, parent=context)
    if not words:
        return
    context.resilient_parsing = False
    context.command.make_parser(context).parse_args(words)


def test_there_are_commands_to_look_at() -> None:
    assert len(_commands()) > 15


def _action() -> dict[str, Any]:
    from ruamel.yaml import YAML

    action: dict[str, Any] = YAML(typ="safe").load((ROOT / "action.yml").read_text(encoding="utf-8"))
    return action


def test_no_input_of_the_action_is_part_of_a_script() -> None:
    """What a pull request can choose (a branch name, say) must reach the shell as data."""
    steps = _action()["runs"]["steps"]
    assert [step["name"] for step in steps if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize(
    ("inputs", "code"),
    [({"PATHS": "docs"}, 0), ({"PATHS": "docs", "FAIL_ON": "note", "SARIF": "out.sarif"}, 1), ({"PATHS": "gone"}, 2)],
)
def test_the_script_of_the_action(tmp_path: Path, inputs: dict[str, str], code: int) -> None:
    write_pages(tmp_path)
    (tmp_path / "factcheck.toml").write_text('fail-on = "never"\n')
    program = tmp_path / "runner/factcheck/bin/factcheck"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m factcheck "$@"\n')
    program.chmod(0o755)
    (check,) = (step for step in _action()["runs"]["steps"] if step.get("id") == "check")
    given = {name: inputs.get(name, "") for name in check["env"]}
    assert inputs.keys() <= given.keys()
    outputs = {"GITHUB_OUTPUT": str(tmp_path / "output"), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary")}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", check["run"]], cwd=tmp_path, capture_output=True,
        env=os.environ | given | outputs | {"RUNNER_TEMP": str(tmp_path / "runner")}, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    assert (tmp_path / "output").read_text() == f"exit-code={code}\n"
    assert (tmp_path / "out.sarif").is_file() == ("SARIF" in inputs)
    assert code == 2 or "docs/coast.md" in (tmp_path / "summary").read_text()
