"""Where the links of a page lead."""

import functools
import posixpath
from collections.abc import Mapping
from urllib.parse import SplitResult, unquote, urlsplit

from sources.pages import Page


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


def published_at(address: str, page: Page, addresses: Mapping[str, str]) -> str | None:
    """Where a link or picture of a page leads, below the site's own address; None where it leaves the site or names no file.

    `addresses` are those of all pages, by the path of their file.
    """
    name = target_name(address, page)
    if name is None or name.startswith("/"):
        return None
    parts = split_address(address)
    place = addresses.get(f"{page.locale.folder}/{name}", f"{page.locale.prefix}{name}")
    return place + (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
