"""`cuttings tutor`: the reader on the sample articles, with steps at its foot and marks of its own."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from tui import app_paths
from tui.app import Cuttings, colours_here, configuration, run_app
from tui.library.service.folder_library import open_library


class Tutor(Cuttings):
    """The reading room of a reader who learns: nothing that is done here stays."""

    TUTOR = True


def run_tutor() -> int:
    """Teach; the exit code. The reader's own marks, corrections and index are not touched."""
    settings, doubt = configuration()
    with TemporaryDirectory(prefix="cuttings-") as folder:
        home, seeds = Path(folder), [app_paths.shipped("seeds")]
        with closing(open_library(seeds, name="Tutor", index_in=home, own_in=home)) as library:
            for _ in library.update():
                pass
            app = Tutor(library, settings, colours=colours_here())
            app.doubt = doubt
            app.kept_looks = home / "looks.json"
            return run_app(app)
