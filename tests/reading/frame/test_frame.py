"""Claims from framed mentions: identity, citation, restated values, traces, names of the document, odd texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import claims_of, mention, unmark

from factcheck.model import Block, Document, Passage, PositionMap, Span
from factcheck.reading import read
from factcheck.reading.frame import frame
from tests.timing import cpu_seconds

WORDS = [
    *["5", "41", "2014", "$5", "18%", "3 km", "Russia", "Ukraine's", "of", "the", "when", "which", ",", ".", "(", ")"],
    *[
        '"',
        "`",
        "killed",
        "wounded",
        "said",
        "rose",
        "from",
        "to",
        "since",
        "in",
        "May",
        "people",
        "territory",
        "price",
    ],
    *["limit", "default", "maximum", "annexed", "by", "it", "he", "company", "–", ":", "'s", "no", "not", "will", "if"],
]


def document(text: str, **card: str) -> Document:
    return Document("d.txt", "d.txt", text, PositionMap.of_text(text), **card)  # type: ignore[arg-type]


def test_claim_cites_its_exact_place() -> None:
    claim = claims_of("The mill has closed.\nIt employed [850 people] in May.")[0]
    assert (claim.citation.quote, claim.citation.line, claim.citation.column) == ("850", 2, 13)
    assert (claim.citation.end_line, claim.citation.end_column) == (2, 16)


def test_claim_id_is_sixteen_hex_digits_of_document_and_place() -> None:
    one, again = claims_of("The mill employs [850 people]."), claims_of("The mill employs [850 people].")
    moved = claims_of("Now the mill employs [850 people].")
    assert one[0].claim_id == again[0].claim_id != moved[0].claim_id
    assert len(one[0].claim_id) == 16
    assert int(one[0].claim_id, 16) >= 0


def test_cell_cites_its_whole_row() -> None:
    text = "| Tarvik | 310,000 |\n"
    cell, row = Span(11, 18), Span(0, 20)
    passage = Passage(Block("cell", cell, row), (cell,), 0)
    claim = frame(document(text), (passage,), (mention(text, cell, 0),))[0]
    assert claim.citation.sentence == "| Tarvik | 310,000 |"


def test_trace_is_kept_only_when_asked() -> None:
    assert claims_of("The mill employs [850 people].")[0].trace == ()
    steps = {step.stage: step.detail for step in claims_of("The mill employs [850 people].", trace=True)[0].trace}
    assert steps["measure"] == "employees (measure: act)"


def test_restated_value_points_at_the_claim_it_repeats() -> None:
    first, second = read(document("The camp lies 10 miles (16 km) from Tarvik.")).claims
    assert second.restates == first.claim_id
    assert first.restates == ""


@pytest.mark.parametrize(
    "text",
    [
        "Lorvik, which Varennia annexed in 1931, has no harbour.",
        "Tension has run high since 1931, when Varennia annexed Lorvik.",
        "The annexation of Lorvik in 1931 was condemned abroad.",
        "In 1931, Varennia annexed Lorvik.",
        "Varennia’s 1931 annexation of Lorvik was condemned abroad.",
        "Lorvik was annexed by Varennia in 1931.",
    ],
)
def test_one_event_told_in_many_ways_has_one_measure_and_subject(text: str) -> None:
    claim = next(claim for claim in read(document(text)).claims if claim.citation.quote.endswith("1931"))
    assert claim.frame.measure == "annex"
    assert "Lorvik" in claim.frame.subject


def test_share_of_a_country_has_one_measure_under_verb_and_noun() -> None:
    left = read(document("Russia controls about 18% of Ukraine’s recognised territory.")).claims[0]
    right = read(document("Despite Russia’s occupation of more than 20% of Ukraine, talks began.")).claims[0]
    assert left.frame.measure == right.frame.measure == "territory"
    assert left.frame.verb == right.frame.verb == "control"
    assert left.frame.subject[:2] == right.frame.subject[:2] == ("Ukraine", "Russia")


def test_two_events_of_one_war_stay_two() -> None:
    began = read(document("The conflict has been ongoing since 2014.")).claims[-1]
    invaded = read(document("Prices rose after the invasion in February 2022.")).claims[-1]
    assert began.frame.measure != invaded.frame.measure


def test_duration_of_an_aggression_has_the_measure_of_its_start() -> None:
    lasting = read(document("Kyiv is tired after nearly three years of Russian aggression.")).claims[0]
    started = read(document("Russia’s invasion in February 2022 shook Kyiv.")).claims[0]
    assert lasting.frame.measure == started.frame.measure == "invade"
    assert "Russia" in lasting.frame.subject
    assert "Russia" in started.frame.subject


def test_surname_and_acronym_are_unfolded_as_the_document_says() -> None:
    text = (
        "The Northern Rail Authority (NRA) met Ana Bergqvist on Monday. "
        "The NRA runs 40 trains. Bergqvist asked for 60 trains."
    )
    named = {claim.citation.quote: claim.frame.subject for claim in read(document(text)).claims}
    assert "Northern Rail Authority" in named["40"]
    assert "Ana Bergqvist" in named["60"]


def test_date_in_another_clause_does_not_date_the_figure() -> None:
    text = "The fund holds 9% of Nordvik, which was founded in 1911."
    share = read(document(text)).claims[0]
    assert share.as_of is None


def test_date_of_the_event_itself_is_no_as_of_time() -> None:
    text = "The 3 May 2021 blast killed 41 people."
    toll = next(claim for claim in read(document(text)).claims if claim.citation.quote == "41")
    assert toll.as_of is None


def test_present_tense_holds_at_publication_and_past_at_what_the_passage_named() -> None:
    text = "On 3 May 2021 the ferry sank. The disaster killed 41 people. The line has 12 ships."
    claims = {claim.citation.quote: claim for claim in read(document(text, published="2021-06-01")).claims}
    killed, ships = claims["41"].as_of, claims["12"].as_of
    assert killed is not None
    assert killed.start is not None
    assert killed.start.isoformat() == "2021-05-03"
    assert ships is not None
    assert ships.start is not None
    assert ships.start.isoformat() == "2021-06-01"


def test_other_values_of_the_sentence_are_comparable_keys() -> None:
    claims = read(document("In 2014 the blast killed 41 people and destroyed 18 percent of Lorvik.")).claims
    killed = next(claim for claim in claims if claim.citation.quote == "41")
    assert set(killed.frame.others) == {"2014", "18 percent"}


def test_identifiers_are_kept_as_written() -> None:
    claim = claims_of("Set `pool_size` or --max-idle to [10 workers] in server.yaml.toml.")[0]
    assert claim.frame.identifiers[:2] == ("pool_size", "--max-idle")


@pytest.mark.parametrize(
    "text",
    ["[1]", "(" * 300 + "[1]", "the " * 3000 + "[5 people]", "A, " * 3000 + "[5 people] died", "`" * 500 + " [7]"],
)
def test_odd_texts_end_soon(text: str) -> None:
    assert cpu_seconds(lambda: claims_of(text)) < 1.0


@pytest.mark.parametrize("piece", ["killed 5 and ", "the Lorvik of ", "A B (C) ", "5, ", "said X said "])
def test_long_sentences_take_linear_time(piece: str) -> None:
    def cost(times: int) -> float:
        text = piece * times
        span = Span(0, len(text))
        passage = Passage(Block("paragraph", span, span), (span,), 0)
        marked = unmark(text + "[7]").text
        figure = mention(marked, Span(len(marked) - 1, len(marked)), 0)
        return cpu_seconds(lambda: frame(document(marked), (passage,), (figure,)))

    cost(200)
    assert cost(16_000) < 1.5


def test_frame_of_no_mentions_is_empty() -> None:
    text = "Nothing is counted here."
    span = Span(0, len(text))
    assert frame(document(text), (Passage(Block("paragraph", span, span), (span,), 0),), ()) == ()


@pytest.mark.parametrize(
    "piece",
    ["5 and ", "killed 5 people in Lorvik and ", "5 km, ", "in 2014, when X annexed Y, ", "1,", "(3) ", "A-", "£5 of "],
)
def test_many_figures_in_one_run_on_take_linear_time(piece: str) -> None:
    def cost(size: int) -> float:
        text = piece * (size // len(piece))
        span = Span(0, len(text))
        passage = Passage(Block("paragraph", span, span), (span,), 0)
        figures = [Span(at, at + 1) for at in range(0, len(text), max(len(piece), 5)) if text[at].isalnum()]
        mentions = tuple(mention(text, figure, 0) for figure in figures)
        return cpu_seconds(lambda: frame(document(text), (passage,), mentions))

    cost(1_000)
    assert cost(16_000) < 6 * max(cost(4_000), 0.1)


@given(st.text(max_size=300), st.lists(st.tuples(st.integers(0, 300), st.integers(1, 12)), max_size=6))
def test_any_text_and_any_places_give_claims_and_no_exception(text: str, places: list[tuple[int, int]]) -> None:
    spans, at = [], 0
    for start, length in sorted(places):
        if at <= start < len(text):
            spans.append(Span(start, min(len(text), start + length)))
            at = spans[-1].end
    whole = Span(0, len(text))
    passage = Passage(Block("paragraph", whole, whole), (whole,), 0)
    claims = frame(document(text), (passage,), tuple(mention(text, span, 0) for span in spans))
    assert len(claims) <= len(spans)
    assert all(claim.citation.span.of(text) == claim.citation.quote for claim in claims)
    assert all(claim.citation.sentence_span.of(text) == claim.citation.sentence for claim in claims)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
def test_any_order_of_words_gives_claims_and_no_exception(words: list[str]) -> None:
    claims = read(document(" ".join(words))).claims
    assert all(claim.frame.modality for claim in claims)


def test_a_figure_of_the_larger_one_behind_it_is_a_part():
    (part, whole) = claims_of("[Fifteen] of the [more than 200] villagers returned.")
    assert (part.role, whole.role) == ("part", "value")
