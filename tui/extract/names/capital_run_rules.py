"""Rules on one run of capitals that are surer than the model: titles, and nouns that head a body's name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tui.extract.names.candidates import Candidate, by_rule, placed
from tui.extract.names.capital_words import PARTICLES, Case, NameDocument
from tui.extract.names.document_evidence import DocumentEvidence, sign_words
from tui.extract.names.name_lexicon import (
    BODY_HEAD,
    BODY_STRONG,
    COMMON,
    GIVEN,
    HEAD,
    LETTERS,
    OPENER,
    PLACE,
    word_set,
)
from tui.model.annotation import EntityKind

AMBIGUOUS_TITLES = frozenset(
    "king queen prince princess pope senator general judge justice father sister brother major pc ds dc di"
    " dean duke earl saint bishop canon cardinal marshal private captain colonel pastor sheriff don baron"
    " provost emir acc ald hon pte".split()
)
"""Titles that are words or surnames too: they count before what looks like a person's name."""
ROYAL = frozenset("king queen prince princess duke earl father sister brother sir".split())
"""Titles that are hardly ever given names in a newspaper."""
BESIDE_SEAT = frozenset(["district", "allied"])
"""What goes on behind "and" in one name: Selby and District Ale Society, Pottery and Allied Workers."""
NAME_LIKE_TITLES = frozenset(
    "sir lord dame lady dean king earl duke major prince father baron bishop don saint".split()
)


@dataclass(frozen=True, slots=True)
class HeadNouns:
    """Word lists on bodies' names."""

    generic: frozenset[str]
    joining: frozenset[str]
    of: frozenset[str]
    party: frozenset[str]


@cache
def head_nouns() -> HeadNouns:
    """The lists, read once."""
    file = "organisations.txt"
    return HeadNouns(
        generic=word_set(file, "generic"),
        joining=word_set(file, "joining-head"),
        of=word_set(file, "of-head"),
        party=word_set(file, "party"),
    )


def apply_run_rules(
    document: NameDocument, evidence: DocumentEvidence, first: int, end: int, found: list[Candidate]
) -> list[Candidate]:
    """The candidates of one run, put right by its titles and head nouns."""
    found = headed(document, evidence, first, end, titled(document, first, end, found))
    return housed(document, first, end, led(document, first, end, found))


def housed(document: NameDocument, first: int, end: int, found: list[Candidate]) -> list[Candidate]:
    """Kelby Town Hall, Kelby Civic Centre: the house is a place, whatever its first words head elsewhere."""
    last_two = " ".join(document.small[end - 2 : end])
    if end - first < 3 or last_two not in sign_words().house or any(c.ruled for c in found):
        return found
    over = [c for c in found if c.end == end]
    begin = over[0].first if over else end - 3
    return placed(found, by_rule(begin, end, EntityKind.PLACE)) if begin < end - 2 else found


def led(document: NameDocument, first: int, end: int, found: list[Candidate]) -> list[Candidate]:
    """A head noun that stands first, as in Welsh, Gaelic and Spanish: Cyngor Gwynedd."""
    for at in range(first, end - 1):
        if (
            document.small[at] in sign_words().leading
            and at in document.words
            and not document.words[at].possessive
        ):
            over = [c for c in found if c.overlaps(at, end)]
            if not any(c.ruled or c.first < at for c in over):
                return placed(found, by_rule(at, end, EntityKind.ORGANISATION))
    return found


def titled(document: NameDocument, first: int, end: int, found: list[Candidate]) -> list[Candidate]:
    """What follows an honorific is a person: Mr Henig, Cllr Royston Smith, Lady van der Meer."""
    at = first
    while at < end - 1:
        stop = name_after_title(document, at, end)
        if stop:
            begin = at if is_given_name(document, at) else at + 1
            found = placed(found, by_rule(begin, stop, EntityKind.PERSON))
            if (
                document.small[at] in sign_words().of_place
                and document.small[stop : stop + 1] == ["of"]
                and stop + 1 < end
            ):
                found = placed(found, by_rule(stop + 1, end, EntityKind.PLACE))
            at = stop
        else:
            at += 1
    return found


def name_after_title(document: NameDocument, at: int, end: int) -> int:
    """Where the person's name ends that follows a title at `at`; 0 if there is no title or no name."""
    word, following = document.words.get(at), document.words.get(at + 1)
    if word is None or word.possessive or word.small not in sign_words().honorific:
        return 0
    if following is None:
        particle = document.small[at + 1] in PARTICLES
        return name_end(document, at + 1, end) if particle else 0
    if following.small in sign_words().honorific and following.small not in NAME_LIKE_TITLES:
        return 0
    if following.flags & LETTERS and not following.flags & GIVEN:
        return 0
    if following.flags & BODY_HEAD and not following.flags & GIVEN and at + 2 < end:
        return 0
    if word.small in AMBIGUOUS_TITLES and following.flags and not following.flags & GIVEN:
        return 0
    stop = name_end(document, at + 1, end)
    if following.small in sign_words().honorific and stop == at + 2 < end:
        return 0
    return stop


def is_given_name(document: NameDocument, at: int) -> bool:
    """Whether a title that is a given name too is one: "substitute Dean Ackroyd", not "the Dean"."""
    small = document.small[at]
    if small in ROYAL or small not in AMBIGUOUS_TITLES or not document.flags(at) & GIVEN:
        return False
    return at + 1 in document.words and document.before(at) not in ("the", "very", "our")


def name_end(document: NameDocument, at: int, end: int) -> int:
    """Where a person's name that starts at `at` ends inside the run."""
    words, start = document.words, at
    while at < end:
        word = words.get(at)
        if word is None:
            if document.small[at] not in PARTICLES or at + 1 >= end:
                break
        elif at > start and (
            (word.small in sign_words().honorific and at + 1 in words and at + 1 < end)
            or (at in document.phrases and not word.flags & GIVEN)
        ):
            break
        at += 1
        if word and word.possessive:
            break
    return at


def headed(
    document: NameDocument, evidence: DocumentEvidence, first: int, end: int, found: list[Candidate]
) -> list[Candidate]:
    """A strong head noun draws the words before it into one organisation: Leeds and Bradford NHS Trust."""
    at = end - 1
    while at > first:
        word = document.words.get(at)
        if (
            word is None
            or not word.flags & BODY_STRONG
            or any(c.ruled and c.overlaps(at, at + 1) for c in found)
        ):
            at -= 1
            continue
        begin = body_start(document, evidence, first, at, found)
        generic = head_nouns().generic
        if begin < at and not all(document.small[i] in generic for i in range(begin, at + 1)):
            found = with_body(found, begin, at + 1)
        at = begin - 1
    return found


def with_body(found: list[Candidate], begin: int, end: int) -> list[Candidate]:
    """Put the organisation begin..end in, unless the model has a longer one."""
    over = [c for c in found if c.overlaps(begin, end)]
    if any(c.kind is EntityKind.ORGANISATION and c.first <= begin and c.end >= end for c in over):
        return found
    if over and over[-1].end > end and over[-1].kind is EntityKind.ORGANISATION:
        return found
    if len(over) > 1 and any(c.kind is EntityKind.PERSON for c in over):
        return found
    begin = min([begin, *(c.first for c in over if c.kind is EntityKind.ORGANISATION)])
    return placed(found, by_rule(begin, end, EntityKind.ORGANISATION))


def body_start(
    document: NameDocument, evidence: DocumentEvidence, first: int, at: int, found: list[Candidate]
) -> int:
    """How far to the left the name reaches whose head noun is at `at`."""
    begin, ruled = at, {i for c in found if c.ruled for i in range(c.first, c.end)}
    while begin > first and begin - 1 not in ruled:
        before = begin - 1
        if before in document.words:
            if stops_body(document, evidence, before, begin < at):
                break
            begin = before
        elif (
            joins_body(document, before, first, at)
            and before - 1 >= first
            and before - 1 in document.words
            and before - 1 not in ruled
        ):
            begin = before - 1
        elif (
            document.small[before] == "the"
            and document.small[before - 1] == "of"
            and before - 2 >= first
            and of_goes_on(document, before - 2)
        ):
            begin = before - 2
        else:
            break
    return begin


def stops_body(document: NameDocument, evidence: DocumentEvidence, at: int, middle: bool) -> bool:
    """Whether the word at `at` is no part of the body named behind it."""
    word = document.words[at]
    if word.small in sign_words().honorific:
        return True
    if (
        middle
        and word.small in head_nouns().party
        and at in document.phrases
        and document.phrases[at][0] == at + 1
    ):
        return True
    if word.possessive and word.flags & PLACE and document.tokens.words[at][-1:] in "sS":
        return True
    if at in document.phrases:
        return False
    if word.case is not Case.MIXED:
        return bool(word.flags & (COMMON | OPENER)) and not word.flags & (PLACE | HEAD | GIVEN)
    if not word.opens:
        return False
    return bool(word.flags & OPENER) or (
        bool(word.flags & COMMON) and not word.flags & (PLACE | HEAD) and word.small in evidence.lowered
    )


def of_goes_on(document: NameDocument, at: int) -> bool:
    """Whether "of" behind the word at `at` is inside a name: University of, Friends of."""
    return bool(document.flags(at) & HEAD) or document.small[at] in head_nouns().of


def joins_body(document: NameDocument, at: int, first: int, head: int) -> bool:
    """Whether the small word at `at` joins two parts of one body's name, in the run from `first`."""
    joiner = document.small[at]
    if joiner == "of":
        return of_goes_on(document, at - 1)
    if joiner == "and":
        if document.small[at + 1] in BESIDE_SEAT:
            return True
        return (
            document.small[head] in head_nouns().joining
            and document.small[at - 1] not in sign_words().honorific
            and not parts_bodies(document, first, at, head + 1)
        )
    return joiner in ("upon", "on", "le", "under", "&", "'", "’", "y", "nan", "na")


def parts_bodies(document: NameDocument, first: int, at: int, end: int) -> bool:
    """Whether the "and" at `at` stands between two bodies: Network Rail and Derwent Council."""
    if document.small[at + 1] in BESIDE_SEAT or not heads_body(document, at + 1, end):
        return False
    return any(is_whole_body(document, begin, at) for begin in range(first, at))


def is_whole_body(document: NameDocument, first: int, end: int) -> bool:
    """Whether first..end is a body's name by itself, so that "and" behind it begins another."""
    known = document.phrases.get(first)
    if known and known == (end, EntityKind.ORGANISATION):
        return True
    words = [document.words[i] for i in range(first, end) if i in document.words]
    if not words or words[-1] is not document.words.get(end - 1):
        return False
    if len(words) == 1:
        return words[0].text.isupper() and len(words[0].text) > 2 and words[0].case is Case.MIXED
    seat = document.small[first] in ("university", "bank", "college") and document.small[first + 1] == "of"
    generic = all(word.small in head_nouns().generic for word in words)
    return seat or (bool(words[-1].flags & BODY_STRONG) and not generic)


def heads_body(document: NameDocument, first: int, end: int) -> bool:
    """Whether first..end has a head noun, and more than such nouns."""
    words = [document.words[i] for i in range(first, end) if i in document.words]
    known = document.phrases.get(first) == (end, EntityKind.ORGANISATION)
    headed = bool(words) and bool(words[-1].flags & BODY_HEAD)
    return known or (headed and not all(word.small in head_nouns().generic for word in words))
