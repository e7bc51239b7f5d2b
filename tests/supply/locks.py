"""The lock files: for development every package pinned with its hashes, and the lowest versions that users may have.

>>> pins("pandas==3.0.0 \\\\\\n    --hash=sha256:00\\nlxml==5.4.0 ; python_version < '4'\\n")
{'pandas': '3.0.0', 'lxml': '5.4.0'}
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, metadata

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.architecture.modules import ROOT

DEVELOPMENT = ROOT / "requirements/development.txt"
LOWEST = ROOT / "requirements/lowest.txt"
_PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")
# Licences under which a program may be passed on together with this one.
_FREE = re.compile(
    r"MIT|BSD|0BSD|Apache|MPL|Mozilla|PSF|Python Software Foundation|ISC|Zlib|CC0|CNRI|Unlicense|HPND|Public Domain",
    re.IGNORECASE,
)
_KNOWN = {
    "currencyconverter": "Apache-2.0: stands in its LICENSE file only",
    "num2words": "LGPL: comes with quantulum3, which only a benchmark of the tests compares with",
}


def pins(text: str) -> dict[str, str]:
    """Name and version of every pin, names in their canonical form."""
    found = filter(None, map(_PIN.match, text.splitlines()))
    return {canonicalize_name(match[1]): match[2] for match in found}


def entries(text: str) -> Iterator[str]:
    """Each pin with the lines that belong to it."""
    for entry in re.split(r"\n(?=[A-Za-z0-9])", text):
        if _PIN.match(entry):
            yield entry


@cache
def project() -> dict[str, object]:
    parsed: dict[str, object] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return parsed


def required(*extras: str) -> list[Requirement]:
    """What the program needs, and what these extras need."""
    parsed = project()
    optional = parsed["optional-dependencies"]
    assert isinstance(optional, dict)
    listed = [parsed["dependencies"], *(optional[extra] for extra in extras or optional)]
    return [Requirement(line) for lines in listed for line in lines if isinstance(lines, list)]


def mistakes() -> Iterator[str]:
    """What is wrong with the locks and the licences of what is installed."""
    text = DEVELOPMENT.read_text("utf-8")
    locked = pins(text)
    for entry in entries(text):
        if not _HASH.search(entry):
            yield f"{entry.splitlines()[0]}: no hash"
    yield from _not_held(required(), locked, DEVELOPMENT.name)
    lowest = pins(LOWEST.read_text("utf-8"))
    yield from _not_held(required("lsp"), lowest, LOWEST.name)
    for needed in required("lsp"):
        bounds = {clause.version for clause in needed.specifier if clause.operator == ">="}
        held = lowest.get(canonicalize_name(needed.name), "0")
        if Version(held) not in map(Version, bounds):
            yield f"{LOWEST.name}: {needed.name} is {held}, not its lowest, {', '.join(bounds)}"
    for name, version in locked.items():
        yield from _licence_mistakes(name, version)


def _not_held(needed: list[Requirement], locked: dict[str, str], file: str) -> Iterator[str]:
    for each in needed:
        version = locked.get(canonicalize_name(each.name))
        if version is None or not each.specifier.contains(version, prereleases=True):
            yield f"{file}: {each} is not held by {version}"


def _licence_mistakes(name: str, version: str) -> Iterator[str]:
    said = licence(name, version)
    if said is not None and name not in _KNOWN and not _FREE.search(said):
        yield f"{name}: licence {said or 'unknown'!r}"


def licence(name: str, version: str) -> str | None:
    """The licence an installed package says it has; None if it is not installed, or older than the version locked."""
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return None
    if Version(said["Version"]) < Version(version):
        return None
    classes = [line for line in said.get_all("Classifier") or () if line.startswith("License")]
    return "; ".join([said.get("License-Expression") or "", *classes, (said.get("License") or "")[:80]]).strip("; ")
