"""What the lists of any library must do: narrowed, grouped, and with what the reader wrote."""

from datetime import date

import pytest

from tui.library.ports.library import Library
from tui.library.ports.lists import Listing
from tui.model.article import ArticleId
from tui.model.listing import Filter, Grouping, Order
from tui.model.mark import Mark

NOWHERE = ArticleId("0" * 16)


def whole(library: Library, order: Order = Order.NEWEST, by: Grouping = Grouping.NONE) -> Listing:
    return library.listing(order, by=by)


def listed(library: Library, only: Filter, order: Order = Order.NEWEST) -> list[str]:
    listing = library.listing(order, only)
    rows = listing.rows(0, 10)
    assert listing.total == len(rows)
    assert [listing.position(row.article) for row in rows] == list(range(len(rows)))
    return [row.title.split()[0] for row in rows]


@pytest.mark.parametrize("order", Order)
def test_a_listing_without_a_filter_is_the_whole_list(library: Library, order: Order) -> None:
    listing = whole(library, order)
    assert listing.total == 3
    assert list(listing.rows(0, 10)) == list(library.rows(order, 0, 10))
    assert list(listing.rows(1, 1)) == list(library.rows(order, 1, 1))
    assert [listing.position(row.article) for row in listing.rows(0, 10)] == [0, 1, 2]
    assert listing.position(NOWHERE) is None
    assert listing.groups == ()


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (Filter(words=("harb",)), ["Harbour", "No", "Residents"]),
        (Filter(words=("plan",)), ["Harbour"]),
        (Filter(words=("gazette",)), ["Harbour"]),
        (Filter(words=("holt", "street")), ["Residents"]),
        (Filter(words=("arbour",)), []),
        (Filter(words=("!",)), ["Harbour", "No", "Residents"]),
        (Filter(phrases=("no money",)), ["No"]),
        (Filter(phrases=("money no",)), []),
        (Filter(without=("tram",)), ["Harbour", "Residents"]),
        (Filter(without=("harbour plan", "residents")), ["No"]),
        (Filter(speaker="lee"), ["Harbour", "No"]),
        (Filter(speaker="ann le", words=("tram",)), ["No"]),
        (Filter(speaker="dockers"), []),
        (Filter(publication="mail"), ["No"]),
        (Filter(after=date(2014, 6, 1)), ["Harbour"]),
        (Filter(before=date(2014, 6, 1)), ["No"]),
        (Filter(after=date(2014, 1, 2), before=date(2015, 3, 14)), ["No"]),
        (Filter(flags=frozenset({"starred"})), []),
        (Filter(flags=frozenset({"unread"}), words=("tram",)), ["No"]),
    ],
)
def test_a_filter_lets_through_what_fits_every_part(
    library: Library, only: Filter, expected: list[str]
) -> None:
    assert listed(library, only) == expected
    assert sorted(listed(library, only, Order.OLDEST)) == sorted(expected)


def test_what_the_reader_wrote_is_shown_and_found(library: Library) -> None:
    quay, tram, market = (row.article for row in library.rows(Order.NEWEST, 0, 3))
    library.set_tags(quay, ["Budget", "#quay,", "budget"])
    library.set_tags(tram, ["budget-2014"])
    library.set_note(tram, "  Ask Müller\nabout the rails ")
    library.set_starred(market, True)
    row = library.row(tram)
    assert row is not None
    assert (row.tags, row.note) == (("budget-2014",), "Ask Müller\nabout the rails")
    assert library.mark(quay) == Mark(quay, tags=("budget", "quay"))
    assert list(library.tags()) == ["budget", "budget-2014", "quay"]
    assert listed(library, Filter(tags=("budget",))) == ["Harbour"]
    assert listed(library, Filter(tags=("bud",))) == ["Harbour", "No"]
    assert listed(library, Filter(notes=("muller rail",))) == ["No"]
    assert listed(library, Filter(words=("rails", "tram"))) == ["No"]
    assert listed(library, Filter(phrases=("the rails",))) == ["No"]
    assert listed(library, Filter(without=("rails",))) == ["Harbour", "Residents"]
    assert listed(library, Filter(flags=frozenset({"tagged"}))) == ["Harbour", "No"]
    assert listed(library, Filter(flags=frozenset({"noted"}))) == ["No"]
    assert listed(library, Filter(flags=frozenset({"starred"}))) == ["Residents"]
    library.set_note(tram, "")
    library.set_tags(tram, [])
    assert library.mark(tram) == Mark(tram)
    assert listed(library, Filter(notes=("rails",))) == []


def test_what_is_read_does_not_move_under_the_readers_eyes(library: Library) -> None:
    unread = library.listing(Order.UNREAD, Filter(flags=frozenset({"unread"})))
    first, second, _ = unread.rows(0, 3)
    library.set_read(first.article, True)
    assert unread.rows(0, 1)[0] == first._replace(read=True)
    assert unread.position(second.article) == 1
    assert listed(library, Filter(flags=frozenset({"unread"}))) == ["No", "Residents"]


@pytest.mark.parametrize(
    ("order", "by", "groups"),
    [
        (Order.NEWEST, Grouping.MONTH, [("March 2015", 1), ("January 2014", 1), ("undated", 1)]),
        (Order.NEWEST, Grouping.YEAR, [("2015", 1), ("2014", 1), ("undated", 1)]),
        (Order.OLDEST, Grouping.YEAR, [("2014", 1), ("2015", 1), ("undated", 1)]),
        (
            Order.PUBLICATION,
            Grouping.PUBLICATION,
            [("Evening Mail", 1), ("Harbour Gazette", 1), ("source not given", 1)],
        ),
    ],
)
def test_the_list_stands_under_heads(
    library: Library, order: Order, by: Grouping, groups: list[tuple[str, int]]
) -> None:
    assert list(whole(library, order, by).groups) == groups
    some = library.listing(order, Filter(without=("tram",)), by)
    assert list(some.groups) == [
        group for group in groups if group[0] not in ("2014", "January 2014", "Evening Mail")
    ]
    assert library.listing(order, Filter(words=("nothing",)), by).groups == ()


@pytest.mark.parametrize(
    "line", ['"', "NEAR(", "*", "a AND", "'; DROP TABLE article; --", "\x00", "{names}:", "^"]
)
def test_no_word_of_a_filter_raises(line: str, library: Library) -> None:
    library.listing(Order.NEWEST, Filter((line,), (line,), (line,), line, line, tags=(line,), notes=(line,)))
    assert library.counts().articles == 3


def test_how_the_list_was_left_is_remembered(library: Library) -> None:
    assert library.arranged() == (Order.NEWEST, Grouping.NONE)
    library.set_arranged(Order.PUBLICATION, Grouping.PUBLICATION)
    assert library.arranged() == (Order.PUBLICATION, Grouping.PUBLICATION)
