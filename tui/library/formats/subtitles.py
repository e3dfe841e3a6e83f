"""Subtitles (WebVTT, SubRip): what was said, in paragraphs, without times; and who speaks, if given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.library.core.text_cleaning import clean, clean_line
from tui.library.formats.article_builder import Facts, Reading, article, lines_of
from tui.model.printed_words import as_read
from tui.model.problem import Problem
from tui.model.provenance import Fact, FactSource

_TIMES = re.compile(
    r"[ \t]*(?:(?P<hours>\d{1,3}):)?(?P<minutes>\d\d):(?P<seconds>\d\d)[.,]\d{1,3}[ \t]*-->[ \t]*"
    r"(?:(?P<to_hours>\d{1,3}):)?(?P<to_minutes>\d\d):(?P<to_seconds>\d\d)[.,]\d{1,3}.*$"
)
_VOICE = re.compile(r"<v(?:\.[\w.-]{1,40})?[ \t]+(?P<who>[^<>]{1,80})>")
_TAG = re.compile(r"</?[A-Za-z0-9][^<>]{0,200}>|\{\\[^{}]{0,40}\}")
_TURN = re.compile(r"(?:>>+|&gt;&gt;)[ \t]*|[-–—][ \t]+(?=[A-Z“\"])")
_LABEL = re.compile(r"[A-Z][\w.’'-]*(?:[ \t]+[A-Z][\w.’'-]*){0,3}:[ \t]+\S")
"""Who speaks, before the words: JANE ROE: Good evening."""
_NUMBER = re.compile(r"[ \t]*\d{1,6}[ \t]*$")
_SENTENCE_END = re.compile(r"[.!?…][”\"’')]*$")
_PAUSE = 3
"""Seconds without words after which a paragraph may end."""
_LONG = 400
"""Characters after which one ends with its sentence."""


class _Cue(NamedTuple):
    start: int
    end: int
    who: str
    words: str
    turn: bool


def read_subtitles(path: str, source: str) -> Reading:
    """One article of all that is said."""
    paragraphs = _paragraphs(_cues(clean(source)))
    if not paragraphs:
        return Reading(problems=(Problem(path, "There is nothing said in these subtitles."),))
    text = "\n\n".join(paragraphs) + "\n"
    found = article(path, text, Facts(), lines_of(text), {})
    doubt = Problem(path, "These are subtitles: where a paragraph ends is a guess.", read=True)
    return Reading((found,), (doubt,), (FactSource(Fact.FORMAT, "subtitles"),))


def _cues(text: str) -> Iterator[_Cue]:
    rows = text.split("\n")
    number = 0
    while number < len(rows):
        match = _TIMES.match(rows[number])
        number += 1
        if not match:
            continue
        said = []
        while number < len(rows) and rows[number].strip() and not _TIMES.match(rows[number]):
            if not (
                _NUMBER.match(rows[number]) and number + 1 < len(rows) and _TIMES.match(rows[number + 1])
            ):
                said.append(rows[number])
            number += 1
        whole = as_read("\n".join(said))
        voice = _VOICE.search(whole)
        words = clean_line(_TAG.sub("", _VOICE.sub("", whole)))
        turn = _TURN.match(words)
        words = words[turn.end() :] if turn else words
        if words:
            who = clean_line(voice["who"]) if voice else ""
            labelled = turn or _LABEL.match(words)
            yield _Cue(_seconds(match, ""), _seconds(match, "to_"), who, words, bool(labelled))


def _seconds(match: re.Match[str], prefix: str) -> int:
    hours, minutes, seconds = (int(match[f"{prefix}{unit}"] or 0) for unit in ("hours", "minutes", "seconds"))
    return 3600 * hours + 60 * minutes + seconds


def _paragraphs(cues: Iterator[_Cue]) -> list[str]:
    found: list[list[str]] = []
    length = 0
    above: _Cue | None = None
    for cue in cues:
        if above and cue.words == above.words:
            continue  # rolled on: the same row once more
        if above is None or _parts(above, cue, length):
            found.append([f"{cue.who}: {cue.words}" if cue.who else cue.words])
            length = len(cue.words)
        else:
            found[-1].append(cue.words)
            length += len(cue.words)
        above = cue
    return [" ".join(pieces) for pieces in found]


def _parts(above: _Cue, cue: _Cue, length: int) -> bool:
    """Whether a paragraph begins with a cue: another voice, or a sentence behind a pause or much text."""
    if cue.turn or (cue.who and cue.who != above.who):
        return True
    ended = bool(_SENTENCE_END.search(above.words))
    return ended and (cue.start - above.end >= _PAUSE or length > _LONG)
