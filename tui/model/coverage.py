"""How much of a library's files its answers rest on."""

from __future__ import annotations

from typing import NamedTuple


class Coverage(NamedTuple):
    """What the index holds of the files as they are.

    `unread` counts the files that are new or have changed and were not read yet; None: nobody knows. `linked`
    tells that it is settled who is who and what is related. `holder` says in words which other program is
    bringing the index up to date; "" if none is.
    """

    unread: int | None
    linked: bool = True
    holder: str = ""

    @property
    def complete(self) -> bool:
        """Whether an answer can rest on all of the files."""
        return self.unread == 0 and self.linked


COMPLETE = Coverage(0)
