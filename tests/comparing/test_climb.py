"""A ladder climbed again for one pair gives the verdict of the report, and says what kept each rung from holding."""

from __future__ import annotations

import factcheck
from factcheck.comparing.climb import climb
from factcheck.model import Claim, Conflict, Document, PositionMap, Report
from factcheck.model.finding import Step
from factcheck.rulebook import rules_in_force

TOLLS = {
    "coast.txt": ("2023-05-03T08:00Z", "The ferry Alma sank off Lorvik on 3 May 2023, killing 1,041 people."),
    "herald.txt": ("2023-05-03T12:00Z", "When the ferry Alma sank off Lorvik on 3 May 2023, 1,001 people were killed."),
    "post.txt": ("2023-05-03T12:00Z", "The ferry Alma sank off Lorvik on 3 May 2023 and 1,001 people were killed."),
}


def report() -> Report:
    documents = [
        Document(name, name, text, PositionMap.of_text(text), published=published)
        for name, (published, text) in TOLLS.items()
    ]
    return factcheck.check(documents)


def steps_of(conflict: Conflict, found: Report) -> tuple[Step, ...]:
    claims: dict[str, Claim] = {claim.claim_id: claim for each in conflict.positions for claim in each.claims}
    rules = {rule.id: rule for rule in rules_in_force(())}
    cards = {card.doc_id: card for card in found.documents}
    return climb([claims[each] for each in conflict.judged], rules[conflict.rule], cards)


def test_the_rung_that_held_is_the_one_of_the_report() -> None:
    found = report()
    (conflict,) = found.conflicts
    steps = steps_of(conflict, found)
    assert [step.held for step in steps] == [False] * (len(steps) - 1) + [True]
    (judged,) = (reason.detail for reason in conflict.why if reason.step == "judged")
    assert judged.startswith(steps[-1].words)


def test_a_bound_missed_by_little_and_a_rung_missed_by_one_condition_almost_held() -> None:
    found = report()
    steps = {step.words: step for step in steps_of(found.conflicts[0], found)}
    gap = next(step for words, step in steps.items() if words.startswith("gap"))
    assert gap.almost
    assert gap.failed == ("gap <= 2 % (it is 3.842 %)",)
    superseded = next(step for words, step in steps.items() if words.startswith("published apart"))
    assert (superseded.almost, superseded.failed) == (True, ("later value higher",))
    overlap = steps["values overlap"]
    assert (overlap.almost, overlap.held, overlap.failed) == (False, False, ("values overlap",))
