"""Running the examples of rules through the real pipeline, given as two functions.

    outcomes = run_examples(rules, read, judge_examples)

``read`` makes a Reading of a Document; ``verdict`` judges what was read. The rulebook itself knows neither half of the
program.

>>> Outcome("FC101", 3, "agree", "agree").passed
True
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.model import Document, PositionMap, Reading
from factcheck.rulebook.rule import Example, Passage, Rule

Read = Callable[[Document], Reading]


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule said of an example: the verdict, which rung (its index, -1 for none), and what went wrong, if so."""

    verdict: str
    rung: int = -1
    trouble: str = ""


Verdict = Callable[[Rule, Sequence[Rule], Reading, Reading | None], Said]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One example: what was expected and what came. ``gap``: it is listed as a known gap and must fail."""

    rule_id: str
    line: int
    expected: str
    came: str
    rung: int = -1
    gap: bool = False
    trouble: str = ""
    path: str = ""

    @property
    def passed(self) -> bool:
        right = self.expected == self.came and not self.trouble
        return right != self.gap

    @property
    def words(self) -> str:
        """One line for a terminal: ``rules/toll.yaml:31: expected conflict, came agree``."""
        if self.gap and not self.passed:
            return f"{self.path}:{self.line}: a known gap that is closed: move it to the examples"
        trouble = f" ({self.trouble})" if self.trouble else ""
        return f"{self.path}:{self.line}: {self.rule_id} expected {self.expected}, came {self.came}{trouble}"


def run_examples(rules: Sequence[Rule], read: Read, verdict: Verdict) -> Iterator[Outcome]:
    """Every example and known gap of every rule, then an outcome for each rung that no example reached."""
    for rule in rules:
        reached: set[int] = set()
        for gap, examples in ((False, rule.examples), (True, rule.known_gaps)):
            for example in examples:
                outcome = _run(rule, rules, example, read, verdict, gap=gap)
                reached.add(outcome.rung)
                yield outcome
        for number, rung in enumerate(rule.ladder):
            if number not in reached:
                missed = f"no example reaches rung {number + 1}, {rung.verdict}: {rung.words}"
                yield Outcome(rule.id, rule.line, rung.verdict, "nothing", number, trouble=missed, path=rule.path)


def _run(rule: Rule, rules: Sequence[Rule], example: Example, read: Read, verdict: Verdict, *, gap: bool) -> Outcome:
    left = read(document(example.left, "left"))
    right = read(document(example.right, "right")) if example.right is not None else None
    said = verdict(rule, rules, left, right)
    return Outcome(rule.id, example.line, example.expect, said.verdict, said.rung, gap, said.trouble, rule.path)


def document(passage: Passage, name: str) -> Document:
    """A passage of an example as a document of its own."""
    return Document(
        doc_id=f"{name}.md",
        path=f"{name}.md",
        text=passage.text,
        position_map=PositionMap.of_text(passage.text),
        source=passage.source or name,
        title=passage.title,
        published=passage.published,
    )
