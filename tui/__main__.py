"""The `cuttings` command: chooses between a command and the reader before anything heavy is imported."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from functools import partial

from tui.commands.guard import UsageError, guarded, say
from tui.commands.help_text import COMMANDS, MANUAL


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments ask and return the exit code.

    0: found or done, 1: nothing found, 2: usage or configuration, 3: not all files are in the index,
    130: interrupted.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    return guarded(partial(_choose, words))


def _choose(words: list[str]) -> int:
    first = words[0] if words else ""
    if first in ("-h", "--help"):
        sys.stdout.write(MANUAL)
        return 0
    _tell_ignored()
    if words == ["tutor"]:
        return _teach()
    if first in COMMANDS:
        from tui.commands.command_parsers import run

        return run(first, words[1:])
    if first in ("-V", "--version"):
        from tui import __version__

        sys.stdout.write(f"cuttings {__version__}\n")
        return 0
    return _read(words)


def _tell_ignored() -> None:
    from tui.app_paths import ignored_variables

    for name in ignored_variables():
        say(f"{name} is ignored: it names no absolute path")


def _teach() -> int:
    _need_terminal("the tutor")
    from tui import tutor

    return tutor.run_tutor()


def _need_terminal(who: str) -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            f"{who} needs a terminal for its input and its output; "
            "without one, --plain reads line by line, and the commands tell the same (cuttings --help)"
        )


def _read(words: list[str]) -> int:
    from tui.commands.source_paths import chosen_paths, refuse_unknown

    plain = "--plain" in words[: words.index("--") if "--" in words else None]
    words = [word for word in words if word != "--plain"] if plain else words
    refuse_unknown(words)
    source = chosen_paths([word for word in words if word != "--"])
    if plain or os.environ.get("ACCESSIBLE", "") not in ("", "0"):
        from tui.commands import plain_reader as line_by_line

        return line_by_line.read(source.paths, sample=source.sample)
    _need_terminal("the reader")
    gc.disable()  # importing makes many objects and no garbage; the reader collects again once it is painted
    from tui.app import run_reader

    return run_reader(source.paths, sample=source.sample, first=source.sample and not words)


if __name__ == "__main__":
    raise SystemExit(main())
