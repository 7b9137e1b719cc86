"""Whether each page can be published at an address of its own."""

from pathlib import PurePosixPath

from messages.message import Message
from messages.problem import Problem
from sources.addresses import SLUG, address_part
from sources.pages import Page


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
