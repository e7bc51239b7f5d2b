"""From the mentions of one sentence to claims: every feature of the frame is asked of its own module."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b

from factcheck.lexicon.verbs import act_of_noun
from factcheck.model import (
    Citation,
    Claim,
    DayInterval,
    Frame,
    Mention,
    Quantity,
    Span,
    TimeInterval,
    TraceStep,
)
from factcheck.model.quantity import Role
from factcheck.reading.frame import events, grammar, holding, labelled, measures, surroundings
from factcheck.reading.frame.completion import completed
from factcheck.reading.frame.figure import Figure
from factcheck.reading.frame.grammar import Phrase
from factcheck.reading.frame.header_units import with_unit
from factcheck.reading.frame.modality import modality
from factcheck.reading.frame.qualifiers import Cue, label_qualifiers, qualifiers
from factcheck.reading.frame.roles import role
from factcheck.reading.frame.scene import LINE_CITED, Scene
from factcheck.reading.frame.subjects import subjects
from factcheck.reading.frame.tokens import Sentence
from factcheck.reading.frame.versions import product
from factcheck.reading.mentions import duration_time
from factcheck.reading.ports import PORT, is_protocol

HEADLINES = frozenset({"title", "heading"})

# "since 2014, when Russia annexed …": the clause tells what happened in 2014, not since.
WHEN_RULE = "event: when"
# Rules of ``measures`` whose answer is the text's own word for what is measured.
TOLD_RULES = frozenset({"state", "act", "of", "in", "noun of", "attribute", "subject", "counted"})

MARKET_KINDS = frozenset({"money", "number", "percent", "rate"})

CONTEXT = 300
"""Characters kept of the sentences beside a cited one."""


@dataclass(frozen=True, slots=True)
class About:
    """What a mention is about, before it is written into a frame."""

    measure: str
    verb: int | None
    phrase: Phrase | None
    rule: str
    verb_name: str


def claim_id(doc_id: str, span: Span) -> str:
    """16 hex digits that depend on the document and the place alone."""
    return blake2b(f"{doc_id}\0{span.start}\0{span.end}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def claim(scene: Scene, number: int, at: int, *, trace: bool = False) -> Claim:
    """The claim of mention ``number`` of the scene, which is word ``at`` of its sentence."""
    mention = scene.mentions[number]
    quantity, time = _value(scene, mention)
    about = _about(scene, mention, at)
    if time is not None and about.rule == WHEN_RULE:
        time = holding.named_days(time)
    labels = _labels(scene, mention, about)
    if labels.measure:
        about = replace(about, measure=labels.measure)
    made_role = _role(scene, mention, at, labels, about.measure)
    as_of = _as_of(scene, mention, at, about)
    return Claim(
        claim_id=claim_id(scene.document.doc_id, mention.span),
        citation=citation(scene, mention.span),
        frame=_frame(scene, number, at, about, labels),
        role=made_role,
        quantity=quantity,
        time=time,
        as_of=as_of,
        kind=scene.block.kind,
        passage=scene.passage.index,
        sentence=scene.number,
        group=scene.block.group,
        flags=scene.block.flags,
        labels=tuple((label.kind, label.text) for label in scene.block.labels),
        trace=_trace(scene, about, labels, made_role, as_of) if trace else (),
    )


def _value(scene: Scene, mention: Mention) -> tuple[Quantity | None, TimeInterval | None]:
    """The quantity, with the unit its labels give a bare number, and the time."""
    quantity = mention.quantity.quantity if mention.quantity else None
    time = mention.time.time if mention.time else None
    if quantity is None or not scene.block.labels:
        return quantity, time
    texts = tuple(label.text for label in scene.block.labels if label.kind in {"row", "column", "key"})
    found = with_unit(mention.span.of(scene.document.text), quantity, texts)
    return found, time if found is quantity else duration_time(found)


def _as_of(scene: Scene, mention: Mention, at: int, about: About) -> DayInterval | None:
    """Days of the clause, else by tense those of publication or of the passage; a date holds at its own time."""
    if mention.quantity is None:
        return None
    named = holding.as_of(scene.sentence, at, mention, scene.dates)
    year = labelled.label_year(scene.block)
    if named is None and year is not None:
        named = DayInterval(date(year, 1, 1), date(year, 12, 31))
    if named is not None:
        return named
    if scene.block.kind in HEADLINES and about.verb is not None:
        return None  # "Ferry fire kills 41": headlines tell in the present what happened before
    return scene.published if holding.in_present(scene.sentence, about.verb) else scene.earlier


def _about(scene: Scene, mention: Mention, at: int) -> About:
    if mention.quantity is None:
        found = events.event(scene.sentence, at)
        name = grammar.verb_lemma(scene.sentence, found.verb)
        return About(found.measure, found.verb, found.phrase, f"event: {found.rule}", name)
    verb = grammar.governor(scene.sentence, at)
    noun = _counted_phrase(scene, mention, at)
    figure = Figure(scene.sentence, mention.quantity.quantity, at, verb, noun, scene.names)
    result = measures.measured(figure)
    name = _governing_noun(scene.sentence, at) or grammar.verb_lemma(scene.sentence, verb)
    return About(result.measure, verb, result.phrase, f"measure: {result.rule}", name)


def _governing_noun(sentence: Sentence, at: int) -> str:
    """The act whose noun governs a figure ("Russia's occupation of 20% of …": control), "" if none does."""
    before = at - 1
    while before > 0 and sentence.tags[before] in "DB":
        before -= 1
    if before < 1 or sentence.lows[before] != "of":
        return ""
    return act_of_noun(sentence.lemma(before - 1))


def _counted_phrase(scene: Scene, mention: Mention, at: int) -> Phrase | None:
    """The counted noun as words of the sentence: where the mention says it is, else right after a bare count."""
    quantity = mention.quantity
    assert quantity is not None
    if quantity.noun is not None:
        starts = scene.sentence.starts
        inside = [i for i, start in enumerate(starts) if quantity.noun.start <= start < quantity.noun.end and i != at]
        if inside:
            nouns = [i for i in inside if scene.sentence.tags[i] in grammar.NOUNS]
            return Phrase(inside[0], inside[-1] + 1, nouns[-1] if nouns else inside[-1])
    if quantity.quantity.kind not in {"count", "number"} or quantity.quantity.unit:
        return None
    following = scene.sentence.tags[at + 1 : at + 2]
    if following and following in "ANE":
        return grammar.phrase_at(scene.sentence, at + 1)
    return grammar.of_phrase(scene.sentence, at + 1) if quantity.quantity.kind == "count" else None


def _labels(scene: Scene, mention: Mention, about: About) -> labelled.Labels:
    """What labels say; inside a sentence of their own, cells keep what the sentence says."""
    if not scene.block.labels:
        return labelled.Labels("", (), ())
    if scene.block.kind not in labelled.LABELLED:
        return completed(scene.block, about.measure if mention.quantity is not None else "date")
    if about.measure == PORT:
        return labelled.port_labels(scene.block)
    found = labelled.read_labels(scene.block, mention.quantity is None, scene.transposed)
    if about.measure and _speaks(scene, about, found.known):
        about_row = labelled.row_subject(scene.block) or found.subject
        return replace(found, measure="", modifiers=(), subject=about_row)
    return found


def _speaks(scene: Scene, about: About, known: bool) -> bool:
    """Whether a cell says more than its value: a noun of its own tells the measure, or there is a whole sentence. A
    header that the lexicon knows ("Fee") measures, and the noun ("2 tokens") is then no more than its unit."""
    words = sum(tag in "NVE" for tag in scene.sentence.tags)
    told = about.rule.partition(": ")[2] in TOLD_RULES
    return words > 3 or (told and words > (1 if known else 0))


def _role(scene: Scene, mention: Mention, at: int, labels: labelled.Labels, measure: str) -> Role:
    read: Role = mention.quantity.role if mention.quantity else "value"
    stated = mention.quantity.quantity.stated if mention.quantity else None
    bounded = stated is not None and (stated.lo is None or stated.hi is None)
    return role(scene.sentence, at, read, scene.block, labels.words, measure, bounded)


def _frame(scene: Scene, number: int, at: int, about: About, labels: labelled.Labels) -> Frame:
    sentence, names = scene.sentence, scene.names
    subject = subjects(sentence, names, at, about.phrase, about.verb, scene.antecedents, scene.thing)
    if about.measure == PORT:
        subject = tuple(name for name in subject if name != PORT and not is_protocol(name))
    own = (product(scene.document.title),) if scene.own_version else ()
    parts = (*subject, *labels.subject) if scene.block.kind == "item" else (*own, *labels.subject, *subject)
    event = scene.mentions[number].quantity is None and "_" in about.measure
    told = frozenset(about.measure.split("_")) if event else frozenset()  # "the end of life" is no subject of its own
    subject = tuple(name for name in dict.fromkeys(parts) if name and name not in told)
    if not {name.canonical for name in names} & set(subject) and not set(scene.antecedents) & set(subject):
        subject = tuple(dict.fromkeys((*subject, *scene.title_names)))
    return Frame(
        measure=about.measure,
        modifiers=tuple(dict.fromkeys((*labels.modifiers, *_modifiers(sentence, at, about.phrase, about.measure)))),
        verb=about.verb_name,
        subject=subject,
        qualifiers=_qualifiers(scene, number, at, about, labels),
        modality=modality(sentence, at, about.verb),
        attribution=scene.attribution,
        near=surroundings.near(scene.lemmas, at),
        words=scene.words,
        names=tuple(dict.fromkeys(name.canonical for name in names)),
        headings=scene.headings,
        others=surroundings.others(scene.values, number),
        identifiers=scene.identifiers,
    )


def _qualifiers(scene: Scene, number: int, at: int, about: About, labels: labelled.Labels) -> tuple[str, ...]:
    """What restricts the figure, in its sentence and in its headers; the release its row or heading names, where the
    sentence names none itself."""
    cues = _cues(scene, number)
    found = (*label_qualifiers(labels.words), *qualifiers(scene.sentence, cues, scene.names, at, about.phrase))
    if scene.version and (scene.own_version or all(cue.entry["kind"] != "version" for cue in cues)):
        found = (scene.version, *found)
    return tuple(dict.fromkeys(found))


def _cues(scene: Scene, number: int) -> tuple[Cue, ...]:
    """The cues that may restrict a mention: "since" is part of what a date says itself, "the annual fair" has its day
    as any fair has, and only prices close."""
    read = scene.mentions[number].quantity
    left_out = {"since", "market clock"} if read is None else set()
    if read is not None and read.quantity.kind not in MARKET_KINDS and read.quantity.unit != "point":
        left_out.add("market clock")
    kept = (cue for cue in scene.cues if cue.entry["kind"] not in left_out)
    return tuple(cue for cue in kept if read is not None or not _describes_an_event(scene.sentence, cue))


def _describes_an_event(sentence: Sentence, cue: Cue) -> bool:
    """Whether a period stands before a noun: "the annual fair"."""
    return cue.entry["kind"] == "period" and sentence.tags[cue.end : cue.end + 1] in {"A", "N", "E"}


def _modifiers(sentence: Sentence, figure: int, phrase: Phrase | None, measure: str) -> tuple[str, ...]:
    """Lemmas that narrow the measured noun; the head too where the measure is a class and not the noun itself. Behind a
    figure that shares its noun with a second one ("4 red and 6 green lamps") its own words narrow it."""
    if phrase is None:
        return ()
    places = [*range(phrase.start, phrase.end)]
    joint = sentence.tags.find("C", figure, phrase.start)
    if joint > 0 and "F" in sentence.tags[joint : phrase.start]:
        places = [*range(figure + 1, joint), *places]
    words = [sentence.lemma(at) for at in places if sentence.tags[at] in "ANE`"]
    return tuple(word.lower() for word in dict.fromkeys(words) if word != measure)


def citation(scene: Scene, span: Span) -> Citation:
    """The exact quote with its sentence, line and column."""
    line, column, page = scene.document.position_map.locate(span.start)
    end_line, end_column, _ = scene.document.position_map.locate(span.end)
    return Citation(
        doc_id=scene.document.doc_id,
        path=scene.document.path,
        span=span,
        quote=span.of(scene.document.text),
        sentence=scene.cited_text,
        sentence_span=scene.cited,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        page=page,
        before=_before(scene),
        after=_after(scene),
    )


def _before(scene: Scene) -> str:
    """The end of the sentence before in the passage; "" at its start, and where a whole line is cited."""
    if scene.block.kind in LINE_CITED or scene.number == 0:
        return ""
    beside = scene.passage.sentences[scene.number - 1]
    return scene.document.text[max(beside.start, beside.end - CONTEXT) : beside.end].strip()


def _after(scene: Scene) -> str:
    """The beginning of the sentence after in the passage; "" at its end, and where a whole line is cited."""
    if scene.block.kind in LINE_CITED or scene.number + 1 == len(scene.passage.sentences):
        return ""
    beside = scene.passage.sentences[scene.number + 1]
    return scene.document.text[beside.start : min(beside.end, beside.start + CONTEXT)].strip()


def _trace(
    scene: Scene, about: About, labels: labelled.Labels, made_role: Role, as_of: DayInterval | None
) -> tuple[TraceStep, ...]:
    tagged = " ".join(f"{word}/{tag}" for word, tag in zip(scene.sentence.words, scene.sentence.tags, strict=True))
    return (
        TraceStep("words", tagged),
        TraceStep("names", ", ".join(name.canonical for name in scene.names)),
        TraceStep("measure", f"{labels.measure or about.measure} ({'labels' if labels.measure else about.rule})"),
        TraceStep("verb", about.verb_name),
        TraceStep("role", made_role),
        TraceStep("as of", "" if as_of is None else f"{as_of.start} to {as_of.end}"),
    )
