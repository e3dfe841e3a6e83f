"""A stand-in for the package that reads RTF: what stands in the file is what goes wrong with it."""

from __future__ import annotations

from pathlib import Path

PACKAGE = """
import os, signal

class Words(str):
    def __contains__(self, sought):
        if "fault" in str(self).split():
            raise ValueError("a rule has \\x1b[31mfailed")
        if "memory" in str(self).split():
            raise MemoryError
        if "deep" in str(self).split():
            return sought in self
        if "killed" in str(self).split():
            os.kill(os.getpid(), signal.SIGKILL)
        if "exit" in str(self).split():
            os._exit(3)
        if "slow" in str(self).split() and 0 < signal.getitimer(signal.ITIMER_PROF)[0] <= 60:
            signal.setitimer(signal.ITIMER_PROF, 0.05)  # as if most of the time had passed
            while True:
                pass
        if "noise" in str(self).split():
            os.write(1, b"what a library written in C prints")
        return str.__contains__(self, sought)

def rtf_to_text(source, errors):
    return Words(source.partition(" ")[2].rstrip("}"))
"""


def install(folder: Path) -> Path:
    """Put the package into a folder, for PYTHONPATH; returns the folder."""
    place = folder / "striprtf"
    place.mkdir(parents=True)
    (place / "__init__.py").write_text("", encoding="utf-8")
    (place / "striprtf.py").write_text(PACKAGE, encoding="utf-8")
    return folder


def written(path: Path, what: str) -> None:
    """An RTF file with which that goes wrong."""
    path.write_text(rf"{{\rtf1 {what} The ferry sails on Monday, said Ann Lee.}}", encoding="utf-8")
