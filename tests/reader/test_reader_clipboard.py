"""The programs that reach a clipboard: which there are, and that a stuck one holds nobody up."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.reader import external_programs
from tui.reader.external_programs import Clipboard, clipboards, copied_by

EVERY = {
    "wl-copy": "/bin/wl-copy",
    "xclip": "/bin/xclip",
    "xsel": "/bin/xsel",
    "pbcopy": "/bin/pbcopy",
    "clip.exe": "/mnt/c/clip.exe",
    "tmux": "/bin/tmux",
}


@pytest.mark.parametrize(
    ("environment", "names"),
    [
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, ["wl-copy", "xclip", "xsel", "pbcopy"]),
        ({"DISPLAY": ":0"}, ["xclip", "xsel", "pbcopy"]),
        ({"WSL_DISTRO_NAME": "Debian"}, ["pbcopy", "clip.exe"]),
        ({"SSH_CONNECTION": "a b"}, []),
        ({"SSH_CONNECTION": "a b", "TMUX": "/tmp/t"}, ["tmux"]),
        ({"SSH_CONNECTION": "a b", "DISPLAY": "localhost:10"}, ["xclip", "xsel"]),
    ],
)
def test_only_programs_that_reach_this_clipboard_are_asked(
    environment: dict[str, str], names: list[str]
) -> None:
    assert [program.name for program in clipboards(environment, EVERY.get)] == names


def test_windows_wants_two_bytes_a_letter() -> None:
    (program,) = (p for p in clipboards({"WSL_DISTRO_NAME": "D"}, EVERY.get) if p.name == "clip.exe")
    assert program.encoding == "utf-16"


def _script(path: Path, body: str) -> Clipboard:
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return Clipboard([str(path)])


@pytest.mark.skipif(os.name != "posix", reason="shell scripts stand in for the programs")
def test_the_first_program_that_takes_the_text_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(external_programs, "PATIENCE", 0.1)
    stuck = _script(tmp_path / "stuck", "exec sleep 5")
    fails = _script(tmp_path / "fails", "exit 1")
    takes = _script(tmp_path / "takes", f"cat > {tmp_path}/taken")
    gone = Clipboard([str(tmp_path / "gone")])
    assert copied_by([gone, fails, stuck, takes], "“Zoë” $(rm x) `y`") == "takes"
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "“Zoë” $(rm x) `y`"
    assert copied_by([gone, fails], "x") == ""
