"""The causes for which two figures look like one fact: each shows in a named feature of the frame."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from marked import claims_of, dated_claims_of
from ruamel.yaml import YAML

from factcheck.model import Claim

PAIRS = YAML(typ="safe").load((Path(__file__).parent / "lookalikes.yaml").read_text(encoding="utf-8"))


def side(pair: Mapping[str, Any], number: int) -> Claim | None:
    name = ("left", "right")[number]
    published = pair["published"][number].isoformat() if "published" in pair else None
    flags = frozenset(pair["flags"][number]) if "flags" in pair else frozenset()
    if "dates" in pair:
        return dated_claims_of(pair[name], pair["dates"][number])[-1]
    claims = claims_of(pair[name], published=published, flags=flags)
    which = pair.get(f"{name}_claim", 0)
    return claims[which] if claims else None


def feature(claim: Claim | None, name: str) -> object:
    if claim is None or name == "claim":
        return claim
    return getattr(claim, name) if name in {"role", "as_of"} else getattr(claim.frame, name)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['cause']}: {pair['left']}")
def test_pair_differs_where_it_should_and_only_there(pair: Mapping[str, Any]) -> None:
    left, right = side(pair, 0), side(pair, 1)
    for name in pair.get("differ", ()):
        if name == "claim":
            assert left is None
            assert right is None
        else:
            assert feature(left, name) != feature(right, name), (name, feature(left, name))
    for name in pair.get("same", ()):
        assert feature(left, name) == feature(right, name), name


def test_every_cause_has_a_pair() -> None:
    assert len(Counter(pair["cause"] for pair in PAIRS)) == 15
