"""Why two articles belong together, in words, with the places where it can be seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui.model.annotation import EntityKind
from tui.model.cutting import Cutting
from tui.model.relation import COPY, Reason, ReasonKind
from tui.model.span import Span
from tui.related.common_names import name_reasons
from tui.related.common_terms import term_reasons, uses
from tui.related.scored_reasons import Rarity, ScoredReason, everything_is_rare
from tui.related.shared_passages import Passage, PassageKind, shared_passages
from tui.related.text_words import text_words

PASSAGES = 3
"""Passages that are told one by one, the longest first: two near-copies have dozens."""
MANY = 30
"""Words that two near-copies share at least: fewer are a sentence, not an article."""
LIST = 3
"""Places of the shortest list."""
COPIED, QUOTED, LISTED = 5.0, 4.0, 3.0
"""Strength of shared wording, above that of any shared name; a longer passage is stronger by a part of 1."""


class SharedWording(NamedTuple):
    """The wording of another article that one has as well: evidence of it, and the share of the shorter text
    that is copied (0..1).
    """

    there: Cutting
    evidence: Sequence[ScoredReason]
    copied: float

    @property
    def reasons(self) -> list[Reason]:
        """What the wording alone gives as reasons."""
        return [evidence.reason for evidence in self.evidence]


class ReasonFinder:
    """One article that others are compared with: what it takes of its own is made once."""

    def __init__(
        self,
        here: Cutting,
        rarity: Rarity = everything_is_rare,
        house_text: Callable[[Passage], bool] = lambda _: False,
    ) -> None:
        """`house_text` tells of a passage of `here` whether it is a publication's standing text (a newsletter
        line, an author's blurb): that is no reason.
        """
        self._here, self._rarity, self._house_text = here, rarity, house_text
        self._uses = uses(here)

    def shared(self, there: Cutting) -> SharedWording:
        """The wording that the two share: all that decides how much stronger than alike they are related."""
        here = self._here
        wording = [passage for passage in shared_passages(here, there) if not self._house_text(passage)]
        share = _copied_share(here, there, wording)
        found = [
            *_copied([p for p in wording if p.sort is PassageKind.WRITTEN], share),
            *_quoted(here, [p for p in wording if p.sort is PassageKind.SAID]),
            *_listed(here, there, [p for p in wording if p.sort is PassageKind.NAMES]),
        ]
        return SharedWording(there, found, share)

    def reasons(self, shared: SharedWording) -> tuple[Reason, ...]:
        """All that the two share, names and words as well: strongest first."""
        here, there = self._here, shared.there
        found = [
            *shared.evidence,
            *name_reasons(here, there, self._rarity, shared.reasons),
            *term_reasons(self._uses, here, there, self._rarity),
        ]
        ordered = sorted(found, key=lambda evidence: -evidence.strength)
        return tuple(evidence.reason for evidence in ordered)


def _copied_share(here: Cutting, there: Cutting, wording: Sequence[Passage]) -> float:
    """The share of the shorter text that the other has as well; lists of names are no copied text."""
    words = sum(passage.words for passage in wording if passage.sort is not PassageKind.NAMES)
    shorter = min(len(text_words(cutting.article.text)) for cutting in (here, there))
    return words / shorter if words >= MANY else 0.0


def _copied(wording: Sequence[Passage], share: float) -> list[ScoredReason]:
    """Each of the longest passages, "17 words the same"; all as one where the two are copies."""
    total = sum(passage.words for passage in wording)
    if share > COPY and total >= MANY:
        words = f"{total} words the same, most of the article"
        return [ScoredReason(COPIED + 1, _reason(ReasonKind.PASSAGE, words, wording))]
    return [
        ScoredReason(
            COPIED + passage.words / (passage.words + 1),
            _reason(ReasonKind.PASSAGE, f"{passage.words} words {_exactly(passage)}the same", [passage]),
        )
        for passage in wording[:PASSAGES]
    ]


def _exactly(passage: Passage) -> str:
    return "" if passage.exact else "nearly "


def _quoted(here: Cutting, wording: Sequence[Passage]) -> list[ScoredReason]:
    """All quotations that both carry as one reason."""
    if not wording:
        return []
    carried = sum(any(_touch(q.segments, p.here) for p in wording) for q in here.quotations)
    words = "the same quotation" if carried == 1 else f"the same {carried} quotations"
    return [ScoredReason(QUOTED, _reason(ReasonKind.QUOTATION, words, wording))]


def _touch(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in some for other in others)


def _listed(here: Cutting, there: Cutting, wording: Sequence[Passage]) -> list[ScoredReason]:
    """The lists of places that stand in both, as one reason: "the same 7 places"."""
    lists = [p for p in wording if min(_places(here, p.here), _places(there, p.there)) >= LIST]
    if not lists:
        return []
    reason = _reason(ReasonKind.PLACES, "", lists)
    places = min(_places(here, reason.here), _places(there, reason.there))
    return [ScoredReason(LISTED, reason._replace(words=f"the same {places} places"))]


def _places(cutting: Cutting, spans: Sequence[Span]) -> int:
    """How many different places are named within `spans`."""
    named = [mention for mention in cutting.mentions if mention.kind is EntityKind.PLACE]
    return len({m.entity for m in named if any(span.contains(m.span) for span in spans)})


def _reason(kind: ReasonKind, words: str, wording: Sequence[Passage]) -> Reason:
    return Reason(
        kind,
        words,
        tuple(span for passage in wording for span in passage.here),
        tuple(span for passage in wording for span in passage.there),
    )
