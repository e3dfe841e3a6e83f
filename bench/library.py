"""What a library costs: indexing it, opening it, and every question that a screen asks.

python -m bench.library [FOLDER]    without a folder, ARTICLES made-up ones from the paragraphs of the seeds
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from statistics import median

from bench.figure import Figure
from tui.app_paths import cache_home, shipped
from tui.library.service.folder_library import FolderLibrary, open_library
from tui.model.article import ArticleId
from tui.model.listing import Order
from tui.search.filter_line import filter_of

ARTICLES = 1_000
ASKED = 60
"""How often each question is asked."""
CORRECTED = 8
"""Articles in which a speaker is put right."""
QUERIES = (
    "m",
    "ma",
    "mayor",
    "mayor d",
    "preequisite",
    "osbrone door",
    "@smith",
    "in:echo deal",
    '"a deal"',
    "",
)
FILTERS = (
    "ma",
    "mayor",
    "mayor -deal",
    "@smith",
    "in:echo unread",
    "after:2015",
    "unread",
    '"metro mayor"',
    "#tag",
)


def main() -> None:
    """Everything is made in a directory that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="cuttings-bench-") as own:
        for variable in ("XDG_CACHE_HOME", "XDG_DATA_HOME"):
            os.environ[variable] = str(Path(own) / variable)
        folder = Path(sys.argv[1]) if sys.argv[1:] else _made_up(Path(own) / "press")
        for figure in [*_indexing(folder), *_opening(folder), *_asking(folder)]:
            print(figure)


def _made_up(folder: Path) -> Path:
    """Articles of eight to sixteen paragraphs drawn from the seeds, each with a line of its own."""
    draw = random.Random(1)
    files = sorted(shipped("seeds").glob("*.txt"))
    paragraphs = [line for file in files for line in file.read_text("utf-8").splitlines() if line.strip()]
    folder.mkdir()
    for number in range(ARTICLES):
        chosen = draw.sample(paragraphs, draw.randrange(8, 16))
        day = f"20{draw.randrange(10, 26)}-{draw.randrange(1, 13):02}-{draw.randrange(1, 28):02}"
        words = "\n\n".join([*chosen, f"This is report number {number} from the town."])
        (folder / f"{number:05}.md").write_text(f"---\npublished: {day}\n---\n{words}\n", "utf-8")
    return folder


def _indexing(folder: Path) -> Iterable[Figure]:
    library = open_library([folder])
    seconds = _seconds(lambda: _exhaust(library))
    articles = library.counts().articles
    yield Figure(f"articles indexed a second, of {articles:,}", articles / seconds, "", 150, at_least=True)
    again = _seconds(lambda: _exhaust(library))
    library.close()
    yield Figure("looking for changes, for 100,000 articles", again * 100_000 / articles, "s", 5)
    text = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    kept = sum(path.stat().st_size for path in cache_home().iterdir())
    yield Figure("the index, in sizes of the text", kept / text, "", 2.5)


def _exhaust(library: FolderLibrary) -> None:
    for _ in library.update():
        pass


def _opening(folder: Path) -> Iterable[Figure]:
    def opened() -> None:
        library = open_library([folder])
        library.cutting(library.rows(Order.NEWEST, 0, 50)[0].article)
        library.close()

    yield Figure("opening it, a page of the list and an article", 1000 * _median(opened), "ms", 20)


def _asking(folder: Path) -> Iterable[Figure]:
    library = open_library([folder])
    draw = random.Random(2)
    size = library.counts().articles
    starts = [draw.randrange(size) for _ in range(ASKED)]
    ids = [library.rows(Order.NEWEST, start, 1)[0].article for start in starts]
    library.search("")
    questions: dict[str, tuple[list[Callable[[], object]], float]] = {
        "a page of the list": ([partial(library.rows, Order.UNREAD, s, 50) for s in starts], 5),
        "the place of an article in the list": ([partial(library.position, i, Order.NEWEST) for i in ids], 5),
        "opening an article": ([partial(library.cutting, i) for i in ids], 20),
        "its related articles": ([partial(library.related, i) for i in ids], 20),
        "a quick search with fifty hits": ([partial(library.search, q) for q in QUERIES * 6], 50),
        "a list narrowed by a filter line": ([partial(_narrowed, library, f) for f in FILTERS * 6], 50),
        "marking an article": ([partial(library.set_read, i, True) for i in ids], 16),
    }
    for what, (calls, bar) in questions.items():
        times = sorted(_seconds(call) for call in calls)
        yield Figure(f"{what} (p95)", 1000 * times[int(0.95 * len(times))], "ms", bar)
    times = sorted(
        _seconds(partial(library.search, "@pike")) for i in ids[:CORRECTED] if _corrected(library, i)
    )
    yield Figure("a search for who was just put right (slowest)", 1000 * times[-1], "ms", 500)
    library.close()


def _corrected(library: FolderLibrary, article: ArticleId) -> bool:
    library.correct(article, 0, "Rosa Pike", None)
    return True


def _narrowed(library: FolderLibrary, line: str) -> None:
    library.listing(Order.NEWEST, filter_of(line).only).rows(0, 50)


def _median(call: Callable[[], object]) -> float:
    return median(_seconds(call) for _ in range(15))


def _seconds(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
