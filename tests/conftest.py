"""What all tests share: tests marked ``needs_…`` skip where their tool is missing; with CI=true that is a failure."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec

import pytest
from hypothesis import settings

# A busy machine takes a second for what takes a millisecond: time is measured where it matters, as CPU time.
settings.register_profile("whole", deadline=None)
settings.load_profile("whole")

# Marker, and what is missing if its tests cannot run ("" when nothing is).
_TOOLS = {
    "needs_browser": lambda: (
        "" if shutil.which("chromium") and shutil.which("chromedriver") else "chromium, chromedriver"
    ),
    "needs_dask": lambda: "" if find_spec("distributed") else "dask[distributed]",
    "needs_lsp": lambda: "" if find_spec("pygls") else "pygls",
    "needs_precommit": lambda: "" if find_spec("pre_commit") and shutil.which("git") else "pre-commit, git",
}


def pytest_configure(config: pytest.Config) -> None:
    for marker in _TOOLS:
        config.addinivalue_line("markers", f"{marker}: needs a tool from outside; see tests/conftest.py")


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker, missing in _TOOLS.items():
        if item.get_closest_marker(marker) and (tools := missing()):
            if os.environ.get("CI") == "true":
                pytest.fail(f"{marker}: {tools} must be there when CI=true", pytrace=False)
            pytest.skip(f"{marker}: no {tools}")
