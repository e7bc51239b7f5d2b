"""What is looked for only where it can stand is found wherever it stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.reading.frame.names import ACRONYM, known_names
from factcheck.reading.frame.names import _in_brackets as in_brackets

PIECES = st.sampled_from(
    ["Northern ", "Rail ", "Authority ", "of ", "and the ", "the ", "(NRA) ", "(N.R.A.)", "(A", ") ", "X", "\n"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_brackets_hold_all_acronyms(text):
    assert [match.span() for match in in_brackets(text)] == [match.span() for match in ACRONYM.finditer(text)]


def test_a_surname_that_is_also_a_common_word_stands_for_nobody():
    known = known_names("Ada Moss, who grew moss in jars, met Ines Harlow, the mayor. Harlow smiled.")
    assert known.surnames == {"Harlow": "Ines Harlow"}
