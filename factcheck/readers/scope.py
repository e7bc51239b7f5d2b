"""What a page is about as a whole, from its path, title and front matter: version, language, platform, page kind.

>>> scope_of("docs/v1.18/en/limits.md", "Limits", {})
(('language', 'en'), ('version', '1.18'))
>>> sorted(page_flags("docs/release-notes/2021.md", "Release notes", {}))
['history']
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

# Two-letter codes that are words or abbreviations of other things in paths (id, is, it, no, to …) need a neighbour.
_LANGUAGES = frozenset(
    (
        *("en", "de", "fr", "es", "pt", "ru", "zh", "ja", "ko", "pl", "tr", "uk", "vi", "nl", "sv", "cs", "da", "fi"),
        *("el", "hu", "ro", "bg", "ar", "he", "hi", "fa", "th", "zh-cn", "zh-tw", "zh-hans", "zh-hant", "pt-br"),
        *("pt-pt", "en-us", "en-gb", "es-es", "es-mx", "fr-fr", "fr-ca", "de-de", "it-it", "ja-jp", "ko-kr", "ru-ru"),
    )
)
_PLATFORMS = frozenset(
    ("windows", "linux", "macos", "mac", "android", "ios", "ubuntu", "debian", "centos", "rhel", "freebsd")
)
_VERSION_FOLDER = re.compile(r"(?:version-|release-|v)?(\d{1,4}(?:\.(?:\d{1,4}|x)){1,3})\Z|v(\d{1,3})\Z", re.IGNORECASE)
_VERSION_WORDS = re.compile(r"\b(?:version|release|v)[ .]?(\d{1,3}(?:\.\d{1,4}){0,3})\b", re.IGNORECASE)
_VERSION_FILE = re.compile(
    r"(?:^|[-_])(?:version-?\d{1,3}|v\d{1,3}\.\d{1,4})(?:\.\d{1,4})*(?=\.\w+\Z|[-_])", re.IGNORECASE
)
_KEYS = {
    "version": "version", "product_version": "version", "release": "version", "product": "product",
    "edition": "edition",
    "platform": "platform", "os": "platform", "lang": "language", "language": "language", "locale": "language",
}  # fmt: skip
# Words for pages of the past anywhere in a path or title, and words that say so only as a whole folder, file or title.
_HISTORY = re.compile(
    r"(?:^|[/_ -])(?:blogs?|_?posts|newsletters?|release[ _-]?notes?|change[ _-]?logs?|archived?s?|announcements?|"
    r"case[ _-]stud(?:y|ies)|whats?[ _'’-]?s?[ _-]?new|"
    r"(?:document|revision|version|release)[ _-]history)(?=[/_. -]|\Z)",
    re.IGNORECASE,
)
_HISTORY_WHOLE = re.compile(
    r"(?:^|/)(?:news|releases?|changes|history|legacy|deprecated|older[ _-]versions|rc[ _-]notes)(?=/|\.\w+\Z|\Z)",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"(?:^|[/_ -])(?:tutorials?|examples?|samples?|walk-?throughs?|labs?|demos?)(?=[/_. :-]|\Z)",
    re.IGNORECASE,
)


def scope_of(path: str, title: str, values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Sorted (key, value) pairs. Front matter goes before the path, the path before words of the title."""
    found: dict[str, str] = {}
    if match := _VERSION_WORDS.search(title):
        found["version"] = match[1]
    folders = path.lower().split("/")
    if match := _VERSION_FILE.search(folders[-1]):
        found["version"] = match[0].lstrip("-_").lower().removeprefix("version").lstrip("-v")
    for folder in folders[:-1]:
        if match := _VERSION_FOLDER.match(folder):
            found["version"] = match[1] or match[2]
        elif folder in _LANGUAGES:
            found["language"] = folder
        elif folder in _PLATFORMS:
            found["platform"] = folder
    for key, name in _KEYS.items():
        if values.get(key, "").strip():
            found[name] = values[key].strip()
    return tuple(sorted(found.items()))


def placed(path: str, patterns: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """What the user's path patterns say of a path: ``docs/{version}/**`` names a folder, ``{lang}`` is the language.

    >>> placed("docs/2.1/limits.md", ["docs/{version}/**", "{lang}/**"])
    (('language', 'docs'), ('version', '2.1'))
    """
    found: dict[str, str] = {}
    for pattern in patterns:
        if match := _path_pattern(pattern).fullmatch(path):
            found.update((_KEYS.get(key, key), value) for key, value in match.groupdict().items())
    return tuple(sorted(found.items()))


@cache
def _path_pattern(pattern: str) -> re.Pattern[str]:
    """A glob whose ``{key}`` stands for one folder or file name."""
    parts = re.split(r"(\{\w+\}|\*\*/?|\*|\?)", pattern)
    special = {"**": ".*", "**/": "(?:.*/)?", "*": "[^/]*", "?": "[^/]", "": ""}
    named = (f"(?P<{part[1:-1]}>[^/]+?)" if part.startswith("{") and part.endswith("}") else
             special.get(part, re.escape(part)) for part in parts)  # fmt: skip
    return re.compile("".join(named))


def page_flags(path: str, title: str, values: Mapping[str, str]) -> frozenset[str]:
    """``history`` for pages that say what was true then, ``example`` for pages of sample values."""
    flags: set[str] = set()
    folders = path.lower()
    past = any(pattern.search(words) for pattern in (_HISTORY, _HISTORY_WHOLE) for words in (folders, title.strip()))
    if past or values.get("archived", "").lower() == "true":
        flags.add("history")
    if _EXAMPLE.search(folders) or _EXAMPLE.match(title) or values.get("content_type", "") == "tutorial":
        flags.add("example")
    return frozenset(flags)
