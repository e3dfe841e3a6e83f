"""Links that lead out of a library: followed only where config.toml says so."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from tui.app_paths import config_file
from tui.config import load_config


def follows_links() -> bool:
    """Whether links out of the library are followed, as it is configured now."""
    return load_config(config_file())[0].follow_links


def leads_out(link: str | Path, roots: Sequence[str | Path]) -> bool:
    """Whether what a link leads to lies under none of the roots."""
    target = os.path.realpath(link)
    homes = (os.path.realpath(root) for root in roots)
    return not any(target == home or target.startswith(home.rstrip(os.sep) + os.sep) for home in homes)
