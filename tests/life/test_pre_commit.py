"""The hooks of .pre-commit-hooks.yaml, run by the real pre-commit on a real commit."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.modules import ROOT
from tests.life.repository import Repository, page

pytestmark = pytest.mark.needs_precommit
_MANIFEST = ROOT / ".pre-commit-hooks.yaml"


def _hook(identity: str) -> dict[str, Any]:
    """The published hook, run with this Python and this tree instead of an environment that is installed for it."""
    from ruamel.yaml import YAML

    hooks = {hook["id"]: hook for hook in YAML(typ="safe").load(_MANIFEST.read_text(encoding="utf-8"))}
    hook = hooks[identity]
    return {
        **hook,
        "language": "system",
        "entry": hook["entry"].replace("factcheck", f"{sys.executable} -m factcheck", 1),
    }


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository.made_in(tmp_path, PYTHONPATH=str(ROOT), PRE_COMMIT_HOME=str(tmp_path / ".git/pre-commit"))
    hook = {**_hook("factcheck-changed"), "args": ["docs", "--fail-on", "note"]}
    made.write(".pre-commit-config.yaml", json.dumps({"repos": [{"repo": "local", "hooks": [hook]}]}))
    made.write("docs/sights.md", page("Sights", "The lighthouse of Berga opened to visitors on 12 June 2019."))
    made.commit("pages")
    subprocess.run(
        [sys.executable, "-m", "pre_commit", "install"],
        cwd=tmp_path,
        env=made.environment,
        check=True,
        capture_output=True,
    )
    return made


def test_the_manifest_is_valid() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(_MANIFEST)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")
    for identity in ("factcheck", "factcheck-changed"):
        hook = _hook(identity)
        assert (hook["require_serial"], hook["pass_filenames"]) == (True, False)


def test_a_commit_that_contradicts_an_unchanged_page_is_held_back(repository: Repository) -> None:
    said = "On {} June 2019 the lighthouse of Berga opened to visitors."
    repository.write("docs/works.md", page("Old works", said.format(21)))
    repository.git("add", ".")
    held = repository.tried("commit", "-m", "works")
    assert held.returncode == 1
    assert "docs/works.md:3:" in held.stdout + held.stderr
    assert "docs/sights.md:3:" in held.stdout + held.stderr

    repository.write("docs/works.md", page("Old works", said.format(12)))
    repository.git("add", ".")
    passed = repository.tried("commit", "-m", "works")
    assert passed.returncode == 0, passed.stdout + passed.stderr
