"""The page of problems: every word of every problem is on it, at every width."""

from hypothesis import given
from hypothesis import strategies as st

from tui.model.problem import Problem
from tui.present.glyphs import FULL
from tui.present.problems_view import (
    ALL_WELL,
    COMFORT,
    group_problems,
    lay_out_problems,
    problem_counts,
    problem_line,
)
from tui.present.styles import line_width
from tui.present.text_width import printable

NOT_READ = Problem("clips/scan.pdf", "There is no text in it.", "Run it through OCR.")
DOUBT = Problem("clips/echo.txt", "Not UTF-8: read as Windows-1252.", read=True)
OWN = Problem("cache/clips.db", "The index cannot be kept: no space left.", read=True)

letters = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Zs", "Zl", "Zp"]), max_size=60
)
problems = st.lists(st.builds(Problem, letters, letters, letters, st.booleans()), max_size=6)


def words(found: list[Problem], room: int, chosen: int = 0) -> list[str]:
    groups = group_problems([], found)
    page = lay_out_problems(groups, [problem.path for group in groups for problem in group.problems], room)
    lines = [problem_line(page, row, chosen, FULL) for row in range(page.rows)]
    assert all(line_width(one) <= room for one in lines)
    return ["".join(run for run, _ in one) for one in lines]


def test_the_groups_stand_in_order_and_the_library_itself_comes_first() -> None:
    groups = group_problems([OWN], [OWN, DOUBT, NOT_READ])
    assert [(group.head, group.problems) for group in groups] == [
        ("THE LIBRARY ITSELF", (OWN,)),
        ("NOT READ", (NOT_READ,)),
        ("READ, WITH A DOUBT", (DOUBT,)),
    ]
    assert problem_counts(groups, "·") == "1 error · 2 warnings"


def test_a_picture_is_no_error() -> None:
    groups = group_problems([], [Problem("a.jpg", "Files that end in .jpg are not read.", aside=True)])
    assert [group.head for group in groups] == ["OTHER FILES, LEFT ALONE"]
    assert problem_counts(groups, "·") == "no problems"


def test_it_begins_with_comfort_or_says_that_all_is_well() -> None:
    assert COMFORT in words([DOUBT], 140)[0]
    assert ALL_WELL in words([], 140)[0]
    assert problem_counts((), "·") == "no problems"


def test_name_and_reason_stand_side_by_side_and_the_remedy_under_the_reason() -> None:
    page = words([NOT_READ], 100)
    row = next(number for number, text in enumerate(page) if "scan.pdf" in text)
    assert page[row].startswith("▌ × clips/scan.pdf")
    assert page[row].index("There is no") == 36
    assert page[row + 1].index("Run it") == 36


@given(problems, st.integers(12, 150), st.integers(0, 6))
def test_nothing_is_lost_at_any_width(found: list[Problem], room: int, chosen: int) -> None:
    shown = "".join("".join(words(found, room, chosen)).split())
    for problem in found:
        if room < 80:
            assert "".join(printable(problem.words + problem.remedy).split()) in shown.replace("▌", "")


@given(problems, st.integers(12, 150))
def test_rows_and_problems_agree(found: list[Problem], room: int) -> None:
    groups = group_problems([], found)
    page = lay_out_problems(groups, [problem.path for group in groups for problem in group.problems], room)
    for number in range(len(page.problems)):
        first, end = page.rows_of(number)
        assert first < page.rows
        assert {page.part_at(row)[1] for row in range(first, end)} <= {number}
