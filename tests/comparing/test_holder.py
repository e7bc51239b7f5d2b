"""Whom an age describes: the noun behind it, or nobody but the one it calls."""

import pytest

from factcheck.comparing.holder import described

CASES = [
    ("A 4-year-old boy fell off the pier.", "4-year-old", "boy"),
    ("The six-year-old fell off the pier.", "six-year-old", "person"),
    ("Divers found the six-year-old.", "six-year-old", "person"),
    ("The six-year-old was found.", "six-year-old", "person"),
    ("The six-year-old ferry was sold.", "six-year-old", ""),
    ("A six-year-old was found.", "six-year-old", ""),
    ("Ann Lee, 41, fell off the pier.", "41", ""),
]


@pytest.mark.parametrize(("sentence", "quote", "holder"), CASES)
def test_holder(sentence, quote, holder):
    assert described(sentence, quote) == holder
