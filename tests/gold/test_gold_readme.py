"""What the page on the gold set says, held to the truth."""

from __future__ import annotations

import re
import tomllib

from bench.gold.annotation import gold_article, read_gold
from bench.gold.score import Figure
from bench.gold.sets import GOLD, ROOT, SETS

PAGE = (GOLD / "README.md").read_text("utf-8")
TEXT = """Ferry “to sail again”

“We are glad of it,” said Ann Orme. “The Swan sails as ever.” Mr Orme called it “late”.

A clerk at Tarn Council read a letter to Ms Orme from the Monday Club, which wants a “metro mayor” for Tarn.

Families saw Ann and Ben Orme pass a sign: “Wet paint.” The residents had to laugh.
"""


def test_it_names_only_what_is_there() -> None:
    named = re.findall(r"`((?:tui|tests)/[\w./-]*)`", PAGE)
    links = re.findall(r"\]\((?!https?:|#)([^)]+)\)", PAGE)
    assert links
    assert [path for path in named if not (ROOT / path).exists()] == []
    assert [target for target in links if not (GOLD / target).exists()] == []


def test_it_counts_the_articles() -> None:
    assert f"{len(read_gold(*SETS['invented']))} invented articles" in PAGE


def test_it_explains_every_figure() -> None:
    assert [f for f in Figure if f"| `{f.split('_')[0]}` |" not in PAGE] == []


def test_its_example_can_be_read() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    gold = gold_article("ferry", TEXT, tomllib.loads(example))
    assert [quotation.kind.value for quotation in gold.quotations] == [
        "partial",
        "direct",
        "direct",
        "partial",
        "scare",
        "direct",
    ]
