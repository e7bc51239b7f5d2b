"""``python -m tests.supply``: check the locks and the licences, offline; ``--write`` makes the locks anew with uv."""

from __future__ import annotations

import subprocess
import sys

from tests.supply.locks import DEVELOPMENT, LOWEST, mistakes

_COMPILE = ("uv", "pip", "compile", "--quiet", "--no-header", "--no-emit-index-url", "--no-emit-find-links",
            "--python-version", "3.11", "pyproject.toml")  # fmt: skip


def main(arguments: list[str]) -> int:
    if "--write" in arguments:
        LOWEST.parent.mkdir(exist_ok=True)
        hashed = ("--all-extras", "--universal", "--generate-hashes", "--no-annotate", "-o", str(DEVELOPMENT))
        subprocess.run([*_COMPILE, *hashed, "--upgrade"], check=True)
        lowest = ("--extra", "lsp", "--resolution", "lowest-direct", "--no-annotate", "-o", str(LOWEST))
        subprocess.run([*_COMPILE, *lowest, "--upgrade"], check=True)
    found = list(mistakes())
    print("\n".join(found) or "the locks hold what the project asks for; every licence is known")
    return min(len(found), 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
