"""corrections.toml: what a person put right by hand, in a file to read, to edit and to keep in git.

It is changed entry by entry, so that comments, order and unknown keys of an edited file stay, and is put
in place as a whole. A file that cannot be understood is never written to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from tui.extract.corrected import CorrectionSet, NameCorrection, SpeakerCorrection
from tui.library.core.text_cleaning import clean_line
from tui.model.annotation import EntityKind
from tui.model.article import ArticleId
from tui.model.problem import Problem

HEAD = """\
# What you put right by hand. cuttings reads this file and adds to it; edit it as you like.
#
# [[quotation]]  who said it: the article, the opening of the words said, and the speaker ("" is nobody).
#                which = 2 is the second quotation of the article that begins so.
# [[name]]       what is written so is called so: in one article, or without one in all of them.
#                Two with one name become one. "" says that it is no name, kind = "person" (organisation,
#                place) what it is a name of.
# "title", "was" and "when" are for you alone.
"""
_ENTRY = re.compile(r"^(?:#[^\n]*\n)*[ \t]*\[\[[ \t]*(?:quotation|name)[ \t]*\]\]", re.MULTILINE)
_FOR_YOU = ("title", "was", "when")
_KEYS = {
    "quotation": ("article", "words", "which", "speaker", "kind", *_FOR_YOU),
    "name": ("article", "written", "name", "kind", *_FOR_YOU),
}
_KINDS = {kind.value: kind for kind in EntityKind}
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}

Correction = SpeakerCorrection | NameCorrection
Fields = Mapping[str, str | int]


class CorrectionEntry(NamedTuple):
    """One entry as it is written, with the comment above it; None for what is no correction."""

    text: str
    correction: Correction | None

    @property
    def fields(self) -> tuple[str, Fields]:
        """Its table and what it says under the keys that are known."""
        import tomli

        ((table, (fields, *_)),) = tomli.loads(self.text).items()
        return table, {key: value for key, value in fields.items() if key in _KEYS[table]}


class CorrectionsDocument(NamedTuple):
    """A file of corrections: what stands above the entries, the entries, and what is wrong with it.

    `sound` says that it may be changed entry by entry.
    """

    head: str = ""
    entries: tuple[CorrectionEntry, ...] = ()
    problems: tuple[Problem, ...] = ()
    sound: bool = True

    @property
    def text(self) -> str:
        """The whole file."""
        return self.head + "".join(entry.text for entry in self.entries)

    @property
    def corrections(self) -> CorrectionSet:
        """What it says."""
        found = [entry.correction for entry in self.entries]
        return CorrectionSet(
            tuple(one for one in found if isinstance(one, SpeakerCorrection)),
            tuple(one for one in found if isinstance(one, NameCorrection)),
        )

    def without(self, unwanted: Callable[[Correction], bool]) -> CorrectionsDocument:
        """The file without some of its corrections."""
        kept = [one for one in self.entries if one.correction is None or not unwanted(one.correction)]
        return self._replace(entries=tuple(kept))

    def with_entry(self, table: str, fields: Fields) -> CorrectionsDocument:
        """The file with one more entry, the last."""
        head = self.head or ("" if self.entries else HEAD)
        before = head + "".join(entry.text for entry in self.entries)
        gap = "" if not before or before.endswith("\n\n") else "\n" if before.endswith("\n") else "\n\n"
        return self._replace(
            head=head,
            entries=(
                *self.entries,
                CorrectionEntry(gap + entry_text(table, fields), parse_entry(table, fields)),
            ),
        )


class WrongEntryError(ValueError):
    """What is wrong with an entry, in words that finish its sentence."""


def load_corrections(path: Path) -> CorrectionsDocument:
    """The file as it is now."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return CorrectionsDocument()
    except OSError as error:
        return _unread(path, f"cannot be read: {error.strerror}")
    try:
        return parse_corrections(raw.decode("utf-8-sig"), path)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return _unread(path, f"is not UTF-8 (line {line})")


def parse_corrections(text: str, path: Path) -> CorrectionsDocument:
    """What the text of such a file says."""
    import tomli

    try:
        whole = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        return _unread(path, f"is not valid TOML: {error}")
    starts = [match.start() for match in _ENTRY.finditer(text)]
    head, parts = text[: starts[0] if starts else len(text)], _cut(text, starts)
    if not _is_whole(whole, parts):
        return _unread(path, "has entries that are not [[quotation]] or [[name]] tables of their own")
    problems = [_doubt(path, 1, f"“{key}” is not known here") for key in whole if key not in _KEYS]
    entries, line = [], head.count("\n") + 1
    for part in parts:
        (table, (fields, *_)), *_ = tomli.loads(part).items()
        entries.append(CorrectionEntry(part, None))
        at = line + part[: part.index("[[")].count("\n")
        unknown = [key for key in fields if key not in _KEYS[table]]
        problems += [_doubt(path, at, f"“{key}” is not known here") for key in unknown]
        try:
            entries[-1] = CorrectionEntry(part, parse_entry(table, fields))
        except WrongEntryError as wrong:
            problems.append(_doubt(path, at, str(wrong)))
        line += part.count("\n")
    return CorrectionsDocument(head, tuple(entries), tuple(problems))


def parse_entry(table: str, fields: Mapping[str, Any]) -> Correction:
    """The correction that an entry stands for."""
    article = ArticleId(_text(fields, "article")) if table == "quotation" or "article" in fields else None
    kind, which = fields.get("kind"), fields.get("which", 1)
    if kind is not None and (not isinstance(kind, str) or kind not in _KINDS):
        raise WrongEntryError(f"“kind” must be one of {', '.join(_KINDS)}")
    if article is None or table == "name":
        written, same = _text(fields, "written"), kind is not None and "name" not in fields
        name = written if same else _shown(fields, "name", empty=fields.get("name") == "")
        return NameCorrection(written, name, article, _KINDS.get(kind or ""))
    if type(which) is not int or which < 1:  # a bool is an int, but counts nothing
        raise WrongEntryError("“which” must be a whole number from 1")
    speaker = _shown(fields, "speaker", empty=True)
    return SpeakerCorrection(article, _text(fields, "words"), speaker, _KINDS.get(kind or ""), which)


def entry_text(table: str, fields: Fields) -> str:
    """An entry as it is written."""
    return f"[[{table}]]\n" + "".join(f"{key} = {_value(value)}\n" for key, value in fields.items())


def _cut(text: str, starts: list[int]) -> list[str]:
    return [text[start:end] for start, end in pairwise([*starts, len(text)])]


def _is_whole(whole: Mapping[str, Any], parts: list[str]) -> bool:
    """Whether the entries, each read by itself, are all that the file holds of them."""
    import tomli

    try:
        read = [tomli.loads(part) for part in parts]
    except tomli.TOMLDecodeError:
        return False
    if any(len(one) != 1 for one in read):
        return False
    return all([e for one in read for e in one.get(table, ())] == whole.get(table, []) for table in _KEYS)


def _text(fields: Mapping[str, Any], key: str, *, empty: bool = False) -> str:
    value = fields.get(key)
    if not isinstance(value, str) or not (value or empty):
        raise WrongEntryError(f"“{key}” must be there, in quotation marks")
    return value


def _shown(fields: Mapping[str, Any], key: str, *, empty: bool = False) -> str:
    """A name: it is shown, so it passes the cleaner like all text from outside."""
    name = clean_line(_text(fields, key, empty=empty))
    if not (name or empty):
        raise WrongEntryError(f"“{key}” must not be blank")
    return name


def _value(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    return f'"{"".join(map(_escaped, value))}"'


def _escaped(letter: str) -> str:
    """As TOML 1.0 wants it in a basic string; half a surrogate pair is no character there."""
    if letter in _ESCAPED:
        return _ESCAPED[letter]
    if "\ud800" <= letter <= "\udfff":
        return "\ufffd"
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x20 or letter == "\x7f" else letter


def _unread(path: Path, what: str) -> CorrectionsDocument:
    remedy = "Nothing in it is obeyed and it is not changed until it is put right."
    return CorrectionsDocument(
        problems=(Problem(str(path), clean_line(f"The file of corrections {what}."), remedy),), sound=False
    )


def _doubt(path: Path, line: int, words: str) -> Problem:
    return Problem(str(path), clean_line(f"Line {line}: {words}."), "That is passed over.", read=True)
