"""Every address at which main ever published something, as git remembers it."""

import datetime
import functools
import itertools
import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from messages.locales import LOCALES, Locale
from sources.addresses import address_of
from sources.downloads import Names, is_download
from sources.files import is_hidden
from sources.formerly import claim_of, entries_of
from sources.handouts import FORMS, are_named, handout_address, has_handout, leaflet_addresses
from sources.history import Revision, Step, steps_of, texts_of
from sources.leaflet import Leaflet, leaflets_in
from sources.pages import INDEX_NAMES, Page, parse_page
from sources.settings import PATH, Settings, parse_settings

# What of mkdocs.yml decides how PDFs and downloads are called: reading all of each of its versions would take long.
_NAMING = re.compile(
    r"^ +(?:home|large_print|leaflet)_file:.*\n(?: +(?:en|cy):.*\n)*|^  (?:leaflets?|downloads):.*\n(?:(?:    |  - ).*\n|\n)*", re.MULTILINE
)


@dataclass
class Published:
    """What was published up to now, and by which files.

    `pages` has the file to which each address belonged last, `handouts` by their
    own address the address of the page and the form, `leaflets` which it was, its
    languages and its form. `last` is how each file was when it was
    published last, `arrivals` how each was when it came; `claims` has, by the
    name of a page that was gone, that of the one that took it over. `downloads` and
    `named` are what Downloads knows of the past, `files` the downloads that were published.
    """

    pages: dict[str, str] = field(default_factory=dict)
    handouts: dict[str, tuple[str, str]] = field(default_factory=dict)
    leaflets: dict[str, tuple[Leaflet, tuple[Locale, ...], str]] = field(default_factory=dict)
    last: dict[str, Page] = field(default_factory=dict)
    arrivals: list[Page] = field(default_factory=list)
    claims: dict[str, str] = field(default_factory=dict)
    downloads: dict[str, list[str]] = field(default_factory=dict)
    named: list[Names] = field(default_factory=list)
    files: set[str] = field(default_factory=set)

    def record(self, paths: Iterable[str], state: dict[str, Page], settings: Settings) -> None:
        """Add what these files of a state were published at; a page without its counterpart, or one that was held back, was not."""
        for page in (state[path] for path in paths if path in state):
            if any(each is None or each.is_held for each in (page, state.get(page.counterpart))):
                continue
            address = address_of(page, state)
            self.pages[address], self.last[page.path] = page.path, page
            if are_named(settings) and has_handout(page.name, settings):
                self.handouts |= {handout_address(address, page.locale, form, settings): (address, form) for form in FORMS}

    def record_claims(self, pages: Iterable[Page], site_url: str) -> None:
        """Add what some pages took over."""
        for claim in (claim_of(page, entry, site_url) for page in pages for entry in entries_of(page)):
            if claim.name:
                self.claims[claim.name] = claim.page.name
            elif claim.address:
                self.pages[claim.address] = claim.page.path

    def record_arrivals(self, pages: list[Page]) -> None:
        """Add pages that came; one of a name that was gone is taken over by no other any more."""
        self.arrivals += pages
        for page in pages:
            self.claims.pop(page.name, None)

    def record_downloads(self, step: Step) -> None:
        """Add what files to keep came to hold."""
        for path, blob in step.blobs.items():
            if blob and is_download(path):
                self.downloads.setdefault(path, []).append(blob)

    def record_leaflets(self, settings: Settings) -> None:
        """Add where leaflets were published under some settings."""
        for leaflet in leaflets_in(settings) if are_named(settings) else []:
            self.leaflets |= {address: (leaflet, *which) for address, which in leaflet_addresses(leaflet, settings).items()}


@functools.lru_cache(maxsize=1)  # A preview asks at each build.
def published(revision: Revision, since: datetime.date | None, site_url: str) -> Published:
    """What main published until it came to a revision; what had gone by the end of the day `since` does not count."""
    past, state, files, settings = Published(), {}, set(), Settings({})
    steps = [step for step in steps_of(revision) if any(_matters(path) or is_download(path) for path in step.blobs)]
    texts = texts_of((blob for step in steps for path, blob in step.blobs.items() if _matters(path)), revision.root)
    naming: tuple[str, ...] = ()
    for step, later in itertools.pairwise([*steps, None]):
        past.record_arrivals(_apply(step, state, texts))
        past.record_downloads(step)
        files = {path for path in {*files, *filter(is_download, step.blobs)} if step.blobs.get(path, path)}
        past.record_claims([state[path] for path in step.blobs if path in state], site_url)
        text = texts.get(step.blobs.get(PATH, ""), "")
        is_renamed = bool(text) and naming != (naming := tuple(_NAMING.findall(text)))
        if is_renamed:
            settings = parse_settings(text)
            past.named += settings.downloads.items()
        if since and step.day <= since:
            if later is None or later.day > since:
                past.record(state, state, settings)
                past.record_leaflets(settings)
                past.files |= files
            continue
        past.record(state if is_renamed else _touched(step, state), state, settings)
        past.record_leaflets(settings)
        past.files |= files
    return past


def _matters(path: str) -> bool:
    """Whether a file is mkdocs.yml or a page."""
    folder, _, name = path.partition("/")
    return path == PATH or name.endswith(".md") and folder in {locale.folder for locale in LOCALES} and not is_hidden(name)


def _apply(step: Step, state: dict[str, Page], texts: dict[str, str]) -> list[Page]:
    """Bring the pages of a state, which are by their paths, up to a step; those that came with it."""
    came = []
    for path, blob in step.blobs.items():
        if path == PATH or not _matters(path):
            continue
        if blob in texts:
            folder, _, name = path.partition("/")
            page = parse_page(next(locale for locale in LOCALES if locale.folder == folder), name, texts[blob])
            came += [] if path in state else [page]
            state[path] = page
        else:
            state.pop(path, None)
    return came


def _touched(step: Step, state: dict[str, Page]) -> set[str]:
    """The pages whose address or counterpart a step may have changed: the page of a folder may name the folder."""
    pages = [state[path] for path in step.blobs if path in state]
    folders = tuple(f"{posixpath.dirname(path)}/" for path in step.blobs if PurePosixPath(path).stem in INDEX_NAMES)
    below = {path for path in state if path.startswith(folders)} if folders else set()
    return {path for page in pages for path in (page.path, page.counterpart)} | below
