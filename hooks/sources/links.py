"""Where the links of a page lead."""

import functools
import posixpath
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from messages.locales import ENGLISH, LOCALES, WELSH, Locale
from sources.files import SHARED, address_of_file
from sources.pages import Page
from sources.settings import Settings

if TYPE_CHECKING:
    from sources.content import Content

# How addresses name a language: a part of the path, what the host starts with or ends on.
_NAMES = {WELSH: {"cy", "cy-gb", "cymraeg", "welsh", "cymru"}, ENGLISH: {"en", "en-gb", "english"}}


@functools.cache
def split_address(address: str) -> SplitResult:
    """The parts of an address; one that no browser could follow counts as the name of a file."""
    try:
        parts = urlsplit(address)
        # Asking for these finds further faults.
        _ = parts.hostname, parts.port
        return parts
    except ValueError:
        return SplitResult("", "", address, "", "")


def target_name(address: str, page: Page) -> str | None:
    """The file that a link or picture of a page names, within the folder of its language; None where it leads to another website."""
    parts = split_address(address)
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return page.name
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.name), unquote(parts.path)))


def shared_path(name: str) -> str | None:
    """The path from the repository root of what both languages share, if a name within the folder of one leads there."""
    return name.removeprefix("../") if name.startswith(f"../{SHARED.folder}/") else None


def published_at(address: str, page: Page, contents: Mapping[str, "Content"], addresses: Mapping[str, str]) -> str | None:
    """Where a link or picture of a page leads, below the site's own address; None where it leaves the site or names no file.

    `contents` and `addresses` are those of all pages, by the path of their file.
    """
    name = target_name(address, page)
    if name is None or name.startswith("/"):
        return None
    parts, path = split_address(address), f"{page.locale.folder}/{name}"
    anchor = parts.fragment and path in contents and contents[path].anchor_of(parts.fragment) or parts.fragment
    place = addresses.get(path, address_of_file(shared_path(name) or path))
    return place + (f"?{parts.query}" if parts.query else "") + (f"#{anchor}" if anchor else "")


def locale_of(address: str, settings: Settings) -> Locale | None:
    """The language of an outside address, where mkdocs.yml knows it or the address itself says so."""
    parts = split_address(address)
    # Most links lead to other pages of the site.
    if not (parts.scheme or parts.netloc or "@" in address):
        return None
    if known := known_address(address, settings):
        return known[1]
    host = (parts.hostname or "").removeprefix("www.")
    if not host:
        return None
    own = split_address(str(settings.get("site_url") or ""))
    if host == own.hostname:
        below = parts.path.removeprefix(own.path).lstrip("/")
        return WELSH if f"{below}/".startswith(WELSH.prefix) else ENGLISH
    labels = {host.partition(".")[0], host.rpartition(".")[2], *parts.path.lower().split("/")}
    said = (locale for locale in LOCALES if labels & _NAMES[locale])
    return next(said, None)


def known_address(address: str, settings: Settings) -> tuple[dict[str, str], Locale] | None:
    """The addresses in each language among which mkdocs.yml names one, and the language of that; of several the one that says most.

    One is named by its host, and as much of its path and of its query as tells the languages apart, or as an e-mail address.
    """
    found = [(each[locale.code], each, locale) for each in settings.language_addresses for locale in LOCALES if _lies_at(address, each[locale.code])]
    return max(found, key=lambda one: len(one[0]))[1:] if found else None


def _lies_at(address: str, named: str) -> bool:
    if "@" in named:
        return unquote(address).partition("?")[0].removeprefix("mailto:").lower() == named.lower()
    here, there = split_address(address), split_address(named if "//" in named else f"//{named}")
    hosts = {(each.hostname or "").removeprefix("www.") for each in (here, there)}
    is_below = f"{here.path.rstrip('/')}/".startswith(f"{there.path.rstrip('/')}/")
    return len(hosts) == 1 and "" not in hosts and is_below and {*parse_qsl(there.query)} <= {*parse_qsl(here.query)}
