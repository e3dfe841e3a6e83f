"""Draw the README's pictures from the running program: `python -m bench.pictures [FOLDER]`."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
PICTURES = (
    ("picture", (140, 40), "newsprint", ["3", "j", "j", "2"]),
    ("search", (110, 30), "night-press", ["s", *"osbrone door", "space", *"open"]),
)
"""File name, size, theme, and the keys that lead there."""


async def draw(name: str, size: tuple[int, int], theme: str, keys: list[str], folder: Path) -> None:
    """One picture, as `NAME.svg` in the folder."""
    from tui import app_paths, config
    from tui.app import Cuttings
    from tui.library.service.folder_library import open_library

    library = open_library([app_paths.shipped("seeds")], name="North East devolution")
    for _ in library.update():
        pass
    app = Cuttings(library, replace(config.Config(), theme=theme, glyphs="full"))
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.5)
        await pilot.press(*keys)
        await pilot.pause(0.5)
        (folder / f"{name}.svg").write_text(app.export_screenshot(title="cuttings"), encoding="utf-8")
    library.close()


def main() -> int:
    """Draw all of them in a home of their own."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS
    for name, size, theme, keys in PICTURES:
        with tempfile.TemporaryDirectory() as home:
            for kind in ("CONFIG", "DATA", "CACHE"):
                os.environ[f"XDG_{kind}_HOME"] = home
            asyncio.run(draw(name, size, theme, keys, folder))
            print(folder / f"{name}.svg")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
