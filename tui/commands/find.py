"""`cuttings find`: a half-remembered quotation, typos and all."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from tui.commands import json_form
from tui.commands.guard import say
from tui.commands.opening import opened
from tui.commands.page import lit, show
from tui.commands.said import block_of
from tui.library.door import Library
from tui.model.listing import Hit


def run(options: argparse.Namespace) -> int:
    """The best hits first; `--exact` wants the words as typed."""
    with opened(options.paths, raw=options.raw) as library:
        answer = library.search(options.query, options.limit, exact=options.exact)
        if options.json:
            _write_json(library, answer.hits)
    if answer.trouble:
        say(answer.trouble)
    if not options.json:
        show(block_of(hit.said, lit(hit.said.words, hit.highlights)) for hit in answer.hits)
    if not answer.hits:
        say("nothing said comes near these words")
    elif not answer.matching:
        say("nothing said has these words; these come nearest")
    return 0 if answer.hits else 1


def _write_json(library: Library, hits: Sequence[Hit]) -> None:
    for rank, hit in enumerate(hits, start=1):
        cutting = library.cutting(hit.said.article)
        headline = cutting.article.headline if cutting else None
        sys.stdout.write(json_form.line(json_form.of_hit(rank, hit, headline)))
