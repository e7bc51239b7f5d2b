"""The page in a real browser: reading, filtering, searching, keys, marks, pictures, and what it must never do."""

from __future__ import annotations

import re
import time
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select

from factcheck.store import accept, waivers
from tests.browser.conftest import OpenPage
from tests.writers.hostile import hostile_report
from tests.writers.reports import (
    arithmetic_conflict,
    date_conflict,
    generated_report,
    harbour_report,
    known_conflicts,
    share_conflict,
    toll_conflict,
)

pytestmark = pytest.mark.needs_browser

REPORT = harbour_report(toll_conflict(), share_conflict(), date_conflict(), arithmetic_conflict(), *known_conflicts())


def subjects(page: webdriver.Chrome) -> list[str]:
    return [item.get_attribute("id") or "" for item in page.find_elements(By.CSS_SELECTOR, ".conflict")]


def status(page: webdriver.Chrome) -> str:
    return page.find_element(By.ID, "shown").text


def wait_for(condition: Callable[[], Any], what: str) -> Any:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        if value := condition():
            return value
        time.sleep(0.02)
    raise AssertionError(f"waited for {what}")


def focused(page: webdriver.Chrome) -> str:
    script = (
        "const item = document.activeElement.closest('.conflict'); return item ? item.id : document.activeElement.id"
    )
    return str(page.execute_script(script))


def press(page: webdriver.Chrome, *keys: str) -> None:
    ActionChains(page).send_keys(*keys).perform()


def opened_item(page: webdriver.Chrome, conflict_id: str) -> WebElement:
    item = page.find_element(By.ID, conflict_id)
    button = item.find_element(By.CSS_SELECTOR, "h3 > button")
    if button.get_attribute("aria-expanded") == "false":
        page.execute_script("arguments[0].click()", button)
    return item


def test_conflicts_are_listed_worst_first(open_page: OpenPage) -> None:
    page = open_page(REPORT)
    assert subjects(page) == ["fc-0a1b2c3d", "fc-33334444", "fc-0f0f0f0f", "fc-11112222", "fc-22223333", "fc-deadbeef"]
    assert status(page) == "6 conflicts shown"
    assert page.get_log("browser") == []


@pytest.mark.parametrize(
    ("control", "choice", "left"),
    [
        ("class", "dispute", ["fc-11112222", "fc-22223333"]),
        ("source", "Inquiry into the sinking", ["fc-0a1b2c3d", "fc-33334444", "fc-deadbeef"]),
        ("topic", "deaths", ["fc-0a1b2c3d", "fc-33334444"]),
        ("status", "waived", ["fc-33334444"]),
        ("sort", "subject", ["fc-0f0f0f0f", "fc-0a1b2c3d", "fc-33334444", "fc-deadbeef", "fc-11112222", "fc-22223333"]),
    ],
)
def test_a_choice_narrows_or_sorts_the_list(open_page: OpenPage, control: str, choice: str, left: list[str]) -> None:
    page = open_page(REPORT)
    Select(page.find_element(By.ID, control)).select_by_value(choice)
    assert subjects(page) == left


def test_severities_are_switched_off_and_on(open_page: OpenPage) -> None:
    page = open_page(REPORT)
    page.find_element(By.CSS_SELECTOR, "input[value=error]").click()
    assert subjects(page) == ["fc-11112222", "fc-22223333", "fc-deadbeef"]
    page.find_element(By.ID, "reset-filters").click()
    assert len(subjects(page)) == 6


def test_dates_narrow_the_list(open_page: OpenPage) -> None:
    page = open_page(REPORT)
    for control, day in (("from", "2031-05-03"), ("to", "2031-05-03")):
        script = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change', {bubbles: true}))"
        page.execute_script(script, page.find_element(By.ID, control), day)
    assert subjects(page) == ["fc-0a1b2c3d", "fc-33334444"]


def test_search_looks_into_quotes_and_paths(open_page: OpenPage) -> None:
    page = open_page(REPORT)
    page.find_element(By.ID, "search").send_keys("INQUIRY opened")
    wait_for(lambda: status(page) == "1 of 6 conflicts shown", "the search")
    assert subjects(page) == ["fc-deadbeef"]


def test_a_cell_of_the_matrix_shows_who_disagrees(open_page: OpenPage) -> None:
    page = open_page(REPORT)
    page.find_element(By.CSS_SELECTOR, "[aria-label^='Coast Daily against Inquiry into the sinking']").click()
    assert subjects(page) == ["fc-0a1b2c3d", "fc-33334444", "fc-deadbeef"]
    page.find_element(By.ID, "against").click()
    assert "against" not in status(page)


def test_keys_walk_open_and_search(open_page: OpenPage) -> None:
    page = open_page(REPORT)
    press(page, "j", "j")
    assert focused(page) == "fc-33334444"
    press(page, "k", "o")
    assert focused(page) == "fc-0a1b2c3d"
    assert page.find_element(By.CSS_SELECTOR, "#fc-0a1b2c3d .sides").is_displayed()
    press(page, "o")
    assert not page.find_element(By.CSS_SELECTOR, "#fc-0a1b2c3d .sides").is_displayed()
    press(page, "/")
    assert focused(page) == "search"
    press(page, "j")
    assert page.find_element(By.ID, "search").get_attribute("value") == "j"
    press(page, Keys.ESCAPE)
    press(page, "?")
    assert page.find_element(By.ID, "help").is_displayed()


def test_single_keys_can_be_switched_off(open_page: OpenPage) -> None:
    page = open_page(REPORT)
    press(page, "?")
    page.find_element(By.ID, "single-keys").click()
    press(page, Keys.ESCAPE)
    press(page, "j")
    assert not focused(page).startswith("fc-")
    page.execute_script("localStorage.clear()")


def test_a_permalink_opens_its_conflict(open_page: OpenPage) -> None:
    page = open_page(generated_report(300), at="#fc-00000129")
    item = page.find_element(By.ID, "fc-00000129")
    assert item.find_element(By.CSS_SELECTOR, ".sides").is_displayed()
    assert abs(item.rect["y"] - page.execute_script("return scrollY")) < 900


def test_both_passages_stand_side_by_side_with_figures_marked(open_page: OpenPage) -> None:
    page = open_page(REPORT)
    item = opened_item(page, "fc-11112222")
    sides = item.find_elements(By.CSS_SELECTOR, ".side")
    assert [side.find_element(By.TAG_NAME, "mark").text for side in sides] == ["about 18%", "more than 20%"]
    assert sides[0].rect["y"] == sides[1].rect["y"]
    assert sides[0].rect["x"] < sides[1].rect["x"]


@pytest.mark.parametrize(
    ("conflict_id", "says"),
    [
        ("fc-11112222", "Harbour Herald: 18 percent, allows 17 to 19 percent; Coast Daily: over 20 percent"),
        ("fc-deadbeef", "Timeline of the days each place names"),
        ("fc-0f0f0f0f", "computed: 20%, percentage change"),
    ],
)
def test_each_fact_has_its_picture_with_words(open_page: OpenPage, conflict_id: str, says: str) -> None:
    page = open_page(REPORT)
    picture = opened_item(page, conflict_id).find_element(By.CSS_SELECTOR, "svg[role=img]")
    assert says in (picture.get_attribute("aria-label") or "")
    assert picture.find_elements(By.CSS_SELECTOR, ".stated, .point")


def test_marks_are_saved_and_read_back(open_page: OpenPage, downloads: Path) -> None:
    page = open_page(REPORT)
    press(page, "j", "w")
    item = opened_item(page, "fc-0a1b2c3d")
    item.find_element(By.CSS_SELECTOR, "input[type=text]").send_keys('other ship: "Ørn" \\ 東京')
    second = opened_item(page, "fc-11112222")
    page.execute_script("arguments[0].click()", second.find_element(By.CSS_SELECTOR, "input[value=accepted]"))
    expires = second.find_element(By.CSS_SELECTOR, "input[type=date]")
    script = "arguments[0].value = '2031-12-31'; arguments[0].dispatchEvent(new Event('change'))"
    page.execute_script(script, expires)
    third = opened_item(page, "fc-0f0f0f0f")
    third.find_element(By.CSS_SELECTOR, "input[type=text]").send_keys("ask the office")
    assert page.find_element(By.ID, "save").text == "Save 3 marks"
    page.execute_script("arguments[0].click()", page.find_element(By.ID, "save"))
    saved = downloads / "factcheck-waivers.yaml"
    wait_for(saved.exists, "the saved file")
    marks = accept.load_review(str(saved))
    assert {(m.id, m.path, m.mark, m.reason, str(m.expires or "")) for m in marks} == {
        *(
            ("fc-0a1b2c3d", path, "not-same-fact", 'other ship: "Ørn" \\ 東京', "")
            for path in ("coast/sinking.md", "herald/ferry.txt", "herald/inquiry.txt")
        ),
        *(("fc-11112222", path, "accepted", "", "2031-12-31") for path in ("coast/visitors.md", "herald/ferry.txt")),
        ("fc-0f0f0f0f", "coast/visitors.md", "note", "ask the office", ""),
    }
    statuses = {c.id: c.status for c in waivers.apply(REPORT.conflicts, marks, str)}
    assert [statuses[i] for i in ("fc-0a1b2c3d", "fc-11112222", "fc-0f0f0f0f")] == ["waived", "waived", "new"]
    saved.unlink()


def test_marks_on_a_hostile_path_are_read_back(open_page: OpenPage, downloads: Path) -> None:
    page = open_page(hostile_report())
    press(page, "j", "a")
    page.execute_script("arguments[0].click()", page.find_element(By.ID, "save"))
    saved = downloads / "factcheck-waivers.yaml"
    wait_for(saved.exists, "the saved file")
    conflict = hostile_report().conflicts[0]
    paths = {claim.citation.path for position in conflict.positions for claim in position.claims}
    assert {(mark.id, mark.path, mark.mark) for mark in accept.load_review(str(saved))} == {
        (conflict.id, path, "accepted") for path in paths
    }
    saved.unlink()
    page.execute_script("localStorage.clear()")


def test_marks_survive_a_reload(open_page: OpenPage) -> None:
    page = open_page(REPORT)
    press(page, "j", "r")
    page.refresh()
    assert page.find_element(By.ID, "save").text == "Save 1 mark"
    Select(page.find_element(By.ID, "marked")).select_by_value("real-conflict")
    assert subjects(page) == ["fc-0a1b2c3d"]
    page.execute_script("localStorage.clear()")


@pytest.mark.parametrize("width", [320, 700, 1100])
def test_nothing_is_wider_than_the_window(open_page: OpenPage, width: int) -> None:
    page = open_page(REPORT, width=width)
    for conflict in REPORT.conflicts:
        opened_item(page, conflict.id)
    assert page.execute_script("return document.documentElement.scrollWidth") <= width


def test_print_shows_everything_without_the_controls(open_page: OpenPage) -> None:
    page = open_page(REPORT)
    page.execute_script("window.dispatchEvent(new Event('beforeprint'))")
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert all(item.is_displayed() for item in page.find_elements(By.CSS_SELECTOR, ".conflict .sides"))
    assert not page.find_element(By.ID, "filters").is_displayed()
    assert not page.find_element(By.CSS_SELECTOR, ".marks").is_displayed()


def _milliseconds_to_load(page: webdriver.Chrome) -> float:
    taken: float = page.execute_script("return performance.getEntriesByType('navigation')[0].loadEventEnd")
    return taken


def test_two_thousand_conflicts_open_within_a_second(open_page: OpenPage) -> None:
    page = open_page(generated_report(2000))
    least = _milliseconds_to_load(page)
    for _ in range(2):  # a machine with other work is slow at times; a page that is slow is slow every time
        page.refresh()
        least = min(least, _milliseconds_to_load(page))
    assert least < 1000
    assert status(page) == "2,000 conflicts shown"
    page.find_element(By.ID, "search").send_keys("FC-000007cf")
    wait_for(lambda: status(page) == "1 of 2,000 conflicts shown", "the search")


def test_keys_reach_the_end_of_a_long_list(open_page: OpenPage) -> None:
    page = open_page(generated_report(200))
    press(page, *("j" * 130))
    assert focused(page) == subjects(page)[129]


def test_a_hostile_article_runs_nothing(open_page: OpenPage) -> None:
    page = open_page(hostile_report())
    for conflict in hostile_report().conflicts:
        opened_item(page, conflict.id)
    page.execute_script("document.querySelectorAll('details').forEach(each => { each.open = true })")
    assert page.execute_script("return window.hacked") is None
    assert page.find_elements(By.CSS_SELECTOR, "main img, main iframe, main script, main object") == []
    links = [link.get_attribute("href") or "" for link in page.find_elements(By.TAG_NAME, "a")]
    assert all(link.startswith(("file:", "http:", "https:")) for link in links)
    assert page.get_log("browser") == []


@pytest.mark.parametrize(("scheme", "width"), [("light", 1100), ("dark", 1100), ("light", 320), ("dark", 320)])
def test_it_looks_as_asked(open_page: OpenPage, screenshots: Path, scheme: str, width: int) -> None:
    page = open_page(REPORT, scheme=scheme, width=width)
    for conflict_id in ("fc-0a1b2c3d", "fc-11112222"):
        opened_item(page, conflict_id)
    picture = page.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True})["data"]
    (screenshots / f"{scheme}-{width}.png").write_bytes(b64decode(picture))
    assert len(picture) > 20_000
    color = page.execute_script("return getComputedStyle(document.body).backgroundColor")
    brightness = sum(int(part) for part in re.findall(r"\d+", color)[:3]) / 3
    assert (brightness > 200) == (scheme == "light")


def test_light_and_dark_can_be_switched_and_are_remembered(open_page: OpenPage) -> None:
    page = open_page(REPORT)
    color = "return getComputedStyle(document.body).backgroundColor"
    light = page.execute_script(color)
    page.find_element(By.ID, "theme").click()
    dark = page.execute_script(color)
    assert dark != light
    time.sleep(0.5)  # the browser writes what a page keeps a moment after the page has it
    page.refresh()
    wait_for(lambda: page.execute_script("return document.documentElement.dataset.theme"), "what was remembered")
    assert page.execute_script(color) == dark
    page.execute_script("localStorage.clear()")
