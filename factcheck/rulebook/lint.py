"""What a rule file means beyond its form: conditions and formulas that exist, ladders that end, ids that are unique.

Every check returns mistakes as UserErrors with their place; nothing is raised, so that all are told at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from factcheck.errors import UserError, did_you_mean
from factcheck.model.finding import ConflictClass, Severity, Verdict
from factcheck.model.quantity import QuantityKind, Role
from factcheck.rulebook.places import Location, Page
from factcheck.rulebook.registry import conditions, formulas
from factcheck.rulebook.rule import Rule

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
KINDS: tuple[str, ...] = (*get_args(QuantityKind), "date", "time", "set")
FIELDS = tuple(f"{side}.{name}" for side in ("left", "right") for name in ("quote", "sentence", "source", "place"))
_RUNG_KEYS = ("class", "severity")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def check_ladder(page: Page, ladder: Sequence[Mapping[str, Any]]) -> Iterator[UserError]:
    """Each rung has one verdict and known conditions; the last, and only the last, is ``otherwise``."""
    for index, rung in enumerate(ladder):
        here: Location = ("ladder", index)
        verdicts = [key for key in rung if key not in _RUNG_KEYS]
        for key in verdicts:
            if key not in VERDICTS:
                yield page.mistake(
                    (*here, key), f"unknown verdict {key!r}", did_you_mean(str(key), (*VERDICTS, *_RUNG_KEYS))
                )
        if len(verdicts) != 1:
            yield page.mistake(here, "a rung has exactly one verdict")
        yield from _check_choice(page, (*here, "class"), rung.get("class"), get_args(ConflictClass))
        yield from _check_choice(page, (*here, "severity"), rung.get("severity"), get_args(Severity))
        last = index == len(ladder) - 1
        for key in verdicts:
            if rung[key] == "otherwise" and not last:
                yield page.mistake((*here, key), "'otherwise' hides the rungs below it")
            elif last and rung[key] != "otherwise":
                yield page.mistake((*here, key), "the last rung must be 'otherwise'")
            elif rung[key] != "otherwise":
                yield from check_conditions(page, (*here, key), rung[key])


def check_conditions(page: Page, here: Location, node: object) -> Iterator[UserError]:
    """A map (all must hold) or a list of maps (one must hold) of known conditions with arguments they accept."""
    if isinstance(node, list) and node:
        for index, item in enumerate(node):
            yield from check_conditions(page, (*here, index), item)
        return
    if not isinstance(node, dict) or not node:
        yield page.mistake(here, "expected conditions: a map, a list of maps, or 'otherwise'")
        return
    known = conditions()
    for name, argument in node.items():
        if name not in known:
            yield page.mistake((*here, name), f"unknown condition {name!r}", did_you_mean(str(name), known))
            continue
        try:
            known[name].accepts(argument)
        except ValueError as error:
            yield page.mistake((*here, name), f"condition {name!r}: {error}")


def check_parts(page: Page, data: Mapping[str, Any]) -> Iterator[UserError]:
    """What belongs to the kind of check: a ladder to compare, a formula to recompute; kinds, roles and placeholders."""
    check = data.get("check", "compare")
    if check in ("compare", "fact", "whole"):
        if not data.get("ladder"):
            yield page.mistake(("check",), f"a rule that checks by {check!r} needs a ladder")
        if data.get("formula"):
            yield page.mistake(("formula",), f"a formula does not belong to check: {check}")
    else:
        yield from _check_formula(page, data)
    applies = data.get("applies") or {}
    yield from _check_list(page, ("applies", "kind"), applies.get("kind"), KINDS)
    yield from _check_list(page, ("applies", "across"), applies.get("across"), KINDS)
    yield from _check_list(page, ("applies", "role"), applies.get("role"), get_args(Role))
    if applies.get("when") is not None:
        yield from check_conditions(page, ("applies", "when"), applies["when"])
    for name in _PLACEHOLDER.findall(data.get("message", "")):
        if name not in FIELDS:
            yield page.mistake(("message",), f"unknown placeholder {{{name}}}", did_you_mean(name, FIELDS))
    yield from _check_examples(page, data, single=check in ("recompute", "order"))


def _check_formula(page: Page, data: Mapping[str, Any]) -> Iterator[UserError]:
    check, formula = data.get("check"), data.get("formula")
    if data.get("ladder"):
        yield page.mistake(("ladder",), f"a ladder does not belong to check: {check}")
    if not formula:
        yield page.mistake(("check",), f"a rule that checks by {check!r} needs a formula")
        return
    known = formulas()
    if not isinstance(formula, str) or formula not in known:
        yield page.mistake(("formula",), f"unknown formula {formula!r}", did_you_mean(str(formula), known))
        return
    allowed = known[formula].INPUTS
    for key in data.get("inputs") or {}:
        if key not in allowed:
            yield page.mistake(
                ("inputs", key), f"formula {formula!r} has no input {key!r}", did_you_mean(str(key), allowed)
            )


def _check_examples(page: Page, data: Mapping[str, Any], *, single: bool) -> Iterator[UserError]:
    for part in ("examples", "known_gaps"):
        for index, example in enumerate(data.get(part) or ()):
            has = {key for key in ("left", "right", "text") if example.get(key) is not None}
            if single and has != {"text"}:
                yield page.mistake((part, index), "an example of a rule about one document has a 'text'")
            elif not single and has != {"left", "right"}:
                yield page.mistake((part, index), "an example of a rule about two passages has 'left' and 'right'")


def _check_list(page: Page, here: Location, value: object, known: Sequence[str]) -> Iterator[UserError]:
    items = value if isinstance(value, list) else [] if value is None else [value]
    for index, item in enumerate(items):
        if item not in known:
            place = (*here, index) if isinstance(value, list) else here
            yield page.mistake(place, f"unknown {here[-1]} {item!r}", did_you_mean(str(item), known))


def _check_choice(page: Page, here: Location, value: object, known: Sequence[str]) -> Iterator[UserError]:
    if value is not None and value not in known:
        yield page.mistake(here, f"unknown {here[-1]} {value!r}", did_you_mean(str(value), known))


def check_unique(rules: Sequence[tuple[Rule, Page]]) -> Iterator[UserError]:
    """Ids and names are used once in all packs in force."""
    for what in ("id", "name"):
        first: dict[str, Rule] = {}
        for rule, page in rules:
            value = getattr(rule, what)
            if value in first:
                yield page.mistake((what,), f"{what} {value!r} is already used by {first[value].path}")
            first.setdefault(value, rule)
