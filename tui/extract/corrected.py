"""What a person put right by hand, laid over what was found: a cutting and corrections -> a cutting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from tui.model.annotation import Entity, EntityKind, Mention, Quotation
from tui.model.article import ArticleId
from tui.model.article_identity import former_id
from tui.model.cutting import Cutting
from tui.model.printed_words import as_read
from tui.model.rule import Rule

OPENING: Final = 60
"""Code points of the words said that tell a quotation from the others of its article."""


class SpeakerCorrection(NamedTuple):
    """Who said a quotation, or that nobody is known to have: `speaker` is "" then.

    It is the `which`-th (from 1) spoken one of the article whose words begin with `words`. `kind` is for a
    speaker whom the article does not name otherwise.
    """

    article: ArticleId
    words: str
    speaker: str
    kind: EntityKind | None = None
    which: int = 1


class NameCorrection(NamedTuple):
    """What is called `written` is to be called `name`, in one article or (None) in all of them.

    Two that get one name become one. "" says that it is no name, `kind` what it is a name of. In one article
    `written` may also be another form of somebody's name: then those mentions alone are parted from the
    others.
    """

    written: str
    name: str
    article: ArticleId | None = None
    kind: EntityKind | None = None


class CorrectionSet(NamedTuple):
    """All that was put right, in the order in which it is to be done: speakers first, then names."""

    speakers: tuple[SpeakerCorrection, ...] = ()
    names: tuple[NameCorrection, ...] = ()


def corrected(cutting: Cutting, corrections: CorrectionSet) -> Cutting:
    """The cutting with all corrections made under its id or its former one; the same if there are none."""
    if corrections == CorrectionSet():
        return cutting
    names = (cutting.article.id, former_id(cutting.article))
    for speaker in corrections.speakers:
        if speaker.article in names:
            cutting = _with_speaker(cutting, speaker)
    for renaming in corrections.names:
        if renaming.article in (None, *names):
            cutting = _with_name(cutting, renaming)
    return cutting


def key_of(cutting: Cutting, number: int) -> tuple[str, int]:
    """By which words, and as the which-th (from 1) that begins so, a spoken quotation is known."""
    text = cutting.article.text
    words = cutting.spoken[number].words(text)[:OPENING]
    return words, sum(said.words(text).startswith(words) for said in cutting.spoken[: number + 1])


def place_of(cutting: Cutting, correction: SpeakerCorrection) -> int | None:
    """The number, among the spoken quotations, of the one that the correction is for."""
    text = cutting.article.text
    alike = [at for at, said in enumerate(cutting.spoken) if said.words(text).startswith(correction.words)]
    return alike[correction.which - 1] if 1 <= correction.which <= len(alike) else None


def _with_speaker(cutting: Cutting, correction: SpeakerCorrection) -> Cutting:
    number = place_of(cutting, correction)
    if number is None:
        return cutting
    speaker = _speaker(cutting, correction)
    entities = list(cutting.entities)
    if speaker is not None and speaker not in entities:
        entities.append(speaker)
    said = cutting.spoken[number]
    right = said._replace(
        speaker=speaker and speaker.name,
        speaker_kind=speaker and speaker.kind,
        rule=Rule.BY_HAND,
        confidence=1.0,
    )
    quotations = [right if one is said else one for one in cutting.quotations]
    return _settled(cutting, quotations, cutting.mentions, entities)


def _speaker(cutting: Cutting, correction: SpeakerCorrection) -> Entity | None:
    """Whom the correction names: one of the article's own by name or other form, else a new one."""
    name = correction.speaker
    if not name:
        return None
    also = (entity for entity in cutting.entities if name in entity.aliases)
    return cutting.entity(name) or next(also, Entity(name, correction.kind or EntityKind.PERSON))


def _with_name(cutting: Cutting, correction: NameCorrection) -> Cutting:
    if correction.written == correction.name and correction.kind is None:
        return cutting
    entity = cutting.entity(correction.written)
    if entity is None:
        return cutting if correction.article is None else _parted(cutting, correction)
    if not correction.name:
        return _without_mentions(cutting, [one for one in cutting.mentions if one.entity == entity.name])
    return _renamed(cutting, entity, correction.name, correction.kind)


def _without_mentions(cutting: Cutting, mentions: Sequence[Mention]) -> Cutting:
    """The cutting in which these name nobody; what those said who are named nowhere else is nobody's."""
    gone = set(mentions)
    left = [one for one in cutting.mentions if one not in gone]
    losing = {one.entity for one in mentions}
    lost = losing - {one.entity for one in left}
    quotations = [
        said._replace(speaker=None, speaker_kind=None, rule=Rule.BY_HAND, confidence=1.0)
        if said.speaker in lost or (said.speaker in losing and _is_said_at(said, mentions))
        else said
        for said in cutting.quotations
    ]
    return _settled(cutting, quotations, left, [one for one in cutting.entities if one.name not in lost])


def _renamed(cutting: Cutting, entity: Entity, name: str, kind: EntityKind | None) -> Cutting:
    """The entity under another name, one with the entity that has it already."""
    other = cutting.entity(name)
    now = _joined(other, entity) if other else _called(entity, name)
    now = now._replace(kind=kind or now.kind)
    quotations = [
        _said_by(said, now) if said.speaker in (entity.name, name) else said for said in cutting.quotations
    ]
    mentions = [
        Mention(mention.span, now.kind, name) if mention.entity in (entity.name, name) else mention
        for mention in cutting.mentions
    ]
    others = [one for one in cutting.entities if one not in (entity, other)]
    return _settled(cutting, quotations, mentions, [*others, now])


def _called(entity: Entity, name: str) -> Entity:
    """The entity under that name. Who was unnamed has a name now, and so is a person."""
    kind = EntityKind.PERSON if entity.kind is EntityKind.UNNAMED else entity.kind
    return entity._replace(name=name, kind=kind, aliases=_without((entity.name, *entity.aliases), name))


def _joined(entity: Entity, other: Entity) -> Entity:
    """The first of the two, with the names and the roles of both."""
    aliases = _without((*entity.aliases, other.name, *other.aliases), entity.name)
    roles = sorted({*entity.roles, *other.roles}, key=lambda role: role.span)
    return entity._replace(aliases=aliases, roles=tuple(roles))


def _parted(cutting: Cutting, correction: NameCorrection) -> Cutting:
    """Only the mentions of that form, and what was said by them, go to the entity of the other name."""
    written, name, text = correction.written, correction.name, cutting.article.text
    moved = [m for m in cutting.mentions if m.entity != name and _form(m, text) == written]
    if not moved:
        return cutting
    if not name:
        return _without_mentions(cutting, moved)
    known = cutting.entity(name) or Entity(name, moved[0].kind)
    known = known._replace(kind=correction.kind or known.kind)
    now = known._replace(aliases=_without((*known.aliases, written), name))
    losing = {mention.entity for mention in moved}
    left = [
        one._replace(aliases=_without(one.aliases, written)) if one.name in losing else one
        for one in cutting.entities
        if one.name != known.name
    ]
    quotations = [
        _said_by(said, now) if said.speaker in losing and _is_said_at(said, moved) else said
        for said in cutting.quotations
    ]
    mentions = [Mention(m.span, now.kind, name) if m in moved else m for m in cutting.mentions]
    return _settled(cutting, quotations, mentions, [*left, now])


def _form(mention: Mention, text: str) -> str:
    """How the article writes the name there."""
    return " ".join(as_read(mention.span.of(text)).split())


def _is_said_at(said: Quotation, mentions: Iterable[Mention]) -> bool:
    """Whether one of the mentions is what names the speaker. One set by hand hangs on no mention."""
    where = said.speaker_span
    return said.rule != Rule.BY_HAND and where is not None and any(m.span.overlaps(where) for m in mentions)


def _said_by(said: Quotation, entity: Entity) -> Quotation:
    return said._replace(speaker=entity.name, speaker_kind=entity.kind)


def _without(names: Iterable[str], name: str) -> tuple[str, ...]:
    """The names but for that one, each once."""
    return tuple(one for one in dict.fromkeys(names) if one != name)


def _settled(
    cutting: Cutting, quotations: Iterable[Quotation], mentions: Iterable[Mention], entities: list[Entity]
) -> Cutting:
    """The cutting with these: entities by first mention (or quotation), without those that are nowhere."""
    quotations, mentions = tuple(quotations), tuple(mentions)
    first: dict[str, int] = {}
    for mention in mentions:
        first.setdefault(mention.entity, mention.span.start)
    for said in quotations:
        if said.speaker is not None:
            first.setdefault(said.speaker, said.span.start)
    standing = sorted((one for one in entities if one.name in first), key=lambda one: first[one.name])
    return replace(cutting, quotations=quotations, mentions=mentions, entities=tuple(standing))
