"""The truth file: how facts are read, which claims they concern, what is told of a page that differs."""

from pathlib import Path

import pytest

from factcheck.comparing.judge.truth import against_facts, concerns
from factcheck.errors import CombinedUserError, UserError
from factcheck.model import Document, PositionMap
from factcheck.pipeline import read_passage
from factcheck.rulebook import rules_in_force
from factcheck.rulebook.facts import load_facts

RULES = rules_in_force()

FACTS = """\
# What our pages must say.
facts:
  - id: upload-limit
    says: Uploads on the free plan are limited to 20 MB.
    about: [upload, free plan]
    unless: archive
    only: docs/*
  - id: bridge-length
    says: The Lorvik bridge is 412 metres long.
    tolerance: 2 %
  - id: brewery
    says: The Lorvik brewery was founded on 9 May 1874.
    tolerance: 3 days
  - id: inhabitants
    says: Lorvik has 210,000 inhabitants.
    since: 2020-01-01
"""


def facts(tmp_path: Path, text: str = FACTS):
    file = tmp_path / "facts.yaml"
    file.write_text(text, encoding="utf-8")
    return load_facts(file, read_passage)


def mistakes(tmp_path, text):
    with pytest.raises(UserError) as caught:
        facts(tmp_path, text)
    error = caught.value
    return [str(one) for one in (error.errors if isinstance(error, CombinedUserError) else [error])]


def told(tmp_path, text, path="docs/a", facts_text=FACTS):
    reading = read_passage(Document(path, path, text, PositionMap.of_text(text)))
    found = against_facts(facts(tmp_path, facts_text), reading.claims, {reading.doc_id: reading}, RULES)
    return [(finding.rule_id, finding.verdict, " ".join(finding.left.citation.quote.split()[-2:])) for finding in found]


def test_facts_are_read_as_sentences(tmp_path):
    limit, bridge, brewery, inhabitants = facts(tmp_path)
    assert (limit.id, limit.claim.role) == ("upload-limit", "limit")
    assert limit.claim.citation.quote.endswith("20 MB")
    assert limit.place.endswith("facts.yaml:4")
    assert limit.about == (("upload",), ("free", "plan"))
    assert (limit.unless, limit.only) == ((("archive",),), ("docs/*",))
    assert (bridge.tolerance, brewery.days) == (0.02, 3)
    assert inhabitants.claim.as_of is not None
    assert inhabitants.claim.as_of.start.isoformat() == "2020-01-01"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On the free plan, uploads are limited to 25 MB.", [("FC503", "conflict", "25 MB")]),
        ("On the free plan, uploads are limited to 20 MB.", [("FC503", "agree", "20 MB")]),
        ("On the paid plan, uploads are limited to 25 MB.", []),
        ("On the free plan, archive uploads are limited to 25 MB.", []),
        ("The Lorvik bridge is 420 metres long.", [("FC501", "agree", "420 metres")]),
        ("The Lorvik bridge is 460 metres long.", [("FC501", "conflict", "460 metres")]),
        ("The Brellin bridge is 460 metres long.", []),
        ("The Lorvik brewery was founded on 12 May 1874.", [("FC502", "agree", "May 1874")]),
        ("The Lorvik brewery was founded on 19 May 1874.", [("FC502", "conflict", "May 1874")]),
        ("The Lorvik brewery was closed on 19 May 1874.", []),
    ],
)
def test_a_page_is_held_to_the_facts(tmp_path, text, expected):
    assert told(tmp_path, text) == expected


def test_a_fact_holds_only_where_it_says(tmp_path):
    text = "On the free plan, uploads are limited to 25 MB."
    assert told(tmp_path, text, path="docs/limits.md") != []
    assert told(tmp_path, text, path="blog/limits.md") == []


def test_headings_supply_what_the_sentence_leaves_out(tmp_path):
    assert told(tmp_path, "# Free plan\n\nUploads are limited to 25 MB.\n") == [("FC503", "conflict", "25 MB")]


def test_what_is_planned_or_a_part_is_not_held_to_a_fact(tmp_path):
    (_, bridge, *_) = facts(tmp_path)
    for text in (
        "The Lorvik bridge will be 460 metres long.",
        "For example, say that the Lorvik bridge is 460 metres long.",
    ):
        reading = read_passage(Document("a", "a", text, PositionMap.of_text(text)))
        assert reading.claims
        assert not any(concerns(bridge, claim) for claim in reading.claims)


def test_a_finding_names_the_place_of_the_fact(tmp_path):
    text = "The Lorvik bridge is 460 metres long."
    reading = read_passage(Document("a", "a", text, PositionMap.of_text(text)))
    (finding,) = against_facts(facts(tmp_path), reading.claims, {"a": reading}, RULES)
    assert finding.computed is not None
    assert finding.computed.formula == "truth file"
    assert finding.computed.inputs[0].endswith("facts.yaml:9: The Lorvik bridge is 412 metres long.")
    assert "“412 metres”" in finding.detail
    assert finding.severity == "error"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- id: a\n  says: Nothing to see.\n", "2:3: no figure or date found here"),
        ("- id: a\n  says: From 3 to 5 ships, or 9 boats.\n", "several values"),
        ("- id: a\n  says: Lorvik has 3 mills.\n  vlaue: 3\n", "3:3: unknown key 'vlaue' (did you mean 'value'?)"),
        ("- id: a\n  says: Lorvik has 3 mills.\n  value: 7\n", "3:3: no figure or date found here"),
        ("- id: a\n  says: Lorvik has 3 mills.\n  tolerance: much\n", "3:3: not a tolerance: 'much' (write '2 %' or"),
        ("- id: a\n  says: Lorvik has 3 mills.\n  since: May\n", "3:3: not a date: 'May'"),
        ("- says: Lorvik has 3 mills.\n", "1:3: a fact needs an 'id'"),
        ("- id: a\n", "1:3: a fact needs a sentence: 'says'"),
        ("- just words\n", "a fact is a map of keys"),
        ("facts: 3\n", "a truth file is a list of facts"),
        ("a: [", "not YAML"),
    ],
)
def test_mistakes_are_told_with_their_place(tmp_path, text, said):
    found = mistakes(tmp_path, text)
    assert any(said in line for line in found), found


def test_all_mistakes_are_told_at_once(tmp_path):
    text = "- id: a\n  says: Nothing.\n- id: a\n  sayz: Lorvik has 3 mills.\n"
    found = mistakes(tmp_path, text)
    assert len(found) == 4
    assert all("^" in line for line in found)


def test_a_missing_file_is_a_mistake(tmp_path):
    with pytest.raises(UserError, match="No such file"):
        load_facts(tmp_path / "nowhere.yaml", read_passage)
