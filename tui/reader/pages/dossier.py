"""The dossier of a name: who it is at the left, everything they said at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tui.model.article import ArticleId
from tui.model.cutting import Cutting
from tui.model.dossier import Dossier
from tui.model.listing import QuotationHit, QuotationRow
from tui.model.trail import PageKind, PageState, Place
from tui.present.dossier_profile_view import DossierProfile, profile_rows, speaker_badge
from tui.present.dossier_quotations_view import DossierQuotations, quotation_rows
from tui.present.find_words import has_words
from tui.present.glyphs import Glyphs
from tui.present.grid import GUTTER, MEASURE, NARROW, WIDE, Grid
from tui.present.page_rows import BLANK_ROW, NameTarget, PageMargin, PageRow
from tui.present.styles import META, TEXT, StyledLine, truncate
from tui.present.text_width import printable
from tui.reader.pages.page import OverlayPage, PageLibrary, place_column
from tui.reader.speaker_filter import narrowed
from tui.theme import StyleResolver

LEFT = 46
"""Columns of the left part where there are two."""
KEPT = 8
"""Dossiers kept, so that going back to one is at once."""
OPEN = 256
"""Articles kept open for the rows that tell where in them something stands."""
NEWEST, OLDEST = "undated, then newest first", "oldest first, then undated"


class DossierPage(OverlayPage):
    """Shows one dossier at a time."""

    kind = PageKind.DOSSIER
    parts = 2
    nothing = "no article gives that name"
    line = (
        (("down", "up"), "move"),
        (("open",), "open the article"),
        (("next_quotation", "previous_quotation"), "quotation"),
        (("find",), "narrow"),
        (("order",), "oldest first"),
        (("copy",), "copy"),
        (("close",), "back"),
        (("help",), "all keys"),
    )

    def __init__(self, library: PageLibrary, palette: StyleResolver, glyphs: Glyphs) -> None:
        super().__init__(library, palette, glyphs)
        self.dossier: Dossier | None = None
        self.order = NEWEST
        self._grid: Grid | None = None
        self._kept: dict[str, Dossier] = {}
        self._unfolded: frozenset[str] = frozenset()
        self._hits: tuple[object, Sequence[QuotationHit]] = (None, ())
        self.near = lru_cache(OPEN)(self._near)

    def _near(self, article: ArticleId) -> Cutting | None:
        return self.library.cutting(article)

    def forget(self) -> None:
        """The library has changed: ask it again."""
        self._kept.clear()
        self.near.cache_clear()

    # what it shows

    def begin(self, leaf: PageState, place: Place) -> bool:
        self.leaf, self.found, self.focus = leaf, leaf.found, leaf.column
        self._unfolded = frozenset()
        self.dossier = self._kept.get(leaf.of)
        self._fill()
        return self.dossier is not None

    def fetch(self, leaf: PageState, place: Place) -> object:
        known = self.library.person(leaf.of)
        if known is None:
            return None
        dossier = self.library.dossier(known)
        for role in known.roles[:12]:  # what the first rows tell, opened beforehand
            self.near(role.article)
        return dossier

    def put(self, found: object) -> None:
        assert isinstance(found, Dossier)
        if len(self._kept) >= KEPT:
            del self._kept[next(iter(self._kept))]
        self.dossier = self._kept[self.leaf.of] = found
        self._fill()

    def lay(self, grid: Grid) -> None:
        left, right = self.columns
        two = grid.columns >= WIDE
        self._grid, self.split = grid, LEFT if two else 0
        if two:
            place_column(left, grid, 0, LEFT + 1)
        left.display = two
        right.ruled = False
        place_column(right, grid, LEFT + 1 if two else 0, grid.columns - (LEFT + 1) * two)
        if self.dossier is not None:
            self.leaf = self.now()
        self._fill()

    def _fill(self) -> None:
        """Make the rows, and stand in them as the page was left."""
        if self._grid is None:
            return
        left, right = self.columns
        for column in self.columns:
            column.put((), top=0)
        if self.dossier is None:
            return
        about, said = self._rows(self.dossier, self._grid)
        if self.split:
            left.put(about)
            right.put(said)
        else:
            right.put((*about, BLANK_ROW, *said))
        focus = self.focus if self.split else 0
        self.turn_to(focus)
        self.focused.put(self.focused.rows, self.leaf.chosen, self.leaf.top or None)

    def _rows(self, dossier: Dossier, grid: Grid) -> tuple[Sequence[PageRow], Sequence[PageRow]]:
        about = DossierProfile(dossier, self.near, self.glyphs, self._unfolded)
        right = margin(grid.columns - (self.split + 1) * bool(self.split))
        left = PageMargin(LEFT, 4, LEFT - 5) if self.split else right
        hits = self.hits()
        order = self.order if grid.columns >= NARROW else ""
        unquoted = [one for one in dossier.named_in if not one.quotations and self._holds(one.title)]
        of = DossierQuotations(
            dossier.known.name, hits, len(dossier.said), order, unquoted, self.near, self.glyphs
        )
        return tuple(profile_rows(about, left)), tuple(quotation_rows(of, right))

    def _holds(self, title: str) -> bool:
        return has_words(title, self.found)

    def hits(self) -> Sequence[QuotationHit]:
        """What they said, in the order chosen, narrowed to the words looked for."""
        asked = (self.dossier, self.order, self.found)
        if self._hits[0] != asked:
            said: Sequence[QuotationRow] = self.dossier.said if self.dossier else ()
            if self.order == OLDEST:
                said = sorted(said, key=lambda one: (one.published is None, one.published or 0))
            self._hits = (asked, narrowed(said, self.found).hits)
        return self._hits[1]

    def doubt(self) -> tuple[str, str] | None:
        target = self.target()
        if self.dossier is None or not isinstance(target, NameTarget):
            return None
        known = self.dossier.known
        if target.name not in known.alike:
            return None
        shorter, fuller = sorted((target.name, known.name), key=lambda name: len(name.split()))
        return shorter, fuller

    # what it says of itself

    @property
    def title(self) -> str:
        return printable(self.leaf.of if self.dossier is None else self.dossier.known.name)

    @property
    def facts(self) -> tuple[str, ...]:
        if self.dossier is None:
            return ()
        known = self.dossier.known
        quotations = f"{known.quotations:,} quotation{'s' * (known.quotations != 1)}"
        articles = f"{known.articles:,} article{'s' * (known.articles != 1)}"
        return (quotations, articles) if known.quotations else (articles,)

    @property
    def standing(self) -> StyledLine:
        if self.dossier is None:
            return ()
        known = self.dossier.known
        initials, ink = speaker_badge(known.name, known.kind)
        place = self._place()
        hits = self.hits()
        at = next((n for n, hit in enumerate(hits, 1) if _place_of(hit.said) == place), None)
        room = 30
        words = f" {truncate(printable(known.name), room, self.glyphs.cut)}"
        after = f" {self.glyphs.dot} {at} of {len(hits)}" if at else ""
        return ((initials, ink), (words, META), (after, META if at else TEXT))

    def _place(self) -> Place | None:
        target = self.target()
        return target if isinstance(target, Place) else None

    def among(self) -> tuple[tuple[Place, ...], str]:
        """Everything they said, when one of these is chosen."""
        places = tuple(_place_of(hit.said) for hit in self.hits())
        return (places, f"said by {self.title}") if self._place() in places else ((), "")

    def said(self) -> tuple[Cutting, int] | None:
        place = self._place()
        every = (*(hit.said for hit in self.hits()), *(self.dossier.spoken_of if self.dossier else ()))
        said = next((one for one in every if _place_of(one) == place), None)
        cutting = self.near(said.article) if said else None
        return (cutting, said.number) if cutting and said else None

    # what the keys do

    def act(self, action: str) -> bool:
        if action in ("next_quotation", "previous_quotation", "next_found", "previous_found"):
            self.turn_to(len(self.seen()) - 1)
            return self.focused.act("down" if action.startswith("next") else "up")
        if action == "order":
            self.order = OLDEST if self.order == NEWEST else NEWEST
            self.leaf = self.leaf._replace(chosen=0, top=0)
            self._fill()
            return True
        return super().act(action)

    def look_for(self, words: str) -> int:
        self.found = words
        self.leaf = self.leaf._replace(chosen=self._first_said(), top=0)
        self.focus = len(self.seen()) - 1
        self._fill()
        return len(self.hits())

    def _first_said(self) -> int:
        """Which thing of its column is the first quotation."""
        places = {_place_of(hit.said) for hit in self.hits()}
        targets = self.columns[1].targets
        return next((n for n, target in enumerate(targets) if target in places), 0)

    def unfold(self, section: str) -> None:
        self._unfolded |= {section}
        self.leaf = self.now()
        self._fill()


def margin(room: int) -> PageMargin:
    """Where the words stand: as in the reading view, in the middle of their column."""
    if room < NARROW:
        return PageMargin(room, 2, room - 3)
    measure = min(MEASURE, room - GUTTER - 2)
    return PageMargin(room, (room - GUTTER - measure - 2) // 2 + GUTTER, measure)


def _place_of(said: QuotationRow) -> Place:
    return Place(said.article, said.quotation.span)
