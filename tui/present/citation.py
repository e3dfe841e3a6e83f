"""A copy that is a citation: the words, who said them, what they are, and where it stands."""

from __future__ import annotations

from tui.model.annotation import Quotation
from tui.model.cutting import Cutting


def cited(cutting: Cutting, quotation: Quotation) -> str:
    """The quotation with its attribution: “…” Roy Perry, county council leader, Daily Echo, n.d.

    What the article does not give is said as such ("n.d.", "source not given"), never made up.
    """
    article = cutting.article
    entity = cutting.entity(quotation.speaker)
    role = entity.roles[0].words if entity and entity.roles else ""
    day = article.published
    parts = [
        quotation.speaker or "speaker not named",
        role,
        article.publication or "source not given",
        f"{day.day} {day:%B %Y}" if day else "n.d.",
    ]
    return f"“{_said(article.text, quotation)}” {', '.join(part for part in parts if part)}"


def _said(text: str, quotation: Quotation) -> str:
    """The words said; where the reporter's own words stood between them, three dots say so."""
    said = ""
    for before, segment in zip((None, *quotation.segments), quotation.segments, strict=False):
        between = text[before.end : segment.start] if before else ""
        gap = "" if before is None else " … " if any(c.isalnum() for c in between) else " "
        said += gap + " ".join(segment.of(text).split())
    return said
