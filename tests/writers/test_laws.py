"""Whatever stands in an article, every format writes it, in UTF-8 and without a control character."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.model import Conflict, Interval, Quantity, Report
from factcheck.writers import formats, writer_for
from factcheck.writers.claims import claims_formats, claims_writer_for
from factcheck.writers.explain import explain_conflict
from tests.writers.reports import card, citation, claim, harbour_report, position

texts = (
    st.text(max_size=12) | st.text(st.characters(), max_size=6) | st.sampled_from(["", "\x00", "\ud800", "|", "\r\n"])
)
numbers = st.none() | st.floats(allow_nan=False)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    ends = sorted(draw(st.lists(st.floats(allow_nan=False), min_size=2, max_size=2)))
    stated = Interval(draw(st.sampled_from([None, ends[0]])), draw(st.sampled_from([None, ends[1]])))
    return Quantity("measure", stated, stated, draw(texts), "number", noun=draw(texts))


@st.composite
def conflicts(draw: st.DrawFn) -> Conflict:
    sides = []
    for _ in range(2):
        quote = draw(texts.filter(bool))
        place = citation(draw(texts), draw(st.integers(0, 5)), draw(texts) + quote + draw(texts), quote)
        place = replace(place, page=draw(st.none() | st.integers(1, 3)))
        made = claim(place, draw(quantities()), measure=draw(texts))
        sides.append(position(draw(texts), replace(made, frame=replace(made.frame, attribution=draw(texts)))))
    confidence = draw(st.floats(0, 1))
    return Conflict("fc-00000001", "FC101", "error", "dispute", confidence, draw(texts), draw(texts), tuple(sides), ())


@st.composite
def reports(draw: st.DrawFn) -> Report:
    conflict = draw(conflicts())
    ids = [claim.citation.doc_id for side in conflict.positions for claim in side.claims]
    cards = tuple(card(each, draw(texts), draw(texts), title=draw(texts), url=draw(texts)) for each in ids)
    return replace(harbour_report(conflict), documents=cards, notices=(draw(texts),))


@pytest.mark.parametrize("name", formats())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(report=reports())
def test_any_report_can_be_written(name: str, report: Report) -> None:
    written = writer_for(name).write(report)
    if isinstance(written, str):
        assert not set("\x00\x1b\x7f\x9b\u202e\ud800") & set(written)
        assert written.encode("utf-8")


@settings(max_examples=40, deadline=None)
@given(report=reports())
def test_any_conflict_can_be_explained_and_its_claims_extracted(report: Report) -> None:
    (conflict,) = report.conflicts
    assert conflict.id in explain_conflict(conflict, report)
    claims = tuple(claim for side in conflict.positions for claim in side.claims)
    for name in claims_formats():
        pieces = list(claims_writer_for(name).write_claims([replace(report.documents[0], claims=claims)]))
        assert all(piece for piece in pieces)
