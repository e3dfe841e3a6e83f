"""Judging typing errors: how easily one is made, and whether a rare word of the corpus is one."""

from __future__ import annotations

from itertools import pairwise

from rapidfuzz.distance import OSA

from tui.search.parameters import MISSPELT

_VOWELS = frozenset("aeiouy")


def is_misspelling(wrong: str, right: str) -> bool:
    """Whether `wrong` differs from `right` as misspellings do.

    That is by one edit behind a right first letter: two letters swapped, one missing or too many, or a vowel
    for a vowel, and not merely by a longer ending: "refered" and "seperate", but not "rational" for
    "national", "convent" for "content" or "marsha" for "marsh".
    """
    if len(wrong) < MISSPELT or wrong[0] != right[0] or OSA.distance(wrong, right, score_cutoff=1) != 1:
        return False
    if len(wrong) != len(right):
        return not (wrong.startswith(right) or right.startswith(wrong))
    differing = [{one, other} for one, other in zip(wrong, right, strict=True) if one != other]
    return len(differing) == 2 or all(letters <= _VOWELS for letters in differing)


_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
"""The keys of a common keyboard; each row is set half a key to the right of the one above it."""
_BESIDE = {
    frozenset(pair)
    for upper, lower in pairwise([*_ROWS, ""])
    for pair in [*pairwise(upper), *zip(upper, lower, strict=False), *zip(upper[1:], lower, strict=False)]
}
_SOUNDS = tuple(map(frozenset, ("aeiouy", "ckqs", "szxc", "vfw", "mn", "dt", "bp", "gj")))


def is_likely_typo(typed: str, word: str) -> bool:
    """Whether fingers or ears easily make `typed` of `word`, one edit away.

    They leave a letter out, swap two, double one or strike a key beside it as well, take the key beside, or
    write a letter that sounds alike. Of letters on no key of the common Latin keyboard nothing is known.
    """
    if len(typed) < len(word):
        return True
    at = next((n for n, (one, other) in enumerate(zip(typed, word, strict=False)) if one != other), len(word))
    if len(typed) > len(word):
        extra = typed[at]
        return any(
            other == extra or _alike(extra, other) for other in (typed[at - 1 : at], typed[at + 1 : at + 2])
        )
    return typed[at + 1 :] != word[at + 1 :] or _alike(typed[at], word[at])


def _alike(typed: str, meant: str) -> bool:
    """Whether one letter is easily struck, or heard, for the other."""
    pair = frozenset((typed, meant))
    return pair in _BESIDE or any(pair <= sound for sound in _SOUNDS) or not f"{typed}{meant}".isascii()
