"""How reading grows with a text made to be slow: for 4 times as much, 8 times as long will do, 16 will not.

The tests count the same in steps of Python (tests/support/work.py). What a regular expression does in one
step only a clock can tell, on a machine that does nothing else meanwhile.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from bench.figure import Figure
from tui.extract.annotate import annotate
from tui.library.formats.html import read_html
from tui.library.formats.publication_guess import publication_in
from tui.library.formats.registry import read_bytes
from tui.library.formats.text import read_text

TIMES, BAR = 4, 8.0
ROUNDS = 3
LEAST = 0.005
"""Seconds that are not told apart from none."""

TEXTS = ("A", "A ", "The ", "told ", "told the ", " ", "A\n", "Daily ")
PAGES = ("<div>", "<p>a ", "<!--", "<![CDATA[", "<a href='", "&#27;", "</div>", "<script>", '<p title="', "<")
BLOCKS = ("<form>", "<div class=byline>", "<h1>a", "<blockquote>", "<time>1 May 2020</time>")
FACTS = ('"', "/*", '"\\', '{"a":', '"  ', '"a" ', "[", "}")
FEEDS = ("<item>", "<item/>", "&#27;", "<![CDATA[x]]>", "<a b='c'/>", "<br>")
EXPORTS = (
    "1 of 2 DOCUMENTS\n",
    "End of Document\nBody\n",
    "LENGTH: 3 words\n",
    "3 words\n",
    "HD x\nLP\n",
    "AN\n",
)
QUOTED = ('"a" ', "“a ", "‘a ", "’", "and said ", "( said “x” ", "“It,” he said. ", "“It runs on.\n\n")


def _guess(piece: str, pieces: int) -> None:
    publication_in(piece * pieces)


def _page(piece: str, pieces: int) -> None:
    read_html("a.html", ("<p>The council has agreed a plan.</p>" + piece * pieces).encode())


def _facts(piece: str, pieces: int) -> None:
    _page(f'<script type="application/ld+json">{piece * pieces}</script>', 1)


def _feed(piece: str, pieces: int) -> None:
    feed = f"<rss><item><description>{piece * pieces}</description></item></rss>"
    read_bytes("a", feed.encode(), ".rss")


def _export(piece: str, pieces: int) -> None:
    opening = "1 of 2 DOCUMENTS\nLENGTH: 3 words\n\nDocument GAZ0000020150314\n3 words\n"
    read_bytes("a", (opening + "End of Document\nBody\n" + piece * pieces).encode(), ".txt")


def _annotation(piece: str, pieces: int) -> None:
    annotate(read_text("a.txt", piece * pieces).articles[0])


WORK: tuple[tuple[str, Callable[[str, int], None], tuple[str, ...], int], ...] = (
    ("title of the newspaper", _guess, TEXTS, 10_000),
    ("web page", _page, PAGES + BLOCKS, 5_000),
    ("data in a web page", _facts, FACTS, 5_000),
    ("feed", _feed, FEEDS, 5_000),
    ("export", _export, EXPORTS, 2_500),
    ("annotate", _annotation, QUOTED, 750),
)


def main() -> None:
    """Print how many times as long `TIMES` as much takes, for each kind of text."""
    for what, work, pieces, size in WORK:
        for piece in pieces:
            small, large = (_seconds(partial(work, piece, much)) for much in (size, TIMES * size))
            growth = max(large, LEAST) / max(small, LEAST)
            print(Figure(f"{what}, {TIMES} times as many {piece!r}", growth, "times", BAR))


def _seconds(work: Callable[[], None]) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


if __name__ == "__main__":
    main()
