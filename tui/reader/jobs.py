"""Work beside the keys: in threads, after a while, or when the event is done."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from textual._context import NoActiveAppError
from textual.worker import get_current_worker

if TYPE_CHECKING:
    from textual.screen import Screen

Found = TypeVar("Found")


class Timer(Protocol):
    """Something that will be done."""

    def stop(self) -> None:
        """Do it no more."""
        ...


def _nothing(_found: object = None) -> None:
    """What is done with what nobody waits for."""


class Job:
    """What work in a thread may ask of the page. After the reader has left it is let go."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._worker = get_current_worker()

    @property
    def stopped(self) -> bool:
        """Whether newer work of its group has taken its place."""
        return self._worker.is_cancelled

    def ask(self, question: Callable[[], Found]) -> Found:
        """What the page answers."""
        return self._screen.app.call_from_thread(question)

    def hand_back(self, act: Callable[..., None], *found: object) -> None:
        """Give what was found to the page."""
        with suppress(NoActiveAppError):
            self._screen.app.call_from_thread(act, *found)


class Jobs:
    """The one place where work is started. An exception that nobody foresaw is told, and the reader stays."""

    def __init__(self, screen: Screen[None], fault: Callable[[Exception], None]) -> None:
        self._screen = screen
        self._fault = fault

    def run(
        self,
        work: Callable[[Job], Found],
        then: Callable[[Found], None] = _nothing,
        *,
        group: str,
        exclusive: bool = True,
        failed: Callable[[], None] = _nothing,
    ) -> None:
        """Work in a thread, then hand what it returns to the page.

        If `exclusive` it takes the place of what still runs in its group. `failed` is done where an
        exception ended the work.
        """
        run = partial(self._run, work, then, failed)
        self._screen.run_worker(run, thread=True, exclusive=exclusive, group=group)

    def _run(
        self, work: Callable[[Job], Any], then: Callable[[Any], None], failed: Callable[[], None]
    ) -> None:
        job = Job(self._screen)
        try:
            found = work(job)
            job.hand_back(self._done, job, then, found)
        except NoActiveAppError:
            return
        except Exception as error:
            job.hand_back(self._failed, error, failed)

    def _done(self, job: Job, then: Callable[[Any], None], found: object) -> None:
        """Asked on the page: newer work may have begun while the answer was on its way."""
        if not job.stopped:
            then(found)

    def _failed(self, error: Exception, failed: Callable[[], None]) -> None:
        self._fault(error)
        failed()

    def cancel(self, group: str) -> None:
        """Let go of what still runs in that group."""
        self._screen.workers.cancel_group(self._screen, group)

    def after(self, seconds: float, act: Callable[[], None]) -> Timer:
        """Do that in so many seconds."""
        return self._screen.set_timer(seconds, act)

    def soon(self, act: Callable[[], None]) -> None:
        """Do that when the event is done."""
        self._screen.call_later(act)
