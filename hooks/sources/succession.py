"""Where readers get who ask for what was published at an address, and is there no more."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from messages.locales import ENGLISH, LOCALES, WELSH, Locale
from sources.all_sources import Sources
from sources.downloads import Downloads
from sources.files import address_of_file, is_file
from sources.formerly import Claim, claim_of, entries_of, usual_address
from sources.handouts import FORMS, handout_address, handout_addresses, has_handout, leaflet_address
from sources.history import Revision, newest_on_main
from sources.leaflet import FIRST, Leaflet, leaflets_in
from sources.pages import Page, parse_page
from sources.published import Published, published
from sources.reader import read_page

_MAIN_HEADING = re.compile(r"^#[ \t]+(.*?)[ \t#]*$", re.MULTILINE)


@dataclass(frozen=True)
class Moved:
    """An address that was published, and the one that takes its place, of pages, PDFs or downloads; both below the site's own."""

    old: str
    new: str

    @property
    def locale(self) -> Locale:
        return locale_at(self.old)


@dataclass(frozen=True, eq=False)
class Succession:
    """What was published up to now, and what there is now; `revision` is the last that git remembers, None where it has none."""

    sources: Sources
    revision: Revision | None
    past: Published

    @cached_property
    def claims(self) -> list[Claim]:
        """What the pages of today take over."""
        return [claim_of(page, entry, _site_url(self.sources)) for page in self.sources.pages for entry in entries_of(page)]

    @cached_property
    def moved(self) -> list[Moved]:
        """Each address that leads on, in alphabetical order."""
        pages = {old: self.sources.addresses[heir] for old in self._owners if not old.endswith(".pdf") and (heir := self.heir_at(old))}
        papers = {old: self._paper(self.heir_at(old), "") for old in self._owners if old.endswith(".pdf")}
        printed = [old for old in pages if old.endswith("/") and self._is_printed(self.heir_at(old))]
        today = {handout_address(old, locale_at(old), form, self.sources.settings): (old, form) for old in printed for form in FORMS}
        papers |= {pdf: self._paper(self.heir_at(old), form) for pdf, (old, form) in {**today, **self.past.handouts}.items()}
        papers |= {pdf: self._leaflet(pdf) for pdf in self.past.leaflets}
        taken = {*self._pages, *handout_addresses(self.sources)}
        return [Moved(old, new) for old, new in sorted({**self._downloads, **pages, **papers}.items()) if new is not None and old not in taken]

    @cached_property
    def destinations(self) -> dict[str, str | None]:
        """Each address that was ever published, with the one that its readers get today: it, the one that takes over, or none."""
        leads = {moved.old: moved.new for moved in self.moved}
        there = {*self._pages, *handout_addresses(self.sources)}
        ever = sorted({*self.past.pages, *self.past.handouts, *self.past.leaflets, *leads})
        return {address: address if address in there else leads.get(address) for address in ever}

    @cached_property
    def lost(self) -> dict[str, list[str]]:
        """The addresses that lead nowhere any more, by the file that was there last."""
        found: dict[str, list[str]] = {}
        for old, path in self.past.pages.items():
            if self.heir_at(old) is None:
                found.setdefault(path, []).append(old)
        return found

    @cached_property
    def lost_files(self) -> list[str]:
        """The downloads of which nothing takes the place, neither a file nor a page."""
        leading = {moved.old for moved in self.moved}
        return sorted(path for path in self.past.files if not is_file(self.sources.root / path) and address_of_file(path) not in leading)

    def page_at(self, address: str) -> str | None:
        """The page that stands at an address today."""
        return self._pages.get(address)

    def heir_at(self, address: str) -> str | None:
        """The page of today that readers of an address get."""
        return self._pages.get(address) or self.heir_of(self._owners.get(address, ""))

    def heir_of(self, path: str) -> str | None:
        """The page of today that readers of a file get: it, the one that takes it over, or the one that came with its text."""
        if path not in self._heirs:
            self._heirs[path] = None  # Where it leads back to itself, it leads nowhere.
            self._heirs[path] = path if path in self.sources.addresses else next(filter(None, map(self.heir_of, self._next_of(path))), None)
        return self._heirs[path]

    def knows(self, name: str) -> bool:
        """Whether there ever was a page of that name."""
        return any(page.name == name for page in self.past.arrivals)

    @cached_property
    def _pages(self) -> dict[str, str]:
        return {address: path for path, address in self.sources.addresses.items()}

    @cached_property
    def _heirs(self) -> dict[str, str | None]:
        return {}

    @property
    def _downloads(self) -> dict[str, str]:
        found = Downloads(self.sources.root, self.sources.settings.downloads, self.past.downloads, self.past.named).moved()
        return {address_of_file(old): address_of_file(new) for old, new in found.items()}

    @cached_property
    def _owners(self) -> dict[str, str]:
        """The file that each address belongs to: where it is claimed that of the page that says so, else the last that was there.

        Of a page that only a claim tells of, the address is the usual one.
        """
        unknown = (name for name in self._takers if not self.knows(name))
        usual = {usual_address(name, locale): f"{locale.folder}/{name}" for name in unknown for locale in LOCALES}
        return usual | self.past.pages | {claim.address: claim.page.path for claim in reversed(self.claims) if claim.address}

    @cached_property
    def _takers(self) -> dict[str, str]:
        """The name of the page that takes over one that is gone, by the name of that."""
        return self.past.claims | {claim.name: claim.page.name for claim in reversed(self.claims) if claim.name}

    def _next_of(self, path: str) -> Iterator[str]:
        """The files that may take the place of one: that of the same language whose pair claims it, else those that came with its text."""
        folder, _, name = path.partition("/")
        if name in self._takers:
            yield f"{folder}/{self._takers[name]}"
        elif (was := self.past.last.get(path)) and (words := words_of(was)):
            for page in [*self.sources.pages, *reversed(self.past.arrivals)]:
                if page.locale is was.locale and page.path != path and _heading(page) == _heading(was) and words_of(page) == words:
                    yield page.path

    def _paper(self, heir: str | None, form: str) -> str | None:
        """The handout of a page of today; the page itself where it has none."""
        address = self.sources.addresses.get(heir or "")
        if address is None or not self._is_printed(heir):
            return address
        return handout_address(address, locale_at(address), form, self.sources.settings)

    def _is_printed(self, path: str | None) -> bool:
        return has_handout((path or "").partition("/")[2], self.sources.settings)

    def _leaflet(self, pdf: str) -> str | None:
        """What takes the place of a leaflet: it as it is today, or where it is none the handout of the page with which it began."""
        was, locales, form = self.past.leaflets[pdf]
        if now := _now(was, leaflets_in(self.sources.settings)):
            return leaflet_address(now, locales, form, self.sources.settings)
        first = was.sides["front"][0].partition("#")[0]
        return self._paper(self.heir_of(f"{locales[0].folder}/{first}"), form)


def _now(was: Leaflet, leaflets: list[Leaflet]) -> Leaflet | None:
    """What a leaflet has become: the one below "leaflet:", which is always one and the same, one of its name, or the one that names most of its parts."""
    same = [each for each in leaflets if was.place == each.place == FIRST or {*was.files.values()} & {*each.files.values()}]
    sharing = sorted((each for each in leaflets if {*was.parts} & {*each.parts}), key=lambda each: -len({*was.parts} & {*each.parts}))
    return next(iter([*same, *sharing]), None)


def locale_at(address: str) -> Locale:
    """The language of what is published at an address."""
    return WELSH if address.startswith(WELSH.prefix) else ENGLISH


def succession(sources: Sources) -> Succession:
    """What main published up to now, and what there is now."""
    revision, since = newest_on_main(sources.root), sources.settings.first_published
    counts = revision and not (since and since > sources.today)
    return Succession(sources, revision, published(revision, since, _site_url(sources)) if counts else Published())


def words_of(page: Page) -> str:
    """The words of a page's own text as readers see them."""
    return _words_in(page.text)


def _site_url(sources: Sources) -> str:
    return str(sources.settings.get("site_url") or "/")


def _heading(page: Page) -> str:
    found = _MAIN_HEADING.search(page.body)
    return found[1] if found else ""


@functools.lru_cache(maxsize=1024)
def _words_in(text: str) -> str:
    return " ".join(" ".join(section.text for section in read_page(parse_page(ENGLISH, "", text)).sections).split())
