"""Large files read piece by piece: they give what a reading of the whole gives, with little of it held."""

import json
from collections.abc import Iterator
from io import BytesIO

import pytest

from tui.library.formats import file_pieces
from tui.library.formats.article_builder import Reading
from tui.library.formats.file_pieces import FilePiece, is_cut, pieces
from tui.library.formats.registry import read_bytes, read_piece

COUNT = 40
WEEK = "Monday Tuesday Wednesday Thursday Friday".split()


def words_of(number: int) -> str:
    return (
        f"The ferry number {number} sailed late on {WEEK[number % 5]} and nobody on the quay was told.\n\n"
        f"“We had no pilot for boat {number},” said Edna Vole, who keeps the harbour office open at night."
    )


def json_lines(count: int = COUNT) -> str:
    rows = (json.dumps({"title": f"Ferry {n} late", "text": words_of(n)}) for n in range(count))
    return "\n".join(rows) + "\n"


def box(count: int = COUNT) -> str:
    return "".join(
        f"From desk@quay.example Mon Mar  2 10:00:00 2020\nFrom: Quay Letter <desk@quay.example>\n"
        f"Subject: Ferry {n} late\nDate: Mon, 2 Mar 2020 10:00:00 +0000\n\n{words_of(n)}\n\n"
        ">From the quay.\n\n"
        for n in range(count)
    )


def nexis_newer(count: int = COUNT, listed: int = 0) -> str:
    cover = f"Date and Time: 3 March 2020\n\nJob Number: 7\n\nDocuments ({listed})\n\n" if listed else ""
    return cover + "".join(
        f"Ferry {n} late\n\nQuay Herald\n\nMarch 2, 2020 Monday\n\n"
        "Copyright 2020 Quay Herald\n\nSection: NEWS\n\n"
        f"Length: 40 words\n\nByline: Edna Vole\n\nBody\n\n{words_of(n)}\n\nLoad-Date: March 3, 2020\n\n\n"
        "End of Document\n\n"
        for n in range(count)
    )


def nexis_older(count: int = COUNT, left_out: int = -1) -> str:
    return "".join(
        f"{n + 1} of {count} DOCUMENTS\n\nQuay Herald\n\nMarch 2, 2020 Monday\n\n"
        f"Ferry {n} late\n\nBYLINE: Edna Vole\n\nLENGTH: 40 words\n\n"
        f"{words_of(n)}\n\nLOAD-DATE: March 3, 2020\n\n"
        for n in range(count)
        if n != left_out
    )


RULE = "_" * 60


def proquest(count: int = COUNT) -> str:
    return "".join(
        f"{RULE}\n\nFerry {n} late\n\nAuthor: Vole, Edna\n\n"
        f"Publication info: Quay Herald ; Quay [Quay]. 02 Mar 2020\n\n"
        f"Full text: {words_of(n)}\n\n"
        "Publication title: Quay Herald\n\nPublication date: Mar 2, 2020\n\n"
        f"ProQuest document ID: {1000 + n}\n\nDatabase: ProQuest Central\n\n"
        for n in range(count)
    )


def proquest_counted(count: int = COUNT) -> str:
    return "".join(
        f"Document {n + 1} of {count}\n\nFerry {n} late\n\nAuthor: Vole, Edna\n\nFull text: {words_of(n)}\n\n"
        f"Publication title: Quay Herald\n\nPublication date: Mar 2, 2020\n\n"
        f"ProQuest document ID: {1000 + n}\n\n{RULE}\n\n"
        for n in range(count)
    )


def proquest_bare(count: int = COUNT) -> str:
    return "".join(
        f"Ferry {n} late\n\nAuthor: Vole, Edna\n\nFull text: {words_of(n)}\n\n"
        f"Publication title: Quay Herald\n\nPublication date: Mar 2, 2020\n\n"
        f"ProQuest document ID: {1000 + n}\n\nDatabase: ProQuest Central\n\n"
        for n in range(count)
    )


CASES = {
    "lines": (".jsonl", json_lines()),
    "box": (".mbox", box()),
    "nexis newer": (".txt", nexis_newer()),
    "nexis with a cover": (".txt", nexis_newer(listed=COUNT)),
    "nexis older": (".txt", nexis_older()),
    "proquest": (".txt", proquest()),
    "proquest counted": (".txt", proquest_counted()),
    "proquest bare": ("", proquest_bare()),
}


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few articles are a large file."""
    monkeypatch.setattr(file_pieces, "WHOLE", 2_000)
    monkeypatch.setattr(file_pieces, "PIECE", 700)
    monkeypatch.setattr(file_pieces, "_STEP", 500)


def cut(source: bytes, ending: str) -> list[FilePiece]:
    return [*pieces("a", BytesIO(source), ending, len(source))]


def read(cut_up: list[FilePiece], ending: str) -> Iterator[Reading]:
    return (read_piece("a", piece, ending) for piece in cut_up)


@pytest.mark.parametrize("rows_end", ["\n", "\r\n"])
@pytest.mark.parametrize("case", CASES)
def test_pieces_give_the_articles_of_the_whole(case: str, rows_end: str) -> None:
    ending, text = CASES[case]
    source = text.replace("\n", rows_end).encode()
    found = cut(source, ending)
    assert len(found) > COUNT // 5
    assert b"".join(piece.raw for piece in found) == source
    assert [piece.last for piece in found] == [False] * (len(found) - 1) + [True]
    readings = [*read(found, ending)]
    whole = read_bytes("a", source, ending)
    assert len(whole.articles) == COUNT
    assert [one for reading in readings for one in reading.articles] == [*whole.articles]
    assert {one for reading in readings for one in reading.problems} == {*whole.problems}


@pytest.mark.parametrize("case", CASES)
def test_of_a_stream_little_is_held(case: str) -> None:
    ending, text = CASES[case]
    source = BytesIO(text.encode() * 5)
    held = [source.tell() - behind for behind in _ends(pieces("a", source, ending, 0))]
    assert max(held) < 2 * file_pieces.WHOLE < len(text)


def _ends(cut_up: Iterator[FilePiece]) -> Iterator[int]:
    end = 0
    for piece in cut_up:
        yield end
        end += len(piece.raw)


def test_lines_are_counted_over_all_pieces() -> None:
    rows = json_lines().splitlines()
    rows[30] = '{"title": '
    found = cut("\n".join(rows).encode(), ".jsonl")
    (problem,) = [one for reading in read(found, ".jsonl") for one in reading.problems]
    assert problem.words.startswith("Line 31 is not JSON")


def test_what_an_export_lacks_is_told_of_the_whole_once() -> None:
    for text in (nexis_older(left_out=17), nexis_newer(COUNT - 1, listed=COUNT)):
        told = [one.words for reading in read(cut(text.encode(), ".txt"), ".txt") for one in reading.problems]
        assert told == [f"The export counts {COUNT} documents; 1 are not in it."]
        assert told == [one.words for one in read_bytes("a", text.encode(), ".txt").problems]


def test_a_line_that_is_too_long_is_passed_over_and_the_others_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(file_pieces, "LARGEST", 4_000)
    rows = json_lines().splitlines()
    rows[20] = json.dumps({"text": "word " * 4_000})
    found = cut("\n".join(rows).encode(), ".jsonl")
    readings = [*read(found, ".jsonl")]
    assert sum(len(one.articles) for one in readings) == COUNT - 1
    (problem,) = [one for reading in readings for one in reading.problems]
    assert problem.words.startswith("Line 21 is passed over")
    assert max(len(piece.raw) for piece in found) <= 4_000


@pytest.mark.parametrize("ending", [".jsonl", ".txt", ".mbox", ""])
def test_what_has_no_articles_in_a_row_stays_whole(ending: str) -> None:
    story = "\n\n".join(words_of(n) for n in range(COUNT)).replace("\n", " ").encode()
    assert not is_cut(story, ending)
    assert cut(story, ending) == [FilePiece(story)]
    assert not is_cut(json_lines().encode("utf-16"), ".jsonl")


def test_a_story_of_lines_is_no_export_and_stays_one_article() -> None:
    story = "\n\n".join(words_of(n) for n in range(COUNT)).encode()
    (piece,) = cut(story, ".txt")
    assert len(read_piece("a", piece, ".txt").articles) == 1


def test_a_piece_that_holds_one_article_takes_no_day_from_the_name() -> None:
    for piece in cut(json_lines().encode(), ".jsonl"):
        for one in read_piece("2020-03-02.jsonl", piece, ".jsonl").articles:
            assert one.published is None
