"""What is fuzzed: for each target a function of bytes that must neither raise nor give a wrong answer.

>>> TARGETS["quantities"](b"Ten of 12 ships.")
>>> sorted(TARGETS)[-4:]
['sarif', 'sources', 'suppressions', 'waivers']
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from factcheck import configuration
from factcheck.errors import UserError
from factcheck.model import Document, PositionMap, Problem, Report, Span
from factcheck.readers import SourceFile, read_file, sources, suffixes
from factcheck.reading import read as reading
from factcheck.reading.dates import read_times
from factcheck.reading.quantities import read_quantities
from factcheck.reading.segment import blocks, legible, segment
from factcheck.rulebook.constants import load_constants
from factcheck.rulebook.facts import load_facts
from factcheck.rulebook.load import load_rules
from factcheck.store import accept, baseline, suppressions, waivers
from factcheck.writers import markdown, sarif
from tests.writers.reports import card, citation, claim, count, harbour_report, position

Target = Callable[[bytes], None]


def read(suffix: str, content: bytes) -> None:
    """A reader gives documents whose blocks lie in their texts, and problems."""
    for item in read_file(SourceFile.of_bytes(f"a{suffix}", content)):
        if isinstance(item, Problem):
            assert item.level in ("error", "note")
            continue
        for block in blocks(item):
            assert 0 <= block.line.start <= block.span.start <= block.span.end <= block.line.end <= len(item.text)
            line, column, _ = item.position_map.locate(block.span.start)
            assert line >= 1
            assert column >= 1
        view = legible(item)
        for passage in segment(view.document):
            assert all(0 <= span.start <= span.end <= len(view.document.text) for span in passage.sentences)


def quantities(content: bytes) -> None:
    """Mentions quote the text, stand in order and do not overlap; no end is beyond the other."""
    text = content.decode("utf-8", "replace")
    end = 0
    for mention in read_quantities(text, (Span(0, len(text)),), ()):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end
        for interval in (mention.quantity.stated, mention.quantity.implied):
            assert interval.lo is None or interval.hi is None or interval.lo <= interval.hi


def dates(content: bytes) -> None:
    """Mentions quote the text, stand in order and do not overlap; no day is after the other."""
    text = content.decode("utf-8", "replace")
    document = Document("a", "a.txt", text, PositionMap.of_text(text), published="2024-05-03")
    end = 0
    for mention in read_times(document, segment(document)):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end
        for days in (mention.time.days, mention.time.implied):
            assert days.start is None or days.end is None or days.start <= days.end


def require(holds: bool) -> None:
    assert holds


def rules(content: bytes) -> None:
    """A rule file is a rule or a mistake of its writer."""
    with TemporaryDirectory() as folder:
        Path(folder, "a.yaml").write_bytes(content)
        try:
            load_rules(Path(folder))
        except UserError as mistake:
            require(bool(str(mistake)))


def _in_a_folder(name: str, load: Callable[[Path], object], content: bytes) -> None:
    """A file of that name is what it should be, or a mistake of its writer that shows its own line and no other."""
    with TemporaryDirectory() as folder:
        Path(folder, name).write_bytes(content)
        try:
            load(Path(folder, name))
        except UserError as mistake:
            require(bool(str(mistake)))


def configuration_of(file: Path) -> None:
    """As one that was named, and as one that was found: that may reach nothing outside its folder."""
    with suppress(UserError):
        configuration.load(str(file), str(file.parent))
    found = configuration.load(None, str(file.parent)).values
    assert found["root"] == str(file.parent)
    for field in ("baseline", "waivers", "cache_dir"):
        assert found.get(field) is None or Path(found[field]).resolve().is_relative_to(file.parent.resolve())


def sources_of(file: Path) -> None:
    """What the entries give a page is one of the kinds of values that a page may be given."""
    given = sources.load(file.parent, file.name).given(file.parent / "a.md")
    assert given.published is None or date.fromisoformat(given.published[:10])


def suppressed(content: bytes) -> None:
    """Every suppression means lines of its page, whatever its format."""
    text = content.decode("utf-8", "replace")
    most = len(text) + 1
    for suffix in (".md", ".mdx", ".html", ".rst", ".adoc"):
        for found in suppressions.find(text, suffix):
            assert 1 <= found.line <= most
            assert found.first <= found.last + 1 <= most + 1


def report_of(content: bytes) -> Report:
    """A report whose every text comes from the bytes."""
    words = content.decode("utf-8", "replace").split("\x1e")
    path, quote, before, after, subject, title, url = (*words, *[""] * 7)[:7]
    quote = quote or "41"
    place = replace(citation(path or "a.md", 3, f"{quote}{after}", quote), before=before[:50], after=after[:50])
    other = citation("b.md", 1, f"{after}{quote}", quote)
    sides = (position(quote, claim(place, count(41, subject))), position(title, claim(other, count(29, after))))
    report = harbour_report()
    conflict = replace(report.conflicts[0], positions=sides, subject=subject, message=before, reason=after)
    cards = tuple(
        card(each.citation.doc_id, title, subject, title=title, url=url) for side in sides for each in side.claims
    )
    return replace(report, conflicts=(conflict,), documents=cards, notices=(subject,))


def write_sarif(content: bytes) -> None:
    """SARIF is JSON with a place for every result, whatever the article says."""
    written = json.loads(sarif.write(report_of(content)))
    (result,) = written["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] >= 1


def write_markdown(content: bytes) -> None:
    """The marker of the one conflict can be read back when its box is ticked, and no text makes another."""
    report = report_of(content)
    written = markdown.write(report)
    assert sum(line.startswith("<!-- factcheck: ") for line in written.splitlines()) == 1
    ticked = written.replace("- [ ] accepted: …", "- [x] accepted: seen", 1)
    marks = accept.read_review(ticked, "report.md")
    assert {mark.id for mark in marks} == {report.conflicts[0].id}


def _parse(parse: Callable[[str, str], object], path: str, content: bytes) -> None:
    try:
        parse(content.decode("utf-8", "replace"), path)
    except UserError as mistake:
        require(bool(str(mistake)))


TARGETS: Mapping[str, Target] = MappingProxyType(
    {
        **{f"read {suffix}": partial(read, suffix) for suffix in sorted(suffixes())},
        "quantities": quantities,
        "dates": dates,
        "rules": rules,
        "facts": partial(_in_a_folder, "facts.yaml", partial(load_facts, reader=reading)),
        "constants": partial(_in_a_folder, "constants.yaml", partial(load_constants, reader=reading)),
        "configuration": partial(_in_a_folder, "factcheck.toml", configuration_of),
        "sources": partial(_in_a_folder, "sources.yaml", sources_of),
        "suppressions": suppressed,
        "sarif": write_sarif,
        "markdown": write_markdown,
        "accept": partial(_parse, accept.read_review, "report.md"),
        "waivers": partial(_parse, waivers.parse, "waivers.yaml"),
        "baseline": partial(_parse, baseline.parse, "baseline.json"),
    }
)
