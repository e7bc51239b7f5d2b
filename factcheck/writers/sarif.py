"""The report as SARIF 2.1.0, for code scanning.

Code scanning shows the first location only; the other places are related locations, linked from the message.

>>> from factcheck.model import Report
>>> from factcheck.model.finding import Coverage
>>> '"version": "2.1.0"' in write(Report(Coverage(0, 0, 0, 0, 0), (), (), (), ()))
True
"""

from __future__ import annotations

import re

from factcheck.model import Citation, Claim, Conflict, Problem, Report, RuleCard
from factcheck.writers.layout import PLAIN, Layout
from factcheck.writers.neutralise import one_line
from factcheck.writers.ordering import ordered, problems_in_order
from factcheck.writers.quoting import web_address
from factcheck.writers.shape import Cards, Object, cards_of, confidence, encode
from factcheck.writers.sides import claims_of, place_words, relative_uri

NAME = "sarif"
SUFFIXES = (".sarif",)
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LINK_SYNTAX = re.compile(r"[\\\[\]]")


def write(report: Report, layout: Layout = PLAIN) -> str:
    cards = cards_of(report.documents)
    conflicts = ordered(report.conflicts)
    rules = _rules(report, conflicts)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    driver = {"name": "factcheck", "rules": rules}
    if report.tool_version:
        driver["version"] = one_line(report.tool_version)
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [_result(conflict, index[conflict.rule], cards) for conflict in conflicts],
    }
    return encode({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rules(report: Report, conflicts: tuple[Conflict, ...]) -> list[Object]:
    """Rules with a result, by id; one without a card is described by its id alone."""
    cards = {card.id: card for card in report.rules}
    return [_rule(rule, cards.get(rule)) for rule in sorted({conflict.rule for conflict in conflicts})]


def _rule(rule: str, card: RuleCard | None) -> Object:
    if card is None:
        return {"id": rule}
    described: Object = {
        "id": rule,
        "name": card.name,
        "shortDescription": {"text": card.summary or card.name},
        "defaultConfiguration": {"level": card.severity},
    }
    if card.why:
        described["fullDescription"] = described["help"] = {"text": card.why}
    return described


def _result(conflict: Conflict, rule_index: int, cards: Cards) -> Object:
    claims = claims_of(conflict)
    result: Object = {
        "ruleId": conflict.rule,
        "ruleIndex": rule_index,
        "level": conflict.severity,
        "rank": round(100 * confidence(conflict), 2),
        "message": {"text": _message(conflict, cards)},
        "locations": [_location(claims[0].citation)],
        "relatedLocations": [
            {"id": number, **_location(claim.citation), "message": {"text": _plain(claim.citation.quote)}}
            for number, claim in enumerate(claims[1:], start=1)
        ],
        "partialFingerprints": {"primaryLocationLineHash": f"{conflict.id}:1"},
        "baselineState": "unchanged" if conflict.status == "baseline" else "new",
        "properties": {"class": conflict.conflict_class, "confidence": confidence(conflict)},
    }
    if conflict.status == "waived":
        justification = one_line(conflict.reason)
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": justification}]
    return result


def _message(conflict: Conflict, cards: Cards) -> str:
    """The conflict in one line; each further place is a link to its related location."""
    number, sides = -1, []
    for position in conflict.positions:
        places = []
        for claim in position.claims:
            number += 1
            words = _plain(place_words(claim)) + _web(claim, cards)
            places.append(f"[{_plain(place_words(claim))}]({number}){_web(claim, cards)}" if number else words)
        sides.append(f"{_plain(position.text)} ({', '.join(places)})")
    return f"{_plain(conflict.subject or conflict.message)}: {' against '.join(sides)}"


def _web(claim: Claim, cards: Cards) -> str:
    """A web source stands in the message: as the URI of an artifact it would have the whole file rejected."""
    card = cards.get(claim.citation.doc_id)
    address = web_address(card.url) if card else ""
    return f", {address}" if address else ""


def _location(cited: Citation) -> Object:
    region: Object = {"startLine": max(cited.line, 1)}
    if (cited.end_line, cited.end_column) > (cited.line, cited.column) >= (1, 1):
        region |= {"startColumn": cited.column, "endLine": cited.end_line, "endColumn": cited.end_column}
    return {"physicalLocation": {"artifactLocation": {"uri": relative_uri(cited.path)}, "region": region}}


def _invocation(report: Report) -> Object:
    problems = problems_in_order(report.problems)
    return {
        "executionSuccessful": not any(problem.level == "error" for problem in problems),
        "toolExecutionNotifications": [_notification(problem) for problem in problems],
    }


def _notification(problem: Problem) -> Object:
    place: Object = {"artifactLocation": {"uri": relative_uri(problem.path)}}
    if problem.line > 0:
        place["region"] = {"startLine": problem.line}
    return {
        "level": problem.level,
        "descriptor": {"id": problem.code},
        "message": {"text": _plain(problem.detail)},
        "locations": [{"physicalLocation": place}],
    }


def _plain(text: str) -> str:
    """Text without the syntax of links in SARIF messages (section 3.11.6)."""
    return _LINK_SYNTAX.sub(r"\\\g<0>", one_line(text)) or "-"
