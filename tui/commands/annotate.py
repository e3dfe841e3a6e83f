"""`cuttings annotate`: what is in an article, straight from the file."""

from __future__ import annotations

import argparse
import sys

from tui.commands import json_form, reading
from tui.commands.guard import say
from tui.extract.annotate import annotate
from tui.model.cutting import Cutting
from tui.model.problem import Problem


def run(options: argparse.Namespace) -> int:
    """One object an article, in path order; files that can't be read are told on stderr."""
    written = 0
    for article in reading.articles(options.paths):
        if isinstance(article, Problem):
            say(f"{article.path}: {article.words}")
            continue
        cutting = annotate(article)
        sys.stdout.write(json_form.line(json_form.of_cutting(cutting)) if options.json else _words(cutting))
        written += 1
    return 0 if written else 1


def _words(cutting: Cutting) -> str:
    text = cutting.article.text
    lines = [cutting.article.path]
    lines += [f"  {q.speaker or 'nobody named'}: {q.words(text)}" for q in cutting.spoken]
    return "\n".join(lines) + "\n\n"
