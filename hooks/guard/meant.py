"""Which page a name stands for that no page has.

Only what the name itself says counts, or what that page said before it was called otherwise: whoever follows the near name of
another page comes to the wrong one, and nothing tells.
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import cached_property

from messages.locales import LOCALES, Locale
from sources.addresses import address_part
from sources.all_sources import Sources
from sources.content import Content, Section
from sources.reader import read_page
from sources.succession import Succession, succession

# What an address may have in front of a page's name, and behind it.
_BEFORE = re.compile(rf"(?:\.{{1,2}}/|/|(?:{'|'.join(locale.folder for locale in LOCALES)})/)*")
_BEHIND = re.compile(r"(?:/?index\.html?|/|\.(?:html?|md|markdown|mdown|txt|docx?))*$")


class Names:
    """The names of all pages, each in every way in which somebody may write it."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._found: dict[str, str] = {}

    @cached_property
    def _by_plain_name(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for page in self._sources.pages:
            address = self._sources.addresses[page.path]
            for way in (page.name, address, address.removeprefix(page.locale.prefix)):
                found.setdefault(_plain(way), set()).add(page.name)
        return found

    def meant(self, *ways: str) -> str:
        """The page that is called so, each of its names tried in turn, or was until it was renamed; "" where none is."""
        for way in ways:
            names = self._by_plain_name.get(_plain(way), set())
            if len(names) == 1:
                return next(iter(names))
        return next(filter(None, map(self._renamed, ways)), "")

    def titled(self, words: str, locale: Locale) -> str:
        """The one page of a language that has these words for its title; "" where none has."""
        names = [page.name for page in self._sources.pages if page.locale is locale and page.title.casefold() == words.casefold() != ""]
        return names[0] if len(names) == 1 else ""

    @cached_property
    def _succession(self) -> Succession:
        return succession(self._sources)

    def _renamed(self, name: str) -> str:
        """The page that takes the place of one of that name, or has the text now which that had before."""
        if name not in self._found:
            self._found[name] = ""
            for locale in LOCALES if name.endswith(".md") and ".." not in name else ():
                if heir := self._succession.heir_of(f"{locale.folder}/{name}"):
                    self._found[name] = heir.partition("/")[2]
                    break
                was = self._succession.past.last.get(f"{locale.folder}/{name}")
                same = was and same_text(read_page(was), [content for content in self._sources.contents.values() if content.page.locale is locale])
                if same:
                    self._found[name] = same.page.name
                    break
        return self._found[name]


def same_text(was: Content, contents: list[Content]) -> Content | None:
    """The one content with more than half of the sections of another, by their words: its links change with its place."""
    return _most_alike([section.text for section in was.sections if section.text], contents, lambda section: section.text)


def same_sections(fingerprints: list[str], contents: list[Content]) -> Content | None:
    """The one content with more than half of the sections that have these fingerprints."""
    return _most_alike(fingerprints, contents, lambda section: section.fingerprint)


def _most_alike(wanted: list[str], contents: list[Content], of_section: Callable[[Section], str]) -> Content | None:
    shares = [(sum((Counter(wanted) & Counter(map(of_section, content.sections))).values()), content) for content in contents]
    most = max((share for share, _ in shares), default=0)
    found = [content for share, content in shares if share == most]
    return found[0] if len(found) == 1 and most * 2 > len(wanted) else None


def without_way(name: str) -> str:
    """A name without what an address may have in front of it."""
    return name[_BEFORE.match(name).end() :]


def _plain(name: str) -> str:
    """A page's name as it would be if it were written as addresses are."""
    name = name.replace("\\", "/").strip().lower()
    name = _BEHIND.sub("", without_way(name))
    return "/".join(map(address_part, name.split("/")))
