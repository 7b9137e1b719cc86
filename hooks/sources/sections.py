"""The sections of the menu: which a page stands in, and which pages stand there with it."""

import posixpath
from collections.abc import Iterator

from messages.locales import LOCALES
from sources.all_sources import Sources
from sources.content import Content
from sources.menu import menu_names, section_titles
from sources.pages import Page
from sources.tree import Node, Text


class Sections:
    """The sections around each page that the menu names, the outermost first."""

    def __init__(self, sources: Sources) -> None:
        self._names, self._contents = sources.names, sources.contents
        self._asked = {page.name for page in sources.pages if page.front_matter.get("section_list") is True}
        self._titles = {locale: section_titles(sources.settings, locale) for locale in LOCALES}
        self._around: dict[str, tuple] = {}
        for name, around in self._entries(sources.settings.get("nav")):
            self._around.setdefault(name, around)

    def _entries(self, entry: object, around: tuple = ()) -> Iterator[tuple[str, tuple]]:
        """Each page of a menu and the sections around it: of each its title, its first page, and what it holds."""
        if isinstance(entry, list):
            for part in entry:
                yield from self._entries(part, around)
        elif isinstance(entry, dict):
            for title, part in entry.items():
                within = [name for name in menu_names(part) if name in self._names] if isinstance(part, list) else []
                yield from self._entries(part, (*around, (str(title), within[0], part)) if within else around)
        else:
            yield str(entry), around

    def above(self, page: Page) -> list[tuple[str, str]]:
        """The sections around a page, each by its title and its first page, without those that it is the first of."""
        titles = self._titles[page.locale]
        return [(titles.get(title, title), name) for title, name, _ in self._around.get(page.name, ()) if name != page.name]

    def listed(self, page: Page) -> list[Content]:
        """The pages that a page lists: those of its section, where it or its counterpart asks for that."""
        paths = [f"{page.locale.folder}/{name}" for name in self.beside(page)] if page.name in self._asked else []
        return [self._contents[path] for path in paths if path in self._contents]

    def beside(self, page: Page) -> list[str]:
        """The other pages of a page's section, of each section in that the first; of a page that is in none, those of its folder."""
        if around := self._around.get(page.name):
            found = [name for entry in around[-1][2] for name in menu_names(entry)[:1]]
        else:
            folder = posixpath.dirname(page.name)
            found = sorted(name for name in self._names if folder and posixpath.dirname(name) == folder)
        return [name for name in found if name in self._names and name != page.name]


def list_of(pages: list[Page], page: Page) -> Node:
    """The list of some pages that stands on a page: of each a link to it, and what it is about."""
    points = []
    for each in pages:
        description = str(each.front_matter.get("description") or "")
        said = [Node("br"), Text(description)] if description else []
        points.append(Node("li", {}, [Node("a", {"href": way_to(each.name, page)}, [Text(each.title)]), *said]))
    return Node("ul", {"data-pagefind-ignore": ""}, points)


def way_to(name: str, page: Page) -> str:
    """A page as another one names it in a link."""
    return posixpath.relpath(name, posixpath.dirname(page.name) or ".")
