"""Rules that cannot match are left out before they are tried, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reading.dates.grammar.cascade import Rule
from factcheck.reading.dates.grammar.pattern import bits, compiled, needs
from factcheck.reading.dates.grammar.read import LAYERS
from factcheck.reading.dates.lexer import alphabet

RULES = [rule for layer in LAYERS for rule in layer.rules]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("the? CENTURY ERA?", [["CENTURY"]]),
        ("( the | a )? AGO", [["AGO"]]),
        ("( the | a ) AGO", [["AGO"], ["a", "the"]]),
        ("( since AGO | until ) ERA", [["ERA"], ["AGO", "until"]]),
        ("( CENTURY? ) AGO", [["AGO"]]),
        ("words=( AGO ( - ERA ){0,2} )", [["AGO"]]),
        ("CENTURY? ERA*", []),
    ],
)
def test_what_a_pattern_needs(pattern: str, expected: list[list[str]]) -> None:
    assert [sorted(kinds) for kinds in needs(pattern)] in (expected, expected[::-1])


KINDS = {character: kind for kind, character in alphabet().items()}


@given(
    st.sampled_from(RULES).flatmap(
        lambda rule: st.tuples(st.just(rule), st.from_regex(compiled(rule.pattern), fullmatch=True))
    )
)
def test_whatever_a_pattern_matches_has_what_it_needs(matched: tuple[Rule, str]) -> None:
    rule, characters = matched
    present = bits(KINDS[character] for character in characters)
    assert all(bits(kinds) & present for kinds in needs(rule.pattern)), rule.pattern


def test_most_patterns_need_something() -> None:
    assert sum(1 for rule in RULES if needs(rule.pattern)) > 0.95 * len(RULES)
