"""Word documents and EPUB books, sound ones and hostile ones."""

from __future__ import annotations

import io
import random
import tracemalloc
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.formats.archive import Archive
from tui.library.formats.registry import read_bytes
from tui.library.formats.safe_xml import RefusedError
from tui.model.article import Article

FERRY = "The ferry to the island will sail in every month of the year, the council has agreed."
SAID = "“We promised the islanders a boat,” said Joan Mallory, the leader of Harwick Council."
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = '<c:p xmlns:c="c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></c:p>'
CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
OPF = """<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Saturday</dc:title>
<dc:date>2015-03-14</dc:date><dc:publisher>Harwick Gazette</dc:publisher>
<dc:creator>calibre</dc:creator></metadata>
<manifest><item id="a" href="a%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="../b.xhtml#x" media-type="application/xhtml+xml"/>
<item id="n" href="n.xhtml" properties="nav" media-type="application/xhtml+xml"/>
<item id="gone" href="gone.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="n"/><itemref idref="gone"/><itemref idref="b"/><itemref idref="a"/>
</spine></package>"""
CHAPTER = "<!DOCTYPE html><html><body><h1>{}</h1><p>{}</p></body></html>"


def zipped(entries: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


def document(body: str, **more: str) -> bytes:
    xml = f'<?xml version="1.0"?><w:document {NAMESPACE}><w:body>{body}</w:body></w:document>'
    return zipped(
        {"word/document.xml": xml, **{f"docProps/{name}.xml": words for name, words in more.items()}}
    )


def paragraph(words: str, style: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'


def book(**chapters: str) -> bytes:
    pages: dict[str, str | bytes] = {f"{name}.xhtml": words for name, words in chapters.items()}
    return zipped({"META-INF/container.xml": CONTAINER, "OEBPS/book.opf": OPF, **pages})


def one(raw: bytes, ending: str = ".docx") -> Article:
    (article,) = read_bytes(f"a{ending}", raw, ending).articles
    return article


def test_a_word_document_gives_its_title_byline_date_and_paragraphs() -> None:
    rows = ("By Ann Lee, Wensleydale Gazette", "14 March 2015", FERRY, SAID)
    article = one(document(paragraph("Ferry to sail", "Title") + "".join(map(paragraph, rows))))
    assert (article.headline, article.byline) == ("Ferry to sail", "Ann Lee, Wensleydale Gazette")
    assert (article.publication, article.published) == ("Wensleydale Gazette", date(2015, 3, 14))
    assert [p.span.of(article.text) for p in article.paragraphs if p.kind == "prose"] == [FERRY, SAID]
    guessed = {finding.fact.value for finding in article.provenance if finding.guessed}
    assert guessed == {"author", "publication", "date"}


def test_what_was_deleted_or_is_shown_twice_is_left_out_and_breaks_part_words() -> None:
    body = (
        "<w:p><w:r><w:t>The ferry</w:t></w:r><w:del><w:r><w:delText>not </w:delText></w:r></w:del>"
        "<w:r><w:br/><w:t>will sail</w:t><w:tab/><w:t>today</w:t><w:noBreakHyphen/></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>In a table</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        '<w:p><w:r><x:AlternateContent xmlns:x="m"><x:Choice><w:txbxContent>'
        "<w:p><w:r><w:t>In a box</w:t></w:r></w:p>"
        "</w:txbxContent></x:Choice><x:Fallback><w:p><w:r><w:t>In a box</w:t></w:r></w:p></x:Fallback>"
        "</x:AlternateContent></w:r></w:p>"
    )
    assert one(document(body)).text == "The ferry will sail today-\n\nIn a table\n\nIn a box\n"


def test_the_properties_name_a_document_that_has_no_headline_unless_a_program_wrote_them() -> None:
    assert one(document(paragraph(FERRY), core=CORE.format("Quay letter"))).headline == "Quay letter"
    assert one(document(paragraph(FERRY), core=CORE.format("Microsoft Word - a.doc"))).headline is None


def test_an_export_saved_as_a_document_is_split() -> None:
    sample = (Path(__file__).with_name("exports") / "nexis_pages.txt").read_text(encoding="utf-8")
    raw = document("".join(paragraph(row) for row in sample.split("\n")))
    assert len(read_bytes("a.docx", raw, ".docx").articles) == 2


def test_each_chapter_of_a_book_is_an_article_in_reading_order() -> None:
    pages = {
        "OEBPS/a b": CHAPTER.format("Ferry to sail", f"{FERRY} {SAID} &#27;[31m\x1b"),
        "b": CHAPTER.format("Quay falls", f"{SAID} {FERRY}"),
        "OEBPS/n": CHAPTER.format("Contents", f"{FERRY} {FERRY} {FERRY}"),
    }
    quay, ferry = read_bytes("a.epub", book(**pages), ".epub").articles
    assert (quay.headline, ferry.headline) == ("Quay falls", "Ferry to sail")
    assert (ferry.publication, ferry.published, ferry.byline) == ("Harwick Gazette", date(2015, 3, 14), None)
    assert "\x1b" not in ferry.text


def test_a_book_of_covers_is_a_problem() -> None:
    reading = read_bytes("a.epub", book(b=CHAPTER.format("Cover", "A book")), ".epub")
    assert reading.articles == ()
    assert not reading.problems[0].read


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ({"word/document.xml": b"a" * 20_000_000}, "grows more than 100 times"),
        ({f"{n}": "" for n in range(2001)}, "the limit is 2,000"),
        ({"../../evil": "x", "word/document.xml": "<a/>"}, "leads out of it"),
        ({"/etc/evil": "x"}, "leads out of it"),
        ({"C:evil": "x"}, "leads out of it"),
        ({"a\\..\\evil": "x"}, "leads out of it"),
        ({"other.xml": "<a/>"}, "part of it is missing"),
        ({"word/document.xml": "<a>" * 500}, "nested too deeply"),
        ({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "entities of its own"),
        ({"word/document.xml": "<a"}, "not sound XML"),
    ],
)
def test_what_is_wrong_with_an_archive_is_told_and_nothing_is_read(
    entries: dict[str, str | bytes], words: str
) -> None:
    raw = zipped(entries)
    for ending in (".docx", ".epub"):
        reading = read_bytes(f"a{ending}", raw, ending)
        assert reading.articles == ()
        assert len(reading.problems) == 1
    assert words in read_bytes("a.docx", raw, ".docx").problems[0].words


@pytest.mark.parametrize("raw", [b"PK\x03\x04 and nothing more", b""])
def test_what_is_no_archive_is_told(raw: bytes) -> None:
    assert "no sound zip" in read_bytes("a.docx", raw, ".docx").problems[0].words


def test_an_archive_that_is_too_large_unpacked_is_refused_unread() -> None:
    half = random.Random(1).randbytes(100_000)
    raw = zipped({f"{n}": half + b"a" * 5_000_000 for n in range(11)})
    tracemalloc.start()
    with pytest.raises(RefusedError, match="too large"):
        Archive(raw)
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()


def test_an_entry_that_lies_about_its_size_is_not_believed() -> None:
    honest = zipped({"a": b"x" * 90_000})
    size = (90_000).to_bytes(4, "little")
    lying = honest.replace(size, (10).to_bytes(4, "little"))
    with pytest.raises(RefusedError, match="damaged"):
        Archive(lying).read("a")


@given(st.binary(max_size=400), st.integers(0, 2000), st.binary(min_size=1, max_size=6))
def test_no_damage_raises(raw: bytes, at: int, damage: bytes) -> None:
    sound = document(paragraph(FERRY))
    for broken in (raw, sound[: at % len(sound)] + damage + sound[at % len(sound) + len(damage) :]):
        read_bytes("a", broken, ".docx")
        read_bytes("a", broken, ".epub")
