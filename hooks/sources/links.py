"""Where the links of a page lead."""

import functools
import posixpath
from collections.abc import Mapping
from urllib.parse import SplitResult, unquote, urlsplit

from messages.locales import ENGLISH, LOCALES, WELSH, Locale
from sources.content import Content
from sources.pages import Page
from sources.settings import Settings

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


def published_at(address: str, page: Page, contents: Mapping[str, Content], addresses: Mapping[str, str]) -> str | None:
    """Where a link or picture of a page leads, below the site's own address; None where it leaves the site or names no file.

    `contents` and `addresses` are those of all pages, by the path of their file.
    """
    name = target_name(address, page)
    if name is None or name.startswith("/"):
        return None
    parts, path = split_address(address), f"{page.locale.folder}/{name}"
    anchor = path in contents and contents[path].anchor_of(parts.fragment) or parts.fragment
    place = addresses.get(path, f"{page.locale.prefix}{name}")
    return place + (f"?{parts.query}" if parts.query else "") + (f"#{anchor}" if anchor else "")


def locale_of(address: str, settings: Settings) -> Locale | None:
    """The language of an outside address, where mkdocs.yml knows it or the address itself says so."""
    parts = split_address(address)
    host = (parts.hostname or "").removeprefix("www.")
    if not host:
        return None
    own = split_address(str(settings.get("site_url") or ""))
    if host == own.hostname:
        below = parts.path.removeprefix(own.path).lstrip("/")
        return WELSH if f"{below}/".startswith(WELSH.prefix) else ENGLISH
    known = (locale for hosts in settings.language_addresses for locale in LOCALES if host == hosts[locale.code].removeprefix("www."))
    labels = {host.partition(".")[0], host.rpartition(".")[2], *parts.path.lower().split("/")}
    said = (locale for locale in LOCALES if labels & _NAMES[locale])
    return next(known, None) or next(said, None)
