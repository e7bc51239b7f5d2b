"""``factcheck check``: exit codes, formats and files, what options do to the report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.model import Document, Reading
from tests.cli.pages import CommandLine

pytestmark = pytest.mark.usefixtures("pages")


def _conflicts(run: CommandLine, *arguments: str) -> list[dict[str, object]]:
    ran = run("check", *arguments, "--format", "json", "--fail-on", "never")
    assert ran.code == 0, ran.err
    conflicts: list[dict[str, object]] = json.loads(ran.out)["conflicts"]
    return conflicts


@pytest.mark.parametrize(("level", "code"), [("note", 1), ("never", 0)])
def test_conflicts_at_the_level_are_exit_code_1(run: CommandLine, level: str, code: int) -> None:
    ran = run("check", "docs", "--fail-on", level)
    assert ran.code == code
    assert "docs/herald.md:3:" in ran.out
    assert "FC110" in ran.out


def test_below_the_level_is_exit_code_0(run: CommandLine, pages: Path) -> None:
    (pages / "factcheck.toml").write_text('[severity]\nFC110 = "note"\n')
    assert run("check", "docs", "--fail-on", "warning").code == 0
    assert run("check", "docs", "--fail-on", "note").code == 1


def test_nothing_to_report_is_exit_code_0(run: CommandLine) -> None:
    ran = run("check", "docs/coast.md", "docs/harbour.md", "--fail-on", "note")
    assert (ran.code, "No conflicts" in ran.out) == (0, True)


@pytest.mark.parametrize("texts", [["# A title"], [""], ["The pier is 90 m long."], ["# A title", "Ten ships sailed."]])
def test_pages_with_nothing_to_compare(run: CommandLine, pages: Path, texts: list[str]) -> None:
    (pages / "few").mkdir()
    for number, text in enumerate(texts):
        (pages / "few" / f"{number}.md").write_text(text)
    ran = run("check", "few", "--fail-on", "note")
    assert (ran.code, ran.err) == (0, "")
    assert "No conflicts" in ran.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "nowhere"], "nowhere"),
        (["check"], "PATH"),
        (["check", "docs", "--fail-on", "fatal"], "fatal"),
        (["check", "docs", "--jobs", "-1"], "--jobs"),
        (["check", "docs", "--format", "jsn"], "did you mean 'json'?"),
        (["check", "docs", "-o", "report.jsn"], "did you mean '.json'?"),
        (["check", "docs", "-o", "none/report.md"], "no folder 'none'"),
        (["check", "docs", "--config", "none.toml"], "none.toml: cannot read the configuration"),
        (["check", "docs", "--baseline", "none.json"], "none.json: cannot read the baseline"),
        (["check", "docs", "--changed-since", "HEAD"], "--changed-since"),
        (["check", "docs", "--rules", "none"], "none"),
        (["check", "docs", "--engine", "dusk"], "unknown engine 'dusk'"),
        (["check", "docs", "--update-baseline", "--changed-since", "HEAD"], "--update-baseline"),
        (["chekc", "docs"], "Did you mean 'check'?"),
        (["check", "docs", "--fial-on", "note"], "--fail-on"),
    ],
)
def test_mistakes_are_exit_code_2(run: CommandLine, arguments: list[str], message: str) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert message in ran.err
    assert ran.out == ""
    assert "Traceback" not in ran.err


def test_what_cannot_be_read_is_exit_code_2_unless_told_to_keep_going(run: CommandLine, pages: Path) -> None:
    (pages / "docs/rows.jsonl").write_text('{"id": "1", "text": "Ten ships."}\n{"id": "2", "tex\n')
    ran = run("check", "docs", "--fail-on", "note")
    assert (ran.code, "docs/rows.jsonl:2" in ran.out) == (2, True)
    assert run("check", "docs", "--fail-on", "note", "--keep-going").code == 1


def test_a_file_that_cannot_be_read_is_tried_every_time(
    run: CommandLine, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pages / "empty.md").write_text("")
    assert run("check", "empty.md").code == 0
    with monkeypatch.context() as patched:
        patched.setattr("factcheck.readers.source_file.SourceFile.read_bytes", _refused)
        refused = run("check", "empty.md")
    assert (refused.code, "empty.md" in refused.out) == (2, True), "an empty file is in the cache; this is not it"
    assert run("check", "empty.md").code == 0


def _refused(file: object) -> object:
    raise PermissionError(13, "Permission denied")


def test_an_internal_error_costs_its_document_only_and_is_exit_code_3(
    run: CommandLine, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcheck import cached_reading

    def read(document: Document) -> Reading:
        return read_well(document) if document.path != "docs/harbour.md" else 1 // 0  # type: ignore[return-value]

    read_well = cached_reading.read
    with monkeypatch.context() as patched:
        patched.setattr(cached_reading, "read", read)
        ran = run("check", "docs", "--fail-on", "note", "-o", "report.json", "--keep-going")
    assert ran.code == 3
    assert "internal error while reading docs/harbour.md: ZeroDivisionError" in ran.err
    assert len(json.loads((pages / "report.json").read_text())["conflicts"]) == 1, "the rest of the report is there"
    assert run("check", "docs", "--fail-on", "note").code == 1, "nothing of the fault is left in the cache"


def test_a_fault_outside_of_documents_is_exit_code_3(run: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.pipeline.judge", None)
    ran = run("check", "docs", "--fail-on", "note")
    assert (ran.code, "internal error: TypeError" in ran.err, "Traceback" in ran.err) == (3, True, True)


def test_every_output_gets_the_format_of_its_suffix(run: CommandLine, pages: Path) -> None:
    names = ["r.md", "r.html", "r.json", "r.sarif", "r.xml", "r.csv", "r.parquet", "r.jsonl"]
    ran = run("check", "docs", "--quiet", *[part for name in names for part in ("-o", name)])
    assert (ran.code in (0, 1), ran.out) == (True, "")
    assert json.loads((pages / "r.json").read_text())["schema"] == "factcheck-report/1"
    assert json.loads((pages / "r.sarif").read_text())["version"] == "2.1.0"
    assert (pages / "r.parquet").read_bytes()[:4] == b"PAR1"
    assert "docs/coast.md" in (pages / "r.md").read_text()
    assert {path.name for path in pages.glob("r.*")} == set(names)
    assert not list(pages.glob(".r.*")), "no temporary file is left"


def test_links_in_a_report_lead_back_from_its_folder(run: CommandLine, pages: Path) -> None:
    (pages / "out").mkdir()
    run("check", "docs", "-q", "-o", "out/report.md")
    assert "(../docs/coast.md" in (pages / "out/report.md").read_text()


def test_a_report_that_cannot_be_written_leaves_the_old_one(run: CommandLine, pages: Path) -> None:
    (pages / "report.md").mkdir()
    ran = run("check", "docs", "-q", "-o", "report.md")
    assert (ran.code, "report.md" in ran.err) == (2, True)


def test_select_and_ignore(run: CommandLine) -> None:
    assert len(_conflicts(run, "docs")) == 1
    assert _conflicts(run, "docs", "--select", "FC2,FC3") == []
    assert len(_conflicts(run, "docs", "--select", "FC2", "--select", "FC110")) == 1
    assert _conflicts(run, "docs", "--ignore", "FC1") == []


def test_include_and_exclude(run: CommandLine) -> None:
    assert _conflicts(run, "docs", "--exclude", "herald.md") == []
    assert _conflicts(run, "docs", "--include", "*.txt", "--include", "coast.md") == []


def test_globs_of_the_configuration_hold_in_every_folder_below_it(
    run: CommandLine, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pages / "factcheck.toml").write_text('include = ["docs/**"]\nexclude = ["docs/herald.md"]\n')
    assert _conflicts(run, "docs") == _conflicts(run, ".") == []
    monkeypatch.chdir(pages / "docs")
    report = json.loads(run("check", ".", "-f", "json").out)
    assert [document["path"] for document in report["documents"]] == ["coast.md", "harbour.md"]


def test_a_draft_against_the_archive(run: CommandLine, pages: Path) -> None:
    draft = "# Alma\n\nThe ferry Alma sank off Lorvik on 3 May 2023, killing 41 people.\n"
    (pages / "draft.md").write_text(draft)
    assert len(_conflicts(run, "draft.md", "--against", "docs/herald.md")) == 1
    assert _conflicts(run, "docs/harbour.md", "--against", "docs/coast.md", "--against", "docs/herald.md") == []


def test_articles_on_standard_input(run: CommandLine, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [{"id": path, "text": (pages / path).read_text()} for path in ("docs/coast.md", "docs/herald.md")]
    (pages / "rows").write_text("".join(json.dumps(row) + "\n" for row in rows))
    with (pages / "rows").open(encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdin", stream)
        (found,) = _conflicts(run, "-")
    assert found["rule"] == "FC110"


def test_the_baseline_makes_known_what_was_there(run: CommandLine, pages: Path) -> None:
    made = run("check", "docs", "--update-baseline", "--fail-on", "note")
    assert (made.code, "wrote 1 known conflict to" in made.err) == (0, True)
    assert (pages / "factcheck-baseline.json").is_file()
    again = run("check", "docs", "--baseline", "factcheck-baseline.json", "--fail-on", "note")
    assert (again.code, "1 in the baseline" in again.out) == (0, True)
    assert run("check", "docs", "--fail-on", "note") == again, "the file of the usual name need not be given"
    (known,) = _conflicts(run, "docs")
    assert known["status"] == "baseline"


def test_the_second_run_prints_the_same_from_the_cache(run: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run("check", "docs", "--format", "json")
    monkeypatch.setattr("factcheck.cached_reading.read", None)
    assert run("check", "docs", "--format", "json") == first
    assert run("check", "docs", "--format", "json", "--no-cache").code == 3, "without the cache it would read"


def test_two_jobs_print_the_same(run: CommandLine) -> None:
    one, two = (
        run("check", "docs", "--no-cache", "--engine", engine, "-f", "json") for engine in ("serial", "processes")
    )
    assert one == two


def test_the_step_summary_gets_the_report(run: CommandLine, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(pages / "summary.md"))
    (pages / "summary.md").write_text("before\n")
    ran = run("check", "docs", "--format", "github")
    assert ran.out.startswith("::")
    text = (pages / "summary.md").read_text()
    assert text.startswith("before\n#")
    assert "docs/coast.md" in text


def test_show_config_says_where_every_value_comes_from(run: CommandLine, pages: Path) -> None:
    (pages / "factcheck.toml").write_text('\nfail-on = "note"\n[[paths]]\nmatch = ["blog/**"]\n')
    rows = [line.split() for line in run("check", "--show-config", "--jobs", "2").out.splitlines()]
    assert ["fail-on", '"note"', "factcheck.toml:2"] in rows
    assert ["jobs", "2", "command", "line"] in rows
    assert ["engine", '"local"', "default"] in rows
    assert ["cache-dir", "null", "command", "line"] in [
        line.split() for line in run("check", "--show-config", "--no-cache").out.splitlines()
    ]


def test_max_conflicts_counts_the_rest(run: CommandLine) -> None:
    ran = run("check", "docs", "--max-conflicts", "0", "--fail-on", "note")
    assert (ran.code, "killing 41 people" in ran.out) == (1, False)


def test_a_truth_file(run: CommandLine, pages: Path) -> None:
    (pages / "facts.yaml").write_text(
        "- id: pier\n  says: The pier of Lorvik is 310 metres long.\n  about: [pier]\n", encoding="utf-8"
    )
    (found,) = _conflicts(run, "docs/harbour.md", "--facts", "facts.yaml")
    assert str(found["rule"]).startswith("FC5")
    (pages / "facts.yaml").write_text("- id: pier\n  say: It is long.\n", encoding="utf-8")
    wrong = run("check", "docs", "--facts", "facts.yaml")
    assert (wrong.code, "facts.yaml:2" in wrong.err) == (2, True)


def test_only_documents_of_one_group_are_compared(run: CommandLine, pages: Path) -> None:
    def rows(*groups: str) -> str:
        texts = [(pages / path).read_text() for path in ("docs/coast.md", "docs/herald.md")]
        return "".join(
            json.dumps({"id": f"{n}", "text": text, "group": group}) + "\n"
            for n, (text, group) in enumerate(zip(texts, groups, strict=True))
        )

    (pages / "articles.jsonl").write_text(rows("7", "7"))
    assert len(_conflicts(run, "articles.jsonl", "--group-by", "group")) == 1
    (pages / "articles.jsonl").write_text(rows("7", "8"))
    assert _conflicts(run, "articles.jsonl", "--group-by", "group") == []
    assert len(_conflicts(run, "articles.jsonl")) == 1


def test_what_max_conflicts_leaves_out_goes_to_a_side_file(run: CommandLine, pages: Path) -> None:
    ran = run("check", "docs", "--max-conflicts", "0", "-o", "report.md", "-o", "report.json")
    assert "1 further conflict not listed; see report.rest.md." in ran.out
    assert "see [report.rest.md](report.rest.md)" in (pages / "report.md").read_text()
    rest = (pages / "report.rest.md").read_text()
    assert "- [ ] same fact, real conflict" in rest
    assert len(json.loads((pages / "report.json").read_text())["conflicts"]) == 1
    marked = rest.replace("- [ ] not the same fact", "- [x] not the same fact: two sinkings")
    (pages / "report.rest.md").write_text(marked)
    assert run("accept", "report.rest.md").code == 0
    assert run("check", "docs").code == 0


def test_without_a_markdown_report_the_side_file_is_kept_with_the_cache(run: CommandLine, pages: Path) -> None:
    ran = run("check", "docs", "--max-conflicts", "0")
    assert "see .factcheck/rest.md" in ran.out
    assert "29" in (pages / ".factcheck" / "rest.md").read_text()
    assert "raise --max-conflicts" in run("check", "docs", "--max-conflicts", "0", "--no-cache").out
    assert "further" not in run("check", "docs", "--max-conflicts", "1").out


def test_verbose_names_what_was_read_and_times_go_to_standard_error(run: CommandLine) -> None:
    ran = run("check", "docs", "--verbose")
    assert "read: docs/harbour.md: " in ran.out
    assert "judged: FC110 casualty-toll-differs: 1 pair" in ran.out
    assert " s  reading (3 not in the cache)" in ran.err
    assert run("check", "docs", "-v").out == ran.out
    assert " s  reading" in run("extract", "docs", "-v").err


@pytest.mark.parametrize("arguments", [["--select", "FC99"], ["--ignore", "FC1,FC19"], ["--select", "F101"]])
def test_an_id_that_fits_no_rule_is_refused(run: CommandLine, arguments: list[str]) -> None:
    ran = run("check", "docs", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "no rule has the id or prefix" in ran.err
