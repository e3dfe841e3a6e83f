"""Work counted instead of timed: what is the same on a quiet machine and a busy one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType


def steps(work: Callable[[], object]) -> int:
    """How many lines of Python `work` runs, those of all that it calls included.

    A loop on one line counts each time round. A call into C counts as the line that calls: how a regular
    expression grows with its text, `python -m bench.growth` measures.
    """
    count = 0

    def trace(frame: FrameType, event: str, argument: object) -> object:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type] # the stubs want the trace function's own type back
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def growth(work: Callable[[int], object], size: int, *, times: int) -> float:
    """How much more `work` has to do for `times` the size: `times`, where each piece is looked at once."""
    work(size)  # what is kept for the next time is no part of the work
    small, large = (steps(partial(work, much)) for much in (size, times * size))
    return large / small
