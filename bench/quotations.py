"""How many quotations are found and pinned on the right speaker, and names found, beside the bars.

python -m bench.quotations [FOLDER]    FOLDER holds score_annotations.py and data/*.jsonl; without it the
variable CUTTINGS_MEASURE, else ../shared/measure beside the checkout. What is missing there is told.
Last comes how often each rule is right, beside what tui/model/rule.py says of it.
"""

from __future__ import annotations

import json
import os
import runpy
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.figure import Figure
from tui.app_paths import shipped
from tui.commands.json_output import of_quotation
from tui.extract.annotate import annotate
from tui.library.formats.text import read_text
from tui.model.annotation import QuotationKind
from tui.model.rule import Rule

HERE = Path(__file__).resolve().parent.parent
SETS = {"polnear_dev": (98, 94, 98, 86), "polnear_dev_mp": (98.5, 94, 98, 86), "seeds": (100, 100, 100, 100)}
"""Bars of each set: found exact F1, speaker of all, of direct, of partial quotations (per cent)."""
SCARE_BAR = 30
RULE_SETS = ("polnear_train", "polnear_dev")
"""The sets that the precision of every rule is counted on."""
NAMES = {"conllpp_dev_prose": (90.0, None), "gum_dev": (72.0, 93.0), "seeds": (97.0, 100.0)}
"""Bars of each set: names exact micro F1, and B-cubed F1 of which of them are the same (per cent)."""


def main() -> None:
    """Print the figures of every set that is there."""
    print(Figure("seeds by the golden files, quotations right", seeds_right(), "%", 100, at_least=True))
    asked = sys.argv[1] if sys.argv[1:] else os.environ.get("CUTTINGS_MEASURE")
    folder = Path(asked) if asked else HERE.parent / "shared" / "measure"
    for line in missing(folder):
        print(line)
    for name, bars in SETS.items():
        gold = folder / "data" / f"{name}.jsonl"
        if gold.exists():
            for figure in figures(name, scored(folder, gold)["quotations"], bars):
                print(figure)
    for name, (found, same) in NAMES.items():
        gold = folder / "data" / f"{name}.jsonl"
        if gold.exists():
            names = scored(folder, gold)["names"]
            print(Figure(f"{name}, names, exact F1", names["micro"]["f1"], "%", found, at_least=True))
            if same is not None:
                value = names["same_entity_b3_f1"]
                print(Figure(f"{name}, which are the same, B3 F1", value, "%", same, at_least=True))
    for line in rule_table(folder):
        print(line)


def missing(folder: Path) -> Iterator[str]:
    """What to do about sets that are not there: they are not ours to hand on."""
    absent = [
        name
        for name in dict.fromkeys((*RULE_SETS, *SETS, *NAMES))
        if not (folder / "data" / f"{name}.jsonl").exists()
    ]
    absent = [name for name in absent if name != "seeds"]
    if absent:
        yield f"Not measured, for want of a corpus: {', '.join(absent)} (PolNeAR, CoNLL++, GUM)."
        yield f"Looked for as data/NAME.jsonl, beside score_annotations.py, in {folder}."
        yield "Name the folder that has them: python -m bench.quotations FOLDER, or CUTTINGS_MEASURE=FOLDER."


def rule_table(folder: Path) -> Iterator[str]:
    """How often each rule names the right speaker, by kind of quotation, beside what is written of it."""
    sets = [folder / "data" / f"{name}.jsonl" for name in RULE_SETS]
    if not all(path.exists() for path in sets):
        return
    verdicts = Counter(verdict for path in sets for verdict in verdicts_of(folder, path))
    for rule in Rule:
        for kind, written in ((QuotationKind.DIRECT, rule.direct), (QuotationKind.PARTIAL, rule.partial)):
            right, wrong = verdicts[rule, kind, True], verdicts[rule, kind, False]
            share = f"{100 * right / (right + wrong):5.1f} %" if right + wrong else "      -"
            before = f"{written.right} of {written.cases}" if written else "nothing"
            if right + wrong or written:
                counts = f"{right:>5} of {right + wrong:<5}"
                yield f"rule {rule.value or 'none':<16} {kind:<8}{counts}{share}   written down: {before}"


def verdicts_of(folder: Path, gold: Path) -> Iterator[tuple[Rule, QuotationKind, bool]]:
    """By which rule each quotation of a set was given to a speaker, its kind, and whether that is right."""
    scorer = runpy.run_path(str(folder / "score_annotations.py"))
    for answers in map(json.loads, gold.read_text("utf-8").splitlines()):
        cutting = annotate(read_text(answers["id"], answers["text"]).articles[0])
        text = cutting.article.text
        if text != answers["text"]:
            continue  # it was cleaned: what is where is told of another text
        found = [piece for one in cutting.spoken for piece in scorer["pieces"](text, of_quotation(one))]
        for wanted in answers["quotes"]:
            if wanted["kind"] == "scare" or wanted.get("optional") or not wanted.get("speaker"):
                continue
            start, end = scorer["trim"](text, wanted["start"], wanted["end"])
            best = max(found, key=lambda one: scorer["overlap"]((start, end), one["at"]), default=None)
            if best and scorer["overlap"]((start, end), best["at"]) >= 0.5 * (end - start):
                yield best["rule"], best["kind"], bool(scorer["speaker_right"](wanted, best))


def scored(folder: Path, gold: Path) -> dict[str, Any]:
    """What the scorer says of `cuttings annotate` on one file of hand-made answers."""
    annotated = f"{sys.executable} -m tui annotate --json"
    command = [sys.executable, str(folder / "score_annotations.py"), str(gold), "--run", annotated]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=HERE)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def figures(name: str, score: dict[str, Any], bars: tuple[float, ...]) -> list[Figure]:
    """The figures of one set beside their bars."""
    speaker = score["speaker"]
    values = (score["exact"]["f1"], speaker["all"], speaker["direct"], speaker["partial"])
    words = ("found, exact F1", "speaker, all", "speaker, direct", "speaker, partial")
    found = [
        Figure(f"{name}, {what}", value, "%", bar, at_least=True)
        for what, value, bar in zip(words, values, bars, strict=True)
    ]
    taken, terms = (int(part) for part in score["scare_taken_as_speech"].split("/"))
    return [*found, Figure(f"{name}, terms taken for speech", 100 * taken / max(1, terms), "%", SCARE_BAR)]


def seeds_right() -> float:
    """The share of the seeds' quotations whose words and speaker agree with tests/golden/seeds."""
    right = wanted = 0
    for path in sorted((HERE / "tests" / "golden" / "seeds").glob("*.toml")):
        golden = tomllib.loads(path.read_text("utf-8"))
        text = (shipped("seeds") / golden["article"]).read_text("utf-8")
        cutting = annotate(read_text(golden["article"], text).articles[0])
        said = [(q.speaker, tuple(s.of(cutting.article.text) for s in q.segments)) for q in cutting.spoken]
        expected = [(one["speaker"], tuple(one["words"])) for one in golden["said"]]
        wanted += max(len(said), len(expected))
        right += len(set(said) & set(expected))
    return 100 * right / max(1, wanted)


if __name__ == "__main__":
    main()
