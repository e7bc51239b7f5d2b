"""The codec gives back exactly what went in, for every record of the model, and refuses what it did not write."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Claim, Interval, Reading, Report
from factcheck.store.reading_codec import codec, fingerprint

# Frames are valid whatever their words; intervals and spans are not, so these are drawn within their laws.
_ENDS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
st.register_type_strategy(
    Interval,
    st.tuples(_ENDS, _ENDS, st.booleans(), st.booleans())
    .filter(lambda ends: ends[0] is None or ends[1] is None or ends[0] <= ends[1])
    .map(lambda ends: Interval(*ends)),
)


@given(st.builds(Claim))
@settings(max_examples=50, deadline=None)
def test_a_claim_comes_back_as_it_was(claim: Claim) -> None:
    assert codec(Claim).from_json(codec(Claim).to_json(claim)) == claim


@given(st.builds(Reading, claims=st.just(())))
@settings(max_examples=50, deadline=None)
def test_a_reading_comes_back_as_it_was(reading: Reading) -> None:
    assert codec(Reading).from_json(codec(Reading).to_json(reading)) == reading


def test_every_type_of_a_report_has_a_codec() -> None:
    assert json.loads(codec(Report).to_json(_empty_report()))[0] == [0, 0, 0, 0, 0, {}, {}, {"md": 2}]
    assert codec(Report).from_json(codec(Report).to_json(_empty_report())) == _empty_report()


def _empty_report() -> Report:
    from factcheck.model.finding import Coverage

    return Report(Coverage(0, 0, 0, 0, 0, skipped_files={"md": 2}), (), (), (), ())


@dataclass(frozen=True)
class _Inner:
    day: date | None


@dataclass(frozen=True)
class _Outer:
    inner: tuple[_Inner, ...]
    pair: tuple[str, _Inner]
    words: frozenset[str]
    counts: Mapping[str, int]


@dataclass(frozen=True)
class _Wider:
    inner: tuple[_Inner, ...]
    pair: tuple[str, _Inner]
    words: frozenset[str]
    counts: Mapping[str, int]
    more: int = 0


def test_nested_types() -> None:
    value = _Outer((_Inner(None), _Inner(date(2022, 2, 24))), ("a", _Inner(None)), frozenset("ba"), {"x": 1})
    text = codec(_Outer).to_json(value)
    assert text == '[[[null],["2022-02-24"]],["a",[null]],["a","b"],{"x":1}]'
    assert codec(_Outer).from_json(text) == value


@pytest.mark.parametrize("text", ["", "{}", "[]", "[1,2,3,4]", '[[[7]],["a",[null]],[],{}]', "[[[]],[],[],{}]"])
def test_other_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 – whatever is wrong with it
        codec(_Outer).from_json(text)


def test_the_fingerprint_follows_the_fields() -> None:
    assert len({fingerprint(kind) for kind in (_Outer, _Wider, _Inner)}) == 3


def test_an_unknown_type_is_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError, match="no codec for"):
        codec(bytes)
    with pytest.raises(TypeError, match="union"):
        codec(date | tuple[str, ...])


@pytest.mark.parametrize("value", ["41", 41, 4.5, True, ("a", "b")])
def test_scalars_or_a_list_of_words_come_back_as_they_were(value: object) -> None:
    kind = codec(str | float | bool | tuple[str, ...])
    again = kind.from_json(kind.to_json(value))
    assert (again, type(again)) == (value, type(value))
