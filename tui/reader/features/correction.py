"""Putting a speaker or a name right by hand."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tui.library.ports.corrections import UnchangeableError
from tui.model.annotation import EntityKind
from tui.present.grid import Pane
from tui.present.speaker_picker_view import FRAME, SpeakerChoice, speaker_candidates
from tui.present.text_entry import TextEntry
from tui.reader.modes import Panel
from tui.reader.prompt import TextPrompt, hinted
from tui.widgets.speaker_picker import SpeakerPicker

if TYPE_CHECKING:
    from tui.library.ports.corrections import Corrections
    from tui.model.article import ArticleId
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


class CorrectionController:
    """Offers who else may have spoken, renames, and takes corrections back."""

    def __init__(
        self, context: ReaderContext, corrections: Corrections, lay_again: Callable[[int | None], None]
    ) -> None:
        self._it, self._corrections, self._lay_again = context, corrections, lay_again
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

    def _ask_name(self, written: str) -> None:
        """Ask what that name is to be; tab says of what it is one."""
        cutting = self._it.desk.cutting
        entity = cutting.entity(written) if cutting else None
        chosen: list[EntityKind] = []
        prompt = TextPrompt("the name is", TextEntry.of(written))

        def following() -> EntityKind:
            now = chosen[-1] if chosen else entity.kind if entity else None
            return KINDS[(KINDS.index(now) + 1) % len(KINDS)] if now in KINDS else KINDS[0]

        def moved(key: str) -> bool:
            if key == "tab":
                chosen.append(following())
                prompt.head = f"the {chosen[-1].value} is"
            return key == "tab"

        prompt.moved = moved
        prompt.kept = lambda name: self._rename(written, name, chosen[-1] if chosen else None)
        prompt.hint = lambda: hinted(
            NAME_HINT.format(kind=following().of_it) if self._it.layout.grid.wide else ""
        )
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

    def undo(self) -> None:
        """Take the last correction back."""
        self._behind(self._corrections.undo)
