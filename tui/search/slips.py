"""Judging a rare word of the corpus to be a misspelling of a common one."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from tui.search.tuning import MISSPELT

_VOWELS = frozenset("aeiouy")


def is_slip(wrong: str, right: str) -> bool:
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
