"""Paragraph numbers count the paragraphs of the story, whatever stands above it and in whichever format."""

from __future__ import annotations

import io
import zipfile

import pytest

from tui.library.formats.registry import read_bytes

STORY = (
    "The swing bridge will shut for eleven weeks from Monday while its bearings are taken out and tried.",
    "Boats are to wait at the lock above the old mill until the engineers have gone home for the night.",
    "“Nobody will be stranded here this winter,” said Ann Lee, who has kept the lock for nineteen years.",
)
HEAD = ("Swing bridge to shut", "By Tom Pike", "4 March 2021")


def docx(rows: tuple[str, ...]) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{row}</w:t></w:r></w:p>" for row in rows)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
        )
    return made.getvalue()


def broken(rows: tuple[str, ...]) -> str:
    return "\n\n".join(f"{row[: row.rfind(' ', 0, 52)]}\n{row[row.rfind(' ', 0, 52) + 1 :]}" for row in rows)


FILES = {
    "text.txt": "\n".join((*HEAD, "", "\n\n".join(STORY))).encode(),
    "release.txt": "\n\n".join(("PRESS RELEASE", *HEAD, *STORY)).encode(),
    "broken.txt": "\n\n".join(("\n".join(HEAD), broken(STORY))).encode(),
    "page.html": (
        f"<html><head><title>{HEAD[0]}</title></head><body><article><h1>{HEAD[0]}</h1><p>{HEAD[1]}</p>"
        f"<p>{HEAD[2]}</p>{''.join(f'<p>{row}</p>' for row in STORY)}</article></body></html>"
    ).encode(),
    "document.docx": docx((*HEAD, *STORY)),
    "letter.eml": ("Subject: Swing bridge to shut\n\n" + "\n\n".join((*HEAD, *STORY)) + "\n").encode(),
    "caption.txt": "\n\n".join((HEAD[0], STORY[0], "Picture: the mill", *STORY[1:])).encode(),
}


@pytest.mark.parametrize("name", list(FILES))
def test_the_third_paragraph_of_the_story_is_the_third(name: str) -> None:
    (article,) = read_bytes(name, FILES[name], name[name.index(".") :]).articles
    assert article.headline == HEAD[0]
    assert article.paragraph_number(article.text.index("Nobody")) == 3
    assert article.paragraph_number(article.text.index("The swing bridge")) == 1
    assert article.paragraph_number(0) == 1
