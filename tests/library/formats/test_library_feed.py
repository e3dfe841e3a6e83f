from __future__ import annotations

import socket
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.work import growth
from tui.library.formats.registry import read_bytes
from tui.library.formats.safe_xml import DEEPEST, LARGEST, RefusedError, parse
from tui.model.article import Article

RSS = """<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:m="http://search.yahoo.com/mrss/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harwick Gazette</title>
<item>
<title>Ferry &amp;amp; quay</title><m:title>not this</m:title><link>https://x.example/1</link>
<pubDate>Sat, 14 Mar 2015 23:00:00 +0000</pubDate><dc:creator><![CDATA[Ann Lee]]></dc:creator>
<description>Short.</description>
<content:encoded><![CDATA[<p>The ferry will sail &#27;[31m\u202e in every month.</p>
<p>“We promised,” said Joan Mallory.</p><script>x()</script>]]></content:encoded></item>
<item><title>Only a title</title></item>
<item><title>Plain</title><guid>https://x.example/3</guid><author>j@x.example (John Cole)</author>
<source url="x">Evening Echo</source><description>The quay has fallen into the sea.</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Evening Echo</title><entry>
<title type="html">The &lt;b&gt;quay&lt;/b&gt;</title><link rel="self" href="https://no"/>
<link href="https://x.example/9"/><updated>2014-05-05</updated><published>2014-01-02T03:04:05Z</published>
<author><name>John Cole</name></author><summary>Short.</summary><content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>The quay has been falling.</p><p>For years.</p></div>
</content></entry></feed>"""


def read(source: str) -> tuple[Article, ...]:
    return read_bytes("feed.xml", source.encode(), ".xml").articles


def test_each_entry_of_a_feed_is_an_article_and_its_fullest_text_is_taken() -> None:
    ferry, plain = read(RSS)
    assert (ferry.headline, ferry.byline, ferry.publication) == ("Ferry & quay", "Ann Lee", "Harwick Gazette")
    assert (ferry.published, ferry.url) == (date(2015, 3, 14), "https://x.example/1")
    assert ferry.text.split("\n\n")[1] == "“We promised,” said Joan Mallory.\n"
    assert (plain.byline, plain.publication, plain.url) == (
        "John Cole",
        "Evening Echo",
        "https://x.example/3",
    )
    assert plain.text == "The quay has fallen into the sea.\n"


def test_what_an_entry_encodes_is_cleaned_after_it_was_decoded() -> None:
    assert "\x1b" not in read(RSS)[0].text
    assert "\u202e" not in read(RSS)[0].text


def test_atom_is_read_with_its_pages_as_elements() -> None:
    (quay,) = read(ATOM)
    assert (quay.headline, quay.byline, quay.publication) == ("The quay", "John Cole", "Evening Echo")
    assert (quay.published, quay.url) == (date(2014, 1, 2), "https://x.example/9")
    assert quay.text == "The quay has been falling.\n\nFor years.\n"


def test_entries_without_a_text_are_counted() -> None:
    (problem,) = read_bytes("feed.xml", RSS.encode(), ".xml").problems
    assert problem.words == "1 of 3 entries have no text."
    assert problem.read


def test_xml_that_is_no_feed_is_put_aside_and_a_feed_of_nothing_is_a_problem() -> None:
    assert read_bytes("a.xml", b"<settings/>", ".xml").problems[0].aside
    assert not read_bytes("a.rss", b"<rss><channel/></rss>", ".rss").problems[0].aside


LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><item><title>&b;</title></item></rss>'
FILE = '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><item><description>&a;</description></item></rss>'
PARAMETER = '<!DOCTYPE l [<!ENTITY % a SYSTEM "http://x.example/a.dtd"> %a;]><rss/>'


@pytest.mark.parametrize("source", [LAUGHS, FILE, PARAMETER], ids=["laughs", "file", "parameter"])
def test_entities_of_its_own_are_refused(source: str) -> None:
    (problem,) = read_bytes("a.rss", source.encode(), ".rss").problems
    assert "entities" in problem.words


def test_no_document_type_and_no_entity_is_ever_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert len(read(RSS)) == 2
    assert parse(b'<!DOCTYPE a SYSTEM "http://x.example/a.dtd"><a>&nbsp;b</a>').tag == "a"
    with pytest.raises(RefusedError):
        parse(PARAMETER.encode())


def test_xml_is_bounded_in_size_and_depth() -> None:
    with pytest.raises(RefusedError, match="too large"):
        parse(b"<a>" + b" " * LARGEST + b"</a>")
    parse(b"<a>" * DEEPEST + b"</a>" * DEEPEST)
    with pytest.raises(RefusedError, match="nested"):
        parse(b"<a>" * (DEEPEST + 1) + b"</a>" * (DEEPEST + 1))


@pytest.mark.parametrize("piece", ["<item>", "<item/>", "&#27;", "<![CDATA[x]]>", "<a b='c'/>", "<br>"])
def test_the_work_grows_no_faster_than_the_feed(piece: str) -> None:
    def read_so_many(pieces: int) -> None:
        feed = f"<rss><item><description>{piece * pieces}</description></item></rss>"
        read_bytes("a", feed.encode(), ".rss")

    assert growth(read_so_many, 200, times=4) < 5


@given(st.binary(max_size=200) | st.text("<>/itemrss!&;[]CDATA\"'= ").map(str.encode))
def test_no_bytes_raise(raw: bytes) -> None:
    read_bytes("a", raw, ".rss")
    read_bytes("a", b"<rss><item><description>" + raw + b"</description></item></rss>", ".rss")
