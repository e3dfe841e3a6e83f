"""Rules on one run of capitals that tell a body: papers, firms of a nation, charities of a country."""

from __future__ import annotations

from tui.extract.names.candidates import Candidate, by_rule, placed
from tui.extract.names.capital_runs import trades
from tui.extract.names.capital_words import Case, NameDocument
from tui.extract.names.document_evidence import sign_words
from tui.extract.names.name_lexicon import (
    CALENDAR,
    DEMONYM,
    GIVEN,
    OFFICE,
    OPENER,
    PLACE,
    PLACE_HEAD,
    TITLE,
)
from tui.extract.words.lexicon import lexicon
from tui.model.annotation import EntityKind

COUNTRIES_BEHIND = frozenset("uk england scotland wales ireland cymru ulster gb".split())
"""They end the names of charities and of sports' own bodies: Diabetes UK, Badminton England."""
OF_LAND = frozenset(
    "north south east west northern southern eastern western central mid middle upper lower new great greater"
    " little inner rural modern medieval tudor ancient old young".split()
)
"""Before a country these tell which part or time of it is meant."""
TELLS_PAPER = frozenset("told tell tells telling by in to from with of".split())
PAPER_SAYS = frozenset(
    "reported reports revealed reveals understands claimed claims said says printed wrote".split()
)
BE = frozenset("is was are were has have had will".split())
BEHIND_NOUN = frozenset("which that in of and based with from for to called owned run".split())
LONGEST_NATION = 4
ADJECTIVES = 3
"""A noun that says what a body is stands at most so many words behind the article."""


def apply_body_rules(document: NameDocument, first: int, end: int, found: list[Candidate]) -> list[Candidate]:
    """The candidates of one run, put right where last word or neighbours tell an organisation."""
    if is_paper(document, first, end) or is_said_to_be_body(document, first, end, found):
        return placed(found, by_rule(first, end, EntityKind.ORGANISATION))
    if is_of_nation(document, first, end):
        return placed(found, by_rule(first, end, EntityKind.ORGANISATION))
    if is_family_firm(document, first, end):
        return placed(found, by_rule(end - 2, end, EntityKind.ORGANISATION))
    for at in range(first + 1, end):
        begin = of_country(document, first, at)
        if begin < at and not any(c.ruled and c.overlaps(begin, at + 1) for c in found):
            found = placed(found, by_rule(begin, at + 1, EntityKind.ORGANISATION))
    return found


def is_paper(document: NameDocument, first: int, end: int) -> bool:
    """Whether a word that may be a paper's is one: told The Mirror, the Argus understands."""
    word = document.words[first]
    if end - first != 1 or word.small not in sign_words().paper or document.before(first) != "the":
        return False
    beside = document.before(first - 1) in TELLS_PAPER or document.after(end) in PAPER_SAYS
    return beside and word.case is Case.MIXED and not word.opens


def is_of_nation(document: NameDocument, first: int, end: int) -> bool:
    """Whether a nation and plain words with capitals are a firm: British Sugar said, Irish Ferries has."""
    words = [document.words.get(i) for i in range(first, end)]
    if not 1 < len(words) <= LONGEST_NATION or not all(words) or first in document.phrases:
        return False
    own = [word for word in words if word]
    if not own[0].flags & DEMONYM or any(word.case is not Case.MIXED for word in own):
        return False
    if any(
        word.flags & (TITLE | OFFICE | CALENDAR | GIVEN | PLACE | PLACE_HEAD | DEMONYM | OPENER)
        for word in own[1:]
    ):
        return False
    after = document.after(end)
    acts = after in sign_words().says or after in BE or after in sign_words().body_after
    before = document.before(first)
    held = before in ("at", "for", "of", "by") and document.before(first - 1) in sign_words().member_of
    return (acts or held) and before not in ("the", "a", "an") and not own[-1].possessive


def is_family_firm(document: NameDocument, first: int, end: int) -> bool:
    """Whether the run ends with a family's firm: Garside's Ales."""
    if end - first < 2 or end - 2 not in document.words:
        return False
    return document.words[end - 2].possessive and document.small[end - 1] in trades()


def of_country(document: NameDocument, first: int, at: int) -> int:
    """Where a body begins whose name ends with the country at `at`; `at` where none does."""
    word = document.words.get(at)
    if word is None or word.small not in COUNTRIES_BEHIND or word.case is not Case.MIXED:
        return at
    begin = at - 1 if word.small == "ireland" and document.small[at - 1] == "northern" else at
    stop = begin
    while begin > first and begin - 1 in document.words and is_plain(document, begin - 1):
        begin -= 1
    if begin == stop or any(document.phrases.get(i, (0, None))[0] > stop for i in range(begin, stop)):
        return at
    opening = document.words[begin]
    told = document.after(at + 1) in sign_words().speech or document.after(at + 1) in sign_words().body_after
    bids = (
        opening.opens and opening.small in lexicon().verbs and not opening.small.endswith("ing") and not told
    )
    return at if bids or (begin > first and begin - 1 in document.words) else begin


def is_plain(document: NameDocument, at: int) -> bool:
    """Whether a word before a country may name a body's cause: Diabetes, Kidney, Badminton."""
    word = document.words[at]
    other = GIVEN | PLACE | TITLE | OFFICE | CALENDAR | DEMONYM | OPENER
    return not (word.flags & other or word.possessive or word.small in OF_LAND or word.case is not Case.MIXED)


def is_said_to_be_body(document: NameDocument, first: int, end: int, found: list[Candidate]) -> bool:
    """Whether the words behind a name say that it is a firm or the like: X is a small firm; X, a charity."""
    last = document.words.get(end - 1)
    if any(c.ruled for c in found) or end - first < 2 or last is None or last.possessive:
        return False
    small, at = document.small, end + 1
    if document.after(end) not in (",", "is", "was") or document.after(at) not in ("a", "an", "the"):
        return False
    for noun in range(at + 1, min(at + 1 + ADJECTIVES, len(small))):
        if small[noun] in sign_words().body_before:
            behind = document.after(noun + 1)
            return noun not in document.words and (not behind.isalpha() or behind in BEHIND_NOUN)
        if not small[noun].replace("-", "").isalpha():
            break
    return False
