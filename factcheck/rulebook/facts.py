"""The truth file: canonical values that every document must agree with, as sentences with a scope and a tolerance.

    - id: upload-limit
      says: The free plan allows uploads of up to 20 MB.
      about: [upload, free plan]

A fact is read like any other sentence, so its value, unit, role and measure are what the program makes of the words.

>>> sorted(KEYS)[:3]
['about', 'id', 'note']
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.errors import UserError, did_you_mean
from factcheck.lexicon.lemmas import noun_lemma
from factcheck.model import Claim, DayInterval, Document, PositionMap, Reading
from factcheck.rulebook.places import Location, Page, raise_all, read

KEYS = ("id", "says", "value", "about", "unless", "only", "tolerance", "since", "until", "note")
_WORD = re.compile(r"[\w’'-]+")
_TOLERANCE = re.compile(r"(\d+(?:\.\d+)?) ?(%|days?)")


@dataclass(frozen=True, slots=True)
class Fact:
    """``claim`` holds the value and the frame; its citation points into the truth file.

    ``about`` and ``unless`` are phrases as tuples of lemmas: a claim must have every word of all of the first, and of
    none of the second, in its sentence or headings. ``only`` are globs of paths. ``tolerance`` is relative (0.02),
    ``days`` the tolerance of a date.
    """

    id: str
    says: str
    claim: Claim
    about: tuple[tuple[str, ...], ...] = ()
    unless: tuple[tuple[str, ...], ...] = ()
    only: tuple[str, ...] = ()
    tolerance: float = 0.0
    days: int = 0
    note: str = ""

    @property
    def place(self) -> str:
        return f"{self.claim.citation.path}:{self.claim.citation.line}"


def _no_fault(fact: Fact) -> tuple[str, str] | None:
    """Whatever can be read is a fact."""
    return None


def load_facts(
    path: Path,
    reader: Callable[[Document], Reading],
    keys: Sequence[str] = KEYS,
    noun: str = "fact",
    fault: Callable[[Fact], tuple[str, str] | None] = _no_fault,
) -> tuple[Fact, ...]:
    """The facts of a truth file, in its order. ``reader`` is the program's own reading of a document; ``keys`` are
    those that an entry may have, ``noun`` what one is called, ``fault`` says what is wrong with one, and a hint.

    Raises UserError (CombinedUserError for several mistakes) with line and caret for a file that cannot be read, keys
    that are not known, and facts whose sentence holds no value, several, or nothing that says what it is about.
    """
    page = read(path, path.as_posix())
    entries = page.data.get(f"{noun}s") if isinstance(page.data, dict) else page.data
    if not isinstance(entries, list):
        file = "a truth file" if noun == "fact" else f"a file of {noun}s"
        raise page.mistake((), f"{file} is a list of {noun}s, each with an id and a sentence: 'says'")
    at: Location = (f"{noun}s",) if isinstance(page.data, dict) else ()
    errors: list[UserError] = []
    facts: list[Fact] = []
    for index, entry in enumerate(entries):
        mistakes = list(_form(page, (*at, index), entry, keys, noun))
        errors += mistakes
        if not mistakes:
            try:
                facts.append(_fact(page, (*at, index), entry, reader))
            except UserError as error:
                errors.append(error)
                continue
            if (wrong := fault(facts[-1])) is not None:
                errors.append(page.mistake((*at, index, "says"), *wrong))
    errors += _twice(page, at, entries)
    raise_all(errors)
    return tuple(facts)


def _form(page: Page, here: Location, entry: Any, keys: Sequence[str], noun: str) -> Iterator[UserError]:
    if not isinstance(entry, dict):
        yield page.mistake(here, f"a {noun} is a map of keys: {', '.join(keys[:3])}, …")
        return
    for key in entry:
        if key not in keys:
            yield page.mistake((*here, key), f"unknown key {key!r}", did_you_mean(str(key), keys))
    for key in ("id", "says"):
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            yield page.mistake((*here, key), f"a {noun} needs {'an' if key == 'id' else 'a sentence:'} {key!r}")
    for key in ("about", "unless", "only"):
        if not all(isinstance(word, str) and word.strip() for word in _list(entry.get(key))):
            yield page.mistake((*here, key), f"{key!r} is a text or a list of texts")
    tolerance = entry.get("tolerance")
    if tolerance is not None and not _TOLERANCE.fullmatch(str(tolerance)):
        yield page.mistake((*here, "tolerance"), f"not a tolerance: {tolerance!r}", "write '2 %' or '1 day'")
    for key in ("since", "until"):
        if entry.get(key) is not None and _day(entry[key]) is None:
            yield page.mistake((*here, key), f"not a date: {entry[key]!r}", "write 2024-05-03")


def _twice(page: Page, at: Location, entries: Sequence[Any]) -> Iterator[UserError]:
    seen: dict[str, int] = {}
    for index, entry in enumerate(entries):
        name = entry.get("id") if isinstance(entry, dict) else None
        if isinstance(name, str):
            if name in seen:
                first, _ = page.place((*at, seen[name], "id"))
                yield page.mistake((*at, index, "id"), f"id {name!r} is already used in line {first}")
            seen.setdefault(name, index)


def _fact(page: Page, here: Location, entry: dict[str, Any], reader: Callable[[Document], Reading]) -> Fact:
    says = " ".join(entry["says"].split())
    line, _ = page.place((*here, "says"))
    claim = _one_claim(page, here, entry, reader(document(says, page.path, line)).claims)
    about = _phrases(entry.get("about"))
    if not about and not claim.frame.subject:
        raise page.mistake((*here, "says"), "nothing here says what the fact is about", "add 'about: [words]'")
    days = DayInterval(_day(entry.get("since")), _day(entry.get("until")))
    known = days.start is not None or days.end is not None
    tolerance, unit = _tolerance(entry.get("tolerance"))
    return Fact(
        id=entry["id"],
        says=says,
        claim=replace(claim, as_of=days) if known else replace(claim, as_of=None),
        about=about,
        unless=_phrases(entry.get("unless")),
        only=tuple(_list(entry.get("only"))),
        tolerance=tolerance / 100 if unit == "%" else 0.0,
        days=int(tolerance) if unit != "%" else 0,
        note=str(entry.get("note") or ""),
    )


def document(says: str, path: str, line: int) -> Document:
    """A fact's sentence as a document of one record."""
    return Document(path, path, says, PositionMap.of_record(line), source=path)


def _one_claim(page: Page, here: Location, entry: dict[str, Any], claims: Sequence[Claim]) -> Claim:
    wanted = entry.get("value")
    if wanted is not None:
        claims = [claim for claim in claims if str(wanted) in claim.citation.quote]
    if not claims:
        key = "value" if wanted is not None else "says"
        raise page.mistake((*here, key), "no figure or date found here")
    if len(claims) > 1:
        quotes = ", ".join(f"“{claim.citation.quote}”" for claim in claims)
        raise page.mistake((*here, "says"), f"several values: {quotes}", "name the one that is meant with 'value'")
    return claims[0]


def _list(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _phrases(value: Any) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(noun_lemma(word) for word in _WORD.findall(phrase)) for phrase in _list(value))


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _tolerance(value: Any) -> tuple[float, str]:
    found = _TOLERANCE.fullmatch(str(value)) if value is not None else None
    return (float(found.group(1)), found.group(2)) if found else (0.0, "%")
