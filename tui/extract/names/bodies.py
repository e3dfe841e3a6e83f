"""Which mentions of organisations, and of places, are one."""

from __future__ import annotations

from functools import cache

from tui.extract.names.candidate import Candidate, key_of
from tui.extract.names.cluster import Cluster
from tui.extract.names.evidence import signs
from tui.extract.names.lexicon import BODY_HEAD, lexicon, sections
from tui.extract.names.run_rules import heads
from tui.extract.names.words import Page
from tui.model.annotation import EntityKind

SMALL_WORDS = frozenset("of and the for & in on".split())
Key = tuple[EntityKind, str]


@cache
def synonyms() -> dict[str, str]:
    """Each name of a thing with several -> the first of them; points left out."""
    out: dict[str, str] = {}
    for group in sections("synonyms.txt")["same"]:
        first, *others = [name.replace(".", "") for name in group.split(" = ")]
        out.update((other, first) for other in others)
    return out


def merge_bodies(page: Page, named: list[Candidate]) -> list[Cluster]:
    """The organisations and places of an article."""
    keys = [(c.kind, canonical(key_of(page, c))) for c in named]
    moved = bracketed(page, named, keys)
    known = list(dict.fromkeys(keys))
    for key in known:
        if key not in moved:
            target = longer_form(page, key, known, named, keys)
            if target:
                moved[key] = target
    clusters: dict[Key, Cluster] = {}
    for candidate, key in zip(named, keys, strict=True):
        key = resolved(key, moved)
        clusters.setdefault(key, Cluster(key[0], tuple(key[1].split(" ")))).members.append(candidate)
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


def bracketed(page: Page, named: list[Candidate], keys: list[Key]) -> dict[Key, Key]:
    """Initials in brackets -> the name in front of them."""
    moved: dict[Key, Key] = {}
    for (one, key), (other, short) in zip(
        zip(named, keys, strict=True), list(zip(named, keys, strict=True))[1:], strict=False
    ):
        inside = other.first == one.end + 1 and page.small[one.end] == "(" and page.after(other.end) == ")"
        if inside and page.words[other.first].text.isupper() and one.kind is other.kind and key != short:
            moved[short] = key
    return moved


def longer_form(
    page: Page, key: Key, known: list[Key], named: list[Candidate], keys: list[Key]
) -> Key | None:
    """The one longer name that a short one stands for, if there is exactly one."""
    kind, name = key
    others = [k for k in known if k[0] is kind and k != key and " " in k[1]]
    if " " not in name and 2 <= len(name) <= 6:
        fitting = [k for k in others if name in initials(k[1])]
        if len(fitting) == 1:
            first = next(c for c, k in zip(named, keys, strict=True) if k == key)
            return fitting[0] if page.words[first.first].text.isupper() else None
    if kind is EntityKind.ORGANISATION:
        fitting = [k for k in others if is_corporate_form(name, k[1])] or [
            k for k in others if is_tail(name, k[1])
        ]
    else:
        fitting = [k for k in others if k[1] in (f"county {name}", f"{name} city", f"city of {name}")]
    return fitting[0] if len(fitting) == 1 else None


def initials(name: str) -> tuple[str, str]:
    """The first letters of the words of a name, without its small words and with them."""
    words = name.replace("-", " ").split(" ")
    return "".join(w[0] for w in words if w not in SMALL_WORDS), "".join(w[:1] for w in words)


def is_corporate_form(short: str, long: str) -> bool:
    """Whether `long` adds only company words or head nouns: "Magna", "Magna International Inc"."""
    if not long.startswith(short + " "):
        return False
    return all(
        word in signs().company
        or word == "&"
        or (lexicon().of(word) & BODY_HEAD and word not in heads().generic)
        for word in long[len(short) + 1 :].split(" ")
    )


def is_tail(short: str, long: str) -> bool:
    """Whether `short` ends `long` and is telling: "Echo" is not, "Combined Authority" neither."""
    if not long.endswith(" " + short) or all(word in heads().generic for word in short.split(" ")):
        return False
    return " " in short or (len(short) > 4 and not lexicon().of(short) & BODY_HEAD and long.count(" ") == 1)
