"""Rings of objects that only name each other, which Python looks for after every few hundred new objects.

The processes that take in a library make thousands for each article, which all go without such a look: it
would be a twentieth of the work.
"""

from __future__ import annotations

import gc

NEW_OBJECTS = 50_000
"""Objects that are made between two looks."""


def collect_seldom() -> None:
    """For the whole process, from now on; what there is by now is not looked at any more."""
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS)
