"""Modules say what they do, do one thing, and are named for it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.architecture.modules import PACKAGE, ROOT, Module, modules

_EMPTY_NAMES = {"utils", "util", "helpers", "helper", "misc", "common", "tools", "stuff"}
_FORBIDDEN = {
    "eval",
    "exec",
    "pickle.load",
    "pickle.loads",
    "date.today",
    "datetime.now",
    "datetime.today",
    "time.time",
}
_MACHINE_PATH = re.compile(r"(?<!\w)/(?:home|root|Users)/\w")


def test_modules_say_what_they_do() -> None:
    silent = [module.name for module in modules() if module.text.strip() and not ast.get_docstring(module.tree)]
    assert silent == []


def test_modules_are_short() -> None:
    assert [module.name for module in modules() if module.text.count("\n") > 400] == []


def test_functions_fit_one_screen() -> None:
    long = [
        f"{module.name}.{node.name}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _lines(node) > 60
    ]
    assert long == []


def test_names_explain_something() -> None:
    names = {path.stem for path in PACKAGE.rglob("*")}
    assert names & _EMPTY_NAMES == set()


def test_nothing_runs_text_or_asks_the_clock() -> None:
    calls = {
        (module.name, ast.unparse(node.func))
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
    }
    wrong = sorted(f"{name}: {call}" for name, call in calls if call in _FORBIDDEN)
    assert wrong == ["factcheck.cli.today: datetime.now"], "only the day on which waivers expire comes from the clock"


def test_nothing_mutable_stands_at_the_top_of_a_module() -> None:
    """Names in capitals are tables that nobody changes; any other collection at the top would be hidden state."""
    names = [f"{module.name}.{name}" for module in modules() for name in _collections_at_the_top(module)]
    assert [name for name in names if not re.search(r"\.(_?[A-Z][A-Z0-9_]*|__all__)$", name)] == []


def test_no_path_of_a_machine_stands_in_the_project() -> None:
    texts = [path for folder in ("factcheck", "docs", "rules") for path in (ROOT / folder).rglob("*.*")]
    found = [
        str(path.relative_to(ROOT))
        for path in texts
        if path.suffix in {".py", ".md", ".yaml"} and _MACHINE_PATH.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _collections_at_the_top(module: Module) -> Iterator[str]:
    mutable = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
    for node in module.tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, mutable):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (target.id for target in targets if isinstance(target, ast.Name))
