"""What quick search costs and how well it finds, at 100,000 quotations.

python -m bench.quick_search [ROWS]    ROWS: lines of a quotation, a tab and its speaker, gzipped or not
                                       (without them 100,000 rows are made of made-up words)
`build(rows).search(query, k)` is there for other measures to use.
"""

from __future__ import annotations

import gzip
import mmap
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import nan
from pathlib import Path
from resource import getpagesize

from bench.figure import Figure
from tui.search import Engine
from tui.search.normalisation import folded_words

Row = tuple[str, str]

ROWS, ADDED = 100_000, 1_000
VOCABULARY, LENGTHS = 60_000, range(12, 40)
QUERIES, TYPED, SHOWN = 1_000, 60, 10
LETTERS = "abcdefghilmnoprstuwy"


class Search:
    """An engine by the names that measures use."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.engine = Engine.of(rows)

    def search(self, query: str, limit: int) -> list[int]:
        """The numbers of the best rows."""
        return [row for row, _ in self.engine.look(query, limit).rows]


def build(rows: Sequence[Row]) -> Search:
    """Index the rows."""
    return Search(rows)


def main() -> None:
    """Print every figure beside its bar."""
    if sys.argv[1:2] == ["--load"]:
        print(loaded(Path(sys.argv[2])))
        return
    rng = random.Random(7)
    rows = list(read(Path(sys.argv[1]))) if sys.argv[1:] else made(rng)
    print(f"{len(rows):,} quotations{'' if sys.argv[1:] else ' of made-up words'}")
    start = time.process_time()
    search = build(rows)
    print(Figure("built", time.process_time() - start, "s", 8))
    print_stored(search.engine)
    start = time.process_time()
    search.engine.with_rows(rows[:ADDED])
    print(Figure(f"{ADDED:,} quotations added", time.process_time() - start, "s", 0.5))
    print_found(search, rows, rng)


def print_stored(engine: Engine) -> None:
    """What it costs to load the engine, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "index")
        path.write_bytes(engine.dump())
        command = [sys.executable, "-m", "bench.quick_search", "--load", str(path)]
        run = subprocess.run(command, capture_output=True, text=True, check=True)
    milliseconds, megabytes = map(float, run.stdout.split())
    print(Figure("loaded", milliseconds, "ms", 50))
    print(Figure("memory more after loading", megabytes, "MB", 20))


def loaded(path: Path) -> str:
    """Milliseconds and megabytes that loading takes."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        before, start = resident(), time.process_time()
        engine = Engine.load(memoryview(mapped))
        took, more = time.process_time() - start, resident() - before
        del engine
    return f"{1000 * took} {more}"


def resident() -> float:
    """Megabytes of memory that this process occupies; not a number where Linux does not tell."""
    told = Path("/proc/self/statm")
    return int(told.read_text().split()[1]) * getpagesize() / (1 << 20) if told.exists() else nan


def print_found(search: Search, rows: Sequence[Row], rng: random.Random) -> None:
    """How well half-remembered words find their quotation, and what every key of typing them costs."""
    ranks, keys = [], []
    for number in range(QUERIES):
        target = rng.randrange(len(rows))
        line, meant = remembered(rng, rows[target])
        found = search.search(line, SHOWN)
        right = (place for place, row in enumerate(found, 1) if meant <= {*folded_words(" ".join(rows[row]))})
        place = next(right, 0)
        ranks.append(1 / place if place else 0.0)
        keys += list(typing(search, line)) if number < TYPED else []
    keys.sort()
    print(Figure(f"mean reciprocal rank of {QUERIES:,} queries", sum(ranks) / len(ranks), "", 0.985, True))
    print(Figure(f"a key, 95th of 100 (of {len(keys):,} typed)", keys[int(0.95 * len(keys))], "ms", 8))
    print(Figure("a key, 99th of 100", keys[int(0.99 * len(keys))], "ms", 16))


def typing(search: Search, line: str) -> Iterator[float]:
    """Milliseconds of the processor for every key of a line."""
    for end in range(1, len(line) + 1):
        start = time.process_time()
        search.search(line[:end], SHOWN)
        yield 1000 * (time.process_time() - start)


def remembered(rng: random.Random, row: Row) -> tuple[str, set[str]]:
    """Three words of a quotation, and perhaps its speaker's last, in any order with one typing error."""
    said, speaker = folded_words(row[0]), folded_words(row[1])
    long = sorted({word for word in said if len(word) > 3 and word.isalpha()}) or said
    meant = rng.sample(long, min(3, len(long))) + speaker[-1:] * rng.randint(0, 1)
    typed = meant[:]
    rng.shuffle(typed)
    number = rng.randrange(len(typed))
    typed[number] = mistyped(rng, typed[number])
    return " ".join(typed), set(meant)


def mistyped(rng: random.Random, word: str) -> str:
    """The word with a letter behind the first wrong, missing, too many, or swapped with the next."""
    if len(word) < 4:
        return word
    place = rng.randrange(1, len(word) - 1)
    head, letter, tail = word[:place], word[place], word[place + 1 :]
    other = rng.choice(LETTERS)
    return rng.choice(
        [head + other + tail, head + tail, head + other + letter + tail, head + tail[0] + letter + tail[1:]]
    )


def made(rng: random.Random) -> list[Row]:
    """Rows of made-up words, as frequent as Zipf's law has it."""
    syllables = [
        one + two for one in "bcdfghlmnprstvw" for two in ("a", "e", "i", "o", "u", "en", "ar", "is")
    ]
    words = ["".join(rng.choices(syllables, k=rng.choice((1, 2, 3, 4, 4)))) for _ in range(VOCABULARY)]
    shares = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))
    people = [
        f"{one} {two}".title() for one, two in zip(words[2_000:8_000], words[9_000:15_000], strict=True)
    ]
    return [
        (" ".join(rng.choices(words, cum_weights=shares, k=rng.choice(LENGTHS))), rng.choice(people))
        for _ in range(ROWS)
    ]


def read(path: Path) -> Iterator[Row]:
    """The rows of a file."""
    with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
        for line in lines:
            said, _, speaker = line.decode("utf-8").rstrip("\n").partition("\t")
            yield said, speaker


if __name__ == "__main__":
    main()
