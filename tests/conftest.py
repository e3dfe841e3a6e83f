"""Where everybody must see the same result, properties are tried on the same examples each time."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.hostile import printed

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("new", deadline=None)
settings.load_profile("same" if os.environ.get("CI") else "new")

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True, scope="session")
def no_test_changes_an_article() -> Iterator[None]:
    """The sample library and the clippings of the tests are, to the byte and the time, as before the run."""
    folders = (ROOT / "seeds", ROOT / "tests" / "commands" / "golden" / "clips")
    before = [printed(folder) for folder in folders]
    yield
    assert [printed(folder) for folder in folders] == before


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A test that passes may have something to say: what it recorded as `say` stands under the run."""
    for report in terminalreporter.getreports("passed"):
        for name, words in report.user_properties:
            if name == "say":
                terminalreporter.write_line(f"\n{words}")
