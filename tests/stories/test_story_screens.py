"""The screens as they are drawn, kept as text that a reviewer reads as a newspaper reader would.

After a change that is meant, KEEP_SCREENS=1 writes them anew: read the diff.
"""

import os
from pathlib import Path

import pytest

from tests.stories.conftest import Opening

GOLDEN = Path(__file__).parents[1] / "golden" / "screens"
SCREENS = {
    "main-140x40": ((140, 40), ""),
    "main-100x30": ((100, 30), ""),
    "main-80x24": ((80, 24), ""),
    "main-40x12": ((40, 12), "]"),
    "people-80x24": ((80, 24), "3 j"),
    "search-140x40": ((140, 40), "s d o o r"),
    "search-40x12": ((40, 12), "s d o o r"),
    "said-100x30": ((100, 30), "enter"),
    "evidence-140x40": ((140, 40), "e"),
    "help-140x40": ((140, 40), "? q u o t"),
    "dossier-140x40": ((140, 40), "G J J J d"),
    "dossier-80x24": ((80, 24), "3 j d"),
    "dossier-40x12": ((40, 12), "] d"),
    "cite-100x30": ((100, 30), "] Y j j j"),
    "compare-140x40": ((140, 40), "r w"),
    "compare-80x24": ((80, 24), "r w"),
    "balls-100x30": ((100, 30), "G J J J ] ] ]"),
}


@pytest.mark.parametrize("name", SCREENS)
async def test_the_screen_is_as_it_was_read_and_approved(room: Opening, name: str) -> None:
    size, keys = SCREENS[name]
    async with room(size) as it:
        await it.until(lambda: it.desk.side is not None and it.desk.side.relations is not None)
        await it.press(*keys.split())
        await it.until(lambda: it.desk.side is not None and it.desk.side.relations is not None)
        await it.pilot.pause(0.05)
        seen = "\n".join(line.rstrip() for line in it.text.splitlines()) + "\n"
    kept = GOLDEN / f"{name}.txt"
    if os.environ.get("KEEP_SCREENS"):
        kept.write_text(seen, encoding="utf-8")
    assert seen == kept.read_text(encoding="utf-8")
