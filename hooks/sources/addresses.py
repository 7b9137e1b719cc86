"""Where each page is published."""

import re
import unicodedata
from collections.abc import Mapping
from pathlib import PurePosixPath

from sources.pages import INDEX_NAMES, Page

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def address_part(words: str) -> str:
    """Some words as a part of an address: small letters without accents, digits, and hyphens for spaces."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def addresses(pages: list[Page]) -> dict[str, str]:
    """The address of each page below the site's own, by the path of its file.

    A page's `slug` names it; the slug of a folder's index page names the
    folder. Without a usable slug the file's or folder's own name stands.
    """
    by_path = {page.path: page for page in pages}
    return {page.path: address_of(page, by_path) for page in pages}


def address_of(page: Page, by_path: Mapping[str, Page]) -> str:
    """The address of one of the pages, which are by the path of their file."""
    return page.locale.prefix + "".join(f"{part}/" for part in _parts(page, by_path))


def _parts(page: Page, by_path: Mapping[str, Page]) -> list[str]:
    *folders, own = page.name.split("/")
    parts, here = [], page.locale.folder
    for folder in folders:
        here = f"{here}/{folder}"
        indexes = [by_path.get(f"{here}/{index}.md") for index in INDEX_NAMES]
        slugs = [_slug(index) for index in indexes if index]
        parts.append(slugs[0] if slugs and slugs[0] else folder)
    return parts if page.is_index else [*parts, _slug(page) or PurePosixPath(own).stem]


def _slug(page: Page) -> str:
    slug = str(page.front_matter.get("slug") or "")
    return slug if SLUG.fullmatch(slug) else ""
