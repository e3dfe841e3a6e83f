"""Citations as they are pasted: golden files for what is known and what is not, and no program misreads them.

After a change that is meant, KEEP_SCREENS=1 writes the golden files anew: read the diff.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.support.made import article as written
from tests.support.made import council, span
from tui.model.annotation import Quotation, QuotationKind
from tui.model.cutting import Cutting
from tui.model.provenance import Fact, FactSource
from tui.present import reference_exports
from tui.present.byline_parser import Reporter, parse_byline
from tui.present.citation_formats import CitationFormat, citation_format_named, format_citation
from tui.present.citation_styles import cited_source, escape_markdown

GOLDEN = Path(__file__).parents[1] / "golden" / "citations"
words = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60)


def known() -> Cutting:
    """The council's article with every fact, some of them awkward."""
    cutting = council()
    article = cutting.article._replace(
        headline="Bridge & tunnel: 100% of_it [sic]",
        byline="By Jane Smith and Ludwig van den Berg, Press Association",
        publication="Wearside Echo",
        published=date(2015, 3, 14),
        url="https://example.org/a_b?c=1&d=2",
    )
    return replace(cutting, article=article)


@pytest.mark.parametrize("form", CitationFormat)
@pytest.mark.parametrize("name", ["known", "unknown"])
def test_a_citation_is_as_it_was_read_and_approved(name: str, form: CitationFormat) -> None:
    cutting = known() if name == "known" else council()
    made = format_citation(cutting, cutting.spoken[0], form) + "\n"
    kept = GOLDEN / f"{name}-{form.name.lower()}.txt"
    if os.environ.get("KEEP_SCREENS"):
        kept.write_text(made, encoding="utf-8")
    assert made == kept.read_text(encoding="utf-8")


def test_a_copy_says_where_the_reporters_words_stood() -> None:
    text = "“We will,” said Ann Lee, “not wait.”"
    said = Quotation((span(text, "We will,"), span(text, "not wait.")), QuotationKind.DIRECT, "Ann Lee")
    made = format_citation(Cutting(written(text), (said,)), said, CitationFormat.ATTRIBUTED)
    assert made.startswith("“We will, … not wait.” Ann Lee")


@given(words, words, words)
def test_braces_are_in_pairs_whatever_an_entry_holds(headline: str, publication: str, byline: str) -> None:
    cutting = known()
    article = cutting.article._replace(headline=headline, publication=publication, byline=byline)
    cutting = replace(cutting, article=article)
    made = format_citation(cutting, cutting.spoken[0], CitationFormat.BIBTEX)
    depth = 0
    for sign in re.sub(r"\\[{}]", "", made):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0
    assert re.match(r"@article\{[a-z0-9]+-[0-9a-z]{8},\n", made)


@given(words, words)
@example(".", "")
def test_csl_is_json_whatever_it_holds(headline: str, byline: str) -> None:
    cutting = known()
    cutting = replace(cutting, article=cutting.article._replace(headline=headline or None, byline=byline))
    (item,) = json.loads(format_citation(cutting, cutting.spoken[0], CitationFormat.CSL))
    assert item["title"]
    assert item["issued"] == {"date-parts": [[2015, 3, 14]]}


def test_tex_and_markdown_show_words_as_they_are() -> None:
    assert reference_exports.escape_tex("50% of {us} & $5 #1 a_b ~ ^ \\x") == (
        r"50\% of \{us\} \& \$5 \#1 a\_b \textasciitilde{} \textasciicircum{} \textbackslash{}x"
    )
    assert escape_markdown("*a* _b_ [c](d) <e> &amp; # `f`") == r"\*a\* \_b\_ \[c\](d) \<e\> \&amp; \# \`f\`"


@pytest.mark.parametrize(
    ("byline", "found"),
    [
        ("By Jane Smith", [("Smith", "Jane")]),
        ("By JANE O'NEILL and John Doe", [("O'Neill", "Jane"), ("Doe", "John")]),
        ("Jane Smith, Political Editor", [("Smith", "Jane")]),
        ("Chief Reporter Jane Smith", [("Smith", "Jane")]),
        ("Exclusive by Ludwig van den Berg Jr in London", [("van den Berg Jr", "Ludwig")]),
        ("Jane Smith and Press Association", [("Smith", "Jane"), ("Press Association", "")]),
        ("Anna de la Cruz for the Guardian", [("de la Cruz", "Anna")]),
        ("Ann-Marie Lee @annlee | 14 March", [("Lee", "Ann-Marie")]),
        ("PA", [("PA", "")]),
        ("", []),
        (None, []),
    ],
)
def test_reporters_are_told_from_bodies_and_jobs(byline: str | None, found: list[tuple[str, str]]) -> None:
    assert [tuple(one) for one in parse_byline(byline)] == found


def test_initials_are_those_of_style_guides() -> None:
    assert Reporter("Sartre", "Jean-Paul Charles").indexed == "Sartre, J.-P. C."


@given(words)
def test_any_byline_can_be_taken_apart(byline: str) -> None:
    for one in parse_byline(byline):
        assert one.family


def test_a_publication_without_latin_letters_still_has_a_key() -> None:
    cutting = known()
    of = cited_source(cutting, cutting.spoken[0])._replace(by=(Reporter("新华社"),))
    assert reference_exports.citation_key(of).startswith("cutting2015-")


def test_a_form_that_is_not_known_any_more_is_the_one_with_its_source() -> None:
    assert citation_format_named("APA") is CitationFormat.APA
    assert citation_format_named("MLA") is citation_format_named(None) is CitationFormat.ATTRIBUTED


@pytest.mark.parametrize("form", [one for one in CitationFormat if one is not CitationFormat.QUOTATION])
def test_a_fact_that_is_guessed_stands_in_brackets_with_a_question_mark(form: CitationFormat) -> None:
    cutting = known()
    facts = (Fact.HEADLINE, Fact.AUTHOR, Fact.PUBLICATION, Fact.DATE)
    guess = tuple(FactSource(fact, "the layout", guessed=True) for fact in facts)
    guessed = replace(cutting, article=cutting.article._replace(provenance=guess))
    made = format_citation(guessed, guessed.spoken[0], form).replace("\\", "")
    assert "[Wearside Echo?]" in made
    assert re.search(r"\[(?:14 March 2015|2015, March 14|2015)\?\]", made)
    if form is not CitationFormat.ATTRIBUTED:  # which has no headline
        assert "[sic]?]" in made
    if form not in (CitationFormat.ATTRIBUTED, CitationFormat.MARKDOWN):
        assert re.search(r"\[(?:Smith, J\.|Jane Smith)\?\]", made)
    assert "?]" not in format_citation(cutting, cutting.spoken[0], form)
