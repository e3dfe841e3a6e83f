"""Damaged files for every reader of a format: none may raise, hang, or take longer than its size allows.

`make fuzz` mutates seeds, 50,000 inputs a format; `python -m bench.fuzz --inputs 500 table` fewer, of one.
What fails is written to a file and named, so that it can be read again. The same number of --seed gives the
same inputs.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import random
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tui.library.formats.file_types import FORMATS
from tui.library.formats.registry import LONGEST, read_bytes

PER_BYTE = 0.000_02
FIRST = 0.5
"""Seconds of work that a file may take: so many, and so many a byte."""
_FAILED = "could not be analysed"
_BODY = "The ferry will sail in winter, the council has agreed.\n\n“We promised it,” said Ann Lee.\n"
_NEXIS = (
    "Date and Time: Friday, 5. July 2019\nDocuments (2)\n1. Ferry to sail\nClient/Matter: "
    "-None-\n\nFerry to sail\n\n"
    f"The Quay Post\n\nMarch 14, 2015 Saturday\n\nCopyright 2015\n\nLength: 9 words\n\nByline: Ann "
    f"Lee\n\nBody\n\n{_BODY}\n\n"
    "Graphic\n\nA ferry\n\nLoad-Date: March 15, 2015\n\nEnd of Document\n"
)
_OLDER = (
    "1 of 2 DOCUMENTS\n\nThe Quay Post\n\n14. März 2015 Samstag\n\nHEADLINE: Ferry\n\nLÄNGE: 3 "
    "Wörter\n\nBODY:\n\n"
    f"{_BODY}\nCITY: LOWPORT (90%)\n\nLOAD-DATE: March 15, 2015\n\n"
)
_PROQUEST = (
    f"{'_' * 60}\n\nDocument 1 of 2\n\nFerry\n\nAuthor: Lee, Ann\n\nPublication info: Quay Post. Mar "
    f"14, 2015: A.2.\n\n"
    f"Full text: {_BODY}CAPTION: A ferry.\n\nSubject: Ports\n\nTitle: Ferry\n\nPublication title: "
    f"Quay Post\n\n"
    "Publication date: Mar 14, 2015\n\nDatabase: ProQuest\n\n"
)
_FACTIVA = (
    "HD\tFerry\nBY\tBy Ann Lee\nWC|40 words|\nPD\t14 March 2015\nSN\tQuay Post\nLP\tThe ferry will "
    "sail.\nTD\tMore.\n"
    "AN\tDocument QUAYPO0020150314eb3e00011\n"
)
_HTML = (
    "<html><head><title>Ferry | Quay Post</title><script "
    'type=\'application/ld+json\'>{"@type":"NewsArticle"}</script></head>'
    f"<body><div id='x'><h1>Ferry</h1><p>{_BODY}</p><table><tr><td><b>HD</b></td><td>Ferry</td></tr>"
    f"</table></div>"
)
_EUROPRESSE = (
    "<article><div class='DocPublicationName'>Quay Post</div><p class='DocHeader'>samedi 14 mars 2015"
    "</p><p class="
    f"'titreArticleVisu'>Ferry</p><div class='docOcurrContainer'><p>{_BODY}</p></div></article>"
)
_MAIL = (
    "From: Ann Lee <a@x.example>\nSubject: Fwd: =?utf-8?q?Ferry?= news\nDate: Sat, 14 Mar 2015 "
    "06:00:00 +0000\nMIME-Version: 1.0\n"
    "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n---------- "
    "Forwarded message ---------\n"
    f"From: Post\nDate: 14 March 2015\nSubject: Ferry\n\n> {_BODY}\n--b\nContent-Type: "
    f"message/rfc822\n\nSubject: In\n\n{_BODY}\n--b--\n"
)
_RSS = (
    "<?xml version='1.0'?><rss><channel><title>Quay Post</title><item><title>Ferry & more</title>"
    "<link>https://www.google.com/url?"
    f"url=https://x.example</link><pubDate>Sat, 14 Mar 2015</pubDate><description><![CDATA[<p>{_BODY}"
    f"</p>]]></description></item></channel></rss>"
)
_NITF = (
    f"<nitf><body><hl1>Ferry</hl1><byline>By Ann Lee</byline><body.content><p>{_BODY}</p>"
    f"</body.content></body></nitf>"
)
_ENEX = (
    f"<en-export><note><title>Ferry</title><content><![CDATA[<en-note>{_BODY}</en-note>]]>"
    f"</content></note></en-export>"
)
_RECORD = {
    "headline": "Ferry",
    "date": "2015-03-14",
    "text": _BODY,
    "author": [{"name": "Lee, Ann"}],
    "id": 1,
}
_CSL = [{"type": "article", "title": "Ferry", "issued": {"date-parts": [[2015, 3, 14]]}, "abstract": _BODY}]
_ARC = {
    "content_elements": [{"content": _BODY, "items": [{"content": "x"}]}],
    "headlines": {"basic": "Ferry"},
}
_RIS = f"TY  - NEWS\nTI  - Ferry\nAU  - Lee, Ann\nDA  - 2015/03/14/\nAB  - {_BODY}ER  - \n"
_BIBTEX = (
    f'@article{{lee, title = {{{{Ferry}} news}}, author = {{Lee, Ann and Ash, Ben}}, abstract = "{_BODY}"}}\n'
)
_VTT = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ann Lee>The ferry\n\n00:03.000 --> 00:04.000\n>> will sail.\n"
_HTTP = (
    f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: "
    f"chunked\r\n\r\n{len(_HTML):x}\r\n{_HTML}\r\n0\r\n\r\n"
)
_WARC = (
    f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example\r\nContent-Length: "
    f"{len(_HTTP)}\r\n\r\n{_HTTP}\r\n\r\n"
)
_RTF = r"{\rtf1\ansi Ferry\par\par The ferry will \'93sail\'94.\par}"
_PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


def _zip(**entries: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, words in entries.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_html", ".html"), words)
    return held.getvalue()


_DOCX = _zip(
    word__document_xml=f"<d xmlns:w='w'><w:p><w:t>Ferry</w:t></w:p><w:p><w:t>{_BODY}</w:t></w:p></d>"
)
_ODT = _zip(content_xml=f"<d xmlns:t='t'><t:h>Ferry</t:h><t:p>{_BODY}<t:s/></t:p></d>")
_EPUB = _zip(
    **{
        "META-INF__container_xml": "<c><rootfile full-path='p.xml'/></c>",
        "p_xml": "<package><manifest><item id='a' href='a.html' media-type='text/html'/></manifest><spine>"
        "<itemref idref='a'/></spine></package>",
        "a_html": f"<html><body><h1>Ferry</h1><p>{_BODY * 5}</p></body></html>",
    }
)

SEEDS: Mapping[str, tuple[str | bytes, ...]] = {
    "text": (
        _BODY,
        _NEXIS * 2,
        _OLDER * 2,
        _PROQUEST * 2,
        _FACTIVA * 2,
        f"Ferry\n\nQuay Post, May 4, 2015\n\n{_BODY}",
    ),
    "markdown": (
        f'---\ntitle: Ferry\nauthor: "Lee, Ann and Ash, Ben"\ndate: 2015-03-14\n---\n# Ferry\n\n> {_BODY}',
    ),
    "html": (
        _HTML,
        f"<html><body>{_EUROPRESSE * 2}",
        f"<html><body><pre>{_NEXIS * 2}",
        f"<html><p>{_PROQUEST * 2}",
    ),
    "message": (_MAIL, _MAIL.replace("text/plain", "text/html")),
    "box": (f"From x\n{_MAIL}\n\nFrom y\n{_MAIL}",),
    "json lines": (f"{json.dumps(_RECORD)}\n" * 3,),
    "json": (json.dumps([_RECORD, _ARC]), json.dumps(_CSL), json.dumps({"items": [_RECORD]})),
    "xml": (_RSS, _NITF, _ENEX, "<opml><body><outline xmlUrl='x'/></body></opml>"),
    "table": (f'headline,date,text\nFerry,2015-03-14,"{_BODY}"\n', "title,url\nFerry,https://x.example\n"),
    "ris": (_RIS * 2,),
    "bibtex": (_BIBTEX * 2,),
    "subtitles": (
        _VTT,
        "1\n00:00:01,000 --> 00:00:02,000\n- Yes.\n\n2\n00:00:02,000 --> 00:00:03,000\n- No.\n",
    ),
    "docx": (_DOCX,),
    "odt": (_ODT,),
    "document": (_RTF, _HTML, b"\xd0\xcf\x11\xe0" + bytes(100)),
    "epub": (_EPUB,),
    "pdf": (_PDF,),
    "rtf": (_RTF,),
    "gzip": (gzip.compress(_NEXIS.encode()) + gzip.compress(_NEXIS.encode()),),
    "warc": (_WARC * 2,),
    "zip": (_zip(metadata_0_to_1_json="[]", content__a_html=_HTML),),
}
"""What is mutated, by format."""


def mutations(kind: str, count: int, seed: int) -> Iterator[bytes]:
    """So many damaged files of a format, the same for the same seed."""
    chance = random.Random(f"{kind} {seed}")
    sources = [one.encode() if isinstance(one, str) else one for one in SEEDS[kind]]
    pieces = [piece for source in sources for piece in source.split() if piece] or [b"x"]
    for _ in range(count):
        raw = bytearray(chance.choice(sources))
        for _ in range(chance.randint(1, 8)):
            _damage(raw, chance, pieces)
        yield bytes(raw)


def _damage(raw: bytearray, chance: random.Random, pieces: list[bytes]) -> None:
    at = chance.randint(0, len(raw))
    end = min(len(raw), at + int(chance.expovariate(0.05)))
    match chance.randrange(7):
        case 0:
            del raw[at:end]
        case 1:
            raw[at:at] = raw[at:end] * chance.randint(1, 60)
        case 2:
            raw[at:end] = chance.randbytes(end - at)
        case 3:
            raw[at:at] = chance.choice(pieces)
        case 4:
            raw[at : at + 1] = bytes([chance.choice(b"\n\t \r<>&\"'{}[]():;,|\0_=-")])
        case 5:
            raw[at:at] = chance.choice(
                (b"\n\n", b"<p>", b"<!--", b"]]>", b"\xff", "\u2028".encode())
            ) * chance.randint(1, 200)
        case _:
            other = chance.randint(0, len(raw))
            raw[at:at] = raw[min(at, other) : max(at, other)][:2000]


def fault(kind: str, raw: bytes, *, timed: bool = False) -> str:
    """What is wrong with how a reader takes a file; "" if nothing is. The time counts only if asked for."""
    ending = next(ending for ending, name in FORMATS.items() if name == kind and ending)
    started = time.process_time()
    reading = read_bytes(f"a{ending}", raw, ending)
    took = time.process_time() - started
    failed = next((one.words for one in reading.problems if _FAILED in one.words), "")
    if failed:
        return failed
    if timed and took > FIRST + PER_BYTE * len(raw):
        return f"it took {took:.2f} s for {len(raw):,} bytes"
    if any(not one.text.strip() or len(one.text) > LONGEST for one in reading.articles):
        return "an article without a text, or too long a one"
    if not reading.articles and not reading.problems:
        return "neither an article nor a word why not"
    return ""


def main(arguments: list[str]) -> int:
    """Try every format; 1 if any file fails."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--inputs", type=int, default=50_000, help="of each format")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("formats", nargs="*", help=f"of {', '.join(SEEDS)}")
    options = parser.parse_args(arguments)
    failures = 0
    for kind in options.formats or SEEDS:
        started = time.perf_counter()
        found = 0
        for raw in mutations(kind, options.inputs, options.seed):
            wrong = fault(kind, raw, timed=True)
            if wrong:
                found += 1
                with tempfile.NamedTemporaryFile(delete=False, prefix=f"{kind.replace(' ', '-')}-") as kept:
                    kept.write(raw)
                print(f"{kind}: {wrong}  {Path(kept.name)}")
        failures += found
        print(f"{kind:<12}{options.inputs:>8,} files{time.perf_counter() - started:>8.1f} s{found:>6} wrong")
    return min(failures, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
