"""The bill of materials that ``.ci/run`` writes names every package the program needs, with its version."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from tests.architecture.modules import ROOT
from tests.supply.locks import required


def test_every_package_that_is_needed_is_named_with_its_version(tmp_path: Path) -> None:
    pytest.importorskip("cyclonedx_py", reason="the extra 'sbom' is not installed")
    command = ["environment", "--output-reproducible", "--pyproject", "pyproject.toml"]
    assert all(word in (ROOT / ".ci/run").read_text("utf-8") for word in command)
    file = tmp_path / "sbom.json"
    subprocess.run(
        [sys.executable, "-m", "cyclonedx_py", *command, "-o", str(file), sys.executable], cwd=ROOT, check=True
    )
    bill = json.loads(file.read_text("utf-8"))
    named = {canonicalize_name(each["name"]): each["version"] for each in bill["components"]}
    assert bill["bomFormat"] == "CycloneDX"
    assert bill["metadata"]["component"]["name"] == "factcheck-sources"
    for each in required():
        assert named[canonicalize_name(each.name)] == version(each.name)
