"""Who may import whom (docs/architecture.md), read from the syntax trees."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.architecture.modules import Module, modules

# What each part may import besides itself, ``errors`` and the version. The way through and the command line may import
# everything.
ALLOWED = {
    "model": set(),
    "errors": set(),
    "lexicon": {"model"},
    "reading": {"lexicon", "model"},
    "rulebook": {"lexicon", "model"},
    "comparing": {"lexicon", "model", "rulebook"},
    "readers": {"lexicon", "model"},
    "writers": {"model"},
    "engines": {"model"},
    "store": {"model"},
    "settings": {"configuration"},
    "configuration": {"reach", "readers", "settings"},
    "reach": set(),
    "standing": {"model", "settings", "store"},
}
FREE = {"", "pipeline", "cached_reading", "api", "cli", "__main__", "session", "watch", "lsp"}

# Libraries that cost much to import, or that are quirky, and where they may be used at all.
ONLY_IN = {
    "pandas": ("factcheck.comparing", "factcheck.engines", "factcheck.rulebook", "factcheck.api",
               "factcheck.writers.csv", "factcheck.writers.parquet"),
    "numpy": ("factcheck.comparing", "factcheck.engines", "factcheck.rulebook"),
}  # fmt: skip
ONE_MODULE = ("pint", "dateparser", "rapidfuzz", "htmldate", "trafilatura", "currency_converter", "pypdfium2", "docx")
HEAVY = {
    "currency_converter", "dateparser", "docx", "htmldate", "jinja2", "numpy", "pandas", "pint", "pyarrow", "pydantic",
    "pypdfium2", "rapidfuzz", "ruamel", "simplemma", "sqlite3", "trafilatura", "tree_sitter",
}  # fmt: skip


def test_parts_import_only_what_they_may() -> None:
    wrong = {
        module.name: sorted(beyond)
        for module in modules()
        if module.part not in FREE and (beyond := _parts(module) - ALLOWED[module.part] - {module.part, "errors"})
    }
    assert wrong == {}


def test_reading_and_comparing_do_not_know_each_other() -> None:
    assert "comparing" not in ALLOWED["reading"]
    assert "reading" not in ALLOWED["comparing"]
    assert {module.part for module in modules()} == ALLOWED.keys() | FREE, "a new part needs its line above"


@pytest.mark.parametrize("library", ONLY_IN)
def test_tables_stay_in_their_half(library: str) -> None:
    users = [module.name for module in modules() if _uses(module, library)]
    assert [name for name in users if not name.startswith(ONLY_IN[library])] == []


@pytest.mark.parametrize("library", ONE_MODULE)
def test_quirky_libraries_stand_in_one_module(library: str) -> None:
    assert len([module.name for module in modules() if _uses(module, library)]) <= 1


def test_nothing_heavy_is_imported_for_the_help() -> None:
    loaded = _loaded_by("from factcheck.cli import main; main(['--help']); main(['check', '--help'])")
    assert loaded & HEAVY == set()


def test_the_package_is_imported_without_anything_heavy() -> None:
    assert _loaded_by("import factcheck") & (HEAVY | {"click"}) == set()


def _parts(module: Module) -> set[str]:
    return {name.split(".")[1] for name in module.imported if name.startswith("factcheck.")}


def _loaded_by(code: str) -> set[str]:
    program = f"{code}\nimport sys\nsys.stderr.write(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stderr.split()}


def _uses(module: Module, library: str) -> bool:
    return any(name.split(".")[0] == library for name in module.imported)
