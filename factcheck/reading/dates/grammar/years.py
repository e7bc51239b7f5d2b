"""Years, and what is made of years: bare years, spans, decades, centuries, fiscal years, years before Christ.

>>> from factcheck.reading.dates.grammar.cascade import apply, tokens
>>> [token.value.timex for token in apply(RULES, list(tokens("the 1990s")))]
['199']
"""

from __future__ import annotations

from factcheck.reading.dates.expression import Calendar, Expression, Years
from factcheck.reading.dates.grammar.cascade import Match, Rule
from factcheck.reading.dates.grammar.dates import ANY_WORD, LOWER, year_of
from factcheck.reading.dates.numbers import EARLIEST_YEAR, LATEST_YEAR

DECADES_FROM = 2000  # "the 1800's" are a century, "the 2000's" mostly the decade
_IN_DECADE = ("in", "of", "during", "since", "by", "until", "from", "EARLY", "MID", "LATE")
RARE_YEAR = 1700  # figures below it are seldom years
_SYMBOLS = ("$", "#", "/", "@", "+", "=", "%", "AMPM")
_BEHIND_AMOUNT = (
    "$", "/", "+", "%", "AMPM", "UNITS", "CENTURIES", "NIGHTS", "UNIT_SHORT", "HALF_LETTER", "MEASURE",
)  # fmt: skip
_BEHIND_HEDGED = (*LOWER, "YEARLY")
_NAMING = ("NUMBERED", "PRODUCT")  # what the figure after it tells apart from others of its kind
_COUNTED = ("over", "than", "least", "most", "up")
_FIGURES = ("AMOUNT", "ZERO", "INT_12", "INT_24", "INT_31", "INT_99")
_BEFORE_COUNTED = (
    "the", "in", "since", "by", "until", "till", "during", "from", "before", "after", "its", "their", "his", "her",
    "our", "your", "my", "this", "that", "'s", "EARLY", "MID", "LATE", "THIS", "THAT",
)  # fmt: skip
_BEFORE_RARE = (
    "in", "since", "by", "until", "till", "during", "from", "before", "after", "circa", "(", "EARLY", "MID", "LATE",
)  # fmt: skip

_BEFORE_SPAN = (*_BEFORE_RARE, "between", ",", "edge", "Unknown", "of")  # before "1618-1648"
_TO = ("to", "and", "-", "until", "till", "through")


def _bare_year(match: Match) -> Expression | None:
    """A figure by itself, where it can hardly be anything but a year."""
    year = match.number("year")
    if not EARLIEST_YEAR <= year <= LATEST_YEAR or match.before in _NAMING:
        return None
    if _is_amount(match) or _is_count(match) or _is_age(match):
        return None
    if match.token("year").kind != "YEAR4" and match.before not in ("in", "since", "until", "of"):
        return None
    if year < RARE_YEAR and not _is_rare_year(match, year):
        return None
    return Calendar(year)


def _short_year(match: Match) -> Expression | None:
    """the harvest of '98"""
    led = match.before in ("of", "in", "since", "by", "until", "from", "the", "to", "and", "or")
    return Calendar(year_of(match)) if led and match.glued() else None


def _is_amount(match: Match) -> bool:
    """Beside a symbol, glued to letters ("1200K"), or the end of a longer figure."""
    longer = match.before == "-" and match.before_that in _FIGURES
    return match.before in _SYMBOLS[:6] or match.after in _BEHIND_AMOUNT or longer


def _is_count(match: Match) -> bool:
    """over 2000 people; 1700 schoolchildren; about 1800 tonnes; a total of 1900"""
    counted = match.after in ("unknowns", "CURRENCY") and match.before not in _BEFORE_COUNTED
    if match.before in ("from", "between") and match.after in _TO and match.ahead(3) == "unknowns":
        return True  # from 1200 to 1500 people
    hedged = match.before == "HEDGE" and match.after in _BEHIND_HEDGED
    return counted or hedged or _is_sum(match) or match.before in _COUNTED


def _is_sum(match: Match) -> bool:
    """a total of 1900; but "the average of 1900" is that of the year"""
    at = match.places.start()
    return match.before == "of" and match.before_that == "SUM" and (at < 3 or match.tokens[at - 3].kind != "the")


def _is_age(match: Match) -> bool:
    """a 2000-year-old tradition"""
    if match.after == "YEAR_WORD":
        return match.after_that in ("OLD", "-")
    return match.after == "-" and match.after_that == "YEAR_WORD"


def _is_rare_year(match: Match, year: int) -> bool:
    """A year so long ago needs a word that says so, or to stand in brackets or at an edge."""
    if match.before in ("to", "and", "-", "or"):
        spanned = match.before == "-" and match.behind(3) in _BEFORE_SPAN and match.after != "unknowns"
        return match.before_that in ("YEAR4", "WHEN_YEAR") and (match.after not in LOWER or spanned)
    if match.after in _TO and match.ahead(2) == "YEAR4" and match.before in _BEFORE_SPAN:
        return match.after == "-" or match.before in ("from", "between")
    if year >= 1500 and match.before in ("edge", ".", "the", "Unknown", "of"):
        return match.after not in LOWER or match.before == "the"
    return match.before in _BEFORE_RARE


def _named_year(match: Match) -> Expression | None:
    return Calendar(match.number("year"))


def _decade(match: Match) -> Expression | None:
    led = match.has("lead") or match.has("century") or match.before in ("EARLY", "MID", "LATE", "-")
    if not led:  # his twenties are years of his life
        return None
    if match.has("century"):
        first = match.number("century") * 100 + match.number("decade") * 10
        return Years(f"{first // 10}", first, first + 9, "decade") if first >= EARLIEST_YEAR else None
    first = 1900 + match.number("decade") * 10
    return Years(f"{first // 10}", first, first + 9, "decade")


def _decade_figures(match: Match) -> Expression | None:
    text = match.token("decade").text
    if len(text) < 5 and not match.has("lead") and match.before not in ("'", "MID", "EARLY", "LATE", "DECADE", "-"):
        return None
    return match.expression("decade")


def _decade_apostrophe(match: Match) -> Expression | None:
    """in the 1970's; "the 1970's best film" is of that year"""
    year = match.number("year")
    owned = match.after in ANY_WORD and match.before not in _IN_DECADE
    if year % 10 or owned:
        return None
    if year % 100 == 0 and year < DECADES_FROM:
        return Years(f"{year // 100}", year, year + 99, "century")
    return Years(f"{year // 10}", year, year + 9, "decade")


def _century(match: Match) -> Expression | None:
    number = match.number("number")
    if not 1 <= number <= 22:
        return None
    if match.has("era") and match.number("era") < 0:
        return Years(f"-{number - 1:02d}", None, None, "century")
    return Years(f"{number - 1:02d}", (number - 1) * 100, number * 100 - 1, "century")


def _centuries(match: Match) -> Expression | None:
    first, last = match.number("first"), match.number("number")
    if not 1 <= first < last <= 22:
        return None
    return Years(f"{first - 1:02d}/{last - 1:02d}", (first - 1) * 100, last * 100 - 1, "century")


def _ancient(match: Match) -> Expression | None:
    year = match.number("year")
    if match.number("era") < 0:
        return Years(f"-{year:04d}", None, None, "year")
    return (
        Calendar(year)
        if EARLIEST_YEAR <= year <= LATEST_YEAR
        else Years(f"{year:04d}", year, year, "year")
        if year >= 1
        else None
    )


def _ancient_span(match: Match) -> Expression | None:
    """431-404 BC, between 54 and 68 AD"""
    first, last = match.number("first"), match.number("last")
    if match.number("era") < 0:
        timex = f"-{first:04d}/-{last:04d}"
        return Years(timex, None, None, "year") if first > last >= 1 else None
    if not 1 <= first < last <= LATEST_YEAR:
        return None
    return Years(f"{first:04d}/{last:04d}", first, last, "year")


def _year_span(match: Match) -> Expression | None:
    """2008-09, 1914-18, 2013/14: two digits that come after the year they follow."""
    first, short = match.number("year"), match.number("last")
    last = first // 100 * 100 + short
    if short == 0 and first % 100 == 99:
        last = first + 1
    if len(match.token("last").text) != 2 or not first < last or last - first > 40:
        return None
    if match.before in ("/", "-", "$") or match.after in ("/", "-", "%"):
        return None
    fiscal = match.has("fiscal")
    return Years(f"FY{first}" if fiscal else f"{first}/{last}", first, last, "year", fiscal=fiscal)


def _fiscal(match: Match) -> Expression | None:
    year = year_of(match)
    return Years(f"FY{year}", year - 1, year + 1, "year", fiscal=True) if year else None


def _numeric_month(match: Match) -> Expression | None:
    """2014/10, where 10 can be no year; 2008-09 is a span of years"""
    month = match.number("month")
    if not match.glued() or len(match.token("month").text) != 2 or match.number("year") % 100 < month or month == 0:
        return None
    return Calendar(match.number("year"), month) if match.after not in ("/", "-") else None


RULES: tuple[Rule, ...] = (
    Rule("' short=INTEGER", _short_year),
    Rule("year=YEAR", _bare_year),
    Rule("the? age? of? YEAR_WORD of? year=YEAR", _named_year),
    Rule("lead=the? decade=DECADE_WORD", _decade),
    Rule("the? century=CARDINAL decade=DECADE_WORD", _decade),
    Rule("lead=the? '? decade=DECADE", _decade_figures),
    Rule("the year=YEAR4 's", _decade_apostrophe),
    Rule("the? number=ANY_ORD -? CENTURY era=ERA?", _century),
    Rule("the? first=ANY_ORD ( to | and | or | - ) the? number=ANY_ORD -? ( CENTURY | CENTURIES )", _centuries),
    Rule("year=ANY_NUMBER era=ERA", _ancient),
    Rule("era=ERA year=ANY_NUMBER", _ancient),
    Rule("first=ANY_NUMBER ( to | - | until ) HEDGE? last=ANY_NUMBER era=ERA", _ancient_span),
    Rule("between first=ANY_NUMBER and HEDGE? last=ANY_NUMBER era=ERA", _ancient_span),
    Rule("the? year=YEAR4 ( - | / ) last=INTEGER", _year_span),
    Rule("year=YEAR4 ( - | / ) month=INT_12", _numeric_month),
    Rule("the? fiscal=FISCAL YEAR_WORD? year=YEAR4 ( - | / ) last=INTEGER", _year_span),
    Rule("( FISCAL YEAR_WORD? | FISCAL_SHORT ) -? year=YEAR4", _fiscal),
    Rule("( FISCAL YEAR_WORD | FISCAL_SHORT ) '? short=INTEGER", _fiscal),
    Rule("the? year=YEAR4 FISCAL YEAR_WORD", _fiscal),
    Rule("the? year=YEAR4 ( - | / ) last=INTEGER fiscal=FISCAL YEAR_WORD", _year_span),
)
