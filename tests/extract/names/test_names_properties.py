"""What holds of the names of every text, however odd."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.extract.names import find_names
from tui.extract.words.tokens import tokenise
from tui.model.annotation import EntityKind
from tui.model.article import Paragraph, ParagraphKind
from tui.model.span import Span

PIECES = st.sampled_from(
    """Mr Mrs Sir Lord Cllr Dr Rev MP Chancellor Henig Simon Jane Smith John Durham County Council
    Labour SNP Scottish Government NHS Trust NECA ( ) and of the The for on upon van der ap O’Dowd
    al-Hassan Balls’ Durham’s ’s ' “ ” " said , . - – ! 34 1996-08-30 LEEDS THE St Mary’s School
    London-based U.S. Inc. Corp. J. K. Street Hull A1 May March Monday pro-EU x É ß İ ı 李 \u0301
    \u200b \u202e @x #Tory 4 4th""".split()
)
ODD_TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.tuples(PIECES, st.sampled_from(["", " ", "\n", "  "])), max_size=60).map(
        lambda rows: "".join(word + gap for word, gap in rows)
    ),
)
KINDS = {EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE}


@settings(max_examples=300, deadline=None)
@given(ODD_TEXTS)
def test_mentions_lie_in_the_text_in_order_and_do_not_overlap(text: str) -> None:
    mentions = find_names(tokenise(text), ()).mentions
    for mention in mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert "\n" not in mention.span.of(text)
        assert mention.kind in KINDS
    assert all(one.span.end <= other.span.start for one, other in pairwise(mentions))


@settings(max_examples=300, deadline=None)
@example("MR van LABOUR")
@given(ODD_TEXTS)
def test_each_mention_names_one_entity_and_each_entity_is_mentioned(text: str) -> None:
    names = find_names(tokenise(text), ())
    by_name = {entity.name: entity for entity in names.entities}
    assert len(by_name) == len(names.entities)
    assert [entity.name for entity in names.entities] == list(dict.fromkeys(m.entity for m in names.mentions))
    for mention in names.mentions:
        assert by_name[mention.entity].kind is mention.kind
    for entity in names.entities:
        written = {" ".join(m.span.of(text).split()) for m in names.mentions if m.entity == entity.name}
        assert set(entity.aliases) <= written <= {*entity.aliases, entity.name}
        assert entity.name not in entity.aliases
        assert entity.roles == ()


@settings(max_examples=100, deadline=None)
@given(ODD_TEXTS)
def test_the_same_text_has_the_same_names_again(text: str) -> None:
    assert find_names(tokenise(text), ()) == find_names(tokenise(text), ())


@given(st.integers(2, 6))
def test_a_headline_in_title_case_is_read_for_names_only(times: int) -> None:
    headline = "Henig Hits Back At Council Over Bus Cuts"
    text = headline + "\n" + "Simon Henig said no. " * times
    paragraphs = (Paragraph(Span(0, len(headline)), ParagraphKind.HEADLINE),)
    names = find_names(tokenise(text), paragraphs)
    assert [m.entity for m in names.mentions if m.kind is EntityKind.PERSON] == ["Simon Henig"] * (times + 1)
