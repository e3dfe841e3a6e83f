"""Keys come at once, in one piece or in several, and a driver that is made otherwise is left alone."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from threading import Thread
from types import SimpleNamespace

import pytest
from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tui import input_driver
from tui.input_driver import HangupSafeWriter, LowLatencyDriver, WakeableEvent, low_latency_driver

LONG = 60.0
"""Seconds that no test waits out."""


class Ear(LowLatencyDriver):
    """The loop by itself: reads a pipe, keeps what it hears."""

    def __init__(self) -> None:
        self.fileno, self.mouth = os.pipe()
        self.exit_event = self._bell = WakeableEvent()
        self._debug = False
        self.heard: list[Message] = []
        self.thread = Thread(target=self.run_input_thread)
        self.thread.start()

    def process_message(self, message: Message) -> None:
        self.heard.append(message)

    def say(self, raw: bytes) -> None:
        """Send bytes as a terminal would."""
        os.write(self.mouth, raw)

    def keys(self, number: int) -> list[str]:
        """The first so many keys, once they have come."""
        end = time.monotonic() + LONG
        while len(self.heard) < number and time.monotonic() < end:
            time.sleep(0.001)
        return [message.key for message in self.heard if isinstance(message, events.Key)]


@pytest.fixture
def ear() -> Iterator[Ear]:
    it = Ear()
    yield it
    it.exit_event.set()
    it.thread.join(LONG)
    assert not it.thread.is_alive()


@pytest.fixture
def patience(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Seconds to wait after a lone escape and within a sequence."""
    alone, begun = request.param
    monkeypatch.setattr(input_driver, "ALONE", alone)
    monkeypatch.setattr(input_driver, "BEGUN", begun)


@pytest.mark.parametrize("patience", [(0.001, LONG)], indirect=True)
def test_an_escape_that_nothing_follows_is_the_key(patience: None, ear: Ear) -> None:
    ear.say(b"\x1b")
    assert ear.keys(1) == ["escape"]
    ear.say(b"j\x1b")
    assert ear.keys(3) == ["escape", "j", "escape"]


@pytest.mark.parametrize("patience", [(0.001, LONG)], indirect=True)
def test_a_sequence_that_has_begun_may_take_its_time(patience: None, ear: Ear) -> None:
    ear.say(b"\x1b[")
    time.sleep(0.02)
    ear.say(b"1;3")
    time.sleep(0.02)
    ear.say(b"D")
    assert ear.keys(1) == ["alt+left"]


@pytest.mark.parametrize("patience", [(LONG, LONG)], indirect=True)
def test_a_sequence_may_be_torn_after_its_escape(patience: None, ear: Ear) -> None:
    ear.say(b"\x1b")
    time.sleep(0.005)
    ear.say(b"[B")
    assert ear.keys(1) == ["down"]


@pytest.mark.parametrize("patience", [(LONG, 0.001)], indirect=True)
def test_a_sequence_that_never_ends_does_not_swallow_what_follows(patience: None, ear: Ear) -> None:
    ear.say(b"\x1b[")
    assert ear.keys(1) == ["left_square_bracket"]
    ear.say(b"j")
    assert ear.keys(2)[-1] == "j"


def test_letters_may_be_torn_and_a_byte_that_is_none_does_no_harm(ear: Ear) -> None:
    ear.say("é".encode()[:1])
    time.sleep(0.005)
    ear.say("é".encode()[1:] + b"\xffj")
    first, *_, last = ear.keys(3)
    assert (first, last) == ("é", "j")


def test_leaving_waits_for_no_key(ear: Ear) -> None:
    ear.exit_event.set()
    ear.thread.join(LONG)
    assert not ear.thread.is_alive()


def test_input_that_has_come_to_its_end_keeps_nothing_busy(ear: Ear) -> None:
    os.close(ear.mouth)
    ear.exit_event.set()
    ear.thread.join(LONG)
    assert ear.heard == []


def test_a_bell_rung_often_is_silent_once_cleared() -> None:
    bell = WakeableEvent()
    bell.set()
    bell.set()
    bell.clear()
    bell.clear()
    assert not bell.is_set()
    with pytest.raises(BlockingIOError):
        os.read(bell.heard, 1)


def test_a_terminal_that_has_gone_is_written_to_without_a_word() -> None:
    heard, mouth = os.pipe()
    os.close(heard)
    terminal_gone = HangupSafeWriter(os.fdopen(mouth, "w"))
    terminal_gone.write("words")
    terminal_gone.flush()
    assert terminal_gone.fileno() == mouth
    with suppress(OSError):
        terminal_gone._file.close()


def test_the_driver_of_the_installed_textual_is_the_known_one() -> None:
    assert low_latency_driver(LinuxDriver) is LowLatencyDriver


def test_another_driver_or_one_with_another_loop_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    class Other(LinuxDriver):
        pass

    assert low_latency_driver(Other) is Other
    monkeypatch.setattr(LinuxDriver, "run_input_thread", lambda self: self.poll_otherwise())
    assert low_latency_driver(LinuxDriver) is LinuxDriver


def test_a_parser_without_a_time_to_wait_is_left_to_its_own_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(input_driver, "XTermParser", SimpleNamespace)
    assert low_latency_driver(LinuxDriver) is LinuxDriver
