"""Which language a text is in, as far as it matters: names and speakers are found in English alone.

By its script, else by its small words. English stands until another language is plain: a short text, a list
of names, and English with foreign words in quotation marks stay English.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

ENGLISH: Final = "en"
UNKNOWN: Final = "und"
"""A script that several languages share, and nothing tells which of them it is."""
LANGUAGES: Final[Mapping[str, str]] = {
    "af": "Afrikaans",
    "ar": "Arabic",
    "bg": "Bulgarian",
    "ca": "Catalan",
    "cs": "Czech",
    "cy": "Welsh",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "ga": "Irish",
    "gd": "Scottish Gaelic",
    "he": "Hebrew",
    "hi": "Hindi",
    "hu": "Hungarian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sv": "Swedish",
    "th": "Thai",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "zh": "Chinese",
}
"""Codes of ISO 639 and the names of the languages that are told apart."""

SAMPLE: Final = 40_000
"""Characters of a text that are looked at."""
FEWEST_LETTERS: Final = 12
"""Of another script, before it decides."""
FEWEST_WORDS: Final = 12
FEWEST_SMALL: Final = 5
FEWEST_DIFFERENT: Final = 4
SHARE: Final = 0.15
"""Of all words must be small words of the language; prose has a third and more."""
OVER_ENGLISH: Final = 2

_SMALL: Final[Mapping[str, frozenset[str]]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the and of to in a that with for is are was were have has had this said from they their"
        " which be by not his her he she it its we you as at on an but who will would been there what"
        " when about than or if i my our your us them so no up out all can do did into after over more"
        " one",
        "fr": "le la les de des du un une et est sont en dans que qui pour sur au aux par pas plus ce cette"
        " ces il elle ils elles nous vous je ne se sa son ses leur avec mais ont été être sera selon d"
        " l qu n c s j y",
        "de": "der die das den dem des ein eine einen einem einer und ist sind war nicht mit von zu im auf"
        " für sich auch es er sie wir ich bei aus nach wie hat haben wird werden dass als am noch über"
        " um zum zur",
        "es": "el la los las de del un una y en que es son por para con se su sus no lo al como más pero"
        " fue ha han este esta está sin sobre entre también muy ya desde porque cuando nos le les"
        " según",
        "it": "il lo la i gli le di del della dei delle un una e è sono in che per con non si da dal alla"
        " al ai nel nella sul più ma come anche ha hanno questo questa suo sua loro ci essere stato"
        " dopo secondo l d c",
        "nl": "de het een en van in is zijn dat die op te met voor niet aan er ook om bij uit wordt worden"
        " naar maar zal hij zij wij ik heeft hebben deze dit nog over door werd als tot",
        "pt": "o a os as de do da dos das um uma e em no na nos nas que é são por para com se não mais foi"
        " ao à pelo pela seu sua como mas ou também já está este esta ele ela eu muito entre sem",
        "cy": "y yr yn a ac ar i o mae bod wedi ei eu am gan fod nid ddim hyn hwn hon gyda oedd roedd bydd"
        " sydd i'r o'r i’r o’r a'r a’r fel ond ni na nad cael wrth dros dweud ein fydd i'w r",
        "ga": "an na agus ar is i tá ag go le a do ní nach bhí sé sí siad atá seo sin ach ná mar leis chun"
        " gur de don den faoi ó bhfuil níl raibh beidh aige aici acu orm uirthi lena",
        "gd": "an na am nan agus ann is tha air a' a’ gu le do cha bha e i iad seo sin ach mar ris bho aig"
        " chan gun robh nach dha fo às gum anns",
        "pl": "i w z na do się nie że jest to o po za od dla jak przez ale są był była było będzie już"
        " tylko czy który która które oraz ze przed tym tego jego jej ich może także",
        "sv": "och i att det en ett är på som av för med den till har inte om var de vi jag han hon från så"
        " men kan ska efter vid eller när också sig där vara blir under",
        "da": "og i at det en et er på som af for med den til har ikke om var de vi jeg han hun fra så men"
        " kan skal efter ved eller når også sig der være bliver under blev mere",
        "no": "og i at det en et er på som av for med den til har ikke om var de vi jeg han hun fra så men"
        " kan skal etter ved eller når også seg der være blir under ble mer",
        "fi": "ja on ei se että oli hän ovat ole myös kun mutta joka jotka niin kuin sen tai nyt vain"
        " mukaan sekä jo vielä he me minä ollut olla tämä siitä",
        "hu": "a az és hogy nem is egy van volt de ez azt meg már csak mint el ha lesz kell még után"
        " szerint ki be fel én ő mi nincs vagy ezt amely",
        "cs": "a v na se je že to s z do o ve k i jsou pro ale by jako po byl byla bylo za od jen podle už"
        " také který která které jeho nebo až při není tak",
        "ro": "și în de la a cu pe nu că este o un din pentru mai care au fost sunt ce se ar fi dar după"
        " prin le lui sau până acest această",
        "tr": "ve bir bu da de için ile çok daha olarak olan en ne gibi kadar sonra var yok ama o ki değil"
        " oldu diye her dedi olduğunu tarafından",
        "ca": "el la els les de del dels un una i és són en que per amb no es al als com més però ha han"
        " aquest aquesta ser va van ens molt també seva seu sobre d l",
        "af": "die en van in is het 'n nie dat wat op te met vir om ook deur sal sy hulle hy was aan by uit"
        " maar ons ek hierdie nog word as n",
    }.items()
}
_WORD: Final = re.compile(r"[^\W\d_]+")
_SCRIPTS: Final = re.compile(
    "(?P<cyrillic>[\u0400-\u052f])|(?P<greek>[\u0370-\u03ff\u1f00-\u1fff])|(?P<hebrew>[\u0590-\u05ff])"
    "|(?P<arabic>[\u0600-\u06ff\u0750-\u077f])|(?P<devanagari>[\u0900-\u097f])|(?P<thai>[\u0e00-\u0e7f])"
    "|(?P<kana>[\u3040-\u30ff])|(?P<hangul>[\uac00-\ud7af])|(?P<han>[\u3400-\u9fff])"
)
_OTHER_LETTER: Final = re.compile("[\u0370-\u1eff\u1f00-\u1fff\u3040-\ud7af]")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f]")


@lru_cache(maxsize=64)
def language_of(text: str) -> str:
    """The code of the language: `ENGLISH` unless the text is plainly in another one."""
    sample = text[:SAMPLE]
    return _by_script(sample) or _by_small_words(sample)


def language_name(code: str) -> str:
    """What the language is called, in English."""
    return LANGUAGES.get(code, "another language")


def _by_script(text: str) -> str:
    """The language of a text that is mostly not in Latin letters, or ""."""
    if not _OTHER_LETTER.search(text):
        return ""
    found = Counter(match.lastgroup or "" for match in _SCRIPTS.finditer(text))
    if not found or found.total() < FEWEST_LETTERS or found.total() <= len(_LATIN.findall(text)):
        return ""
    script = "kana" if found["kana"] else found.most_common(1)[0][0]
    if script == "cyrillic":
        return _first_of(text, {"uk": "іїє", "ru": "ыэё", "bg": "ъ"})
    if script == "arabic":
        return _first_of(text, {"ur": "ٹڈڑے", "fa": "پچژگ"}, "ar")
    plain = {"greek": "el", "hebrew": "he", "devanagari": "hi", "thai": "th", "kana": "ja", "hangul": "ko"}
    return plain.get(script, "zh")


def _first_of(text: str, letters: Mapping[str, str], without: str = UNKNOWN) -> str:
    """The first of the languages of which a letter stands there that others of the script have not."""
    low = text.lower()
    return next((code for code, of_it in letters.items() if any(one in low for one in of_it)), without)


def _by_small_words(text: str) -> str:
    counted = Counter(_WORD.findall(text.lower()))
    total = counted.total()
    if total < FEWEST_WORDS:
        return ENGLISH
    hits = {
        code: sum(number for word, number in counted.items() if word in small)
        for code, small in _SMALL.items()
    }
    best = max(hits, key=lambda code: hits[code])
    different = sum(word in _SMALL[best] for word in counted)
    plain = (
        hits[best] >= FEWEST_SMALL
        and different >= FEWEST_DIFFERENT
        and hits[best] >= SHARE * total
        and hits[best] > OVER_ENGLISH * hits[ENGLISH]
    )
    return best if plain else ENGLISH
