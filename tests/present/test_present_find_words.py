"""Words looked for while they are typed: accents and ligatures apart, and told where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.present.find_words import found_in, has_words

TEXT = "Señor Núñez met Łukasz Gałązka at Fußballplatz Köln; Renée’s ﬁlm, “Œuvre”, and Jose\u0301 Æsop."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("nunez", ["Núñez"]),
        ("Núñez", ["Núñez"]),
        ("galazka", ["Gałązka"]),
        ("lukasz", ["Łukasz"]),
        ("fussball", ["Fußball"]),
        ("koln", ["Köln"]),
        ("renee's film", ["Renée’s ﬁlm"]),
        ('"oeuvre"', ["“Œuvre”"]),
        ("jose", ["Jose\u0301"]),
        ("josé", ["Jose\u0301"]),
        ("aesop", ["Æsop"]),
        ("Koln", ["Köln"]),
        ("KOLN", []),
        ("xyz", []),
        ("", []),
    ],
)
def test_accents_and_ligatures_are_passed_over_and_case_counts_when_a_capital_was_typed(
    words: str, found: list[str]
) -> None:
    assert [span.of(TEXT) for span in found_in(TEXT, words)] == found


@given(st.text(alphabet="aße\u0301ﬁñ Æ½한", max_size=30), st.text(alphabet="ase fiñ", min_size=1, max_size=4))
def test_places_are_in_order_inside_the_text_and_do_not_overlap(text: str, words: str) -> None:
    spans = found_in(text, words)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_a_line_wants_every_word_whatever_its_case_and_order() -> None:
    assert has_words("Zoë Müller, 3 May", "may MULLER")
    assert not has_words("Zoë Müller, 3 May", "muller june")
