"""What is told of a fault of the program's own."""

from __future__ import annotations


def crash_message(fault: Exception) -> str:
    """One clean line on what went wrong; the details go to a file when they can."""
    from tui.library.core import fault_log

    path = fault_log.keep(fault, "the reader")
    where = f"; details are in {path}" if path else ""
    return f"something went wrong: {fault_log.named(fault)}{where}"
