"""Everything that editors wrote, read once: settings, pages, their contents and their pairs."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from messages.locales import LOCALES, Locale
from sources.addresses import addresses
from sources.contact import Contact, contact_in
from sources.content import Content
from sources.files import is_file
from sources.memory import Memory, key_of
from sources.pages import Page, read_pages
from sources.pairs import Pair, make_pair
from sources.reader import read_page
from sources.settings import PATH, Settings, read_settings

# What is found out about one page.
Question = Callable[[Content], Any]
# The trees of so many pages may stand in memory at once, some 130 MB.
_TREES_AT_ONCE = 2000


@dataclass(frozen=True)
class Sources:
    """The sources below a repository root, as they were when they were read.

    `contents` are by the path of their file; `pairs` by the name of their pages;
    no day after `today` has been yet. `held` are the pages of pairs that are
    not ready, which are left out of all else. `memory`, if there is one, knows
    what was found out about the pages before.
    """

    root: Path
    settings: Settings
    pages: list[Page]
    contents: dict[str, Content]
    pairs: dict[str, Pair]
    today: datetime.date
    held: list[Page] = field(default_factory=list)
    memory: Memory | None = None

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Where each page is published, below the site's own address, by the path of its file."""
        return addresses(self.pages)

    @cached_property
    def contacts(self) -> dict[Locale, Contact]:
        """The contact details in each language."""
        return {locale: contact_in(self.settings, locale) for locale in LOCALES}

    @cached_property
    def names(self) -> set[str]:
        """The name of each page that some language has."""
        return {page.name for page in self.pages}

    @cached_property
    def around(self) -> dict[str, str]:
        """By the path of a page, the fingerprint of what its links hang on besides its own text: where it is published, what stands where they lead."""
        return {
            path: key_of(self.addresses[path], [self._at(content.page.locale.folder, name) for name in content.targets])
            for path, content in self.contents.items()
        }

    def _at(self, folder: str, name: str) -> tuple[str | None, str | bool, list[bool], bool]:
        """What stands at a name: the address of a page and its places, or whether it is a file; and which languages have such a page."""
        path = f"{folder}/{name}"
        there = self.contents[path].places if path in self.contents else is_file(self.root / path)
        return self.addresses.get(path), there, [f"{locale.folder}/{name}" in self.contents for locale in LOCALES], name in self.names

    def known(self, question: str, make: Callable[[], Any], *on: Any) -> Any:
        """The answer, as JSON, to a question about the site that hangs `on` nothing but these."""
        return self.memory.answer(question, PATH, key_of(*on), make) if self.memory else make()

    def ask_in_turn(self, *questions: Question) -> None:
        """Ask all questions of one pair of pages after the other, and let go of what was read for them: who asks again finds the answers known."""
        is_much = len(self.contents) > _TREES_AT_ONCE
        for content in self.contents.values():
            # What the questions of other pages hang on.
            _ = content.targets
            if is_much:
                content.forget()
        for name in dict.fromkeys(content.page.name for content in self.contents.values()):
            both = [content for locale in LOCALES if (content := self.contents.get(f"{locale.folder}/{name}"))]
            for content in both:
                for question in questions:
                    question(content)
            for content in both:
                content.forget()

    def remember(self) -> None:
        """Keep what was found out about the pages for the next run."""
        if self.memory:
            self.memory.save({PATH, *self.contents})


def read_sources(root: Path, today: datetime.date | None = None, memory: Memory | None = None, with_held: bool = False) -> Sources:
    """Read the sources; `today` is also what an urgent change's fourteen days are counted to.

    `memory` is that of a run before in the same process, which else is read anew. Pages that are not ready are
    among them only `with_held`.
    """
    pages = read_pages(root)
    held_names = set() if with_held else {page.name for page in pages if page.is_held}
    sources = make_sources(root, read_settings(root / PATH), [page for page in pages if page.name not in held_names], today, memory or Memory(root))
    return replace(sources, held=[page for page in pages if page.name in held_names])


def make_sources(root: Path, settings: Settings, pages: list[Page], today: datetime.date | None = None, memory: Memory | None = None) -> Sources:
    """The sources that settings and pages make, once they are read."""
    today = today or datetime.date.today()
    contents = {page.path: read_page(page, memory) for page in pages if not page.unreadable}
    pairs = {
        page.name: make_pair(contents[page.path], contents[page.counterpart], today)
        for page in pages
        if page.path in contents and page.counterpart in contents
    }
    return Sources(root, settings, pages, contents, pairs, today, memory=memory)
