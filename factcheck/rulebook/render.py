"""Pages: one rule for a reader, and the index of all of them.

>>> from factcheck.rulebook import Rule
>>> rule = Rule("FC101", "a-b", "compare", "contradiction", "error", "What it finds.", "Because.", "")
>>> rule_page(rule).splitlines()[0]
'# FC101 a-b'
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from factcheck.model import Claim
from factcheck.rulebook.registry import conditions, formulas
from factcheck.rulebook.rule import Applies, Example, Passage, Rule, in_words, narrowest_first


def rule_page(rule: Rule) -> str:
    """One rule in Markdown: what it finds and why, whom it applies to, its ladder, false positives and examples."""
    return "\n".join([*_head(rule), *_body(rule), *_examples(rule)]).rstrip() + "\n"


def _head(rule: Rule) -> Iterator[str]:
    yield f"# {rule.id} {rule.name}"
    yield ""
    yield rule.summary
    yield ""
    yield f"*{rule.severity} · {rule.conflict_class} · {_CHECKS[rule.check]} · {rule.path}:{rule.line}*"
    yield ""
    yield rule.why.strip()
    yield ""


_CHECKS = {
    "compare": "compares two passages",
    "recompute": "recomputes one passage",
    "order": "orders the dates of one passage",
    "fact": "compares a passage with the truth file",
    "whole": "compares a share of a known whole with an absolute figure",
}


def _body(rule: Rule) -> Iterator[str]:
    if rule.check in ("compare", "fact", "whole"):
        yield f"Judges {applies_in_words(rule.applies)}. The first line that holds gives the verdict:"
        yield ""
        for number, rung in enumerate(rule.ladder, 1):
            severity = "" if rung.verdict in ("agree", "incomparable") else f" ({_weight(rule, number - 1)})"
            yield f"{number}. **{rung.verdict}**{severity}: {rung.words}"
    else:
        yield f"Computes *{rule.formula.replace('_', ' ')}*: {formulas()[rule.formula].SUMMARY}."
        for key, words in sorted(rule.inputs.items()):
            yield f"  {key}: {', '.join(words)}."
    yield ""
    yield "Can be wrong when:"
    yield ""
    yield from (f"* {text}" for text in rule.false_positives)
    yield ""


def _weight(rule: Rule, index: int) -> str:
    rung = rule.ladder[index]
    return f"{rule.severity_of(rung)}, {rule.class_of(rung)}"


def applies_in_words(applies: Applies) -> str:
    """``pairs with measure deaths or injuries and kind count``."""
    keys = {"measure": applies.measure, "role": applies.role, "kind": applies.kind, "dimension": applies.dimension}
    parts = [f"{name} {' or '.join(words).replace('_', ' ')}" for name, words in keys.items() if words]
    if applies.across:
        parts.append(f"a {applies.across[0]} on one side and a {applies.across[1]} on the other")
    if applies.when:
        parts.append(in_words(applies.when))
    return f"pairs with {', and '.join(parts)}" if parts else "every pair"


def _examples(rule: Rule) -> Iterator[str]:
    for title, examples in (("Examples", rule.examples), ("Known gaps", rule.known_gaps)):
        if examples:
            yield from (f"{title}:", "", *examples_of(examples), "")


def examples_of(examples: Sequence[Example]) -> list[str]:
    """A line for each example: what it is expected to give, and its passages."""
    return [f"* **{example.expect}**: {_sides(example)}" for example in examples]


def _sides(example: Example) -> str:
    if example.right is None:
        return _said(example.left)
    return f"{_said(example.left)} / {_said(example.right)}"


def _said(passage: Passage) -> str:
    text = " ".join(passage.text.split())
    return f"“{text}”" + (f" ({passage.published})" if passage.published else "")


def message(rule: Rule, left: Claim, right: Claim | None, sources: tuple[str, str] = ("", "")) -> str:
    """The rule's message with its placeholders filled; a side that was computed is left out with its separator."""
    filled = rule.message
    for side, claim, source in (("left", left, sources[0]), ("right", right, sources[1])):
        values = _values(claim, source)
        for name, value in values.items():
            filled = filled.replace("{" + f"{side}.{name}" + "}", value)
    return filled.strip(" ;:")


def _values(claim: Claim | None, source: str) -> dict[str, str]:
    if claim is None:
        return {"quote": "", "sentence": "", "source": "", "place": ""}
    cited = claim.citation
    place = f"{cited.path}:{cited.line}:{cited.column}"
    return {"quote": cited.quote, "sentence": cited.sentence, "source": source or cited.path, "place": place}


def rule_file(rule: Rule) -> str:
    """Where the rule stands, as seen from ``rules/README.md``."""
    return f"{_pack(rule)}/{rule.path.rsplit('/', 1)[-1]}"


def index(rules: Sequence[Rule], target: Callable[[Rule], str] = rule_file) -> str:
    """The text of ``rules/README.md``: how rules are asked, then every rule by pack, then conditions and formulas.

    ``target`` is what a rule's id links to.
    """
    return "\n".join([*_INTRODUCTION, *_packs(rules, target), *_order(rules), *_vocabulary()]).rstrip() + "\n"


_INTRODUCTION = (
    "# Rules",
    "",
    "One rule per file, with its examples, which `factcheck rules test` runs. This page is made from the files by",
    "`factcheck rules list --format markdown`; a test compares the two. How to write a rule of your own:",
    "[docs/writing-rules.md](../docs/writing-rules.md).",
    "",
    "Severities are those at full confidence: one level lower at low confidence, and one lower where only one of two",
    "documents is dated.",
    "",
)


def _packs(rules: Sequence[Rule], target: Callable[[Rule], str]) -> Iterator[str]:
    for pack, members in groupby(sorted(rules, key=lambda rule: (_pack(rule), rule.id)), key=_pack):
        yield f"## {pack}"
        yield ""
        yield "| id | name | severity | class | finds |"
        yield "|---|---|---|---|---|"
        for rule in members:
            link = f"[{rule.id}]({target(rule)})"
            yield f"| {link} | {rule.name} | {rule.severity} | {rule.conflict_class} | {rule.summary} |"
        yield ""


def _pack(rule: Rule) -> str:
    parts = rule.path.split("/")
    return parts[-2] if len(parts) > 1 else "."


def _order(rules: Sequence[Rule]) -> Iterator[str]:
    yield "## Which rule judges a pair"
    yield ""
    yield "The narrowest that applies, in this order; every pair is judged once."
    yield ""
    for rule in narrowest_first(tuple(rule for rule in rules if rule.check == "compare")):
        yield f"1. {rule.id}: {applies_in_words(rule.applies)}"
    yield ""


def _vocabulary() -> Iterator[str]:
    yield "## Conditions"
    yield ""
    yield from (f"* `{name}`: {module.SUMMARY}" for name, module in conditions().items())
    yield ""
    yield "## Formulas"
    yield ""
    yield from (f"* `{name}`: {module.SUMMARY}" for name, module in formulas().items())
    yield ""
