"""Bytes -> text: which encoding a file of unknown age was saved in."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, replace

from tui.model.provenance import Fact, FactSource

_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
"""Bytes that are looked at to tell text from something else."""
FEW_KINDS = 3
"""Kinds of control characters, NUL apart, of which a text may hold any number: printers left them."""
_CONTROL_BYTES = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")


_MIXED = "mixed"
_NAMES = {"cp1252": "Windows-1252", _MIXED: "UTF-8 mixed with Windows-1252"}
"""What an encoding is called on a screen, where it is not its own name in capitals."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, the encoding it was read as, and one sentence on what is doubtful, or "".

    `guessed`: neither a mark at the beginning nor the page itself says so.
    """

    text: str
    encoding: str
    doubt: str = ""
    guessed: bool = False

    @property
    def findings(self) -> tuple[FactSource, ...]:
        """The encoding as a finding, where it is not plain UTF-8."""
        if self.encoding == "utf-8":
            return ()
        name = _NAMES.get(self.encoding, self.encoding.upper())
        return (FactSource(Fact.ENCODING, name, self.guessed),)


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Why the bytes are no text, in one sentence."""

    reason: str


def decode(raw: bytes) -> Decoded | Undecodable:
    """Read bytes as text: by their byte order mark, as UTF-8, as UTF-16 without a mark, else as Windows-1252.

    Total: never raises. The text is not cleaned yet.
    """
    if not raw.strip():
        return Undecodable("The file is empty.")
    for mark, encoding in _MARKED:
        if raw.startswith(mark):
            return _as_marked(raw[len(mark) :], encoding)
    wide = _unmarked_utf16(raw[:_SAMPLE])
    if wide:
        found = _as_marked(raw, wide)
        return replace(found, guessed=True) if isinstance(found, Decoded) else found
    if _binary(raw):
        return Undecodable("This is not a text file: it holds binary data.")
    return _narrow(raw)


def _as_marked(raw: bytes, encoding: str) -> Decoded | Undecodable:
    if not raw.strip(b"\0 \t\r\n"):
        return Undecodable("The file is empty.")
    if encoding == "utf-8":
        return _narrow(raw)
    try:
        return Decoded(raw.decode(encoding), encoding)
    except UnicodeDecodeError:
        shown = raw.decode(encoding, "replace")
        return Decoded(shown, encoding, f"Some characters are damaged; read as {encoding.upper()}.")


def _unmarked_utf16(sample: bytes) -> str:
    """UTF-16 of a European language has a zero in nearly every second byte, always on the same side."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half and odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if half and even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return ""


def _binary(raw: bytes) -> bool:
    sample = raw[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    if b"\0" in sample:
        return controls > 0.02 * len(sample)
    kinds = sum(code in sample for code in _CONTROL_BYTES)
    return kinds > FEW_KINDS and controls > 0.1 * len(sample)  # bells or backspaces by the thousand are text


def _narrow(raw: bytes) -> Decoded:
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        if error.reason == "unexpected end of data" and not before.isascii():
            doubt = "The file breaks off in the middle of a character."
            return Decoded(before.decode("utf-8") + "\ufffd", "utf-8", doubt)
    if raw.decode("utf-8", "ignore").isascii():
        doubt = "Not UTF-8: read as Windows-1252."
        return Decoded(raw.decode("cp1252", "replace"), "cp1252", doubt, guessed=True)
    mixed = raw.decode("utf-8", _AS_WINDOWS)
    doubt = "Mixed encodings: what is not UTF-8 was read as Windows-1252."
    return Decoded(mixed, _MIXED, doubt, guessed=True)


def _windows_1252(error: UnicodeError) -> tuple[str, int]:
    """One byte that is no UTF-8, by the Windows code page that old cuttings were saved in."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start : error.start + 1]
    return byte.decode("cp1252", "replace"), error.start + 1


_AS_WINDOWS = "cuttings-windows-1252"
codecs.register_error(_AS_WINDOWS, _windows_1252)
