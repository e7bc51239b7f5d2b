"""Labelled port numbers: "listens on port 8443", "ports 80 and 443", ``containerPort: 8080``, "5672/tcp", under "Port".

They are quantities of a dimension of their own, so that a port is compared with ports alone. A number that nothing
labels as a port is none, and neither is the third port of a switch.

>>> [span for span, _, _ in ports_in("It uses ports 8080-8090 and 443, and port 7 of the switch.")]
[Span(start=14, end=23), Span(start=28, end=31)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.lexicon.load import entries
from factcheck.model import Block, Document, Interval, Passage, Quantity, QuantityMention, Span

PORT = "port"
"""The dimension of a port number."""
PORT_WORDS = frozenset({PORT, "ports"})
"""The words that say that a port follows, in lower case."""

_LAST, _FIRST_FREE = 65_535, 1_024
_ONE = r"[`\"'*]{0,2}\d{1,5}(?:/(?:tcp|udp))?[`\"'*]{0,2}"
_LIST = (
    rf"{_ONE}(?:(?:\s?,\s?(?:(?:and|or)\s)?|\s(?:and|or|to|through)\s|\s?[-–/&]\s?){_ONE}){{0,30}}(?!\w|[.:]\d|\s?%)"
)
# "port 80", "ports: 80, 443", "port (8080)", "port is 80", "port number 25".
_NAMED = re.compile(
    rf"(?<![\w-])ports?(?:\s(?:numbers?|no\.))?(?:\s(?:is|are|was|=|to|defaults\sto))?[\s:=#(]{{1,2}}({_LIST})", re.I
)
# containerPort: 8080, PORT=8000, server.port = 8080, --metrics-port=9100; no "support: 5".
_ASSIGNED = re.compile(
    rf"(?<![\w.-])(?:[\w.-]{{0,40}}(?:[a-z0-9]Port|[_.-](?:port|PORT))|port|PORT)[`\"']{{0,2}}\s?[:=]\s?({_LIST})"
)
# "TCP/443", "TCP 443", "8443/tcp", "the 9090 port".
_TAGGED = re.compile(
    r"\b(?:tcp|udp)(?:/(?:tcp|udp))?[\s/:](?:port\s)?(\d{1,5})(?!\w|[.:]\d)|(?<![\w.:/-])(\d{1,5})(?=/(?:tcp|udp)\b)",
    re.I,
)
_BEHIND = re.compile(r"(?<![\w.:,-])(\d{4,5})(?= port\b)", re.I)
# "port 8443 for browsers, 9443 for the API": a further port of a sentence that has named one.
_FURTHER = re.compile(r"(?:,|,? and|,? or) (\d{4,5})(?= (?:for|to|on|\()\b)")
# What labels a port, as far as one look tells: no report and no airport, but a containerPort. The search runs from one
# first letter to the next.
_MAY_LABEL = re.compile(r"[pPtTuU](?:(?i:(?<=(?<![a-z])p)ort|(?<=t)cp|(?<=u)dp)|(?<=P)(?:ort|ORT))")
_NUMBER = re.compile(r"\d{1,5}")
_RANGED = re.compile(r"(\d{1,5})(?:/\w{3})?(?:\s?[-–]\s?|\s(?:to|through)\s)(\d{1,5})")
_CELL = re.compile(rf"(?:(?:tcp|udp)[\s:/]\s?)?{_LIST}(?:\s?\((?:default|tcp|udp|https?|tls)\))?", re.I)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[_\-./\s]+")

Found = tuple[Span, int, int]
"""Where a port stands, and the first and last number of it."""


def read_ports(document: Document, passages: Sequence[Passage]) -> tuple[QuantityMention, ...]:
    """The labelled ports of the passages, in the order of the text; spans are absolute and do not overlap."""
    named = _MAY_LABEL.search(document.text) is not None
    return tuple(mention for passage in passages for mention in _of_passage(document.text, passage, named))


def _of_passage(text: str, passage: Passage, named: bool) -> Iterator[QuantityMention]:
    """The ports of a passage; ``named`` says whether any word of the document could label one."""
    block = passage.block
    headed = _headed(block)
    if not headed and not named:
        return
    for sentence in passage.sentences:
        if not headed and _MAY_LABEL.search(text, sentence.start, sentence.end) is None:
            continue
        words = sentence.of(text)
        low = words.lower()
        if headed and _CELL.fullmatch(words.strip()) is not None:
            found = _likely(tuple(_numbers(words, Span(0, len(words)))), low)
        else:
            found = ports_in(words)
        yield from (_mention(span.shifted(sentence.start), first, last) for span, first, last in found)


@cache
def _listed(name: str) -> frozenset[str]:
    return next(frozenset(entry["words"]) for entry in entries("en/ports.yaml") if entry["list"] == name)


def is_protocol(word: str) -> bool:
    """Whether a word says what a port is for."""
    return word.lower() in _listed("protocols")


def heads_port(label: str) -> bool:
    """Whether a header or key says that a port follows: its last word does ("containerPort", "HTTP port").

    >>> heads_port("METRICS_PORT"), heads_port("Supported ports"), heads_port("Support")
    (True, True, False)
    """
    words = [word for word in _CAMEL.split(label.strip("`*\"' ")) if word]
    return bool(words) and words[-1].lower() in PORT_WORDS


def _headed(block: Block) -> bool:
    return bool(block.labels) and any(
        label.kind in ("column", "key", "row") and heads_port(label.text) for label in block.labels
    )


def ports_in(text: str) -> tuple[Found, ...]:
    """The labelled ports of a text, in order."""
    lists = [match.span(1) for pattern in (_NAMED, _ASSIGNED) for match in pattern.finditer(text)]
    found = [port for start, end in lists for port in _numbers(text, Span(start, end))]
    for pattern in (_TAGGED, _BEHIND):
        for match in pattern.finditer(text):
            found += _numbers(text, Span(*match.span(match.lastindex or 1)))
    if found:
        found += [port for match in _FURTHER.finditer(text) for port in _numbers(text, Span(*match.span(1)))]
    kept: list[Found] = []
    for port in sorted(found, key=lambda each: (each[0].start, -each[0].end)):
        if not kept or kept[-1][0].end <= port[0].start:
            kept.append(port)
    return _likely(kept, text.lower())


def _numbers(text: str, span: Span) -> Iterator[Found]:
    position = span.start
    while (match := _NUMBER.search(text, position, span.end)) is not None:
        ranged = _RANGED.match(text, match.start(), span.end)
        if ranged is not None and int(ranged[1]) < int(ranged[2]):
            yield Span(*ranged.span()), int(ranged[1]), int(ranged[2])
            position = ranged.end()
        else:
            yield Span(*match.span()), int(match[0]), int(match[0])
            position = match.end()


def _likely(found: Sequence[Found], low: str) -> tuple[Found, ...]:
    """What are ports and not the sockets of a device: numbers that are free or well known, or a word says so."""
    possible = [port for port in found if 0 < port[1] <= port[2] <= _LAST]
    if not possible:
        return ()
    told = not _listed("network words").isdisjoint(re.findall(r"[a-z]+", low))
    known = _listed("well known")
    return tuple(port for port in possible if told or port[1] >= _FIRST_FREE or str(port[1]) in known)


def _mention(span: Span, first: int, last: int) -> QuantityMention:
    stated = Interval(float(first), float(last))
    return QuantityMention(span, span, Quantity("number", stated, stated, dimension=PORT, decimals=0))
