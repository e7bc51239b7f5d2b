"""CPU time of a call, for tests that time must grow in step with the text.

>>> cpu_seconds(lambda: None) < 1.0
True
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

# The garbage of other tests of the same process may be collected in the middle of a call, and first calls load things:
# the best of a few runs with the collector off is what the call itself takes.
_RUNS = 3


def cpu_seconds(call: Callable[[], object]) -> float:
    """The least CPU time of ``_RUNS`` calls, in seconds."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        return min(_once(call) for _ in range(_RUNS))
    finally:
        if collecting:
            gc.enable()


def _once(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start
