"""The optional compiled build: mypyc turns the modules that take most of the time into one extension in C.

``HATCH_BUILD_HOOKS_ENABLE=1 pip install .`` builds it, where there are a C compiler and Python's headers; without the
variable a wheel is plain Python. The sources are the same, and stand in both wheels: nothing is written beside those
in the repository, where a compiled file would hide what is edited.

A module that is not named here is left plain: what takes little time, what must be importable in 0.1 s (``model``,
``cli``), and packages themselves, whose functions measurements wrap.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import chdir
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Folder of the package → the modules in it that are compiled. Chosen by profiles: all that takes more than about a
# three-hundredth of reading, and what lies between. Comparing would be a twelfth faster for as long a build again.
COMPILED = {
    "lexicon": "aliases lemmas measures oppositions phrases stopwords verbs",
    "reading": "mentions numerals stamps",
    "reading/dates": "anchors foreign lexer mentions numbers publication scan tense",
    "reading/dates/grammar": "cascade read",
    "reading/frame": (
        "amounts attribution claims counts events extents figure grammar holding labelled listed measures modality "
        "names qualifiers referents roles scene structural subjects surroundings tokens versions"
    ),
    "reading/quantities": (
        "building changes false_quantities figure figures hedges implied joining money_before nouns reading_region "
        "unit_before unit_behind written"
    ),
    "reading/segment": "boilerplate density legible lines plain sentences",
}
_LIBRARY = "factcheck"  # of the extension that all of them share, ``factcheck__mypyc``


class CustomBuildHook(BuildHookInterface[Any]):
    """Adds the compiled modules to a wheel; an editable installation stays plain."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        self._scratch = Path(tempfile.mkdtemp(prefix="factcheck-compiled-"))
        library = compiled(Path(self.root), self._scratch)
        built = (file for file in library.rglob("*") if file.is_file())
        build_data["force_include"] |= {str(file): file.relative_to(library).as_posix() for file in built}
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            shutil.rmtree(self._scratch, ignore_errors=True)


def modules() -> list[str]:
    """The files that are compiled, relative to the project."""
    return [f"factcheck/{folder}/{name}.py" for folder, names in COMPILED.items() for name in names.split()]


def compiled(root: Path, folder: Path) -> Path:
    """Compile a copy of the package in the folder; where the extension modules are then, as they lie in the wheel.

    Raises SystemExit with what mypyc found wrong, setuptools' CompileError where there is no compiler.
    """
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    shutil.copytree(root / "factcheck", folder / "factcheck", ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    with chdir(folder):
        # Libraries that are not there while building are Any to mypy: what they give is checked where it is used.
        extensions = mypycify(
            ["--ignore-missing-imports", *modules()],
            opt_level="1",
            debug_level="0",
            group_name=_LIBRARY,
            target_dir="build",
        )
        command = build_ext(Distribution({"name": _LIBRARY, "ext_modules": extensions}))
        command.build_lib, command.build_temp = "lib", "build"
        command.ensure_finalized()
        command.run()
    return folder / "lib"
