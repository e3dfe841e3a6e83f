"""The features of a word for the model: its form, what the article says about it, and its neighbours.

A feature is a short string; the weights of its labels are learnt (bench/train_names.py). Features of the
form alone, and of the word in this article, are summed once and kept: see `model.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tui.extract.names.capital_words import BREAK, CapitalWord, NameDocument
from tui.extract.names.document_evidence import SIGNS, Sign
from tui.extract.names.name_lexicon import (
    BODY_HEAD,
    BODY_STRONG,
    BRITAIN,
    CITY,
    COMMON,
    COUNTRY,
    DEMONYM,
    GIVEN,
    NO_NAME,
    OFFICE,
    PLACE,
    PLACE_HEAD,
    TITLE,
    TOWN,
)
from tui.model.annotation import EntityKind

CLASSES = (
    (TITLE, "t"),
    (BODY_STRONG, "B"),
    (COUNTRY, "N"),
    (BRITAIN, "U"),
    (BODY_HEAD, "b"),
    (PLACE_HEAD, "p"),
    (CITY, "C"),
    (TOWN, "T"),
    (DEMONYM, "D"),
    (NO_NAME, "x"),
    (OFFICE, "o"),
    (GIVEN, "G"),
    (COMMON, "c"),
)
LETTER = {EntityKind.PLACE: "L", EntityKind.ORGANISATION: "O", None: "M"}
SIGN_CODES = tuple((sign, f"d:{number}") for number, sign in enumerate(SIGNS))
INTRODUCED = Sign.TITLED | Sign.FORENAMED | Sign.IN_LONGER
"""Newspapers give a person's full name or title once; a lone word without either is seldom a person."""
FLAG_CODES = tuple((1 << bit, f"b:{bit}") for bit in range(17))


@lru_cache(maxsize=4096)
def word_class(flags: int) -> str:
    """One letter for what the lexicon knows of a word, the most telling first."""
    if flags & GIVEN and not flags & (TITLE | BODY_STRONG):
        return "j" if flags & PLACE else "m" if flags & COMMON else "G"
    for flag, letter in CLASSES:
        if flags & flag:
            return letter
    return "0"


def form_features(small: str, flags: int, shape: str, opens: bool, case: int, possessive: bool) -> list[str]:
    """Features of the word as it is written, wherever it stands."""
    kind = word_class(flags)
    out = [
        f"w:{small}",
        f"f:{flags}",
        f"c:{kind}",
        f"s:{shape}",
        f"sc:{shape}{kind}",
        f"e3:{small[-3:]}",
        f"p2:{small[:2]}",
    ]
    out.extend(code for flag, code in FLAG_CODES if flags & flag)
    if len(small) > 4:
        out.append(f"e4:{small[-4:]}")
        out.append(f"e2:{small[-2:]}{kind}")
    if opens:
        out.append("o")
        out.append(f"o:{kind}")
    if case:
        out.append(f"h:{case}")
        out.append(f"h:{case}{kind}")
    if possessive:
        out.append("ps")
        out.append(f"ps:{kind}")
    return out


def article_features(kind: str, seen: int, lowered: bool) -> list[str]:
    """Features of what the article says about a word: its class, its signs, whether it is seen small."""
    out: list[str] = []
    for sign, code in SIGN_CODES:
        if seen & sign:
            out.append(code)
            out.append(code + kind)
    if not seen & INTRODUCED:
        out.append("un")
        out.append("un" + kind)
    if not seen & Sign.MID_SENTENCE:
        out.append("nm")
        out.append("nm" + kind)
    if lowered:
        out.append("lo")
        out.append("lo" + kind)
    return out


def digits_as_nine(small: str) -> str:
    """Numbers count as one word."""
    return "9" if small[0].isdigit() else small


def place_features(
    document: NameDocument, first: int, end: int
) -> Iterator[tuple[CapitalWord | None, list[str]]]:
    """For each token of a run its Word (None for a connector) and the features of where it stands."""
    words, small = document.words, document.small
    classes = [word_class(words[i].flags) if i in words else small[i] for i in range(first, end)]
    phrase, shared = phrase_marks(document, first, end), run_features(document, first, end, classes)
    last = len(classes) - 1
    for number, kind in enumerate(classes):
        at = first + number
        if number:
            before = classes[number - 1]
            out = [f"pw:{small[at - 1]}", f"pc:{before}", f"pc:{before}{kind}"]
        else:
            out = left_features(document, first, end, kind)
        if number < last:
            after = classes[number + 1]
            out += (f"nw:{small[at + 1]}", f"nc:{after}", f"nc:{kind}{after}")
        else:
            out += right_features(document, end, kind)
        out += shared
        if last:
            out.append(f"z:{min(last + 1, 5)}{'m' if 0 < number < last else 'l' if number else 'f'}")
        else:
            out.append("z1" + kind)
        if at in phrase:
            out += (phrase[at], phrase[at] + kind)
        word = words.get(at)
        if word is None:
            beyond = classes[number + 1] if number < last else ""
            out += (
                f"w:{kind}",
                f"cc:{classes[number - 1]}{kind}{beyond}",
                shared[0] + kind if shared else "",
            )
        yield word, out


def run_features(document: NameDocument, first: int, end: int, classes: list[str]) -> list[str]:
    """What the words of a run of several share: the class of its head, whether it holds a head noun."""
    if end - first == 1:
        return []
    head = next(classes[i - first] for i in range(end - 1, first - 1, -1) if i in document.words)
    return [f"hd:{head}", "ab"] if "b" in classes or "B" in classes else [f"hd:{head}"]


def left_features(document: NameDocument, first: int, end: int, kind: str) -> list[str]:
    """The two words before a run, and whether it stands in brackets."""
    left = digits_as_nine(document.before(first))
    further = digits_as_nine(document.before(first - 1)) if first > 1 else BREAK
    out = [f"lw:{left}", f"l2:{further}_{left}", f"lc:{left}|{kind}"]
    return [*out, "br"] if left == "(" and document.after(end) == ")" else out


def right_features(document: NameDocument, end: int, kind: str) -> list[str]:
    """The two words after a run."""
    right, further = digits_as_nine(document.after(end)), digits_as_nine(document.after(end + 1))
    return [f"rw:{right}", f"r2:{right}_{further}", f"rc:{right}|{kind}"]


def phrase_marks(document: NameDocument, first: int, end: int) -> dict[int, str]:
    """The feature of each token that stands in a known phrase: begin or inside, kind, one word or more."""
    marks: dict[int, str] = {}
    for at in range(first, end):
        if at in document.phrases:
            stop, kind = document.phrases[at]
            mark = f"{LETTER.get(kind)}{1 if stop == at + 1 else 2}"
            for i in range(at, min(stop, end)):
                marks[i] = f"ph:{'B' if i == at else 'I'}{mark}"
    return marks
