"""Whether a quoted span is a whole utterance or a fragment."""

from __future__ import annotations

from tui.extract.attribution.attribution import opens_sentence
from tui.extract.quotes.quoted_spans import QuotedSpan
from tui.extract.words.tagged_tokens import TaggedTokens
from tui.model.annotation import QuotationKind


def kind_of(prose: TaggedTokens, at: int, quoted_span: QuotedSpan) -> QuotationKind:
    """DIRECT for a whole utterance, PARTIAL for a fragment woven into the reporter's sentence."""
    lo = prose.sentences[prose.sentence_of[at]][0]
    body = quoted_span.span.of(prose.text)
    words = len(body.split())
    capital = body.lstrip("‘'[(…. ")[:1].isupper() or body[:1] in "…["
    ends = body[-1] in ".!?,"
    if opens_sentence(prose, at, lo):
        whole = (capital or words > 6) and (words > 2 or ends)
    else:
        before = prose.words[at - 1]
        whole = (capital and words > 2 and (before in (":", ",") or bool(prose.cues[at - 1]))) or (
            words >= 4 and ends and before in (",", ":", "—", "–")
        )
    return QuotationKind.DIRECT if whole else QuotationKind.PARTIAL
