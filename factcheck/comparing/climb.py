"""A ladder climbed once more for one pair, with a word on every rung: what kept it from holding, and by how little.

>>> climb((), None, {})
()
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from factcheck.model import Claim, Reading
from factcheck.model.finding import Step
from factcheck.rulebook.comparison import Comparison
from factcheck.rulebook.registry import conditions
from factcheck.rulebook.rule import Condition, Rule, Rung

# A measured value is near a bound when it is at most this many times as far.
_NEAR = 2.0


def climb(pair: Sequence[Claim], rule: Rule | None, cards: Mapping[str, Reading]) -> tuple[Step, ...]:
    """The rungs down to the one that holds, for the two claims of ``pair``; () without a rule that compares or a pair.

    Judging is pure, so that the two claims and their cards give the verdict of the report again.
    """
    if rule is None or rule.check != "compare" or len(pair) != 2:
        return ()
    pairs = _pair_table(pair, cards)
    steps: list[Step] = []
    for rung in rule.ladder:
        steps.append(_step(rung, pairs))
        if steps[-1].held:
            break
    return tuple(steps)


def _pair_table(pair: Sequence[Claim], cards: Mapping[str, Reading]) -> Any:
    import pandas as pd

    from factcheck.comparing.judge.enrich import enriched
    from factcheck.comparing.table import claims_table, pair_table

    return enriched(pair_table(claims_table(pair, cards), pd.DataFrame({"left": [0], "right": [1]})))


def _step(rung: Rung, pairs: Any) -> Step:
    """Of several alternatives the one that came closest tells why the rung did not hold."""
    if not rung.when:
        return Step(rung.verdict, rung.words, held=True)
    missing = [[each for each in group if not _holds(each, pairs)] for group in rung.when]
    failed = min(missing, key=len)
    group = rung.when[missing.index(failed)]
    telling = [each for each in group if each not in failed and not _denies(each)]
    almost = len(failed) == 1 and (bool(telling) or _near(failed[0], pairs))
    return Step(rung.verdict, rung.words, not failed, almost, tuple(_told(each, pairs) for each in failed))


def _holds(condition: Condition, pairs: Any) -> bool:
    return bool(conditions()[condition.name].holds(pairs, condition.argument)[0])


def _denies(condition: Condition) -> bool:
    """Whether a condition only rules something out ("not disjoint"): that it holds says nothing."""
    return str(condition.argument).startswith("not ")


def _measured(condition: Condition, pairs: Any) -> float | None:
    """What a condition with a bound measures, in the unit of its bound; None for one that measures nothing."""
    module = conditions()[condition.name]
    if not hasattr(module, "measured"):
        return None
    value = float(module.measured(pairs)[0])
    return None if value != value else value / module.UNITS[_unit(condition)]


def _unit(condition: Condition) -> str:
    return str(condition.argument).rsplit(" ", 1)[-1]


def _near(condition: Condition, pairs: Any) -> bool:
    value = _measured(condition, pairs)
    if value is None:
        return False
    bound = Comparison.parse(condition.argument, {_unit(condition): 1.0}).bound
    return bound / _NEAR <= value <= bound * _NEAR


def _told(condition: Condition, pairs: Any) -> str:
    value = _measured(condition, pairs)
    return condition.words if value is None else f"{condition.words} (it is {value:,.4g} {_unit(condition)})"
