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
