"""A corpus kept warm while its files are edited: a whole check once, then only what an edit can change.

After an edit, the edited documents are read again and compared with the documents that share a block key with them;
every conflict that cites none of them stays as it is. The corpus statistics are those of the last whole check, so a
weight can differ by a rounding from that of a whole check; ``check()`` settles it.

    session = Session(["docs/"], Settings())
    report = session.check()
    report = session.update([SourceFile.of_bytes("docs/limits.md", b"..."])
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from factcheck import pipeline
from factcheck.cached_reading import read_unit, scoped
from factcheck.model import Conflict, Problem, Reading, Report
from factcheck.model.finding import Agreement, Coverage
from factcheck.readers import SourceFile, read_file
from factcheck.settings import Settings
from factcheck.standing import settle
from factcheck.store.entries import Entry

Fact = TypeVar("Fact", Conflict, Agreement)


class Session:
    """The readings of the files under ``paths``, what they were compared with, and the last report on them."""

    def __init__(self, paths: Sequence[str], settings: Settings) -> None:
        self._paths, self._settings = tuple(paths), settings
        self._by_path: dict[str, tuple[Reading, ...]] = {}
        self._by_id: dict[str, Reading] = {}
        self._report: Report | None = None

    def files(self) -> dict[str, SourceFile]:
        """The files there are now, by path. Raises UserError when there is nothing to read."""
        asked = (*self._paths, *self._settings.against)
        found = pipeline.collected(asked, self._settings)
        return {file.path: scoped(file, self._settings) for file in found.files}

    def readings_of(self, path: str) -> tuple[Reading, ...]:
        """What was read of this file; () if it is none of the session's."""
        return self._by_path.get(path, ())

    def check(self) -> Report:
        """Read what is not in the cache, compare everything."""
        from factcheck.comparing.neighbours import Neighbours
        from factcheck.rulebook.facts import load_facts

        result = pipeline.extract((*self._paths, *self._settings.against), self._settings)
        self._archive = pipeline.archive_of(result.readings, self._paths, self._settings)
        self._rules = pipeline.rules_of(self._settings)
        facts = self._settings.facts
        self._facts = load_facts(Path(facts), pipeline.read_passage) if facts else ()
        self._neighbours = Neighbours(result.readings, self._settings.group_by)
        self._by_id = {reading.doc_id: reading for reading in result.readings}
        by_path: defaultdict[str, list[Reading]] = defaultdict(list)
        for reading in result.readings:
            by_path[reading.path].append(reading)
        self._by_path = {path: tuple(readings) for path, readings in by_path.items()}
        self._report = pipeline.judge(result, self._settings, self._archive)
        return self._report

    def update(self, files: Sequence[SourceFile], gone: Iterable[str] = ()) -> Report:
        """The report after these files changed or came, and those of the paths ``gone`` went."""
        if self._report is None:
            return self.check()
        before, paths = self._report, {*gone, *(file.path for file in files)}
        touched, problems = self._take_in(files, paths)
        stay, shaken = _split(before.conflicts, touched)
        open_ = touched | _all_documents(shaken)
        conflicts, agreements = self._compared(open_, self._neighbours.of(touched) - open_)
        left = frozenset[str]().union(*map(_claims_of, shaken))
        fresh = [fact for fact in conflicts if documents_of(fact) & touched or _claims_of(fact) <= left]
        agreeing = [fact for fact in agreements if documents_of(fact) & touched]
        self._report = replace(
            before,
            conflicts=(*stay, *fresh),
            agreements=(*_split(before.agreements, touched)[0], *agreeing),
            problems=tuple(sorted({*(each for each in before.problems if each.path not in paths), *problems})),
            documents=tuple(replace(self._by_id[doc_id], claims=()) for doc_id in sorted(self._by_id)),
            coverage=self._coverage(before),
        )
        return self._report

    def _take_in(self, files: Sequence[SourceFile], paths: Iterable[str]) -> tuple[frozenset[str], list[Problem]]:
        """Read the files anew: the ids of all documents that were or are under the paths, and what cannot be read."""
        old = [reading.doc_id for path in paths for reading in self._by_path.pop(path, ())]
        for doc_id in old:
            del self._by_id[doc_id]
        problems: list[Problem] = []
        for file in files:
            for entry in _entries(file):
                problems += [*entry.problems, *(problem for reading in entry.readings for problem in reading.problems)]
                new = tuple(reading for reading in entry.readings if reading.doc_id not in self._by_id)
                self._by_id.update((reading.doc_id, reading) for reading in new)
                self._by_path[file.path] = (*self.readings_of(file.path), *new)
        fresh = [reading for file in files for reading in self.readings_of(file.path)]
        self._neighbours.replace(old, fresh)
        return frozenset((*old, *(reading.doc_id for reading in fresh))), problems

    def _compared(
        self, doc_ids: frozenset[str], near: frozenset[str]
    ) -> tuple[Sequence[Conflict], Sequence[Agreement]]:
        """Facts of these documents and those near them, which are not compared with each other; weighed as part of the
        whole corpus, with the user's word on each."""
        from factcheck.comparing.compare import CompareOptions, compare

        readings = [self._by_id[doc_id] for doc_id in sorted(doc_ids | near) if doc_id in self._by_id]
        options = CompareOptions(self._settings.group_by, self._archive | near, self._facts)
        found = compare(readings, self._rules, options, self._neighbours.surroundings)
        return settle(found.conflicts, readings, self._settings).conflicts, found.agreements

    def _coverage(self, before: Report) -> Coverage:
        readings = self._by_id.values()
        return replace(
            before.coverage,
            documents=len(readings),
            mentions=sum(reading.mentions for reading in readings),
            claims=sum(len(reading.claims) for reading in readings),
        )


def documents_of(fact: Conflict | Agreement) -> frozenset[str]:
    """The ids of the documents that a conflict or an agreement cites."""
    positions = fact.positions if isinstance(fact, Conflict) else (fact.position,)
    return frozenset(claim.citation.doc_id for position in positions for claim in position.claims)


def _all_documents(facts: Iterable[Conflict]) -> frozenset[str]:
    return frozenset[str]().union(*map(documents_of, facts))


def _split(facts: Iterable[Fact], touched: frozenset[str]) -> tuple[list[Fact], list[Fact]]:
    """Those that cite none of the touched documents, and those that do."""
    stay: list[Fact] = []
    shaken: list[Fact] = []
    for fact in facts:
        (shaken if documents_of(fact) & touched else stay).append(fact)
    return stay, shaken


def _claims_of(conflict: Conflict) -> frozenset[str]:
    return frozenset(claim.claim_id for position in conflict.positions for claim in position.claims)


def _entries(file: SourceFile) -> list[Entry]:
    if not file.is_table:
        return [read_unit(file)]
    rows = list(read_file(file))
    return [Entry((), (row,)) if isinstance(row, Problem) else read_unit(row) for row in rows]
