"""Speech without quotation marks: the turns of an interview or a transcript, each behind its label.

A list of results or of players, a note and a table have labels, too: so turns are only read where voices
answer each other, and where somebody has more than one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tui.model.annotation import Entity, EntityKind, Mention, Quotation, QuotationKind
from tui.model.article import Article, ParagraphKind
from tui.model.rule import Rule
from tui.model.span import Span

_NAME: Final = r"[A-Z][\w.’'-]*(?:[ ]+(?:(?:de|van|von|der|la|le|of|the)[ ]+)*[A-Z][\w.’'-]*){0,4}"
_LABELLED: Final = re.compile(
    rf"(?:(?P<letter>[QA])(?:[:.)]|\s?[–—-])|(?P<label>(?:The[ ]+)?{_NAME})(?:[ ]+\([^()\n]{{1,40}}\))?:)"
    r"\s+(?=\S)"
)
_ASKS: Final = re.compile(
    r"(?:the\s+)?(?:question|interviewer|reporter|journalist|moderator|host|presenter|questioner)s?(?:\s+\d+)?"
    r"|.*\b(?:advertiser|argus|chronicle|courier|echo|examiner|express|gazette|guardian|herald|independent|journal"
    r"|mail|mirror|news|observer|post|press|standard|star|sun|telegraph|times|tribune)",
    re.IGNORECASE,
)
"""Who is only there to ask, a paper among them."""
_ANSWERS: Final = re.compile(r"answer", re.IGNORECASE)
_INITIALS: Final = re.compile(r"(?:[A-Z]\.?){2,3}")
_SENTENCE: Final = re.compile(r"[^\W\d_].*[.!?…—–][”’\"')\]]*\s*$", re.DOTALL)
_OPENS_QUOTATION: Final = '“"‘«„'
_QUOTED: Final = re.compile(r"[“”\"«»]")
ASKED, ANSWERED = "Q", "A"
FEWEST_TURNS: Final = 3
LONGEST_ANSWER: Final = 6
"""Paragraphs without a label that an answer may go on for, before the next label."""


@dataclass(frozen=True, slots=True)
class InterviewTurn:
    """What one voice says until the next: where, and whose label stands before it.

    `voice` is an entity's name, `ASKED` or `ANSWERED`. `paragraphs` are the numbers of those that it takes.
    """

    voice: str
    label: Span
    segments: tuple[Span, ...]
    paragraphs: tuple[int, ...]
    rule: Rule


def interview_turns(
    article: Article, mentions: Sequence[Mention], entities: Sequence[Entity]
) -> tuple[InterviewTurn, ...]:
    """The turns of an article that is an interview or a transcript, in order; else none."""
    people = {entity.name: entity for entity in entities if entity.kind is EntityKind.PERSON}
    labelled = tuple(_labelled(article, mentions, people))
    return tuple(_with_what_follows(article, labelled, mentions)) if _is_dialogue(article, labelled) else ()


def spoken_turns(
    article: Article, turns: Sequence[InterviewTurn], mentions: Sequence[Mention], entities: Sequence[Entity]
) -> list[Quotation]:
    """The turns as quotations. Who answers is named where there is no choice; who asks, by the byline."""
    if not turns:
        return []
    people = [entity.name for entity in entities if entity.kind is EntityKind.PERSON]
    who = {
        ASKED: next((name for name in people if name in (article.byline or "")), None),
        ANSWERED: _interviewee(article, turns, mentions, people),
    }
    return [_quotation(turn, who.get(turn.voice, turn.voice)) for turn in turns]


def _quotation(turn: InterviewTurn, speaker: str | None) -> Quotation:
    if speaker is None:
        return Quotation(turn.segments, QuotationKind.DIRECT)
    measured = turn.rule.direct
    return Quotation(
        turn.segments,
        QuotationKind.DIRECT,
        speaker=speaker,
        speaker_kind=EntityKind.PERSON,
        speaker_span=turn.label,
        rule=turn.rule,
        confidence=measured.confidence if measured else 0.0,
    )


def _labelled(
    article: Article, mentions: Sequence[Mention], people: Mapping[str, Entity]
) -> Iterator[InterviewTurn]:
    """The paragraphs that a label opens, as far as it is known whose it is."""
    met: dict[str, str] = {}
    for number, paragraph in enumerate(article.paragraphs):
        found = _LABELLED.match(article.text, *paragraph.span)
        if found is None or paragraph.kind is not ParagraphKind.PROSE:
            continue
        words = Span(found.end(), paragraph.span.end)
        if not _SENTENCE.match(words.of(article.text)) or article.text[words.start] in _OPENS_QUOTATION:
            continue
        label = Span(*found.span("letter" if found["letter"] else "label"))
        voice = found["letter"] or _voice(article.text, label, mentions, people, met)
        if voice:
            rule = Rule.INTERVIEW if voice in (ASKED, ANSWERED) else Rule.LABEL
            yield InterviewTurn(voice, label, (words,), (number,), rule)


def _voice(
    text: str,
    label: Span,
    mentions: Sequence[Mention],
    people: Mapping[str, Entity],
    met: dict[str, str],
) -> str:
    """Whose label that is, "" if it is nobody's; `met` are the initials of those who had one."""
    words = label.of(text)
    named = next((m for m in mentions if m.span.end == label.end and m.span.start >= label.start), None)
    if named is not None and named.entity in people:
        met.setdefault("".join(part[0] for part in named.entity.split()).upper(), named.entity)
        return named.entity
    if _INITIALS.fullmatch(words):
        return met.get(words.replace(".", ""), "")
    if _ASKS.fullmatch(words):
        return ASKED
    return ANSWERED if _ANSWERS.fullmatch(words) else ""


def _is_dialogue(article: Article, turns: Sequence[InterviewTurn]) -> bool:
    """Whether voices answer each other: one asks, or two have several turns each."""
    often = Counter(turn.voice for turn in turns)
    if len(turns) < FEWEST_TURNS or len(often) < 2 or max(often.values()) < 2:
        return ASKED in often and ANSWERED in often and _asks(article, turns)
    several = sum(number > 1 for number in often.values())
    return (ANSWERED not in often or ASKED in often) and (several > 1 or _asks(article, turns))


def _asks(article: Article, turns: Sequence[InterviewTurn]) -> bool:
    return any(turn.segments[-1].of(article.text).rstrip("”’\"') ").endswith("?") for turn in turns)


def _with_what_follows(
    article: Article, turns: Sequence[InterviewTurn], mentions: Sequence[Mention]
) -> Iterator[InterviewTurn]:
    """Each turn with the paragraphs between it and the next label that go on with it."""
    for turn, after in zip(turns, (*turns[1:], None), strict=True):
        more: list[int] = []
        between = range(turn.paragraphs[0] + 1, after.paragraphs[0] if after else 0)
        prose = [n for n in between if article.paragraphs[n].kind is ParagraphKind.PROSE]
        if turn.voice != ASKED and len(prose) <= LONGEST_ANSWER:
            more = [n for n in prose if _goes_on(article, article.paragraphs[n].span, turn.voice, mentions)]
            more = more if more == prose else []
        segments = (*turn.segments, *(article.paragraphs[n].span for n in more))
        yield InterviewTurn(turn.voice, turn.label, segments, (*turn.paragraphs, *more), turn.rule)


def _goes_on(article: Article, span: Span, voice: str, mentions: Sequence[Mention]) -> bool:
    """Whether a paragraph may be more of an answer: nothing is quoted in it, and its speaker not named."""
    named = any(span.contains(one.span) and one.entity == voice for one in mentions)
    return not named and not _QUOTED.search(article.text, *span)


def _interviewee(
    article: Article, turns: Sequence[InterviewTurn], mentions: Sequence[Mention], people: Sequence[str]
) -> str | None:
    """Who answers: the only voice with a name, else the only one named above, else the only one named."""
    signed = article.byline or ""
    first = turns[0].label.start
    voices = {turn.voice for turn in turns} & set(people)
    above = {m.entity for m in mentions if m.span.start < first and m.entity in people}
    for some in (voices, above, set(people)):
        those = {name for name in some if name not in signed}
        if those:
            return those.pop() if len(those) == 1 else None
    return None
