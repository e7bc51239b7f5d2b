"""Labelled ports are read as ports, other numbers beside the word are not."""

from __future__ import annotations

import time

import pytest

from factcheck.lexicon.load import entries
from factcheck.model import Claim, Document, PositionMap
from factcheck.pipeline import read_passage
from factcheck.reading.ports import _MAY_LABEL as MAY_LABEL
from factcheck.reading.ports import ports_in


def ports(text: str) -> list[str]:
    return [text[span.start : span.end] for span, _, _ in ports_in(text)]


def claims(text: str) -> tuple[Claim, ...]:
    return read_passage(Document("a", "a", text, PositionMap.of_text(text))).claims


@pytest.mark.parametrize(
    ("text", "expected"), [(e["text"], e["ports"]) for entry in entries("en/ports.yaml") for e in entry["examples"]]
)
def test_the_lexicon_is_true_of_its_examples(text, expected):
    assert ports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The gateway listens on port 8443.", ["8443"]),
        ("The agent uses ports 80, 443 and 8080.", ["80", "443", "8080"]),
        ("Ports 30000-32767 are left to the nodes.", ["30000-32767"]),
        ("Open the ports 5000 to 5010.", ["5000 to 5010"]),
        ("Set `containerPort: 8081` in the manifest.", ["8081"]),
        ("Start it with server.port=9001.", ["9001"]),
        ("The broker answers on 5672/tcp and TCP/5671.", ["5672", "5671"]),
        ("The HTTP port (8080) is open.", ["8080"]),
        ("The metrics port is `9100`.", ["9100"]),
        ("Open the 9090 port.", ["9090"]),
        ("It has port 8443 open for browsers, 9443 for the API, and 5000 boats.", ["8443", "9443"]),
        ("The switch has 48 ports.", []),
        ("Use port 3 of the switch.", []),
        ("The port of 4,100 inhabitants lies east.", []),
        ("We support 8080 boats and import 5000 lamps.", []),
        ("support: 8080, transport=9000", []),
        ("It binds port 90000.", []),
        ("Version 5.2 ports 3 of the drivers.", []),
        ("Port 22.5 is none.", []),
    ],
)
def test_ports_of_a_sentence(text, expected):
    assert ports(text) == expected


def test_a_port_is_a_claim_about_who_listens():
    (claim,) = claims("The Alma gateway listens on TCP port 8443.")
    assert (claim.citation.quote, claim.frame.measure, claim.quantity.dimension) == ("8443", "port", "port")
    assert claim.frame.modifiers == ("tcp",)
    assert claim.frame.subject[0] == "Alma"


def test_a_column_of_ports_names_its_services():
    table = (
        "| Service | Port |\n|---|---|\n| Broker | 5672 |\n| Web | 80, 443 |\n| API | 8443/tcp |\n| Pumps | none |\n"
    )
    read = [(claim.citation.quote, claim.frame.measure, claim.frame.subject) for claim in claims(table)]
    assert read == [
        ("5672", "port", ("Broker",)),
        ("80", "port", ("Web",)),
        ("443", "port", ("Web",)),
        ("8443", "port", ("API",)),
    ]


def test_a_row_of_a_table_of_settings_is_a_port_by_its_name():
    table = "| Variable | Default |\n|---|---|\n| PORT | 8000 |\n| `METRICS_PORT` | `9100` |\n| `workers` | 4 |\n"
    read = [(claim.citation.quote, claim.frame.measure, claim.frame.subject, claim.role) for claim in claims(table)]
    assert read[:2] == [("8000", "port", (), "default"), ("9100", "port", ("METRICS_PORT",), "default")]
    assert read[2][0] == "4"
    assert read[2][1] != "port"


def test_hostile_text_takes_linear_time():
    for piece in ("ports 1,", "port: ", "a.b-", "1/tcp ", "ports 1 and ", "xPort=", "____port", "80-90-"):
        text = piece * (100_000 // len(piece))
        start = time.process_time()
        ports_in(text)
        assert time.process_time() - start < 2, piece


@pytest.mark.parametrize("text", [e["text"] for entry in entries("en/ports.yaml") for e in entry["examples"]])
def test_what_is_passed_over_at_a_glance_holds_no_port(text):
    assert MAY_LABEL.search(text) or not ports(text)


def test_reports_and_airports_are_passed_over_at_a_glance():
    assert MAY_LABEL.search("The airport reported 8,080 passengers.") is None
    assert MAY_LABEL.search("containerPort: 8080")
    assert MAY_LABEL.search("5672/tcp")
