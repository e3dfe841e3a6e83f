"""The port through which the reader puts right what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tui.model.problem import ProblemError

if TYPE_CHECKING:
    from tui.model.annotation import EntityKind
    from tui.model.article import ArticleId


class UnchangeableError(ProblemError):
    """The corrections cannot be changed; the problem says why."""


class Corrections(Protocol):
    """Corrections of speakers and names: durable, and obeyed by every answer that follows.

    Raises UnchangeableError where they cannot be kept; nothing is changed then.
    """

    def correct(
        self,
        article: ArticleId,
        number: int,
        speaker: str | None,
        kind: EntityKind | None,
        *,
        all_of_theirs: bool = False,
    ) -> None:
        """Say durably who said a quotation (`number` counts the spoken ones); None or "" is nobody.

        A speaker whom the article does not name is a new entity of that kind, a person without one. With
        `all_of_theirs` it is said of all that the quotation's present speaker says in the article. Every
        answer given from now on obeys it (but where a hundred articles or more were corrected in a large
        library, a search *for* the new name does from the next update on). Raises
        `UnchangeableError`, as the three below do, where the file of corrections cannot be changed.
        """
        ...

    def uncorrect(self, article: ArticleId, number: int) -> bool:
        """Give the quotation back the speaker that was found; False if none had been set by hand."""
        ...

    def rename(
        self,
        written: str,
        name: str,
        *,
        article: ArticleId | None = None,
        kind: EntityKind | None = None,
    ) -> None:
        """Call an entity by another name, in one article or in all; with the name of another they become one.

        "" says that it is no name: it is listed no more, and what it was taken to say is nobody's. `kind`
        says what it is a name of.
        In one article `written` may be another form of somebody's name: those mentions alone are parted.
        """
        ...

    def undo(self) -> str:
        """Take back the last correction made in this run; says in one sentence what, or why nothing was."""
        ...
