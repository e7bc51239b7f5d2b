"""factcheck finds numeric and dated claims that contradict each other across articles and pages, and cites both places.

    import factcheck

    documents = factcheck.read(["articles/"])
    report = factcheck.check(documents)
    claims = factcheck.extract(documents)    # a pandas DataFrame

Everything heavy is imported when it is called.
"""

from __future__ import annotations

__version__ = "0.1.0"
