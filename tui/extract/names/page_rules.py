"""Rules that look round a name on the page: lords of places, datelines, addresses, initials in brackets."""

from __future__ import annotations

from tui.extract.names.candidate import CERTAIN, Candidate, by_rule, key_of, placed
from tui.extract.names.lexicon import BODY_HEAD, DEMONYM, GIVEN, NO_NAME, OFFICE, PLACE, TITLE
from tui.extract.names.run_rules import heads
from tui.extract.names.words import BREAK, PARTICLES, Page
from tui.model.annotation import EntityKind

SEATS = frozenset("mp mps msp msps ms mep candidate seat councillor councillors constituency member".split())
KNOWN_SCORE = 40
NOT_FIRST = frozenset(["the", "a", "an"])


def apply_page_rules(page: Page, found: list[Candidate]) -> list[Candidate]:
    """All rules of this module, in order."""
    found = [part for c in found for part in parted(page, c)]
    for candidate in found:
        trim(page, candidate)
    found = with_known(page, found)
    found = with_datelines(page, found)
    found = with_addresses(page, found)
    return with_brackets(page, [c for c in found if not is_generic(page, c)])


def parted(page: Page, candidate: Candidate) -> list[Candidate]:
    """Two names that look like one: "Lord Smith of Hull", "SNP Scottish Government"."""
    first, end = candidate.first, candidate.end
    if candidate.kind is EntityKind.PERSON:
        for at in range(first + 1, end - 1):
            if page.small[at] == "of":
                return [by_rule(first, at, EntityKind.PERSON), by_rule(at + 1, end, EntityKind.PLACE)]
    body = candidate.kind is EntityKind.ORGANISATION and candidate.size > 2
    party = body and page.small[first] in heads().party
    if party and page.flags(first + 1) & DEMONYM and page.flags(end - 1) & BODY_HEAD:
        return [by_rule(a, b, EntityKind.ORGANISATION) for a, b in ((first, first + 1), (first + 1, end))]
    return [candidate]


def trim(page: Page, candidate: Candidate) -> None:
    """Leave out "the", a demonym before a person, a word that only opens the sentence; take particles in."""
    person = candidate.kind is EntityKind.PERSON
    while candidate.size > 1 and candidate.first not in page.phrases:
        flags = page.flags(candidate.first)
        idle = flags & NO_NAME and not flags & (GIVEN | PLACE | BODY_HEAD)
        if not (
            page.small[candidate.first] in NOT_FIRST
            or idle
            or (person and flags & DEMONYM and not flags & GIVEN)
        ):
            break
        candidate.first += 1
    if person:
        at = candidate.first
        while (
            at and page.small[at - 1] in PARTICLES and page.tokens.ends[at - 1] + 1 == page.tokens.starts[at]
        ):
            at -= 1
        if at in page.words:
            candidate.first = at


def is_generic(page: Page, candidate: Candidate) -> bool:
    """Whether it names nobody: "City Council", "the Chancellor", a phrase known to be no name."""
    first, end = candidate.first, candidate.end
    if first in page.phrases:
        return page.phrases[first] == (end, None)
    if candidate.kind is EntityKind.PERSON or candidate.size == 1:
        flags = [page.flags(i) for i in range(first, end)]
        return (
            all(f & (TITLE | OFFICE | NO_NAME) and not f & (GIVEN | PLACE) for f in flags)
            and not candidate.ruled
        )
    return all(page.small[i] in heads().generic for i in range(first, end))


def with_known(page: Page, found: list[Candidate]) -> list[Candidate]:
    """Known names that the model has passed over, when they fill their run."""
    taken = {i for c in found for i in range(c.first, c.end)}
    for first, end in page.runs:
        if (
            first in taken
            or page.phrases.get(first, (0, None))[0] != end
            or any(i in taken for i in range(first, end))
        ):
            continue
        word, kind = page.words[first], page.phrases[first][1]
        doubtful = word.opens or word.case or word.flags & (GIVEN | TITLE | DEMONYM | NO_NAME)
        if kind and (end - first > 1 or not doubtful):
            found = placed(found, by_rule(first, end, kind, KNOWN_SCORE))
    return found


def with_datelines(page: Page, found: list[Candidate]) -> list[Candidate]:
    """A place in capitals that opens a line, before a date, dash or bracket: "PARIS (AP)"."""
    for first, end in page.runs:
        if page.before(first) != BREAK or not all(
            page.words[i].text.isupper() for i in range(first, end) if i in page.words
        ):
            continue
        word, after = page.words.get(first), page.after(end)
        if (
            word is None
            or len(word.text) < 3
            or (word.flags & (NO_NAME | BODY_HEAD | GIVEN) and not word.flags & PLACE)
        ):
            continue
        dated = after[0].isdigit() and len(after) >= 4
        if dated or after in ("(", "–", "—") or (after in ("-", ":", "--") and word.flags & PLACE):
            found = placed(found, by_rule(first, end, EntityKind.PLACE))
    return found


def with_addresses(page: Page, found: list[Candidate]) -> list[Candidate]:
    """Places of an address ("Jo Hill, 34, of Mill Lane, Kelby"); "MP for A and B" is one place."""
    for first, end in page.runs:
        before = page.before(first)
        if (
            before in ("of", "from")
            and first > 3
            and page.small[first - 2] == ","
            and is_age(page.small[first - 3])
        ):
            for begin, stop in address(page, first):
                if not any(c.kind is EntityKind.ORGANISATION and c.overlaps(begin, stop) for c in found):
                    found = placed(found, by_rule(begin, stop, EntityKind.PLACE))
        elif (
            before == "for"
            and first > 1
            and page.small[first - 2] in SEATS
            and not page.flags(end - 1) & BODY_HEAD
        ):
            found = placed(found, by_rule(first, end, EntityKind.PLACE))
    return found


def is_age(small: str) -> bool:
    """Two digits."""
    return len(small) == 2 and small.isdigit()


def address(page: Page, first: int) -> list[tuple[int, int]]:
    """The runs of an address that starts at `first`, joined by commas, at most three."""
    parts: list[tuple[int, int]] = []
    runs = dict(page.runs)
    while first in runs and len(parts) < 3:
        parts.append((first, runs[first]))
        if page.after(runs[first]) != ",":
            break
        first = runs[first] + 1
    return parts


def with_brackets(page: Page, found: list[Candidate]) -> list[Candidate]:
    """Initials in brackets behind a name are that name: "North East Combined Authority (NECA)"."""
    ends = {c.end: c for c in found}
    for at, word in page.words.items():
        named = ends.get(at - 1)
        if (
            named
            and page.before(at) == "("
            and page.after(at + 1) == ")"
            and abbreviates(page, word.text, named)
        ):
            found = placed(found, by_rule(at, at + 1, named.kind, CERTAIN))
    return found


def abbreviates(page: Page, short: str, named: Candidate) -> bool:
    """Whether `short` can be the initials of the name."""
    if named.kind is EntityKind.PERSON or not short[:2].isupper():
        return False
    parts = key_of(page, named).replace("-", " ").split(" ")
    every = "".join(part[0] for part in parts)
    main = "".join(part[0] for part in parts if part not in ("of", "and", "the", "for"))
    short = short.lower()
    return short in (every, main) or main.startswith(short) or short in main
