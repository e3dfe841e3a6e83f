import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.index.cutting_codec import (
    DAMAGE,
    common_of,
    pack,
    pack_about,
    text_of,
    unpack,
    unpack_about,
    unpack_said,
)
from tui.model.annotation import Entity, EntityKind, Mention, Quotation, QuotationKind, Role
from tui.model.article import Article, ArticleId, Paragraph, ParagraphKind
from tui.model.cutting import Cutting
from tui.model.span import Span

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 999), st.integers(1, 99))
KINDS = st.sampled_from(EntityKind)
NAMES = st.text(max_size=12)
QUOTATIONS = st.builds(
    Quotation,
    st.lists(SPANS, min_size=1, max_size=3).map(tuple),
    st.sampled_from(QuotationKind),
    st.none() | NAMES,
    st.none() | KINDS,
    st.none() | SPANS,
    st.none() | SPANS,
    st.sampled_from(["after", "before"]),
    st.floats(0, 1),
    st.lists(SPANS, max_size=2).map(tuple),
)
ARTICLES = st.builds(
    Article,
    st.text("0123456789abcdef", min_size=16, max_size=16).map(ArticleId),
    st.just("a.txt"),
    st.text(max_size=60),
    st.lists(st.builds(Paragraph, SPANS, st.sampled_from(ParagraphKind)), max_size=3).map(tuple),
    st.none() | NAMES,
    published=st.none() | st.dates(),
)
CUTTINGS = st.builds(
    Cutting,
    ARTICLES,
    st.lists(QUOTATIONS, max_size=3).map(tuple),
    st.lists(st.builds(Mention, SPANS, KINDS, NAMES), max_size=4).map(tuple),
    st.lists(
        st.builds(
            Entity,
            NAMES,
            KINDS,
            st.lists(NAMES, max_size=2).map(tuple),
            st.lists(st.builds(Role, NAMES, SPANS), max_size=2).map(tuple),
        ),
        max_size=4,
    ).map(tuple),
)


@given(CUTTINGS, st.lists(CUTTINGS, max_size=2))
def test_a_cutting_comes_back_as_it_was(cutting: Cutting, others: list[Cutting]) -> None:
    common = common_of(others)
    packed = pack(cutting, common)
    assert unpack(packed, "a.txt", common) == cutting
    assert text_of(packed, common) == cutting.article.text
    said = unpack_said(packed, common)
    assert said.article.text == cutting.article.text
    assert (said.quotations, said.entities) == (cutting.quotations, cutting.entities)


@given(CUTTINGS)
def test_what_was_packed_before_there_was_anything_in_common_can_still_be_read(cutting: Cutting) -> None:
    assert unpack(pack(cutting), "a.txt", common_of([cutting])) == cutting


def test_a_third_is_saved_by_what_cuttings_have_in_common() -> None:
    said = "“The council will not pay for it,” said Ann Lee, the leader of Harwick Council."
    cuttings = [
        Cutting(
            Article(
                ArticleId(f"{n:016}"), "a.txt", f"On day {n} it was cold. {said}", (Paragraph(Span(0, 9)),)
            )
        )
        for n in range(3)
    ]
    assert len(pack(cuttings[2], common_of(cuttings[:2]))) < 0.7 * len(pack(cuttings[2]))


@pytest.mark.parametrize("place", [0, 3, 20, -3])
def test_a_wrong_byte_is_never_taken_for_the_cutting(place: int) -> None:
    packed = bytearray(pack(Cutting(Article(ArticleId("0" * 16), "a", "Ann Lee said no. " * 9, ()))))
    packed[place] ^= 0x10
    with pytest.raises(DAMAGE):
        unpack(bytes(packed), "a")
    with pytest.raises(zlib.error):
        unpack(bytes(packed[:-4]), "a")


TOLD = st.lists(st.sampled_from(["Ann Lee", "the mayor", "Mr Cole", "two\nlines"]), max_size=3).map(tuple)


@given(st.sampled_from(["", "m", "fm"]), TOLD, TOLD, TOLD)
def test_what_is_told_of_a_name_comes_back_as_it_was(
    genders: str, aliases: tuple[str, ...], roles: tuple[str, ...], titled: tuple[str, ...]
) -> None:
    assert unpack_about(pack_about(genders, aliases, roles, titled)) == (genders, aliases, roles, titled)


def test_a_name_that_nothing_is_told_of_takes_no_room() -> None:
    assert pack_about("", (), (), ()) == ""
