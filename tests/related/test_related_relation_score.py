from tui.model.relation import Reason, ReasonKind
from tui.related.relation_score import related_enough, with_reasons

PASSAGE, PEOPLE, WORDS = (
    Reason(kind, "") for kind in (ReasonKind.PASSAGE, ReasonKind.PEOPLE, ReasonKind.WORDS)
)


def test_shared_wording_relates_two_articles_that_are_otherwise_unlike() -> None:
    assert related_enough(0.0, [PASSAGE])


def test_words_alone_must_be_more_alike_than_names() -> None:
    assert related_enough(0.09, [PEOPLE, WORDS])
    assert not related_enough(0.09, [WORDS])
    assert related_enough(0.2, [WORDS])


def test_without_a_reason_or_a_likeness_nothing_is_shown() -> None:
    assert not related_enough(0.9, [])
    assert not related_enough(0.01, [PEOPLE])


def test_shared_wording_strengthens_but_never_beyond_one() -> None:
    assert with_reasons(0.3, [PEOPLE.kind]) == 0.3
    assert 0.3 < with_reasons(0.3, [PASSAGE.kind]) < 1
    assert with_reasons(1.0, [PASSAGE.kind]) == 1.0
