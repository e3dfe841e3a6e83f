"""What a library answers about an article that a test knows by the beginning of its title."""

from __future__ import annotations

from tui.library.service.folder_library import FolderLibrary
from tui.model.article import ArticleId
from tui.model.listing import Order


def named(library: FolderLibrary, title: str) -> ArticleId:
    """The article whose title begins so."""
    return next(r.article for r in library.rows(Order.NEWEST, 0, 10) if r.title.startswith(title))


def speakers(library: FolderLibrary, title: str) -> list[str | None]:
    """Who said each of its quotations."""
    cutting = library.cutting(named(library, title))
    assert cutting is not None
    return [said.speaker for said in cutting.spoken]
