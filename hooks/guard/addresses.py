"""Whether each page can be published at an address of its own, and no page is linked by that."""

import posixpath
import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from messages.locales import LOCALES
from messages.message import Message
from messages.problem import Problem
from sources.addresses import SLUG, address_part
from sources.all_sources import Sources
from sources.content import Content
from sources.pages import Page

# A page's file, as GitHub and its like show and change it.
_FILE = re.compile(rf"/(?:-/)?(?:blob|edit|raw|tree|src)/.*?((?:{'|'.join(locale.folder for locale in LOCALES)})/.+\.md)$")


def slug_unusable(pages: list[Page]) -> list[Problem]:
    """Slugs that make no good address."""
    return [
        Problem(
            page.path,
            page.line_of("slug:"),
            "slug_unusable",
            Message('"{slug}" cannot be part of an address: small letters a to z, digits and single hyphens can.', slug=slug),
            Message('write "slug: {slug}".', slug=address_part(str(slug)) or PurePosixPath(page.name).stem),
        )
        for page in pages
        if (slug := page.front_matter.get("slug")) is not None and not SLUG.fullmatch(str(slug))
    ]


def address_taken(pages: list[Page], address_of: dict[str, str]) -> list[Problem]:
    """Pages that would be published over another page; `address_of` has the address of each by its file."""
    owners: dict[str, Page] = {}
    problems = []
    for page in pages:
        address = address_of[page.path]
        owner = owners.setdefault(address, page)
        if owner is not page:
            message = Message("This page and {path} would both be published at /{address}.", path=owner.path, address=address)
            fix = Message('give one of them another "slug:" line, or another file name.')
            problems.append(Problem(page.path, page.line_of("slug:"), "address_taken", message, fix))
    return problems


def own_addresses(sources: Sources) -> dict[str, str]:
    """The path of each page by its whole address, and by that of its file where editors change it, as far as that is the same on all branches."""
    site, repository = (str(sources.settings.get(key) or "").rstrip("/") for key in ("site_url", "repo_url"))
    published = {f"{site}/{address}".rstrip("/"): path for path, address in sources.addresses.items()} if site else {}
    return published | ({f"{repository}:{path}": path for path in sources.addresses} if repository else {})


def link_by_whole_address(content: Content, own: Mapping[str, str]) -> list[Problem]:
    """Links to a page of this site by the address that a browser shows: no check follows it when that changes, nor a copy without a signal."""
    return [
        Problem(
            content.page.path,
            link.line,
            "link_by_whole_address",
            Message('The address "{address}" is that of a page of this site.', address=link.value),
            Message('write "{address}" instead.', address=_from(content.page, path, link.value)),
        )
        for link in content.elements("link")
        # One that spells it out is for paper, too.
        if "//" in link.value and "/" not in link.text.strip("/") and (path := own.get(_plainly(link.value)))
    ]


def _from(page: Page, path: str, address: str) -> str:
    """How a page names another of its own language; a place in it has another name in the other."""
    folder, _, name = path.partition("/")
    place = "#" + address.partition("#")[2] if "#" in address and folder == page.locale.folder else ""
    return posixpath.relpath(name, posixpath.dirname(page.name) or ".") + place


def _plainly(address: str) -> str:
    """An address without what names a place in a page, and that of a file without what names a branch."""
    page = re.split(r"[?#]", address)[0].removesuffix("index.html").rstrip("/")
    return _FILE.sub(r":\1", page)
