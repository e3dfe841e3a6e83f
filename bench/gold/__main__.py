"""Score the gold set of tests/gold: python -m bench.gold [--errors [WORD]] [--rules] [--pin]

--errors [WORD]    every mistake, with its file, line and the rule that decided; only those that hold WORD
--rules            how often each rule was right about the speaker
--pin              keep the figures in tests/gold/pins.toml as those that may not drop
"""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.gold.pins import Pins, as_toml, changes, read_pins, report
from bench.gold.score import Figure, Mistake, Score, Tally
from bench.gold.sets import PINS, ROOT, SETS, pins_of, scored_sets


def main() -> int:
    """Print what was asked for; 1 when a figure has dropped."""
    options = argparse.ArgumentParser(
        prog="python -m bench.gold", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--errors", nargs="?", const="", metavar="WORD", help=argparse.SUPPRESS)
    options.add_argument("--rules", action="store_true", help=argparse.SUPPRESS)
    options.add_argument("--pin", action="store_true", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    scores = scored_sets()
    before, now = read_pins(PINS), pins_of(scores)
    if chosen.errors is not None:
        rows = [_mistake(name, mistake) for name, score in scores.items() for mistake in score.mistakes]
        print("\n".join(row for row in rows if chosen.errors in row))
    elif chosen.rules:
        print(_rules(scores))
    else:
        print(_table(before, now))
        print(report(before, now))
    if chosen.pin:
        PINS.write_text(as_toml(now), "utf-8")
        print(f"Pinned in {PINS.relative_to(ROOT)}.")
        return 0
    return int(any(change.dropped for change in changes(before, now)))


def _table(before: Pins, now: Pins) -> str:
    rows = [f"{'':<10}{'':<18}{'now':>7}{'pinned':>9}"]
    for name, pin in now.items():
        for figure in Figure:
            if figure in pin.figures:
                old = before[name].figures.get(figure) if name in before else None
                kept = "–" if old is None else f"{old:.1f}"
                rows.append(f"{name:<10}{figure.value:<18}{pin.figures[figure]:>7.1f}{kept:>9}")
    return "\n".join(rows)


def _mistake(name: str, mistake: Mistake) -> str:
    where = _text(name, mistake.article).relative_to(ROOT)
    rule = f"  [{mistake.rule}]" if mistake.rule else ""
    return f"{where}:{mistake.line}: {mistake.figure}: {mistake.words} {mistake.complaint}{rule}"


def _text(name: str, article: str) -> Path:
    folder, texts = SETS[name]
    return (texts or folder) / f"{article}.txt"


def _rules(scores: dict[str, Score]) -> str:
    rules: dict[str, Tally] = {}
    for score in scores.values():
        for rule, tally in score.rules.items():
            rules[rule] = rules.get(rule, Tally()) + tally
    rows = [f"{'rule':<24}{'right':>7}{'of':>6}{'%':>8}"]
    for rule, tally in sorted(rules.items(), key=lambda item: (-item[1].gold, item[0])):
        share = 100 * tally.right / tally.gold
        rows.append(f"{rule or '(none)':<24}{tally.right:>7.0f}{tally.gold:>6.0f}{share:>8.1f}")
    return "\n".join(rows)


if __name__ == "__main__":
    raise SystemExit(main())
