"""Which newspaper printed a text, from the way a newspaper speaks of itself in its own columns."""

from __future__ import annotations

import re
from collections import Counter

from tui.library.formats.article_builder import Facts

_PRESS_WORD = (
    r"(?:Advertiser|Argus|Bulletin|Chronicle|Citizen|Courier|Despatch|Dispatch|Echo|Enquirer|Examiner|Express"
    r"|Gazette|Globe|Guardian|Herald|Independent|Inquirer|Journal|Mail|Mercury|Messenger|Mirror|News|Observer"
    r"|Post|Press|Record|Register|Reporter|Scotsman|Sentinel|Standard|Star|Sun|Telegraph|Times|Tribune)"
)
_WORD = r"[A-Z][\w’'&-]{0,30}"
_TITLE = (
    rf"(?:The\s+)?(?:(?:{_WORD}|of|and|on)\s+){{0,4}}?"
    rf"(?:[A-Z]\w{{0,20}})?{_PRESS_WORD}(?:\s+(?:Live|Online))?\b"
)
_JOINED = r"[A-Z]\w{1,20}(?:Live|Online|World|Today)\b"
"""Titles of web editions written as one word: NewcastleLive, WalesOnline."""
_NOT_A_PAPER = r"(?!(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Cllr|Sky|BBC|ITV|Channel|Radio)\b)"
_NAME = rf"\b{_NOT_A_PAPER}(?P<title>{_TITLE}|{_JOINED})"

_PAPER = re.compile(
    rf"(?:The\s+{_PRESS_WORD}|(?:The\s+)?(?:{_WORD}\s+){{1,4}}(?:[A-Z]\w{{0,20}})?{_PRESS_WORD})"
)
_A_JOB = re.compile(
    r"\b(?:Reporter|News|Press|Post|Record|Mail)$|\b(?:BBC|ITV|Sky|Channel|Radio|Local|Chief|Senior)\b"
)
"""What may stand there instead: a Local Democracy Reporter, BBC News."""

_NO_PRINTER = re.compile(
    r"\bReporter$|^(?:BBC|ITV|Sky|Channel|Radio|Local|Chief|Senior|Breaking|Latest|More|World|Top|Sports?|Business)\b"
)
"""What a line above an article may be instead: a job, a broadcaster, the heading of a section."""

_REVEALS = r"(?:understands|has\s+(?:learn(?:ed|t)|seen|contacted)|can\s+(?:exclusively\s+)?reveal)\b"
_REVEALED = re.compile(_REVEALS)
_OWN_VOICE = re.compile(rf"{_NAME}\s+{_REVEALS}")
_CAPTION = re.compile(rf"^[ \t]*{_NAME}:\s", re.MULTILINE)


def publication_in(text: str) -> Facts:
    """The title under which the text itself suggests that it was printed, as the only fact; or none.

    A title that speaks ("ChronicleLive understands") or heads a caption ("Daily Echo: …") is likely to be
    the printer's own, and no more than that: it is a guess. One that was spoken to ("told the Gazette") is
    as likely to be a rival, and says nothing.
    """
    return Facts(publication=_printer_of(text)).told_by("the text", guessed=True)


def outlet_of(byline: str | None) -> Facts:
    """The paper that stands behind the name in a byline ("Ann Lee, Wensleydale Gazette"), if that is one."""
    _, comma, after = (byline or "").rpartition(", ")
    paper = after if comma and is_paper(after) and not _A_JOB.search(after) else None
    return Facts(publication=paper).told_by("the byline", guessed=True)


def paper_of(line: str) -> str | None:
    """The paper that a line of its own names, above an article; no job ("Local Democracy Reporter")."""
    return line if is_paper(line) and not _NO_PRINTER.search(line) else None


def is_paper(words: str) -> bool:
    """Whether the words are the title of a newspaper and nothing more."""
    return bool(_PAPER.fullmatch(words))


def _printer_of(text: str) -> str | None:
    revealed = _REVEALED.search(text)  # rarer than what may be a title, and sooner found
    own = Counter(_titles(_OWN_VOICE, text) if revealed else ())
    own.update(set(_titles(_CAPTION, text)))
    return own.most_common(1)[0][0] if own else None


def _titles(form: re.Pattern[str], text: str) -> list[str]:
    return [" ".join(match["title"].split()) for match in form.finditer(text)]
