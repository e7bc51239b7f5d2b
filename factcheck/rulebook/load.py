"""From folders of YAML files to rules. Every mistake of every file is told at once, with its line and a caret.

>>> [rule.id for rule in load_rules(builtin_packs())][:2]
['FC101', 'FC110']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import UserError, did_you_mean
from factcheck.model.finding import RuleCard, Verdict
from factcheck.rulebook.lint import VERDICTS, check_ladder, check_parts, check_unique
from factcheck.rulebook.places import Page, raise_all, read
from factcheck.rulebook.rule import (
    SEVERITY_OF_CLASS,
    AnyOf,
    Applies,
    Argument,
    Condition,
    Example,
    Passage,
    Rule,
    Rung,
)

if TYPE_CHECKING:
    from factcheck.rulebook.schema import AppliesFile, ExampleFile, PassageFile, RuleFile


def builtin_packs() -> Path:
    """The folder of the packs that come with the program: in an installed wheel inside the package, in a checkout
    beside it."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_rules"
    return installed if installed.is_dir() else package.parent / "rules"


def load_rules(*folders: Path) -> tuple[Rule, ...]:
    """The rules of all packs under these folders (the built-in ones if none is named), by id.

    A folder may hold packs (folders) or rule files itself.
    Raises UserError (CombinedUserError for several mistakes) for a missing folder, a folder without any rule, and
    whatever is wrong with a file.
    """
    loaded: list[tuple[Rule, Page]] = []
    errors: list[UserError] = []
    for folder in folders or (builtin_packs(),):
        for file in _files(folder, errors):
            rule, page, mistakes = _load(file, _shown(file, folder))
            errors += mistakes
            if rule is not None and page is not None:
                loaded.append((rule, page))
    errors += check_unique(loaded)
    raise_all(errors)
    return tuple(sorted((rule for rule, _ in loaded), key=lambda rule: rule.id))


def _files(folder: Path, errors: list[UserError]) -> list[Path]:
    if not folder.is_dir():
        errors.append(UserError("no such folder of rules", path=folder.as_posix()))
        return []
    found = sorted((*folder.rglob("*.yaml"), *folder.rglob("*.yml")), key=lambda file: file.as_posix())
    if not found:
        errors.append(UserError("no rules (*.yaml) in this folder", path=folder.as_posix()))
    real = folder.resolve()
    outside = [file for file in found if not file.resolve().is_relative_to(real)]
    errors += (UserError("a symbolic link out of its folder is not followed", path=file.as_posix()) for file in outside)
    return [file for file in found if file not in outside]


def _shown(file: Path, folder: Path) -> str:
    """The path in messages: as given for a user's folder, ``rules/…`` for the built-in packs."""
    if folder == builtin_packs():
        return (Path("rules") / file.relative_to(folder)).as_posix()
    return file.as_posix()


def _load(file: Path, shown: str) -> tuple[Rule | None, Page | None, list[UserError]]:
    from pydantic import ValidationError

    from factcheck.rulebook.schema import RuleFile

    try:
        page = read(file, shown)
    except UserError as error:
        return None, None, [error]
    if not isinstance(page.data, dict):
        return None, None, [page.mistake((), "a rule file is a map of keys: id, name, summary, …")]
    errors: list[UserError] = []
    form: RuleFile | None = None
    try:
        form = RuleFile.model_validate(page.data)
    except ValidationError as failure:
        errors += _form_mistakes(page, failure.errors())
    errors += _meaning_mistakes(page)
    if errors or form is None:
        return None, None, _in_order(errors)
    return _rule(form, page), page, []


def _meaning_mistakes(page: Page) -> list[UserError]:
    """Lint what can be linted although the form may be wrong elsewhere."""
    data = page.data
    ladder = [rung for rung in _items(data.get("ladder")) if isinstance(rung, dict)]
    applies = data.get("applies")
    safe = {
        **data,
        "applies": applies if isinstance(applies, dict) else {},
        "inputs": data.get("inputs") if isinstance(data.get("inputs"), dict) else {},
        "message": data.get("message") if isinstance(data.get("message"), str) else "",
        "examples": [item for item in _items(data.get("examples")) if isinstance(item, dict)],
        "known_gaps": [item for item in _items(data.get("known_gaps")) if isinstance(item, dict)],
    }
    return [*check_ladder(page, ladder), *check_parts(page, safe)]


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _form_mistakes(page: Page, failures: Sequence[Any]) -> list[UserError]:
    """pydantic's findings in our words; of a union only the branch that went furthest is told."""
    from factcheck.rulebook.schema import keys_of

    told: dict[tuple[tuple[int, int], str], UserError] = {}
    for failure in failures:
        location = tuple(part for part in failure["loc"] if not _is_branch(part))
        name = str(location[-1]) if location else ""
        hint = ""
        match failure["type"]:
            case "extra_forbidden":
                message, hint = f"unknown key {name!r}", did_you_mean(name, keys_of(location[:-1]))
            case "missing":
                message = f"missing key {name!r}"
            case "literal_error":
                message = f"unknown {name} {failure['input']!r}"
                hint = did_you_mean(str(failure["input"]), _QUOTED.findall(failure["ctx"]["expected"]))
                hint = hint or f"one of {failure['ctx']['expected']}"
            case "string_pattern_mismatch":
                message, hint = f"not a well-formed {name}: {failure['input']!r}", _FORMS.get(name, "")
            case "string_type" | "model_type" if {"left", "right", "text"} & set(location):
                message = "a passage is a text, or a map with text and published"
            case _:
                message = f"{name}: {failure['msg'][0].lower()}{failure['msg'][1:]}"
        error = page.mistake(location, message, hint)
        told.setdefault(((error.line, error.column), message), error)
    return list(told.values())


_QUOTED = re.compile(r"'([^']+)'")
_FORMS = {"id": "two to eight capitals and three digits, such as FC101", "name": "lower-case words joined by hyphens"}


def _is_branch(part: object) -> bool:
    """pydantic puts the tried branch of a union into the location."""
    return isinstance(part, str) and (part in ("PassageFile", "str") or "[" in part)


def _in_order(errors: Sequence[UserError]) -> list[UserError]:
    return sorted(errors, key=lambda error: (error.line, error.column, error.message))


def _rule(form: RuleFile, page: Page) -> Rule:
    line, _ = page.place(("id",))
    return Rule(
        id=form.id,
        name=form.name,
        check=form.check,
        conflict_class=form.conflict_class,
        severity=form.severity or SEVERITY_OF_CLASS[form.conflict_class],
        summary=" ".join(form.summary.split()),
        why=form.why,
        message=" ".join(form.message.split()),
        applies=_applies(form.applies),
        formula=form.formula or "",
        inputs={key: _words(value) for key, value in form.inputs.items()},
        ladder=tuple(_rung(rung) for rung in form.ladder),
        false_positives=tuple(" ".join(text.split()) for text in form.false_positives),
        examples=_examples(form.examples, "examples", page),
        known_gaps=_examples(form.known_gaps, "known_gaps", page),
        path=page.path,
        line=line,
    )


def _applies(form: AppliesFile) -> Applies:
    return Applies(
        measure=_words(form.measure),
        role=_words(form.role),
        kind=_words(form.kind),
        dimension=_words(form.dimension),
        across=(form.across[0], form.across[1]) if form.across else None,
        when=_any_of(form.when) if form.when is not None else (),
    )


def _words(value: Sequence[str] | str | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def _rung(form: dict[str, Any]) -> Rung:
    verdict: Verdict = next(key for key in VERDICTS if key in form)
    when: AnyOf = () if form[verdict] == "otherwise" else _any_of(form[verdict])
    return Rung(verdict, when, form.get("class"), form.get("severity"))


def _any_of(node: Any) -> AnyOf:
    """A map is one group of conditions that all must hold; a list is alternatives."""
    if isinstance(node, list):
        return tuple(group for item in node for group in _any_of(item))
    return (tuple(Condition(name, _argument(argument)) for name, argument in node.items()),)


def _argument(value: Any) -> Argument:
    return tuple(value) if isinstance(value, list) else value


def _examples(forms: Sequence[ExampleFile], part: str, page: Page) -> tuple[Example, ...]:
    return tuple(
        Example(form.expect, _passage(form.left or form.text), _right(form.right), page.place((part, index))[0])
        for index, form in enumerate(forms)
    )


def _passage(form: PassageFile | str | None) -> Passage:
    if form is None or isinstance(form, str):
        return Passage(form or "")
    return Passage(form.text, form.published, form.title, form.source)


def _right(form: PassageFile | str | None) -> Passage | None:
    return None if form is None else _passage(form)


def rules_in_force(folders: Sequence[str] = ()) -> tuple[Rule, ...]:
    """The built-in packs and those of further folders (``--rules``). Raises UserError as ``load_rules`` does."""
    return load_rules(builtin_packs(), *map(Path, folders))


def contents(folders: Sequence[str] = ()) -> tuple[tuple[str, bytes], ...]:
    """Path and content of every file of ``rules_in_force``: what decides what it gives. () if one cannot be read."""
    files = [file for folder in (builtin_packs(), *map(Path, folders)) for file in _files(folder, [])]
    try:
        return tuple((file.as_posix(), file.read_bytes()) for file in files)
    except OSError:
        return ()


def rule_cards(rules: Sequence[Rule]) -> tuple[RuleCard, ...]:
    """What a report says of the rules, in the order of their ids."""
    return tuple(
        RuleCard(
            rule.id, rule.name, rule.severity, rule.summary, rule.why.strip(), tuple(rung.words for rung in rule.ladder)
        )
        for rule in rules
    )  # fmt: skip
