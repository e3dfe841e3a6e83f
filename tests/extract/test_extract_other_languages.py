"""An article in another language: what is quoted is found, and nobody is named."""

from __future__ import annotations

import pytest

from tests.support.made import article
from tui.extract.annotate import annotate
from tui.model.rule import Rule

FRENCH = (
    "« Les travaux sont en retard », a expliqué Luc Bardet, le maire de Vernon. La place sera fermée"
    " pour un mois, selon lui.\n\nPour Odile Gras, qui tient le café, « c'est une catastrophe ».\n\n"
    "Elle attend le « bilan » de la ville."
)
GERMAN = (
    "„Wir haben zu lange gewartet“, sagte Jutta Prill, die den Laden am Markt führt. Der Rat hat das Geld"
    " nicht, und die Brücke ist für den Verkehr gesperrt.\n\n"
    "»Das ist kein Zustand«, meint auch der Wirt, der mit ihr am Tisch sitzt."
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (FRENCH, ["Les travaux sont en retard", "c'est une catastrophe"]),
        (GERMAN, ["Wir haben zu lange gewartet", "Das ist kein Zustand"]),
    ],
)
def test_what_is_quoted_is_found_to_its_marks_and_nobody_is_named(text: str, words: list[str]) -> None:
    cutting = annotate(article(text))
    assert [one.words(text) for one in cutting.spoken] == words
    assert {(one.speaker, one.rule) for one in cutting.spoken} == {(None, Rule.NONE)}
    assert (cutting.mentions, cutting.entities) == ((), ())


def test_an_english_article_with_a_foreign_quotation_is_read_as_ever() -> None:
    text = "“Nous n’avons pas le choix,” said Ann Lee, the mayor, who has lived in the town for as long as I."
    (said,) = annotate(article(text)).spoken
    assert said.speaker == "Ann Lee"
