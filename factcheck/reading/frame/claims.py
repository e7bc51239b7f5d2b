"""From the mentions of one sentence to claims: every feature of the frame is asked of its own module."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import blake2b

from factcheck.model import (
    Block,
    Citation,
    Claim,
    DayInterval,
    Document,
    Frame,
    Mention,
    Passage,
    Quantity,
    Span,
    TraceStep,
)
from factcheck.model.quantity import Role
from factcheck.reading.frame import events, grammar, holding, labelled, measures, surroundings
from factcheck.reading.frame.attribution import attribution
from factcheck.reading.frame.grammar import Phrase
from factcheck.reading.frame.modality import modality
from factcheck.reading.frame.names import KnownNames, Name
from factcheck.reading.frame.qualifiers import qualifiers
from factcheck.reading.frame.roles import role
from factcheck.reading.frame.subjects import subjects
from factcheck.reading.frame.tokens import Sentence

LINE_CITED = frozenset({"cell", "item", "field", "heading", "title", "term"})


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with all that was found out about it once: ``mentions`` are those of the sentence, by number."""

    document: Document
    passage: Passage
    number: int
    sentence: Sentence
    mentions: tuple[Mention, ...]
    names: tuple[Name, ...]
    known: KnownNames
    antecedents: tuple[str, ...]
    title_names: tuple[str, ...]
    earlier: DayInterval | None
    published: DayInterval | None
    trace: bool = False

    @property
    def linked(self) -> frozenset[str]:
        """The names a pronoun of the sentence may stand for."""
        return frozenset(self.antecedents)

    @property
    def block(self) -> Block:
        return self.passage.block


@dataclass(frozen=True, slots=True)
class About:
    """What a mention is about, before it is written into a frame."""

    measure: str
    verb: int | None
    phrase: Phrase | None
    rule: str


def claim_id(doc_id: str, span: Span) -> str:
    """16 hex digits that depend on the document and the place alone."""
    return blake2b(f"{doc_id}\0{span.start}\0{span.end}".encode(), digest_size=8).hexdigest()


def claim(scene: Scene, number: int) -> Claim:
    """The claim of mention ``number`` of the scene."""
    mention = scene.mentions[number]
    at = next(word for own, word in scene.sentence.figures if own == number)
    quantity = mention.quantity.quantity if mention.quantity else None
    about = _about(scene, mention, at)
    labels = _labels(scene, mention, about)
    measure = labels.measure or about.measure
    frame = _frame(scene, number, at, replace(about, measure=measure), labels)
    made_role = _role(scene, mention, at, labels, measure)
    as_of = holding.as_of(scene.sentence, at, mention, scene.mentions)
    if as_of is None and quantity is not None:
        as_of = scene.published if holding.in_present(scene.sentence, about.verb) else scene.earlier
    return Claim(
        claim_id(scene.document.doc_id, mention.span),
        citation(scene, mention.span),
        frame,
        made_role,
        quantity,
        mention.time.time if mention.time else None,
        as_of,
        scene.block.kind,
        scene.passage.index,
        scene.number,
        scene.block.group,
        scene.block.flags,
        labels=tuple((label.kind, label.text) for label in scene.block.labels),
        trace=_trace(scene, about, labels, made_role, as_of) if scene.trace else (),
    )


def _about(scene: Scene, mention: Mention, at: int) -> About:
    if mention.quantity is None:
        found = events.event(scene.sentence, at)
        return About(found.measure, found.verb, found.phrase, f"event: {found.rule}")
    verb = grammar.governor(scene.sentence, at)
    noun = _counted_phrase(scene, mention, at)
    figure = measures.Figure(scene.sentence, mention.quantity.quantity, at, verb, noun, scene.names)
    result = measures.measured(figure)
    return About(result.measure, verb, result.phrase, f"measure: {result.rule}")


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
    if scene.block.kind not in labelled.LABELLED or not scene.block.labels:
        return labelled.Labels("", (), ())
    found = labelled.read_labels(scene.block, mention.quantity is None)
    spoken = about.measure and about.verb is not None and len(scene.sentence.words) > 6
    return replace(found, measure="") if spoken else found


def _role(scene: Scene, mention: Mention, at: int, labels: labelled.Labels, measure: str) -> Role:
    read: Role = mention.quantity.role if mention.quantity else "value"
    return role(scene.sentence, at, read, scene.block, labels.words, measure)


def _frame(scene: Scene, number: int, at: int, about: About, labels: labelled.Labels) -> Frame:
    sentence, names = scene.sentence, scene.names
    subject = subjects(sentence, names, at, about.phrase, about.verb, scene.antecedents)
    subject = tuple(dict.fromkeys((*labels.subject, *subject)))
    if not {name.canonical for name in names} & set(subject) and not scene.linked & set(subject):
        subject = tuple(dict.fromkeys((*subject, *scene.title_names)))
    line = scene.document.text[scene.block.line.start : scene.block.line.end]
    near_text = line if scene.block.kind in LINE_CITED else _text(scene, sentence.span)
    return Frame(
        measure=about.measure,
        modifiers=_modifiers(sentence, about.phrase, about.measure),
        verb=grammar.verb_lemma(sentence, about.verb),
        subject=subject,
        qualifiers=qualifiers(sentence, names, at, about.phrase),
        modality=modality(sentence, at, about.verb),
        attribution=attribution(sentence, names, scene.antecedents),
        near=surroundings.near(sentence, at),
        words=surroundings.content(sentence),
        names=tuple(dict.fromkeys(name.canonical for name in names)),
        headings=surroundings.headings(scene.document, scene.block),
        others=surroundings.others(scene.mentions, number),
        identifiers=surroundings.identifiers(near_text, (label.text for label in scene.block.labels)),
    )


def _modifiers(sentence: Sentence, phrase: Phrase | None, measure: str) -> tuple[str, ...]:
    """Lemmas that narrow the measured noun; the head too where the measure is a class and not the noun itself."""
    if phrase is None:
        return ()
    words = [sentence.lemma(at) for at in range(phrase.start, phrase.end) if sentence.tags[at] in "ANE`"]
    return tuple(word.lower() for word in dict.fromkeys(words) if word != measure)


def _text(scene: Scene, span: Span) -> str:
    return span.of(scene.document.text)


def citation(scene: Scene, span: Span) -> Citation:
    """The exact quote with its sentence, line and column."""
    whole = scene.block.line if scene.block.kind in LINE_CITED else scene.passage.sentences[scene.number]
    line, column, page = scene.document.position_map.locate(span.start)
    end_line, end_column, _ = scene.document.position_map.locate(span.end)
    return Citation(
        scene.document.doc_id,
        scene.document.path,
        span,
        span.of(scene.document.text),
        whole.of(scene.document.text).strip(),
        whole,
        line,
        column,
        end_line,
        end_column,
        page,
    )


def _trace(
    scene: Scene, about: About, labels: labelled.Labels, made_role: Role, as_of: DayInterval | None
) -> tuple[TraceStep, ...]:
    tagged = " ".join(f"{word}/{tag}" for word, tag in zip(scene.sentence.words, scene.sentence.tags, strict=True))
    return (
        TraceStep("words", tagged),
        TraceStep("names", ", ".join(name.canonical for name in scene.names)),
        TraceStep("measure", f"{labels.measure or about.measure} ({'labels' if labels.measure else about.rule})"),
        TraceStep("verb", grammar.verb_lemma(scene.sentence, about.verb)),
        TraceStep("role", made_role),
        TraceStep("as of", "" if as_of is None else f"{as_of.start} to {as_of.end}"),
    )


def quantity_of(mention: Mention) -> Quantity | None:
    return mention.quantity.quantity if mention.quantity else None
