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
from tui.model.provenance import Fact
from tui.present.byline_parser import Reporter, parse_byline
from tui.present.guess_marks import cited
from tui.present.plain_words import NO_SOURCE

_WRITTEN_OUT = "%-d %B %Y"
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
        """The year, a guess in square brackets; or "n.d."."""
        return self.day("%Y") if self.article.published else "n.d."

    def day(self, form: str, without: str = "n.d.") -> str:
        """The day (`%-d` without a nought) in the form of `strftime`, a guess in brackets; or "n.d."."""
        day = self.article.published
        words = day.strftime(form.replace("%-d", str(day.day))) if day else ""
        return cited(words, Fact.DATE, self.article) or without

    @property
    def publication(self) -> str:
        """Where it was printed, a guess in square brackets; or that nothing says so."""
        return cited(self.article.publication or "", Fact.PUBLICATION, self.article) or NO_SOURCE

    @property
    def title(self) -> str:
        """The headline, a guess in square brackets; else the first words, as style guides have it."""
        headline = self.article.headline
        if not headline:
            return f"[{opening_words(self.article)}]"
        return cited(headline.rstrip(".") or headline, Fact.HEADLINE, self.article)

    def reporter(self, name: str) -> str:
        """The name of somebody in the byline, a guess in square brackets."""
        return cited(name, Fact.AUTHOR, self.article)

    def people(self, both: str) -> str:
        """Family names for a reference inside the text, two joined by `both`; without any the publication."""
        names = [self.reporter(one.family) for one in self.by]
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
    parts = (of.speaker, of.role, of.publication, of.day(_WRITTEN_OUT))
    return f"“{of.words}” {', '.join(part for part in parts if part)}"


def markdown(of: CitedSource) -> str:
    """A block quotation with its source under it."""
    role = f", {escape_markdown(of.role)}" if of.role else ""
    title = escape_markdown(of.title)
    if of.article.url and _plain_address(of.article.url):
        title = f"[{title}](<{of.article.url}>)"
    where = f"{title}, {escape_markdown(of.publication)}, {escape_markdown(of.day(_WRITTEN_OUT))}"
    return f"> “{escape_markdown(of.words)}”\n>\n> — **{escape_markdown(of.speaker)}**{role}. {where}"


def apa(of: CitedSource) -> str:
    """The words with their reference in the text, then the entry of the list of references (APA, 7th ed.)."""
    when = of.day("%Y, %B %-d")
    by = _listed([of.reporter(one.indexed) for one in of.by], ", & ")
    lead = f"{by.rstrip('.')}. ({when}). {of.title}." if by else f"{of.title}. ({when})."
    end = f" {of.article.url}" if of.article.url else ""
    return f"{_in_text(of, ' & ')}\n\n{lead} {_italic(of.publication)}.{end}"


def harvard(of: CitedSource) -> str:
    """The words with their reference in the text, then the entry of the list (Cite them right)."""
    by = _listed([of.reporter(one.indexed) for one in of.by], " and ") or _italic(of.publication)
    printed = f", {_italic(of.publication)}" if of.by else ""
    day = of.day("%-d %B", "")
    when = f", {day}" if day else ""
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
