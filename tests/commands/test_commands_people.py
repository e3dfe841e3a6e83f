"""One person under one name, whichever name each article gives."""

from pathlib import Path

from tests.commands.conftest import Run


def test_quotes_of_a_person_come_from_every_article_that_names_them(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "clips"
    folder.mkdir()
    (folder / "one.txt").write_text(
        "“The pier will stay,” said Bettina Crowle, leader of Harwick Council.\n\nTom Dunning was there.",
        encoding="utf-8",
    )
    (folder / "two.txt").write_text(
        "Ms Crowle, leader of Harwick Council, added: “We have the money for it.”\n\nTom Dunning agreed.",
        encoding="utf-8",
    )
    for name in ("Bettina Crowle", "crowle"):
        done = run("quotes", str(folder), "--speaker", name)
        assert "The pier will stay," in done.stdout
        assert "We have the money for it." in done.stdout


def test_who_says_how_many_people_have_a_surname(run: Run, tmp_path: Path) -> None:
    for given in ("Anna", "John", "Peter"):
        (tmp_path / f"{given}.txt").write_text(
            f"Fire in the mill\n\n{given} Marr said: “It was hot.”\n", "utf-8"
        )
    told = run("who", "Marr", str(tmp_path)).stdout
    assert told.startswith("3 people are called Marr: Anna Marr, John Marr, Peter Marr\n")
    assert "are called" not in run("who", "Anna Marr", str(tmp_path)).stdout


def test_a_spokesperson_of_another_article_is_somebody_else(run: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(
            f"Fire {name}\n\nA spokesperson said: “We know of {name}.”\n", "utf-8"
        )
    rows = [line.split("\t")[:3] for line in run("who", str(tmp_path)).stdout.splitlines()]
    assert rows == [["spokesperson", "1", "1"]] * 2
    assert "perhaps somebody else in each article" in run("who", "spokesperson", str(tmp_path)).stdout


def test_a_surname_alone_is_told_to_be_taken_for_its_only_bearer(run: Run, tmp_path: Path) -> None:
    for number, name in enumerate(("Ada Quill", "Ada Quill", "Quill")):
        text = f"Rain {number}\n\nIn Thornby on Friday {name} said: “It rained {number} times.”\n"
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    told = run("who", "Quill", str(tmp_path)).stdout
    assert "by surname alone in 1: taken to be the same, as in 2 other articles" in told
