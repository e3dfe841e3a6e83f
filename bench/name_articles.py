"""Made-up articles with their names marked, from the sentences of name_templates.toml. Deterministic."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tui.extract.names.name_lexicon import sections
from tui.model.annotation import EntityKind

TEMPLATES = Path(__file__).with_name("name_templates.toml")
TITLE_CASE_EACH = 30
INTRODUCED_SHARE = 0.5
SLOT = re.compile(r"\{(?:(person|organisation|place):((?:[^{}]|\{[^{}]*\})*)|([A-Z])(\d|D))\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the names in it: (start, end, kind)."""

    text: str
    names: tuple[tuple[int, int, EntityKind], ...]


class Cast:
    """The people, bodies and places of one made-up article, drawn from the parts of the template file."""

    def __init__(self, chance: random.Random, parts: dict[str, list[str]]) -> None:
        """Draw everything that the slots may ask for."""
        self.chance, self.parts = chance, parts
        self.people = [self.person() for _ in range(4)]
        self.strangers = [self.stranger() for _ in range(4)]
        self.places = [self.home_place() for _ in range(5)] + [self.far_place() for _ in range(4)]
        self.bodies = [self.fill(self.one("bodies")) for _ in range(3)]
        self.councils = [self.fill(self.one("councils")) for _ in range(3)]
        self.companies = [self.fill(self.one("companies")) for _ in range(3)]
        self.papers = [self.fill(self.one("papers")).removeprefix("The ") for _ in range(2)]
        self.parties = [self.one("parties") for _ in range(3)]
        self.movements = [self.fill(self.one("movements")) for _ in range(2)]
        self.short = [self.short_company() for _ in range(2)] + [self.fill(self.one("news_outlets"))]
        self.streets = [self.fill(self.one("street_patterns")) for _ in range(4)]
        self.streets[2] = self.fill(self.one("pubs"))

    def one(self, part: str) -> str:
        """One entry of a part."""
        return self.chance.choice(self.parts[part])

    def invented(self) -> str:
        """A made-up company word."""
        return self.one("company_syllables") + self.one("company_ends")

    def short_company(self) -> str:
        """A company known by one word or by its letters."""
        draw = self.chance.random()
        if draw < 0.15:
            return self.letters()
        if draw < 0.3:
            return self.one("company_syllables") + self.one("company_syllables")
        if draw < 0.45:
            return self.one("foreign_starts") + self.one("company_ends")
        return self.one("surnames") if draw < 0.5 else self.invented()

    def letters(self) -> str:
        """Made-up initials of a body."""
        return "".join(self.chance.choices("ABCDEFGHILMNPRSTU", k=self.chance.choice([2, 3, 3, 4])))

    def surname(self) -> str:
        """Mostly listed, sometimes with a particle, sometimes the name of a place-like sort."""
        draw = self.chance.random()
        if draw < 0.06:
            return self.one("particle_surnames")
        if draw < 0.2:
            return self.one("place_fronts") + self.one("place_ends")
        return self.one("surnames")

    def person(self) -> tuple[str, str]:
        """Given name and surname."""
        given = self.chance.choice(self.parts["given"])
        if self.chance.random() < 0.05:
            given += f" {self.chance.choice('ABCDEJKLMRST')}."
        return given, self.surname()

    def stranger(self) -> tuple[str, str]:
        """A name from abroad; the given name may be one that no list has."""
        given = self.one("foreign_given")
        if self.chance.random() < 0.3:
            given = self.one("foreign_starts").capitalize() + self.chance.choice(
                ["o", "a", "in", "an", "ir", "ita"]
            )
        surname = self.one("foreign_starts") + self.one("foreign_ends")
        return given, ("al-" + surname if self.chance.random() < 0.06 else surname)

    def home_place(self) -> str:
        """A British place, real or made up."""
        if self.chance.random() < 0.45:
            return self.chance.choice(self.parts["britain"])
        return self.one("place_patterns").replace("{p}", self.one("place_fronts") + self.one("place_ends"))

    def far_place(self) -> str:
        """A country, city or made-up town abroad."""
        draw = self.chance.random()
        if draw < 0.35:
            return self.chance.choice(self.parts["country"])
        if draw < 0.6:
            return self.chance.choice(self.parts["city"])
        return self.fill(self.one("foreign_places"), self.one("foreign_starts"))

    def fill(self, pattern: str, stem: str = "") -> str:
        """A pattern filled, letter by letter.

        p place stem, l m places, s t surnames, i y invented words, x topic, q initials, a n pub sign.
        """
        values: dict[str, Callable[[], str]] = {
            "p": lambda: self.one("place_fronts") + self.one("place_ends"),
            "l": self.home_place,
            "m": self.home_place,
            "s": lambda: self.one("surnames"),
            "t": lambda: self.one("surnames"),
            "i": lambda: stem or self.invented(),
            "x": lambda: self.one("topics"),
            "g": lambda: self.chance.choice(["Mary", "John", "Peter", "Bede", "Anne", "Cuthbert"]),
            "q": self.letters,
            "a": lambda: self.one("pub_colours"),
            "n": lambda: self.one("pub_signs"),
            "y": lambda: self.one("company_syllables") + self.one("company_syllables"),
        }
        return re.sub(r"\{(\w)\}", lambda m: values[m.group(1)](), pattern)

    def slot(self, letter: str, number: int) -> tuple[str, EntityKind]:
        """The words and kind of one slot of a template."""
        people, strangers = self.people[number % 4], self.strangers[number % 4]
        bodies: dict[str, list[str]] = {
            "O": self.bodies,
            "C": self.councils,
            "K": self.companies,
            "N": self.papers,
            "T": self.parties,
            "B": self.movements,
            "X": self.short,
        }
        if letter in bodies:
            return bodies[letter][number % len(bodies[letter])], EntityKind.ORGANISATION
        if letter == "A":
            return initials(self.bodies[number % 3]), EntityKind.ORGANISATION
        names = {
            "F": " ".join(people),
            "S": people[1],
            "G": people[0].split(" ")[0],
            "W": " ".join(strangers),
            "V": strangers[1],
        }
        if letter in names:
            return names[letter], EntityKind.PERSON
        if letter == "R":
            return self.streets[number % 4], EntityKind.PLACE
        if letter == "U":
            return self.places[number + (5 if number else 0)].upper(), EntityKind.PLACE
        return self.places[number % 9], EntityKind.PLACE


def initials(name: str) -> str:
    """The capitals of a body's name; a made-up three where it has one word only."""
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    return letters if len(letters) > 1 else (name[:3].upper() if name else "ABC")


def write_sentence(template: str, cast: Cast, start: int) -> tuple[str, list[tuple[int, int, EntityKind]]]:
    """One sentence with its slots filled, and the names in it, `start` being where it will stand."""
    out, names, read = "", [], 0
    for match in SLOT.finditer(template):
        out += template[read : match.start()]
        read = match.end()
        word, inner, letter, number = match.groups()
        if word:
            value, kind = (
                SLOT.sub(lambda m: cast.slot(m.group(3), int(m.group(4)))[0], inner),
                EntityKind(word),
            )
        elif number == "D":
            out += str(cast.chance.randint(0, 9))
            continue
        else:
            value, kind = cast.slot(letter, int(number))
        begin = start + len(out) + (4 if value.startswith("The ") else 0)
        out += value
        names.append((begin, start + len(out), kind))
    return out + template[read:], names


def introduced(templates: list[str], chance: random.Random) -> list[str]:
    """The sentences, each person given in full the first time, as newspapers mostly do."""
    known: set[str] = set()
    out = []
    for template in templates:
        for short, full in (("S", "F"), ("G", "F"), ("V", "W")):
            for number in re.findall(rf"\{{{short}(\d)\}}", template):
                person = full + number
                if (
                    person not in known
                    and "{" + person + "}" not in template
                    and chance.random() < INTRODUCED_SHARE
                ):
                    template = re.sub(
                        rf"(?<![a-z.] )\{{{short}{number}\}}", f"{{{person}}}", template, count=1
                    )
                known.add(person)
        known.update(re.findall(r"\{([FW]\d)\}", template))
        out.append(template)
    return out


def in_title_case(text: str) -> str:
    """A sentence as a headline whose words all have a capital but the shortest."""
    return re.sub(r"(?<![\w’'-])[a-z](?=[\w’'-]{3})", lambda m: m.group().upper(), text)


def make_articles(count: int, seed: int = 11) -> list[Marked]:
    """`count` articles of five to nine sentences, two in three British, one in three of an agency's sort."""
    file = tomllib.loads(TEMPLATES.read_text(encoding="utf-8").replace("{D}", "0"))
    parts = {k: v.split() if isinstance(v, str) else v for k, v in file["parts"].items()}
    given = [n for section in ("male", "female") for n in sections("given_names_hand.txt")[section]]
    parts |= {
        "given": [name.title() for name in given],
        "britain": sections("places.txt")["britain"],
        "country": sections("places.txt")["country"],
        "city": sections("cities.txt")["city"],
    }
    chance = random.Random(seed)
    articles = []
    for number in range(count):
        cast = Cast(chance, parts)
        pool = file["wire"] if number % 3 == 2 else file["british"]
        text, names = "", []
        for template in introduced(chance.sample(pool, chance.randint(5, 9)), chance):
            text += "\n" if text else ""
            sentence, found = write_sentence(template, cast, len(text))
            if not text and number % TITLE_CASE_EACH == 0 and "\n" not in sentence:
                sentence = in_title_case(sentence)
            text += sentence
            names += found
        articles.append(Marked(text, tuple(names)))
    return articles
