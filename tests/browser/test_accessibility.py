"""The page under axe-core, which checks contrast, names, roles and order against WCAG A and AA.

axe-core comes with the package ``axe-core-python`` of the test extra; AXE_CORE may name a newer ``axe.min.js``.
"""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By

from tests.browser.conftest import OpenPage
from tests.writers.reports import (
    arithmetic_conflict,
    date_conflict,
    empty_report,
    generated_report,
    harbour_report,
    known_conflicts,
    share_conflict,
    toll_conflict,
)

pytestmark = pytest.mark.needs_browser

REPORT = harbour_report(toll_conflict(), share_conflict(), date_conflict(), arithmetic_conflict(), *known_conflicts())
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@pytest.fixture(scope="module")
def axe() -> str:
    given = os.environ.get("AXE_CORE")
    script = Path(given) if given else files("axe_core_python").joinpath("axe.min.js")
    return script.read_text(encoding="utf-8")


def violations(page: webdriver.Chrome, axe: str) -> list[str]:
    """What axe finds, of any impact, one line each."""
    page.execute_script(axe)
    page.set_script_timeout(60)
    script = (
        "const done = arguments[1]; axe.run(document, {runOnly: arguments[0]}).then((found) => done(found.violations))"
    )
    found = page.execute_async_script(script, list(RULES))
    return [f"{each['impact']} {each['id']}: {node['html'][:120]}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize("width", [320, 1100])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_whole_page_is_accessible(open_page: OpenPage, axe: str, scheme: str, width: int) -> None:
    page = open_page(REPORT, scheme=scheme, width=width)
    for button in page.find_elements(By.CSS_SELECTOR, ".conflict > h3 > button"):
        page.execute_script("arguments[0].click()", button)
    page.execute_script("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert violations(page, axe) == []


def test_a_long_list_and_an_empty_page_are_accessible(open_page: OpenPage, axe: str) -> None:
    assert violations(open_page(generated_report(100)), axe) == []
    assert violations(open_page(empty_report()), axe) == []


def test_the_help_is_accessible(open_page: OpenPage, axe: str) -> None:
    page = open_page(REPORT)
    page.find_element(By.ID, "keys").click()
    assert violations(page, axe) == []
