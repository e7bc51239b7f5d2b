"""The documentation site: the pages of ``docs/`` and a page for every rule, made from the packs.

``python -m tests.site FOLDER`` builds it with Zensical, in ``FOLDER/site``. A broken link, or anything that a page
would fetch from another server, makes its exit code 1.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from factcheck.rulebook.rule import Rule
from tests.fresh import ROOT

_FETCHED = re.compile(r"<(?:script|img|iframe|link)\b[^>]*\b(?:src|href)=[\"']?(?P<url>(?:https?:)?//[^\"' >]+)")


def sources(folder: Path) -> None:
    """Everything the site is made from, in a folder of its own: nothing generated stays in the repository."""
    from factcheck.rulebook import rules_in_force
    from factcheck.rulebook.render import index, rule_page
    from factcheck.rulebook.vocabulary import conditions_page, formulas_page

    rules = sorted(rules_in_force(()), key=lambda rule: rule.id)
    shutil.copytree(ROOT / "docs", folder / "docs")
    for page in (folder / "docs").glob("*.md"):
        # What is a file beside docs/ in the repository is a page of its own on the site.
        text = page.read_text(encoding="utf-8").replace("](../rules/README.md)", "](rules/index.md)")
        page.write_text(text, encoding="utf-8")
    (folder / "docs" / "rules").mkdir()
    overview = index(rules, _page).replace("](../docs/", "](../")
    (folder / "docs" / "rules" / "index.md").write_text(overview, encoding="utf-8")
    pages = {_page(rule): rule_page(rule) for rule in rules}
    pages |= {"conditions.md": conditions_page(), "formulas.md": formulas_page(rules)}
    for name, text in pages.items():
        (folder / "docs" / "rules" / name).write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_configuration(rules), encoding="utf-8")


def _configuration(rules: list[Rule]) -> str:
    """``mkdocs.yml`` with the rules' pages in their section of the navigation."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    lines = ["  - Rules:", "      - All rules: rules/index.md"]
    lines += [f"      - {rule.id} {rule.name}: rules/{_page(rule)}" for rule in rules]
    lines += ["      - Conditions: rules/conditions.md", "      - Formulas: rules/formulas.md"]
    return text.replace("  - Rules: rules\n", "\n".join(lines) + "\n")


def _page(rule: Rule) -> str:
    return f"{rule.id}.md"


def from_elsewhere(site: Path) -> list[str]:
    """What pages of the site would fetch from another server: scripts, style sheets, fonts, pictures."""
    texts = (page.read_text(encoding="utf-8") for page in site.rglob("*.html"))
    return sorted({match["url"] for text in texts for match in _FETCHED.finditer(text)})


def main(arguments: list[str]) -> int:
    (target,) = arguments
    work = Path(target).resolve()
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    sources(work)
    built = subprocess.run(["zensical", "build", "--strict", "-f", "mkdocs.yml"], cwd=work, check=False)
    fetched = from_elsewhere(work / "site")
    for found in fetched:
        print(f"fetched from elsewhere: {found}")
    return 1 if built.returncode or fetched else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
