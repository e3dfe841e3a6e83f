"""The word lists, read once from tui/extract/words/data and never changed."""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from functools import cache
from typing import Final

NAME: Final = "N"
WORD: Final = "W"
VERB: Final = "V"
AUXILIARY: Final = "A"
ADVERB: Final = "B"
PREPOSITION: Final = "I"
DETERMINER: Final = "D"
PRONOUN: Final = "R"
RELATIVE: Final = "T"
SUBORDINATOR: Final = "U"
CONJUNCTION: Final = "C"
NUMBER: Final = "#"
POSSESSIVE: Final = "S"
QUOTED: Final = "Q"
"""A whole span of quoted words stands for one word of the reporter's sentence."""
POINT: Final = "P"

CLOSED_CLASSES: Final = (  # later classes win: "that" is a relative before it is a determiner
    ("adverb", ADVERB),
    ("preposition", PREPOSITION),
    ("subordinator", SUBORDINATOR),
    ("relative", RELATIVE),
    ("conjunction", CONJUNCTION),
    ("auxiliary", AUXILIARY),
    ("determiner", DETERMINER),
    ("pronoun", PRONOUN),
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every list under one name. Words are lower case; `cues` and `verbs` map a form to its base."""

    cues: dict[str, str]
    verbs: dict[str, str]
    closed: dict[str, str]
    """Function words and their class."""
    mental: frozenset[str]
    naming: frozenset[str]
    """Bases of verbs whose object is what is named: the subject speaks, the object never."""
    weak: frozenset[str]
    """Bases that report only when they touch the quotation."""
    cue_nouns: frozenset[str]
    nouns: frozenset[str]
    """Verb forms that are nouns as often."""
    adjectives: frozenset[str]
    persons: frozenset[str]
    groups: frozenset[str]
    titles: frozenset[str]
    parties: frozenset[str]
    nationals: frozenset[str]
    """Nouns for somebody of a country or city: the Italian, the Frenchman."""
    documents: frozenset[str]
    """Writings that have an author."""
    displays: frozenset[str]
    """Things that show words themselves: a sign, a T-shirt."""
    postposed: frozenset[str]
    """Adjectives that follow their noun: a source close to."""
    honours: frozenset[str]
    be: frozenset[str]
    times: frozenset[str]
    calendar: frozenset[str]
    abbreviations: frozenset[str]
    openings: frozenset[str]
    capitals: frozenset[str]
    """Words that are capitals only because a sentence begins."""
    works: frozenset[str]
    small: frozenset[str]
    describes: frozenset[str]
    """Nouns that newspapers use for a person already named: "the actor said"."""
    neutral: frozenset[str]
    """Nouns that say nothing of what somebody does: the teenager."""
    alike: dict[str, frozenset[int]]
    """Words for what somebody does -> the groups of words that may be said of one person."""
    bodies: dict[str, frozenset[int]]
    """Nouns for a body -> the groups of like bodies: council, authority."""


def read_sections(name: str) -> dict[str, str]:
    """The sections of a data file: a heading in brackets, then words or lines; `#` opens a comment."""
    raw = pkgutil.get_data("tui.extract.words", f"data/{name}") or b""
    sections: dict[str, str] = {}
    heading = ""
    for line in raw.decode("utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
            sections[heading] = ""
        elif heading and not line.startswith("#"):
            sections[heading] += line + "\n"
    return sections


def words_of(sections: dict[str, str], heading: str) -> frozenset[str]:
    """One section as a set of words."""
    return frozenset(sections[heading].split())


def groups_of(lines: str) -> dict[str, frozenset[int]]:
    """Each word of a section -> the numbers of the lines that it stands in."""
    found: dict[str, frozenset[int]] = {}
    for number, line in enumerate(lines.splitlines()):
        for word in line.split():
            found[word] = found.get(word, frozenset()) | {number}
    return found


def inflect(base: str) -> list[str]:
    """The forms of a regular English verb; a final consonant after one short vowel is doubled too."""
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return [base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
    if base.endswith("e"):
        return [base, base + "s", base + "d", base[:-1] + "ing"]
    if base.endswith(("s", "sh", "ch", "x", "z")):
        return [base, base + "es", base + "ed", base + "ing"]
    forms = [base, base + "s", base + "ed", base + "ing"]
    if len(base) > 2 and base[-1] not in "aeiouwxy" and base[-2] in "aeiou" and base[-3] not in "aeiou":
        forms += [base + base[-1] + "ed", base + base[-1] + "ing"]
    return forms


def verb_forms(bases: frozenset[str], irregular: str) -> dict[str, str]:
    """Every form of the verbs, regular and not, with its base."""
    forms: dict[str, str] = {}
    odd = {line.split()[0]: line.split() for line in irregular.splitlines() if line}
    for base in sorted(bases):
        for form in odd.get(base) or inflect(base):
            forms.setdefault(form, base)
    return forms


SETS: Final = {
    "mental": ("cues", "mental"),
    "naming": ("cues", "naming"),
    "weak": ("cues", "weak"),
    "cue_nouns": ("cues", "noun"),
    "nouns": ("verbs", "noun"),
    "adjectives": ("verbs", "adjective"),
    "persons": ("people", "person"),
    "groups": ("people", "group"),
    "titles": ("people", "title"),
    "parties": ("people", "party"),
    "nationals": ("people", "national"),
    "documents": ("people", "document"),
    "displays": ("people", "display"),
    "postposed": ("people", "after"),
    "honours": ("people", "honour"),
    "be": ("grammar", "be"),
    "times": ("grammar", "time"),
    "calendar": ("grammar", "calendar"),
    "abbreviations": ("grammar", "abbreviation"),
    "openings": ("grammar", "opening"),
    "capitals": ("grammar", "capital"),
    "describes": ("people", "describes"),
    "neutral": ("people", "neutral"),
    "works": ("works", "work"),
    "small": ("works", "small"),
}
"""Where each plain list stands: file and section."""


@cache
def lexicon() -> Lexicon:
    """All lists, read at the first call."""
    files = {name: read_sections(f"{name}.txt") for name in ("cues", "verbs", "people", "grammar", "works")}
    cues, verbs, grammar = files["cues"], files["verbs"], files["grammar"]
    reporting = frozenset().union(*(words_of(cues, name) for name in ("speech", "mental", "naming", "weak")))
    never = words_of(cues, "never")
    plain = words_of(verbs, "verb") | frozenset(
        line.split()[0] for line in verbs["irregular"].splitlines() if line
    )
    return Lexicon(
        cues={f: base for f, base in verb_forms(reporting, cues["irregular"]).items() if f not in never},
        verbs=verb_forms(plain, verbs["irregular"]),
        closed={word: tag for name, tag in CLOSED_CLASSES for word in words_of(grammar, name)},
        alike=groups_of(files["people"]["alike"]),
        bodies=groups_of(files["people"]["body"]),
        **{field: words_of(files[name], heading) for field, (name, heading) in SETS.items()},
    )


@cache
def singular(word: str) -> str:
    """A plural noun in the singular; other words stay as they are."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


@cache
def is_human(word: str) -> bool:
    """Whether the noun names a person or a body of people ("mum-of-two", "41-year-old", "officials")."""
    lists = lexicon()
    last = word.rpartition("-")[2]
    return word.endswith("year-old") or any(
        form in lists.persons or form in lists.groups for form in (word, singular(word), last, singular(last))
    )
