"""Pages on what rules are written with: every condition and every formula, each with its examples.

>>> conditions_page().splitlines()[0], formulas_page(()).splitlines()[0]
('# Conditions', '# Formulas')
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from factcheck.rulebook.registry import conditions, formulas
from factcheck.rulebook.render import examples_of
from factcheck.rulebook.rule import Rule

# Ordinals of days of this and the last century: no example uses a figure as large.
_DAYS = range(700_000, 800_000)


def conditions_page() -> str:
    """What a rung of a ladder may ask of two claims. Examples name the columns of the claims table that matter."""
    lines = ["# Conditions", "", "What a rung of a rule's ladder may ask of a pair of claims.", ""]
    for name, module in conditions().items():
        lines += [f"## {name}", "", _sentence(module.SUMMARY), ""]
        lines += ["| asked | one side | other side | holds |", "|---|---|---|---|"]
        lines += [
            f"| `{name}: {_cell(_argument(argument))}` | {_side(left)} | {_side(right)} | {'yes' if holds else 'no'} |"
            for left, right, argument, holds in module.EXAMPLES
        ]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def formulas_page(rules: Sequence[Rule]) -> str:
    """What a rule may recompute, with the examples of the rules that do."""
    lines = ["# Formulas", "", "What a rule may recompute from the figures of one passage or table.", ""]
    for name, module in formulas().items():
        lines += [f"## {name.replace('_', ' ')}", "", _sentence(module.SUMMARY), ""]
        if module.INPUTS:
            lines += [f"Inputs: {', '.join(f'`{each}`' for each in module.INPUTS)}.", ""]
        lines += _rules_with(name, rules)
    return "\n".join(lines).rstrip() + "\n"


def _rules_with(formula: str, rules: Sequence[Rule]) -> Iterator[str]:
    for rule in rules:
        if rule.formula == formula:
            yield from (f"[{rule.id}]({rule.id}.md) {rule.name}:", "", *examples_of(rule.examples), "")


def _sentence(summary: str) -> str:
    return f"{summary[:1].upper()}{summary[1:]}.".replace("``", "`")


def _argument(argument: object) -> str:
    if isinstance(argument, tuple):
        return "[" + ", ".join(str(each) for each in argument) + "]"
    return str(argument).lower() if isinstance(argument, bool) else str(argument)


def _side(columns: Mapping[str, Any]) -> str:
    return ", ".join(f"{name.replace('_', ' ')} {_cell(_value(value))}" for name, value in columns.items()) or "–"


def _value(value: object) -> str:
    """A value of a column; the number of a day as the day."""
    if isinstance(value, int | float) and value in _DAYS:
        return date.fromordinal(int(value)).isoformat()
    return _argument(value)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
