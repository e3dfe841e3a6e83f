"""Where a name can be: words with a capital, and the runs of them."""

from __future__ import annotations

import pytest

from tui.extract.names.capital_runs import find_phrases, find_runs
from tui.extract.names.capital_words import Case, NameDocument, read_document
from tui.extract.names.name_lexicon import name_lexicon
from tui.extract.words.tokens import tokenise


def page_of(text: str) -> NameDocument:
    document = read_document(tokenise(text), (), name_lexicon())
    find_phrases(document, name_lexicon())
    find_runs(document)
    return document


def runs(text: str) -> list[str]:
    document = page_of(text)
    starts, ends = document.tokens.starts, document.tokens.ends
    return [text[starts[first] : ends[end - 1]] for first, end in document.runs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor of Hull met Ann Lee.", ["Hull", "Ann Lee"]),
        ("Then Leeds and Bradford NHS Trust agreed.", ["Leeds and Bradford NHS Trust"]),
        ("Durham’s Labour leader", ["Durham’s", "Labour"]),
        (
            "the National Farmers’ Union and St Mary’s Church",
            ["National Farmers’ Union and St Mary’s Church"],
        ),
        ("He left King’s Lynn for King’s College.", ["King’s Lynn", "King’s College"]),
        ("pro-European and Paris-based and state-owned", []),
        ("the Hull-based and Labour-led", ["Hull-based", "Labour-led"]),
        (
            "it fell to Ruben I reckon and Conor I think. We saw Megan When she left.",
            ["Ruben", "Conor", "Megan"],
        ),
        (
            "Robert “Bob” Dornan, Ann (Nan) Lee, Karen (Labour)",
            ["Robert “Bob” Dornan", "Ann (Nan) Lee", "Karen", "Labour"],
        ),
        ("On Monday they met in May.", []),
        ("Kwok Wai-keung spoke in Stoke-on-Trent", ["Kwok Wai-keung", "Stoke-on-Trent"]),
        ("John F. Kennedy, Lyndon Johnson", ["John F. Kennedy", "Lyndon Johnson"]),
        ("Leeds\nBradford", ["Leeds", "Bradford"]),
    ],
)
def test_runs_join_what_may_be_one_name(text: str, expected: list[str]) -> None:
    assert runs(text) == expected


def test_a_line_in_capitals_or_in_title_case_is_known_as_such() -> None:
    document = page_of(
        "COUNCIL CHIEFS FACE AXE\nBus Cuts Anger Kelby Town Mayor\nThe mayor of Kelby said no."
    )
    cases = {word.text: word.case for word in document.words.values()}
    assert cases["CHIEFS"] == Case.UPPER
    assert cases["Anger"] == Case.TITLE
    assert cases["The"] == Case.MIXED


def test_an_apostrophe_after_s_is_a_possessive_only_before_a_blank() -> None:
    assert page_of("Ed Balls’ door").words[1].possessive
    assert not page_of("‘Ed Balls’, he said").words[2].possessive
