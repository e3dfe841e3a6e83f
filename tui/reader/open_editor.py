"""Out to the reader's editor and back."""

from __future__ import annotations

import os
import subprocess

from textual.app import App, SuspendNotSupported

from tui.model.source import SourceLocation
from tui.reader import external_programs


def edit(app: App[None], source: SourceLocation) -> str:
    """Open a file in the reader's editor and wait for its end; what went wrong, or ""."""
    try:
        with app.suspend():
            subprocess.run(external_programs.editor(source.target, os.environ), check=False)
    except (ValueError, OSError, SuspendNotSupported) as error:
        return f"the editor could not be started: {error}"
    return ""
