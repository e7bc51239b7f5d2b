"""What a rule file may hold. pydantic checks form; ``rulebook.lint`` checks what the words mean.

>>> RuleFile.model_fields["check"].default
'compare'
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from factcheck.model.finding import ConflictClass, Severity, Verdict

Id = Annotated[str, StringConstraints(pattern=r"^FC[0-9]{3}$|^[A-Z]{2,8}[0-9]{3}$")]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Words = list[Text] | Text


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class PassageFile(_Part):
    """One side of an example with what is known about its document."""

    text: Text
    published: Text | None = None
    title: str = ""
    source: str = ""


class ExampleFile(_Part):
    """``left`` and ``right``, or ``text`` alone for rules about one document."""

    expect: Verdict
    left: PassageFile | Text | None = None
    right: PassageFile | Text | None = None
    text: PassageFile | Text | None = None


class AppliesFile(_Part):
    measure: Words | None = None
    role: Words | None = None
    kind: Words | None = None
    dimension: Words | None = None
    across: Annotated[list[Text], Field(min_length=2, max_length=2)] | None = None
    when: Any = None


class RuleFile(_Part):
    """One rule. ``ladder`` belongs to compare and fact rules, ``formula`` and ``inputs`` to recompute and order."""

    id: Id
    name: Name
    check: Literal["compare", "recompute", "order", "fact", "whole"] = "compare"
    conflict_class: ConflictClass = Field(default="contradiction", alias="class")
    severity: Severity | None = None
    summary: Text
    why: Text
    applies: AppliesFile = Field(default_factory=AppliesFile)
    formula: Text | None = None
    inputs: dict[Text, Words] = Field(default_factory=dict)
    ladder: list[dict[str, Any]] = Field(default_factory=list)
    message: Text
    false_positives: list[Text] = Field(min_length=1)
    examples: list[ExampleFile] = Field(min_length=1)
    known_gaps: list[ExampleFile] = Field(default_factory=list)


def keys_of(location: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys that may stand where a location points to, for "did you mean"."""
    model: type[BaseModel] = RuleFile
    inner: dict[str, type[BaseModel]] = {"applies": AppliesFile, "examples": ExampleFile, "known_gaps": ExampleFile}
    for part in location:
        if isinstance(part, str) and part in inner:
            model = inner[part]
        elif isinstance(part, str) and part in ("left", "right", "text") and model is ExampleFile:
            model = PassageFile
    return tuple(field.alias or name for name, field in model.model_fields.items())
