"""The barrier round one file or a part of it: what nobody expected there is a Problem, the rest goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from tui.library.core import fault_log
from tui.model.problem import Problem

Given = TypeVar("Given")


def isolated(work: Callable[[], Given], path: str, part: str = "") -> Given | Problem:
    """What the work on a file, or on that part of it, gives; a Problem where it fails in whatever way.

    Lack of memory and too deep a recursion are ways to fail; an interrupt is none.
    """
    try:
        return work()
    except Exception as fault:  # whatever it is: one file must not take the library down
        return unexpected(fault, path, part)


def unexpected(fault: BaseException, path: str, part: str = "") -> Problem:
    """The Problem that a fault makes of a file, or of that part of it; its details are kept for a report."""
    return not_analysed(path, fault_log.named(fault), part, details=fault_log.keep(fault, path) is not None)


def not_analysed(path: str, reason: str, part: str = "", *, details: bool = False) -> Problem:
    """The Problem of a file, or of that part of it, with which the program itself has failed."""
    where = f" Details are in {fault_log.fault_file()}." if details else ""
    words = f"{part or 'It'} could not be analysed: {reason}."
    return Problem(path, words, f"This is a mistake in the program: please report it.{where}")
