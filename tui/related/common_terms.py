"""The reason of last resort: the words, no names, that two articles both use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from math import log

from tui.model.cutting import Cutting
from tui.model.printed_words import as_read
from tui.model.relation import Reason, ReasonKind
from tui.model.span import Span
from tui.related.scored_reasons import Rarity, ScoredReason
from tui.related.text_words import is_telling, stem, text_words

SPELT_OUT = 3
"""Words that the reason names: fewer shared words than that are no reason."""
VAGUE = frozenset(
    """
    ability act action actions area areas big case cases change changes country early end fact far first
    five four full good great group groups half help home high home important issue issues job kind large late
    least life line little local long lot main major man matter men need needs new number old one open part
    parts people place places plan plans point points question questions right second set side six small
    start state statement step support talk talks ten thing things third three time times top two use used
    view want way ways woman women word words work world
    """.split()
)
"""Words that help to tell two stories apart but say little when a reader is shown three of them."""
OFTEN = 2
"""How often the two articles together must use a word beyond once each."""


Uses = Mapping[str, Sequence[Span]]
"""Where each telling stem stands in lower case outside a name."""


def term_reasons(used_here: Uses, here: Cutting, there: Cutting, rarity: Rarity) -> list[ScoredReason]:
    """The most telling words in lower case that both use, as they are printed here; none if too few."""
    used_there = uses(there, used_here.keys())
    shared = {
        root: rarity(root) * (1 + log(len(used_here[root]))) * (1 + log(len(used_there[root])))
        for root in used_there
        if len(used_here[root]) + len(used_there[root]) > OFTEN
    }
    best = sorted(shared, key=lambda root: (-shared[root], root))[:SPELT_OUT]
    if len(best) < SPELT_OUT:
        return []
    words = ", ".join(_printed(here.article.text, used_here[root]) for root in best)
    spans_here = tuple(span for root in best for span in used_here[root])
    spans_there = tuple(span for root in best for span in used_there[root])
    return [ScoredReason(0.0, Reason(ReasonKind.WORDS, words, spans_here, spans_there))]


def uses(cutting: Cutting, wanted: Container[str] | None = None) -> dict[str, list[Span]]:
    """Where each telling stem, or each that is `wanted`, stands in lower case outside a name."""
    named = {offset for mention in cutting.mentions for offset in range(*mention.span)}
    words = text_words(cutting.article.text)
    found: dict[str, list[Span]] = defaultdict(list)
    for root, start, end in zip(map(_root, words.folded), words.starts, words.ends, strict=True):
        if not root or (wanted is not None and root not in wanted):
            continue
        if start not in named and not words.text[start].isupper():
            found[root].append(Span(start, end))
    return dict(found)


@lru_cache(maxsize=1 << 14)
def _root(folded: str) -> str:
    """The stem of a word that says something, else nothing."""
    says = folded not in VAGUE and is_telling(folded) and folded[0].isalpha()
    return stem(folded) if says else ""


def _printed(text: str, spans: Sequence[Span]) -> str:
    """The commonest form of a word, the shortest of several."""
    forms = [as_read(span.of(text)) for span in spans]
    return min(forms, key=lambda form: (-forms.count(form), len(form), form))
