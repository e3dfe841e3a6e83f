import pytest

from tui.library.formats.article_builder import Facts
from tui.library.formats.publication_guess import publication_in


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The Harbour Gazette understands that talks are near.", "The Harbour Gazette"),
        ("HarbourLive understands that talks are near.", "HarbourLive"),
        ("Daily Argus: The mayor on the quay\n\nThe mayor has gone.", "Daily Argus"),
        ("He told the Post that a Daily Argus reporter was there.\nDaily Argus: The quay", "Daily Argus"),
        ("The Telegraph and Argus has learned of a plan.", "The Telegraph and Argus"),
    ],
)
def test_a_newspaper_names_itself_in_its_own_columns(text: str, title: str) -> None:
    assert publication_in(text).publication == title


@pytest.mark.parametrize(
    "text",
    [
        "The council told the committee that the plan had gone.",
        "He told the Daily Mail, and later he told the Daily Mirror, that it was over.",
        "She told Sky News that it was over.",
        "She told the BBC that it was over.",
        "He told the Independent group on the council that it was over.",
        "Mr Smith told Mr Star that it was over.",
        "The Times are changing, and the Post Office understands.",
        "He told news of it to all.",
        "“Never,” he told the Harbour Post.",
        "In an interview with the Evening Mail, Mr Cole denied it.",
        "She told Bill O'Reilly of Harbour News that it was over.",
        "Speaking to the Daily Argus, she denied it.",
    ],
)
def test_no_title_is_better_than_a_wrong_one(text: str) -> None:
    assert publication_in(text) == Facts()
