"""`cuttings tutor`: the reader on the sample articles, with steps at its foot and marks of its own."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from tui import app_paths
from tui.app import Cuttings, colours_here, configuration, shown
from tui.library.index.database import Index
from tui.library.service.folder_library import FolderLibrary
from tui.library.user.marks import Marks
from tui.screens.tutoring import TutorScreen


class Tutor(Cuttings):
    """The reading room of a reader who learns: nothing that is done here stays."""

    SCREEN = TutorScreen


def read() -> int:
    """Teach; the exit code. The reader's own marks, corrections and index are not touched."""
    settings, doubt = configuration()
    with TemporaryDirectory(prefix="cuttings-") as folder:
        index, marks = Index(Path(folder) / "tutor.db"), Marks(Path(folder) / "marks.db")
        seeds = [app_paths.shipped("seeds")]
        with closing(FolderLibrary(seeds, index, marks, name="Tutor")) as library:
            for _ in library.update():
                pass
            app = Tutor(library, settings, colours=colours_here())
            app.doubt = doubt
            app.kept_looks = Path(folder) / "looks.json"
            return shown(app)
