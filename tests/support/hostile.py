"""A library that wants to take over the terminal: by text, headlines, names, quotations and file names."""

from __future__ import annotations

import json
import os
import re
from contextlib import closing
from hashlib import blake2b
from pathlib import Path

from tui.app_paths import data_home
from tui.library.service.folder_library import open_library
from tui.library.user.marks_store import MarksStore
from tui.model.article import ArticleId
from tui.model.listing import Order

HARMFUL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
"""What no line on a terminal may hold: controls, separators, what turns the order round or is not seen."""
WRITTEN = re.compile(HARMFUL.pattern.replace("\\x09", "\\x08").replace("\t", "\x08").replace("\u200b", ""))
"""The same for what is written to a pipe: a tab parts columns there, and an unseen blank stays one."""

ESCAPES = "\x1b]0;PWNED\x07\x1b[31mred\x1b[0m\x9b31m\x9d0;PWNED\x9c\x1bP+q\x1b\\\x00\x08\x0b\x7f\u2028"
TURNED = "\u202egnirts\u202c\u2066x\u2069\u200f\ufeff\U000e0041"
MARKUP = "[/b] [red]text[/red] [@click=app.quit]go[/] [sic] :smile:"
NASTY = f"{ESCAPES} {TURNED} {MARKUP}"
SPEAKER = "Os\u200bborne Smith\u202e"
URL = "https://example.org/a?b=$(touch%20pwned)"

PASSAGE = (
    "The harbour master counted forty boats before the storm and thirty after it, and nobody has said "
    "where the other ten of them have gone since that night in the spring."
)


def article(words: str) -> str:
    """An article of that subject, nasty wherever an article can be."""
    return (
        f"Plans for the {words} {NASTY}\n\nSir {SPEAKER}, leader of the council{ESCAPES}, said: “We {TURNED} "
        f"will build {MARKUP} the {words} {ESCAPES} soon.”\n\n{PASSAGE}\n\n"
        f"Jane{ESCAPES} Doe, of Exeter, said: “It is {NASTY} wrong.”\n\nHe called it a ‘{TURNED} plan’.\n"
    )


def fields(words: str) -> dict[str, str]:
    """The facts of an article, each as nasty as it can be."""
    names = ("title", "source", "author", "section")
    return {**{name: f"{name} {words} {NASTY}" for name in names}, "published": "2015-03-14", "url": URL}


def library(folder: Path) -> Path:
    """Make the library there."""
    folder.mkdir(parents=True)
    front = "\n".join(f"{name}: {json.dumps(value)}" for name, value in fields("front").items())
    web = (
        NASTY.replace("\x1b", "&#27;")
        .replace("\x9b", "&#x9b;")
        .replace("\u202e", "&#8238;")
        .replace("\0", "")
    )
    page = f"<p>{web} Ann&#27;]0;x&#7; Lee said: “We will build the road {web}.”</p>" * 3
    for name, content in {
        "one.txt": article("bridge"),
        "two\x1b]0;PWNED\x07[red]\u202e.txt": article("tunnel"),
        "three\nlines.md": f"---\n{front}\n---\n\n{article('tram')}",
        "four.html": f"<html><head><title>{web}</title><meta name='author' content='{web}'></head><body>"
        f"<article><h1>{web}</h1>{page}</article></body></html>",
        "five.eml": f"Subject: =?utf-8?q?Bus_=1B]0=3BPWNED=07?=\nFrom: Eve\x1b[31m <eve@example.org>\n"
        f"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<h1>{web}</h1>{page}",
        "six.jsonl": json.dumps({**fields("pier"), "text": article("pier")}) + "\n",
        "seven.xml": f"<rss version='2.0'><channel><title>a</title><item><title>Feed {_xml()}</title>"
        f"<description><![CDATA[{page}]]></description></item></channel></rss>",
        "noise\x1b[2J.txt": "\0\1\2" * 400,
        "picture.\x1b[31mjpg": "x",
    }.items():
        (folder / name).write_text(content, encoding="utf-8")
    (folder / os.fsdecode(b"caf\xe9\x9b31m.txt")).write_bytes(article("caf\u00e9").encode("cp1252", "ignore"))
    return folder


def _xml() -> str:
    return NASTY.replace("&", "&amp;").translate(dict.fromkeys([*range(32), 0x2028]))


def owned(parent: Path) -> Path:
    """The folder of a hostile library below that one, which has hostile notes, tags and corrections."""
    folder = library(parent / "cl\x1b[31mips\u202e[red]")
    with closing(open_library([folder])) as opened:
        list(opened.update())
        own(data_home(), [row.article for row in opened.rows(Order.NEWEST, 0, 99)])
    return folder


def own(data: Path, articles: list[ArticleId]) -> None:
    """Notes, tags and corrections that came from elsewhere and are nasty too."""
    data.mkdir(parents=True, exist_ok=True)
    marks = MarksStore(data / "marks.db")
    for name in articles:
        marks.set_note(name, f"A note {NASTY}\nand more")
        marks.set_tags(name, (f"tag{ESCAPES.replace(' ', '')}", "plain"))
        marks.set_starred(name, True)
    marks.close()
    corrections = [("Jane Doe", f"Joan {NASTY}"), ("Exeter", f"Ex\x1b[31meter{TURNED}")]
    (data / "corrections.toml").write_text(
        "\n".join(f"[[name]]\nwritten = {_toml(old)}\nname = {_toml(new)}\n" for old, new in corrections),
        encoding="utf-8",
    )


def _toml(words: str) -> str:
    return '"' + "".join(f"\\U{ord(letter):08x}" for letter in words) + '"'


def printed(folder: Path) -> str:
    """A hash of every file below the folder: its name, content and times."""
    digest = blake2b()
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        digest.update(os.fsencode(f"{path} {status.st_mode} {status.st_mtime_ns} {status.st_ctime_ns}"))
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()
