"""The sources of the documentation site: every page has its place, every rule, condition and formula its page."""

from __future__ import annotations

import re
from pathlib import Path

from factcheck.rulebook import rules_in_force
from factcheck.rulebook.registry import conditions, formulas
from tests import site


def test_every_page_is_in_the_navigation_and_every_rule_has_one(tmp_path: Path) -> None:
    site.sources(tmp_path)
    pages = {page.relative_to(tmp_path / "docs").as_posix() for page in (tmp_path / "docs").rglob("*.md")}
    named = re.findall(r": ([\w/-]+\.md)$", (tmp_path / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(named) == sorted(pages)
    assert {f"rules/{rule.id}.md" for rule in rules_in_force(())} <= pages
    links = re.findall(r"\]\(([\w./-]+\.md)", "".join(page.read_text() for page in tmp_path.rglob("rules/*.md")))
    assert {"FC101.md", "../writing-rules.md"} <= set(links)
    assert [link for link in links if not (tmp_path / "docs/rules" / link).is_file()] == []


def test_conditions_and_formulas_come_with_their_examples(tmp_path: Path) -> None:
    site.sources(tmp_path)
    text = (tmp_path / "docs/rules/conditions.md").read_text(encoding="utf-8")
    assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == list(conditions())
    assert "| `gap: <= 2 %` | lo 1001, hi 1001 | lo 1013, hi 1013 | yes |" in text
    text = (tmp_path / "docs/rules/formulas.md").read_text(encoding="utf-8")
    assert len(re.findall(r"^## ", text, re.MULTILINE)) == len(formulas())
    assert "* **conflict**: “" in text


def test_what_a_page_would_fetch_is_found(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        '<script src="https://cdn.example/a.js"></script><a href="https://example.org/">x</a>'
        '<link rel="stylesheet" href="//fonts.example/x.css"><img src="assets/x.png">'
    )
    assert site.from_elsewhere(tmp_path) == ["//fonts.example/x.css", "https://cdn.example/a.js"]
