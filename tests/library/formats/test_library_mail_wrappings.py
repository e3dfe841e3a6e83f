"""What a mail puts around an article is no part of it. All made up."""

from __future__ import annotations

from datetime import date

import pytest

from tui.library.formats.registry import read_bytes
from tui.model.article import Article

BODY = "The lighthouse will be painted in spring, the trust has decided."
SPEECH = "“It has been grey for too long,” said its keeper, Nora Falk."
HEAD = "From: Olaf Holm <olaf@x.example>\nDate: Tue, 16 May 2023 10:00:00 +0000\n"


def read(text: str) -> tuple[Article, ...]:
    return read_bytes("a.eml", text.encode(), ".eml").articles


INNER = "From: Skerry Times <news@x.example>\n{day}\nSubject: Tower to be white\nTo: Olaf"


@pytest.mark.parametrize(
    ("sign", "day"),
    [
        ("---------- Forwarded message ---------", "Date: Mon, 9 May 2016 at 06:00"),
        ("Begin forwarded message:\n", "Date: 9 May 2016 at 06:00:00 BST"),
        ("-----Original Message-----", "Sent: Monday, May 9, 2016 6:00 AM"),
        ("", "Sent: Monday, May 9, 2016 6:00 AM"),
    ],
)
@pytest.mark.parametrize("quoted", ["", "> "])
def test_a_forward_is_the_article_that_it_brings(sign: str, day: str, quoted: str) -> None:
    words = f"{quoted}{BODY}\n{quoted}\n{quoted}{SPEECH}"
    (article,) = read(
        f"{HEAD}Subject: Fwd: Tower to be white\n\nFor you.\n\n{sign}\n{INNER.format(day=day)}\n\n{words}\n"
    )
    assert (article.headline, article.byline) == ("Tower to be white", "Skerry Times")
    assert article.published == date(2016, 5, 9)
    assert [p.span.of(article.text) for p in article.paragraphs] == ["For you.", BODY, SPEECH]


def test_words_between_two_forwards_stay() -> None:
    first = f"-----Original Message-----\n{INNER.format(day='Sent: May 10, 2016')}\n\nI say yes.\n\n"
    second = f"-----Original Message-----\n{INNER.format(day='Sent: May 9, 2016')}\n\n{BODY}\n"
    (article,) = read(f"{HEAD}Subject: FW: Tower\n\n{first}{second}")
    assert "I say yes." in article.text
    assert BODY in article.text
    assert "Sent:" not in article.text


def test_messages_that_are_attached_are_articles() -> None:
    inner = "".join(
        f"--b\nContent-Type: message/rfc822\n\nFrom: Skerry Times <n@x.example>\nSubject: Tower "
        f"{n}\n\n{BODY}\n"
        for n in (1, 2)
    )
    found = read(
        f"{HEAD}Subject: look\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nfyi\n{inner}--b--\n"
    )
    assert [(a.headline, a.byline) for a in found] == [
        ("Tower 1", "Skerry Times"),
        ("Tower 2", "Skerry Times"),
    ]


@pytest.mark.parametrize(
    ("subject", "read_as"),
    [
        ("=?utf-8?Q?Tower?= =?utf-8?Q?white?=", "Tower white"),
        ("=?utf-8?Q?T=C3=B6wer_?=\n =?utf-8?Q?white?=", "Töwer white"),
        ("Tower\n white", "Tower white"),
        ("Tower =?utf-8?B?d2hpdGU=?= again", "Tower white again"),
        (
            "=?utf-8?Q?A_long_subject_that_a_program_has_broken_in_the_midd?=\n =?utf-8?Q?le?=",
            "A long subject that a program has broken in the middle",
        ),
        ("Fwd: Tower white", "Tower white"),
        ("Re: Tower: white", "Tower: white"),
    ],
)
def test_a_subject_keeps_its_blanks(subject: str, read_as: str) -> None:
    assert read(f"{HEAD}Subject: {subject}\n\n{BODY}\n")[0].headline == read_as


@pytest.mark.parametrize(
    "row",
    [
        "View this email in your browser <https://x.example/view>",
        "Unsubscribe <https://x.example/u>",
        "https://x.example/" + "a" * 100,
        "You're receiving this because you signed up.",
        "** Tower to be white",
    ],
)
def test_rows_of_a_newsletter_are_left_out(row: str) -> None:
    (article,) = read(f"{HEAD}Subject: Tower to be white\n\n{row}\n\n{BODY}\n\n{SPEECH}\n")
    assert [p.span.of(article.text) for p in article.paragraphs] == [BODY, SPEECH]


@pytest.mark.parametrize(
    "address", ["(https://x.example/a?b=c)", "<https://x.example/a>", "[https://x.example/a]"]
)
def test_addresses_among_the_words_are_left_out(address: str) -> None:
    (article,) = read(f"{HEAD}Subject: Tower\n\nThe keeper, Nora Falk {address}, said so.\n")
    assert article.text.strip() == "The keeper, Nora Falk, said so."


def test_a_plain_part_that_only_points_to_the_page_is_not_the_article() -> None:
    parts = (
        f"--b\nContent-Type: text/plain\n\nPlease use HTML.\n--b\nContent-Type: text/html\n\n"
        f"<p>{BODY}</p><p>{SPEECH}</p>\n--b--\n"
    )
    (article,) = read(f"{HEAD}Subject: Tower\nContent-Type: multipart/alternative; boundary=b\n\n{parts}")
    assert article.text == f"{BODY}\n\n{SPEECH}\n"


@pytest.mark.parametrize("year", [1066, 1599, 3016])
def test_a_year_that_cannot_be_is_told_and_no_date(year: int) -> None:
    reading = read_bytes(
        "a.eml", f"Subject: Tower\nDate: Mon, 9 May {year:04} 10:00:00 +0000\n\n{BODY}\n".encode(), ".eml"
    )
    assert reading.articles[0].published is None
    assert [problem.read for problem in reading.problems] == [True]
