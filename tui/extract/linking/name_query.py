"""Whether a name that somebody asks for may be short for a person's name."""

from __future__ import annotations

from collections.abc import Sequence

from tui.extract.linking.name_forms import is_surname_only, plain_words
from tui.extract.names.person_coref import gender_of, title_words


def may_be_short_for(asked: str, names: Sequence[str]) -> bool:
    """Whether all that is asked for stands in one of a person's names, in order: words, or initials of words.

    Titles tell nothing, except that "Mrs Hart" is no man. A lone initial is nobody's.
    """
    words = plain_words(asked)
    wanted = _without_titles(words)
    if len("".join(wanted)) < 2:
        return False
    genders = {gender_of(name) for name in names} - {""}
    if wanted != words and genders and gender_of(asked) not in {"", *genders}:
        return False
    return any(_stands_in(wanted, plain_words(name)) for name in names)


def is_surname(asked: str) -> bool:
    """Whether no more than a surname is asked for."""
    return is_surname_only(_without_titles(plain_words(asked)))


def _stands_in(wanted: Sequence[str], name: Sequence[str]) -> bool:
    rest = iter(name)
    return all(any(_is(word, other) for other in rest) for word in wanted)


def _is(asked: str, word: str) -> bool:
    return asked == word or (len(asked) == 1 and word.startswith(asked))


def _without_titles(words: Sequence[str]) -> tuple[str, ...]:
    known = title_words("honorific") | title_words("male-title") | title_words("female-title")
    return tuple(word for n, word in enumerate(words) if word not in known or n + 1 == len(words))
