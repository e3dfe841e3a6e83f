"""The program in a real terminal: a pty, every byte kept, and a screen to read."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pyte

ROOT = Path(__file__).parents[2]
READER = ("-m", "tui", str(ROOT / "seeds"))
"""The reader on the sample articles, past its first run."""
HANGING = 120.0
"""Seconds after which a program hangs: on a busy machine a start takes many."""


class Terminal:
    """Runs a command on a terminal of its own; `sent` is every byte the program wrote to it."""

    def __init__(
        self,
        words: Sequence[str],
        home: Path,
        *,
        size: tuple[int, int] = (100, 30),
        also: dict[str, str] | None = None,
    ) -> None:
        columns, rows = size
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.before = termios.tcgetattr(slave)
        self.slave = slave
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(ROOT),
            **{f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "CACHE")},
            **(also or {}),
        }
        self.process = subprocess.Popen(
            [sys.executable, *words],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(slave, termios.TIOCSCTTY, 0),
        )
        self.sent = b""
        self.display = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.display)

    def read(self, seconds: float = 0.05) -> None:
        """Take in what the program has written, for so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if not select.select([self.master], [], [], left)[0]:
                return
            try:
                chunk = os.read(self.master, 65536)
            except OSError:
                return
            if not chunk:
                return
            self.sent += chunk
            self.stream.feed(chunk)

    @property
    def text(self) -> str:
        """The screen as one reads it."""
        return "\n".join(self.display.display)

    def until(self, true: Callable[[], bool]) -> None:
        """Read until something is seen."""
        end = time.monotonic() + HANGING
        while not true():
            assert time.monotonic() < end, f"not seen; the screen was:\n{self.text}"
            self.read()

    def shows(self, words: str) -> None:
        """Read until the words are on the screen."""
        self.until(lambda: words in self.text)

    def type(self, keys: str) -> None:
        """Send keys as a terminal would."""
        os.write(self.master, keys.encode())

    def ended(self) -> int:
        """Wait for the end of the program; its exit code."""
        end = time.monotonic() + HANGING
        while self.process.poll() is None:
            assert time.monotonic() < end, f"still running; the screen was:\n{self.text}"
            self.read()
        self.read(0.2)
        return self.process.returncode

    @property
    def restored(self) -> bool:
        """Whether the terminal is as it was: modes, main screen, cursor, mouse and paste."""
        same = termios.tcgetattr(self.slave)[:4] == self.before[:4]
        off = all(
            self.sent.rfind(b"\x1b[?%dl" % mode) > self.sent.rfind(b"\x1b[?%dh" % mode)
            for mode in (1049, 1000, 1003, 1006, 2004)
        )
        shown = self.sent.rfind(b"\x1b[?25h") > self.sent.rfind(b"\x1b[?25l")
        return same and off and shown

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size, as dragging its corner does."""
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.display.resize(rows, columns)
        os.killpg(self.process.pid, signal.SIGWINCH)

    def hang_up(self) -> None:
        """Close the window."""
        os.close(self.master)

    def close(self) -> None:
        """End whatever still runs."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        for end in (self.master, self.slave):
            try:
                os.close(end)
            except OSError:
                continue
