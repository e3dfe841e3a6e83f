"""What surrounds every command: safe streams, and an exit code for each way a run can end."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.model.problem import Problem

INTERRUPTED = 130
"""128 + SIGINT, as shells report it."""


class UsageError(Exception):
    """What was asked can't be done: one sentence for stderr, exit code 2."""


def guarded(run: Callable[[], int]) -> int:
    """Run, turning the ways a command may fail into one sentence on stderr and an exit code.

    A closed pipe is not an error: whoever reads has seen enough.
    """
    try:
        _prepare_streams()
        code = run()
        sys.stdout.flush()
    except KeyboardInterrupt:
        _drop_output()
        return INTERRUPTED
    except Exception as error:  # left alone it would end with 1, which says that nothing was found
        return _told(error)
    return code


def _told(error: Exception) -> int:
    if isinstance(error, UsageError):
        say(str(error))
        return 2
    _drop_output()
    if isinstance(error, BrokenPipeError):
        return 0
    if isinstance(error, OSError):
        say(_words_of(error))
    else:
        _tell_mistake()
    return 2


def say(words: str) -> None:
    """A message for the person at the terminal, apart from the data: on stderr."""
    from tui.library.core.text_cleaning import clean_line

    sys.stderr.write(f"cuttings: {clean_line(words)}\n")


def report(problem: Problem) -> None:
    """Say what is wrong with a file, and what was done about it."""
    say(" ".join(filter(None, (f"{problem.path}: {problem.words}", problem.remedy))))


def _tell_mistake() -> None:
    from traceback import format_exc

    from tui.library.core.text_cleaning import clean

    sys.stderr.write(clean(format_exc()))
    say("this is a mistake in the program: please report it with the lines above")


def _prepare_streams() -> None:
    """No letter is unprintable, and no stream is missing: a missing one would lend its number to a file."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - a stream, for the whole run
    closed = sys.stdout is None
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - likewise
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if closed:
        raise UsageError("standard output is closed")


def _drop_output() -> None:
    """Let what is still buffered for stdout go nowhere, so that leaving can neither fail nor block."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _words_of(error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename else reason
