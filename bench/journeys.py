"""What one has to read to follow a key: `python -m bench.journeys [WORDS]`. It prints, and judges nothing.

Counted are the files of the program, its functions and the calls that lead from a function of one file to a
function of another, each once however often it is made, that six journeys pass through: from the bytes of
the sample articles to an index, from an index to the first page, and four things that a reader does with
keys. Work in threads counts, the framework between two functions of ours does not, and neither does another
process. With WORDS the files of the journeys whose names hold them are listed, too.
"""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

from textual.pilot import Pilot

from tui import config
from tui.app import Cuttings
from tui.app_paths import shipped
from tui.library.service.folder_library import open_library

PACKAGE = f"{Path(config.__file__).parent}{os.sep}"
SIZE = (140, 40)
OPENING, SETTLING = 1.5, 0.4
"""Seconds in which what was begun behind the first page, or behind a key, comes to its end."""

Function = tuple[str, str]
"""Its file and its qualified name."""


class CallRecorder:
    """Notes the calls into the program while a journey goes on, in every thread."""

    def __init__(self) -> None:
        self.functions: set[Function] = set()
        self.crossings: set[tuple[Function, Function]] = set()
        self._on = False

    def __call__(self, frame: FrameType, event: str, argument: object) -> None:
        if not self._on or event != "call" or not _is_ours(frame):
            return
        called = _function(frame)
        self.functions.add(called)
        caller = frame.f_back
        while caller is not None and not _is_ours(caller):
            caller = caller.f_back
        if caller is not None and (calling := _function(caller))[0] != called[0]:
            self.crossings.add((calling, called))

    @contextmanager
    def journey(self, name: str) -> Iterator[None]:
        """Note what is called meanwhile, and print it."""
        self.functions, self.crossings, self._on = set(), set(), True
        try:
            yield
        finally:
            self._on = False
        files = {file for file, _ in self.functions}
        counts = (
            f"{len(files):>5} files {len(self.functions):>5} functions {len(self.crossings):>5} calls across"
        )
        print(f"{name:<28}{counts}", flush=True)
        if any(word in name for word in sys.argv[1:]):
            print(*(f"    {file.removeprefix(PACKAGE)}" for file in sorted(files)), sep="\n")


def _is_ours(frame: FrameType) -> bool:
    return frame.f_code.co_filename.startswith(PACKAGE)


def _function(frame: FrameType) -> Function:
    return frame.f_code.co_filename, frame.f_code.co_qualname


async def _press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause(SETTLING)


async def _travel(record: CallRecorder) -> None:
    settings = replace(config.Config(), theme="night-press", glyphs="full")
    with closing(open_library([shipped("seeds")])) as library:
        with record.journey("bytes to index"):
            list(library.update())
        async with Cuttings(library, settings).run_test(size=SIZE) as pilot:
            await pilot.pause(OPENING)
            await _press(pilot, "1")
            with record.journey("j"):
                await _press(pilot, "j")
            await _press(pilot, "enter")
            with record.journey("s, words, enter"):
                await _press(pilot, "s")
                await _press(pilot, *"prerequisite")
                await _press(pilot, "enter")
            await _press(pilot, "2")
            with record.journey("c, 2, enter"):
                await _press(pilot, "c")
                await _press(pilot, "2")
                await _press(pilot, "enter")
            with record.journey("d"):
                await _press(pilot, "d")
    with closing(open_library([shipped("seeds")])) as library, record.journey("index to screen"):
        async with Cuttings(library, settings).run_test(size=SIZE) as pilot:
            await pilot.pause(OPENING)


def main() -> None:
    """Make the journeys in a home of their own."""
    record = CallRecorder()
    with TemporaryDirectory(prefix="cuttings-") as home:
        homes = [f"XDG_{name}_HOME" for name in ("CACHE", "DATA", "CONFIG", "STATE")]
        os.environ.update(dict.fromkeys(["HOME", *homes], home))
        sys.setprofile(record)
        threading.setprofile(record)
        try:
            asyncio.run(_travel(record))
        finally:
            sys.setprofile(None)
            threading.setprofile(None)


if __name__ == "__main__":
    main()
