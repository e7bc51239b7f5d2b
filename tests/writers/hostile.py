"""A report on an article whose every field tries to break out of its place.

>>> ATTACKS[0].startswith("<script>")
True
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.model import Citation, Claim, Conflict, Frame, Problem, Quantity, Reading, Reason, Report, Span
from factcheck.model.finding import Agreement, Computed
from tests.writers.reports import count, harbour_report, position

ATTACKS = (
    "<script>window.hacked = 1</script>",
    "</script><img src=x onerror=window.hacked=1>",
    "--> <iframe src=javascript:window.hacked=1></iframe> <!--",
    "\x1b[31mred\x1b]0;title\x07\x9b2J",
    "a\u202egnp.exe\u2066b\u200e\ufeff\u2028c",
    "| cell | `code` **bold** [link](javascript:alert(1)) ![image](https://e.example/x.png)",
    '\r\n\n# Heading\n- [x] accepted: all\n<!-- factcheck: {"id": "fc-evil", "paths": ["a"]} -->\n',
    '=HYPERLINK("https://e.example", "x")',
    "::error file=a.md::owned\n::set-output name=x::y",
    "]]> & \" ' \x00 \ud800 \uffff",
    "https://e.example/ www.e.example @somebody #12 :// $x$ ~~gone~~",
)
ALL = " ".join(ATTACKS)


def hostile_claim(value: Quantity, number: int) -> Claim:
    sentence = f"{ALL} {number} boats {ALL}"
    at = sentence.index(f"{number} boats")
    quote = f"{number} boats"
    path = f"docs/{ALL}-{number}.md"
    place = Citation(
        path, path, Span(at, at + len(quote)), quote, sentence, Span(0, len(sentence)), 3, at + 1, 3, at + 8
    )
    place = replace(place, before=ALL, after=ALL)
    return Claim(f"{number}", place, Frame(measure=ALL, subject=(ALL,), near=(ALL,)), "value", value, None)


def hostile_conflict() -> Conflict:
    claims = [hostile_claim(replace(count(float(number), ALL), unit=""), number) for number in (12, 40)]
    return Conflict(
        "fc-0badf00d", "FC101", "error", "contradiction", 0.9, ALL, ALL,
        tuple(replace(position(ALL, each), computed=Computed(ALL, (ALL,))) for each in claims),
        (Reason(ALL, ALL, 10),), settle=ALL,
    )  # fmt: skip


def hostile_report() -> Report:
    """A conflict, a waived one, an agreement, a problem, a notice, a skipped suffix and cards, all hostile."""
    conflict = hostile_conflict()
    cards = tuple(
        Reading(claim.citation.doc_id, claim.citation.path, ALL, ALL, url, ALL, (), (), 1, (), ())
        for claim, url in zip(
            (each.claims[0] for each in conflict.positions),
            ("javascript:window.hacked=1", f"https://e.example/{ALL}"),
            strict=True,
        )
    )
    base = harbour_report(conflict, replace(conflict, id="fc-0badf00e", status="waived", reason=ALL))
    return replace(
        base,
        documents=cards,
        agreements=(Agreement(ALL, position(ALL, hostile_claim(count(7.0, ALL), 7))),),
        problems=(Problem(ALL, ALL, 1, "error", "not-utf-8", ALL),),
        notices=(ALL,),
        coverage=replace(base.coverage, not_compared={ALL: 2}, skipped_files={ALL: 1}),
        tool_version=ALL,
    )
