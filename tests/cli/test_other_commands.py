"""extract, explain, rules, init, cache, completion."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import click
import pytest

from factcheck.cli.explain import explain
from factcheck.configuration import OPTIONS
from tests.architecture.modules import ROOT
from tests.cli.pages import CommandLine

pytestmark = pytest.mark.usefixtures("pages")


def test_extract_prints_one_object_for_each_mention(run: CommandLine, pages: Path) -> None:
    ran = run("extract", "docs", "--format", "jsonl")
    assert ran.code == 0
    found = [json.loads(line) for line in ran.out.splitlines()]
    assert {mention["quote"] for mention in found} >= {"3 May 2023", "340 metres"}
    for mention in found:
        text = (pages / mention["doc"]).read_text(encoding="utf-8")
        assert text[mention["start"] : mention["end"]] == mention["quote"]


def test_extract_writes_files_and_tells_problems(run: CommandLine, pages: Path) -> None:
    (pages / "docs/rows.jsonl").write_text('{"id": "1", "text": "Ten ships."}\n{\n')
    ran = run("extract", "docs", "-q", "-o", "claims.csv", "-o", "claims.parquet")
    assert (ran.code, ran.out) == (2, "")
    assert "docs/rows.jsonl:2: error:" in ran.err
    assert run("extract", "docs", "-q", "--keep-going").code == 0
    assert "340 metres" in (pages / "claims.csv").read_text(encoding="utf-8")
    assert (pages / "claims.parquet").read_bytes()[:4] == b"PAR1"


def test_explain_a_rule(run: CommandLine) -> None:
    ran = run("explain", "fc110")
    assert (ran.code, "FC110" in ran.out, "casualty-toll-differs" in ran.out) == (0, True, True)
    wrong = run("explain", "FC11")
    assert (wrong.code, "there is no rule 'FC11' (did you mean 'FC1" in wrong.err) == (2, True)


def test_explain_a_conflict_of_the_last_report(run: CommandLine) -> None:
    none = run("explain", "fc-00000000")
    assert (none.code, "there is no report to explain" in none.err) == (2, True)
    (conflict,) = json.loads(run("check", "docs", "-f", "json").out)["conflicts"]
    ran = run("explain", conflict["id"])
    assert ran.code == 0
    for step in ("docs/coast.md:3:", "killing 41 people", "allows", "29", "Lorvik", "FC110"):
        assert step in ran.out
    wrong = run("explain", "fc-00000000")
    assert (wrong.code, "the last report has no conflict" in wrong.err) == (2, True)


def test_rules_list(run: CommandLine, pages: Path) -> None:
    listed = run("rules", "list")
    assert listed.code == 0
    assert listed.out.splitlines()[0].split()[:3] == ["FC101", "error", "quantities-differ"]
    assert run("rules", "list", "--format", "markdown").out.startswith("# Rules")
    (pages / "packs").mkdir()
    wrong = run("rules", "list", "--rules", "packs")
    assert (wrong.code, "packs" in wrong.err) == (2, True)


def test_init_writes_a_file_in_which_nothing_is_set(run: CommandLine, pages: Path) -> None:
    assert run("init").code == 0
    text = (pages / "factcheck.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text) == {}
    assert all(f"\n# {option.key} = " in text or f"\n# [{option.key}]" in text or f"\n# [[{option.key}]]" in text
               for option in OPTIONS)  # fmt: skip
    again = run("init")
    assert (again.code, "--force" in again.err) == (2, True)
    assert run("init", "--force").code == 0


def test_cache_info_and_clean(run: CommandLine, pages: Path) -> None:
    run("check", "docs", "-q")
    assert ".factcheck/readings.sqlite: 3 files read" in run("cache", "info").out
    assert "removed 3 files read" in run("cache", "clean").out
    assert "0 files read, 0 bytes" in run("cache", "info").out
    (pages / "factcheck.toml").write_text("cache-dir = false\n")
    refused = run("cache", "info")
    assert (refused.code, "factcheck.toml:1: the configuration keeps no cache" in refused.err) == (2, True)


def test_accept_turns_ticked_boxes_into_waivers(run: CommandLine, pages: Path) -> None:
    run("check", "docs", "-q", "-o", "report.md")
    assert "no box is ticked" in run("accept", "report.md").err
    text = (pages / "report.md").read_text(encoding="utf-8")
    ticked = text.replace("- [ ] accepted", "- [x] accepted", 1).replace("accepted: …", "accepted: the toll rose")
    (pages / "report.md").write_text(ticked, encoding="utf-8")
    accepted = run("accept", "report.md")
    assert (accepted.code, "what was said of 1 conflict to" in accepted.err) == (0, True)
    again = run("check", "docs", "--fail-on", "note", "-f", "json")
    (conflict,) = json.loads(again.out)["conflicts"]
    assert (again.code, conflict["status"]) == (0, "waived")
    before = (pages / "factcheck-waivers.yaml").read_text(encoding="utf-8")
    run("accept", "report.md")
    assert (pages / "factcheck-waivers.yaml").read_text(encoding="utf-8") == before


def test_a_waiver_ends_on_its_day(run: CommandLine, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (conflict,) = json.loads(run("check", "docs", "-f", "json").out)["conflicts"]
    rows = [f"  - {{id: {conflict['id']}, path: docs/{name}.md, reason: agreed, expires: 2031-05-01}}\n"
            for name in ("coast", "herald")]  # fmt: skip
    (pages / "factcheck-waivers.yaml").write_text("waivers:\n" + "".join(rows), encoding="utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1935400000")  # 1 May 2031
    assert run("check", "docs", "--fail-on", "note").code == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1935500000")  # 2 May 2031
    expired = run("check", "docs", "--fail-on", "note")
    assert (expired.code, "until 2031-05-01" in expired.out) == (1, True)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "tomorrow")
    assert run("check", "docs").code == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(run: CommandLine, shell: str) -> None:
    ran = run("completion", shell)
    assert (ran.code, "_FACTCHECK_COMPLETE" in ran.out) == (0, True)


def test_the_help_names_every_format(run: CommandLine) -> None:
    from factcheck.cli.options import CLAIM_FORMATS, REPORT_FORMATS
    from factcheck.writers import formats, suffixes
    from factcheck.writers.claims import claims_formats

    assert set(REPORT_FORMATS) <= set(formats())
    assert set(CLAIM_FORMATS) <= set(claims_formats())
    shown = run("check", "--help").out
    assert all(suffix in suffixes() for suffix in (".md", ".html", ".json", ".sarif", ".xml", ".csv", ".parquet"))
    assert all(name in shown for name in REPORT_FORMATS)


def test_completion_names_the_rules_of_the_settings(pages: Path) -> None:
    (pages / "house").mkdir()
    rule = (ROOT / "rules/arithmetic/items-listed.yaml").read_text(encoding="utf-8")
    (pages / "house" / "berths.yaml").write_text(
        rule.replace("FC306", "PORT901").replace("items-miscounted", "berths-miscounted"), encoding="utf-8"
    )
    (pages / "factcheck.toml").write_text('rules = ["house"]\n', encoding="utf-8")
    assert _completed("port9") == ["PORT901"]
    (pages / "factcheck.toml").write_text("rules = 3\n", encoding="utf-8")
    assert _completed("port9") == []


def _completed(typed: str) -> list[str]:
    context = click.Context(explain)
    return [str(item.value) for item in explain.params[0].shell_complete(context, typed)]
