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
    return f"“{quotation.words(article.text)}” {', '.join(part for part in parts if part)}"
