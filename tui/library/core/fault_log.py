"""What nobody expected, in full, in a file that can be sent with a report: nothing else writes there."""

from __future__ import annotations

import os
import time
import traceback
from fcntl import LOCK_EX, flock
from pathlib import Path

from tui import __version__
from tui.app_paths import cache_home
from tui.library.core.private_folder import make_folder
from tui.library.core.text_cleaning import clean, clean_line

FILE_NAME = "fault.txt"
LARGEST = 256_000
"""Bytes of the file; for newer faults the oldest go."""
_FRAMES = 40
"""Calls that are told of each exception, the innermost."""
_BEGINNING, _END = 12_000, 4_000
"""Characters of one fault that are kept."""
_NAMED = 200
"""Characters of a fault in a sentence."""


def fault_file() -> Path:
    """Where the faults are."""
    return cache_home() / FILE_NAME


def keep(fault: BaseException, about: str = "") -> Path | None:
    """Add a fault, and what was done when it came, to the file; None if it cannot be kept. Never raises."""
    path = fault_file()
    try:
        make_folder(path.parent)
        _append(path, _told(fault, about).encode("utf-8", "replace"))
    except Exception:  # a full disk, no memory: whoever tells of a fault must not make another
        return None
    return path


def named(fault: BaseException) -> str:
    """The fault in a few clean words."""
    kind = type(fault).__name__
    try:
        words = clean_line(f"{kind}: {fault}" if str(fault) else kind)
    except Exception:  # its own words cannot be had
        words = kind
    return words if len(words) <= _NAMED else f"{words[:_NAMED]}…"


def _told(fault: BaseException, about: str) -> str:
    lines = traceback.format_exception(fault, limit=-_FRAMES)
    words = clean("".join(lines)).strip("\n")
    if len(words) > _BEGINNING + _END:
        words = f"{words[:_BEGINNING]}\n…\n{words[-_END:]}"
    head = f"{time.strftime('%Y-%m-%d %H:%M:%S')} cuttings {__version__} {clean_line(about)}".rstrip()
    return f"{head}\n{words}\n\n"


def _append(path: Path, entry: bytes) -> None:
    """Add it under a lock: several processes may meet faults at once."""
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW
    descriptor = os.open(path, flags, 0o600)
    with os.fdopen(descriptor, "r+b", buffering=0) as file:
        flock(file, LOCK_EX)
        os.fchmod(descriptor, 0o600)  # it may have been made by an older program
        size = os.fstat(descriptor).st_size
        if size + len(entry) > LARGEST:
            file.seek(max(0, size - LARGEST // 2))
            kept = file.read().partition(b"\n\n")[2]  # from the first whole fault on
            file.truncate(0)
            entry = kept + entry
        file.write(entry)
