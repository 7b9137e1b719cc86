"""Where each page is published."""

import re
from pathlib import PurePosixPath

from markdown.extensions.toc import slugify

from message import Message
from pages import INDEX_NAMES, Page
from problem import Problem

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def addresses(pages: list[Page]) -> dict[str, str]:
    """The address of each page below the site's own, by the path of its file.

    A page's `slug` names it; the slug of a folder's index page names the
    folder. Without a usable slug the file's or folder's own name stands.
    """
    by_path = {page.path: page for page in pages}
    return {page.path: page.locale.prefix + "".join(f"{part}/" for part in _parts(page, by_path)) for page in pages}


def _parts(page: Page, by_path: dict[str, Page]) -> list[str]:
    name = PurePosixPath(page.name)
    folders = [folder for folder in reversed(name.parents) if folder.name]
    parts = []
    for folder in folders:
        indexes = [by_path.get(f"{page.locale.folder}/{folder}/{index}.md") for index in INDEX_NAMES]
        slugs = [_slug(index) for index in indexes if index]
        parts.append(slugs[0] if slugs and slugs[0] else folder.name)
    return parts if page.is_index else [*parts, _slug(page) or name.stem]


def _slug(page: Page) -> str:
    slug = str(page.front_matter.get("slug") or "")
    return slug if _SLUG.fullmatch(slug) else ""


def slug_unusable(pages: list[Page]) -> list[Problem]:
    """Slugs that make no good address."""
    return [
        Problem(
            page.path,
            page.line_of("slug:"),
            "slug_unusable",
            Message('"{slug}" cannot be part of an address: small letters a to z, digits and single hyphens can.', slug=slug),
            Message('write "slug: {slug}".', slug=slugify(str(slug), "-") or PurePosixPath(page.name).stem),
        )
        for page in pages
        if (slug := page.front_matter.get("slug")) is not None and not _SLUG.fullmatch(str(slug))
    ]


def address_taken(pages: list[Page]) -> list[Problem]:
    """Pages that would be published over another page."""
    address_of = addresses(pages)
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
