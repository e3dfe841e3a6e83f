"""Pages are read here as without the extra, whether it is installed or not, unless a test brings one."""

from __future__ import annotations

import pytest

from tui.library.formats import optional_formats
from tui.library.formats.article_builder import Facts


@pytest.fixture(autouse=True)
def core_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(optional_formats, "precise_rows", lambda _: ())
    monkeypatch.setattr(optional_formats, "guessed_day", lambda _: Facts())
