"""Something wrong with a file: a value to be shown, never a crash."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """`path` names the file, `words` say what is wrong in one sentence, `remedy` what was or can be done.

    `read` tells a doubt (the article is in the library all the same) from a file that was not read. `aside`
    is a file with which nothing is amiss, and which is counted: no article at all, such as a picture, or,
    where it is `read`, one that holds the same article as another file.
    """

    path: str
    words: str
    remedy: str = ""
    read: bool = False
    aside: bool = False


class ProblemError(Exception):
    """A problem that keeps something from being done at all."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.words} {problem.remedy}".strip())
        self.problem = problem
