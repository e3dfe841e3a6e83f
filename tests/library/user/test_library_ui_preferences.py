"""What was chosen while reading holds until config.toml says something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.config import Config
from tui.library.user.ui_preferences import keep_preference, with_preferences

AS_SHIPPED = Config()


def test_a_choice_holds_the_next_time_and_for_others_too(tmp_path: Path) -> None:
    path = tmp_path / "data" / "looks.json"
    keep_preference(path, "theme", "slate", AS_SHIPPED)
    keep_preference(path, "measure", 60, AS_SHIPPED)
    assert with_preferences(AS_SHIPPED, path) == Config(theme="slate", measure=60)


def test_whoever_edits_the_configuration_afterwards_is_obeyed(tmp_path: Path) -> None:
    path = tmp_path / "looks.json"
    keep_preference(path, "theme", "slate", AS_SHIPPED)
    assert with_preferences(Config(theme="sepia"), path) == Config(theme="sepia")


def test_choosing_what_is_configured_forgets_the_choice(tmp_path: Path) -> None:
    path = tmp_path / "looks.json"
    keep_preference(path, "theme", AS_SHIPPED.theme, AS_SHIPPED)
    assert not path.exists()
    keep_preference(path, "theme", "slate", AS_SHIPPED)
    keep_preference(path, "theme", AS_SHIPPED.theme, AS_SHIPPED)
    assert with_preferences(AS_SHIPPED, path) == AS_SHIPPED


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b'{"theme": "slate"}',
        b'{"theme": {"chosen": 3, "over": "night-press"}}',
        b'{"measure": {"chosen": 9999, "over": 68}}',
        b'{"measure": {"chosen": true, "over": 68}}',
    ],
)
def test_a_file_that_cannot_be_understood_says_nothing(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "looks.json"
    path.write_bytes(content)
    assert with_preferences(AS_SHIPPED, path) == AS_SHIPPED
    keep_preference(path, "theme", "slate", AS_SHIPPED)
    assert with_preferences(AS_SHIPPED, path).theme == "slate"
