"""What the doctor found: a value, so that the examination can be tested without a terminal."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class CheckOutcome(StrEnum):
    """FINE; NOTE: something is missing that one can do without; AMISS: something does not work."""

    FINE = "fine"
    NOTE = "note"
    AMISS = "amiss"


class CheckResult(NamedTuple):
    """What was looked at, what was found, whether that is well, and what can be done."""

    what: str
    found: str
    verdict: CheckOutcome = CheckOutcome.FINE
    advice: str = ""

    @property
    def told(self) -> str:
        """The verdict with its advice."""
        return f"{self.verdict}: {self.advice}" if self.advice else str(self.verdict)
