"""Exports of press databases as pages, tables of RTF, mails and documents; lists of links. All made up."""

from __future__ import annotations

import sys
from datetime import date
from types import ModuleType

import pytest

from tui.library.formats.press_pages import read_page
from tui.library.formats.registry import read_bytes
from tui.model.article import Article

BODY = "The lighthouse will be painted in spring, the trust has decided."
SPEECH = "“It has been grey for too long,” said its keeper, Nora Falk."
TWO = (1, 2)


def page(inside: str) -> str:
    return f"<!DOCTYPE html><html><head><title>Export</title></head><body>{inside}</body></html>"


NEXIS_OLDER = page(
    "".join(
        f'<DIV CLASS="c0"><P CLASS="c1"><SPAN CLASS="c2">{n} of 2 DOCUMENTS</SPAN></P></DIV><BR><DIV '
        f'CLASS="c0"><P><SPAN>Skerry'
        f" Times</SPAN></P></DIV><DIV><P><SPAN>May {n}</SPAN><SPAN>, 2016 Monday</SPAN></P></DIV><DIV>"
        f"<P><SPAN>Tower {n} turns"
        f" white</SPAN></P></DIV><DIV><P><SPAN>BYLINE: </SPAN><SPAN>Ida Berg</SPAN></P></DIV><DIV><P>"
        f"<SPAN>LENGTH: </SPAN>"
        f"<SPAN>20 words</SPAN></P></DIV><DIV><P>{BODY}</P><P>{SPEECH}</P></DIV><DIV><P>"
        f"<SPAN>LOAD-DATE: </SPAN>May 9, 2016"
        "</P></DIV><HR>"
        for n in TWO
    )
)
NEXIS_NEWER = page(
    "".join(
        f"<h1>Tower {n} turns white</h1><p>Skerry Times</p><p>May {n}, 2016 Monday</p><p>Copyright "
        f"2016 Skerry</p><p><b>Length:"
        f"</b>&nbsp;20 words</p><p><b>Byline:</b>&nbsp;Ida Berg</p><h2>Body</h2><p>{BODY}</p>"
        f"<p>{SPEECH}</p><h2>Classification"
        "</h2><p>Language: ENGLISH</p><p>Load-Date: May 9, 2016</p><p>End of Document</p>"
        for n in TWO
    )
)
FACTIVA_CODED = page(
    "".join(
        '<div class="article"><table>'
        + "".join(
            f"<tr><td><b>{code}</b>&nbsp;</td><td>{value}</td></tr>"
            for code, value in {
                "HD": f"<span>Tower {n} turns white</span>",
                "BY": "By Ida Berg",
                "PD": f"{n} May 2016",
                "SN": "Skerry Times",
                "LP": f"<p>{BODY}</p>",
                "TD": f"<p>{SPEECH}</p>",
                "AN": f"Document SKERTI0020160501ec510000{n}",
            }.items()
        )
        + "</table></div><br>"
        for n in TWO
    )
)
FACTIVA_PLAIN = page(
    "".join(
        f'<div class="article"><div id="hd"><span>Tower {n} turns white</span></div><div>By Ida Berg'
        f"</div><div>20 words</div>"
        f"<div>{n} May 2016</div><div>Skerry Times</div><div>SKERTI</div><div>English</div><div>(c) "
        f"2016, Skerry</div>"
        f'<p class="articleParagraph">{BODY}</p><p class="articleParagraph">{SPEECH}</p><p>Document '
        f"SKERTI0020160501ec510000{n}"
        "</p></div>"
        for n in TWO
    )
)
PROQUEST = page(
    "".join(
        f'<div style="border-bottom:2px"><a name="DocID_{n}"></a><p>Tower {n} turns white</p><p>'
        f"<strong>Author: </strong>Berg, Ida"
        f"</p><p><strong>Full text: </strong><text><p>{BODY}</p><p>{SPEECH}</p></text></p><p>"
        f"<strong>Title: </strong>Tower {n}"
        f" turns white</p><p><strong>Publication title: </strong>Skerry Times; Skerry</p><p>"
        f"<strong>Publication date: </strong>"
        f"May {n}, 2016</p><p><strong>Document URL: </strong><a>https://x.example/{n}</a></p></div>"
        for n in TWO
    )
)
EUROPRESSE = page(
    "".join(
        '<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">Skerry '
        "Times</span></div>"
        f'<span class="DocHeader">lundi {n} mai 2016, p. 4</span><p class="titreArticleVisu">Tower '
        f"{n} turns white</p>"
        f'<p class="docAuthors">Ida Berg</p></header><section><div class="docOcurrContainer"><p>{BODY}'
        f"</p><p>{SPEECH}</p></div>"
        '</section><footer><div class="publiC-lblNodoc">news·1</div></footer></article>'
        for n in TWO
    )
)
PAGES = {
    "nexis older": NEXIS_OLDER,
    "nexis newer": NEXIS_NEWER,
    "factiva coded": FACTIVA_CODED,
    "factiva plain": FACTIVA_PLAIN,
    "proquest": PROQUEST,
    "europresse": EUROPRESSE,
}


def assert_both(articles: tuple[Article, ...]) -> None:
    assert [(a.headline, a.byline, a.publication, a.published, a.text) for a in articles] == [
        (f"Tower {n} turns white", "Ida Berg", "Skerry Times", date(2016, 5, n), f"{BODY}\n\n{SPEECH}\n")
        for n in TWO
    ]


@pytest.mark.parametrize("source", PAGES.values(), ids=PAGES.keys())
@pytest.mark.parametrize("ending", [".html", ".doc", ".txt", ""])
def test_every_article_of_an_exported_page_is_read_whatever_the_file_is_called(
    source: str, ending: str
) -> None:
    reading = read_bytes(f"a{ending}", source.encode(), ending)
    assert reading.problems == ()
    assert_both(reading.articles)


@pytest.mark.parametrize("source", PAGES.values(), ids=PAGES.keys())
def test_an_export_that_was_mailed_keeps_its_own_facts(source: str) -> None:
    head = "From: Desk <desk@x.example>\nSubject: Your research\nDate: Tue, 15 Aug 2023 10:00:00 +0000\n"
    raw = f"{head}Content-Type: text/html; charset=utf-8\n\n{source}"
    assert_both(read_bytes("a.eml", raw.encode(), ".eml").articles)


def test_a_large_page_of_an_export_is_read() -> None:
    many = NEXIS_NEWER.replace("</body></html>", "") * 4000
    assert len(read_page("a.html", many.encode()).articles) == 8000


def test_the_tables_of_a_factiva_document_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "\n".join(
        f"HD|Tower {n} turns white|\nBY|By Ida Berg|\nPD|{n} May 2016|\nSN|Skerry "
        f"Times|\nLP|{BODY}\n{SPEECH}|\n"
        f"AN|Document SKERTI0020160501ec510000{n}|\n"
        for n in TWO
    )
    module = ModuleType("striprtf.striprtf")
    module.rtf_to_text = lambda *_, **__: rows  # type: ignore[attr-defined]  # it stands for the package
    monkeypatch.setitem(sys.modules, "striprtf.striprtf", module)
    assert_both(read_bytes("a.DOC", b"{\\rtf1 x}", ".doc").articles)


@pytest.mark.parametrize("title", ["Pocket Export", "Instapaper: Export"])
def test_an_exported_list_of_links_is_told_to_be_one(title: str) -> None:
    links = '<ul><li><a href="https://x.example">A</a>'
    source = f"<html><head><title>{title}</title></head><body><h1>Unread</h1>{links}"
    reading = read_bytes("a.html", source.encode(), ".html")
    assert reading.articles == ()
    assert reading.problems[0].words == "This is a list of links, not an article."


def test_the_bookmarks_of_a_browser_are_told_to_be_links() -> None:
    source = b"<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A HREF='https://x.example'>A</A></DL>"
    reading = read_bytes("a.html", source, ".html")
    assert reading.problems[0].words == "This is a list of links, not an article."


def test_a_document_of_old_word_itself_is_named_with_what_to_do() -> None:
    (problem,) = read_bytes("a.doc", b"\xd0\xcf\x11\xe0" + bytes(600), ".doc").problems
    assert problem.remedy == "Save it as .docx or as plain text."
