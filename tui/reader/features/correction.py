"""Putting a speaker or a name right by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from tui.library.ports.corrections import Corrections, UnchangeableError
from tui.library.ports.people import People
from tui.model.annotation import EntityKind
from tui.present.grid import Pane
from tui.present.speaker_picker_view import (
    FRAME,
    SpeakerChoice,
    candidates_elsewhere,
    speaker_candidates,
)
from tui.present.text_entry import TextEntry
from tui.reader.modes import Panel
from tui.reader.prompt import TextPrompt, hinted
from tui.reader.redraw import Part
from tui.widgets.speaker_picker import SpeakerPicker

if TYPE_CHECKING:
    from tui.model.article import ArticleId
    from tui.model.known_entity import KnownName
    from tui.reader.context import ReaderContext
    from tui.reader.jobs import Job

HINTS = (
    ("1–9", "choose"),
    ("enter", "keep"),
    ("tab", "all of theirs here"),
    ("0", "as first found"),
    ("esc", "leave it"),
)
NAME_HINT = "nothing: no name · tab: {kind} · Smith = Jane Smith parts a form off"
KINDS = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE)
"""What a name may be said to be a name of, in the order in which tab offers them."""
_PARTED = re.compile(r"(?P<form>.*\S)\s+=(?:\s+(?P<name>.*))?")


class CorrectingLibrary(Corrections, People, Protocol):
    """What putting right needs of the library."""


class CorrectionController:
    """Offers who else may have spoken, renames, and takes corrections back."""

    def __init__(
        self, context: ReaderContext, library: CorrectingLibrary, lay_again: Callable[[int | None], None]
    ) -> None:
        self._it, self._corrections, self._lay_again = context, library, lay_again
        self.chooser = context.layout.make(SpeakerPicker)

    def correct(self) -> None:
        """Offer the people of the article for the chosen quotation; among the people, another name."""
        desk, layout = self._it.desk, self._it.layout
        if layout.pane is Pane.SIDEBAR and desk.lit.entity:
            self._ask_name(desk.lit.entity)
            return
        sheet, quotation = layout.view.sheet, desk.quotation
        if desk.cutting is None or desk.side is None or quotation is None or sheet is None:
            self._it.status.tell("stand on a quotation to put it right: ] and [ step through them")
            return
        desk.show_evidence(False)
        offered = speaker_candidates(desk.cutting, quotation)
        high = min(len(offered) + FRAME, layout.grid.body)
        row = layout.free_row(sheet.rows_of(quotation.span), high)
        self._it.modes.open_panel(Panel("correction", self.chooser, lambda: HINTS))
        self.chooser.open(SpeakerChoice(offered), desk.side.speakers, (row, *layout.over_article()), high)

    def typed(self, words: str) -> None:
        """Offer who else in the library may be meant by what is typed."""

        def told(names: Sequence[KnownName]) -> None:
            if self._it.modes.shows(self.chooser) and self.chooser.choice.field.text == words:
                self.chooser.offer(candidates_elsewhere(names))

        self._it.jobs.run(lambda _job: self._corrections.names_like(words), told, group="names")

    def _ask_name(self, written: str) -> None:
        """Ask what that name is to be; tab says of what it is one."""
        cutting = self._it.desk.cutting
        entity = cutting.entity(written) if cutting else None
        chosen: list[EntityKind] = []
        offered: list[str] = []
        prompt = TextPrompt("the name is", TextEntry.of(written), typed=lambda words: wanted(words))

        def wanted(words: str) -> None:
            def told(names: Sequence[KnownName]) -> None:
                offered[:] = [one.name for one in names if one.name != words]
                self._it.changed(Part.FRAME)

            self._it.jobs.run(lambda _job: self._corrections.names_like(words), told, group="names")

        def following() -> EntityKind:
            now = chosen[-1] if chosen else entity.kind if entity else None
            return KINDS[(KINDS.index(now) + 1) % len(KINDS)] if now in KINDS else KINDS[0]

        def moved(key: str) -> bool:
            if key == "tab":
                chosen.append(following())
                prompt.head = f"the {chosen[-1].value} is"
            elif key == "down" and offered:
                offered.append(offered.pop(0))
                prompt.entry = TextEntry.of(offered[-1])
            return key in ("tab", "down")

        prompt.moved = moved
        prompt.kept = lambda name: self._rename(written, name, chosen[-1] if chosen else None)

        def hint() -> str:
            if offered:
                return f"down: {offered[0]}"
            return NAME_HINT.format(kind=following().of_it) if self._it.layout.grid.wide else ""

        prompt.hint = lambda: hinted(hint())
        self._it.modes.ask(prompt)

    def decided(self, event: SpeakerPicker.Decided) -> None:
        """Keep what was decided, once."""
        if not self._it.modes.shows(self.chooser):
            return
        self._it.modes.close_panel()
        number, article = self._it.desk.lit.current, self._it.desk.article
        if article is None or number is None or (event.candidate is None and not event.as_found):
            return
        self._behind(partial(self._keep, event, article, number))

    def _behind(self, change: Callable[[], str]) -> None:
        """Make a change behind the keys, for in a large article it takes a while, and tell of it then."""

        def work(_job: Job) -> str:
            try:
                return change()
            except UnchangeableError as error:
                return str(error)

        def told(words: str) -> None:
            if words:
                self._it.status.tell(words)
            self._lay_again(self._it.desk.lit.current)

        self._it.jobs.run(work, told, group="corrections", exclusive=False)

    def _keep(self, event: SpeakerPicker.Decided, article: ArticleId, number: int) -> str:
        """Keep it; what to say of it."""
        one = event.candidate
        if one is None:
            back = self._corrections.uncorrect(article, number)
            return "as it was first found" if back else "nothing was put right here"
        self._corrections.correct(article, number, one.name, one.kind, all_of_theirs=event.all_of_theirs)
        return f"kept through every re-indexing: {one.shown} (ctrl+r takes it back)"

    def _rename(self, written: str, name: str, kind: EntityKind | None) -> None:
        """Call a name otherwise in every article: with the name of another they become one, "" is no name.

        `Smith = Jane Smith` parts the mentions written "Smith" off, in this article alone.
        """
        article, name = None, name.strip()
        if parted := _PARTED.fullmatch(name):
            written, name, article = parted["form"], parted["name"] or "", self._it.desk.article
        if name == written and kind is None:
            return
        now = (name if name != written or kind is None else kind.of_it) if name else "no name"
        self._it.status.tell(f"{written} is {now} from now on (ctrl+r takes it back)")

        def renamed() -> str:
            self._corrections.rename(written, name, article=article, kind=kind)
            return ""

        self._behind(renamed)

    def join(self, written: str, name: str, then: Callable[[], None]) -> None:
        """Take two names of the library for one, by what a page offers; `then` is done when it is kept."""

        def joined(_job: Job) -> str:
            try:
                self._corrections.rename(written, name)
            except UnchangeableError as error:
                return str(error)
            return f"{written} is {name} from now on (ctrl+r parts them again)"

        def told(words: str) -> None:
            self._it.status.tell(words)
            self._lay_again(self._it.desk.lit.current)
            then()

        self._it.jobs.run(joined, told, group="corrections", exclusive=False)

    def undo(self) -> None:
        """Take the last correction back."""
        self._behind(self._corrections.undo)
