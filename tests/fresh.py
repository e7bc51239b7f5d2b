"""Files that are generated, and whether they are what the program would write now.

``python -m tests.fresh`` names those that are not and exits with 1; ``python -m tests.fresh --write`` writes them.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from factcheck.model import Report
from tests import reference
from tests.walkthrough import played

ROOT = Path(__file__).resolve().parent.parent
SEEDS = "seeds/ukraine-security-guarantees"
_BLOCK = re.compile(r"(<!-- generated: (?P<name>[a-z ]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def generated() -> Iterator[tuple[str, str]]:
    """Each file (relative to the project) with the text it ought to have."""
    yield "README.md", with_blocks((ROOT / "README.md").read_text(encoding="utf-8"))
    for page in sorted((ROOT / "docs").glob("*.md")):
        yield f"docs/{page.name}", played(with_blocks(page.read_text(encoding="utf-8")))
    yield "docs/reference/command-line.md", reference.command_line()
    yield "docs/reference/settings.md", reference.settings()
    yield "docs/reference/formats.md", reference.formats(_first_conflict())
    yield "rules/README.md", _rules_page()
    for suffix in ("md", "json", "html"):
        yield f"reports/example.{suffix}", _example(suffix)


def with_blocks(text: str) -> str:
    """The text with every ``<!-- generated: NAME -->`` block written anew.

    >>> with_blocks("no blocks")
    'no blocks'
    """
    return _BLOCK.sub(lambda block: f"{block[1]}\n```text\n{BLOCKS[block['name']]()}```\n\n{block[3]}", text)


def help_of(*command: str) -> str:
    """What ``factcheck COMMAND --help`` prints on a terminal of 100 columns."""
    import click
    from click.testing import CliRunner

    from factcheck.cli import factcheck

    result = CliRunner().invoke(factcheck, [*command, "--help"], prog_name="factcheck", terminal_width=100)
    if result.exit_code:
        raise click.ClickException(result.output)
    return result.output


def report_on_seeds() -> str:
    """What the README's main command prints, as far as a reader wants to see it there: the conflicts."""
    from factcheck.writers import writer_for

    text = writer_for("text").write(_seeds_report())
    return text if isinstance(text, str) else text.decode()


def explained() -> str:
    """What ``factcheck explain`` prints of the conflict of the seeds."""
    from factcheck.cli.explain import explained as explain

    report = _seeds_report()
    return explain(report.conflicts[0], report, ())


def _first_conflict() -> str:
    conflict = json.loads(_example("json"))["conflicts"][0]
    return json.dumps(conflict, ensure_ascii=False, indent=2)


def stale() -> list[str]:
    """The generated files that are not as they ought to be."""
    return [path for path, text in generated() if not (ROOT / path).is_file() or _text(ROOT / path) != text]


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8")


def _rules_page() -> str:
    from factcheck.rulebook import rules_in_force
    from factcheck.rulebook.render import index

    return index(rules_in_force(()))


def _example(suffix: str) -> str:
    from factcheck.writers import Layout, writer_for_suffix

    text = writer_for_suffix(f"example.{suffix}").write(_seeds_report(), Layout(link_prefix="../"))
    return text if isinstance(text, str) else text.decode()


@cache
def _seeds_report() -> Report:
    from factcheck import pipeline
    from factcheck.settings import Settings

    before = Path.cwd()
    os.chdir(ROOT)
    try:
        return pipeline.check([SEEDS], Settings(cache_dir=None, jobs=1))
    finally:
        os.chdir(before)


BLOCKS: dict[str, Callable[[], str]] = {
    "help": help_of,
    "help check": lambda: help_of("check"),
    "help extract": lambda: help_of("extract"),
    "report": report_on_seeds,
    "explain": explained,
}


def main(arguments: list[str]) -> int:
    if arguments == ["--write"]:
        for path, text in list(generated()):
            (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / path).write_bytes(text.encode("utf-8"))
    found = stale()
    for path in found:
        print(f"{path} is not what the program writes now: run python -m tests.fresh --write")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
