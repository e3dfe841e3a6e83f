"""Out to the reader's editor and back, or to their browser."""

from __future__ import annotations

import os
import shutil
import subprocess

from textual.app import App, SuspendNotSupported

from tui.model.source import SourceLocation
from tui.reader import external_programs


def edit(app: App[None], source: SourceLocation) -> str:
    """Open a file in the reader's editor and wait for its end, or an address; what went wrong, or ""."""
    if not source.is_file:
        return browse(source.target)
    try:
        with app.suspend():
            subprocess.run(external_programs.editor(source.target, os.environ), check=False)
    except (ValueError, OSError, SuspendNotSupported) as error:
        return f"the editor could not be started: {error}"
    return ""


def browse(url: str) -> str:
    """Hand the address to the reader's browser; what to tell of it."""
    opener = shutil.which("xdg-open") or shutil.which("open") or "xdg-open"
    try:
        command = external_programs.browser(url, os.environ, opener)
        subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        return f"opened {command[-1]}"
    except ValueError as error:
        return str(error)
    except OSError:
        return f"{command[0]} could not be started: name a browser in $BROWSER"
