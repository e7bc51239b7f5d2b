"""Writers are found by looking into the folder, and a name that is not known gets a suggestion."""

import sys
from pathlib import Path

import pytest

from factcheck import writers
from factcheck.errors import UserError
from factcheck.writers import formats, suffixes, writer_for, writer_for_suffix
from factcheck.writers.claims import claims_formats, claims_writer_for, claims_writer_for_suffix
from tests.writers.reports import empty_report, generated_report, harbour_report


def test_every_format_writes_an_empty_and_a_full_report() -> None:
    for name in formats():
        writer = writer_for(name)
        assert name == writer.NAME
        assert isinstance(writer.write(empty_report()), str | bytes)
        assert writer.write(harbour_report()) == writer.write(harbour_report())


def test_a_suffix_means_one_format() -> None:
    for suffix, name in suffixes().items():
        assert name == writer_for_suffix(f"out/report{suffix}").NAME
        assert suffix.startswith(".")


@pytest.mark.parametrize(("ask", "hint"), [("markdwon", "did you mean 'markdown'?"), ("yaml", "known: ")])
def test_an_unknown_format_is_the_users_mistake(ask: str, hint: str) -> None:
    with pytest.raises(UserError) as caught:
        writer_for(ask)
    assert hint in str(caught.value)


def test_an_unknown_suffix_is_the_users_mistake() -> None:
    with pytest.raises(UserError, match=r"did you mean '\.json'"):
        writer_for_suffix("report.jso")
    with pytest.raises(UserError, match=r"no format for the suffix ''"):
        writer_for_suffix("report")


def test_claims_formats_are_found_the_same_way() -> None:
    assert set(claims_formats()) >= {"text", "jsonl", "csv", "parquet"}
    assert claims_writer_for_suffix("x.parquet").NAME == "parquet"
    with pytest.raises(UserError, match="did you mean 'jsonl'"):
        claims_writer_for("jsnl")
    with pytest.raises(UserError, match="no format of claims"):
        claims_writer_for_suffix("x.html")


def test_a_large_report_is_written_in_full() -> None:
    text = writer_for("text").write(generated_report(300))
    assert isinstance(text, str)
    assert text.count("error FC110") == 100


def test_adding_a_format_is_adding_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "NAME = 'haiku'\nSUFFIXES = ('.haiku',)\ndef write(report, layout=None): return 'few words'\n"
    (tmp_path / "haiku.py").write_text(text, encoding="utf-8")
    monkeypatch.setattr(writers, "__path__", [*writers.__path__, str(tmp_path)])
    writers._writers.cache_clear()
    try:
        assert writer_for_suffix("a.haiku").write(empty_report()) == "few words"
    finally:
        writers._writers.cache_clear()
        sys.modules.pop("factcheck.writers.haiku", None)
