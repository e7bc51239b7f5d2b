"""Generated files are what the program writes now; ``python -m tests.fresh --write`` makes them so."""

from __future__ import annotations

import re

from tests import fresh, walkthrough


def test_generated_files_are_fresh() -> None:
    assert fresh.stale() == []


def test_every_block_is_one_that_can_be_made_and_every_one_is_used() -> None:
    pages = [fresh.ROOT / "README.md", *(fresh.ROOT / "docs").glob("*.md")]
    texts = [page.read_text(encoding="utf-8") for page in pages]
    used = [name for text in texts for name in re.findall(r"<!-- generated: ([a-z ]+) -->", text)]
    assert sorted(used) == sorted(fresh.BLOCKS)
    assert fresh.with_blocks(texts[0].replace("1 conflict", "no conflict")) == texts[0]


def test_a_walkthrough_runs_its_commands_on_its_own_pages() -> None:
    page = (
        '```markdown title="docs/a.md"\nThe pier of Lorvik is 340 metres long.\n```\n'
        "<!-- output of: factcheck extract docs -->\nstale\n<!-- end -->\n"
        "<!-- output of: factcheck check nowhere -->\n<!-- end -->\nEnd.\n"
    )
    played = walkthrough.played(page)
    assert "docs/a.md:1:23: 340 metres = 340 meters (allows " in played
    assert "stale" not in played
    assert "(exit code 2)" in played
    assert walkthrough.played(played) == played


def test_the_readme_gives_the_two_commands() -> None:
    lines = (fresh.ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    setup = "python3 -m venv .venv && .venv/bin/pip install"
    assert f"{setup} . && .venv/bin/factcheck check {fresh.SEEDS} --fail-on never" in lines
    assert f"{setup} '.[test]' && .venv/bin/python -m pytest" in lines
