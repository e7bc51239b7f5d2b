"""Clustering: pairs of findings become facts with positions, each reported once with all its places.

>>> cluster(())
((), ())
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from factcheck.comparing.cluster.axis import axis_factors
from factcheck.comparing.cluster.identity import fact_key, fingerprint, message_of, subject_of, unique, value_key
from factcheck.comparing.cluster.positions import parties, position_of, positions, side_by_side, sides
from factcheck.comparing.judge.severity import LEVELS, lowered
from factcheck.lexicon.generic import generic
from factcheck.model import Claim, Conflict, Finding, Position, Reason
from factcheck.model.finding import MILDER, Agreement, Severity

_SIDES, _LASTING_SIDES = 2, 3
_NOWHERE: frozenset[str] = frozenset()
# Below the best pair by this much (nats), a pair is about something else; above this probability none is surer.
_FAR_WEAKER = 1.2
_CERTAIN = 0.999999
# What would be told at full severity if there were no better pair.
_SURE = 0.9
_WEAKER = "another pair of figures there is likelier to be the fact that both tell"
_MANY = "more than two values stand against each other, as in a series of things"


Tell = Callable[[Finding], tuple[Reason, ...]]
Keep = Callable[[Sequence[Claim]], Sequence[Claim]]


def _told(finding: Finding) -> tuple[Reason, ...]:
    return finding.reasons


def cluster(
    findings: Sequence[Finding], tell: Tell = _told, archive: frozenset[str] = _NOWHERE
) -> tuple[tuple[Conflict, ...], tuple[Agreement, ...]]:
    """Conflicts by severity and confidence, and the facts on which several places agree.

    A fact is what is connected by findings; a claim that merely agrees joins the fact of what it agrees with. ``tell``
    gives the reasons for a finding between two claims; it is asked about those that a conflict leads with. ``archive``
    holds the doc_ids of documents that are not compared with each other.
    """
    pairs = [finding for finding in findings if finding.right is not None]
    alone = [finding for finding in findings if finding.right is None]
    return of_facts(_facts(pairs), alone, tell, archive)


def of_facts(
    facts: Iterable[Sequence[Finding]],
    alone: Sequence[Finding],
    tell: Tell = _told,
    archive: frozenset[str] = _NOWHERE,
    kept: Keep = tuple,
) -> tuple[tuple[Conflict, ...], tuple[Agreement, ...]]:
    """The same for findings that are sorted into ``facts`` already, one fact at a time, and for findings on one claim
    ``alone``. ``kept`` says how the claims of an agreement are kept: there are many of them, and few readers."""
    conflicts: list[Conflict] = []
    agreements: list[Agreement] = []
    for members in facts:
        disputes = [finding for finding in members if _is_reported(finding)]
        if disputes:
            conflicts += _conflicts(disputes, members, tell, archive)
        else:
            agreements.append(_agreement(members, kept))
    conflicts += _computed([finding for finding in alone if finding.verdict == "conflict"])
    ordered = sorted(conflicts, key=lambda c: (LEVELS.index(c.severity), -c.confidence, c.id, c.message))
    return tuple(unique(ordered)), tuple(sorted(agreements, key=lambda a: (a.subject, a.position.text)))


def _is_reported(finding: Finding) -> bool:
    """Whether a verdict is told as a conflict or a note: two values that only nearly fit are, two that fit are not, but
    for two bounds that look like one misprinted ("at least 223", "at least 233")."""
    if finding.verdict == "compatible":
        if finding.conflict_class == "basis":
            return finding.left.time is None and _right(finding).time is None
        return finding.conflict_class == "rounding" and len(positions((finding.left, _right(finding)))) > 1
    return finding.verdict in ("conflict", "superseded")


def _facts(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Connected components, over claims, of all findings; in the order of their first finding."""
    parent: dict[str, str] = {}

    def root(claim: str) -> str:
        while parent.setdefault(claim, claim) != claim:
            parent[claim] = parent[parent[claim]]
            claim = parent[claim]
        return claim

    for finding in findings:
        left, right = root(finding.left.claim_id), root(_right(finding).claim_id)
        parent[max(left, right)] = min(left, right)
    components: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        components[root(finding.left.claim_id)].append(finding)
    return list(components.values())


def _right(finding: Finding) -> Claim:
    if finding.right is None:
        raise ValueError("a finding on one claim has no right side")
    return finding.right


def _conflicts(
    disputes: Sequence[Finding], members: Sequence[Finding], tell: Tell, archive: frozenset[str]
) -> list[Conflict]:
    """One conflict per verdict kind: a real conflict hides the notes on the same fact.

    What matches far less well than the best pair is another thing told in like words: it is no further position of the
    fact, but told for itself, milder.
    """
    worst = [finding for finding in disputes if finding.verdict == "conflict"] or list(disputes)
    least = _log_odds(min(worst, key=_by_rank)) - _FAR_WEAKER
    close = [finding for finding in worst if _log_odds(finding) >= least]
    taken = _values(_claims([*close, *_agreeing(close, members)]))
    own = list(close)
    rest: list[Finding] = []
    for finding in worst:
        if _log_odds(finding) < least:
            known = _values((finding.left, _right(finding))) <= taken
            (own if known else rest).append(finding if known else _weaker(finding))
    others = (other for group in _facts(rest) for other in _conflicts(group, group, tell, archive))
    return [_conflict(own, members, tell, archive), *others]


def _weaker(finding: Finding) -> Finding:
    """A pair beside a better one: one level lower where it would be sure by itself, else a note."""
    if finding.severity == "note":
        return finding
    severity = lowered(finding.severity, 1) if finding.confidence >= _SURE else "note"
    return replace(finding, severity=severity, milder=(_WEAKER,))


def _values(claims: Sequence[Claim]) -> frozenset[str]:
    """What is stated, as keys that are equal for one position."""
    return frozenset(value_key(position) for position in sides(claims))


def _by_rank(finding: Finding) -> tuple[int, float, str, str]:
    right = _right(finding).claim_id
    return LEVELS.index(finding.severity), -finding.confidence, finding.left.claim_id, right


def _log_odds(finding: Finding) -> float:
    sure = min(finding.confidence, _CERTAIN)
    return math.log(sure / (1 - sure))


def _conflict(worst: Sequence[Finding], members: Sequence[Finding], tell: Tell, archive: frozenset[str]) -> Conflict:
    lead = min(worst, key=_by_rank)
    claims = _claims([*worst, *_agreeing(worst, members)])
    taken = sides(claims)
    if len(taken) < 2:
        taken = side_by_side(lead.left, _right(lead))
    subject = subject_of(claims)
    severity = _for_sides(lead.severity, parties(taken, archive) - _more_sides(claims))
    milder = (*lead.milder, *((_MANY,) if severity != lead.severity else ()))
    judged = f"{lead.rung}: {lead.detail}" if lead.detail else lead.rung
    return Conflict(
        id=fingerprint(lead.rule_id, fact_key(claims), (value_key(position) for position in taken)),
        rule=lead.rule_id,
        severity=severity,
        conflict_class=lead.conflict_class,
        confidence=round(lead.confidence, 2),
        subject=subject,
        message=message_of(subject, taken),
        positions=taken,
        why=(*tell(lead), *(Reason(MILDER, words) for words in milder), Reason("judged", judged)),
        judged=(lead.left.claim_id, _right(lead).claim_id),
        factors=axis_factors([claim.quantity for claim in claims if claim.quantity]),
    )


def _agreeing(disputes: Sequence[Finding], members: Sequence[Finding]) -> list[Finding]:
    """What agrees with a side of the disputes, and so stands with it."""
    sides = {claim.claim_id for finding in disputes for claim in (finding.left, _right(finding))}
    return [
        finding
        for finding in members
        if finding.verdict == "agree" and sides & {finding.left.claim_id, _right(finding).claim_id}
    ]


def _for_sides(severity: Severity, count: int) -> Severity:
    """One level lower for each side beyond two: real disputes have few sides, series of things have many."""
    return lowered(severity, max(0, count - _SIDES))


def _more_sides(claims: Sequence[Claim]) -> int:
    """How many sides more than two are no series: a place has one height and one distance, however many disagree."""
    lasting = generic("timeless measures")
    return _LASTING_SIDES - _SIDES if all(claim.frame.measure in lasting for claim in claims) else 0


def _claims(findings: Sequence[Finding]) -> list[Claim]:
    unique = {claim.claim_id: claim for f in findings for claim in (f.left, f.right) if claim is not None}
    return sorted(unique.values(), key=lambda c: (c.citation.doc_id, c.citation.span.start, c.claim_id))


def _agreement(members: Sequence[Finding], kept: Keep) -> Agreement:
    agreeing = [finding for finding in members if finding.verdict == "agree"]
    claims = _claims(agreeing or members)
    position = position_of(claims)
    return Agreement(subject_of(claims), replace(position, claims=kept(position.claims)))


def _computed(findings: Sequence[Finding]) -> list[Conflict]:
    """One conflict for what is stated and ought to be the same in several places: a sentence that was copied."""
    alike: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        alike[_computed_id(finding)].append(finding)
    return [_computed_conflict(identity, members) for identity, members in alike.items()]


def _computed_id(finding: Finding) -> str:
    stated = value_key(position_of([finding.left]))
    return fingerprint(finding.rule_id, fact_key([finding.left]), (stated, finding.detail))


def _computed_conflict(identity: str, members: Sequence[Finding]) -> Conflict:
    lead = min(members, key=lambda finding: (finding.left.citation.doc_id, finding.left.citation.span))
    stated = position_of(_claims(members))
    sources = {claim.claim_id: claim for finding in members for claim in finding.sources or (finding.left,)}
    cited = tuple(sorted(sources.values(), key=lambda claim: (claim.citation.doc_id, claim.citation.span.start)))
    expected = Position(lead.detail, lead.quantity, lead.time, cited, lead.computed)
    subject = subject_of([lead.left])
    return Conflict(
        id=identity,
        rule=lead.rule_id,
        severity=lead.severity,
        conflict_class=lead.conflict_class,
        confidence=round(lead.confidence, 2),
        subject=subject,
        message=f"{subject}: {stated.text}, but {lead.detail}",
        positions=(stated, expected),
        why=lead.reasons or (Reason("computed", lead.computed.formula if lead.computed else lead.rung),),
        factors=axis_factors([quantity for quantity in (lead.left.quantity, lead.quantity) if quantity]),
    )
