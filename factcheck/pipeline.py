"""The way through, on one screen: files → documents → readings → conflicts → report.

    report = check(["articles/"], Settings())

Reading is one document at a time, spread over processes and cached; comparing sees all readings at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import engines
from factcheck.cached_reading import Progress, UnitRead, no_progress, read_on, read_units, scoped
from factcheck.errors import StageError, UserError
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
    from factcheck.comparing.kept import Kept
    from factcheck.comparing.spread import Spread
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


def read_documents(paths: Sequence[str], settings: Settings) -> Iterator[Document | Problem]:
    """The documents under ``paths``, one at a time, and what could not be read."""
    yield from read_files(collected(paths, settings).files)


def collected(paths: Sequence[str], settings: Settings) -> Collected:
    """The files under ``paths`` as the settings choose them. Raises UserError for missing paths."""
    return collect(paths, include=settings.include, exclude=settings.exclude, root=Path(settings.root))


def extract(paths: Sequence[str], settings: Settings, progress: Progress = no_progress) -> ReadingResult:
    """All claims of the documents under ``paths``. Raises UserError for missing paths and when nothing is there."""
    progress("collecting", 0, 0)
    return _read(collected(paths, settings), settings, progress)


def _read(found: Collected, settings: Settings, progress: Progress) -> ReadingResult:
    with ReadingCache.open(settings.cache_dir) as cache:
        units = read_units([scoped(file, settings) for file in found.files], cache, settings, progress)
    return joined(units, dict(found.skipped), cache.notices, marked=settings.cache_dir is not None)


def joined(units: Sequence[UnitRead], skipped: Mapping[str, int], notices: list[str], *, marked: bool) -> ReadingResult:
    """The readings of all units, each document once, and every problem; ``marked`` where all units have keys."""
    whole = _result_of([unit.entry for unit in units])
    return replace(whole, skipped=skipped, notices=notices, marks=_marks(units) if marked else None)


def _marks(units: Iterable[UnitRead]) -> dict[str, str]:
    """The key that a document was kept under, and which of its file's documents it is."""
    marks: dict[str, str] = {}
    for unit in units:
        for number, reading in enumerate(unit.entry.readings):
            if unit.key is not None:
                marks.setdefault(reading.doc_id, f"{unit.key.hex()}:{number}")
    return marks


def read_all(documents: Iterable[Document], settings: Settings) -> ReadingResult:
    """All claims of documents that are in memory already; nothing is cached."""
    listed = list(documents)
    engine = engines.choose(settings.engine, settings.jobs, settings.scheduler or "", items=len(listed))
    return _result_of(list(read_on(engine, listed)))


def _result_of(entries: Sequence[Entry]) -> ReadingResult:
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


def check(paths: Sequence[str], settings: Settings, progress: Progress = no_progress) -> Report:
    """Read, align, judge, cluster: the report on ``paths``, compared with ``settings.against`` where that is given.

    Raises UserError for paths that are missing and as ``judging_of`` does, before anything is read.
    """
    progress("collecting", 0, 0)
    found = collected([*paths, *settings.against], settings)
    judging = judging_of(settings)
    result = _read(found, settings, progress)
    return judge(result, settings, archive_of(result.readings, paths, settings), progress, judging)


def judge(
    result: ReadingResult,
    settings: Settings,
    archive: frozenset[str] = frozenset(),
    progress: Progress = no_progress,
    judging: Judging | None = None,
) -> Report:
    """The report on what was read; documents of the ``archive`` (by doc_id) are only compared with the others.

    Without ``judging`` raises UserError as ``judging_of`` does.
    """
    judging = (judging or judging_of(settings)).against(archive)
    progress("comparing", 0, 0)
    found = compared(result, judging, settings)
    progress("settling", 0, 0)
    return settled(result, found, judging, settings)


@dataclass(frozen=True, slots=True)
class Judging:
    """What decides, beside the documents, what a comparison finds."""

    rules: tuple[Rule, ...]
    options: CompareOptions

    def against(self, archive: frozenset[str]) -> Judging:
        """The same, with documents (by doc_id) that are only compared with the others."""
        return replace(self, options=replace(self.options, against=archive))


def judging_of(settings: Settings) -> Judging:
    """Rules and options as the settings say. Raises UserError for a rule or a truth file that is wrong, and for
    settings that name no rule."""
    from factcheck.comparing.compare import CompareOptions
    from factcheck.rulebook.constants import load_constants
    from factcheck.rulebook.facts import load_facts

    facts = load_facts(Path(settings.facts), read_passage) if settings.facts else ()
    constants = load_constants(Path(settings.constants), read_passage) if settings.constants else ()
    options = CompareOptions(settings.group_by, facts=facts, constants=constants)
    return Judging(rules_of(settings), options)


def settled(result: ReadingResult, found: Comparison, judging: Judging, settings: Settings) -> Report:
    """The report on what was ``found``, with the user's word on every conflict."""
    from factcheck import __version__
    from factcheck.model.finding import Coverage
    from factcheck.rulebook import rule_cards

    standing = settle(found.conflicts, result.readings, settings)
    coverage = Coverage(
        documents=len(result.readings),
        mentions=sum(reading.mentions for reading in result.readings),
        claims=sum(len(reading.claims) for reading in result.readings),
        facts=found.facts,
        compared_pairs=found.compared_pairs,
        not_compared={**found.not_compared, **standing.left_out, **left_out(result.readings)},
        rules=found.rules,
        skipped_files=result.skipped,
    )
    cards = tuple(replace(reading, claims=(), stamps=()) for reading in sorted(result.readings, key=lambda r: r.doc_id))
    return Report(
        coverage,
        cards,
        standing.conflicts,
        found.agreements,
        tuple(sorted({*result.problems, *standing.problems, *found.faults})),
        tuple(result.notices),
        rule_cards(judging.rules),
        __version__,
    )


def rules_of(settings: Settings) -> tuple[Rule, ...]:
    """The rules in force, from the cache while their files and the program are the same. Raises UserError for what is
    wrong with a rule, and for settings that name none."""
    from factcheck.rulebook import Rule, contents, rules_in_force

    version = program.version(program.COMPARING)
    made_of = last_comparison.identity(version, settings.rules_dirs, contents(settings.rules_dirs))
    rules = derived(settings.cache_dir, RULES, made_of, tuple[Rule, ...], lambda: rules_in_force(settings.rules_dirs))
    require_rules(settings, (rule.id for rule in rules))
    return rules


def left_out(readings: Iterable[Reading]) -> Mapping[str, int]:
    """What was left out of the documents while reading them, by reason."""
    counts: Counter[str] = Counter()
    for reading in readings:
        counts.update(dict(reading.skipped))
    return counts


def compared(result: ReadingResult, judging: Judging, settings: Settings, earlier: Kept | None = None) -> Comparison:
    """The comparison, built on an ``earlier`` one, else on what the last run left in the cache.

    After a fault of the program it is an empty one that says so, for a report of all that was done.
    """
    from factcheck.comparing.compare import Comparison

    try:
        with engines.looking_seldom():
            return _compared(result, judging, settings, earlier)
    except UserError:
        raise
    except Exception as fault:  # noqa: BLE001 – whatever it is, what was read is still reported
        stage = f"comparing {len(result.readings)} documents from"
        path = result.readings[0].path if result.readings else "."
        told = internal_error(path, fault, stage)
        if isinstance(fault, StageError):  # it names stage and item itself
            told = replace(told, detail=str(fault))
        return Comparison((), (), 0, 0, faults=(told,))


def _compared(result: ReadingResult, judging: Judging, settings: Settings, earlier: Kept | None) -> Comparison:
    from factcheck.comparing.compare import compare
    from factcheck.comparing.kept import Kept

    if earlier is not None or result.marks is None:
        spread = _spread(result, earlier, settings)
        return compare(result.readings, judging.rules, judging.options, result.marks, earlier, spread)
    made_by = last_comparison.identity(program.version(program.COMPARING), settings.group_by, judging.rules)
    last = last_comparison.load(settings.cache_dir, made_by, result.notices)
    earlier = None if last is None else Kept.of_bytes(last)
    spread = _spread(result, earlier, settings)
    found = compare(result.readings, judging.rules, judging.options, result.marks, earlier, spread)
    if settings.cache_dir is not None and found.kept is not None and found.kept.is_worth_writing:
        last_comparison.save(settings.cache_dir, made_by, found.kept.to_bytes())
    return found


@contextmanager
def _spread(result: ReadingResult, earlier: Kept | None, settings: Settings) -> Iterator[Spread]:
    """How the parts of a comparison are worked on: on the engine where they are worth starting its workers."""
    from factcheck.comparing.corpus import LARGE
    from factcheck.comparing.spread import in_turn

    if earlier is not None or sum(len(reading.claims) for reading in result.readings) < LARGE:
        yield in_turn
        return
    engine = engines.choose(settings.engine, settings.jobs, settings.scheduler or "")
    with ExitStack() as opened:
        try:
            spread = opened.enter_context(engine.parts(stage="comparing"))
        except UserError as fault:
            # Reading has had its workers: what was read is still reported.
            raise StageError("comparing", f"{len(result.readings)} documents", str(fault)) from fault
        yield spread


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
