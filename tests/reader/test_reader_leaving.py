"""What a thread finds after the reader has left is nobody's any more, and no fault."""

from __future__ import annotations

from threading import Event

from tests.stories.conftest import Opening, home, library, room, seeds_index
from tui.reader.jobs import Job

__all__ = ["home", "library", "room", "seeds_index"]


async def test_an_answer_that_comes_too_late_is_let_go(room: Opening) -> None:
    heard: list[str] = []
    jobs: list[Job] = []
    seen = Event()

    def work(job: Job) -> None:
        jobs.append(job)
        seen.set()

    async with room() as it:
        it.reader.jobs.run(work, group="test")
        await it.until(seen.is_set)
    jobs[0].hand_back(heard.append, "too late")
    assert heard == []
    assert it.app.fault is None
