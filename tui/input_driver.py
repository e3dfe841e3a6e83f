"""Keys from the terminal at once: a lone escape is answered in 25 ms, and leaving waits for nothing.

Textual's own loop looks every 100 ms whether an escape stayed alone and whether it is to end. This one
sleeps until something happens. It stands in for the loop that it knows and for no other: with another
version of Textual whose loop is made differently, or on another system, Textual's own is used.
"""

from __future__ import annotations

import os
from codecs import getincrementaldecoder
from collections.abc import Iterable
from contextlib import suppress
from select import select
from threading import Event
from types import CodeType
from typing import Any, TextIO, cast

from textual import constants
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

ESCAPE = "\x1b"
ALONE = constants.ESCAPE_DELAY if "ESCDELAY" in os.environ else 0.025
"""Seconds after which an escape that nothing follows was the key. ESCDELAY (milliseconds) changes it."""
BEGUN = 0.1
"""Seconds that the next letter of a sequence which has begun may take, on a slow line."""
LOOP = frozenset(
    """
    EVENT_READ EOFError ParseError SelectSelector XTermParser _debug close decode exit_event feed fileno
    getincrementaldecoder is_set loop_last os process_message read register select selectors tick unregister
    """.split()
)
"""The names that the loop stood in for uses: those of Textual 8.2."""


def low_latency_driver(stock: type[Driver]) -> type[Driver]:
    """The driver that answers at once in place of `stock`; `stock` itself when its loop is not known."""
    known = stock is LinuxDriver and _names(LinuxDriver.run_input_thread.__code__) == LOOP
    return LowLatencyDriver if known and "_timeout_time" in vars(XTermParser()) else stock


def _names(code: CodeType) -> frozenset[str]:
    """The names that some code uses, the functions inside it included."""
    inner = (_names(part) for part in code.co_consts if isinstance(part, CodeType))
    return frozenset(code.co_names).union(*inner)


class EscapeAwareParser(XTermParser):
    """Reads keys out of what the terminal sends, and can be told that nothing more will come."""

    def patience(self, last: str) -> float | None:
        """Seconds to wait for the next letter after `last`; None when no sequence is open."""
        if self._timeout_time is None:
            return None
        return ALONE if last == ESCAPE else BEGUN

    def expire(self) -> Iterable[Message]:
        """What an open sequence means when nothing follows it."""
        if self._timeout_time is not None:
            self._timeout_time = 0.0
        return self.tick()


class WakeableEvent(Event):
    """An event that also wakes whoever waits for a file descriptor (`heard`)."""

    def __init__(self) -> None:
        super().__init__()
        self.heard, self._rung = os.pipe()
        os.set_blocking(self.heard, False)

    def set(self) -> None:
        super().set()
        os.write(self._rung, b"!")

    def clear(self) -> None:
        super().clear()
        with suppress(BlockingIOError):
            os.read(self.heard, 64)


class HangupSafeWriter:
    """A terminal that may go: what is written then goes nowhere, so that the end waits for no writer."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self.fileno = file.fileno

    def write(self, words: str) -> None:
        """Write, or do not."""
        with suppress(OSError):
            self._file.write(words)

    def flush(self) -> None:
        """Bring what was written to the terminal, if it is there."""
        with suppress(OSError):
            self._file.flush()


class LowLatencyDriver(LinuxDriver):
    """Textual's driver with a loop that wakes when it has to."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._file = cast(Any, HangupSafeWriter(cast(TextIO, self._file)))
        self.exit_event = self._bell = WakeableEvent()
        self._left: object = self
        """What wrote to the terminal when one went away; while it is the writer, one has not come back."""

    def suspend_application_mode(self) -> None:
        """Leave the terminal to another program for a while."""
        self._left = self._writer_thread  # first, for the signal to go on may come before this is done
        super().suspend_application_mode()

    def resume_application_mode(self) -> None:
        """Come back, if one has been away: a terminal that hangs up tells all to go on (SIGCONT).

        In the background (bg) the terminal cannot be had, and one has not come back.
        """
        if self._writer_thread is self._left:
            super().resume_application_mode()

    def run_input_thread(self) -> None:
        """Hand on keys as they come, until the driver lets go of its input."""
        keys = EscapeAwareParser(self._debug)
        # a byte that is no letter becomes a mark: it must not end the program
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        patience: float | None = None
        while not self._bell.is_set():
            ready = select([self.fileno, self._bell.heard], [], [], patience)[0]
            if not ready:
                self._hand_on(keys.expire())
                patience = None
            elif self.fileno in ready:
                raw = os.read(self.fileno, 4096)
                if not raw:  # the terminal has gone: a signal tells the rest
                    self._bell.wait()
                letters = decode(raw)
                self._hand_on(keys.feed(letters) if letters else ())
                patience = keys.patience(letters[-1:]) if letters else patience

    def _hand_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)
