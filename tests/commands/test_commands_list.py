"""The list of articles on the command line, with the marks that the reader has made."""

from __future__ import annotations

import io
import json

import pytest

from tests.commands.conftest import Tell
from tui.model.listing import Order


def titles(tell: Tell, *words: str) -> list[str]:
    done = tell("list", "seeds", "--json", *words)
    return [json.loads(line)["title"][:6] for line in done.stdout.splitlines()]


def test_every_article_is_a_line_with_its_facts(tell: Tell) -> None:
    done = tell("list", "seeds")
    assert done.returncode == 0
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert len(lines) == 4
    title, publication, date, quotations, marks, path = lines[-1]
    assert title.startswith("SHADOW")
    assert (publication, date, quotations, marks) == ("Daily Echo?", "undated", "5", "unread")
    assert path.endswith("003_2c9cea5a363bb236.txt")


@pytest.mark.parametrize("order", list(Order))
def test_every_order_of_the_reader_is_one_here(tell: Tell, order: Order) -> None:
    assert len(titles(tell, "--order", order)) == 4


def test_the_most_quoted_come_first_when_asked_for(tell: Tell) -> None:
    assert titles(tell, "--order", Order.QUOTATIONS)[0] == "SHADOW"


def test_what_was_read_and_starred_is_told_and_can_be_asked_for(
    tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("list\n4\nstar\n"))
    assert tell("--plain", "seeds").returncode == 0
    assert titles(tell, "--starred") == ["SHADOW"]
    assert "SHADOW" not in titles(tell, "--unread")
    assert len(titles(tell, "--unread")) == 3
    assert tell("list", "seeds", "--starred", "--unread").returncode == 1
