"""Only addresses of the public network are fetched, however they are written."""

from __future__ import annotations

import pytest

from tui.library.formats.fetch_page import NotFetchedError, check, is_public


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0", "10.1.2.3", "192.168.0.9", "172.16.1.1",
        "169.254.0.7", "::1", "fe80::1%eth0", "fd00::2", "::ffff:192.168.1.1", "2002:7f00:1::", "224.0.0.1",
        "localhost", "LOCALHOST.", "db.localhost", "nas.local", "wiki.internal", "intranet", "",
    ],
)  # fmt: skip
def test_what_is_on_this_machine_or_a_private_network_is_not_public(host: str) -> None:
    assert not is_public(host)


@pytest.mark.parametrize("host", ["example.org", "8.8.8.8", "2606:4700::1111", "a.b.example."])
def test_other_hosts_may_be(host: str) -> None:
    assert is_public(host)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://[::1]:8000/a", "not on the public network"),
        ("https://ann@127.0.0.1/", "not on the public network"),
        ("http://router/", "not on the public network"),
        ("file:///etc/hosts", "only http and https"),
        ("gopher://example.org/", "only http and https"),
        ("http://[::1", "is no address"),
    ],
)
def test_a_bad_address_is_one_sentence(address: str, told: str) -> None:
    with pytest.raises(NotFetchedError, match=told) as error:
        check(address)
    assert "\n" not in str(error.value)
