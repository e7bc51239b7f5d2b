"""The program's modules as syntax trees: what each imports, at run time and for types only.

>>> imports_of(ast.parse("import os.path\\nfrom factcheck.model import Claim"))
[('os.path', True), ('factcheck.model', True)]
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "factcheck"


@dataclass(frozen=True, slots=True)
class Module:
    """``part`` is the folder below the package, or the module's own name for those at the top."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def part(self) -> str:
        return self.name.split(".")[1] if "." in self.name else ""

    @property
    def imported(self) -> list[str]:
        """Modules it needs when it runs."""
        return [name for name, at_run_time in imports_of(self.tree) if at_run_time]


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the package, sorted."""
    return tuple(_module(path) for path in sorted(PACKAGE.rglob("*.py")))


def imports_of(tree: ast.Module) -> list[tuple[str, bool]]:
    """(module, needed at run time) of every import, wherever it stands; what ``if TYPE_CHECKING:`` holds is not."""
    for_types = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    return [(name, id(node) not in for_types) for node in ast.walk(tree) for name in _names(node)]


def _names(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module == "factcheck":
        # ``from factcheck import engines`` is an import of the part, ``import __version__`` one of nothing.
        yield from (f"factcheck.{alias.name}" for alias in node.names if alias.name != "__version__")
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module


def _module(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    return Module(name, path, text, ast.parse(text))
