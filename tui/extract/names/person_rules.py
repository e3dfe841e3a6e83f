"""Rules on one run of capitals that tell a person: nicknames, numbers behind a name, offices before it."""

from __future__ import annotations

from tui.extract.names.candidates import CERTAIN, Candidate, by_rule, placed
from tui.extract.names.capital_runs import NICKNAME_MARKS
from tui.extract.names.capital_words import NUMBERS, CapitalWord, Case, NameDocument
from tui.extract.names.document_evidence import sign_words
from tui.extract.names.name_lexicon import COMMON, GIVEN, HEAD, NO_NAME, OFFICE, PLACE, TITLE, name_lexicon
from tui.model.annotation import EntityKind

ROLE_ENDINGS = (
    "master",
    "mistress",
    "keeper",
    "man",
    "woman",
    "wright",
    "smith",
    "swain",
    "er",
    "or",
    "ist",
    "ian",
)
LONGEST_NAME = 3
"""A person's name has so many words at most where an office stands before it."""
UNSURE = 40
"""The score of a name that only its surroundings tell."""
MOST_ASKED = 40
"""Words up to which a question mark is looked for."""


def apply_person_rules(
    document: NameDocument, first: int, end: int, found: list[Candidate]
) -> list[Candidate]:
    """The candidates of one run, put right by nicknames, numbers, offices, odd given names."""
    found = behind_office(document, first, end, found)
    found = with_given_name(document, first, found) or passed_over(document, first, end)
    found = nicknamed(document, first, end, found)
    for candidate in found:
        if candidate.kind is EntityKind.PERSON:
            take_number(document, candidate)
    return found


def nicknamed(document: NameDocument, first: int, end: int, found: list[Candidate]) -> list[Candidate]:
    """One person, the nickname in marks or brackets taken in: Robert “Bob” Dornan, Margaret (Peg) Hill."""
    at = first + 1
    while at < end - 2:
        closing = None if at in document.words else NICKNAME_MARKS.get(document.small[at])
        close = next((i for i in range(at + 1, end - 1) if document.small[i] == closing), 0)
        if close:
            begin, stop = at - 1, close + 2
            while begin > first and is_given(document, begin - 1):
                begin -= 1
            while stop < end and stop in document.words and not document.words[stop - 1].possessive:
                stop += 1
            found, at = placed(found, by_rule(begin, stop, EntityKind.PERSON)), close
        at += 1
    return found


def is_given(document: NameDocument, at: int) -> bool:
    """Whether the word is a given name and neither title nor office."""
    flags = document.flags(at)
    return bool(flags & GIVEN) and not flags & (TITLE | OFFICE)


def take_number(document: NameDocument, candidate: Candidate) -> None:
    """Take in the number behind a name: Martin Luther King III."""
    at, words = candidate.end, document.words
    if {at - 1, at} <= words.keys() and words[at].text in NUMBERS and not words[at - 1].possessive:
        candidate.end += 1


def behind_office(document: NameDocument, first: int, end: int, found: list[Candidate]) -> list[Candidate]:
    """The person alone where an office stands before: Harbourmaster Bill Hart, Finance Manager Luis Pena.

    Between the office and the name may stand its body: Head of Sales at Sunny Isle Nora Finch.
    """
    at = name_behind(document, first, end)
    if not at:
        return found
    over = [c for c in found if c.first < at < c.end]
    post = document.flags(at - 1) & OFFICE or is_called_by_work(document, at - 1, first)
    body = not post and stands_for_body(document, first)
    if not (post or body) or any(c.ruled and c.kind is EntityKind.PERSON for c in over):
        return found
    left = [c for c in found if c.end < at or (c.end == at and c.kind is not EntityKind.PERSON)]
    left = [c for c in left if c.kind is EntityKind.PERSON or has_own_name(document, c)]
    if not over and any(c.first >= at for c in found):
        return [*left, *(c for c in found if c.end > at)]
    if body and over:
        left = [Candidate(over[0].first, at, EntityKind.ORGANISATION, [0, CERTAIN, 0])]
    return [*left, by_rule(at, end, EntityKind.PERSON)]


def has_own_name(document: NameDocument, candidate: Candidate) -> bool:
    """Whether any word is more than a common one: Customer Service has none."""
    words = range(candidate.first, candidate.end)
    return candidate.first in document.phrases or not all(document.flags(i) & COMMON for i in words)


def name_behind(document: NameDocument, first: int, end: int) -> int:
    """Where a given name and a surname stand that end the run behind other words; 0 for nowhere."""
    for at in range(max(first + 1, end - LONGEST_NAME), end - 1):
        own = all(i in document.words and not document.flags(i) & (HEAD & ~COMMON) for i in range(at, end))
        if own and is_given(document, at) and not document.flags(at) & PLACE and at - 1 in document.words:
            before = document.words[at - 1]
            if before.possessive or is_given(document, at - 1) or document.flags(end - 1) & (HEAD | TITLE):
                return 0
            return at
    return 0


def is_called_by_work(document: NameDocument, at: int, first: int) -> bool:
    """Whether an unknown word that opens the sentence names what somebody does: Harbourmaster, Coxswain."""
    word = document.words[at]
    unknown = not word.flags & ~COMMON and at == first and word.opens and word.case is Case.MIXED
    return unknown and word.small.endswith(ROLE_ENDINGS) and len(word.small) > len("doctor")


def stands_for_body(document: NameDocument, first: int) -> bool:
    """Whether "at" stands before the run and an office before that: manager at Easyhop."""
    if document.before(first) != "at" or first < 2:
        return False
    return bool(name_lexicon().of(document.small[first - 2]) & OFFICE) or document.before(first - 2) == "of"


def with_given_name(document: NameDocument, first: int, found: list[Candidate]) -> list[Candidate]:
    """The given name that is a word too, and was left out before a surname: Will Kerr, director, said."""
    for candidate in found:
        at = candidate.first - 1
        if (
            candidate.kind is not EntityKind.PERSON
            or candidate.size > 1
            or at < first
            or not {at, candidate.first} <= document.words.keys()
        ):
            continue
        given, surname = document.words[at], document.words[candidate.first]
        if (
            is_odd_name(given)
            and not surname.flags & (PLACE | TITLE)
            and candidate.first not in document.phrases
            and not is_asked(document, candidate.end)
        ):
            candidate.first = at
    return found


def passed_over(document: NameDocument, first: int, end: int) -> list[Candidate]:
    """Such a given name and an unknown word that fill a run, where somebody named acts or is described."""
    if end - first != 2 or first + 1 not in document.words or document.words[first].possessive:
        return []
    surname = document.words[first + 1]
    named = is_odd_name(document.words[first]) and not surname.flags and surname.case is Case.MIXED
    acts = document.after(end) == "," or document.after(end) in sign_words().says
    return [by_rule(first, end, EntityKind.PERSON, UNSURE)] if named and acts else []


def is_odd_name(word: CapitalWord) -> bool:
    """Whether a given name is as often a plain word: Will, Mark, Grace, Bill."""
    odd = word.flags & GIVEN and word.flags & (COMMON | NO_NAME) and not word.flags & (TITLE | PLACE)
    return bool(odd) and word.case is Case.MIXED


def is_asked(document: NameDocument, at: int) -> bool:
    """Whether the sentence that goes on at `at` is a question: Will Kerr resign?"""
    for small in document.small[at : at + MOST_ASKED]:
        if small in ".?!¶":
            return small == "?"
    return False
