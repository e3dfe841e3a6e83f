from collections.abc import Callable
from typing import Any

from tui.model.article import ArticleId
from tui.model.cutting import Cutting
from tui.model.relation import Reason, ReasonKind, Relation
from tui.related.reasons import ReasonFinder
from tui.related.shared_passages import PassageKind, may_share, shared_passages
from tui.related.text_words import text_words

Press = Callable[..., Cutting]
COPIED = "to stick to their guns, promising a stronger devolution package after the election"
COUNCILS = ["County Durham", "Gateshead", "Newcastle", "North Tyneside", "Sunderland"]


def reasons(here: Cutting, there: Cutting, **known: Any) -> tuple[Reason, ...]:
    comparing = ReasonFinder(here, **known)
    return comparing.reasons(comparing.shared(there))


def told(found: tuple[Reason, ...]) -> list[tuple[str, str]]:
    return [(reason.kind.value, reason.words) for reason in found]


def test_a_copied_passage_is_named_by_its_number_of_words_and_lit_in_both(press: Press) -> None:
    here = press(f"Labour has urged its leaders {COPIED}, if it wins.")
    there = press(f"He is calling on Hampshire {COPIED.upper()}.")
    (passage,) = reasons(here, there)
    assert (passage.kind, passage.words) == (ReasonKind.PASSAGE, "13 words the same")
    assert [span.of(here.article.text) for span in passage.here] == [COPIED]
    assert [span.of(there.article.text) for span in passage.there] == [COPIED.upper()]


def test_a_passage_with_changed_words_is_nearly_the_same_and_only_the_same_words_are_lit(
    press: Press,
) -> None:
    here = press(f"They ought {COPIED} campaign starts in earnest.")
    there = press(f"They ought {COPIED.replace('stronger', 'far weaker')} campaign starts in earnest.")
    passage = reasons(here, there)[0]
    assert passage.words == "18 words nearly the same"
    lit_here = [text_words(span.of(here.article.text)).folded for span in passage.here]
    assert lit_here == [text_words(span.of(there.article.text)).folded for span in passage.there]
    assert len(lit_here) == 2
    assert "stronger" not in lit_here[0] + lit_here[1]


def test_a_list_of_places_is_no_passage_but_the_same_places(press: Press) -> None:
    listed = ", ".join(COUNCILS[:-1]) + " and " + COUNCILS[-1]
    here = press(f"The authority brings together the councils of {listed}.", places=COUNCILS)
    there = press(f"Leaders from {listed} called for it.", places=COUNCILS)
    found = reasons(here, there)
    assert told(found) == [("places", "the same 5 places")]
    assert [span.of(here.article.text) for span in found[0].here] == [listed]


def test_words_of_no_weight_are_no_passage(press: Press) -> None:
    row = "and so it was that they had not been there with us before"
    assert shared_passages(press(f"Now {row} Monday."), press(f"Then {row} Friday.")) == ()


def test_a_short_fragment_counts_when_it_stands_in_quotation_marks(press: Press) -> None:
    here = press("He called it “a real kick in the teeth” yesterday.")
    printed = press("It was a real kick in the teeth for all.")
    both = press("Another said: “It was a real kick in the teeth.”")
    assert [p.sort for p in shared_passages(here, printed)] == [PassageKind.WRITTEN]
    assert told(reasons(here, both)) == [("quotation", "the same quotation")]


def test_a_text_without_a_row_of_the_same_words_has_no_passage_and_one_with_capitals_may_have(
    press: Press,
) -> None:
    here = press("He called it “a real kick in the teeth” that’s all.")
    assert may_share(here, "IT WAS A REAL KICK, IN THE STREET.")
    assert may_share(here, "In: the, teeth. That's all")
    assert not may_share(here, "It was a real kick in some teeth.")


def test_two_quotations_are_counted(press: Press) -> None:
    one = "“The challenge is now with the government to deliver”"
    two = "“We have laid down what we need from ministers”"
    found = reasons(press(f"{one} she said. Then: {two}"), press(f"{two} was said, and after that {one}"))
    assert told(found) == [("quotation", "the same 2 quotations")]
    assert len(found[0].here) == len(found[0].there) == 2


def test_shared_names_are_told_by_kind_with_their_places_in_both_texts(press: Press) -> None:
    here = press(
        "George Osborne wrote. Labour and NECA were pleased. Mr Osborne smiled.",
        people=["George Osborne|Osborne"], bodies=["Labour", "NECA"],
    )  # fmt: skip
    there = press(
        "The North East Combined Authority met George Osborne and Labour.",
        people=["George Osborne"], bodies=["North East Combined Authority", "Labour Party|Labour"],
    )  # fmt: skip
    found = reasons(here, there)
    assert told(found) == [("people", "George Osborne"), ("organisations", "Labour, NECA")]
    assert [span.of(there.article.text) for span in found[1].there] == [
        "Labour",
        "North East Combined Authority",
    ]


def test_many_names_are_counted(press: Press) -> None:
    people = ["Ann Archer", "Ben Baker", "Cem Cook", "Dai Draper", "Eve Elder"]
    here = press("; ".join(people) + "; " + "; ".join(COUNCILS), people=people, places=COUNCILS)
    there = press(". ".join([*people[::-1], *COUNCILS[::-1]]), people=people, places=COUNCILS)
    assert told(reasons(here, there)) == [
        ("people", "Ann Archer, Ben Baker, Cem Cook and 2 more"),
        ("places", "the same 5 places"),
    ]


def test_the_publication_is_no_reason(press: Press) -> None:
    here = press("He told the Daily Echo so.", bodies=["Daily Echo"], publication="Daily Echo")
    there = press("The Daily Echo understands.", bodies=["Daily Echo"])
    assert reasons(here, there) == ()
    assert reasons(there, here) == ()


def test_a_name_that_everybody_writes_about_is_no_reason_and_a_common_one_comes_last(press: Press) -> None:
    here = press("Hampshire, Ann Archer, Ben Baker", people=["Ann Archer", "Ben Baker"], places=["Hampshire"])
    rarity = {"hampshire": 0.05, "ann archer": 0.3, "ben baker": 0.9}
    assert told(reasons(here, here, rarity=lambda term: rarity.get(term, 1.0))) == [
        ("people", "Ben Baker, Ann Archer")
    ]


def test_words_are_the_last_reason_as_they_are_printed_here(press: Press) -> None:
    here = press(
        "The deal gives mayors powers. A deal on powers needs mayors. Ann Archer wrote.",
        people=["Ann Archer"],
    )
    there = press("Ann Archer: a mayor wants this deal. No power, no deal, no mayor.", people=["Ann Archer"])
    found = reasons(here, there)
    assert told(found) == [("people", "Ann Archer"), ("words", "deal, mayors, powers")]
    assert {span.of(there.article.text) for span in found[1].there} == {"deal", "mayor", "power"}


def test_strangers_share_nothing(press: Press) -> None:
    assert reasons(press("The cat sat down to dinner."), press("Markets fell sharply again.")) == ()


def test_house_text_is_left_out_when_it_is_known(press: Press) -> None:
    line = "Sign up to our free newsletter to receive local stories every morning"
    here, there = press(f"Bins. {line}"), press(f"Buses. {line}")
    assert [reason.kind for reason in reasons(here, there)] == [ReasonKind.PASSAGE]
    assert reasons(here, there, house_text=lambda passage: passage.words == 12) == ()


def test_near_copies_are_told_in_one_reason(press: Press) -> None:
    first = "The council voted last night to close three libraries in the old town despite a petition."
    second = (
        "Campaigners vowed to fight on and asked ministers to review the whole decision before the summer."
    )
    here, there = press(f"{first}\n{second}"), press(f"{second}\nThe vote was close.\n{first}")
    copied = reasons(here, there)[0]
    assert (copied.kind, copied.words) == (ReasonKind.PASSAGE, "32 words the same, most of the article")
    assert {span.of(here.article.text) for span in copied.here} == {first[:-1], second[:-1]}


def test_the_same_article_in_another_paper_is_a_copy_and_one_with_a_borrowed_sentence_is_none(
    press: Press,
) -> None:
    story = " ".join(f"The {noun} committee heard a report on {noun} repairs." for noun in COUNCILS)
    more = " ".join(f"Elsewhere a {noun} resident complained loudly about buses." for noun in COUNCILS)
    long = press(f"{story} {more} {more.upper()} {more.title()}")
    shares = [
        ReasonFinder(press(f"{story} That was all.")).shared(other).copied for other in (press(story), long)
    ]
    assert shares == [1.0, 49 / 52]
    borrowed = ReasonFinder(press(f"{more} {story[:60]}")).shared(press(story)).copied
    assert borrowed == 0.0
    assert [Relation(ArticleId(""), 1.0, (), share).is_copy for share in (*shares, borrowed)] == [
        True, True, False,
    ]  # fmt: skip


def test_the_places_of_a_list_are_no_copied_text(press: Press) -> None:
    listed = " ".join(f"Upper {place}, Lower {place}, Old {place}," for place in COUNCILS * 2)
    copied = (
        ReasonFinder(press(listed, places=COUNCILS))
        .shared(press(f"{listed} and more", places=COUNCILS))
        .copied
    )
    assert copied == 0.0


def test_several_lists_of_places_are_one_reason(press: Press) -> None:
    first, second = (
        "Gateshead, Newcastle, North Tyneside, Sunderland",
        "County Durham, North Tyneside, Gateshead",
    )
    here = press(f"Trains ran late across {first}. Roads closed near {second}.", places=COUNCILS)
    there = press(f"Snow fell over {second} overnight. Schools shut around {first}.", places=COUNCILS)
    found = reasons(here, there)
    assert told(found) == [("places", "the same 5 places")]
    assert {span.of(here.article.text) for span in found[0].here} == {first, second}


def test_a_crowd_of_shared_names_does_not_outrank_shared_wording(press: Press) -> None:
    people = [
        f"{first} {last}" for first in ("Ann", "Ben", "Cem") for last in ("Archer", "Baker", "Cook", "Elder")
    ]
    named = " wept. ".join(people * 3)
    here = press(f"Leaders ought {COPIED}. {named}.", people=people)
    there = press(f"Voters ought {COPIED}! {' smiled. '.join(people[::-1] * 3)}.", people=people)
    assert [reason.kind for reason in reasons(here, there)] == [ReasonKind.PASSAGE, ReasonKind.PEOPLE]


def test_filler_inside_quotation_marks_is_not_the_same_quotation(press: Press) -> None:
    said = "“I do not think that we can do this,”"
    assert shared_passages(press(f"{said} he said."), press(f"{said} she said.")) == ()
