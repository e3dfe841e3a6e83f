"""A page from its address, only when somebody names one: nothing else in the program goes to the network.

It needs the extra `pages`: without it there is no code here that could.
"""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address
from socket import inet_aton
from urllib.parse import urlsplit

from tui.library.core.fault_isolation import isolated
from tui.library.formats.article_builder import Facts, Reading, facts_of, with_facts
from tui.library.formats.html import read_html
from tui.library.formats.optional_formats import command, has_pages
from tui.model.problem import Problem

_WHY = "It may be gone, too large, or not on the public network."
_PRIVATE = (".localhost", ".local", ".internal", ".lan", ".home.arpa")
SCHEMES = ("http", "https")


class NotFetchedError(Exception):
    """The address is not one that is fetched; the words are one sentence."""


def check(address: str) -> None:
    """Raise NotFetchedError if the address is none that is fetched, or the extra is not there."""
    try:
        parts = urlsplit(address)
        is_web = parts.scheme.lower() in SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError as error:
        raise NotFetchedError(f"{address} is no address: {error}") from error
    if not is_web:
        raise NotFetchedError(f"only http and https addresses are fetched, not {address}")
    if not is_public(parts.hostname or ""):
        raise NotFetchedError(f"{address} is not on the public network: nothing is fetched from there")
    if not has_pages():
        raise NotFetchedError(f"to fetch a page a package more is needed: {command('pages')}")


def is_public(host: str) -> bool:
    """Whether a host may be one of the public network: by its number, however written, or by its name.

    Where a name leads, and where the page redirects to, is looked at for each connection by the extra.
    """
    host = host.rstrip(".").lower()
    try:
        number = ip_address(host.partition("%")[0])
    except ValueError:
        try:
            number = ip_address(inet_aton(host))  # 127.1, 2130706433 and 0x7f000001 are 127.0.0.1
        except (OSError, ValueError):
            return "." in host and not host.endswith(_PRIVATE)
    if isinstance(number, IPv6Address):
        number = number.ipv4_mapped or number.sixtofour or number
    return number.is_global and not number.is_multicast


def fetched(address: str) -> Reading:
    """The article of the page at an address. Raises NotFetchedError before anything is asked."""
    check(address)
    from trafilatura import fetch_url

    page = isolated(lambda: fetch_url(address), address)
    if isinstance(page, Problem):
        return Reading(problems=(page,))
    if not page:
        return Reading(problems=(Problem(address, "The page could not be fetched.", _WHY),))
    reading = read_html(address, page.encode("utf-8", "replace"))
    here = Facts(url=address).told_by("the address that was asked for")
    found = tuple(with_facts(one, facts_of(one).over(here)) for one in reading.articles)
    return Reading(found, reading.problems)
