import pytest

from tui.present.progress_text import FEW, LINKING, progress_words


@pytest.mark.parametrize(
    ("done", "to_do", "seconds", "articles", "words"),
    [
        (0, 1, 0.5, 3, ""),
        (0, 1, 2.0, 1, "indexing · 1 article so far"),
        (0, FEW, 2.0, 1_204, "indexing · 1,204 articles so far"),
        (FEW, FEW, 2.0, 1_204, LINKING),
        (10, 100, 2.0, 10, "indexing 10 of 100"),
        (10, 100, 10.0, 10, "indexing 10 of 100 · 2 min left"),
    ],
)
def test_what_the_masthead_says_of_the_work(
    done: int, to_do: int, seconds: float, articles: int, words: str
) -> None:
    assert progress_words(done, to_do, seconds, "·", articles) == words
