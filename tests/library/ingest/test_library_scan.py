import os
import socket
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tui.library.formats.file_pieces import LARGEST
from tui.library.ingest import read_file
from tui.library.ingest.scan import FoundFile, scan
from tui.model.article import Article
from tui.model.problem import Problem


def write(path: Path, words: str = "The council has agreed a plan.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    return [str(f.path.relative_to(folder)) for f in scan([folder]) if isinstance(f, FoundFile)]


def problems(*paths: Path) -> list[Problem]:
    return [found for found in scan(paths) if isinstance(found, Problem)]


def test_files_come_by_name_before_the_folders_below_them(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "c.md", "a/a/deep.txt", "A.TXT", "noending"):
        write(tmp_path / name)
    assert names(tmp_path) == ["A.TXT", "b.txt", "c.md", "noending", "a/z.txt", "a/a/deep.txt"]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    write(tmp_path / ".secret.txt")
    write(tmp_path / ".git/a.txt")
    assert list(scan([tmp_path])) == []


def test_other_kinds_of_file_are_named_with_their_reason(tmp_path: Path) -> None:
    write(tmp_path / "photo.jpg")
    (problem,) = problems(tmp_path)
    assert problem.path == str(tmp_path / "photo.jpg")
    assert ".jpg" in problem.words


def test_a_file_named_itself_is_taken_whatever_its_ending(tmp_path: Path) -> None:
    path = write(tmp_path / "notes.press")
    assert [f.path for f in scan([path]) if isinstance(f, FoundFile)] == [path]


def test_a_path_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path / "nowhere")
    assert "no such file" in problem.words


def test_links_are_followed_and_loops_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "in/a.txt")
    (tmp_path / "in/loop").symlink_to(tmp_path)
    (tmp_path / "in/self").symlink_to("self")
    (tmp_path / "other").symlink_to(tmp_path / "in")
    scandir, listed = os.scandir, Counter[str]()

    def counted(folder: Path) -> Any:
        listed[os.path.realpath(folder)] += 1
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", counted)
    found = list(scan([tmp_path]))
    assert set(listed.values()) == {1}
    assert [f.path.name for f in found if isinstance(f, FoundFile)] == ["a.txt"]
    assert [Path(f.path).name for f in found if isinstance(f, Problem)] == ["self"]


def test_a_link_out_of_the_library_is_told_and_followed_only_if_that_is_asked(tmp_path: Path) -> None:
    write(tmp_path / "other/b.txt")
    write(tmp_path / "other/deep/c.txt")
    library, sister = tmp_path / "library", tmp_path / "library two"
    write(library / "a.txt")
    write(sister / "d.txt")
    (library / "file.txt").symlink_to(tmp_path / "other/b.txt")
    (library / "folder").symlink_to(tmp_path / "other/deep")
    (library / "round about").symlink_to(Path("../library/../other/deep"))
    (library / "near.txt").symlink_to(sister / "d.txt")
    told = [one for one in scan([library]) if isinstance(one, Problem)]
    assert [Path(one.path).name for one in told] == ["file.txt", "folder", "near.txt", "round about"]
    assert {one.words for one in told} == {"This link leads out of the library and is not followed."}
    both = [Path(one.path).name for one in scan([library], [library, sister]) if isinstance(one, Problem)]
    assert both == ["file.txt", "folder", "round about"]
    found = [one for one in scan([library], follow_links=True) if isinstance(one, FoundFile)]
    assert sorted(one.path.name for one in found) == ["a.txt", "c.txt", "file.txt", "near.txt"]


def test_a_dangling_link_a_pipe_a_socket_and_a_device_are_each_named_once(tmp_path: Path) -> None:
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s.txt"))
        found = problems(tmp_path)
    assert [Path(p.path).name for p in found] == ["dangling.txt", "pipe.txt", "s.txt", "zero.txt"]
    assert not any(p.read for p in found)


def test_a_file_over_the_limit_is_named_and_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    (problem,) = problems(tmp_path)
    assert "20 MB" in problem.words


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    write(tmp_path / "a/a.txt")
    write(tmp_path / "b.txt")
    (tmp_path / "a").chmod(0)
    try:
        assert names(tmp_path) == ["b.txt"]
        assert "permission" in problems(tmp_path)[0].words
    finally:
        (tmp_path / "a").chmod(0o700)


def test_a_name_with_an_escape_sequence_or_broken_bytes_is_shown_clean(tmp_path: Path) -> None:
    for name in (b"a\x1b]0;x\x07.txt", b"caf\xe9.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("The council has agreed.")
    articles = list(read_file.articles([tmp_path]))
    assert [Path(a.path).name for a in articles] == ["a␛]0;x␇.txt", "caf\ufffd.txt"]
    assert all(isinstance(a, Article) for a in articles)


def test_what_lies_there_is_checked_again_when_it_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    result = read_file.read_file(FoundFile(tmp_path / "pipe.txt", 10, 0))
    assert result.articles == ()
    assert "no longer a file" in result.problems[0].words


def test_articles_and_problems_come_in_the_order_of_the_walk(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "")
    (tmp_path / "b.txt").write_bytes("The café said “no” to the plan.".encode("cp1252"))
    write(tmp_path / "c.txt")
    found = list(read_file.articles([tmp_path]))
    assert [(type(f).__name__, Path(f.path).name) for f in found] == [
        ("Problem", "a.txt"),
        ("Problem", "b.txt"),
        ("Article", "b.txt"),
        ("Article", "c.txt"),
    ]


@pytest.mark.parametrize("times", [1, 2])
def test_a_file_that_is_written_while_it_is_read_is_read_once_more(
    times: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.txt", "half")
    read_once, left = read_file._read, [times]

    def read_and_be_overtaken(path: Path) -> object:
        answer = read_once(path)
        if left[0]:
            left[0] -= 1
            write(path, "half and whole" + "!" * times)
        return answer

    monkeypatch.setattr(read_file, "_read", read_and_be_overtaken)
    assert read_file.contents(path).startswith(b"half and whole")


def test_a_file_replaced_by_another_of_its_size_and_time_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other = write(tmp_path / "a.txt", "old"), write(tmp_path / "b.txt", "new")
    for one in (path, other):
        os.utime(one, ns=(1, 1))
    read_once = read_file._read

    def read_and_be_replaced(path: Path) -> object:
        answer = read_once(path)
        if other.exists():
            other.rename(path)
        return answer

    monkeypatch.setattr(read_file, "_read", read_and_be_replaced)
    assert read_file.contents(path) == b"new"


def test_a_file_that_vanishes_while_it_is_read_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.txt", "there")
    read_once = read_file._read

    def read_and_vanish(path: Path) -> object:
        answer = read_once(path)
        path.unlink()
        return answer

    monkeypatch.setattr(read_file, "_read", read_and_vanish)
    result = read_file.read_file(FoundFile(path, 5, 0))
    assert result.articles == ()
    assert "no such file" in result.problems[0].words
