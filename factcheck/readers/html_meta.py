"""What an HTML page says of itself: title, address, source, publication date, language.

>>> page = '<html lang="en"><meta property="og:title" content="Limits &amp; quotas"><title>x</title></html>'
>>> meta = read_meta(page, tokens(page))
>>> (meta.title, meta.language)
('Limits & quotas', 'en')
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from factcheck.readers.html_tokens import Token, tokens
from factcheck.readers.iso_date import iso_date

__all__ = ["HtmlMeta", "read_meta", "tokens"]

# In the order in which they are believed; crawl and modification dates are not publication dates.
_DATES = ("article:published_time", "datepublished", "og:published_time", "dc.date.issued", "dcterms.issued",
          "citation_publication_date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate")  # fmt: skip
_ARTICLES = frozenset(
    (
        "Article",
        "NewsArticle",
        "BlogPosting",
        "TechArticle",
        "Report",
        "WebPage",
        "ReportageNewsArticle",
        "LiveBlogPosting",
    )
)


@dataclass(frozen=True, slots=True)
class HtmlMeta:
    """Empty strings and None where the page says nothing."""

    title: str = ""
    url: str = ""
    source: str = ""
    published: str | None = None
    language: str = ""


def read_meta(text: str, page: Sequence[Token]) -> HtmlMeta:
    """The metadata of a page: schema.org first, then meta elements, then ``<title>``."""
    named: dict[str, str] = {}
    for token in page:
        if token.kind == "start" and token.name in ("meta", "link", "html", "time"):
            _note(named, token)
    schema = _schema(text, page)
    dates = (schema.get("datePublished", ""), *(named.get(key, "") for key in _DATES))
    return HtmlMeta(
        title=named.get("og:title", "") or schema.get("headline", "") or _element(text, page, "title"),
        url=named.get("canonical", "") or named.get("og:url", "") or schema.get("url", ""),
        source=named.get("og:site_name", "") or schema.get("publisher", ""),
        published=next((date for written in dates if (date := iso_date(written))), None),
        language=named.get("lang", "").lower(),
    )


def _note(named: dict[str, str], token: Token) -> None:
    """What one element of the head says; the first of a kind counts."""
    said = token.attributes
    if token.name == "meta":
        key = said.get("property") or said.get("name") or said.get("itemprop") or ""
        named.setdefault(key.lower(), unescape(said.get("content", "")).strip())
    elif token.name == "link" and said.get("rel", "").lower() == "canonical":
        named.setdefault("canonical", unescape(said.get("href", "")).strip())
    elif token.name == "html":
        named.setdefault("lang", said.get("lang", ""))
    elif token.name == "time" and ("pubdate" in said or said.get("itemprop") == "datePublished"):
        named.setdefault("datepublished", said.get("datetime", ""))


def _element(text: str, page: Sequence[Token], name: str) -> str:
    """The text of the first element of a name."""
    for number, token in enumerate(page):
        if token.kind == "start" and token.name == name:
            end = next(
                (t.start for t in page[number + 1 : number + 20] if t.kind == "end" and t.name == name), token.end
            )
            return " ".join(unescape(text[token.end : end]).split())
    return ""


def _schema(text: str, page: Sequence[Token]) -> Mapping[str, str]:
    """Headline, date, address and publisher of the first article of the page's JSON-LD."""
    for number, token in enumerate(page):
        if token.kind == "start" and token.name == "script" and "ld+json" in token.attributes.get("type", ""):
            end = page[number + 1].end if number + 1 < len(page) else token.end
            try:
                loaded = json.loads(text[token.end : end])
            except (ValueError, RecursionError):
                continue
            for thing in _things(loaded, 0):
                if _ARTICLES.intersection(_listed(thing.get("@type"))):
                    return _described(thing)
    return {}


def _things(loaded: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if isinstance(loaded, dict):
        yield loaded
        if depth < 3:
            yield from _things(loaded.get("@graph"), depth + 1)
    elif isinstance(loaded, list):
        for item in loaded[:100]:
            yield from _things(item, depth + 1) if depth < 4 else ()


def _listed(value: Any) -> list[str]:
    return [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str)]


def _described(thing: Mapping[str, Any]) -> dict[str, str]:
    found = {key: thing[key] for key in ("headline", "datePublished", "url") if isinstance(thing.get(key), str)}
    publisher = thing.get("publisher")
    if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
        found["publisher"] = publisher["name"]
    return {key: unescape(value).strip() for key, value in found.items()}
