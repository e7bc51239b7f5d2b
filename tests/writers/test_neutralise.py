"""No text of an article steers a terminal, a page, a table or a parser, and JSON still gives back the very text."""

import csv
import io
import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from factcheck.writers.neutralise import clip, json_escaped, one_line, table_cell, visible, xml_text
from factcheck.writers.shape import encode
from tests.writers.hostile import ALL

anything = st.text(st.characters()) | st.text(
    st.sampled_from("\x1b\x9b\u202e\u2066\ufeff\x00\r\n\t =+-@|a\ud800\U000e0041")
)
CONTROLS = {"Cc", "Cs", "Zl", "Zp"}


def steering(text: str) -> list[str]:
    bidi = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x61C, 0xFEFF)}
    return [char for char in text if char in bidi or unicodedata.category(char) in CONTROLS]


@given(anything)
def test_one_line_is_one_line_without_controls(text: str) -> None:
    shown = one_line(text)
    assert steering(shown) == []
    assert len(shown.splitlines()) <= 1
    assert one_line(shown) == shown


@given(anything)
def test_visible_keeps_only_line_feeds_and_tabs(text: str) -> None:
    assert set(steering(visible(text))) <= {"\n", "\t"}


@given(st.text(st.characters(categories=("L", "N", "P", "S"))))
def test_plain_text_is_left_alone(text: str) -> None:
    assert visible(text) == text


@given(anything)
def test_json_gives_back_the_very_text(text: str) -> None:
    encoded = encode({"text": text})
    assert json.loads(encoded) == {"text": text}
    assert steering(encoded) == []
    assert encoded.encode("utf-8")


def test_json_escapes_pairs_of_surrogates() -> None:
    assert json_escaped('"\U000e0041"') == '"\\udb40\\udc41"'


@given(anything)
def test_no_cell_starts_a_formula(text: str) -> None:
    cell = table_cell(text)
    assert cell.lstrip(" ")[:1] not in ("=", "+", "-", "@", "\t", "\r", "\n")
    row = io.StringIO()
    csv.writer(row, lineterminator="\n").writerow([cell, "next"])
    assert next(csv.reader(io.StringIO(row.getvalue()))) == [cell, "next"]


@given(anything)
def test_xml_can_hold_it(text: str) -> None:
    from xml.etree import ElementTree

    element = ElementTree.Element("text", value=xml_text(one_line(text)))
    assert ElementTree.fromstring(ElementTree.tostring(element, encoding="unicode")).get("value") == element.get(
        "value"
    )


@given(anything, st.integers(0, 20))
def test_clip_keeps_the_limit(text: str, limit: int) -> None:
    assert len(clip(text, limit)) <= max(limit, 1)


def test_every_attack_is_shown_not_obeyed() -> None:
    assert steering(one_line(ALL)) == []
    assert "␛[31m" in one_line(ALL)
    assert "⟨U+202E⟩" in one_line(ALL)
