"""What one article tells of a name, so that the names of a whole library can be compared."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tui.extract.names.capital_words import PARTICLES
from tui.extract.names.document_evidence import sign_words
from tui.extract.names.name_lexicon import COUNTRY, name_lexicon, sections
from tui.extract.names.organisation_coref import SMALL_WORDS, canonical
from tui.extract.names.person_coref import gender_of, suffix_in, title_words, without_suffix
from tui.model.annotation import EntityKind, Mention
from tui.model.cutting import Cutting
from tui.model.printed_words import as_read

_TIERS = frozenset("city county borough district metropolitan town".split())
"""What may be left out of the name of a council."""
_APART = re.compile(r"[^\w'&-]+")
BEAT = "?place:"
"""How the key of a place begins."""
_COURTESIES = frozenset("mr mrs ms miss mx dr sir lord lady dame baroness".split())
"""They stand in the name of somebody who shares a surname with another person of the article."""
_LONGEST_ACRONYM = 6
_LONGEST_TITLE = 20


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name as one article gives it. `article` is any number that is the article's own.

    `titled` are the ways of naming a person with a title ("Mr Balls"). `genders` holds "m" or "f" (or both)
    as titles and given names tell; `beside` holds keys of what else the article names (see `context_key`);
    `year` is that of the article, where it has a date.
    """

    article: int
    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    titled: tuple[str, ...] = ()
    genders: str = ""
    beside: frozenset[str] = frozenset()
    quotations: int = 0
    mentions: int = 0
    year: int | None = None


def name_forms_in(cutting: Cutting, article: int) -> list[NameForm]:
    """Every entity of a cutting; `beside` is left out, it takes space and is rarely asked for."""
    spoken = Counter(quotation.speaker for quotation in cutting.spoken)
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in cutting.mentions:
        mentions[mention.entity].append(mention)
    found = []
    for entity in cutting.entities:
        own = mentions[entity.name]
        titled = _titled(cutting, own) if entity.kind is EntityKind.PERSON else ()
        genders = _genders(entity.name, titled) if entity.kind is EntityKind.PERSON else ""
        roles = tuple(dict.fromkeys(role.words for role in entity.roles))
        found.append(
            NameForm(
                article,
                entity.name,
                entity.kind,
                entity.aliases,
                roles,
                titled,
                genders,
                quotations=spoken[entity.name],
                mentions=len(own),
            )
        )
    return found


def _titled(cutting: Cutting, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The mentions that an honorific stands before, with it, each once."""
    text = cutting.article.text
    found: dict[str, None] = {}
    for mention in mentions:
        before = text[max(0, mention.span.start - _LONGEST_TITLE) : mention.span.start].split()
        title = before[-1].rstrip(".") if before else ""
        if title[:1].isupper() and title.lower() in title_words("honorific"):
            found[f"{title} {' '.join(as_read(mention.span.of(text)).split())}"] = None
    return tuple(found)


def _genders(name: str, titled: Iterable[str]) -> str:
    """From titles that are a man's or a woman's, and from the given name."""
    found = {gender_of(name)} if is_full_name(name_words(name)) else set()
    for form in titled:
        title = form.split()[0].lower()
        if title in title_words("male-title") or title in title_words("female-title"):
            found.add("m" if title in title_words("male-title") else "f")
    return "".join(sorted(found - {""}))


@lru_cache(maxsize=1 << 16)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name for comparing: as `plain_words`, without the "Mrs" before a lone surname."""
    words = plain_words(name)
    return words[1:] if len(words) == 2 and words[0] in _COURTESIES else words


def plain_words(name: str) -> tuple[str, ...]:
    """The words of a name: small, without accents, points, possessive and "Jr"."""
    bare = unicodedata.normalize("NFKD", name.replace("’", "'").replace(".", " "))
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter)).casefold()
    words = [word.strip("'-") for word in _APART.split(bare.removesuffix("'s"))]
    return without_suffix(tuple(word for word in words if word))


def name_suffix(name: str) -> str:
    """What tells a son from his father at the end of a name: "jr", "iii", or nothing."""
    return suffix_in(tuple(name.lower().replace(".", "").split()))


def is_full_name(words: tuple[str, ...]) -> bool:
    """Whether a person's name has a given name that is more than an initial."""
    return len(words) > 1 and len(words[0]) > 1 and not is_surname_only(words)


def is_surname_only(words: tuple[str, ...]) -> bool:
    """Whether all before the last word are particles: "van der Meer"."""
    return all(word in PARTICLES for word in words[:-1])


@lru_cache(maxsize=1 << 16)
def organisation_key(name: str) -> str:
    """A body's name without "the" and "Ltd" or the like; the names of one well-known body are one."""
    plain = name.replace(".", "") if is_acronym(name) else name
    words = ["and" if word == "&" else word for word in name_words(plain)]
    known = canonical(" ".join(words))
    parts = known.split(" ")
    while len(parts) > 1 and parts[-1] in _legal_forms():
        parts.pop()
    return " ".join(parts)


def council_key(key: str) -> str:
    """The body's key without the tier of a council: "southampton council"."""
    parts = key.split(" ")
    if parts[-1] != "council":
        return key
    kept = [word for word in parts if word not in _TIERS]
    return " ".join(kept) if len(kept) > 1 else key


def _legal_forms() -> frozenset[str]:
    """The company words that are no part of what a company does or is."""
    return sign_words().company & frozenset(
        "inc corp co ltd plc limited sa nv ag gmbh ab oy spa company corporation llc pty bhd".split()
    )


def is_acronym(name: str) -> bool:
    """Whether a name is written as initials: NECA, R.S.P.B."""
    letters = name.replace(".", "")
    return 3 <= len(letters) <= _LONGEST_ACRONYM and letters.isalpha() and letters.isupper()


def initials_of(key: str) -> str:
    """The first letters of the words of a body's key, small words left out."""
    return "".join(word[0] for word in key.replace("-", " ").split() if word not in SMALL_WORDS)


@lru_cache(maxsize=1 << 16)
def block_key(name: str, kind: EntityKind) -> str:
    """The key that names have in common which may be one: only names of one block are ever compared.

    A person's surname; the initials of a body (an acronym is its own, a single word itself); all else whole.
    """
    words = name_words(name)
    key = words[-1] if words else name
    if kind is EntityKind.ORGANISATION:
        body = organisation_key(name)
        whole = council_key(body)
        key = initials_of(whole) if " " in whole else body
    elif kind is not EntityKind.PERSON:
        key = " ".join(words) or name
    return f"{kind.value}:{key}"


@lru_cache(maxsize=1 << 16)
def context_key(name: str, kind: EntityKind) -> str:
    """How a name is evidence for those beside it: "" if it is none, "?…" if it is in everybody's articles.

    Full names of persons and names of bodies count; of well-known bodies, single words and newspapers little;
    of places that are no countries that much: they tell of one beat.
    """
    if kind is EntityKind.PERSON:
        words = name_words(name)
        return f"person:{' '.join(words)}" if is_full_name(words) else ""
    if kind is EntityKind.PLACE:
        key = " ".join(name_words(name))
        return "" if name_lexicon().of(key) & COUNTRY else f"{BEAT}{key}"
    if kind is not EntityKind.ORGANISATION:
        return ""
    key = organisation_key(name)
    everybodys = " " not in key or key in _well_known() or key.split(" ")[-1] in sign_words().paper
    return f"{'?' * everybodys}body:{key}"


@lru_cache(maxsize=1)
def _well_known() -> frozenset[str]:
    return frozenset(organisation_key(name) for name in sections("organisations.txt")["known"])


def context_keys(named: Iterable[tuple[str, EntityKind]]) -> frozenset[str]:
    """The keys of all the names of an article; a name's own is no evidence for itself and does no harm."""
    return frozenset(key for name, kind in named if (key := context_key(name, kind)))
