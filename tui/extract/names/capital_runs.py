"""Runs of words with a capital, and the known phrases in them: all the places where a name can be."""

from __future__ import annotations

from functools import cache

from tui.extract.names.capital_words import BREAK, CONNECTORS, CapitalWord, Case, NameDocument
from tui.extract.names.name_lexicon import (
    BODY_STRONG,
    GIVEN,
    HEAD,
    NO_NAME,
    OPENER,
    PLACE,
    PLACE_STRONG,
    TITLE,
    NameLexicon,
    plain,
    word_set,
)
from tui.extract.words.lexicon import lexicon

LONGEST_PHRASE = 7
LONGEST_RUN = 40
"""In tokens: no name is so long, and the rules on a run need not be linear in it."""
HEAD_WITHIN = 3
OWNERS = frozenset("king queen prince princess bishop women children men people girls boys guy lloyd".split())
"""Who gives a body or street its name with an 's: King's College, Women's Institute."""

JUNIOR = frozenset(["jr", "jr.", "sr", "sr."])
"""They end a name, whatever follows their point."""
CLAUSE_OPENERS = frozenset("he she we they it if when because but so".split())
"""With a capital behind a name these begin what somebody says next."""
OWNS = frozenset("my our his her their this that there what you".split())
"""These do behind a given name alone, for bodies have them in their names: Save Our Library."""
THINKS = frozenset(
    "am think thought know knew believe feel felt hope mean guess swear want wanted love loved like said saw"
    " see just never always don't don’t didn't didn’t".split()
)
AUXILIARIES = frozenset("have had will would can could do did was".split())
"""What follows "I" where it is a pronoun; behind the name of a king these may follow the number."""
KINGS = frozenset(
    "elizabeth charles james george edward william henry mary richard francis napoleon nicholas leopold"
    " alexander paul john peter philip king queen pope".split()
)
NICKNAME_MARKS = {"“": "”", "‘": "’", '"': '"', "'": "'", "(": ")"}


@cache
def sign_speech() -> frozenset[str]:
    """Verbs of speech behind a name."""
    return word_set("signs.txt", "speech")


@cache
def trades() -> frozenset[str]:
    """What stands behind a family's name in that of its firm: Garside's Ales."""
    return word_set("organisations.txt", "trade")


def find_phrases(document: NameDocument, lexicon: NameLexicon) -> None:
    """The longest known phrase at each word with a capital; phrases do not overlap."""
    openings, texts = lexicon.openings, document.tokens.words
    free = 0
    for at, word in document.words.items():
        if at < free:
            continue
        if word.small in openings or (word.possessive and plain(texts[at]) in openings):
            end, phrase = longest_phrase(document, at, lexicon)
            if end:
                document.phrases[at] = (end, lexicon.phrases[phrase])
                free = end


def longest_phrase(document: NameDocument, first: int, lexicon: NameLexicon) -> tuple[int, str]:
    """Where the longest known phrase from `first` ends, and the phrase; (0, "") for none.

    A phrase that ends with 's (Sainsbury's) takes the possessive into the name.
    """
    tokens, phrases = document.tokens, lexicon.phrases
    begin, found, best = tokens.starts[first], 0, ""
    for end in range(first + 1, min(first + LONGEST_PHRASE, len(tokens.words)) + 1):
        last = end - 1
        if document.small[last] == BREAK:
            break
        word = document.words.get(last)
        whole = plain(tokens.text[begin : tokens.ends[last]])
        if whole in phrases:
            found, best = end, whole
            if word and word.possessive:
                word.possessive, word.end = False, tokens.ends[last]
        elif word and word.possessive:
            whole = plain(tokens.text[begin : word.end])
            if whole in phrases:
                found, best = end, whole
    return found, best


def find_runs(document: NameDocument) -> None:
    """Set `document.runs`: stretches of capitals joined by blanks and connectors, none too short."""
    free = 0
    for at in document.words:
        if at < free:
            continue
        last = at
        while (following := next_in_run(document, last)) and following - at < LONGEST_RUN:
            last = following
        if at in document.phrases:
            last = max(last, document.phrases[at][0] - 1)
        free = last + 1
        first = without_opener(document, at, free)
        if first < free:
            document.runs.append((first, free))


def next_in_run(document: NameDocument, at: int) -> int:
    """The next word of the run after the word at `at`, or 0 where the run ends."""
    words, small, word = document.words, document.small, document.words[at]
    beyond = at + 1
    if word.possessive:
        return after_possessive(document, at, word)
    if small[at] in JUNIOR:
        return 0
    if beyond in words:
        return 0 if opens_clause(document, beyond) else beyond
    if beyond < len(small) and small[beyond] in NICKNAME_MARKS and (behind := behind_nickname(document, at)):
        return behind
    while beyond < len(small) and small[beyond] in CONNECTORS and beyond <= at + 2:
        beyond += 1
    return beyond if beyond > at + 1 and beyond in words else 0


def opens_clause(document: NameDocument, at: int) -> bool:
    """Whether a word with a capital begins another clause right behind a name: gave it to Conor I think."""
    word, before = document.words[at], document.words[at - 1]
    if word.case is not Case.MIXED or (word.text.isupper() and word.text != "I"):
        return False
    if word.small == "i":
        after = document.after(at + 1)
        verb = after in lexicon().verbs or after in lexicon().cues
        plain_form = verb and not after.endswith(("s", "ed"))
        return after in THINKS or (before.small not in KINGS and (plain_form or after in AUXILIARIES))
    if word.small in CLAUSE_OPENERS:
        return not word.flags & GIVEN
    return word.small in OWNS and bool(before.flags & GIVEN)


def behind_nickname(document: NameDocument, at: int) -> int:
    """The surname behind the marks or brackets at `at` + 1 that hold a nickname; 0 where they hold none."""
    tokens, words, small = document.tokens, document.words, document.small
    closing = NICKNAME_MARKS[small[at + 1]]
    inner = at + 2
    close = next((i for i in range(inner + 1, min(inner + 4, len(small))) if small[i] == closing), 0)
    behind = close + 1
    if not close or not words[at].flags & GIVEN or behind not in words:
        return 0
    starts, ends = tokens.starts, tokens.ends
    close_set = starts[inner] == ends[at + 1] and starts[close] == ends[close - 1]
    apart = starts[at + 1] == ends[at] + 1 and starts[behind] == ends[close] + 1
    if not (close_set and apart) or words[behind].flags & (TITLE | OPENER) or inner not in words:
        return 0
    if closing == ")" and (close > inner + 1 or inner in document.phrases or words[inner].text.isupper()):
        return 0
    return behind


def after_possessive(document: NameDocument, at: int, word: CapitalWord) -> int:
    """A possessive ends a name, but for "Farmers’ Union", "King’s College", "St Mary’s Hospital"."""
    if at + 1 < len(document.small) and document.small[at + 1] in "’'":
        heads = document.flags(at + 2) & HEAD and at + 2 not in document.phrases
        return at + 2 if heads and not word.flags & PLACE else 0
    if document.small[at + 1 : at + 2] and document.small[at + 1] in trades() and not word.flags & PLACE:
        return at + 1 if at + 1 in document.words else 0
    if word.small not in OWNERS or at + 1 not in document.words:
        return 0
    headed = any(
        document.flags(i) & (BODY_STRONG | PLACE_STRONG) for i in range(at + 1, at + 1 + HEAD_WITHIN)
    )
    return at + 1 if headed else 0


def without_opener(document: NameDocument, first: int, end: int) -> int:
    """Where the run starts when words that only open a sentence are left out; `end` when nothing is left."""
    words = document.words
    if bids(document, first, end):
        first += 1
    while first < end:
        word = words.get(first)
        if word and (first in document.phrases or not word.flags & NO_NAME or word.flags & (GIVEN | PLACE)):
            return first
        idle = word is None or word.opens or word.case or word.small in DETERMINERS
        if not idle and end - first > 1 and first + 1 in words:
            return first
        first += 1
    return first


def bids(document: NameDocument, first: int, end: int) -> bool:
    """Whether the run opens with a bidding before what is known by name: Contact Police Scotland."""
    word = document.words[first]
    if end - first < 2 or not word.opens or word.case is not Case.MIXED or first in document.phrases:
        return False
    if (
        word.flags & (GIVEN | PLACE | TITLE)
        or word.small not in lexicon().verbs
        or word.small.endswith("ing")
    ):
        return False
    known = first + 1 in document.phrases or document.flags(first + 1) & (GIVEN | PLACE | TITLE)
    return bool(known) and document.after(end) not in sign_speech()


DETERMINERS = frozenset("the a an this that these those it its he she they we i his her their our my".split())
