"""Learn the weights of the name model again (development only; needs python-crfsuite).

    python -m bench.train_names FOLDER

FOLDER holds two openly licensed sets of texts with their names marked, which are no part of this repository:
wikigold.txt (CC-BY 4.0; Balasuriya et al. 2009) and gum_train.jsonl (GUM without its news; CC-BY, CC-BY-SA;
Zeldes 2017). The made-up sentences of name_templates.toml are added. Writes
tui/extract/names/data/weights.txt.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pycrfsuite

from bench.name_articles import Marked, make_articles
from tui.extract.names.capital_runs import find_phrases, find_runs
from tui.extract.names.capital_words import NameDocument, read_document
from tui.extract.names.crf_features import article_features, form_features, place_features, word_class
from tui.extract.names.crf_model import KINDS, LABELS
from tui.extract.names.document_evidence import gather_evidence, sign_words
from tui.extract.names.name_lexicon import OFFICE, TITLE, name_lexicon
from tui.extract.words.tokens import tokenise
from tui.model.annotation import EntityKind

WEIGHTS = Path(__file__).parent.parent / "tui" / "extract" / "names" / "data" / "weights.txt"
UNIT = 16
HEAD = (
    "# Weights of the name model, learnt by bench/train_names.py from wikigold (CC-BY 4.0, Balasuriya et al.",
    "# 2009), GUM without its news (CC-BY and CC-BY-SA, Zeldes 2017) and made-up sentences of our own.",
    f"# First line: weights of label after label ({' '.join(LABELS)}); then feature, tab, labels, weights.",
)
NO_BLANK_BEFORE = frozenset(", . : ; ! ? ) ] % 's n't ' 're 've 'll 'd 'm '' ’s".split())
NO_BLANK_AFTER = frozenset("( [ $ `` #".split())
TAGS = {"PER": EntityKind.PERSON, "ORG": EntityKind.ORGANISATION, "LOC": EntityKind.PLACE}


def joined(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Tokens as running text, and where each stands in it."""
    text, spans, quoted, before = "", [], False, ""
    for token in tokens:
        blank = bool(text) and token not in NO_BLANK_BEFORE and before not in NO_BLANK_AFTER
        if token == '"':
            blank = bool(text) and not quoted
        elif before == '"' and quoted:
            blank = False
        quoted ^= token == '"'
        text += " " if blank else ""
        spans.append((len(text), len(text) + len(token)))
        text += token
        before = token
    return text, spans


def trimmed(text: str, start: int, end: int, kind: EntityKind) -> tuple[int, int]:
    """A marked name by our conventions: without "the", titles before a person, the possessive 's."""
    lex = name_lexicon()
    while match := re.match(r"(\S+)\s+(?=\S)", text[start:end]):
        first = match.group(1)
        small = first.lower().rstrip(".")
        titled = (
            kind is EntityKind.PERSON
            and lex.of(small) & (TITLE | OFFICE)
            and small not in ("will", "grace", "dean")
        )
        if not (small == "the" or titled or (kind is EntityKind.PERSON and small in ("us", "u.s", "former"))):
            break
        start += match.end()
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    alone = text[start:end].lower().rstrip(".")
    return (start, start) if kind is EntityKind.PERSON and alone in sign_words().honorific else (start, end)


def article_of(sentences: list[list[tuple[str, str]]]) -> Marked:
    """Tagged sentences as one text, a sentence a line."""
    text, names = "", []
    for sentence in sentences:
        text += "\n" if text else ""
        line, spans = joined([word for word, _ in sentence])
        at = 0
        while at < len(sentence):
            tag, end = sentence[at][1], at + 1
            while tag != "O" and end < len(sentence) and sentence[end][1] == tag:
                end += 1
            if kind := TAGS.get(tag[2:]):
                names.append((len(text) + spans[at][0], len(text) + spans[end - 1][1], kind))
            at = end
        text += line
    return Marked(text, tidy(text, names))


def tidy(text: str, names: list[tuple[int, int, EntityKind]]) -> tuple[tuple[int, int, EntityKind], ...]:
    """The names by our conventions; those of which nothing is left are dropped."""
    cut = [(*trimmed(text, start, end, kind), kind) for start, end, kind in names]
    return tuple(name for name in cut if name[1] > name[0])


def wikigold(path: Path) -> Iterator[Marked]:
    """The articles of wikigold.txt: a word and its tag a line, a blank line between sentences."""
    sentences: list[list[tuple[str, str]]] = [[]]
    for line in [*path.read_text(encoding="utf-8").splitlines(), "-DOCSTART- O"]:
        if line.startswith("-DOCSTART-"):
            if any(sentences):
                yield article_of([s for s in sentences if s])
            sentences = [[]]
        elif line.strip():
            word, tag = line.split(" ")[0], line.split(" ")[-1]
            sentences[-1].append((word, tag))
        else:
            sentences.append([])


def gum(path: Path) -> Iterator[Marked]:
    """The documents of gum_train.jsonl."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row["text"]
        names = [
            n for e in row["entities"] for n in names_in(text, e["start"], e["end"], EntityKind(e["type"]))
        ]
        yield Marked(text, tidy(text, names))


def names_in(text: str, start: int, end: int, kind: EntityKind) -> Iterator[tuple[int, int, EntityKind]]:
    """The names in a marked noun phrase: parts joined by "and"; not what a person is "of", no small end."""
    parts = [(start, text[start:end])]
    if kind is not EntityKind.ORGANISATION and name_lexicon().phrases.get(text[start:end].lower()) is None:
        joints = [start, *(start + m.end() for m in re.finditer(r" and ", text[start:end]))]
        parts = [
            (a, text[a:b].removesuffix(" and ")) for a, b in zip(joints, [*joints[1:], end], strict=True)
        ]
    for begin, words in parts:
        words = re.split(r" (?:of|from|for) ", words)[0] if kind is EntityKind.PERSON else words
        while match := re.search(r"(?:[\s-]+[a-z]\S*|,.*)$", words):
            words = words[: match.start()]
        yield begin, begin + len(words), kind


def page_of(text: str) -> NameDocument:
    """A text as the model reads it."""
    document = read_document(tokenise(text), (), name_lexicon())
    find_phrases(document, name_lexicon())
    find_runs(document)
    return document


def labels_of(
    document: NameDocument, first: int, end: int, names: dict[int, tuple[int, EntityKind]]
) -> list[str]:
    """The gold labels of a run; `names` by the offset where they start."""
    starts, out, until, kind = document.tokens.starts, [], -1, "O"
    for at in range(first, end):
        begin = document.words[at].start if at in document.words else starts[at]
        if begin < until:
            out.append("I" + kind)
        elif begin in names:
            until, found = names[begin]
            kind = "POL"[KINDS.index(found)]
            out.append("B" + kind)
        else:
            until = -1
            out.append("O")
    return out


def sequences(article: Marked) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Features and labels of every run of an article."""
    document = page_of(article.text)
    evidence = gather_evidence(document)
    names = {start: (end, kind) for start, end, kind in article.names}
    for first, end in document.runs:
        rows = []
        for word, features in place_features(document, first, end):
            if word:
                form = form_features(
                    word.small, word.flags, word.shape, word.opens, word.case, word.possessive
                )
                seen, lowered = evidence.of(word.small), word.small in evidence.lowered
                features = [*features, *form, *article_features(word_class(word.flags), seen, lowered)]
            rows.append(features)
        yield rows, labels_of(document, first, end, names)


def export(tagger: pycrfsuite.Tagger, smallest: float) -> None:
    """Write the weights as text, whole numbers of UNIT to the natural unit."""
    info = tagger.info()
    rows: dict[str, dict[int, int]] = defaultdict(dict)
    for (feature, label), weight in info.state_features.items():
        whole = max(-2000, min(2000, round(weight * UNIT)))
        if abs(weight) >= smallest and whole:
            rows[feature][LABELS.index(label)] = whole
    moves = [round(UNIT * info.transitions.get((a, b), 0.0)) for a in LABELS for b in LABELS]
    pairs = {f: " ".join(f"{label}{w}" for label, w in sorted(row.items())) for f, row in rows.items()}
    lines = [*HEAD, " ".join(map(str, moves)), *(f"{feature}\t{pairs[feature]}" for feature in sorted(pairs))]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} features, {WEIGHTS.stat().st_size // 1000} kB")


def main() -> None:
    """Read the texts, train, write the weights."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("folder", type=Path)
    options.add_argument("--made-up", type=int, default=2700, help="number of made-up articles")
    options.add_argument("--l1", type=float, default=1.0, help="strength of the L1 penalty")
    options.add_argument("--l2", type=float, default=0.5)
    chosen = options.parse_args()
    articles = [
        *wikigold(chosen.folder / "wikigold.txt"),
        *gum(chosen.folder / "gum_train.jsonl"),
        *make_articles(chosen.made_up),
    ]
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    count = 0
    for article in articles:
        for features, labels in sequences(article):
            trainer.append(features, labels)
            count += 1
    trainer.set_params(
        {"c1": chosen.l1, "c2": chosen.l2, "max_iterations": 150, "feature.possible_transitions": True}
    )
    with tempfile.TemporaryDirectory() as folder:
        model = str(Path(folder) / "names.crf")
        trainer.train(model)
        tagger = pycrfsuite.Tagger()
        tagger.open(model)
        print(f"{len(articles)} articles, {count} runs")
        export(tagger, 0.03)


if __name__ == "__main__":
    main()
