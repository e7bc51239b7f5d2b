"""The formats for programs and analysts: JSON, JSON Lines, CSV and Parquet, of reports and of claims."""

import csv
import io
import json
import math
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Interval, Reading
from factcheck.writers import Layout, formats, html, jsonl, parquet, writer_for
from factcheck.writers import csv as csv_format
from factcheck.writers import json as json_format
from factcheck.writers.claims import claims_formats, claims_writer_for
from factcheck.writers.html import script_safe
from factcheck.writers.rows import CLAIM_COLUMNS, CONFLICT_COLUMNS, report_rows
from factcheck.writers.shape import claim_object, encode, interval_object, quantity_object
from tests.timing import cpu_seconds
from tests.writers.hostile import ALL, hostile_report
from tests.writers.reports import (
    arithmetic_conflict,
    card,
    count,
    date_conflict,
    empty_report,
    generated_report,
    harbour_report,
    share_conflict,
    toll_conflict,
)

REPORT = harbour_report(toll_conflict(), share_conflict(), date_conflict(), arithmetic_conflict())


def reading() -> Reading:
    claims = tuple(
        claim for conflict in REPORT.conflicts for position in conflict.positions for claim in position.claims
    )
    return replace(card("a.txt", "Herald"), claims=claims)


def test_json_has_the_promised_shape() -> None:
    report = json.loads(json_format.write(REPORT))
    assert list(report)[:7] == ["schema", "tool", "coverage", "documents", "conflicts", "agreements", "problems"]
    assert report["schema"] == "factcheck-report/1"
    assert report["coverage"]["not_compared"] == {"another place": 12, "no time": 3}
    assert set(report["documents"][0]) == {"id", "path", "title", "source", "url", "published"}
    conflict = report["conflicts"][0]
    assert {"id", "rule", "severity", "class", "confidence", "status", "subject", "message", "positions", "why"} <= set(
        conflict
    )
    assert conflict["why"][0] == {"step": "measure", "detail": "deaths = deaths", "weight": 3.1}
    position = conflict["positions"][1]
    assert set(position) == {"text", "quantity", "time", "computed", "citations"}
    assert position["citations"][0] == {
        "doc": "herald/ferry.txt", "path": "herald/ferry.txt", "line": 6, "column": 45, "end_line": 6, "end_column": 54,
        "page": None, "start": 144, "end": 153, "quote": "41 people",
        "sentence": "The ferry sank off Lorvik on 3 May, killing 41 people.",
        "source": "Harbour Herald", "published": "2031-05-04T08:00Z",
    }  # fmt: skip
    assert report["agreements"][0]["positions"][0]["text"] == "1884"
    assert set(report["problems"][0]) == {"doc", "path", "line", "level", "code", "detail"}


def test_a_computed_side_names_formula_and_inputs() -> None:
    conflict = next(c for c in json.loads(json_format.write(REPORT))["conflicts"] if c["rule"] == "FC301")
    assert conflict["positions"][1]["computed"] == {"formula": "percentage change", "inputs": ["1,000", "1,200"]}


def test_quantities_have_the_promised_shape() -> None:
    quantity = share_conflict().positions[0].quantity
    assert json.loads(encode(quantity_object(quantity))) == {
        "kind": "percent", "lo": 18.0, "hi": 18.0, "lo_open": False, "hi_open": False, "unit": "percent", "noun": "",
        "hedge": "approx", "implied": {"lo": 17.0, "hi": 19.0, "lo_open": False, "hi_open": False},
    }  # fmt: skip


@pytest.mark.parametrize("end", [math.inf, -math.inf])
def test_no_number_is_infinite(end: float) -> None:
    low, high = (None, end) if end > 0 else (end, None)
    assert "Infinity" not in encode(interval_object(Interval(low, high)))
    odd = replace(toll_conflict(), confidence=math.nan)
    assert json.loads(json_format.write(harbour_report(odd)))["conflicts"][0]["confidence"] == 0.0


def test_claims_as_jsonl_have_the_promised_shape() -> None:
    lines = [json.loads(line) for line in claims_writer_for("jsonl").write_claims([reading()])]
    first = lines[0]
    assert set(first) == {"doc", "path", "line", "column", "start", "end", "quote", "quantity", "time", "claim"}
    assert set(first["claim"]) == {
        "claim_id", "measure", "subject", "qualifiers", "role", "as_of", "modality", "attribution", "sentence",
    }  # fmt: skip
    assert first["claim"]["as_of"] == {"start": "2031-05-03", "end": "2031-05-04"}
    dated = next(line for line in lines if line["time"])
    assert dated["quantity"] is None
    assert {"type", "timex", "mod", "start", "end", "implied", "clock"} <= set(dated["time"])
    assert (dated["time"]["timex"], dated["time"]["start"]) == ("2019-06-12", "2019-06-12")


def test_claims_as_a_table_have_the_same_rows_in_csv_and_parquet() -> None:
    import pyarrow.parquet as pq

    rows = list(csv.DictReader(io.StringIO("".join(map(str, claims_writer_for("csv").write_claims([reading()]))))))
    data = b"".join(bytes(part) for part in claims_writer_for("parquet").write_claims([reading()]))  # type: ignore[arg-type]
    table = pq.read_table(io.BytesIO(data)).to_pylist()
    assert tuple(rows[0]) == tuple(table[0]) == CLAIM_COLUMNS
    assert [row["quote"] for row in rows] == [row["quote"] for row in table]
    assert [row["lo"] for row in rows] == ["" if row["lo"] is None else repr(row["lo"]) for row in table]


def test_claims_as_text_say_what_a_figure_allows() -> None:
    lines = [str(line) for line in claims_writer_for("text").write_claims([reading()])]
    assert (
        "herald/ferry.txt:9:18: about 18% = 18 percent (allows 17 to 19 percent); value; about: visitors, Lorvik\n"
        in lines
    )


def test_every_claims_format_takes_nothing_and_hostile_text() -> None:
    claims = tuple(claim for position in hostile_report().conflicts[0].positions for claim in position.claims)
    hostile = replace(card(ALL, ALL), claims=claims)
    for name in claims_formats():
        pieces = [*claims_writer_for(name).write_claims([]), *claims_writer_for(name).write_claims([hostile])]
        for piece in pieces:
            text = piece if isinstance(piece, str) else ""
            assert not set("\x1b\x9b\u202e") & set(text)
            assert text.encode("utf-8").decode() == text


def test_jsonl_holds_the_conflicts_of_the_json_report() -> None:
    lines = [json.loads(line) for line in jsonl.write(REPORT).splitlines()]
    assert lines == json.loads(json_format.write(REPORT))["conflicts"]


def test_csv_and_parquet_have_one_row_for_each_citation() -> None:
    import pyarrow.parquet as pq

    rows = list(csv.DictReader(io.StringIO(csv_format.write(REPORT))))
    table = pq.read_table(io.BytesIO(parquet.write(REPORT))).to_pylist()
    assert tuple(rows[0]) == tuple(table[0]) == CONFLICT_COLUMNS
    assert len(rows) == len(table) == 12
    assert [row["record"] for row in rows] == ["conflict"] * 10 + ["agreement"] * 2
    assert table == list(report_rows(REPORT))


def test_an_empty_parquet_table_has_the_same_columns() -> None:
    import pyarrow.parquet as pq

    full, empty = (pq.read_schema(io.BytesIO(parquet.write(report))) for report in (REPORT, empty_report()))
    assert full.equals(empty)


@pytest.mark.parametrize("name", formats())
def test_every_format_gives_the_same_bytes_again_whatever_the_order(name: str) -> None:
    turned = replace(REPORT, conflicts=REPORT.conflicts[::-1], problems=REPORT.problems[::-1])
    assert writer_for(name).write(REPORT) == writer_for(name).write(turned)


@pytest.mark.parametrize("name", [name for name in formats() if name != "parquet"])
def test_a_hostile_article_leaves_no_control_in_any_format(name: str) -> None:
    written = writer_for(name).write(hostile_report(), Layout(verbose=True))
    assert isinstance(written, str)
    assert not set("\x1b\x9b\x00\x07\u202e\u2066\u200e\ufeff\u2028\ud800") & set(written)
    assert written.encode("utf-8")


@pytest.mark.parametrize("name", ["html", "markdown", "junit", "checkstyle"])
def test_a_hostile_article_adds_no_markup(name: str) -> None:
    written = writer_for(name).write(hostile_report(), Layout(verbose=True))
    assert not re.search(r"<(script>window|iframe|img)|</script><", str(written))


def test_json_keeps_a_hostile_quote_to_the_letter() -> None:
    conflict = json.loads(json_format.write(hostile_report()))["conflicts"][0]
    cited = hostile_report().conflicts[0].positions[0].claims[0].citation
    citation = conflict["positions"][0]["citations"][0]
    assert (citation["quote"], citation["sentence"], citation["path"]) == (cited.quote, cited.sentence, cited.path)


def test_the_page_has_only_its_own_elements() -> None:
    found: list[tuple[str, list[str]]] = []

    class Elements(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, [name for name, _ in attrs]))

    Elements().feed(html.write(hostile_report()))
    assert [tag for tag, _ in found].count("script") == 2
    assert not {tag for tag, _ in found} & {"img", "iframe", "object", "embed", "link", "base"}
    assert not [name for _, names in found for name in names if name.startswith("on") or name == "style"]


def test_the_page_allows_its_own_style_and_script_only() -> None:
    head = html.write(hostile_report()).split("</head>")[0].split("<style>")[0]
    assert "default-src 'none'; style-src 'sha256-" in head
    assert "unsafe" not in head


@settings(deadline=None)
@given(st.text())
def test_data_in_a_script_element_has_no_markup(text: str) -> None:
    encoded = script_safe(encode([text]))
    assert not set("<>&") & set(encoded)
    assert json.loads(encoded) == [text]


def test_a_large_page_is_written_quickly() -> None:
    report = generated_report(2000)
    assert cpu_seconds(lambda: html.write(report)) < 3
    assert len(html.write(report)) < 6_000_000


def test_claims_keep_nulls_for_what_is_not_known() -> None:
    claim = replace(reading().claims[0], as_of=None, quantity=replace(count(3, "boats"), stated=Interval.below(7)))
    line = claim_object(claim)
    assert line["claim"]["as_of"] is None
    assert (line["quantity"]["lo"], line["quantity"]["hi"]) == (None, 7.0)
