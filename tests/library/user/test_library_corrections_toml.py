"""The file of corrections: what is written is read again, and what a person wrote is never lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from tui.extract.corrected import NameCorrection, SpeakerCorrection
from tui.library.core.atomic_write import replace_file
from tui.library.core.text_cleaning import clean_line
from tui.library.user.corrections_toml import (
    CorrectionsDocument,
    entry_text,
    load_corrections,
    parse_corrections,
)
from tui.model.annotation import EntityKind
from tui.model.article import ArticleId

ROOT = Path(__file__).parents[3]
FILE = Path("corrections.toml")
HERE = ArticleId("0123456789abcdef")
BY_HAND = """\
# my corrections

# Ann wrote to us about this
[[quotation]]
article = "0123456789abcdef"
words = 'No "ifs"'
speaker = "Ann Lee"
seen = true

[[name]]   # both of them
written = "Pike"
name = "Arthur Pike"
"""


@given(st.text(), st.text(), st.text(), st.text(min_size=1))
def test_any_text_comes_back_as_it_was_written(article: str, words: str, speaker: str, more: str) -> None:
    fields = {"article": article, "words": words, "speaker": speaker, "was": more}
    assert tomli.loads(entry_text("quotation", fields)) == {"quotation": [fields]}


@given(st.lists(st.tuples(st.text(min_size=1), st.text(), st.sampled_from(EntityKind)), max_size=4))
def test_entries_are_read_as_they_were_added(entries: list[tuple[str, str, EntityKind]]) -> None:
    written = CorrectionsDocument()
    for words, speaker, kind in entries:
        fields = {"article": HERE, "words": words, "speaker": speaker, "kind": kind.value}
        written = written.with_entry("quotation", fields)
    read = parse_corrections(written.text, FILE)
    wanted = tuple(SpeakerCorrection(HERE, words, clean_line(name), kind) for words, name, kind in entries)
    assert read.corrections.speakers == written.corrections.speakers == wanted
    assert read.problems == ()


def test_what_is_no_character_is_written_as_none() -> None:
    assert tomli.loads(entry_text("name", {"name": "a\ud800b"})) == {"name": [{"name": "a\ufffdb"}]}


def test_a_file_edited_by_hand_keeps_its_comments_and_what_is_not_known() -> None:
    written = parse_corrections(BY_HAND, FILE)
    assert written.text == BY_HAND
    assert written.corrections.names == (NameCorrection("Pike", "Arthur Pike"),)
    (doubt,) = written.problems
    assert (doubt.words, doubt.read) == ("Line 4: “seen” is not known here.", True)
    more = written.with_entry("name", {"written": "Lee", "name": "Ann Lee"}).text
    assert more.startswith(BY_HAND)
    assert len(parse_corrections(more, FILE).corrections.names) == 2
    less = written.without(lambda one: isinstance(one, SpeakerCorrection)).text
    assert less == "# my corrections\n\n" + BY_HAND[BY_HAND.index("[[name]]") :]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('[[quotation]]\nwords = "x"\nspeaker = "y"\n', "“article” must be there"),
        ('[[quotation]]\narticle = "a"\nwords = ""\nspeaker = "y"\n', "“words” must be there"),
        ('[[quotation]]\narticle = "a"\nwords = "x"\nspeaker = 3\n', "“speaker” must be there"),
        ('[[quotation]]\narticle = "a"\nwords = "x"\nspeaker = ""\nkind = "dog"\n', "“kind” must be one of"),
        ('[[quotation]]\narticle = "a"\nwords = "x"\nspeaker = ""\nkind = []\n', "“kind” must be one of"),
        ('[[quotation]]\narticle = "a"\nwords = "x"\nspeaker = ""\nwhich = 0\n', "“which” must be a whole"),
        ('[[name]]\nwritten = "x"\nname = " "\n', "“name” must not be blank"),
        ('[[name]]\nwritten = "x"\n', "“name” must be there"),
        ('[[name]]\nwritten = "x"\nname = "y"\narticle = 3\n', "“article” must be there"),
    ],
)
def test_a_wrong_entry_is_told_with_its_line_and_the_others_are_obeyed(entry: str, said: str) -> None:
    written = parse_corrections(f'# first\n\n[[name]]\nwritten = "a"\nname = "b"\n\n{entry}', FILE)
    assert written.corrections.names == (NameCorrection("a", "b"),)
    (problem,) = written.problems
    assert problem.words.startswith("Line 7: ")
    assert said in problem.words
    assert written.sound


@pytest.mark.parametrize(
    "broken",
    [
        b"[[name]\n",
        b"\xff\xfe",
        b'name = [{written = "a", name = "b"}]\n',
        b'[[name]]\nwritten = "a"\nname = """\n[[name]]\n"""\n',
    ],
)
def test_a_file_that_is_not_understood_is_a_problem_and_not_sound(broken: bytes, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(broken)
    written = load_corrections(tmp_path / FILE)
    assert not written.sound
    assert written.corrections == ((), ())
    assert len(written.problems) == 1


def test_no_name_can_steer_the_terminal() -> None:
    written = parse_corrections('[[name]]\nwritten = "Pike"\nname = "A\\u001b[31m\\nPike"\n', FILE)
    assert written.corrections.names[0].name == "A\u241b[31m Pike"


def test_a_file_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    assert load_corrections(tmp_path / FILE) == CorrectionsDocument()


def test_a_linked_file_stays_a_link_and_keeps_its_mode(tmp_path: Path) -> None:
    real = tmp_path / "repository" / FILE
    real.parent.mkdir()
    real.write_text("old", encoding="utf-8")
    real.chmod(0o640)
    (tmp_path / FILE).symlink_to(real)
    replace_file(tmp_path / FILE, b"new")
    assert (tmp_path / FILE).is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("call", ["os.fsync", "pathlib.Path.replace"])
def test_a_kill_before_the_new_file_is_in_place_loses_nothing(call: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(BY_HAND, encoding="utf-8")
    program = (
        "import os, pathlib, signal, sys\n"
        "from tui.library.core.atomic_write import replace_file\n"
        f"{call} = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "replace_file(pathlib.Path(sys.argv[1]), b'new')"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program, str(tmp_path / FILE)]
    assert subprocess.run(command, env=environment, check=False).returncode == -signal.SIGKILL
    assert (tmp_path / FILE).read_text(encoding="utf-8") == BY_HAND


def test_what_cannot_be_written_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / FILE).write_text(BY_HAND, encoding="utf-8")
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace_file(tmp_path / FILE, b"new")
    assert [path.name for path in tmp_path.iterdir()] == [FILE.name]
    assert (tmp_path / FILE).read_text(encoding="utf-8") == BY_HAND


def test_a_name_may_be_none_or_one_of_another_kind(tmp_path: Path) -> None:
    text = """
[[name]]
written = "Old Mill"
name = ""

[[name]]
written = "Lyme Green"
kind = "person"

[[name]]
written = "Dock"
name = "Dock Ltd"
kind = "organisation"

[[name]]
written = "Quay"
name = "  "

[[name]]
written = "Pier"
name = "Pier"
kind = "ship"
"""
    file = parse_corrections(text, tmp_path / "corrections.toml")
    assert file.corrections.names == (
        NameCorrection("Old Mill", ""),
        NameCorrection("Lyme Green", "Lyme Green", None, EntityKind.PERSON),
        NameCorrection("Dock", "Dock Ltd", None, EntityKind.ORGANISATION),
    )
    assert [problem.words for problem in file.problems] == [
        "Line 15: “name” must not be blank.",
        "Line 19: “kind” must be one of person, organisation, place, group, unnamed.",
    ]
