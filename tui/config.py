"""config.toml -> Config. What is wrong in it becomes a Problem that names the key; the defaults stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tui.model.problem import Problem

GLYPH_SETS = ("auto", "full", "plain", "ascii")
NARROWEST, WIDEST = 30, 120


@dataclass(frozen=True, slots=True)
class Config:
    """What the reader has chosen.

    `library` is the folder to open when none is named. `glyphs` is one of GLYPH_SETS: "auto" is full, or
    ascii where the locale is not UTF-8. `measure` is the widest line of an article in columns. `keys`
    gives an action, by its name, other keys than its own; an empty tuple takes its keys away.
    """

    library: Path | None = None
    theme: str = "night-press"
    glyphs: str = "auto"
    measure: int = 68
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class WrongValueError(ValueError):
    """One value that cannot be used; `words` finish the sentence "<key> …", `hint` is a sentence or ""."""

    def __init__(self, words: str, hint: str = "") -> None:
        super().__init__(words)
        self.words = words
        self.hint = hint


def load(path: Path) -> tuple[Config, tuple[Problem, ...]]:
    """Read the configuration. A file that is not there is no problem: then nothing is configured."""
    try:
        source = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return Config(), ()
    except UnicodeDecodeError as error:
        return Config(), (_unread(path, f"is not UTF-8 (byte {error.start + 1})"),)
    except OSError as error:
        return Config(), (_unread(path, f"cannot be read: {error.strerror}"),)
    import tomli

    try:
        table = tomli.loads(source)
    except tomli.TOMLDecodeError as error:
        return Config(), (_unread(path, f"is not valid TOML: {error}"),)
    return _understood(path, table)


def _understood(path: Path, table: Mapping[str, Any]) -> tuple[Config, tuple[Problem, ...]]:
    chosen: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, value in table.items():
        try:
            chosen[key] = _reader_of(key)(value)
        except WrongValueError as wrong:
            remedy = f"{wrong.hint} The default is used.".lstrip()
            problems.append(Problem(str(path), f"“{key}” {wrong.words}.", remedy, read=True))
    return Config(**chosen), tuple(problems)


def _reader_of(key: str) -> Callable[[Any], Any]:
    if key in _READERS:
        return _READERS[key]
    from difflib import get_close_matches

    near = get_close_matches(key, _READERS, n=1)
    hint = f"Did you mean “{near[0]}”?" if near else f"Known are {', '.join(_READERS)}."
    raise WrongValueError("is not a setting", hint)


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


def _keys(value: Any) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise WrongValueError('must be a table: [keys], then lines such as star = "*" or star = ["*", "+"]')
    return {action: _key_list(action, keys) for action, keys in value.items()}


def _key_list(action: str, keys: Any) -> tuple[str, ...]:
    if isinstance(keys, str):
        return (keys,)
    if isinstance(keys, list) and all(isinstance(key, str) for key in keys):
        return tuple(keys)
    raise WrongValueError(
        f"has a wrong value for “{action}”: it must be a key or a list of keys, in quotation marks"
    )


def _unread(path: Path, what: str) -> Problem:
    return Problem(str(path), f"The configuration {what}.", "The defaults are used.")


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "library": _library,
    "theme": _theme,
    "glyphs": _glyphs,
    "measure": _measure,
    "keys": _keys,
}
