"""A program in a pseudo-terminal: when its words come on the screen, and how much memory it took."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

_ESCAPES = re.compile(rb"\x1b(?:\[[0-9;:?<=>$ ]*[@-~]|[\]P_^].*?(?:\x07|\x1b\\)|[()][0-9A-B]|.)", re.DOTALL)


class Terminal:
    """Starts the program at once; used as a context, it ends the program on leaving."""

    def __init__(
        self,
        command: Sequence[str],
        size: tuple[int, int] = (120, 40),
        environment: Mapping[str, str] | None = None,
        folder: str | None = None,
    ) -> None:
        self._ours, theirs = pty.openpty()
        columns, rows = size
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        inherited = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.began = time.perf_counter()
        self._program = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**inherited, **(environment or {})},
            cwd=folder,
            start_new_session=True,
        )
        os.close(theirs)
        self.output = b""
        self._received = self.began

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._program.terminate()
        self.settle(5)  # a program that waits for its output to be read can't leave
        self._program.kill()
        self._program.wait()
        os.close(self._ours)

    def seconds_until(self, words: str, timeout: float = 30) -> float:
        """Seconds from the start of the program until the words (a pattern) have been written."""
        pattern = re.compile(words.encode())
        while not pattern.search(_ESCAPES.sub(b"", self.output)):
            left = self.began + timeout - time.perf_counter()
            if left <= 0 or not self._receive(left):
                shown = _ESCAPES.sub(b"", self.output).decode(errors="replace")
                raise TimeoutError(f"{words!r} never came; this did: {shown[-500:]!r}")
        return self._received - self.began

    def seconds_after(self, keys: str, quiet: float = 0.06) -> float:
        """Seconds from the keys to the first change on the screen; then waits until all is quiet again."""
        began = time.perf_counter()
        os.write(self._ours, keys.encode())
        if not self._receive(5):
            raise TimeoutError(f"{keys!r} changed nothing")
        taken = self._received - began
        self.settle(quiet)
        return taken

    def seconds_to_end(self, keys: str) -> float:
        """Seconds from the keys until the process has ended and been taken leave of."""
        began = time.perf_counter()
        os.write(self._ours, keys.encode())
        while self._program.poll() is None:
            self._receive(0.001)
        return time.perf_counter() - began

    def settle(self, quiet: float = 0.3) -> None:
        """Wait until nothing has been written for that many seconds."""
        while self._receive(quiet):
            pass

    def peak_megabytes(self) -> float:
        """The most memory that the program has held so far (VmHWM of Linux)."""
        status = Path(f"/proc/{self._program.pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        return int(found[1]) / 1024 if found else 0.0

    def _receive(self, seconds: float) -> bool:
        """Read what there is within that time; False when the program has closed its side or is silent."""
        ready, _, _ = select.select([self._ours], [], [], seconds)
        if not ready:
            return False
        try:
            chunk = os.read(self._ours, 65536)
        except OSError:  # Linux says so when the last writer has gone
            return False
        self._received = time.perf_counter()
        self.output += chunk
        return bool(chunk)
