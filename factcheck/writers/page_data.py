"""What the HTML page shows, as plain data for its script: text made harmless, links checked, numbers on one axis.

>>> from factcheck.model import Report
>>> from factcheck.model.finding import Coverage
>>> sorted(page_data(Report(Coverage(0, 0, 0, 0, 0), (), (), (), ()), PLAIN))
['agreements', 'conflicts']
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model import Claim, Conflict, Position, Report, RuleCard
from factcheck.model.finding import Agreement
from factcheck.writers.evidence import difference_of, evidence_of, milder_of, rules_of, why_line
from factcheck.writers.layout import PLAIN, Layout
from factcheck.writers.neutralise import one_line
from factcheck.writers.ordering import ordered
from factcheck.writers.plotting import plot_of
from factcheck.writers.quoting import file_link, passage, text_fragment
from factcheck.writers.settling import settling
from factcheck.writers.shape import Cards, Object, cards_of, confidence
from factcheck.writers.sides import told_places
from factcheck.writers.wording import days_words, implied_words, source_name, stated_words

__all__ = ["PLAIN", "page_data"]


def page_data(report: Report, layout: Layout) -> Object:
    """Everything the script needs; known conflicts are there too, for the page filters them by status."""
    cards, rules = cards_of(report.documents), rules_of(report)
    every = ordered(report.conflicts)
    return {
        "conflicts": [_conflict(conflict, cards, rules, layout) for conflict in every[: layout.max_conflicts]],
        "agreements": [_agreement(agreement, cards, layout) for agreement in report.agreements],
    }


def _conflict(conflict: Conflict, cards: Cards, rules: Mapping[str, RuleCard], layout: Layout) -> Object:
    claims = [claim for position in conflict.positions for claim in position.claims]
    return {
        "id": one_line(conflict.id),
        "rule": one_line(conflict.rule),
        "severity": conflict.severity,
        "class": conflict.conflict_class,
        "confidence": confidence(conflict),
        "status": conflict.status,
        "reason": one_line(conflict.reason),
        "subject": one_line(conflict.subject or conflict.message),
        "message": one_line(conflict.message),
        "settle": settling(conflict, cards),
        "topics": sorted({one_line(word) for claim in claims for word in (claim.frame.measure, *claim.frame.subject)}),
        "paths": sorted({claim.citation.path for claim in claims}),
        "plot": plot_of(conflict, cards),
        "positions": [_position(conflict, position, cards, layout) for position in conflict.positions],
        "because": why_line(conflict, rules),
        "why": [
            [one_line(reason.step.replace("_", " ")), one_line(reason.detail), reason.weight / 10]
            for reason in evidence_of(conflict)
            if reason.weight
        ],
        "verdict": difference_of(conflict),
        "milder": [[name.capitalize(), words] for name, words in milder_of(conflict).items()],
    }


def _position(conflict: Conflict, position: Position, cards: Cards, layout: Layout) -> Object:
    return {
        "text": one_line(position.text),
        "computed": position.computed is not None,
        "places": [_place(claim, cards, layout) for claim in told_places(conflict, position)],
    }


def _place(claim: Claim, cards: Cards, layout: Layout) -> Object:
    card, cited = cards.get(claim.citation.doc_id), claim.citation
    quoted = passage(cited)
    return {
        "source": one_line(source_name(card, claim)),
        "title": one_line(card.title) if card else "",
        "published": one_line(card.published or "") if card else "",
        "as_of": days_words(claim.as_of) if claim.as_of else "",
        "place": one_line(f"{cited.path}:{cited.line}:{cited.column}")
        + (f" (page {cited.page})" if cited.page is not None else ""),
        "link": file_link(cited.path, cited.line, prefix=layout.link_prefix),
        "web": text_fragment(card.url, quoted) if card else "",
        "context": [one_line(cited.before), one_line(cited.after)],
        "quote": list(quoted),
        "stated": one_line(stated_words(claim)),
        "implied": one_line(implied_words(claim)),
    }


def _agreement(agreement: Agreement, cards: Cards, layout: Layout) -> Object:
    places = []
    for claim in agreement.position.claims:
        cited = claim.citation
        link = file_link(cited.path, cited.line, prefix=layout.link_prefix)
        source = one_line(source_name(cards.get(cited.doc_id), claim))
        places.append({"place": one_line(f"{cited.path}:{cited.line}"), "link": link, "source": source})
    return {"subject": one_line(agreement.subject), "text": one_line(agreement.position.text), "places": places}
