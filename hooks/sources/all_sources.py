"""Everything that editors wrote, read once: settings, pages, their contents and their pairs."""

import datetime
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from messages.locales import LOCALES, Locale
from sources.addresses import addresses
from sources.contact import Contact, contact_in
from sources.content import Content
from sources.pages import Page, read_pages
from sources.pairs import Pair, make_pair
from sources.reader import read_page
from sources.settings import PATH, Settings, read_settings


@dataclass(frozen=True)
class Sources:
    """The sources below a repository root, as they were when they were read.

    `contents` are by the path of their file; `pairs` by the name of their pages;
    no day after `today` has been yet. `held` are the pages of pairs that are
    not ready, which are left out of all else.
    """

    root: Path
    settings: Settings
    pages: list[Page]
    contents: dict[str, Content]
    pairs: dict[str, Pair]
    today: datetime.date
    held: list[Page] = field(default_factory=list)

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Where each page is published, below the site's own address, by the path of its file."""
        return addresses(self.pages)

    @cached_property
    def contacts(self) -> dict[Locale, Contact]:
        """The contact details in each language."""
        return {locale: contact_in(self.settings, locale) for locale in LOCALES}


def read_sources(root: Path, today: datetime.date | None = None, before: Sources | None = None, with_held: bool = False) -> Sources:
    """Read the sources; `today` is also what an urgent change's fourteen days are counted to.

    `before` are the sources as they were: a page that has not changed since is not rendered again. Pages that are not ready are
    among them only `with_held`.
    """
    pages = read_pages(root)
    held_names = set() if with_held else {page.name for page in pages if page.is_held}
    sources = make_sources(root, read_settings(root / PATH), [page for page in pages if page.name not in held_names], today, before)
    return replace(sources, held=[page for page in pages if page.name in held_names])


def make_sources(root: Path, settings: Settings, pages: list[Page], today: datetime.date | None = None, before: Sources | None = None) -> Sources:
    """The sources that settings and pages make, once they are read."""
    today = today or datetime.date.today()
    known = before.contents if before else {}
    contents = {
        page.path: known[page.path] if page.path in known and known[page.path].page == page else read_page(page)
        for page in pages
        if not page.unreadable
    }
    pairs = {
        page.name: make_pair(contents[page.path], contents[page.counterpart], today)
        for page in pages
        if page.path in contents and page.counterpart in contents
    }
    return Sources(root, settings, pages, contents, pairs, today)
