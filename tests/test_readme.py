"""The README tells the truth about keys and files. Its examples are run in tests/commands."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

from tui.config import Config
from tui.keymap import KEYS, Key, key_label
from tui.library.formats.file_types import FORMATS, WORDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _rows(keys: tuple[Key, ...]) -> list[str]:
    """The table of keys as the README has to show it."""
    rows = ["| | |", "|---|---|"]
    for group, members in groupby(keys, key=lambda key: key.group):
        rows.append(f"| **{group}** | |")
        rows += [
            f"| {' '.join(f'`{key_label(key)}`' for key in each.keys)} | {each.words} |" for each in members
        ]
    return rows


def test_the_table_of_keys_is_the_one_that_the_program_works_by() -> None:
    between = re.search(r"<!-- keys: .*? -->\n(.*?)<!-- end of keys -->", README, re.DOTALL)
    assert between
    assert between[1].split("\n")[:-1] == _rows(KEYS)


def test_every_format_is_in_the_table_of_files() -> None:
    section = README.partition("## Your own articles")[2].partition("\n## ")[0].lower()
    endings = {kind: [end.strip(".") for end in FORMATS if end and FORMATS[end] == kind] for kind in WORDS}
    assert [kind for kind, ends in endings.items() if not any(end in section for end in ends)] == []


def test_every_setting_is_shown() -> None:
    example = re.search(r"^```toml\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    assert example
    shown = set(re.findall(r"^\[?(\w+)\]?(?: =|$)", example[1], re.MULTILINE))
    assert set(Config.__dataclass_fields__) <= shown


def test_every_link_into_the_repository_leads_somewhere() -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)]+)\)", README)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
