"""Every condition holds where its examples say, one row at a time and over a whole table."""

import numpy as np
import pytest

from factcheck.rulebook.registry import conditions
from tests.rulebook.specimens import pair_table

CASES = [
    pytest.param(name, left, right, argument, expected, id=f"{name}-{number}")
    for name, module in conditions().items()
    for number, (left, right, argument, expected) in enumerate(module.EXAMPLES)
]


@pytest.mark.parametrize(("name", "left", "right", "argument", "expected"), CASES)
def test_example_of_a_condition(name, left, right, argument, expected):
    module = conditions()[name]
    argument = tuple(argument) if isinstance(argument, list) else argument
    module.accepts(argument)
    assert np.asarray(module.holds(pair_table([(left, right)]), argument)).tolist() == [expected]


@pytest.mark.parametrize("name", sorted(conditions()))
def test_a_condition_is_vectorised_and_has_both_kinds_of_examples(name):
    module = conditions()[name]
    assert {expected for *_, expected in module.EXAMPLES} == {True, False}
    assert module.SUMMARY
    for argument in {str(example[2]): example[2] for example in module.EXAMPLES}.values():
        chosen = [example for example in module.EXAMPLES if example[2] == argument]
        held = module.holds(pair_table([(left, right) for left, right, _, _ in chosen]), argument)
        assert np.asarray(held).tolist() == [expected for *_, expected in chosen]


@pytest.mark.parametrize("name", sorted(conditions()))
def test_a_condition_refuses_nonsense(name):
    for nonsense in ("nonsense", 7, [], None):
        with pytest.raises(ValueError, match=r"."):
            conditions()[name].accepts(nonsense)
