"""What the documentation says is so: examples in modules run, links lead somewhere."""

from __future__ import annotations

import doctest
import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from tests.architecture.modules import ROOT, modules

_LINK = re.compile(r"\]\(([^)\s#]+)(#[^)\s]*)?\)")
_PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "rules/README.md"])


def test_examples_in_modules() -> None:
    ran = {
        module.name: doctest.testmod(imported, optionflags=doctest.ELLIPSIS)
        for module in modules()
        if ">>>" in module.text and (imported := _imported(module.name)) is not None
    }
    assert [name for name, results in ran.items() if results.failed] == []
    assert sum(results.attempted for results in ran.values()) > 100


def _imported(name: str) -> ModuleType | None:
    """The module; None if it needs a library of an extra that is not installed."""
    try:
        return import_module(name)
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("factcheck"):
            raise
        return None


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = [match[1] for match in _LINK.finditer(text) if not re.match(r"[a-z]+:", match[1])]
    assert [target for target in targets if not (page.parent / target).exists()] == []
