"""Which mentions of organisations, and of places, are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from tui.extract.names.candidates import Candidate, key_of
from tui.extract.names.capital_run_rules import head_nouns
from tui.extract.names.capital_words import NameDocument
from tui.extract.names.coref_clusters import MentionCluster
from tui.extract.names.document_evidence import sign_words
from tui.extract.names.name_lexicon import BODY_HEAD, name_lexicon, sections
from tui.model.annotation import EntityKind

SMALL_WORDS = frozenset("of and the for & in on".split())
Key = tuple[EntityKind, str]
LONGEST_TAIL = 8


@cache
def synonyms() -> dict[str, str]:
    """Each name of a thing with several -> the first of them; points left out."""
    out: dict[str, str] = {}
    for group in sections("synonyms.txt")["same"]:
        first, *others = [name.replace(".", "") for name in group.split(" = ")]
        out.update((other, first) for other in others)
    return out


class LongNames:
    """The names of several words of an article, looked up by what may be short for them."""

    def __init__(self, keys: Iterable[Key]) -> None:
        """Index the names by their initials, their first word and their last words."""
        self.by_initials: dict[Key, set[Key]] = defaultdict(set)
        self.by_first: dict[Key, set[Key]] = defaultdict(set)
        self.by_tail: dict[Key, set[Key]] = defaultdict(set)
        for key in keys:
            kind, name = key
            words = name.split(" ")
            if len(words) < 2:
                continue
            for letters in initials(name):
                self.by_initials[kind, letters].add(key)
            self.by_first[kind, words[0]].add(key)
            for number in range(1, min(len(words), LONGEST_TAIL)):
                self.by_tail[kind, " ".join(words[number:])].add(key)

    def of(self, key: Key, capitals: bool) -> Key | None:
        """The one longer name that a short one stands for, if there is exactly one."""
        kind, name = key
        if (
            capitals
            and " " not in name
            and len(name) <= 6
            and len(fits := self.by_initials.get(key, set())) == 1
        ):
            return next(iter(fits))
        if kind is EntityKind.PLACE:
            first = self.by_first.get((kind, "county"), set()) | self.by_first.get((kind, name), set())
            fits = {k for k in first if k[1] in (f"county {name}", f"{name} city")}
        else:
            near = self.by_first.get((kind, name.split(" ")[0]), set()) - {key}
            fits = {k for k in near if is_corporate_form(name, k[1])}
            fits = fits or {k for k in self.by_tail.get(key, set()) if is_tail(name, k[1])}
        return next(iter(fits)) if len(fits) == 1 else None


def merge_organisations(document: NameDocument, named: list[Candidate]) -> list[MentionCluster]:
    """The organisations and places of an article."""
    keys = [(c.kind, canonical(key_of(document, c))) for c in named]
    moved = bracketed(document, named, keys)
    long_names = LongNames(keys)
    for candidate, key in zip(named, keys, strict=True):
        word = document.words.get(candidate.first)
        if key not in moved and (longer := long_names.of(key, word is not None and word.text.isupper())):
            moved[key] = longer
    clusters: dict[Key, MentionCluster] = {}
    for candidate, key in zip(named, keys, strict=True):
        key = resolved(key, moved)
        clusters.setdefault(key, MentionCluster(key[0], tuple(key[1].split(" ")))).members.append(candidate)
    return list(clusters.values())


def canonical(key: str) -> str:
    """A name without "the", its synonyms made one."""
    key = key.removeprefix("the ")
    return synonyms().get(key, key)


def resolved(key: Key, moved: dict[Key, Key]) -> Key:
    """Where a key ends up, following at most four moves."""
    for _ in range(4):
        if key not in moved:
            break
        key = moved[key]
    return key


def bracketed(document: NameDocument, named: list[Candidate], keys: list[Key]) -> dict[Key, Key]:
    """Initials in brackets -> the name in front of them."""
    moved: dict[Key, Key] = {}
    for number in range(1, len(named)):
        one, other, key, short = named[number - 1], named[number], keys[number - 1], keys[number]
        inside = (
            other.first == one.end + 1 and document.small[one.end] == "(" and document.after(other.end) == ")"
        )
        capitals = other.first in document.words and document.words[other.first].text.isupper()
        if inside and capitals and one.kind is other.kind and key != short:
            moved[short] = key
    return moved


def initials(name: str) -> tuple[str, str]:
    """The first letters of the words of a name, without its small words and with them."""
    words = name.replace("-", " ").split(" ")
    return "".join(w[0] for w in words if w not in SMALL_WORDS), "".join(w[:1] for w in words)


def is_corporate_form(short: str, long: str) -> bool:
    """Whether `long` adds only company words or head nouns: "Magna", "Magna International Inc"."""
    if not long.startswith(short + " "):
        return False
    return all(
        word in sign_words().company
        or word == "&"
        or (name_lexicon().of(word) & BODY_HEAD and word not in head_nouns().generic)
        for word in long[len(short) + 1 :].split(" ")
    )


def is_tail(short: str, long: str) -> bool:
    """Whether `short` ends `long` and is telling: "the Echo" is, "Combined Authority" is not."""
    if not long.endswith(" " + short) or all(word in head_nouns().generic for word in short.split(" ")):
        return False
    if short in sign_words().paper:
        return True
    return " " in short or (
        len(short) > 4 and not name_lexicon().of(short) & BODY_HEAD and long.count(" ") == 1
    )
