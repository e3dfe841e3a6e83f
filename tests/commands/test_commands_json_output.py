"""The keys of `--json` are a promise: they are written out here."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from tui.commands import json_output
from tui.commands.name_lookup import NameEntry
from tui.model.annotation import Entity, EntityKind, Mention, Quotation, QuotationKind, Role
from tui.model.article import Article, ArticleId, Paragraph
from tui.model.cutting import Cutting
from tui.model.dossier import CoMention, Dossier, NamingArticle
from tui.model.known_entity import KnownEntity
from tui.model.listing import QuotationHit, QuotationRow
from tui.model.provenance import Fact, FactSource
from tui.model.relation import Reason, ReasonKind, Relation
from tui.model.rule import Rule
from tui.model.span import Span

TEXT = "“It is open,” said Zoë Hart, the mayor."
SPEECH = Quotation(
    segments=(Span(1, 11),),
    kind=QuotationKind.DIRECT,
    speaker="Zoë Hart",
    speaker_kind=EntityKind.PERSON,
    speaker_span=Span(19, 27),
    cue=Span(14, 18),
    rule=Rule.AFTER,
    confidence=0.98765,
    nested=(Span(4, 6),),
)
ARTICLE = Article(
    id=ArticleId("0123456789abcdef"),
    path="a.txt",
    text=TEXT,
    paragraphs=(Paragraph(Span(0, len(TEXT))),),
    publication="Daily Echo",
    published=date(2014, 11, 5),
)
CUTTING = Cutting(
    ARTICLE,
    quotations=(SPEECH,),
    mentions=(Mention(Span(19, 27), EntityKind.PERSON, "Zoë Hart"),),
    entities=(Entity("Zoë Hart", EntityKind.PERSON, ("Hart",), (Role("the mayor", Span(29, 38)),)),),
)
SAID = QuotationRow(
    article=ARTICLE.id,
    path="a.txt",
    title=TEXT,
    publication="Daily Echo",
    published=date(2014, 11, 5),
    number=0,
    quotation=SPEECH,
    words="It is open",
    role="the mayor",
)


def _read(form: json_output.JsonObject) -> object:
    return json.loads(json_output.json_line(form))


def test_a_cutting() -> None:
    assert _read(json_output.of_cutting(CUTTING)) == {
        "path": "a.txt",
        "id": "0123456789abcdef",
        "text": TEXT,
        "headline": None,
        "standfirst": None,
        "byline": None,
        "publication": "Daily Echo",
        "published": "2014-11-05",
        "guessed": [],
        "language": "en",
        "quotations": [
            {
                "segments": [[1, 11]],
                "kind": "direct",
                "speaker": "Zoë Hart",
                "speaker_kind": "person",
                "speaker_span": [19, 27],
                "cue_span": [14, 18],
                "rule": "after",
                "confidence": 0.988,
                "nested": [[4, 6]],
            }
        ],
        "mentions": [{"start": 19, "end": 27, "kind": "person", "entity": "Zoë Hart"}],
        "entities": [
            {
                "name": "Zoë Hart",
                "kind": "person",
                "aliases": ["Hart"],
                "roles": [{"role": "the mayor", "span": [29, 38]}],
            }
        ],
    }


def test_a_cutting_of_which_little_is_known() -> None:
    bare = Cutting(
        Article(ArticleId("0" * 16), "b.txt", "‘x’", ()),
        quotations=(Quotation((Span(1, 2),), QuotationKind.SCARE),),
    )
    form = json_output.of_cutting(bare)
    assert (form["published"], form["mentions"], form["entities"]) == (None, [], [])
    assert form["quotations"][0] == {
        "segments": [[1, 2]],
        "kind": "scare",
        "speaker": None,
        "speaker_kind": None,
        "speaker_span": None,
        "cue_span": None,
        "rule": "",
        "confidence": 0.0,
        "nested": [],
    }


def test_something_said() -> None:
    assert _read(json_output.of_said(SAID)) == {
        "quotation": "It is open",
        "speaker": "Zoë Hart",
        "speaker_kind": "person",
        "role": "the mayor",
        "kind": "direct",
        "article": "0123456789abcdef",
        "path": "a.txt",
        "title": TEXT,
        "publication": "Daily Echo",
        "published": "2014-11-05",
        "guessed": [],
        "segments": [[1, 11]],
        "confidence": 0.988,
    }


def test_a_dossier() -> None:
    known = KnownEntity("Zoë Hart", EntityKind.PERSON, ("Hart",), (), 1, 2, 1)
    dossier = Dossier(
        known,
        said=(SAID,),
        beside=(CoMention("Daily Echo", EntityKind.ORGANISATION, 1),),
        named_in=(NamingArticle(ARTICLE.id, "A title", None, None, 2, 1),),
    )
    form = _read(json_output.of_dossier(dossier))
    assert isinstance(form, dict)
    assert form["name"] == "Zoë Hart"
    assert form["said"] == [_read(json_output.of_said(SAID))]
    assert form["spoken_of"] == []
    assert form["beside"] == [{"name": "Daily Echo", "kind": "organisation", "articles": 1}]
    assert form["named_in"] == [
        {
            "article": "0123456789abcdef",
            "title": "A title",
            "publication": None,
            "published": None,
            "guessed": [],
            "mentions": 2,
            "quotations": 1,
        }
    ]


def test_a_hit() -> None:
    assert _read(json_output.of_hit(1, QuotationHit(SAID, 0.5, (Span(6, 10),)), headline=None)) == {
        "rank": 1,
        "score": 0.5,
        "quotation": "It is open",
        "speaker": "Zoë Hart",
        "path": "a.txt",
        "headline": None,
        "published": "2014-11-05",
        "guessed": [],
        "segments": [[1, 11]],
        "highlights": [[6, 10]],
        "also": [],
        "repeats": False,
    }


def test_an_entry_of_the_whos_who() -> None:
    entry = NameEntry("Zoë Hart", EntityKind.PERSON, 2, 3, {"the mayor": None}, {"Hart": None})
    assert _read(json_output.of_entry(entry)) == {
        "name": "Zoë Hart",
        "kind": "person",
        "quotations": 3,
        "articles": 2,
        "roles": ["the mayor"],
        "aliases": ["Hart"],
    }


def test_a_relation() -> None:
    reasons = (Reason(ReasonKind.PASSAGE, "17 words the same"), Reason(ReasonKind.PEOPLE, "Ed Balls"))
    relation = Relation(ARTICLE.id, 0.87654, reasons, copied=0.25)
    assert _read(json_output.of_relation(1, relation, ARTICLE)) == {
        "rank": 1,
        "score": 0.8765,
        "path": "a.txt",
        "headline": None,
        "guessed": [],
        "copied": 0.25,
        "also": [],
        "reasons": [
            {"kind": "passage", "words": "17 words the same"},
            {"kind": "people", "words": "Ed Balls"},
        ],
    }


def test_what_is_guessed_is_named_beside_the_facts_which_stay_as_they_are() -> None:
    guess = (
        FactSource(Fact.DATE, "the name of the file", guessed=True),
        FactSource(Fact.HEADLINE, "the head"),
    )
    form = json_output.of_cutting(replace(CUTTING, article=ARTICLE._replace(provenance=guess)))
    assert (form["published"], form["publication"], form["guessed"]) == ("2014-11-05", "Daily Echo", ["date"])
    of_all = frozenset({Fact.DATE, Fact.PUBLICATION})
    assert json_output.of_said(SAID._replace(guessed=of_all))["guessed"] == ["publication", "date"]
