"""The rules that name a speaker: in plain words, and how often each is right.

The confidences are shares of right speakers on development text of newspapers, by rule and kind of quotation,
rounded to a twentieth where there were fewer than fifty cases; one half where there were fewer than ten.
"""

from __future__ import annotations

from typing import Final

from tui.model.annotation import QuotationKind

DIRECT, PARTIAL = QuotationKind.DIRECT, QuotationKind.PARTIAL

RULE_WORDS: Final[dict[str, str]] = {
    "after": "the words; then a reporting verb and a name, in either order",
    "before": "a name and a reporting verb; then, at once, the words",
    "left": "a reporting verb earlier in the sentence governs the words, and its subject speaks",
    "according-to": "the source after “according to”",
    "passive": "a reporting verb in the passive; the speaker after “by”",
    "noun": "a reporting noun, such as “claim” or “statement”, and whose it is",
    "at-end": "the sentence ends with a name and a reporting verb",
    "sign-off": "a name after a dash closes the quotation",
    "label": "a name alone; a colon; then the words",
    "transcript": "a name in capitals and a colon open the words, as in a transcript",
    "colon": "the subject of the sentence; a colon or comma; then the words",
    "subject": "nothing reports, so the subject of the clause",
    "weak": "a verb that reports only now and then, and its subject",
    "same-paragraph": "the speaker of the quotation before it in the paragraph",
    "sentence-before": "the speaker, or the subject, of the sentence before",
    "introduced": "the paragraph before ends in a colon and names the speaker",
    "carried-on": "the speaker of the paragraph before goes on",
    "keeps-floor": "a short line of dialogue: the speaker of the paragraph before may go on",
    "in-turn": "question and answer take turns, and this is the turn of the last speaker but one",
    "carried-back": "the quotation runs on into a paragraph that names the speaker",
    "named-below": "the speaker is named in the paragraph after",
    "echo": "the same words stand in a quotation elsewhere in the article, and its speaker is known",
    "guess": "the last person who spoke; no better sign was found",
    "by-hand": "put right by hand",
    "term": "a term in quotation marks: nobody is reported to say it",
    "": "no sign of a speaker was found",
}

CONFIDENCE: Final[dict[tuple[str, QuotationKind], float]] = {
    ("according-to", DIRECT): 0.92,
    ("according-to", PARTIAL): 0.92,
    ("after", DIRECT): 0.99,
    ("after", PARTIAL): 0.95,
    ("at-end", DIRECT): 0.95,
    ("at-end", PARTIAL): 0.95,
    ("before", DIRECT): 0.94,
    ("before", PARTIAL): 0.88,
    ("carried-back", DIRECT): 0.95,
    ("carried-back", PARTIAL): 0.6,
    ("carried-on", DIRECT): 0.9,
    ("carried-on", PARTIAL): 0.8,
    ("colon", DIRECT): 0.8,
    ("colon", PARTIAL): 0.75,
    ("echo", DIRECT): 0.5,
    ("echo", PARTIAL): 0.5,
    ("guess", DIRECT): 0.25,
    ("guess", PARTIAL): 0.25,
    ("introduced", DIRECT): 0.96,
    ("introduced", PARTIAL): 0.85,
    ("in-turn", DIRECT): 0.5,
    ("in-turn", PARTIAL): 0.5,
    ("keeps-floor", DIRECT): 0.5,
    ("keeps-floor", PARTIAL): 0.5,
    ("label", DIRECT): 0.9,
    ("label", PARTIAL): 0.85,
    ("left", DIRECT): 0.93,
    ("left", PARTIAL): 0.91,
    ("named-below", DIRECT): 0.5,
    ("named-below", PARTIAL): 0.5,
    ("noun", DIRECT): 0.8,
    ("noun", PARTIAL): 0.65,
    ("passive", DIRECT): 0.8,
    ("passive", PARTIAL): 0.65,
    ("same-paragraph", DIRECT): 0.95,
    ("same-paragraph", PARTIAL): 0.8,
    ("sentence-before", DIRECT): 0.74,
    ("sentence-before", PARTIAL): 0.5,
    ("sign-off", DIRECT): 0.95,
    ("sign-off", PARTIAL): 0.9,
    ("subject", DIRECT): 0.65,
    ("subject", PARTIAL): 0.61,
    ("transcript", DIRECT): 0.8,
    ("transcript", PARTIAL): 0.8,
    ("weak", DIRECT): 0.85,
    ("weak", PARTIAL): 0.79,
}

NAMELESS_BELOW: Final = 0.4
"""A rule that is right less often than this names nobody."""
UNRESOLVED: Final = 0.5
"""Nothing is surer when all that is known of a speaker is a nation."""


def confidence(rule: str, kind: QuotationKind) -> float:
    """How often the rule is right for that kind of quotation; 0 for no rule and for terms."""
    return CONFIDENCE.get((rule, kind), 0.0)
