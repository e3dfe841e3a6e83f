"""Exports of press databases as text: covers, languages, dates, labels in prose, losses. All made up."""

from __future__ import annotations

from datetime import date

import pytest

from tui.library.formats.article_builder import Reading
from tui.library.formats.registry import read_bytes
from tui.model.article import Article, ParagraphKind

BODY = "The lighthouse will be painted in spring, the trust has decided."
SPEECH = "“It has been grey for too long,” said its keeper, Nora Falk."


def read(text: str) -> Reading:
    return read_bytes("a.txt", text.encode(), ".txt")


def one(text: str) -> Article:
    reading = read(text)
    assert reading.problems == ()
    (article,) = reading.articles
    return article


def older(*, below: str = "", above: str = "", day: str = "May 9, 2016 Monday", labels: str = "") -> str:
    """A document of the older layout."""
    return (
        f"\n                 1 of 1 DOCUMENTS\n\n          The Skerry Times\n{above}\n          {day}\n\n"
        f"HEADLINE: Lighthouse to be white "
        f"again\n\n{labels}BODY:\n\n{BODY}\n\n{below}{SPEECH}\n\nLOAD-DATE: May 12, 2016\n"
    )


def newer(
    headline: str = "Lighthouse to be white again", day: str = "May 9, 2016 Monday", above: str = ""
) -> str:
    """A document of the newer layout."""
    return (
        f"{above}{headline}\n\nThe Skerry Times\n\n{day}\n\nCopyright 2016 Skerry Press All Rights "
        f"Reserved\n\n"
        f"Section: LOCAL\n\nLength: 21 words\n\nByline: Ida Berg\n\nBody\n\n{BODY}\n\n{SPEECH}\n\n"
        "Load-Date: May 12, 2016\n\nEnd of Document\n\n"
    )


@pytest.mark.parametrize("label", "NAME STATE COUNTRY PERSON SUBJECT URL TYPE CITY NOTES COMPANY".split())
def test_what_looks_like_a_label_between_paragraphs_is_a_line_of_the_text(label: str) -> None:
    article = one(older(below=f"{label}: Falk 7, Berg 5, Holm 8\n\n"))
    assert f"{label}: Falk 7" in article.text
    assert SPEECH in article.text


@pytest.mark.parametrize("label", ["NAME", "STATE", "NOTES", "CITY"])
def test_the_same_line_right_above_the_labels_is_one_too(label: str) -> None:
    text = older().replace(SPEECH, f"{SPEECH}\n\n{label}: Falk 7, Berg 5")
    assert one(text).text.endswith(f"{label}: Falk 7, Berg 5\n")


def test_labels_below_the_text_are_none_of_it() -> None:
    tail = "SUBJECT: LIGHTHOUSES (90%); PAINT (71%)\n\nGEOGRAPHIC: SKERRY,\nNORTH (88%)\n\nLOAD-DATE"
    assert one(older().replace("LOAD-DATE", tail)).text.endswith(f"{SPEECH}\n")


@pytest.mark.parametrize(
    ("day", "read_as"),
    [
        ("9. Mai 2016 Montag", date(2016, 5, 9)),
        ("lundi 9 mai 2016", date(2016, 5, 9)),
        ("9 de mayo de 2016 lunes", date(2016, 5, 9)),
        ("1er août 2016 lundi 10:00 AM GMT", date(2016, 8, 1)),
        ("maandag 9 mei 2016", date(2016, 5, 9)),
        ("9 maggio 2016", date(2016, 5, 9)),
        ("May 9, 2016 Monday 11:52 PM EST", date(2016, 5, 9)),
        ("May 9, 2016 Monday Late Edition - Final", date(2016, 5, 9)),
        ("2016年5月9日", date(2016, 5, 9)),
    ],
)
@pytest.mark.parametrize("layout", [older, newer])
def test_a_date_is_read_in_whatever_form_and_language(layout: object, day: str, read_as: date) -> None:
    article = one(layout(day=day))  # type: ignore[operator]  # one of the two layouts
    assert (article.published, article.publication) == (read_as, "The Skerry Times")
    assert article.headline == "Lighthouse to be white again"


@pytest.mark.parametrize(
    "day", ["May 2016", "Spring 2016", "May 2016 - June 2016", "mai 2016", "No. 14, 2016"]
)
def test_a_date_without_a_day_is_told_and_neither_a_paper_nor_the_day_of_loading(day: str) -> None:
    reading = read(newer(day=day))
    (article,) = reading.articles
    assert (article.headline, article.publication) == ("Lighthouse to be white again", "The Skerry Times")
    assert article.published is None
    (problem,) = reading.problems
    assert "date" in problem.words
    assert problem.read


@pytest.mark.parametrize("headline", ["May 1, 2016: a day at sea", "9 May 2016", "Budget 2016"])
def test_a_date_in_the_headline_is_not_that_of_the_article(headline: str) -> None:
    article = one(newer(headline, "May 10, 2016 Tuesday"))
    assert (article.headline, article.published) == (headline, date(2016, 5, 10))
    assert article.publication == "The Skerry Times"


@pytest.mark.parametrize(
    "row", ["Distributed by Northern Copy Agency", "Provided by Skerry Online", "Link to Image"]
)
def test_rows_about_the_delivery_are_no_facts(row: str) -> None:
    assert one(older(above=f"\n          {row}\n")).publication == "The Skerry Times"
    assert one(newer(above=f"{row}\n\n")).headline == "Lighthouse to be white again"


def test_only_the_word_that_opens_a_byline_is_left_out() -> None:
    labels = "BYLINE: By Ida Berg;and filmed by Olaf Holm\n\n"
    assert one(older(labels=labels)).byline == "Ida Berg;and filmed by Olaf Holm"


COVER = (
    "Job Number: 17\n\nDate and Time: Tuesday, 10. May 2016 08:00:00\n\nDocuments "
    "(2)\n\n{first}Lighthouse to be white"
    " again\n\nClient/Matter: -None-\n\nSearch Terms: lighthouse\n\nSearch Type: Natural "
    "Language\n\nNarrowed by:\n\n"
    "Content Type\n\nNarrowed by\n\nNews\n\nSources: The Skerry Times\n\n{second}Boat "
    "sinks\n\nClient/Matter: -None-\n\n"
)


@pytest.mark.parametrize("numbers", [("1. ", "2. "), ("", "")])
def test_a_cover_page_is_no_part_of_the_first_article(numbers: tuple[str, str]) -> None:
    reading = read(COVER.format(first=numbers[0], second=numbers[1]) + newer() + newer("Boat sinks"))
    assert [article.headline for article in reading.articles] == [
        "Lighthouse to be white again",
        "Boat sinks",
    ]
    assert {article.publication for article in reading.articles} == {"The Skerry Times"}
    assert reading.problems == ()


def test_documents_that_the_cover_counts_and_the_export_lacks_are_told() -> None:
    reading = read(COVER.format(first="1. ", second="2. ") + newer())
    assert [problem.words for problem in reading.problems] == [
        "The export counts 2 documents; 1 are not in it."
    ]


def test_a_document_without_text_is_told() -> None:
    bare = newer().replace(BODY, "").replace(SPEECH, "")
    reading = read(newer() + bare + newer("Boat sinks"))
    assert len(reading.articles) == 2
    assert [problem.words for problem in reading.problems] == ["1 of 3 documents in the export have no text."]


GERMAN = "\n\n".join(
    f"          {n} of 2 DOCUMENTS\n\n          Skerry Bote\n\n          {n}. Juni 2016 "
    f"Mittwoch\n\nTurm {n} wird weiß\n\n"
    f"AUTOR: Ida Berg\n\nRUBRIK: LOKALES\n\nLÄNGE: 9 Wörter\n\nDer Turm {n} wird "
    f"gestrichen.\n\nUPDATE: 3. Juni 2016"
    "\n\nSPRACHE: GERMAN; DEUTSCH\n"
    for n in (1, 2)
)


def test_labels_in_another_language_are_labels() -> None:
    reading = read(GERMAN)
    assert [(a.headline, a.byline, str(a.published), a.text) for a in reading.articles] == [
        (f"Turm {n} wird weiß", "Ida Berg", f"2016-06-0{n}", f"Der Turm {n} wird gestrichen.\n")
        for n in (1, 2)
    ]


def test_what_looks_like_several_articles_and_is_read_as_one_is_told() -> None:
    unknown = GERMAN
    for word in ("AUTOR", "RUBRIK", "LÄNGE", "UPDATE", "SPRACHE"):
        unknown = unknown.replace(word, f"Q{word}")
    reading = read(unknown)
    assert len(reading.articles) == 1
    (problem,) = reading.problems
    assert "export of 2 articles" in problem.words


PROQUEST = (
    "_" * 60
    + "\n"
    + ("\n" + "_" * 60 + "\n").join(
        f"\nDocument {n} of 2\n\nTower {n} turns white\n\nAuthor: Berg, Ida; Holm, "
        f"Olaf\n\nPublication info: Skerry Times ;"
        f" Skerry [Skerry]. May {n}, 2016: A.4.\n\nLinks: https://x.example/?q={n}\n\nFull text: "
        f"{BODY}\n{{more}}{SPEECH}\n"
        f"CREDIT: Berg, Ida\nCaption: The tower at dawn.\n\nSubject: Lighthouses; Paint\n\nTitle: "
        f"Tower {n} turns white\n\n"
        f"Publication title: Skerry Times; Skerry\n\nPublication date: May {n}, 2016\n\nProQuest "
        f"document ID: {n}\n\n"
        f"Document URL: https://x.example/docview/{n}?accountid=3\n\nDatabase: Papers\n"
        for n in (1, 2)
    )
    + "\n"
    + "_" * 60
    + "\n\nContact us at: http://x.example\n"
)


@pytest.mark.parametrize("more", ["", "\nSubject: the trust has not said which white.\n\n"])
def test_proquest_is_read_by_its_labels(more: str) -> None:
    reading = read(PROQUEST.format(more=more))
    assert reading.problems == ()
    first, second = reading.articles
    assert (first.headline, second.headline) == ("Tower 1 turns white", "Tower 2 turns white")
    assert (first.byline, first.publication) == ("Ida Berg, Olaf Holm", "Skerry Times")
    assert (first.published, second.published) == (date(2016, 5, 1), date(2016, 5, 2))
    assert first.url == "https://x.example/docview/1?accountid=3"
    shown = [(p.span.of(first.text), p.kind) for p in first.paragraphs]
    assert shown[-1] == ("The tower at dawn.", ParagraphKind.CAPTION)
    assert [words for words, _ in shown[:-1] if words != more.strip()] == [BODY, SPEECH]
    assert more.strip() in first.text


def test_a_sentence_that_opens_like_a_label_right_above_the_labels_stays() -> None:
    text = PROQUEST.format(more="").replace(
        f"{SPEECH}\n", f"{SPEECH}\n\nSource: the trust would not say.\n", 1
    )
    text = text.replace("CREDIT: Berg, Ida\nCaption: The tower at dawn.\n", "", 1)
    assert read(text).articles[0].text.endswith("Source: the trust would not say.\n")


def test_proquest_with_no_more_than_an_abstract_is_told() -> None:
    text = PROQUEST.format(more="").replace("Links:", "Abstract: The tower turns white.\n\nLinks:", 1)
    at, end = text.index("Full text:"), text.index("Subject:")
    reading = read(text[:at] + text[end:])
    assert reading.articles[0].text == "The tower turns white.\n"
    assert [problem.words for problem in reading.problems] == [
        "Only the abstract of the article is in the export."
    ]


def test_factiva_speaks_other_languages() -> None:
    text = "\n\n".join(
        f"Turm {n} wird weiß\nVon Ida Berg\n1.204 Wörter\n{n} Juni 2016\nSkerry "
        f"Bote\nSKERBO\nDeutsch\n(c) 2016 Bote\n\n"
        f"Der Turm {n} wird gestrichen.\n\nDokument SKERBO0020160601ec610000{n}\n"
        for n in (1, 2)
    )
    assert [(a.headline, a.byline, a.publication, str(a.published)) for a in read(text).articles] == [
        (f"Turm {n} wird weiß", "Ida Berg", "Skerry Bote", f"2016-06-0{n}") for n in (1, 2)
    ]
