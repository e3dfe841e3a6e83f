"""Quick search over quotations and speakers. Pure."""

from __future__ import annotations

from tui.search.engine import Engine, Found
from tui.search.highlight import window
from tui.search.query import Query, parse

__all__ = ["Engine", "Found", "Query", "parse", "window"]
