"""A verdict in words."""

from __future__ import annotations

from tui.model.listing import TextPassage
from tui.model.verdict import Change, Comparison, Grade, Verdict
from tui.present.coverage_text import told


def grade_words(verdict: Verdict) -> str:
    """The grade in a word or two."""
    if verdict.grade is Grade.ABSENT and not verdict.coverage.complete:
        return "Not in what is read so far"
    if verdict.grade in (Grade.VERBATIM, Grade.TRIMMED) and isinstance(
        verdict.occurrences[0].where, TextPassage
    ):
        return "Not a quotation"
    return {
        Grade.VERBATIM: "Verbatim",
        Grade.TRIMMED: "Trimmed",
        Grade.ALTERED: "Altered",
        Grade.SOMEBODY_ELSE: "Not theirs",
        Grade.ABSENT: "Not in this library",
    }[verdict.grade]


def verdict_explanation(verdict: Verdict) -> str:
    """One or two sentences on what that means here."""
    said = [_reason(verdict)]
    if verdict.honest:
        said += [f"But {caution}." for caution in verdict.cautions]
    if verdict.unread:
        articles = "1 article was" if verdict.unread == 1 else f"{verdict.unread:,} articles were"
        said.append(f"The text of {articles} not looked through.")
    said.append(told(verdict.coverage))
    return " ".join(filter(None, said))


def _reason(verdict: Verdict) -> str:
    if verdict.grade is Grade.ABSENT:
        return "Nothing printed here comes near these words."
    first = verdict.occurrences[0]
    if verdict.grade is Grade.SOMEBODY_ELSE:
        if isinstance(first.where, TextPassage):
            return f"The words are in an article, but nobody says them, {verdict.speaker} or other."
        return f"Said by {first.speaker or 'nobody named'}, not by {verdict.speaker}."
    if isinstance(first.where, TextPassage) and first.comparison.grade is not Grade.ALTERED:
        return "The words are in an article, but nobody is quoted with them."
    if verdict.grade is Grade.VERBATIM:
        return "A whole quotation, word for word."
    if verdict.grade is Grade.ALTERED:
        return "What is printed is near, but other words."
    return _trimmed(first.comparison)


def _trimmed(found: Comparison) -> str:
    """What is left out, and whether the quotation owns up to it."""
    holes = [one.marked for one in found.differences if one.change is Change.LEFT_OUT]
    if not all(holes):
        return "Words inside it are left out, and nothing says so."
    ends = [f"{number} before" for number in [found.before] if number]
    ends += [f"{number} after" for number in [found.after] if number]
    outside = f"part of a longer quotation, words left out: {', '.join(ends)}" if ends else ""
    inside = "what is left out inside is marked" if holes else ""
    return "Word for word, " + "; ".join(filter(None, (inside, outside))) + "."
