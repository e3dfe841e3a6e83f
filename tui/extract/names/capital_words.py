"""Tokens -> the words that carry a capital, and the runs of them that may hold a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.extract.names.name_lexicon import (
    BODY_HEAD,
    BRITAIN,
    COMMON,
    GIVEN,
    OPENER,
    PLACE,
    NameLexicon,
    plain,
)
from tui.extract.words.tokens import Tokens
from tui.model.annotation import EntityKind
from tui.model.article import Paragraph, ParagraphKind

BREAK = "¶"
"""Stands in `small` for a line's end."""
CONNECTORS = frozenset(
    "of and the for de la le du van der den von bin ibn al el da di dos del & on upon y ap ab"
    " ul zu ten ter wa nan na à".split()
)
PARTICLES = frozenset(
    "van der den de du la le von bin ibn al el da di dos del ten ter ap ab ul zu wa mac st".split()
)
NOT_BEFORE_HYPHEN = (
    "pro-",
    "anti-",
    "ex-",
    "non-",
    "pre-",
    "post-",
    "mid-",
    "un-",
    "co-",
    "trans-",
    "cross-",
    "sub-",
    "inter-",
)
ARTICLE_PREFIXES = ("al-", "el-", "ul-", "an-", "as-", "ar-", "at-", "ad-")
CLAN_PREFIXES = ("Mc", "Mac", "O’", "O'", "Fitz", "D’", "D'", "De", "Di", "Le", "Van")
NUMBERS = frozenset("II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XVIII XXIII".split())
"""Behind a name: Martin Luther King III."""
SAINTS = frozenset(["st", "st."])
"""The 's behind a saint is part of the name of a church or school: the bells of St Wilfrid's."""
LOWER_TAILS = frozenset(["upon", "under", "the", "sur", "next"])
BEHIND_NAME = frozenset("born led run ridden built held made bred written".split())
"""What was done by or at what is named before the hyphen, beside all that ends in "ed": Dumont-trained."""
NOT_BEHIND_NAME = frozenset("nominated starred rated sized shaped related listed".split())
"""Oscar-nominated, L-shaped: what stands before these is named for nobody's sake."""


class Case:
    """What a capital means on a line: MIXED: something; UPPER, TITLE: nothing, every word has one."""

    MIXED = 0
    UPPER = 1
    TITLE = 2


@dataclass(slots=True)
class CapitalWord:
    """A token with a capital: start and end leave out the possessive 's, `small` is how it is looked up."""

    text: str
    small: str
    start: int
    end: int
    flags: int
    shape: str
    possessive: bool
    opens: bool
    """Whether it is the first word of a sentence, where a capital tells nothing."""
    case: int = Case.MIXED


@dataclass(slots=True)
class NameDocument:
    """One article as this package reads it; positions are token numbers, runs and phrases half-open."""

    tokens: Tokens
    small: list[str]
    words: dict[int, CapitalWord] = field(default_factory=dict)
    phrases: dict[int, tuple[int, EntityKind | None]] = field(default_factory=dict)
    """Known phrases: first token -> (end, kind)."""
    runs: list[tuple[int, int]] = field(default_factory=list)

    def before(self, at: int) -> str:
        """The small word before token `at`."""
        return self.small[at - 1] if at else BREAK

    def after(self, end: int) -> str:
        """The small word at `end`, which follows what ends there."""
        return self.small[end] if end < len(self.small) else BREAK

    def flags(self, at: int) -> int:
        """The flags of the word at token `at`; 0 for a token without a capital."""
        word = self.words.get(at)
        return word.flags if word else 0

    def key(self, first: int, end: int) -> str:
        """A name as it is compared: small words, points left out."""
        words = self.words
        parts = [words[i].small if i in words else self.small[i] for i in range(first, end)]
        return " ".join(parts).replace(".", "")


def shape_of(text: str) -> str:
    """The pattern of capitals: X, XX, XXX, XL (capitals), X. (initials), Xx, X-x, Mc, XxX, xX."""
    if "." in text:
        return "X." if len(text) <= 2 else "X.X"
    if text.isupper():
        return "X" if len(text) == 1 else "XX" if len(text) == 2 else "XXX" if len(text) <= 5 else "XL"
    if not text[0].isupper():
        return "xX"
    if text[1:].islower():
        return "X-x" if "-" in text else "Xx"
    if "-" in text:
        return "X-x"
    return "Mc" if text.startswith(CLAN_PREFIXES) else "XxX"


def is_nameable(text: str, small: str, flags: int, lexicon: NameLexicon) -> bool:
    """Whether a token with a capital somewhere may be (part of) a name: not "pro-Brexit", "Labour-led"."""
    if "-" in text:
        if small.startswith(NOT_BEFORE_HYPHEN) and text[0].islower():
            return False
        if not flags & ~COMMON and not small.startswith(ARTICLE_PREFIXES):
            tail = text.rsplit("-", 1)[1]
            plain_tail = lexicon.of(tail) & COMMON or tail.endswith(("ed", "wide", "era"))
            return not (tail.islower() and len(tail) > 2 and plain_tail and tail not in LOWER_TAILS)
    return text[0].isupper() or "." not in text


def read_document(tokens: Tokens, paragraphs: Sequence[Paragraph], lexicon: NameLexicon) -> NameDocument:
    """Find the words with a capital, the known phrases among them, and the runs."""
    document = NameDocument(tokens, list(tokens.words))
    small, words = document.small, document.words
    texts, starts, ends = tokens.words, tokens.starts, tokens.ends
    headlines = {p.span.start for p in paragraphs if p.kind is ParagraphKind.HEADLINE}
    opens, line, long_lower = True, 0, 0
    for at, text in enumerate(texts):
        if text.islower():
            opens = False
            long_lower += len(text) > 3
        elif text[0].isalpha():
            word = word_of(text, starts[at], ends[at], opens, lexicon)
            if "-" in text and names_before_hyphen(document, at, word, lexicon):
                word = before_hyphen(word, lexicon)
            opens = False
            small[at] = word.small
            if word.possessive and at and small[at - 1] in SAINTS:
                word.possessive, word.end = False, ends[at]
            if is_nameable(word.text, word.small, word.flags, lexicon):
                words[at] = word
        elif text == "\n":
            small[at] = BREAK
            settle_case(document, line, at, long_lower, bool(headlines) and starts[line] in headlines)
            opens, line, long_lower = True, at + 1, 0
        else:
            opens = text in ".!?:…" or opens or (text in "“‘\"'" and (at == 0 or ends[at - 1] < starts[at]))
            if text in "’'" and at - 1 in words:
                settle_possessive(document, at)
    if line < len(texts):
        settle_case(document, line, len(texts), long_lower, starts[line] in headlines)
    return document


def word_of(text: str, start: int, end: int, opens: bool, lexicon: NameLexicon) -> CapitalWord:
    """A token as a Word, its possessive taken off."""
    possessive = len(text) > 2 and text[-1] in "sS" and text[-2] in "’'"
    if possessive:
        text, end = text[:-2], end - 2
    small = plain(text)
    return CapitalWord(text, small, start, end, lexicon.of(small), shape_of(text), possessive, opens)


def names_before_hyphen(document: NameDocument, at: int, word: CapitalWord, lexicon: NameLexicon) -> bool:
    """Whether a compound has a name before its last hyphen: Sheffield-based, the Henri Dumont-trained mare.

    Of places only those of Britain count: U.S.-led and Paris-based are hardly more than adjectives.
    """
    head, _, tail = word.text.rpartition("-")
    participle = tail in BEHIND_NAME or (tail.endswith("ed") and len(tail) > 4)
    if not participle or tail in NOT_BEHIND_NAME or len(head) < 2 or not head[0].isupper():
        return False
    flags = lexicon.of(plain(head))
    if flags & PLACE and not flags & (BRITAIN | GIVEN | BODY_HEAD):
        return False
    if at - 1 in document.words:
        before = document.small[at - 1]
        return before not in ("st", "st.") and f"{before} {plain(head)}" not in lexicon.phrases
    return not (word.opens and flags & (COMMON | OPENER) and not flags & (GIVEN | PLACE))


def before_hyphen(word: CapitalWord, lexicon: NameLexicon) -> CapitalWord:
    """The name before the hyphen. It ends there, as before a possessive."""
    head = word.text.rpartition("-")[0]
    small, end = plain(head), word.start + len(head)
    return CapitalWord(head, small, word.start, end, lexicon.of(small), shape_of(head), True, word.opens)


def settle_possessive(document: NameDocument, at: int) -> None:
    """The mark at `at` is an apostrophe (Balls’ door) where it follows an s and a blank follows it."""
    word, tokens = document.words[at - 1], document.tokens
    if (
        word.end == tokens.starts[at]
        and word.small.endswith("s")
        and tokens.text[word.end + 1 : word.end + 2] == " "
    ):
        word.possessive = True


def settle_case(document: NameDocument, first: int, end: int, long_lower: int, headline: bool) -> None:
    """Tell the words of a line that is set in capitals, or has one in every word, that theirs mean little."""
    words = document.words
    own = [words[i] for i in range(first, end) if i in words]
    if len(own) < 3:
        return
    if sum(w.text.isupper() for w in own) >= 0.75 * (len(own) + long_lower):
        for i in range(first, end):
            if i in words:
                words[i].case = Case.UPPER
                if words[i].small in CONNECTORS:
                    del words[i]
    elif (not long_lower and len(own) >= 5) or (headline and len(own) > 2 * long_lower):
        for word in own:
            word.case = Case.TITLE
