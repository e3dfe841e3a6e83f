"""A linear-chain conditional random field over the words of one run, decoded by the Viterbi algorithm.

Lafferty, McCallum and Pereira, "Conditional Random Fields" (2001). Weights are whole numbers, sixteen to the
natural unit. The weights of one feature for all labels are packed in one number, 32 bits to a label, so that
adding the features of a word adds all its labels at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from operator import add
from struct import Struct

from tui.extract.names.capital_words import NameDocument
from tui.extract.names.crf_features import article_features, form_features, place_features, word_class
from tui.extract.names.document_evidence import DocumentEvidence
from tui.extract.names.name_lexicon import lines_of
from tui.model.annotation import EntityKind

KINDS = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE)
LABELS = ("O", "BP", "IP", "BO", "IO", "BL", "IL")
SIZE = len(LABELS)
BITS = 32
BIAS = sum(1 << (BITS * k + BITS - 1) for k in range(SIZE))
"""The sign bit of every label: added, it keeps a negative sum from borrowing of the next label."""
FIELDS = Struct(f"<{SIZE}i")
IMPOSSIBLE = -(10**6)
Scores = list[int]


@dataclass(frozen=True, slots=True)
class Weights:
    """`features`: packed weights by feature; `moves[a][b]`: weight of label b after label a."""

    features: dict[str, int]
    moves: tuple[tuple[int, ...], ...]
    into: tuple[tuple[int, ...], ...]
    """`moves` turned round: `into[b][a]`."""


@cache
def weights() -> Weights:
    """The weights file, read once. First line: the moves; then a feature, a tab, and label:weight pairs."""
    moves_line, *rows = lines_of("weights.txt")
    numbers = [int(n) for n in moves_line.split()]
    moves = tuple(tuple(numbers[k : k + SIZE]) for k in range(0, SIZE * SIZE, SIZE))
    features: dict[str, int] = {}
    for row in rows:
        feature, pairs = row.split("\t")
        features[feature] = sum(int(p[1:]) << (BITS * int(p[0])) for p in pairs.split(" "))
    return Weights(features, moves, tuple(zip(*moves, strict=True)))


def packed(features: list[str]) -> int:
    """The sum of the weights of some features, still packed."""
    get, total = weights().features.get, 0
    for feature in features:
        total += get(feature, 0)
    return total


def unpacked(total: int) -> Scores:
    """The sum as one number a label."""
    return list(FIELDS.unpack(((total + BIAS) ^ BIAS).to_bytes(FIELDS.size, "little")))


@lru_cache(maxsize=8192)
def form_weights(small: str, flags: int, shape: str, opens: bool, case: int, possessive: bool) -> int:
    """The packed weights of a word's form."""
    return packed(form_features(small, flags, shape, opens, case, possessive))


@lru_cache(maxsize=8192)
def article_weights(kind: str, seen: int, lowered: bool) -> int:
    """The packed weights of what an article says about a word."""
    return packed(article_features(kind, seen, lowered))


def run_scores(document: NameDocument, evidence: DocumentEvidence, first: int, end: int) -> list[Scores]:
    """The score of each label for each token of a run."""
    out = []
    for word, features in place_features(document, first, end):
        total = packed(features)
        if word:
            small, flags = word.small, word.flags
            total += form_weights(small, flags, word.shape, word.opens, word.case, word.possessive)
            total += article_weights(word_class(flags), evidence.of(small), small in evidence.lowered)
        out.append(unpacked(total))
    return out


def best_path(scores: list[Scores]) -> list[int]:
    """The labels with the highest sum (Viterbi): I only after B or I of its own kind."""
    moves, into = weights().moves, weights().into
    best = [IMPOSSIBLE if label and not label % 2 else s for label, s in enumerate(scores[0])]
    trail: list[list[int]] = []
    for row in scores[1:]:
        reached, back = [0] * SIZE, [0] * SIZE
        for label in (0, 1, 3, 5):
            sums = list(map(add, best, into[label]))
            top = max(sums)
            reached[label], back[label] = top + row[label], sums.index(top)
        for label in (2, 4, 6):
            opened, inside = best[label - 1] + moves[label - 1][label], best[label] + moves[label][label]
            back[label] = label - 1 if opened >= inside else label
            reached[label] = max(opened, inside) + row[label]
        trail.append(back)
        best = reached
    label = best.index(max(best))
    path = [label]
    for back in reversed(trail):
        label = back[label]
        path.append(label)
    return path[::-1]


def name_scores(scores: list[Scores], first: int, end: int) -> tuple[int, int, int]:
    """How much better than no name tokens first..end of a run are as a person, an organisation, a place."""
    moves = weights().moves
    nothing = sum(row[0] for row in scores[first:end])
    sums = []
    for begin in (1, 3, 5):
        total = scores[first][begin]
        for offset, row in enumerate(scores[first + 1 : end]):
            total += row[begin + 1] + moves[begin if offset == 0 else begin + 1][begin + 1]
        sums.append(total - nothing)
    return sums[0], sums[1], sums[2]
