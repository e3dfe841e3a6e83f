"""config.toml -> Config. What is wrong in it becomes a Problem that names the key; the defaults stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tui.model.problem import Problem

GLYPH_SETS = ("auto", "full", "plain", "ascii")
NARROWEST, WIDEST = 30, 120
FACTS = ("headline", "text", "standfirst", "byline", "publication", "published", "url")
"""What the fields of a JSON file can give."""
_SAME_FACT = {
    "title": "headline",
    "body": "text",
    "author": "byline",
    "date": "published",
    "source": "publication",
}
"""What a fact may be called as well."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the reader has chosen.

    `library` is the folder to open when none is named. `glyphs` is one of GLYPH_SETS: "auto" is full, or
    ascii where the locale is not UTF-8. `measure` is the widest line of an article in columns. `watch` has
    the reader look by itself whether files have come, gone or changed; `follow_links` has links followed that
    lead out of the library. `keys` gives an action, by its name,
    other keys than its own; an empty tuple takes its keys away. `map` names the fields of JSON files that
    give a fact of an article: fact -> field.
    """

    library: Path | None = None
    theme: str = "night-press"
    glyphs: str = "auto"
    measure: int = 68
    watch: bool = True
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    map: Mapping[str, str] = field(default_factory=dict)
    follow_links: bool = False


def fact_named(word: str) -> str | None:
    """The fact that is meant by that name, one of FACTS; None if there is none."""
    fact = _SAME_FACT.get(word, word)
    return fact if fact in FACTS else None


class WrongValueError(ValueError):
    """One value that cannot be used: what is wrong in a few words, and a sentence that helps, or ""."""

    def __init__(self, words: str, hint: str = "") -> None:
        super().__init__(words)
        self.words = words
        self.hint = hint


def load_config(path: Path) -> tuple[Config, tuple[Problem, ...]]:
    """Read the configuration. A file that is not there is no problem: then nothing is configured.

    The path of a Problem is `file:line` where a line is to blame, and its words begin with the key.
    """
    source, problem = _source(path)
    if problem is not None:
        return Config(), (problem,)
    if not source:
        return Config(), ()
    import tomli

    try:
        table = tomli.loads(source)
    except tomli.TOMLDecodeError as error:
        words = re.sub(r" \(at .*\)$", "", str(error))
        last = source.count("\n") + 1
        found = re.search(r"\(at line (\d+)", str(error))
        return Config(), (_unread(path, f"is not valid TOML: {words}", int(found[1]) if found else last),)
    return _understood(path, table)


def _source(path: Path) -> tuple[str, Problem | None]:
    raw = b""
    try:
        raw = path.read_bytes()
        return raw.decode("utf-8-sig").replace("\r\n", "\n"), None
    except FileNotFoundError:
        return "", None
    except UnicodeDecodeError as error:
        return "", _unread(
            path, f"is not UTF-8 (byte {error.start + 1})", raw.count(b"\n", 0, error.start) + 1
        )
    except OSError as error:
        return "", _unread(path, f"cannot be read: {error.strerror}")


def line_of(path: Path, *names: str) -> int:
    """The line (from 1) on which that setting begins in a file that is valid TOML; 0 if it is not there."""
    import tomli

    lines = _source(path)[0].split("\n")
    begins = 1
    for number in range(1, len(lines) + 1):
        try:
            table: Any = tomli.loads("\n".join(lines[:number]))
        except tomli.TOMLDecodeError:  # in the middle of a value of several lines
            continue
        for name in names:
            table = table.get(name) if isinstance(table, dict) else None
        if table is not None:
            return begins
        begins = number + 1
    return 0


def problem_in(
    path: Path, names: Sequence[str], words: str, hint: str, then: str = "The default is used."
) -> Problem:
    """What is wrong with one setting, by file and line, what may have been meant, and what is done."""
    remedy = f"{hint} {then}".strip()
    return Problem(f"{path}:{line_of(path, *names)}", f"{'.'.join(names)}: {words}.", remedy, read=True)


def _understood(path: Path, table: Mapping[str, Any]) -> tuple[Config, tuple[Problem, ...]]:
    chosen: dict[str, Any] = {}
    keys: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for name, value in table.items():
        try:
            chosen[name] = _reader_of(name)(value)
        except WrongValueError as wrong:
            problems.append(problem_in(path, (name,), wrong.words, wrong.hint))
    for action, wanted in chosen.get("keys", {}).items():
        try:
            keys[action] = _key_list(wanted)
        except WrongValueError as wrong:
            problems.append(problem_in(path, ("keys", action), wrong.words, wrong.hint))
    return Config(**{**chosen, "keys": keys}), tuple(problems)


def _reader_of(key: str) -> Callable[[Any], Any]:
    if key in _READERS:
        return _READERS[key]
    from difflib import get_close_matches

    near = get_close_matches(key, _READERS, n=1)
    hint = f"Did you mean “{near[0]}”?" if near else f"Known are {', '.join(_READERS)}."
    raise WrongValueError("there is no such setting", hint)


def _library(value: Any) -> Path:
    if not isinstance(value, str) or not value:
        raise WrongValueError("must be the path of a folder, in quotation marks")
    try:
        return Path(value).expanduser()
    except RuntimeError:
        raise WrongValueError(f"names a home that is not known: {value}") from None


def _theme(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise WrongValueError("must be the name of a theme, in quotation marks")
    return value


def _glyphs(value: Any) -> str:
    if value not in GLYPH_SETS:
        raise WrongValueError(f"must be one of {', '.join(GLYPH_SETS)}, in quotation marks")
    return str(value)


def _measure(value: Any) -> int:
    if type(value) is not int or not NARROWEST <= value <= WIDEST:  # a bool is an int, but not a measure
        raise WrongValueError(f"must be a whole number from {NARROWEST} to {WIDEST}")
    return value


def _yes_or_no(value: Any) -> bool:
    if type(value) is not bool:
        raise WrongValueError("must be true or false")
    return value


def _map(value: Any) -> Mapping[str, str]:
    if not isinstance(value, dict) or not all(isinstance(field, str) and field for field in value.values()):
        raise WrongValueError('must be a table: [map], then lines such as headline = "title"')
    named = {word: fact_named(word) for word in value}
    for word, fact in named.items():
        if fact is None:
            raise WrongValueError(f"knows no fact “{word}”", f"There are {', '.join(FACTS)}.")
    return {fact: value[word] for word, fact in named.items() if fact}


def _keys(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise WrongValueError('must be a table: [keys], then lines such as star = "*" or star = ["*", "+"]')
    return value


def _key_list(keys: Any) -> tuple[str, ...]:
    if isinstance(keys, str):
        return (keys,)
    if isinstance(keys, list) and all(isinstance(key, str) for key in keys):
        return tuple(keys)
    raise WrongValueError("must be a key or a list of keys, in quotation marks")


def _unread(path: Path, what: str, line: int = 0) -> Problem:
    where = f"{path}:{line}" if line else str(path)
    return Problem(where, f"The configuration {what}.", "The defaults are used.")


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "library": _library,
    "theme": _theme,
    "glyphs": _glyphs,
    "measure": _measure,
    "map": _map,
    "watch": _yes_or_no,
    "follow_links": _yes_or_no,
    "keys": _keys,
}
