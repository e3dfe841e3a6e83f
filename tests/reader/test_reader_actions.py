"""The action table holds the key table's actions, each once; what a job could not foresee ends nothing."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from tests.stories.conftest import Opening, home, library, room, seeds_index
from tui.keymap import KEYS, Key, KeyGroup
from tui.reader.actions import ActionTable
from tui.reader.jobs import Job

__all__ = ["home", "library", "room", "seeds_index"]

TWO = (Key("star", ("*",), "star", KeyGroup.KEEP), Key("note", ("a",), "note", KeyGroup.KEEP))


def nothing() -> None:
    """What an action does here."""


def test_an_action_of_the_key_table_that_nothing_does_is_an_error() -> None:
    with pytest.raises(ValueError, match="done by nothing: note"):
        ActionTable(TWO, [{"star": nothing}])


def test_an_action_done_by_two_is_an_error() -> None:
    with pytest.raises(ValueError, match="done by two features: star"):
        ActionTable(TWO, [{"star": nothing, "note": nothing}, {"star": nothing}])


def test_an_action_that_no_key_table_names_is_an_error() -> None:
    with pytest.raises(ValueError, match="not in the key table: pin"):
        ActionTable(TWO, [{"star": nothing, "note": nothing, "pin": nothing}])


def test_each_does_its_own() -> None:
    done: list[str] = []
    table = ActionTable(TWO, [{"star": lambda: done.append("star")}, {"note": lambda: done.append("note")}])
    table.do("note")
    table.do("star")
    assert done == ["note", "star"]


async def test_every_action_of_the_key_table_can_be_done(
    room: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER", "true")
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setattr("tui.reader.external_programs.clipboards", lambda _environment, _found: [])
    async with room() as it:
        monkeypatch.setattr(it.app, "action_suspend_process", nothing)
        monkeypatch.setattr(it.app, "exit", nothing)
        for key in KEYS:
            it.screen.routes.table.do(key.action)
            await it.pilot.pause()
            it.reader.modes.prompt = None
            it.reader.modes.close_panel()
            if it.app.screen is not it.reader.screen:
                it.app.pop_screen()
                await it.pilot.pause()
        assert it.app.fault is None


async def test_a_job_that_fails_is_told_and_one_reads_on(room: Opening, home: Path) -> None:
    def boom(_job: Job) -> None:
        raise RuntimeError("boom [/b] \x1b]0;x\x07")

    ended: list[bool] = []
    async with room() as it:
        it.reader.jobs.run(boom, group="test", failed=lambda: ended.append(True))
        await it.until(lambda: "something went wrong: RuntimeError" in it.foot)
        assert ended == [True]
        assert it.app.fault is None
        await it.press("]")
        assert it.app.is_running
        assert "RuntimeError" not in it.foot
    (fault,) = home.rglob("fault.txt")
    assert "in boom" in fault.read_text(encoding="utf-8")


async def test_a_job_whose_answer_cannot_be_shown_is_told_as_well(room: Opening) -> None:
    def boom(_found: int) -> None:
        raise RuntimeError("boom")

    async with room() as it:
        it.reader.jobs.run(lambda _job: 1, boom, group="test")
        await it.until(lambda: "something went wrong: RuntimeError" in it.foot)
        assert it.app.fault is None


async def test_an_answer_to_an_older_question_is_let_go(room: Opening) -> None:
    heard: list[str] = []
    begun, go_on, ended = Event(), Event(), Event()

    def slow(_job: Job) -> str:
        begun.set()
        go_on.wait(10)
        ended.set()
        return "old"

    async with room() as it:
        it.reader.jobs.run(slow, heard.append, group="test")
        await it.until(begun.is_set)
        it.reader.jobs.run(lambda _job: "new", heard.append, group="test")
        await it.until(lambda: bool(heard))
        go_on.set()
        await it.until(ended.is_set)
        await it.pilot.pause(0.05)
        assert heard == ["new"]
