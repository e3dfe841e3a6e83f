"""Commands that work on a library: what their objects say is true of the files, and nothing is hidden."""

from __future__ import annotations

import json
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Tell = Callable[..., "subprocess.CompletedProcess[str]"]
CLIPS = str(Path(__file__).with_name("golden") / "clips")
FERRY = str(Path(CLIPS) / "ferry.txt")


def test_what_is_found_points_into_the_text_that_annotate_gives(tell: Tell) -> None:
    texts = {
        a["path"]: a["text"] for a in map(json.loads, tell("annotate", "--json", CLIPS).stdout.splitlines())
    }
    done = tell("find", "falling sea", CLIPS, "--json")
    hits = [json.loads(row) for row in done.stdout.splitlines()]
    assert [hit["rank"] for hit in hits] == [1, 2]
    for hit in hits:
        segments = [texts[hit["path"]][start:end] for start, end in hit["segments"]]
        assert " … ".join(segments) == hit["quotation"]
        assert [hit["quotation"][start:end] for start, end in hit["highlights"]] == ["falling", "sea"]


def test_exact_means_as_typed(tell: Tell) -> None:
    assert tell("find", "faling sea", CLIPS).returncode == 0
    assert tell("find", "faling sea", CLIPS, "--exact").returncode == 1


@pytest.mark.parametrize(
    "line",
    [
        "before:31.12.2019 sea",
        "sea since:lately",
        "is:red sea",
        "paper:echo sea",
        "after:2016 before:2015",
        "in:",
    ],
)
def test_a_filter_that_cannot_be_understood_prints_nothing_on_stdout(line: str, tell: Tell) -> None:
    for form in ([], ["--json"], ["--lines"]):
        done = tell("find", line, CLIPS, *form)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("cuttings: ")
        assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("line", ["…", "''", '"', "+++", "?!", "£"])
def test_signs_alone_are_nothing_to_look_for(line: str, tell: Tell) -> None:
    done = tell("find", line, CLIPS)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"there is nothing to look for in “{line}”" in done.stderr


def test_the_limit_is_kept_wherever_it_stands(tell: Tell) -> None:
    for words in (["find", "sea", "--limit", "1", CLIPS], ["find", "--limit=1", "sea", CLIPS]):
        assert tell(*words, "--json").stdout.count("\n") == 1


def test_a_query_may_begin_with_a_dash(tell: Tell) -> None:
    assert tell("find", "--limit", "1", "--", "-sea", CLIPS).returncode in (0, 1)


def test_reasons_come_with_their_kind(tell: Tell) -> None:
    (related,) = map(json.loads, tell("related", FERRY, CLIPS, "--json").stdout.splitlines())
    assert Path(related["path"]).name == "quay.md"
    assert {"people", "organisations"} <= {reason["kind"] for reason in related["reasons"]}


def test_the_same_article_in_another_paper_is_told_apart_from_the_related_ones(
    tell: Tell, tmp_path: Path
) -> None:
    words = Path(FERRY).read_text(encoding="utf-8")
    quay = (Path(CLIPS) / "quay.md").read_text(encoding="utf-8")
    (tmp_path / "quay.md").write_text(quay, encoding="utf-8")
    (tmp_path / "copy.md").write_text(
        f"---\nsource: The Echo\npublished: 2024-05-01\n---\n{words}\nAll rights reserved.\n",
        encoding="utf-8",
    )
    told = [json.loads(row) for row in tell("related", FERRY, str(tmp_path), "--json").stdout.splitlines()]
    assert {Path(one["path"]).name: one["copied"] > 0.5 for one in told} == {
        "copy.md": True,
        "quay.md": False,
    }
    shown = tell("related", FERRY, str(tmp_path)).stdout.splitlines()
    group = shown.index("also in")
    assert shown[group - 1] == ""
    assert shown[group + 1].endswith(" · The Echo · 1 May 2024")
    assert not any("quay.md" in line for line in shown[group:])


def test_an_article_from_elsewhere_can_be_asked_about(tell: Tell, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(
        "Joan Mallory, the leader of Harwick Council, spoke of the ferry and the quay.\n", encoding="utf-8"
    )
    paths = [
        json.loads(row)["path"] for row in tell("related", str(other), CLIPS, "--json").stdout.splitlines()
    ]
    assert {Path(path).name for path in paths} == {"ferry.txt", "quay.md"}


def test_somebody_is_told_with_the_articles_that_give_each_role(tell: Tell) -> None:
    done = tell("who", "mallory", CLIPS, "--json")
    (known,) = map(json.loads, done.stdout.splitlines())
    assert (known["name"], known["quotations"], known["articles"], known["alike"]) == (
        "Joan Mallory",
        2,
        2,
        [],
    )
    assert [(role["role"], role["publication"], role["published"]) for role in known["roles"]] == [
        ("leader of Harwick Council", None, None),
        ("council leader", "Harwick Gazette", "2019-03-04"),
    ]


def test_nobody_of_that_name_is_told(tell: Tell) -> None:
    done = tell("who", "Nosuch Person", CLIPS)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "cuttings: nobody called 'Nosuch Person' is named\n"
    assert tell("who", "Mallory", "-").returncode == 2


@pytest.mark.parametrize(
    "command", [["index"], ["check"], ["quotes"], ["who"], ["find", "sea"], ["annotate"]]
)
def test_an_empty_folder_holds_nothing(tell: Tell, tmp_path: Path, command: list[str]) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    done = tell(*command, str(empty))
    assert done.returncode == (0 if command == ["check"] else 1)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["index", "check", "annotate"])
def test_a_file_that_cannot_be_read_is_named(tell: Tell, tmp_path: Path, command: str) -> None:
    (tmp_path / "clips").mkdir()
    (tmp_path / "clips" / "a.txt").write_text("“It is open,” said Joan Mallory.\n", encoding="utf-8")
    (tmp_path / "clips" / "broken.txt").write_bytes(bytes(range(256)) * 4)
    done = tell(command, str(tmp_path / "clips"))
    assert "broken.txt" in done.stderr
    assert done.returncode == (1 if command == "check" else 0)


@pytest.mark.parametrize("command", [["quotes"], ["who"], ["find", "open"]])
def test_a_file_that_was_not_read_is_not_passed_over_in_silence(
    tell: Tell, tmp_path: Path, command: list[str]
) -> None:
    folder = tmp_path / "clips"
    folder.mkdir()
    (folder / "a.txt").write_text("“It is open,” said Joan Mallory.\n", encoding="utf-8")
    (folder / "broken.txt").write_bytes(bytes(range(256)) * 4)
    done = tell(*command, str(folder))
    assert done.returncode == 0
    assert done.stderr == "cuttings: 1 file was not read: cuttings check FOLDER tells why\n"


def test_a_picture_is_counted_and_nothing_is_amiss(tell: Tell, tmp_path: Path) -> None:
    folder = tmp_path / "clips"
    folder.mkdir()
    (folder / "a.txt").write_text("“It is open,” said Joan Mallory.\n", encoding="utf-8")
    (folder / "quay.jpg").write_bytes(b"\xff\xd8\xff\xe0 picture")
    for command in ("check", "index", "annotate"):
        done = tell(command, str(folder))
        assert (done.returncode, done.stderr) == (0, "")
    assert tell("check", str(folder)).stdout == (
        "1 article, 1 quotation, nothing amiss, 1 other file that is no article\n"
    )


def test_an_article_in_two_files_with_other_lesser_facts_is_not_amiss(tell: Tell, tmp_path: Path) -> None:
    folder = tmp_path / "clips"
    folder.mkdir()
    for name, author in (("a.md", "Ann Lee"), ("b.md", "Ann Lee and Bob Roe")):
        (folder / name).write_text(
            f"---\nauthor: {author}\n---\n“It is open,” said Joan Mallory.\n", encoding="utf-8"
        )
    counted = "1 article, 1 quotation, nothing amiss, 1 file with the same again\n"
    assert tell("check", str(folder)).stdout == counted
    (folder / "b.md").touch()
    (folder / "a.md").write_text(
        "---\nauthor: Bob Roe\n---\n“It is open,” said Joan Mallory.\n", encoding="utf-8"
    )
    assert tell("check", str(folder)).returncode == 0


def test_an_index_that_cannot_be_kept_is_told(tell: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    done = tell("find", "falling sea", CLIPS)
    assert done.returncode == 0
    assert "/dev/null" in done.stderr


def test_without_a_path_the_sample_is_meant(tell: Tell) -> None:
    assert tell("index", "seeds").stdout.startswith("4 articles")
    assert tell("find", "preequisite").stdout.startswith("Simon Henig")


def test_without_a_path_the_library_of_the_configuration_is_meant(
    tell: Tell, environment: dict[str, str]
) -> None:
    home = Path(environment["XDG_CONFIG_HOME"]) / "cuttings"
    home.mkdir(parents=True)
    (home / "config.toml").write_text(f"library = {json.dumps(CLIPS)}\nthme = 'x'\n", encoding="utf-8")
    done = tell("who", "--json")
    assert json.loads(done.stdout.splitlines()[0])["name"] == "Joan Mallory"
    assert "thme" in done.stderr


def test_a_configured_library_that_is_gone_is_named(tell: Tell, environment: dict[str, str]) -> None:
    home = Path(environment["XDG_CONFIG_HOME"]) / "cuttings"
    home.mkdir(parents=True)
    (home / "config.toml").write_text("library = '/no/such/place'\n", encoding="utf-8")
    done = tell("who")
    assert done.returncode == 2
    assert "/no/such/place" in done.stderr


def test_the_articles_are_only_ever_read(tell: Tell) -> None:
    before = {path: path.stat() for path in Path(CLIPS).iterdir()}
    tell("index", CLIPS)
    tell("check", CLIPS)
    assert {path: path.stat() for path in Path(CLIPS).iterdir()} == before


def test_a_damaged_index_can_be_made_again(tell: Tell, environment: dict[str, str]) -> None:
    tell("index", CLIPS)
    (index,) = (Path(environment["XDG_CACHE_HOME"]) / "cuttings").glob("clips-*.db")
    with sqlite3.connect(index) as connection:
        connection.execute("UPDATE cutting SET packed = x'00'")
    connection.close()
    damaged = tell("check", CLIPS)
    assert (
        damaged.returncode == 3
    )  # what is damaged is not read: until the next update the index is incomplete
    assert "ferry.txt" in damaged.stderr
    assert tell("index", CLIPS, "--rebuild").returncode == 0
    assert tell("check", CLIPS).returncode == 0


CORRECTION = """\
[[name]]
written = "Joan Mallory"
name = "Joan Mallory-Reed"
"""


@pytest.fixture
def put_right(environment: dict[str, str]) -> None:
    """A correction that was made before the command is run."""
    file = Path(environment["XDG_DATA_HOME"]) / "cuttings" / "corrections.toml"
    file.parent.mkdir(parents=True)
    file.write_text(CORRECTION, encoding="utf-8")


@pytest.mark.usefixtures("put_right")
@pytest.mark.parametrize(
    "words",
    [["annotate", CLIPS], ["quotes", CLIPS], ["who", CLIPS], ["find", "@mallory", CLIPS]],
    ids=lambda words: words[0],
)
def test_a_correction_is_obeyed_and_ignored_when_that_is_asked(words: list[str], tell: Tell) -> None:
    assert "Joan Mallory-Reed" in tell(*words).stdout
    raw = tell(*words, "--raw").stdout
    assert "Joan Mallory" in raw
    assert "Joan Mallory-Reed" not in raw
    assert "Joan Mallory-Reed" in tell(*words).stdout


@pytest.mark.usefixtures("put_right")
def test_an_index_that_obeys_corrections_is_sound(tell: Tell) -> None:
    assert tell("check", CLIPS).returncode == 0


def test_corrections_that_are_not_understood_are_told(environment: dict[str, str], tell: Tell) -> None:
    file = Path(environment["XDG_DATA_HOME"]) / "cuttings" / "corrections.toml"
    file.parent.mkdir(parents=True)
    file.write_text("[[name]\n", encoding="utf-8")
    for words in (["annotate", CLIPS], ["quotes", CLIPS]):
        done = tell(*words)
        assert done.returncode == 0
        assert done.stderr.count("corrections.toml: The file of corrections is not valid TOML") == 1
