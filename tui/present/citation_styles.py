"""A copy that is a citation: the words, who said them, what they are, and where it stands.

What the article does not give is said as such ("n.d.", "source not given"), never made up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.model.annotation import Quotation
from tui.model.article import Article
from tui.model.cutting import Cutting
from tui.present.byline_parser import Reporter, parse_byline
from tui.present.plain_words import NO_SOURCE, long_date

OPENING = 60
"""Letters of an article's first words that stand for the headline that it does not have."""


class CitedSource(NamedTuple):
    """All that a citation tells of a quotation and its article."""

    words: str
    speaker: str
    role: str
    paragraph: int
    article: Article
    by: tuple[Reporter, ...]

    @property
    def year(self) -> str:
        """The year, or "n.d."."""
        return str(self.article.published.year) if self.article.published else "n.d."

    @property
    def publication(self) -> str:
        """Where it was printed, a guess in square brackets; or that nothing says so."""
        guessed = self.article.publication_guessed and self.article.publication
        return f"[{self.article.publication}?]" if guessed else self.article.publication or NO_SOURCE

    @property
    def title(self) -> str:
        """The headline; else the first words in square brackets, as style guides have it."""
        headline = self.article.headline
        return headline.rstrip(".") or headline if headline else f"[{opening_words(self.article)}]"

    def people(self, both: str) -> str:
        """Family names for a reference inside the text, two joined by `both`; without any the publication."""
        names = [one.family for one in self.by]
        if not names:
            return self.publication
        return f"{names[0]} et al." if len(names) > 2 else both.join(names)


def cited_source(cutting: Cutting, quotation: Quotation) -> CitedSource:
    """What is known of the quotation."""
    entity = cutting.entity(quotation.speaker)
    article = cutting.article
    return CitedSource(
        quotation.words(article.text),
        quotation.speaker or "speaker not named",
        entity.roles[0].words if entity and entity.roles else "",
        article.paragraph_number(quotation.span.start),
        article,
        parse_byline(article.byline),
    )


def alone(of: CitedSource) -> str:
    """“…”."""
    return f"“{of.words}”"


def attributed(of: CitedSource) -> str:
    """“…” Roy Perry, county council leader, Daily Echo, n.d."""
    parts = (of.speaker, of.role, of.publication, long_date(of.article.published, "n.d."))
    return f"“{of.words}” {', '.join(part for part in parts if part)}"


def markdown(of: CitedSource) -> str:
    """A block quotation with its source under it."""
    role = f", {escape_markdown(of.role)}" if of.role else ""
    title = escape_markdown(of.title)
    if of.article.url and _plain_address(of.article.url):
        title = f"[{title}](<{of.article.url}>)"
    where = f"{title}, {escape_markdown(of.publication)}, {long_date(of.article.published, 'n.d.')}"
    return f"> “{escape_markdown(of.words)}”\n>\n> — **{escape_markdown(of.speaker)}**{role}. {where}"


def apa(of: CitedSource) -> str:
    """The words with their reference in the text, then the entry of the list of references (APA, 7th ed.)."""
    day = of.article.published
    when = f"{day.year}, {day:%B} {day.day}" if day else "n.d."
    by = _listed([one.indexed for one in of.by], ", & ")
    lead = f"{by.rstrip('.')}. ({when}). {of.title}." if by else f"{of.title}. ({when})."
    end = f" {of.article.url}" if of.article.url else ""
    return f"{_in_text(of, ' & ')}\n\n{lead} {_italic(of.publication)}.{end}"


def harvard(of: CitedSource) -> str:
    """The words with their reference in the text, then the entry of the list (Cite them right)."""
    day = of.article.published
    by = _listed([one.indexed for one in of.by], " and ") or _italic(of.publication)
    printed = f", {_italic(of.publication)}" if of.by else ""
    when = f", {day.day} {day:%B}" if day else ""
    end = f" Available at: {of.article.url}" if of.article.url else ""
    return f"{_in_text(of, ' and ')}\n\n{by} ({of.year}) ‘{of.title}’{printed}{when}.{end}"


def _in_text(of: CitedSource, both: str) -> str:
    """Speaker, words and the reference with the paragraph, since newspapers on a screen have no pages."""
    return f"{of.speaker}: “{of.words}” ({of.people(both)}, {of.year}, para. {of.paragraph})"


def _listed(names: Sequence[str], last: str) -> str:
    """Names in a row, the last one after `last`."""
    return last.join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def _italic(words: str) -> str:
    """A title of a publication as plain text marks it."""
    if words == NO_SOURCE:
        return f"[{words}]"
    return words if words.startswith("[") else f"*{words}*"


def opening_words(article: Article) -> str:
    """The first words of an article without a headline, ending at a word."""
    words = shorten(" ".join(article.title.split()), OPENING)
    return words.rstrip(".") or words


def shorten(words: str, letters: int) -> str:
    """The words, or the first of them and three dots where they have more letters."""
    if len(words) <= letters:
        return words
    return words[: letters + 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def escape_markdown(words: str) -> str:
    """Words that Markdown shows as they are."""
    return re.sub(r"([\\`*_\[\]<>#|~]|&(?=#?\w+;))", r"\\\1", " ".join(words.split()))


def _plain_address(url: str) -> bool:
    """Whether an address can stand in angle brackets."""
    return url.startswith(("http://", "https://")) and not re.search(r"[\s<>\\]", url)
