"""The constants file: how wholes are read, and what is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import CombinedUserError, UserError
from factcheck.pipeline import read_passage
from factcheck.rulebook.constants import load_constants
from factcheck.rulebook.facts import Fact

AREA = "- id: area\n  says: Varennia has an area of 60,000 square kilometres.\n  tolerance: 1 %\n"


def constants(tmp_path: Path, text: str) -> tuple[Fact, ...]:
    file = tmp_path / "constants.yaml"
    file.write_text(text, encoding="utf-8")
    return load_constants(file, read_passage)


def test_a_constant_is_read_as_a_sentence(tmp_path: Path) -> None:
    (area,) = constants(tmp_path, AREA)
    assert area.claim.frame.subject[0] == "Varennia"
    assert area.claim.quantity is not None
    assert (area.claim.quantity.unit, area.tolerance) == ("square kilometer", 0.01)
    assert area.place.endswith("constants.yaml:2")


def test_constants_may_stand_below_a_key(tmp_path: Path) -> None:
    assert len(constants(tmp_path, "constants:\n" + AREA)) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("constants: 3\n", "a file of constants is a list of constants"),
        ("- says: Varennia has 9 mills.\n", "1:3: a constant needs an 'id'"),
        ("- id: a\n  says: Varennia has 9 mills.\n  about: mill\n", "3:3: unknown key 'about'"),
        ("- id: a\n  says: Varennia has 9 mills.\n  tolerence: 1 %\n", "(did you mean 'tolerance'?)"),
        ("- id: a\n  says: Varennia is large.\n", "no figure or date found here"),
        ("- id: a\n  says: Varennia was founded in 1874.\n", "2:3: no whole"),
        ("- id: a\n  says: Varennia has a share of 30%.\n", "2:3: no whole"),
        ("- id: a\n  says: Varennia has more than 60,000 mills.\n", "2:3: no whole"),
        ("- id: a\n  says: The pond has 9 boats.\n", "2:3: nothing is named here"),
        (AREA + AREA, "id 'area' is already used in line 1"),
        ("a: [", "not YAML"),
    ],
)
def test_mistakes_are_told_with_their_place(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UserError) as caught:
        constants(tmp_path, text)
    error = caught.value
    found = [str(one) for one in (error.errors if isinstance(error, CombinedUserError) else [error])]
    assert any(said in line for line in found), found
