"""What a line of a plain-text article is for."""

from __future__ import annotations

import pytest

from tui.library.formats.paragraph_kinds import paragraph_kind
from tui.model.article import ParagraphKind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Read more: How the valley was split", ParagraphKind.POINTER),
        ("READ MORE | The ten best walks", ParagraphKind.POINTER),
        ("Watch: the bridge comes down", ParagraphKind.POINTER),
        ("Evening Courier: Cllr Denise Holroyd and library staff", ParagraphKind.CAPTION),
        ("Cllr Denise Holroyd", ParagraphKind.CAPTION),
        ("Pictured: the new quay", ParagraphKind.CAPTION),
        ("Related news is that the quay will open.", ParagraphKind.PROSE),
        ("He said: “We are ready.”", ParagraphKind.PROSE),
        ("The quay will open in May.", ParagraphKind.PROSE),
        ("Watching the river, she smiled.", ParagraphKind.PROSE),
    ],
)
def test_captions_and_pointers_are_set_apart_from_prose(line: str, kind: ParagraphKind) -> None:
    assert paragraph_kind(line) is kind
