"""Rules that look round a name: lords of places, datelines, addresses, initials in brackets."""

from __future__ import annotations

from tui.extract.names.candidates import Candidate, by_rule, key_of, placed
from tui.extract.names.capital_run_rules import head_nouns
from tui.extract.names.capital_words import BREAK, CONNECTORS, NameDocument
from tui.extract.names.document_evidence import DocumentEvidence, Sign, sign_words
from tui.extract.names.name_lexicon import (
    BODY_HEAD,
    COMMON,
    DEMONYM,
    GIVEN,
    HEAD,
    NO_NAME,
    OFFICE,
    PLACE,
    TITLE,
    name_lexicon,
)
from tui.extract.names.split_candidates import cut
from tui.model.annotation import EntityKind

SEATS = frozenset("mp mps msp msps ms mep candidate seat councillor councillors constituency member".split())
KNOWN_SCORE = 40
LONGEST_EXPANSION = 14
LONGEST_BYLINE = 3
NOT_A_WRITER = HEAD | OFFICE | NO_NAME | DEMONYM


def apply_document_rules(
    document: NameDocument, evidence: DocumentEvidence, found_by_run: list[list[Candidate]]
) -> list[Candidate]:
    """The candidates of all runs, run after run, put right by the rules of this module."""
    known = {key_of(document, c): c.kind for found in found_by_run for c in found}
    addresses = address_runs(document)
    out: list[Candidate] = []
    for run, found in zip(document.runs, found_by_run, strict=True):
        found = with_known(document, run, cut(document, found, known))
        bodies = any(c.kind is EntityKind.ORGANISATION for c in found)
        if is_dateline(document, run) or (run in addresses and not bodies):
            found = placed(found, by_rule(*run, EntityKind.PLACE))
        elif is_byline(document, run):
            found = []
        elif is_bracketed(document, run):
            found = with_expansion(document, run, out) or found
        out.extend(c for c in found if names_something(document, evidence, c))
    return out


def names_something(document: NameDocument, evidence: DocumentEvidence, candidate: Candidate) -> bool:
    """Whether none of the reasons against a name holds."""
    if is_generic(document, candidate) or is_part(document, candidate):
        return False
    return not is_opener(document, evidence, candidate)


def is_generic(document: NameDocument, candidate: Candidate) -> bool:
    """Whether it names nobody: "City Council", "the Chancellor", a phrase known to be no name."""
    first, end = candidate.first, candidate.end
    if first in document.phrases:
        return document.phrases[first] == (end, None)
    if candidate.kind is EntityKind.PERSON and is_post(document, candidate):
        return True
    if candidate.kind is EntityKind.PERSON or candidate.size == 1:
        flags = [document.flags(i) for i in range(first, end)]
        return (
            all(f & (TITLE | OFFICE | NO_NAME) and not f & (GIVEN | PLACE) for f in flags)
            and not candidate.ruled
        )
    return all(document.small[i] in head_nouns().generic for i in range(first, end))


def is_post(document: NameDocument, candidate: Candidate) -> bool:
    """Whether it is a post and nobody's name: "the Fisheries Secretary", "Marketing Manager at"."""
    last = document.flags(candidate.end - 1)
    if candidate.ruled or not last & OFFICE or last & GIVEN:
        return False
    words = range(candidate.first, candidate.end)
    plain_words = all(document.flags(i) & (COMMON | OFFICE) and not document.flags(i) & GIVEN for i in words)
    held = plain_words and candidate.size > 1 and document.after(candidate.end) in ("at", "of", "for")
    return document.before(candidate.first) == "the" or held


def is_opener(document: NameDocument, evidence: DocumentEvidence, candidate: Candidate) -> bool:
    """Whether it is a common word that has its capital only where it opens a sentence."""
    word = document.words.get(candidate.first)
    if candidate.size > 1 or candidate.kind is EntityKind.PERSON or word is None or not word.opens:
        return False
    known = candidate.first in document.phrases and word.small not in head_nouns().generic
    common = (
        (word.flags & COMMON or is_compound(word.small, word.flags))
        and not word.flags & (GIVEN | PLACE)
        and not word.text.isupper()
    )
    return bool(common) and not known and not evidence.of(word.small) & Sign.MID_SENTENCE


def is_compound(small: str, flags: int) -> bool:
    """Whether an unknown plural is two common words in one: roadworks, floodwaters."""
    if flags or not small.endswith("s"):
        return False
    of = name_lexicon().of
    return any(of(small[:at]) & COMMON and of(small[at:]) & COMMON for at in range(4, len(small) - 3))


def is_part(document: NameDocument, candidate: Candidate) -> bool:
    """Whether it is only a part of a compound: the New of "New York-based", the U.S. of "U.S.-led"."""
    tokens, end = document.tokens, candidate.end
    if end >= len(tokens.words) or end in document.words:
        return False
    if tokens.words[end] == "-" and tokens.starts[end] == tokens.ends[end - 1]:
        return tokens.text[tokens.ends[end] : tokens.ends[end] + 1].islower()
    compound = tokens.words[end][0].isupper() and "-" in tokens.words[end]
    return compound and tokens.starts[end] == tokens.ends[end - 1] + 1


def with_known(document: NameDocument, run: tuple[int, int], found: list[Candidate]) -> list[Candidate]:
    """Known names that the model has passed over when they fill their run, or has found a part of."""
    for first in range(*run):
        end, kind = document.phrases.get(first, (first, None))
        if kind is None:
            continue
        over, size = [c for c in found if c.overlaps(first, end)], end - first
        if over:
            better = size > 1 and all(first <= c.first and c.end <= end and c.size < size for c in over)
        else:
            post = end == run[1] - 1 and document.flags(end) & (OFFICE | NO_NAME | TITLE)
            alone = kind is EntityKind.ORGANISATION or run == (first, end) or post
            better = size > 1 and bool(alone)
            better = better or (run == (first, end) and is_sure(document, first, kind))
        if better:
            found = placed(found, by_rule(first, end, kind, KNOWN_SCORE))
    return found


def is_sure(document: NameDocument, at: int, kind: EntityKind) -> bool:
    """Whether a known name of one word means what it is known for, where it stands."""
    word = document.words[at]
    if kind is EntityKind.ORGANISATION and document.after(at + 1) in sign_words().body_after:
        return True
    return not (word.opens or word.case or word.flags & (GIVEN | TITLE | DEMONYM | NO_NAME))


def is_dateline(document: NameDocument, run: tuple[int, int]) -> bool:
    """A place in capitals that opens a line, before a date, dash or bracket: "PARIS (AP)"."""
    first, end = run
    word, after = document.words.get(first), document.after(end)
    if document.before(first) != BREAK or word is None or not word.text.isupper() or len(word.text) < 3:
        return False
    if not all(document.words[i].text.isupper() for i in range(first, end) if i in document.words):
        return False
    if word.flags & (NO_NAME | BODY_HEAD | GIVEN | TITLE) and not word.flags & PLACE:
        return False
    dated = after[0].isdigit() and len(after) >= 4
    return dated or after in ("(", "–", "—") or (after in ("-", ":", "--") and bool(word.flags & PLACE))


def is_byline(document: NameDocument, run: tuple[int, int]) -> bool:
    """Two or three words after "By" that fill their line, none of which heads a body: "By KIT HARGREAVE"."""
    first, end = run
    if (
        not 1 < end - first <= LONGEST_BYLINE
        or document.before(first) != "by"
        or document.before(first - 1) != BREAK
    ):
        return False
    plain_words = all(i in document.words and not document.flags(i) & NOT_A_WRITER for i in range(first, end))
    return plain_words and document.after(end) in (BREAK, ",", "|")


def address_runs(document: NameDocument) -> set[tuple[int, int]]:
    """Runs that name places by where they stand: in the address of somebody whose age is given ("Jo Hill, 34,
    of Mill Lane, Kelby") and behind "MP for".
    """
    out: set[tuple[int, int]] = set()
    parts = 0
    for last, run in zip([(0, 0), *document.runs], document.runs, strict=False):
        first, end = run
        before = document.before(first)
        if (
            before in ("of", "from")
            and first > 3
            and document.small[first - 2] == ","
            and is_age(document.small[first - 3])
        ):
            parts = 1
        elif parts and last in out and first == last[1] + 1 and before == ",":
            parts += 1
        else:
            parts = 0
        seat = before == "for" and first > 1 and document.small[first - 2] in SEATS
        if 0 < parts < 4 or (seat and not document.flags(end - 1) & BODY_HEAD):
            out.add(run)
    return out


def is_age(small: str) -> bool:
    """Two digits."""
    return len(small) == 2 and small.isdigit()


def is_bracketed(document: NameDocument, run: tuple[int, int]) -> bool:
    """Whether the run is one word in capitals in brackets: (KCS)."""
    first, end = run
    alone = end == first + 1 and document.before(first) == "(" and document.after(end) == ")"
    return alone and document.words[first].text[:2].isupper() and first > 1


def with_expansion(document: NameDocument, run: tuple[int, int], before: list[Candidate]) -> list[Candidate]:
    """The candidate of bracketed initials, if they are the name before them: "Kelby Civic Society (KCS)".

    The initials tell where that name begins ("Campaign for Buses in Kelby (CBK)"): the end of `before`,
    the candidates up to here, is put right.
    """
    end, short = run[0] - 1, document.words[run[0]].text
    begin = spelt_from(document, end, short.lower())
    if begin is not None:
        while before and before[-1].end > begin:
            before.pop()
        before.append(by_rule(begin, end, EntityKind.ORGANISATION))
    if before and before[-1].end == end and abbreviates(document, short, before[-1]):
        return [by_rule(*run, before[-1].kind)]
    return []


def spelt_from(document: NameDocument, end: int, letters: str) -> int | None:
    """Where the words start whose capitals spell the letters (three at least) and that end at `end`."""
    at, left = end, letters
    while len(letters) > 2 and left and at > 0 and end - at < LONGEST_EXPANSION:
        at -= 1
        if at in document.words:
            if document.small[at][0] != left[-1]:
                return None
            left = left[:-1]
        elif document.small[at] not in CONNECTORS and document.small[at] not in (
            "in",
            "the",
            "to",
            "at",
            "with",
        ):
            return None
    return at if not left and len(letters) > 2 else None


def abbreviates(document: NameDocument, short: str, named: Candidate) -> bool:
    """Whether `short` can be the initials of the name."""
    if named.kind is EntityKind.PERSON or not short[:2].isupper():
        return False
    parts = key_of(document, named).replace("-", " ").split(" ")
    every = "".join(part[0] for part in parts)
    main = "".join(part[0] for part in parts if part not in ("of", "and", "the", "for"))
    short = short.lower()
    return short in (every, main) or main.startswith(short) or short in main
