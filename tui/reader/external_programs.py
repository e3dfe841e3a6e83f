"""Commands outside the program that a key may start: always a list of words, never a shell line."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote, urlsplit, urlunsplit

from tui.external_programs import on_file

BROWSER_PATIENCE, LOOK = 10.0, 0.05
"""Seconds after which a browser that still runs has been opened, and between two looks at it."""
PATIENCE = 2.0
"""Seconds that a clipboard program may take."""
_ASCII = "!#$%&'()*+,/:;=?@[]~"
SHELLS = frozenset({"sh", "bash", "dash", "zsh", "ksh", "fish", "env", "eval"})


def editor(path: str, environment: Mapping[str, str]) -> list[str]:
    """The reader's editor ($VISUAL, else $EDITOR, else vi) on that file."""
    import shlex  # here and below: seldom wanted

    words = shlex.split(environment.get("VISUAL") or environment.get("EDITOR") or "vi")
    return on_file(words or ["vi"], path)


def browser(url: str, environment: Mapping[str, str], opener: str) -> list[str]:
    """The reader's browser ($BROWSER, else `opener`) on that address.

    Raises ValueError, with a sentence to show, for an address that is not http or https, and for a
    browser that is a shell line: an address must never be spliced into one.
    """
    address = web_address(url)
    given = environment.get("BROWSER", "").split(":")[0]
    import shlex

    words = shlex.split(given) or [opener]
    if words[0].rsplit("/", 1)[-1] in SHELLS or any("%s" in word and word != "%s" for word in words):
        raise ValueError("$BROWSER is a shell line: it is not started")
    return [word for word in words if word != "%s"] + [address]


def start_browser(command: Sequence[str], stopped: Callable[[], bool]) -> str:
    """Start a browser with its address; what to tell of it once it has ended, or has run for a while."""
    quiet = subprocess.DEVNULL
    try:
        running = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet)
    except OSError as error:
        return f"{command[0]} could not be started ({error.strerror}): {command[-1]}"
    looks = 0
    while (code := running.poll()) is None and looks * LOOK < BROWSER_PATIENCE and not stopped():
        time.sleep(LOOK)
        looks += 1
    if code:
        name = command[0].rsplit("/", 1)[-1]
        return f"the browser could not be opened ({name} ended with {code}): {command[-1]}"
    return f"opened {command[-1]}"


def web_address(url: str) -> str:
    """The address as it is opened: its host in the letters that the network knows (punycode).

    Raises ValueError, with a sentence to show, for what is no http or https address, and for one whose
    host is not the name that it begins with.
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        host = ""
    if not host or parts.scheme not in ("http", "https") or not url.isprintable() or " " in url:
        raise ValueError("the address of this article is not a web address")
    if "@" in parts.netloc:
        raise ValueError(f"the address of this article pretends to be another: it leads to {host}")
    if url.isascii():
        return url
    rest = (quote(part, safe=_ASCII) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, host + port, *rest))


class Clipboard(NamedTuple):
    """A program that puts its standard input on the clipboard, and how it wants to be written to."""

    words: list[str]
    encoding: str = "utf-8"

    @property
    def name(self) -> str:
        """What the reader is told was used."""
        return self.words[0].rsplit("/", 1)[-1]


def clipboards(environment: Mapping[str, str], found: Callable[[str], str | None]) -> list[Clipboard]:
    """The programs that can reach the reader's clipboard from here, the likeliest first.

    `found` tells where a program lies, or None. Over a plain ssh connection there are none: they would
    reach the clipboard of the other machine.
    """
    sits_here = not environment.get("SSH_CONNECTION")
    known = [
        (environment.get("WAYLAND_DISPLAY"), ["wl-copy"], "utf-8"),
        (environment.get("DISPLAY"), ["xclip", "-selection", "clipboard"], "utf-8"),
        (environment.get("DISPLAY"), ["xsel", "--input", "--clipboard"], "utf-8"),
        (sits_here, ["pbcopy"], "utf-8"),
        (sits_here and environment.get("WSL_DISTRO_NAME"), ["clip.exe"], "utf-16"),
        (environment.get("TMUX"), ["tmux", "load-buffer", "-w", "-"], "utf-8"),
    ]
    able = ((found(words[0]), words, encoding) for here, words, encoding in known if here)
    return [Clipboard([path, *words[1:]], encoding) for path, words, encoding in able if path]


def copied_by(programs: Sequence[Clipboard], text: str) -> str:
    """Hand the text to the first of the programs that takes it; its name, or "" if none did."""
    for program in programs:
        try:
            done = subprocess.run(
                program.words,
                input=text.encode(program.encoding, "replace"),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=PATIENCE,
                check=False,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        if done.returncode == 0:
            return program.name
    return ""
