"""The note on the article's place while no article lies there: the first run, an empty folder, odd files."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.present.glyphs import Glyphs
from tui.present.grid import MEASURE
from tui.present.styles import HEADLINE, MUTED, RULE, TEXT, StyledLine, TextStyle, ThemeRole, line_width
from tui.present.text_width import printable, wrap

AIR = 4
"""Blank rows over the note on a tall screen."""
TERM = 14
"""Columns of the words that begin a fact, with the gap after them."""
EXAMPLE = 4
"""Columns that an example is set in."""
READS = "text, Markdown, saved web pages, mail, feeds, Word files or press exports"
"""The formats, as a person names them."""

Note = tuple[StyledLine, ...]


def first_run_note(room: int, index: str, marks: str, *, tall: bool, glyphs: Glyphs) -> Note:
    """What somebody reads who opens the program for the first time, on the sample articles."""
    measure = _measure(room)
    rule: StyledLine = ((glyphs.hairline * measure, RULE),)
    facts = (
        ("Your files", "are only read. Nothing in the folder is changed."),
        ("The index", f"is ours: {index}. Delete it when you like."),
        ("Your marks", f"are yours: {marks}. Back them up."),
        ("Offline", "always. No account, no network, nothing sent."),
        ("Who said it", "is found by rules, and sometimes wrong."),
        ("", "e shows why; c puts it right, for good."),
    )
    lines = [
        *_head("A reading room for press cuttings", measure),
        *_prose(
            "You are looking at four articles on devolution in England that come with cuttings. "
            "To read your own, give it a folder:",
            measure,
        ),
        (),
        ((" " * EXAMPLE, TEXT), ("$ ", MUTED), ("cuttings ~/articles", HEADLINE)),
        (),
        rule,
        (),
        *(line for fact in facts for line in _fact(*fact, measure)),
        (),
        rule,
        (),
        (("enter", HEADLINE), (" to start reading", MUTED)),
    ]
    return _placed(lines, room, measure, tall=tall)


def empty_library_note(
    room: int, folder: str, not_read: int, *, tall: bool, watching: bool, key: Callable[[str], str]
) -> Note:
    """What stands there when a library has no articles: how to get some, or why there are none.

    `key` tells the key of an action.
    """
    measure = _measure(room)
    then = "They appear here by themselves." if watching else f"{key('look_again')} looks again."
    if not_read:
        one = not_read == 1
        head = "Nothing here could be read"
        files = "The one file" if one else f"None of the {not_read:,} files"
        words = f"{files} in {folder} {'is no' if one else 'is an'} article that can be read."
        keys: Sequence[tuple[str, str]] = (("problems", "shows each with its reason"), ("quit", "leaves"))
    else:
        head = "Nothing to read here yet"
        words = f"There are no articles in {folder}."
        keys = (("help", "shows every key"), ("quit", "leaves"))
    lines = [
        *_head(head, measure),
        *_prose(f"{words} Put some there: {READS}. {then}", measure),
        (),
        *(((key(action), HEADLINE), (f" {said}", MUTED)) for action, said in keys),
    ]
    return _placed(lines, room, measure, tall=tall)


def _measure(room: int) -> int:
    return max(10, min(MEASURE, room - 3))


def _head(words: str, measure: int) -> list[StyledLine]:
    return [*(((row, HEADLINE),) for row in _rows(words, measure)), ()]


def _prose(words: str, measure: int) -> list[StyledLine]:
    return [((row, TEXT),) for row in _rows(words, measure)]


def _fact(term: str, words: str, measure: int) -> list[StyledLine]:
    """A term and what is said of it, side by side where there is room."""
    bold = TextStyle(ThemeRole.HEADLINE, bold=True)
    if measure < 3 * TERM:
        return [*[((term, bold),)] * bool(term), *_prose(words, measure)]
    rows = _rows(words, measure - TERM)
    return [((f"{term if not at else '':{TERM}}", bold), (row, TEXT)) for at, row in enumerate(rows)]


def _rows(words: str, measure: int) -> list[str]:
    words = printable(words)
    return [words[start:end] for start, end in wrap(words, 0, len(words), measure, measure)]


def _placed(lines: Sequence[StyledLine], room: int, measure: int, *, tall: bool) -> Note:
    """The note in the middle of its pane."""
    left: StyledLine = ((" " * max(0, (room - measure) // 2), TEXT),)
    placed = [(*left, *line) if line_width(line) else () for line in lines]
    return (*[()] * (AIR if tall else 0), *placed)
