"""What any library must do, whatever stands behind the door."""

import threading
from pathlib import Path

import pytest

from tui.library.ports.library import Library
from tui.model.article import ArticleId
from tui.model.listing import Order
from tui.model.provenance import Fact, FactSource
from tui.model.relation import ReasonKind
from tui.model.verdict import Grade

NOWHERE = ArticleId("0" * 16)


def titles(library: Library, order: Order, start: int = 0, limit: int = 10) -> list[str]:
    return [row.title.split(" want")[0] for row in library.rows(order, start, limit)]


def named(library: Library, title: str) -> ArticleId:
    return next(r.article for r in library.rows(Order.NEWEST, 0, 10) if r.title.startswith(title))


def test_it_counts_what_it_holds(library: Library) -> None:
    counts = library.counts()
    assert (counts.articles, counts.quotations, counts.people) == (3, 4, 3)


def test_what_is_typed_may_begin_a_name(library: Library) -> None:
    assert [(one.name, one.articles) for one in library.names_like("lee")] == [("Ann Lee", 2)]
    assert [one.name for one in library.names_like("har cou")] == ["Harbour Council"]
    assert len(library.names_like("o", limit=2)) == 2
    assert next(one.name for one in library.names_like("an")) == "Ann Lee"
    assert library.names_like("  ") == []
    assert library.names_like("harbour street") == []


def test_a_row_has_the_facts_that_the_list_shows(library: Library) -> None:
    row = library.rows(Order.NEWEST, 0, 1)[0]
    assert (row.title, row.titled, row.publication, str(row.published)) == (
        "Harbour plan agreed",
        True,
        "Harbour Gazette",
        "2015-03-14",
    )
    assert (row.minutes, row.quotations, row.read, row.starred) == (1, 2, False, False)
    assert row.path.endswith("quay.md")


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.NEWEST, ["Harbour plan agreed", "No money for the tram", "Residents of Harbour Street"]),
        (Order.OLDEST, ["No money for the tram", "Harbour plan agreed", "Residents of Harbour Street"]),
        (Order.HEADLINE, ["Harbour plan agreed", "No money for the tram", "Residents of Harbour Street"]),
        (Order.PUBLICATION, ["No money for the tram", "Harbour plan agreed", "Residents of Harbour Street"]),
        (Order.QUOTATIONS, ["Harbour plan agreed", "No money for the tram", "Residents of Harbour Street"]),
    ],
)
def test_every_order_puts_the_rows_as_it_says(library: Library, order: Order, expected: list[str]) -> None:
    assert titles(library, order) == expected


@pytest.mark.parametrize("order", Order)
def test_pages_fit_together_and_positions_agree(library: Library, order: Order) -> None:
    whole = library.rows(order, 0, 10)
    for start in range(4):
        for limit in range(4):
            assert list(library.rows(order, start, limit)) == list(whole[start : start + limit])
    assert [library.position(row.article, order) for row in whole] == [0, 1, 2]
    assert library.rows(order, 3, 10) == ()


@pytest.mark.parametrize("order", Order)
def test_every_row_comes_once(library: Library, order: Order) -> None:
    assert list(library.every(order)) == list(library.rows(order, 0, 10))


def test_what_is_not_here_is_none(library: Library) -> None:
    assert library.cutting(NOWHERE) is None
    assert library.position(NOWHERE, Order.NEWEST) is None
    assert list(library.related(NOWHERE)) == []
    assert list(library.said_by("Nobody At All")) == []


def test_a_cutting_has_its_text_and_all_that_was_found_in_it(library: Library) -> None:
    row = library.rows(Order.NEWEST, 0, 1)[0]
    cutting = library.cutting(row.article)
    assert cutting is not None
    assert cutting.article.id == row.article
    assert cutting.article.path == row.path
    assert [q.speaker for q in cutting.spoken] == ["Ann Lee", "John Cole"]
    for mention in cutting.mentions:
        assert cutting.entity(mention.entity) is not None


def test_everything_a_speaker_said_comes_newest_first_with_the_role(library: Library) -> None:
    said = library.said_by("Ann Lee")
    assert [s.title for s in said] == ["Harbour plan agreed", "No money for the tram"]
    assert all("leader" in s.role for s in said)
    assert len(library.said_by("Ann Lee", limit=1)) == 1


def test_a_misspelt_half_remembered_quotation_is_found_and_lit(library: Library) -> None:
    hits = library.search("hart of the stret")
    assert hits.total == 4
    said = hits.hits[0].said
    assert said.quotation.speaker == "Mary Holt"
    assert "heart" in {span.of(said.words) for span in hits.hits[0].highlights}


def test_an_empty_search_gives_the_newest_quotations(library: Library) -> None:
    hits = library.search("", limit=2)
    assert [hit.said.title for hit in hits.hits] == ["Harbour plan agreed"] * 2
    assert [hit.said.number for hit in hits.hits] == [0, 1]
    assert hits.matching == 4


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("in:mail", {"No money for the tram"}),
        ("after:2015", {"Harbour plan agreed"}),
        ("before:2015", {"No money for the tram"}),
        ("@lee tram", {"No money for the tram"}),
        ("is:starred", set()),
        ("is:partial", set()),
        ("is:direct in:gazette", {"Harbour plan agreed"}),
        ("in:nowhere", set()),
    ],
)
def test_filters_narrow_the_search(library: Library, query: str, titles: set[str]) -> None:
    assert {hit.said.title for hit in library.search(query).hits} == titles


@pytest.mark.parametrize(
    "query", ['"', "NEAR(", "*", "col:", "'; DROP TABLE article; --", "in:", "\x00", "a" * 5000]
)
def test_no_query_raises(library: Library, query: str) -> None:
    library.search(query)
    library.search(query, exact=True)
    assert library.counts().articles == 3


def test_related_articles_come_with_reasons(library: Library) -> None:
    relations = library.related(named(library, "Harbour plan"))
    assert relations[0].article == named(library, "No money")
    assert ReasonKind.PEOPLE in {reason.kind for reason in relations[0].reasons}


def test_the_ingest_report_tells_of_each_article_what_was_found_and_what_was_guessed(
    library: Library,
) -> None:
    told = {Path(one.path).name: one for one in library.ingest(0, 10)}
    quay = told["quay.md"]
    assert (quay.title, quay.publication, quay.titled) == ("Harbour plan agreed", "Harbour Gazette", True)
    assert quay.provenance == (
        FactSource(Fact.FORMAT, "Markdown"),
        FactSource(Fact.HEADLINE, "the front matter"),
        FactSource(Fact.PUBLICATION, "the front matter"),
        FactSource(Fact.DATE, "the front matter"),
    )
    assert told["undated.txt"].provenance == (FactSource(Fact.FORMAT, "plain text"),)
    cutting = library.cutting(quay.article)
    assert cutting is not None
    assert cutting.article.provenance == quay.provenance
    assert [*library.ingest(0, 2), *library.ingest(2, 2)] == [*library.ingest(0, 9)]


def test_the_report_is_summed_up_fact_by_fact(library: Library) -> None:
    assert library.ingest_totals()[:3] == [
        (FactSource(Fact.FORMAT, "Markdown"), 2),
        (FactSource(Fact.FORMAT, "plain text"), 1),
        (FactSource(Fact.HEADLINE, "the front matter"), 2),
    ]


def test_marks_are_shown_and_order_the_list(library: Library) -> None:
    newest = library.rows(Order.NEWEST, 0, 1)[0].article
    library.set_read(newest, True)
    library.set_starred(newest, True)
    last = library.rows(Order.UNREAD, 2, 1)[0]
    assert (last.article, last.read, last.starred) == (newest, True, True)
    assert [h.said.article for h in library.search("is:starred").hits] == [newest, newest]
    library.set_read(newest, False)
    assert library.position(newest, Order.UNREAD) == 0


def test_it_may_be_asked_from_many_threads_at_once(library: Library) -> None:
    failures: list[BaseException] = []

    def ask() -> None:
        try:
            for row in library.rows(Order.NEWEST, 0, 10):
                assert library.cutting(row.article) is not None
                library.set_read(row.article, True)
                library.search("harbour")
                library.related(row.article)
        except BaseException as failure:
            failures.append(failure)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_a_second_update_finds_nothing_to_do(library: Library) -> None:
    assert list(library.update()) == [(0, 0)]


def test_there_are_no_problems_with_sound_files(library: Library) -> None:
    assert list(library.problems()) == []


@pytest.mark.parametrize(
    ("words", "speaker", "grade", "honest"),
    [
        ("There is no money for a tram in this town.", "Ann Lee", Grade.VERBATIM, True),
        ("there is no money for a tram", None, Grade.TRIMMED, True),
        ("there is money for a tram", "lee", Grade.TRIMMED, False),
        ("There is no money for a train in this town", None, Grade.ALTERED, False),
        ("There is no money for a tram in this town", "John Cole", Grade.SOMEBODY_ELSE, False),
        ("want the market back", None, Grade.VERBATIM, False),
        ("want the market back", "Mary Holt", Grade.SOMEBODY_ELSE, False),
        ("Residents of Harbour Street want the market back, and they have told", None, Grade.VERBATIM, False),
        ("the ferry sails at nine", None, Grade.ABSENT, False),
        ("“…”", None, Grade.ABSENT, False),
    ],
)
def test_words_are_verified(
    library: Library, words: str, speaker: str | None, grade: Grade, honest: bool
) -> None:
    verdict = library.verify(words, speaker)
    assert (verdict.grade, verdict.honest) == (grade, honest)
    assert bool(verdict.occurrences) is (grade is not Grade.ABSENT)


def test_a_sound_library_has_no_troubles_and_nothing_unread(library: Library) -> None:
    assert list(library.troubles()) == []
    assert library.not_read() == 0


def test_a_shown_path_leads_to_its_articles(library: Library) -> None:
    row = library.rows(Order.NEWEST, 0, 1)[0]
    assert library.source_at(row.path) == library.source(row.article)
    assert list(library.articles_in(row.path)) == [row.article]
    assert library.within(row.path).endswith("quay.md")
    assert library.source_at("nowhere.txt") is None
    assert library.source(NOWHERE) is None
    assert list(library.articles_in("nowhere.txt")) == []
