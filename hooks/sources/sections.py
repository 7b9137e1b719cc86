"""The sections of the menu that a page stands in."""

import posixpath
from collections.abc import Iterator

from messages.locales import LOCALES
from sources.all_sources import Sources
from sources.menu import menu_names, section_titles
from sources.pages import Page


class Sections:
    """The sections around each page that the menu names, the outermost first."""

    def __init__(self, sources: Sources) -> None:
        self._names = sources.names
        self._titles = {locale: section_titles(sources.settings, locale) for locale in LOCALES}
        self._around: dict[str, tuple] = {}
        for name, around in self._entries(sources.settings.get("nav")):
            self._around.setdefault(name, around)

    def _entries(self, entry: object, around: tuple = ()) -> Iterator[tuple[str, tuple]]:
        """Each page of a menu and the sections around it: of each its title and its first page."""
        if isinstance(entry, list):
            for part in entry:
                yield from self._entries(part, around)
        elif isinstance(entry, dict):
            for title, part in entry.items():
                within = [name for name in menu_names(part) if name in self._names] if isinstance(part, list) else []
                yield from self._entries(part, (*around, (str(title), within[0])) if within else around)
        else:
            yield str(entry), around

    def above(self, page: Page) -> list[tuple[str, str]]:
        """The sections around a page, each by its title and its first page, without those that it is the first of."""
        titles = self._titles[page.locale]
        return [(titles.get(title, title), name) for title, name in self._around.get(page.name, ()) if name != page.name]


def way_to(name: str, page: Page) -> str:
    """A page as another one names it in a link."""
    return posixpath.relpath(name, posixpath.dirname(page.name) or ".")
