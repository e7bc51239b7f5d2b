"""What the program wrote itself: a report or a table of claims that lies among the pages is none of them.

>>> is_own_output(SourceFile.of_bytes("r.md", b"# Consistency report\\n\\nNo conflicts.\\n"))
True
>>> is_own_output(SourceFile.of_bytes("r.md", b"# A report\\n"))
False
"""

from __future__ import annotations

from factcheck.readers.source_file import STANDARD_INPUT, SourceFile

# How each of our formats begins, by suffix; a test compares them with what the writers write.
HEADS: dict[str, tuple[bytes, ...]] = {
    ".md": (b"# Consistency report",),
    ".html": (b"<!doctype html>",),
    ".csv": (b"record,id,status,severity,class,rule,", b"claim_id,measure,subject,qualifiers,role,"),
    ".jsonl": (b'{"id": "fc-', b'{"doc": '),
}
# What else has to stand near the beginning, where the head alone says too little.
_MARKS: dict[str, bytes] = {
    ".html": b'<meta name="generator" content="factcheck ',
    ".jsonl": b'"quote": ',
}
_NEAR = 4096


def is_own_output(file: SourceFile) -> bool:
    """Whether the file is a report or a table of claims. Raises OSError when it cannot be read."""
    heads = HEADS.get(file.suffix)
    if heads is None or file.path == STANDARD_INPUT:
        return False
    with file.open() as stream:
        begins = stream.read(_NEAR)
    return begins.startswith(heads) and _MARKS.get(file.suffix, b"") in begins
