"""`cuttings marks`: all that is the reader's own written out as JSON, and taken in again."""

from __future__ import annotations

import argparse
import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from tui.commands.guard import UsageError, report, say
from tui.commands.source_paths import STDIN
from tui.library.core.atomic_write import replace_file
from tui.library.core.text_cleaning import clean_line
from tui.library.service.user_data_service import UserDataService
from tui.library.user.marks_json import KIND, ReaderDocument, WrongDocumentError, from_json, to_json
from tui.library.user.user_data import ImportSummary, UnsoundError
from tui.present.plain_words import count_of


def run(options: argparse.Namespace) -> int:
    """Write the marks out, or take them in; 0 when it is done."""
    try:
        with closing(UserDataService()) as marks:
            if options.act == "export":
                _export(marks, options.file)
            else:
                _import(marks, options.file, replace=options.replace)
            if marks.problem is not None:
                report(marks.problem)
    except UnsoundError as error:
        raise UsageError(f"{error.problem.path}: {error}") from error
    except sqlite3.Error as error:
        raise UsageError(f"the marks cannot be saved: {error}; nothing was changed") from error
    return 0


def _export(marks: UserDataService, file: str) -> None:
    own = marks.collect()
    if file == STDIN:
        sys.stdout.write(to_json(own))
        return
    path = Path(file)
    if path.exists() and not _is_export(path):
        raise UsageError(f"{file} is there and no file of marks: nothing was written")
    replace_file(path, to_json(own).encode())
    say(f"{_how_much(own)} written to {file}")


def _how_much(own: ReaderDocument) -> str:
    parts = (
        count_of(len(own.marks), "marked article"),
        count_of(len(own.places), "place"),
        count_of(len(own.corrections), "correction"),
    )
    return ", ".join(parts)


def _is_export(path: Path) -> bool:
    """Whether what lies there is a former export, which may be written over."""
    try:
        whole = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(whole, dict) and whole.get("cuttings") == KIND


def _import(marks: UserDataService, file: str, *, replace: bool) -> None:
    own = _read(file)
    if replace:
        before = marks.back_up()
        if before is not None:
            say(f"what was here before is kept in {before}")
    try:
        taken = marks.take_in(own, replace=replace)
    except OSError as error:
        reason = clean_line(error.strerror or str(error)).lower()
        raise UsageError(f"the marks cannot be saved: {reason}; nothing was changed") from error
    sys.stdout.write(_told(taken))


def _read(file: str) -> ReaderDocument:
    raw = sys.stdin.buffer.read() if file == STDIN else Path(file).read_bytes()
    name = "standard input" if file == STDIN else file
    try:
        return from_json(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{name}: line {line}: this is not UTF-8; nothing was changed") from error
    except WrongDocumentError as error:
        raise UsageError(f"{name}: {error}; nothing was changed") from error


def _told(taken: ImportSummary) -> str:
    parts = (
        count_of(taken.articles, "article was marked", "articles were marked"),
        count_of(taken.places, "place"),
        count_of(taken.corrections, "correction"),
    )
    return f"{', '.join(parts)}\n"
