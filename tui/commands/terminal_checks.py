"""What can be known of the terminal: from its variables, and by asking it."""

from __future__ import annotations

import locale
import os
import re
import select
import shutil
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress

from tui import app_paths, config
from tui.commands.diagnosis import CheckOutcome, CheckResult
from tui.present.grid import SMALLEST, WIDE

PATIENCE = 0.2
"""Seconds that a terminal has to answer a question: one over a slow line takes half of that."""
OSC_52 = {
    "kitty": "yes",
    "foot": "yes",
    "alacritty": "yes",
    "wezterm": "yes",
    "ghostty": "yes",
    "rio": "yes",
    "contour": "yes",
    "iterm.app": "yes, if its settings allow programs to use the clipboard",
    "xterm": "only with allowWindowOps",
    "vte": "not before VTE 0.76",
    "apple_terminal": "no",
    "tmux": "yes, with set-clipboard on",
    "screen": "no",
    "linux": "no",
}
"""Whether terminals put what programs copy on the clipboard (OSC 52), by their own documentation."""
CLIPBOARD_TOOLS = ("wl-copy", "xclip", "xsel", "pbcopy", "clip.exe", "termux-clipboard-set")


def check_terminal(variables: Mapping[str, str]) -> Iterator[CheckResult]:
    """All that the reader's looks depend on."""
    yield kind(variables)
    yield colours(variables)
    yield size(tuple(shutil.get_terminal_size((0, 0))))
    yield letters(locale.getpreferredencoding(False))
    yield keyboard(ask("\x1b[?u\x1b[c"))
    yield from clipboard(variables)


def kind(variables: Mapping[str, str]) -> CheckResult:
    """The terminal's name."""
    name = variables.get("TERM", "")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return CheckResult(
            "terminal", f"TERM={name}, but input or output is not one", CheckOutcome.NOTE, "use --plain"
        )
    if name in ("", "dumb", "unknown"):
        return CheckResult(
            "terminal", f"TERM={name or 'not set'}", CheckOutcome.AMISS, "set TERM, or use --plain"
        )
    return CheckResult("terminal", f"{name}{_inside(variables)}")


def _inside(variables: Mapping[str, str]) -> str:
    program = variables.get("TERM_PROGRAM", "")
    around = [name for name, variable in (("tmux", "TMUX"), ("ssh", "SSH_TTY")) if variables.get(variable)]
    return "".join(f", {word}" for word in dict.fromkeys((program, *around)) if word)


def colours(variables: Mapping[str, str]) -> CheckResult:
    """How many colours are used, judged as the reader's own toolkit judges."""
    term = variables.get("TERM", "")
    if variables.get("NO_COLOR"):
        return CheckResult("colours", "none: NO_COLOR is set")
    if variables.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return CheckResult("colours", "16 million")
    if "256color" in term or term.endswith(("-direct", "kitty")):
        advice = "if it can do more, set COLORTERM=truecolor"
        return CheckResult("colours", "256", CheckOutcome.NOTE, advice)
    return CheckResult("colours", "16", CheckOutcome.NOTE, 'theme = "terminal" is made for it')


def size(given: tuple[int, ...]) -> CheckResult:
    """Columns and rows, and what they have room for."""
    columns, rows = given
    found = f"{columns} x {rows}"
    if not columns or not rows:
        return CheckResult("size", "not known", CheckOutcome.NOTE)
    if columns < SMALLEST[0] or rows < SMALLEST[1]:
        return CheckResult("size", found, CheckOutcome.AMISS, f"{SMALLEST[0]} x {SMALLEST[1]} will do")
    if columns < WIDE:
        return CheckResult("size", found, CheckOutcome.FINE, f"from {WIDE} columns there are three panes")
    return CheckResult("size", found)


def letters(encoding: str) -> CheckResult:
    """Whether the locale can write every letter, and which signs are drawn."""
    settings, _ = config.load_config(app_paths.config_file())
    if encoding.lower().replace("-", "") == "utf8":
        return CheckResult("letters", f"{encoding}; glyphs = {settings.glyphs}")
    return CheckResult(
        "letters", encoding, CheckOutcome.NOTE, "signs are drawn in ASCII; set LANG to a UTF-8 locale"
    )


def keyboard(answer: str) -> CheckResult:
    """Whether keys are told apart that other terminals cannot tell apart (the kitty protocol)."""
    if re.search(r"\x1b\[\?\d+u", answer):
        return CheckResult("keyboard", "kitty protocol: every key is told apart")
    return CheckResult("keyboard", "as terminals have it: ctrl+i is tab, ctrl+m is enter")


def clipboard(variables: Mapping[str, str]) -> Iterator[CheckResult]:
    """How what is copied reaches other programs."""
    term = variables.get("TERM", "").lower()
    names = (variables.get("TERM_PROGRAM", "").lower(), term.removeprefix("xterm-"), term)
    known = [told for name in names for key, told in OSC_52.items() if name and name.startswith(key)]
    if variables.get("TMUX"):
        known.insert(0, OSC_52["tmux"])
    elif variables.get("VTE_VERSION"):
        known.insert(0, OSC_52["vte"])
    yield CheckResult("copying by the terminal", known[0] if known else "cannot be told")
    tools = [tool for tool in CLIPBOARD_TOOLS if shutil.which(tool)]
    if tools:
        yield CheckResult("copying by a program", ", ".join(tools))
    elif not known or not known[0].startswith("yes"):
        advice = "install wl-clipboard or xclip, if copying does not work"
        yield CheckResult("copying by a program", "none is there", CheckOutcome.NOTE, advice)


def ask(question: str) -> str:
    """What the terminal answers to an escape sequence, up to the answer that ends with `c`; "" without one.

    Every terminal answers the second question (primary device attributes), so that one that does not know
    the first keeps nobody waiting. Sources: the kitty keyboard protocol; ECMA-48.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return ""
    import termios
    import tty

    number = sys.stdin.fileno()
    answer = b""
    with suppress(termios.error, OSError):
        before = termios.tcgetattr(number)
        try:
            tty.setcbreak(number)
            os.write(sys.stdout.fileno(), question.encode())
            end = time.monotonic() + PATIENCE
            while not answer.endswith(b"c") and (left := end - time.monotonic()) > 0:
                if select.select([number], [], [], left)[0]:
                    answer += os.read(number, 100)
        finally:
            termios.tcsetattr(number, termios.TCSAFLUSH, before)
    return answer.decode("ascii", "replace")
