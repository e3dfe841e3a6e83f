"""What a word of a query may stand for, from the very word to a far cry, in six levels.

A finished word and the word still being typed (the last of the line) differ: the latter may be the beginning
of any word.

| level | finished word                                | word being typed                             |
|-------|----------------------------------------------|----------------------------------------------|
| exact | the word                                     | the word                                     |
| akin  | another inflection; split in two words, or   | the same, and every word that it begins      |
|       | joined with its neighbour in the query       |                                              |
| near  | one typing error that fingers easily make    | the same                                     |
| odd   | any other single error                       | the same                                     |
| far   | two errors; longer words that it begins      | two errors; words that it begins but for     |
|       |                                              | one error                                    |
| role  | any of the levels down to odd, in the words that tell what the speaker is                   |

What stands in no row may be a typing error, so its inflections are only near. Two errors are forgiven only
behind a right first letter, unless nothing else comes near.

A word of the corpus that looks like a slip for one MISSPELT_RATIO times commoner, and is in no speaker line,
is judged a misspelling of it: typed, it weighs no more than if it were as common, and the common one is akin;
met by a typing error, it is far where the common one is near. So a wrong spelling never gains by being rare.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.search.inflection import inflections
from tui.search.letter_sieve import has_digit
from tui.search.parameters import BEGINNING, LONGEST, MISSPELT_RATIO, NEAR_EDIT, SPLIT
from tui.search.segment import Segment
from tui.search.typing_errors import is_likely_typo, is_misspelling
from tui.search.word_forms import QueryWord, WordForms, WordPair, in_role

_NOTHING = (WordForms(),) * 4
"""What stands for the levels between the very word and roles."""


def exact_forms(asked: QueryWord) -> tuple[WordForms, ...]:
    """The levels of an exact search: the word where it is said or names, and in a role."""
    return (WordForms(frozenset([asked.word])), *_NOTHING, WordForms(frozenset(in_role([asked.word]))))


def fuzzy_forms(segments: Sequence[Segment], asked: QueryWord) -> tuple[WordForms, ...]:
    """The forms of a word over a corpus of these segments, level by level."""
    corpus = _Corpus(segments)
    if len(asked.word) > LONGEST:
        return exact_forms(asked)
    levels = _levels(corpus, asked)
    if any(map(corpus.meets, levels)):
        return levels
    *close, _, _ = levels
    misspelt = in_role(corpus.near_in_roles(asked.word))
    return (*close, WordForms(frozenset(corpus.misbegun(asked.word))), WordForms(frozenset(misspelt)))


def _levels(corpus: _Corpus, asked: QueryWord) -> tuple[WordForms, ...]:
    word = asked.word
    slips = corpus.near(word)
    forms = set[str]() if has_digit(word) else set(inflections(word))
    endings = corpus.known(forms)
    right = corpus.right_spellings(word, slips)
    akin = (endings if corpus.count(word) else set()) | right | corpus.known(asked.joined)
    one_edit = {other for other, edits in slips.items() if edits == 1}
    close = one_edit - akin - endings if len(word) >= NEAR_EDIT else set()
    close -= {other for other in close if corpus.right_spellings(other, slips)}
    odd = {other for other in close if not is_likely_typo(word, other)}
    near = (close | endings) - akin - odd
    far = slips.keys() - akin - near - odd
    akin_begun = {word, asked.begun} if asked.open else {asked.begun}
    far_begun = (
        corpus.mistyped_beginnings(word) if asked.open else {word} if len(word) >= BEGINNING else set()
    )
    return (
        WordForms(frozenset([word]), counted_with=frozenset(right)),
        WordForms(frozenset(akin - {word}), tuple(akin_begun - {""}), corpus.halves(word, asked.open)),
        WordForms(frozenset(near)),
        WordForms(frozenset(odd)),
        WordForms(frozenset(far), tuple(far_begun)),
        WordForms(
            frozenset(in_role({word, *akin, *near, *odd, *forms})),
            tuple(in_role(akin_begun - {""})),
        ),
    )


class _Corpus:
    """The vocabulary of several segments together."""

    __slots__ = ("_segments",)

    def __init__(self, segments: Sequence[Segment]):
        self._segments = segments

    def near(self, word: str) -> dict[str, int]:
        """Words within the forgiven errors of `word`, and how many these are."""
        found: dict[str, int] = {}
        for segment in self._segments:
            found |= segment.vocabulary.near(word)
        return found

    def meets(self, forms: WordForms) -> bool:
        """Whether any row meets the forms."""
        return bool(forms.pairs) or any(segment.ranges(forms) for segment in self._segments)

    def misbegun(self, word: str) -> set[str]:
        """Words within two errors, of which one may be in the first letter."""
        return set().union(*(segment.vocabulary.misbegun(word) for segment in self._segments))

    def near_in_roles(self, word: str) -> set[str]:
        """Words of roles within the forgiven errors of `word`."""
        return set().union(*(segment.vocabulary.near_in_roles(word) for segment in self._segments))

    def mistyped_beginnings(self, start: str) -> set[str]:
        """Beginnings of words that are one error from `start`."""
        return set().union(*(segment.vocabulary.mistyped_beginnings(start) for segment in self._segments))

    def count(self, word: str) -> int:
        """How many rows have the word."""
        return sum(segment.count(word) for segment in self._segments)

    def known(self, words: Iterable[str]) -> set[str]:
        """Those of the words that some row has."""
        return {word for word in words if self.count(word)}

    def _names(self, word: str) -> bool:
        return any(segment.names(word) for segment in self._segments)

    def _begins(self, start: str) -> bool:
        return any(segment.ranges(WordForms(beginnings=(start,))) for segment in self._segments)

    def right_spellings(self, word: str, others: Iterable[str]) -> set[str]:
        """Those of the `others` that `word` is judged to be a misspelling of.

        It is no misspelling if it names a speaker, or if no row has it.
        """
        count = self.count(word)
        alike = {other for other in others if is_misspelling(word, other)}
        if not count or not alike or self._names(word):
            return set()
        return {other for other in alike if self.count(other) >= MISSPELT_RATIO * count}

    def halves(self, word: str, unfinished: bool) -> frozenset[WordPair]:
        """The ways to split the word in two that stand side by side in the corpus.

        The second half of an unfinished word need only begin one, if the whole begins none.
        """
        places = range(SPLIT, len(word) - SPLIT + 1)
        cuts = (cut for cut in places if not (word[cut - 1].isdigit() and word[cut].isdigit()))
        begun = unfinished and not self._begins(word)
        pairs = (WordPair(word[:cut], word[cut:], begun) for cut in cuts)
        return frozenset(pair for pair in pairs if any(segment.pair_rows(pair) for segment in self._segments))
