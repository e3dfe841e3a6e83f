"""What the whole article says about each word: titles before it, verbs beside it, nouns around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tui.extract.names.capital_words import BREAK, CapitalWord, Case, NameDocument
from tui.extract.names.name_lexicon import BODY_HEAD, GIVEN, HEAD, OFFICE, PLACE, TITLE, word_set


class Sign:
    """Sorts of evidence, each a bit; plain numbers, because an article adds thousands of them."""

    TITLED = 1 << 0
    FORENAMED = 1 << 1
    SPEAKS = 1 << 2
    WHO = 1 << 3
    APPOSED = 1 << 4
    LOCATED = 1 << 5
    BODY_NOUN_BEFORE = 1 << 6
    AREA_NOUN_BEFORE = 1 << 7
    ROLE_BEFORE = 1 << 8
    BODY_NOUN_AFTER = 1 << 9
    AREA_NOUN_AFTER = 1 << 10
    MEMBER_OF = 1 << 11
    AREA_OF = 1 << 12
    WHICH = 1 << 13
    COMPANY = 1 << 14
    BEFORE_PLACE = 1 << 15
    LISTED = 1 << 16
    BRACKETED = 1 << 17
    HEADED = 1 << 18
    THE = 1 << 19
    OWNER = 1 << 20
    MID_SENTENCE = 1 << 21
    IN_LONGER = 1 << 22
    TITLED_FIRST = 1 << 23
    """A forename after a title: the Martin of Sir Martin Hale."""
    ITS = 1 << 24
    """The next pronoun of the sentence is "its"."""
    HIS = 1 << 25
    """The next pronoun of the sentence is one of a person."""


SIGNS: tuple[int, ...] = tuple(v for k, v in vars(Sign).items() if k.isupper())
PRONOUN_WITHIN = 14
SENTENCE_ENDS = frozenset([".", "!", "?", BREAK, "”", '"'])
PRONOUNS: dict[str, int] = {
    "its": Sign.ITS,
    "itself": Sign.ITS,
    **dict.fromkeys(("he", "she", "his", "her", "him", "himself", "herself", "who", "whose"), Sign.HIS),
}


@dataclass(frozen=True, slots=True)
class SignWords:
    """The word lists that evidence is read from."""

    honorific: frozenset[str]
    role: frozenset[str]
    says: frozenset[str]
    speech: frozenset[str]
    where: frozenset[str]
    area_after: frozenset[str]
    area_before: frozenset[str]
    area_of: frozenset[str]
    person_before: frozenset[str]
    body_before: frozenset[str]
    body_after: frozenset[str]
    member_of: frozenset[str]
    company: frozenset[str]
    of_place: frozenset[str]
    leading: frozenset[str]
    paper: frozenset[str]
    house: frozenset[str]


@cache
def sign_words() -> SignWords:
    """The lists, read once."""
    honorific = word_set("titles.txt", "honorific")
    return SignWords(
        honorific=honorific | {word + "." for word in honorific},
        role=word_set("titles.txt", "role"),
        says=word_set("signs.txt", "says"),
        speech=word_set("signs.txt", "speech"),
        where=word_set("signs.txt", "where"),
        area_after=word_set("signs.txt", "area-after"),
        area_before=word_set("signs.txt", "area-before"),
        area_of=word_set("signs.txt", "area-of"),
        person_before=word_set("signs.txt", "person-before"),
        body_before=word_set("organisations.txt", "before"),
        body_after=word_set("organisations.txt", "after"),
        member_of=word_set("organisations.txt", "member-of"),
        company=word_set("organisations.txt", "company-word"),
        of_place=word_set("titles.txt", "place-title"),
        leading=word_set("organisations.txt", "leading-head"),
        paper=word_set("organisations.txt", "paper"),
        house=word_set("places.txt", "house"),
    )


@dataclass(slots=True)
class DocumentEvidence:
    """`signs` of each small word that carries a capital; `lowered`: all words seen without one."""

    signs: dict[str, int]
    lowered: frozenset[str]

    def of(self, small: str) -> int:
        """The signs of a word, 0 for none."""
        return self.signs.get(small, 0)


def gather_evidence(document: NameDocument) -> DocumentEvidence:
    """Read the evidence off every run of the document."""
    found: dict[str, int] = {}
    words = document.words
    lowered = frozenset(text for at, text in enumerate(document.small) if at not in words)
    for first, end in document.runs:
        begin, titled = after_titles(document, first, end)
        names = [words[i] for i in range(begin, end) if i in words]
        last = names[-1].small
        seen = 0
        if titled:
            seen |= Sign.TITLED
            for word in names[:-1]:
                found[word.small] = found.get(word.small, 0) | Sign.TITLED_FIRST
        if len(names) > 1:
            seen |= inside(found, names)
        if len(names) <= 2:
            seen |= around_short(document, begin, end)
        if names[-1].possessive:
            seen |= Sign.OWNER
        seen |= (
            to_the_left(document, begin)
            | to_the_right(document, end, names[-1].possessive)
            | pronoun(document, end)
        )
        found[last] = found.get(last, 0) | seen
        if (
            end + 1 < len(document.small)
            and document.small[end] == "("
            and end + 1 in words
            and document.small[end + 2 : end + 3] == [")"]
        ):
            bracketed = document.small[end + 1]
            found[bracketed] = found.get(bracketed, 0) | Sign.BRACKETED
    for word in words.values():
        if not word.opens and word.case is Case.MIXED:
            found[word.small] = found.get(word.small, 0) | Sign.MID_SENTENCE
    return DocumentEvidence(found, lowered)


def pronoun(document: NameDocument, end: int) -> int:
    """Whether the next pronoun, before another name and the sentence's end, is of a thing or a person."""
    for at in range(end, min(end + PRONOUN_WITHIN, len(document.small))):
        small = document.small[at]
        if small in PRONOUNS:
            return PRONOUNS[small]
        if at in document.words or small in SENTENCE_ENDS:
            break
    return 0


def after_titles(document: NameDocument, first: int, end: int) -> tuple[int, bool]:
    """Where a run starts behind its titles and offices, and whether an honorific was among them."""
    titled, words, honorific = False, document.words, sign_words().honorific
    while first < end - 1 and document.flags(first) & (TITLE | OFFICE) and first + 1 in words:
        titled = titled or words[first].small in honorific
        first += 1
    return first, titled


def inside(found: dict[str, int], names: list[CapitalWord]) -> int:
    """Signs that a longer run gives its own words; returns those of the last."""
    last, seen = names[-1], Sign.IN_LONGER
    if len(names) <= 3 and names[0].flags & GIVEN and not any(w.flags & HEAD for w in names[1:]):
        seen |= Sign.FORENAMED
    share = Sign.IN_LONGER | (Sign.HEADED if last.flags & BODY_HEAD else 0)
    if last.small.rstrip(".") in sign_words().company:
        share |= Sign.COMPANY
    for word in names[:-1]:
        found[word.small] = found.get(word.small, 0) | share
    return seen


def around_short(document: NameDocument, begin: int, end: int) -> int:
    """Signs beside a name of one or two words."""
    lists, seen = sign_words(), 0
    before, after, beyond = document.before(begin), document.after(end), document.after(end + 1)
    if before in lists.where:
        seen |= Sign.LOCATED
    elif before == "the":
        seen |= Sign.THE
    if after in lists.says or (before in lists.says and after in ",."):
        seen |= Sign.SPEAKS
    if after == "who" or (after == "," and beyond in ("who", "whose", "whom")):
        seen |= Sign.WHO
    if after == ",":
        third = document.after(end + 2)
        age = beyond.isdigit() and len(beyond) == 2
        if (
            age
            or beyond in lists.role
            or (beyond in ("a", "an", "the", "chief", "whose") and third in lists.role)
        ):
            seen |= Sign.APPOSED
    return seen


def to_the_left(document: NameDocument, begin: int) -> int:
    """Signs in the words before a name."""
    lists, before = sign_words(), document.before(begin)
    if before in lists.person_before:
        return Sign.ROLE_BEFORE
    if before in lists.body_before:
        return Sign.BODY_NOUN_BEFORE
    if before in lists.area_before:
        return Sign.AREA_NOUN_BEFORE
    if before in ("of", "for", "in", "the") and begin > 1:
        if before == "the" and begin > 2 and document.small[begin - 2] in ("of", "for"):
            return Sign.MEMBER_OF if document.small[begin - 3] in lists.member_of else 0
        noun = document.small[begin - 2]
        seen = Sign.MEMBER_OF if noun in lists.member_of else 0
        return seen | (Sign.AREA_OF if before != "for" and noun in lists.area_of else 0)
    listed = before in ("and", ",") and document.flags(begin - 2) & PLACE
    return Sign.LISTED if listed else 0


def to_the_right(document: NameDocument, end: int, possessive: bool) -> int:
    """Signs in the words after a name."""
    lists, after, seen = sign_words(), document.after(end), 0
    if not possessive:
        seen |= Sign.BODY_NOUN_AFTER if after in lists.body_after else 0
        seen |= Sign.AREA_NOUN_AFTER if after in lists.area_after else 0
    if after == ",":
        seen |= Sign.WHICH if document.after(end + 1) == "which" else 0
        seen |= Sign.BEFORE_PLACE if document.flags(end + 1) & PLACE else 0
    elif after == "and" and document.flags(end + 1) & PLACE:
        seen |= Sign.LISTED
    return seen if after != BREAK else 0
