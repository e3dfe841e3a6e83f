"""Tables, references, notes, news, lists, archives, subtitles: read, or told what they are. All made up."""

from __future__ import annotations

import gzip
import io
import json
from datetime import date
from zipfile import ZipFile

import pytest

from tui.library.formats.article_builder import Reading
from tui.library.formats.gzip_file import LARGEST
from tui.library.formats.registry import read_bytes
from tui.library.formats.true_address import true_address

BODY = "The lighthouse will be painted in spring, the trust has decided."
SPEECH = "“It has been grey for too long,” said its keeper, Nora Falk."
PAGE = (
    f"<html><head><title>Tower</title></head><body><article><h1>Tower</h1><p>{BODY}</p></article>"
    f"</body></html>"
)


def read(source: str | bytes, ending: str) -> Reading:
    return read_bytes(f"a{ending}", source.encode() if isinstance(source, str) else source, ending)


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_table_is_read_by_the_names_of_its_columns(sign: str) -> None:
    rows = [["Title", "Pub-Date", "Outlet", "Author", "Full Text"]]
    rows += [
        [f"Tower {n}", f"2016-05-0{n}", "Skerry Times", "Ida Berg", f'"{BODY} ""Yes{n},"" she said."']
        for n in (1, 2)
    ]
    reading = read("\n".join(sign.join(row) for row in rows), ".csv")
    assert [(a.headline, a.byline, a.publication, a.published) for a in reading.articles] == [
        (f"Tower {n}", "Ida Berg", "Skerry Times", date(2016, 5, n)) for n in (1, 2)
    ]
    assert '"Yes1," she said.' in reading.articles[0].text
    assert reading.problems == ()


def test_a_quotation_mark_that_a_table_leaves_open_is_told() -> None:
    reading = read(f'title,text\nTower,"{BODY}\nSecond,{SPEECH}\n', ".csv")
    assert "not closed" in reading.problems[0].words


def test_a_table_without_a_text_says_which_columns_it_has() -> None:
    (problem,) = read("title,words\nTower,9\n", ".csv").problems
    assert "--map text=COLUMN" in problem.remedy
    assert "title, words" in problem.remedy
    assert not problem.aside
    assert read("a,b\n1,2\n", ".csv").problems[0].aside


@pytest.mark.parametrize(
    ("source", "ending"),
    [
        ("title,url,time_added,tags,status\nTower,https://x.example/1,1,,unread\n", ".csv"),
        ("URL,Title,Selection,Folder,Timestamp\nhttps://x.example/1,Tower,,Unread,1\n", ".csv"),
        (json.dumps([{"title": "Tower", "url": "https://x.example/1", "savedAt": "2016-05-01"}]), ".json"),
        ('<?xml version="1.0"?><urlset><url><loc>https://x.example</loc></url></urlset>', ".xml"),
    ],
)
def test_a_list_of_links_is_told_to_be_one(source: str, ending: str) -> None:
    (problem,) = read(source, ending).problems
    assert problem.words == "This is a list of links, not an article."


@pytest.mark.parametrize("ending", [".opml", ".xml", "", ".txt", ".feeds"])
@pytest.mark.parametrize("head", ['<?xml version="1.0"?>\n', ""])
def test_a_list_of_feeds_is_told_to_be_one(head: str, ending: str) -> None:
    reading = read(
        f'{head}<opml version="2.0"><body><outline xmlUrl="https://x.example"/></body></opml>', ending
    )
    assert reading.articles == ()
    assert "OPML" in reading.problems[0].words


def test_highlights_are_read_with_a_doubt() -> None:
    reading = read(
        f'Highlight,Book Title,Book Author\n"{BODY}",Tower,Ida Berg\nMore of it,Tower,Ida Berg\n', ".csv"
    )
    assert [(a.headline, a.byline, a.text) for a in reading.articles] == [
        ("Tower", "Ida Berg", f"{BODY}\n\nMore of it\n")
    ]
    assert reading.problems[0].read


RIS = f"""TY  - NEWS
TI  - Tower turns white
AU  - Berg, Ida
AU  - van Holm, Olaf
T2  - Skerry Times
DA  - 2016/05/09/
UR  - https://x.example/1
AB  - {BODY}
ER  -
TY  - NEWS
TI  - Boat sinks
ER  -
"""
BIBTEX = f"""@article{{berg,
  title = {{{{Tower}} turns white}}, author = {{Berg, Ida and van Holm, Olaf}}, journal = "Skerry Times",
  date = {{2016-05-09}}, url = {{https://x.example/1}}, abstract = {{{BODY}}}
}}
@misc{{boat, title = {{Boat sinks}}}}
"""
CSL = json.dumps(
    [
        {
            "type": "article-newspaper",
            "title": "Tower turns white",
            "author": [{"given": "Ida", "family": "Berg"}, {"literal": "Olaf van Holm"}],
            "container-title": "Skerry Times",
            "issued": {"date-parts": [[2016, 5, 9]]},
            "URL": "https://x.example/1",
            "abstract": BODY,
        },
        {"type": "article-newspaper", "title": "Boat sinks", "issued": {"date-parts": [[2016]]}},
    ]
)


@pytest.mark.parametrize(
    ("source", "ending"), [(RIS, ".ris"), (BIBTEX, ".bib"), (CSL, ".json"), (RIS, ""), (BIBTEX, "")]
)
def test_references_with_a_text_are_read_and_the_others_counted(source: str, ending: str) -> None:
    reading = read(source, ending)
    (article,) = reading.articles
    assert (article.headline, article.byline) == ("Tower turns white", "Ida Berg, Olaf van Holm")
    assert (article.publication, article.published) == ("Skerry Times", date(2016, 5, 9))
    assert (article.url, article.text.strip()) == ("https://x.example/1", BODY)
    assert reading.problems[0].words == "1 of 2 references have no text."


@pytest.mark.parametrize(("source", "ending"), [(RIS, ".ris"), (BIBTEX, ".bib"), (CSL, ".json")])
def test_references_without_any_text_are_told_to_be_a_list(source: str, ending: str) -> None:
    reading = read(source.replace(BODY, ""), ending)
    assert reading.articles == ()
    assert "list of references" in reading.problems[0].words


def test_notes_are_read_and_the_day_of_a_note_is_no_date_of_its_article() -> None:
    note = f"<![CDATA[<!DOCTYPE en-note SYSTEM 'x'><en-note><div>{BODY}</div><div>{SPEECH}</div></en-note>]]>"
    inside = f"<title>Tower</title><content>{note}</content><created>20200101T000000Z</created>"
    address = (
        "<note-attributes><author>Ida Berg</author><source-url>https://x.example/1</source-url>"
        "</note-attributes>"
    )
    source = f"<!DOCTYPE en-export SYSTEM 'x'><en-export><note>{inside}{address}</note></en-export>"
    (article,) = read(source, ".enex").articles
    assert (article.headline, article.byline, article.url) == ("Tower", "Ida Berg", "https://x.example/1")
    assert (article.text, article.published) == (f"{BODY}\n\n{SPEECH}\n", None)


NITF = (
    '<nitf><head><pubdata name="Skerry Times" date.publication="20160509T060000"/></head><body>'
    "<body.head><hedline>"
    f"<hl1>Tower</hl1></hedline><byline>By Ida Berg</byline></body.head><body.content>"
    f"<p>{BODY}</p><p>{SPEECH}</p></body.content></body></nitf>"
)
NEWSML_G2 = (
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentMeta>'
    "<contentCreated>2016-05-09T06:00:00Z</contentCreated>"
    "<by>By Ida Berg</by><headline>Tower</headline></contentMeta><contentSet><inlineXML><html><body>"
    f"<p>{BODY}</p><p>{SPEECH}</p></body>"
    "</html></inlineXML></contentSet></newsItem>"
)
NEWSML = (
    "<NewsML><NewsItem><NewsManagement><FirstCreated>20160509T060000Z</FirstCreated></NewsManagement>"
    "<NewsLines><HeadLine>Tower"
    f"</HeadLine><ByLine>By Ida Berg</ByLine></NewsLines><ContentItem><DataContent>"
    f"<p>{BODY}</p><p>{SPEECH}</p></DataContent></ContentItem>"
    "</NewsItem></NewsML>"
)


@pytest.mark.parametrize("source", [NITF, NEWSML_G2, NEWSML])
def test_the_news_of_agencies_is_read(source: str) -> None:
    (article,) = read(source, ".xml").articles
    assert (article.headline, article.byline, article.published) == ("Tower", "Ida Berg", date(2016, 5, 9))
    assert article.text == f"{BODY}\n\n{SPEECH}\n"


@pytest.mark.parametrize(
    ("sign", "meant"), [("&", "&"), ("&nbsp;", " "), ("&eacute;", "é"), ("\x0b", ""), ("&&", "&&")]
)
def test_signs_that_break_a_feed_are_mended_and_told(sign: str, meant: str) -> None:
    item = f"<item><title>Berg {sign} Holm</title><description>{BODY}</description></item>"
    kept = (
        f"<item><title>Two</title><description><![CDATA[<p>Salt &amp; wind, {SPEECH}</p>]]>"
        f"</description></item>"
    )
    reading = read(f"<rss><channel><title>Skerry Times</title>{item}{kept}</channel></rss>", ".rss")
    assert reading.articles[0].headline == " ".join(f"Berg {meant} Holm".split())
    assert reading.articles[1].text.startswith("Salt & wind")
    assert "not sound" in reading.problems[0].words
    assert reading.problems[0].read


def test_what_stands_in_cdata_is_left_as_it_is_where_a_feed_is_mended() -> None:
    item = (
        f"<item><title>Salt & wind</title><author><![CDATA[Berg & Holm]]></author>"
        f"<description>{BODY}</description></item>"
    )
    (article,) = read(f"<rss><channel>{item}</channel></rss>", ".rss").articles
    assert (article.headline, article.byline) == ("Salt & wind", "Berg & Holm")


def test_an_alert_names_the_true_address_and_no_paper_that_is_none() -> None:
    link = "https://www.google.com/url?rct=j&amp;url=https://skerry.example/a%3Fp%3D1&amp;ct=ga"
    entry = f"<entry><title>Tower</title><link href='{link}'/><content type='html'>{BODY}</content></entry>"
    source = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Google Alert - tower</title>{entry}</feed>"
    (article,) = read(source, ".atom").articles
    assert (article.url, article.publication) == ("https://skerry.example/a?p=1", "skerry.example")
    assert [f.origin for f in article.provenance if f.guessed] == ["the address of the article"]


@pytest.mark.parametrize(
    "address",
    ["https://www.google.com/url?url=javascript:1", "https://[x", "https://a.example/url?url=https://b"],
)
def test_an_address_that_leads_nowhere_else_stays(address: str) -> None:
    assert true_address(address) == address


def test_articles_as_arc_keeps_them_are_read() -> None:
    elements = [
        {"type": "text", "content": f"<p>{BODY}</p>"},
        {"type": "list", "items": [{"content": SPEECH}]},
    ]
    record = {
        "headlines": {"basic": "Tower"},
        "content_elements": elements,
        "credits": {"by": [{"name": "Ida Berg"}]},
    }
    (article,) = read(json.dumps({**record, "display_date": "2016-05-09T06:00:00Z"}), ".json").articles
    assert (article.headline, article.byline, article.published) == ("Tower", "Ida Berg", date(2016, 5, 9))
    assert SPEECH in article.text


def test_what_is_packed_is_read_by_its_own_name() -> None:
    packed = gzip.compress(f"---\ntitle: Tower\n---\n{BODY}\n".encode())
    (article,) = read_bytes("a.md.gz", packed, ".gz").articles
    assert article.headline == "Tower"


@pytest.mark.parametrize(
    "raw",
    [b"\x1f\x8bnothing", gzip.compress(BODY.encode())[:-9], gzip.compress(b"a" * (LARGEST + 1))],
    ids=["no gzip", "cut off", "too large"],
)
def test_a_packed_file_that_is_damaged_or_too_large_is_told(raw: bytes) -> None:
    reading = read(raw, ".gz")
    assert reading.articles == ()
    assert reading.problems[0].words.endswith(".")


def test_the_pages_of_a_web_archive_are_read_with_their_addresses() -> None:
    def record(kind: str, content: str, body: str) -> bytes:
        block = f"HTTP/1.1 200 OK\r\nContent-Type: {content}\r\n\r\n{body}".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: "
            f"https://x.example/1\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        return head.encode() + block + b"\r\n\r\n"

    raw = (
        record("request", "text/html", PAGE)
        + record("response", "image/png", PAGE)
        + record("response", "text/html", PAGE)
    )
    for ending, packed in (
        (".warc", raw),
        (".gz", gzip.compress(raw[:100]) + gzip.compress(raw[100:])),
        ("", raw),
    ):
        (article,) = read(packed, ending).articles
        assert (article.headline, article.url, article.text) == ("Tower", "https://x.example/1", f"{BODY}\n")


def test_subtitles_are_what_was_said() -> None:
    vtt = (
        "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ida Berg>The tower\n\n00:03.000 --> 00:04.000\n<v "
        "Ida Berg>is white.\n\n"
    )
    vtt += "00:04.000 --> 00:05.000\n<v Nora Falk><i>At last.</i>\n"
    assert read(vtt, ".vtt").articles[0].text == "Ida Berg: The tower is white.\n\nNora Falk: At last.\n"
    srt = "1\n00:00:01,000 --> 00:00:03,000\nThe tower\n2\n00:00:03,000 --> 00:00:04,000\nis white.\n"
    assert read(srt, ".srt").articles[0].text == "The tower is white.\n"


def test_a_document_of_libreoffice_is_read() -> None:
    held = io.BytesIO()
    with ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        inside = (
            f'<t:p t:style-name="Title">Tower</t:p><t:p>The<t:s/>light<t:span>house</t:span> is white.'
            f"</t:p><t:p>{SPEECH}</t:p>"
        )
        taken_out = "<t:tracked-changes><t:p>Gone.</t:p></t:tracked-changes>"
        archive.writestr("content.xml", f'<o:d xmlns:o="o" xmlns:t="t">{taken_out}{inside}</o:d>')
    for ending in (".odt", ""):
        (article,) = read(held.getvalue(), ending).articles
        assert (article.headline, article.text) == ("Tower", f"The lighthouse is white.\n\n{SPEECH}\n")


def test_an_export_of_omnivore_is_read_and_another_archive_told() -> None:
    held = io.BytesIO()
    with ZipFile(held, "w") as archive:
        stated = {"slug": "tower-1", "title": "Tower", "author": "Ida Berg", "url": "https://x.example/1"}
        archive.writestr("metadata_0_to_2.json", json.dumps([stated, {"slug": "gone"}]))
        archive.writestr("content/tower-1.html", PAGE)
    reading = read(held.getvalue(), ".zip")
    assert [(a.headline, a.byline, a.text) for a in reading.articles] == [("Tower", "Ida Berg", f"{BODY}\n")]
    assert reading.problems[0].words == "1 of 2 articles in the export have no text."
    other = io.BytesIO()
    with ZipFile(other, "w") as archive:
        archive.writestr("a.txt", BODY)
    assert read(other.getvalue(), ".zip").problems[0].words == "This is an archive of many files."


def test_a_date_that_cannot_be_read_is_told() -> None:
    for source, ending in (
        (f"---\ntitle: Tower\ndate: some day in May\n---\n{BODY}\n", ".md"),
        (json.dumps({"title": "Tower", "date": "9th inst.", "text": BODY}), ".json"),
        (f"title,date,text\nTower,some day in May,{BODY}\n", ".csv"),
    ):
        reading = read(source, ending)
        assert reading.articles[0].published is None
        assert "date that cannot be read" in reading.problems[0].words


@pytest.mark.parametrize("line", ["The Skerry Times\nMay 9, 2016 Monday", "The Skerry Times, May 9, 2016"])
def test_a_date_under_a_headline_may_have_its_weekday_behind_or_the_paper_before(line: str) -> None:
    (article,) = read(f"Tower to be white\n\n{line}\n\n{BODY} {SPEECH}\n", ".txt").articles
    assert (article.headline, article.publication) == ("Tower to be white", "The Skerry Times")
    assert article.published == date(2016, 5, 9)
