"""What surrounds the work of a process that the program has started for itself."""

from __future__ import annotations

import os
from collections.abc import Callable

from tui.library.core import fault_log


def work_apart(work: Callable[[], int], name: str) -> None:
    """Do the work of the whole process, whose exit code it gives, and end at once when it is done or fails.

    Nothing may keep the process: neither a thread that reads nor the lock of a stream, for which the
    interpreter would wait.
    """
    code = 1
    try:
        code = work()
    except OSError as error:
        if not isinstance(error, BrokenPipeError):  # else whoever asked is gone
            fault_log.keep(error, name)
    except Exception as fault:  # there is no terminal to tell it on
        fault_log.keep(fault, name)
    finally:
        os._exit(code)
