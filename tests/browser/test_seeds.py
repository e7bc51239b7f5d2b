"""The whole way of a reviewer: the seeds are checked, the page is marked in a browser, the command reads the marks."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from base64 import b64decode
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By

from tests.browser.conftest import lay_out

pytestmark = pytest.mark.needs_browser

ROOT = Path(__file__).parents[2]
STORY = "ukraine-security-guarantees"


def factcheck(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder of its own, as a user does."""
    command = [sys.executable, "-m", "factcheck", *arguments]
    paths = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    return subprocess.run(command, cwd=folder, env=paths, capture_output=True, text=True, check=False, encoding="utf-8")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the seeds and the page made from them."""
    folder = tmp_path_factory.mktemp("story")
    shutil.copytree(ROOT / "seeds" / STORY, folder / STORY)
    done = factcheck(folder, "check", STORY, "--quiet", "--no-progress", "-o", "report.html")
    assert done.returncode == 1, done.stderr
    return folder


def saved_by(chromium: webdriver.Chrome, page: Path, key: str, reason: str, downloads: Path) -> Path:
    """Mark the first conflict of a page with a key and a reason, and save."""
    chromium.get(page.as_uri())
    ActionChains(chromium).send_keys("j", key).perform()
    chromium.find_element(By.CSS_SELECTOR, ".marks input[type=text]").send_keys(reason)
    chromium.execute_script("arguments[0].click()", chromium.find_element(By.ID, "save"))
    saved = downloads / "factcheck-waivers.yaml"
    for _ in range(500):
        if saved.exists():
            break
        time.sleep(0.02)
    return saved


def test_the_page_of_the_seeds_shows_their_conflict(chromium: webdriver.Chrome, story: Path) -> None:
    chromium.get((story / "report.html").as_uri())
    (conflict,) = chromium.find_elements(By.CSS_SELECTOR, ".conflict.error")
    assert conflict.find_element(By.CSS_SELECTOR, ".sides").is_displayed()
    figures = {mark.text for mark in conflict.find_elements(By.TAG_NAME, "mark")}
    assert figures == {"about 18%", "more than 20%"}
    assert chromium.get_log("browser") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_of_the_seeds_in_pictures(
    chromium: webdriver.Chrome, story: Path, screenshots: Path, scheme: str
) -> None:
    lay_out(chromium, 1000, scheme)
    chromium.get((story / "report.html").as_uri())
    whole = chromium.find_element(By.CSS_SELECTOR, ".conflict").rect
    clip = {"x": 0, "y": 0, "width": 1000, "height": whole["y"] + whole["height"] + 16, "scale": 1}
    taken = chromium.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True, "clip": clip})
    picture = screenshots / f"seeds-{scheme}.png"
    picture.write_bytes(b64decode(taken["data"]))
    assert picture.stat().st_size > 50_000


@pytest.mark.parametrize(("key", "code"), [("a", 0), ("w", 0), ("r", 1)])
def test_marks_saved_in_the_page_count_in_the_next_run(
    chromium: webdriver.Chrome, story: Path, downloads: Path, key: str, code: int
) -> None:
    saved = saved_by(chromium, story / "report.html", key, "counted in two ways", downloads)
    shutil.move(saved, story / "marks.yaml")
    chromium.execute_script("localStorage.clear()")
    assert factcheck(story, "accept", "marks.yaml", "--waivers", f"{key}.yaml").returncode == 0
    assert "counted in two ways" in (story / f"{key}.yaml").read_text(encoding="utf-8")
    again = factcheck(story, "check", STORY, "--no-progress", "--waivers", f"{key}.yaml")
    assert again.returncode == code, again.stderr
    assert ("1 waived" in again.stdout) == (code == 0)
