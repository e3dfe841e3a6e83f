"""The few signs of the house, in three sets for three sorts of terminal font. Each is one column wide."""

from __future__ import annotations

from typing import NamedTuple


class Glyphs(NamedTuple):
    """What is drawn for each meaning. Article text is never translated."""

    bar: str = "▎"
    current: str = "▌"
    chosen: str = "▌"
    chosen_elsewhere: str = "▏"
    hairline: str = "─"
    rule: str = "│"
    joint_down: str = "┬"
    joint_up: str = "┴"
    focus: str = "━"
    share: str = "┃"
    panel: str = "▁"
    unread: str = "•"
    starred: str = "*"
    note: str = "¶"
    corrected: str = "†"
    unsure: str = "?"
    mark: str = "“"
    same: str = "="
    near: str = "≈"
    jump: str = "→"
    deeper: str = "›"
    dot: str = "·"
    end: str = "■"
    cut: str = "…"
    failed: str = "×"
    doubt: str = "!"
    paragraph: str = "¶"
    bars: str = "▁▂▃▄▅▆▇█"
    """Heights of a row of the timeline, the full one last."""
    ground_line: str = "▁"
    """Where the timeline has nothing."""


FULL = Glyphs()
PLAIN = Glyphs(bar="│", chosen_elsewhere="│", focus="═", share="║", panel="▄", bars="▄█", ground_line="_")
ASCII = Glyphs(
    bar=":",
    current="|",
    chosen=">",
    chosen_elsewhere=">",
    hairline="-",
    rule="|",
    joint_down="+",
    joint_up="+",
    focus="=",
    share="#",
    panel="_",
    unread="o",
    note="P",
    corrected="+",
    mark='"',
    near="~",
    jump=">",
    deeper=">",
    dot=".",
    end="#",
    cut="~",
    failed="x",
    paragraph="P",
    bars=".:#",
    ground_line="_",
)
SETS = {"full": FULL, "plain": PLAIN, "ascii": ASCII}


def glyphs(name: str, encoding: str) -> Glyphs:
    """The set of that name; "auto" is full where the locale writes UTF-8 and ASCII elsewhere."""
    if name == "auto":
        name = "full" if encoding.lower().replace("-", "") == "utf8" else "ascii"
    return SETS.get(name, FULL)
