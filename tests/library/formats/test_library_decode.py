import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.formats.decode import Decoded, Undecodable, decode

SENTENCE = "“We will not give in,” said Zoë Brontë – the café’s owner."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_every_unicode_encoding_is_read_without_a_doubt(encoding: str) -> None:
    found = decode(SENTENCE.encode(encoding))
    assert isinstance(found, Decoded)
    assert (found.text, found.doubt) == (SENTENCE, "")


def test_big_endian_with_a_mark() -> None:
    found = decode(codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"))
    assert isinstance(found, Decoded)
    assert found.text == SENTENCE


def test_curly_quotes_of_old_cuttings_are_windows_1252_and_the_doubt_is_said() -> None:
    found = decode(SENTENCE.encode("cp1252"))
    assert isinstance(found, Decoded)
    assert (found.text, found.encoding) == (SENTENCE, "cp1252")
    assert "Windows-1252" in found.doubt


def test_a_mixture_keeps_both_halves_right() -> None:
    found = decode(SENTENCE.encode("utf-8") + b"\n" + SENTENCE.encode("cp1252"))
    assert isinstance(found, Decoded)
    assert found.text == f"{SENTENCE}\n{SENTENCE}"
    assert "Mixed" in found.doubt


def test_a_file_cut_in_the_middle_of_a_character_keeps_all_before_it() -> None:
    found = decode("“No” – “Yes”".encode()[:-1])
    assert isinstance(found, Decoded)
    assert found.text == "“No” – “Yes\ufffd"
    assert "breaks off" in found.doubt


def test_damaged_utf_16_is_read_as_far_as_it_goes() -> None:
    found = decode(codecs.BOM_UTF16_LE + SENTENCE.encode("utf-16-le") + b"\x00")
    assert isinstance(found, Decoded)
    assert found.text.startswith(SENTENCE)
    assert "damaged" in found.doubt


@pytest.mark.parametrize("raw", [b"", b" \r\n\t", codecs.BOM_UTF8, codecs.BOM_UTF16_LE + b"\n\0"])
def test_an_empty_file_has_its_reason(raw: bytes) -> None:
    assert decode(raw) == Undecodable("The file is empty.")


@pytest.mark.parametrize(
    "raw", [b"\0" * 100, b"\x7fELF\x02\x01\x01\0\0\0\0abc\0\1\2\3", bytes(range(256)) * 4]
)
def test_binary_has_its_reason(raw: bytes) -> None:
    found = decode(raw)
    assert isinstance(found, Undecodable)
    assert "binary" in found.reason


@pytest.mark.parametrize("signs", [b"\a" * 3_000, b"\b" * 900, b"\a\b" * 500, b"\x01" * 400])
def test_thousands_of_a_control_character_or_two_are_no_binary_data(signs: bytes) -> None:
    found = decode(b"The bells of Lowport\n\n" + signs + b" rang for the ferry.")
    assert isinstance(found, Decoded)
    assert found.text.endswith("rang for the ferry.")


@given(st.binary())
def test_no_bytes_raise(raw: bytes) -> None:
    assert isinstance(decode(raw), Decoded | Undecodable)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    found = decode(text.encode())
    assert isinstance(found, Decoded)
    assert found.text == text.removeprefix("\ufeff")
