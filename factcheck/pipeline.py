"""The way through, on one screen: files → documents → readings → conflicts → report.

    report = check(["articles/"], Settings())

Reading is one document at a time, spread over processes and cached; comparing sees all readings at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import engines
from factcheck.cached_reading import Progress, read_units, scoped, until_fault
from factcheck.errors import UserError
from factcheck.model import Document, Problem, Reading, Report
from factcheck.model.problem import internal_error
from factcheck.readers import SourceFile, read_file, read_files
from factcheck.readers.collect import Collected, collect
from factcheck.readers.source_file import Given
from factcheck.reading import read
from factcheck.settings import Settings
from factcheck.standing import require_rules, settle
from factcheck.store import last_comparison, program
from factcheck.store.cache import ReadingCache
from factcheck.store.derived import RULES, derived
from factcheck.store.entries import Entry

if TYPE_CHECKING:
    from factcheck.comparing.compare import CompareOptions, Comparison
    from factcheck.rulebook import Rule


@dataclass(frozen=True, slots=True)
class ReadingResult:
    """Readings in the order of the files, what could not be read, files passed over by reason, notices to the user.

    Claims from the cache are loaded when they are asked for, so notices may come until then. ``marks`` names the
    content of each document, by doc_id; None where nothing is kept.
    """

    readings: tuple[Reading, ...]
    problems: tuple[Problem, ...]
    skipped: Mapping[str, int] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)
    marks: Mapping[str, str] | None = None


def _no_progress(stage: str, done: int, total: int) -> None:
    """Nobody is watching."""


def read_documents(paths: Sequence[str], settings: Settings) -> Iterator[Document | Problem]:
    """The documents under ``paths``, one at a time, and what could not be read."""
    yield from read_files(collected(paths, settings).files)


def collected(paths: Sequence[str], settings: Settings) -> Collected:
    """The files under ``paths`` as the settings choose them. Raises UserError for missing paths."""
    return collect(paths, include=settings.include, exclude=settings.exclude, within=settings.within)


def extract(paths: Sequence[str], settings: Settings, progress: Progress = _no_progress) -> ReadingResult:
    """All claims of the documents under ``paths``. Raises UserError for missing paths and when nothing is there."""
    progress("collecting", 0, 0)
    found = collected(paths, settings)
    with ReadingCache.open(settings.cache_dir) as cache:
        read = read_units([scoped(file, settings) for file in found.files], cache, settings, progress)
    entries = [entry for _, entry in read]
    readings, duplicates = _unique([reading for entry in entries for reading in entry.readings])
    problems = [problem for entry in entries for problem in entry.problems]
    problems += [problem for reading in readings for problem in reading.problems]
    marks = _marks(read) if settings.cache_dir is not None else None
    return ReadingResult(readings, tuple(sorted({*problems, *duplicates})), dict(found.skipped), cache.notices, marks)


def _marks(read: Iterable[tuple[bytes | None, Entry]]) -> dict[str, str]:
    """The key that a document was kept under, and which of its file's documents it is."""
    marks: dict[str, str] = {}
    for each, entry in read:
        for number, reading in enumerate(entry.readings):
            if each is not None:
                marks.setdefault(reading.doc_id, f"{each.hex()}:{number}")
    return marks


def read_all(documents: Iterable[Document], settings: Settings) -> ReadingResult:
    """All claims of documents that are in memory already; nothing is cached."""
    listed = list(documents)
    engine = engines.choose(settings.engine, settings.jobs, settings.scheduler or "", items=len(listed))
    return _joined(list(until_fault(engine, listed)))


def _joined(entries: Sequence[Entry]) -> ReadingResult:
    """The readings of all entries, each document once, and every problem."""
    readings, duplicates = _unique([reading for entry in entries for reading in entry.readings])
    problems = {problem for entry in entries for problem in entry.problems}
    problems |= {problem for reading in readings for problem in reading.problems}
    return ReadingResult(readings, tuple(sorted({*problems, *duplicates})))


def _unique(readings: Sequence[Reading]) -> tuple[tuple[Reading, ...], list[Problem]]:
    """Two documents with one id are a problem: the first is kept."""
    kept: dict[str, Reading] = {}
    problems = []
    for reading in readings:
        if reading.doc_id in kept:
            detail = f"a document with the id {reading.doc_id!r} was already read; this one was left out"
            problems.append(Problem(reading.doc_id, reading.path, 0, "error", "duplicate-id", detail))
        else:
            kept[reading.doc_id] = reading
    return tuple(kept.values()), problems


def check(paths: Sequence[str], settings: Settings, progress: Progress = _no_progress) -> Report:
    """Read, align, judge, cluster: the report on ``paths``, compared with ``settings.against`` where that is given.

    Raises UserError for settings that name no rule, before anything is read.
    """
    if settings.select or settings.ignore or settings.severity:
        require_rules(settings, (rule.id for rule in rules_of(settings)))
    result = extract([*paths, *settings.against], settings, progress)
    return judge(result, settings, archive_of(result.readings, paths, settings), progress)


def judge(
    result: ReadingResult,
    settings: Settings,
    archive: frozenset[str] = frozenset(),
    progress: Progress = _no_progress,
) -> Report:
    """The report on what was read; documents of the ``archive`` (by doc_id) are only compared with the others."""
    from factcheck import __version__
    from factcheck.comparing.compare import CompareOptions
    from factcheck.model.finding import Coverage
    from factcheck.rulebook import rule_cards
    from factcheck.rulebook.facts import load_facts

    rules = rules_of(settings)
    progress("comparing", 0, 0)
    facts = load_facts(Path(settings.facts), read_passage) if settings.facts else ()
    found = _compared(result, rules, CompareOptions(settings.group_by, archive, facts), settings)
    progress("settling", 0, 0)
    settled = settle(found.conflicts, result.readings, settings)
    coverage = Coverage(
        documents=len(result.readings),
        mentions=sum(reading.mentions for reading in result.readings),
        claims=sum(len(reading.claims) for reading in result.readings),
        facts=found.facts,
        compared_pairs=found.compared_pairs,
        not_compared={**found.not_compared, **settled.left_out, **left_out(result.readings)},
        rules=found.rules,
        skipped_files=result.skipped,
    )
    cards = tuple(replace(reading, claims=(), stamps=()) for reading in sorted(result.readings, key=lambda r: r.doc_id))
    problems = tuple(sorted({*result.problems, *settled.problems, *found.faults}))
    return Report(
        coverage,
        cards,
        settled.conflicts,
        found.agreements,
        problems,
        tuple(result.notices),
        rule_cards(rules),
        __version__,
    )


def rules_of(settings: Settings) -> tuple[Rule, ...]:
    """The rules in force, from the cache while their files and the program are the same. Raises UserError for what is
    wrong with a rule."""
    from factcheck.rulebook import Rule, contents, rules_in_force

    version = program.version(program.COMPARING)
    made_of = last_comparison.identity(version, settings.rules_dirs, contents(settings.rules_dirs))
    return derived(settings.cache_dir, RULES, made_of, tuple[Rule, ...], lambda: rules_in_force(settings.rules_dirs))


def left_out(readings: Iterable[Reading]) -> Mapping[str, int]:
    """What was left out of the documents while reading them, by reason."""
    counts: Counter[str] = Counter()
    for reading in readings:
        counts.update(dict(reading.skipped))
    return counts


def _compared(result: ReadingResult, rules: Sequence[Rule], options: CompareOptions, settings: Settings) -> Comparison:
    """The comparison; after a fault of the program an empty one that says so, for a report of all that was done."""
    from factcheck.comparing.compare import Comparison

    try:
        return _building_on_the_last(result, rules, options, settings)
    except UserError:
        raise
    except Exception as fault:  # noqa: BLE001 – whatever it is, what was read is still reported
        stage = f"comparing {len(result.readings)} documents from"
        path = result.readings[0].path if result.readings else "."
        return Comparison((), (), 0, 0, faults=(internal_error(path, fault, stage),))


def _building_on_the_last(
    result: ReadingResult, rules: Sequence[Rule], options: CompareOptions, settings: Settings
) -> Comparison:
    """Compare, looking up what the last run left in the cache."""
    from factcheck.comparing.compare import compare
    from factcheck.comparing.kept import Kept

    if result.marks is None:
        return compare(result.readings, rules, options)
    made_by = last_comparison.identity(program.version(program.COMPARING), settings.group_by, rules)
    kept = last_comparison.load(settings.cache_dir, made_by, result.notices)
    earlier = None if kept is None else Kept.of_bytes(kept)
    found = compare(result.readings, rules, options, marks=result.marks, earlier=earlier)
    if found.kept is not None and not found.kept.is_like(earlier):
        last_comparison.save(settings.cache_dir, made_by, found.kept.to_bytes())
    return found


def read_passage(document: Document) -> Reading:
    """Read a passage that stands in no file of its own, such as a rule's example or a fact, as Markdown."""
    given = Given(document.title, document.url, document.source, document.published)
    file = SourceFile.of_bytes(f"{document.path}.md", document.text.encode(), given)
    (outlined,) = (item for item in read_file(file) if isinstance(item, Document))
    return read(replace(document, outline=outlined.outline))


def archive_of(readings: Sequence[Reading], paths: Sequence[str], settings: Settings) -> frozenset[str]:
    """doc_ids of the documents that are only there to be compared with (``--against``)."""
    if not settings.against:
        return frozenset()
    asked = {file.path for file in collected(paths, settings).files}
    return frozenset(reading.doc_id for reading in readings if reading.path not in asked)
