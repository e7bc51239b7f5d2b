"""What one comparison leaves for the next: the claims of every document as columns, and what was found of every pair.

A document that has not changed keeps its rows. What was found of a pair holds as long as both documents are unchanged
and no word of the two claims has become rarer, commoner or more telling; ``corpus`` finds out which words have.

>>> Kept.of_bytes(b"something else") is None
True
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from factcheck.comparing.claim_columns import ClaimColumns
from factcheck.comparing.growing import Small
from factcheck.comparing.ragged import Ints, Ragged

# Hashes of block keys, and how columns are written, are these libraries' own.
_MADE_BY = f"pandas {pd.__version__}, pyarrow {pa.__version__}, numpy {np.__version__}"

# To look at a claim or pair takes as long as to write so many.
_CHEAPER = 200

UNKNOWN = 255
"""The gate of a pair that was not looked at yet; 0 is a pair that passes every gate."""

UNASKED, AT_MOST, EXACT = 0, 1, 2
"""What is known of the evidence on a pair: nothing, an upper bound, its sum."""


@dataclass(frozen=True, slots=True)
class PairNotes:
    """One entry a pair of rows, sorted by ``left`` and ``right``: the gate that dropped it, the sum of its evidence
    without the prior, and how well that is known."""

    left: Small
    right: Small
    gate: NDArray[np.uint8]
    evidence: NDArray[np.int16]
    known: NDArray[np.uint8]

    @classmethod
    def blank(cls, left: Small, right: Small) -> PairNotes:
        size = len(left)
        return cls(
            left, right, np.full(size, UNKNOWN, np.uint8), np.zeros(size, np.int16), np.full(size, UNASKED, np.uint8)
        )


@dataclass(frozen=True, slots=True)
class Kept:
    """``marks`` names the content of each document, in the order of the rows; ``counts`` its number of claims;
    ``computed`` says whether its own arithmetic is at fault.

    ``words`` holds, for each claim, all words that are weighed (some more than once), ``said`` and ``contrasts``, for
    each document, what it counts for in the statistics: indices into ``vocabulary``. ``judged`` holds the verdicts on
    pairs that were judged. ``anew`` says how many claims and pairs had to be looked at because an earlier comparison
    did not know them.
    """

    marks: tuple[str, ...]
    counts: Ints
    computed: NDArray[np.bool_]
    columns: ClaimColumns
    vocabulary: tuple[str, ...]
    words: Ragged
    said: Ragged
    contrasts: Ragged
    keys: Ragged
    pairs: PairNotes
    judged: pd.DataFrame
    anew: int = 0

    @property
    def documents(self) -> int:
        """How many documents have a claim: those that the statistics count."""
        return int((self.counts > 0).sum())

    @property
    def is_worth_writing(self) -> bool:
        """Whether the next comparison would lose more without this one, by looking at the same again, than writing
        costs."""
        return self.anew * _CHEAPER > int(self.counts.sum()) + len(self.pairs.left)

    def to_bytes(self) -> memoryview:
        """Arrow tables, one behind the other."""
        claims = self.columns.to_arrow()
        claims = claims.append_column("words!", _lists(self.words)).append_column("keys!", _lists(self.keys))
        documents = pa.table(
            {
                "mark": list(self.marks), "count": self.counts, "computed": self.computed,
                "said": _lists(self.said), "contrasts": _lists(self.contrasts),
            }
        )  # fmt: skip
        notes = self.pairs
        pairs = pa.table(
            {
                "left": notes.left.astype(np.int32), "right": notes.right.astype(np.int32), "gate": notes.gate,
                "evidence": notes.evidence, "known": notes.known,
            }
        )  # fmt: skip
        judged = pa.Table.from_pandas(self.judged, preserve_index=False)
        sink = pa.BufferOutputStream()
        words = pa.table({"word": list(self.vocabulary)}).replace_schema_metadata({"made by": _MADE_BY})
        for table in (words, claims, documents, pairs, judged):
            with pa.ipc.new_stream(sink, table.schema) as writer:
                writer.write_table(table)
        return memoryview(sink.getvalue())

    @classmethod
    def of_bytes(cls, data: bytes | memoryview) -> Kept | None:
        """None for what ``to_bytes`` did not write."""
        try:
            source = pa.BufferReader(data)
            words = _table(source)
            if words.schema.metadata != {b"made by": _MADE_BY.encode()}:
                return None
            claims, documents, pairs, judged = (_table(source) for _ in range(4))
            return cls(
                tuple(documents["mark"].to_pylist()),
                documents["count"].to_numpy(),
                documents["computed"].to_numpy(),
                ClaimColumns.of_arrow(claims.drop_columns(["words!", "keys!"])),
                tuple(words["word"].to_pylist()),
                _ragged(claims["words!"]),
                _ragged(documents["said"]),
                _ragged(documents["contrasts"]),
                _ragged(claims["keys!"]),
                PairNotes(
                    pairs["left"].to_numpy().astype(np.int64),
                    pairs["right"].to_numpy().astype(np.int64),
                    *(pairs[name].to_numpy() for name in ("gate", "evidence", "known")),
                ),
                judged.to_pandas(),
            )
        except (pa.ArrowException, KeyError, ValueError):
            return None


def _table(source: Any) -> pa.Table:
    table = pa.ipc.open_stream(source).read_all().combine_chunks()
    # An empty column of no chunk at all is more than pandas can join.
    return table if len(table) else pa.table([pa.nulls(0, each.type) for each in table.schema], schema=table.schema)


def _lists(ragged: Ragged) -> Any:
    return pa.LargeListArray.from_arrays(ragged.starts, pa.array(ragged.values))


def _ragged(column: pa.ChunkedArray) -> Ragged:
    if not column.num_chunks:
        return Ragged(np.zeros(0, column.type.value_type.to_pandas_dtype()), np.zeros(1, np.int64))
    (lists,) = column.chunks
    return Ragged(lists.values.to_numpy(), lists.offsets.to_numpy())
