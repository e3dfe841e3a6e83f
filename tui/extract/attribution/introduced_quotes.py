"""Speakers of quotations that nothing reports: a name, a document or a clause introduces them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tui.extract.attribution.attribution import NO_CUE, Attribution
from tui.extract.syntax.noun_phrases import DASHES, noun_phrases, phrase_at
from tui.extract.syntax.subjects import main_subject
from tui.extract.words.lexicon import NAME, POINT, lexicon
from tui.extract.words.tagged_tokens import NounPhrase, PhraseKind, TaggedTokens
from tui.model.rule import Rule

NOBODY: Final = frozenset({"it", "you", "there"})
BULLETS: Final = DASHES | frozenset("-•*")


def name_before_colon(prose: TaggedTokens, quoted: int, lo: int) -> NounPhrase | None:
    """A name that stands alone before the colon: "Cllr Smith: “…”", "More from Smith: “…”"."""
    if prose.words[quoted - 1] != ":":
        return None
    first = quoted - 1
    while first > lo and prose.tags[first - 1] == NAME:
        first -= 1
    alone = first == lo or prose.words[first - 1] in BULLETS
    if first == quoted - 1 or not (alone or prose.lows[first - 1] == "from"):
        return None
    found = phrase_at(prose, first, quoted)
    return found if found is not None and found.kind is PhraseKind.NAME else None


def clause_owner(prose: TaggedTokens, quoted: int, lo: int) -> Attribution | None:
    """Nothing reports: a document before a colon, else the subject of the clause."""
    introduces = prose.words[quoted - 1] in (":", ",") and prose.tags[quoted - 1] == POINT
    if prose.words[quoted - 1] == ":" and (document := document_before_colon(prose, quoted, lo)) is not None:
        return Attribution(document, Rule.COLON)
    found = main_subject(prose, lo, quoted, nearest=True)
    if found is None or prose.lows[found.head] in NOBODY or found.hi == quoted:
        return None  # right before its words a subject is what they are about: The firm “lost its way”
    return Attribution(found, Rule.COLON if introduces else Rule.SUBJECT, NO_CUE)


def document_before_colon(prose: TaggedTokens, quoted: int, lo: int) -> NounPhrase | None:
    """A document that has the words itself: The sign at the door: “…”."""
    found = [p for p in noun_phrases(prose, lo, quoted) if not p.governed and p.kind is not PhraseKind.TIME]
    if not found or found[0].kind is not PhraseKind.THING or found[0].lo - lo > 1:
        return None
    low, lists = prose.lows[found[0].head], lexicon()
    is_document = low in lists.documents or low in lists.displays
    return replace(found[0], kind=PhraseKind.PEOPLE) if is_document else None
