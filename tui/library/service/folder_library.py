"""The library of some folders: all ports over their index and over what is the reader's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tui.app_paths import cache_home, data_home
from tui.library.core.roots import Roots, name_of
from tui.library.index.article_lists import ListQueries
from tui.library.index.articles import ArticleStore
from tui.library.index.database import Index
from tui.library.query.quotation_search import QuotationSearcher
from tui.library.service.correction_service import CorrectionService
from tui.library.service.history_service import HistoryService
from tui.library.service.index_check import IndexCheck
from tui.library.service.marks_mirror import MarksMirror
from tui.library.service.marks_service import MarksService
from tui.library.service.people_service import PeopleService
from tui.library.service.problem_service import ProblemService
from tui.library.service.provenance_service import ProvenanceService
from tui.library.service.related_service import RelatedService
from tui.library.service.search_service import SearchService
from tui.library.service.update_service import UpdateService
from tui.library.user.corrections_file import file_beside
from tui.library.user.marks_store import MarksStore


def open_library(
    paths: Sequence[Path],
    *,
    name: str | None = None,
    spared: int = 0,
    index_in: Path | None = None,
    own_in: Path | None = None,
) -> FolderLibrary:
    """The library of these folders and files, as far as it was indexed; `update` brings it up to date.

    So many cores are `spared` by the analysis, for whoever types meanwhile. The index and the reader's own
    are kept in those folders, else in the usual ones.
    """
    index = Index((index_in or cache_home()) / f"{name_of(paths)}.db")
    index.spared = spared
    marks = MarksStore((own_in or data_home()) / "marks.db")
    if marks.pending() is not None:
        from tui.library.user.user_data import finish_import  # an import was killed: seldom

        finish_import(marks)
    return FolderLibrary(paths, index, marks, name=name)


class FolderLibrary:
    """Implements the port `Library`: each of its parts is answered by a service. Safe from any thread."""

    def __init__(
        self, paths: Sequence[Path], index: Index, marks: MarksStore, *, name: str | None = None
    ) -> None:
        self._index, self._marks = index, marks
        roots = Roots(tuple(paths))
        self.name = name or roots.title
        mirror = MarksMirror(marks, index)

        articles = ArticleStore(index, roots)
        self.counts, self.cutting, self.source = articles.counts, articles.cutting, articles.source

        lists = ListQueries(index, marks, roots, mirror.mirror_when_free)
        self.rows, self.position, self.every = lists.rows, lists.position, lists.every
        self.row, self.listing = lists.row, lists.listing

        searching = QuotationSearcher(index, articles)
        search = SearchService(index, articles, searching)
        self.search, self.look, self.verify = search.search, search.look, search.verify
        corrections = CorrectionService(index, file_beside(marks.path), articles.cutting)
        self.correct, self.uncorrect = corrections.correct, corrections.uncorrect
        self.rename, self.undo = corrections.rename, corrections.undo

        own = MarksService(marks, mirror)
        self.set_read, self.set_starred = own.set_read, own.set_starred
        self.set_tags, self.set_note = own.set_tags, own.set_note
        self.mark, self.tags = own.mark, own.tags

        self._history = history = HistoryService(marks, name_of(paths), articles.present_id)
        self.last_place, self.set_last_place = history.last_place, history.set_last_place
        self.last_trail, self.set_last_trail = history.last_trail, history.set_last_trail
        self.visits, self.visited = history.visits, history.visited
        self.arranged, self.set_arranged = history.arranged, history.set_arranged
        self.kept, self.keep = history.kept, history.keep

        self._updates = updates = UpdateService(index, roots, marks, mirror)
        self.update, self.due = updates.update, updates.due
        self.leave, self.forget, self.coverage = updates.leave, updates.forget, updates.coverage

        check = IndexCheck(index, updates)
        people = PeopleService(index, articles, check)
        self.said_by, self.person = people.said_by, people.person
        self.who, self.names_like, self.dossier = people.who, people.names_like, people.dossier
        related = RelatedService(index, articles, searching, check)
        self.related, self.same_words = related.related, related.same_words

        problems = ProblemService(index, roots, articles, marks, updates, corrections)
        self.problems, self.troubles = problems.problems, problems.troubles
        self.not_read, self.unsound, self.within = problems.not_read, problems.unsound, problems.within
        self.source_at, self.articles_in = problems.source_at, problems.articles_in

        provenance = ProvenanceService(index, roots)
        self.ingest, self.ingest_totals = provenance.ingest, provenance.ingest_totals

    def close(self) -> None:
        """Let go of every file. Safe to call twice."""
        self._updates.close()
        self._marks.close()
        self._history.close()
        self._index.close()
