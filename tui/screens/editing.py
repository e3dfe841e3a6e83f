"""Out to the reader's editor and back."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from textual.app import App, SuspendNotSupported

from tui.screens import outside


def edit(app: App[None], path: Path) -> str:
    """Open the file in the reader's editor and wait for its end; what went wrong, or ""."""
    try:
        with app.suspend():
            subprocess.run(outside.editor(str(path), os.environ), check=False)
    except (ValueError, OSError, SuspendNotSupported) as error:
        return f"the editor could not be started: {error}"
    return ""
