"""A sheet to print of a page: what it says, and where it lies."""

import datetime
import functools
import posixpath
from dataclasses import dataclass, field
from functools import cached_property
from typing import NotRequired, TypedDict
from urllib.parse import urljoin

from handouts.nodes import Node, nodes_of, printed_address
from handouts.pictures import published_picture
from messages.locales import Locale, other
from sources.all_sources import Sources
from sources.contact import Contact
from sources.content import Content
from sources.handouts import FORMS, handout_address, has_handout
from sources.leaflet import Leaflet
from sources.links import published_at, target_name
from sources.menu import listed_names
from sources.pages import Page
from sources.pairs import is_draft
from sources.sections import Sections, list_of
from sources.settings import in_locale
from sources.tree import Node as TreeNode

TEMPLATE = "overrides/handout.typ"
# Each form's sizes of type in point, with how open its lines stand, the one to prefer first; how much smaller the
# small print is; whether it is without slanted and underlined words; in millimetres the margins at the sides, at top and bottom, and what the foot needs beside these.
LAYOUTS = {
    "": {"forms": [[12, 1], [12, 0.85], [12, 0.7]], "small": 0.9, "plain": False, "margin": 25, "edge": 13, "foot": 6},
    "large_print": {"forms": [[18, 1], [18, 0.85], [18, 0.7]], "small": 1, "plain": True, "margin": 20, "edge": 17, "foot": 9},
}


# Of so many pages at most are all in one PDF: nobody holds more, and a hundred take five seconds and 300 MB.
_PACKED = 100


class ContactBlock(TypedDict):
    """The contact block: each of its `rows` is a label, what is shown, and where that leads."""

    heading: str
    name: str
    rows: list[list[str]]


class Side(TypedDict):
    """One side of a sheet, or one run of pages: its text and all that stands around it.

    `place` is the address of the page, for links from others of a pack. `logo` is the file of the service's logo, "" for none. `qr` is an SVG. Each of its `addresses` is a language, what
    leads there, the address, and as it is shown; `formats` says in which others the service gives it.
    """

    lang: str
    title: str
    place: NotRequired[str]
    logo: str
    organisation: str
    updated: str
    notices: list[str]
    body: list[Node]
    contact: ContactBlock
    overleaf: str
    qr: str
    qr_words: str
    addresses: list[list[str]]
    formats: str


class Data(TypedDict):
    """What overrides/handout.typ lays out, `forms` to `foot` being as in LAYOUTS; each side of a `sheet` has to fit one page."""

    lang: str
    title: str
    page: str
    organisation: str
    forms: list[list[float]]
    small: float
    plain: bool
    margin: float
    edge: float
    foot: float
    sheet: bool
    sides: list[Side]


@dataclass(frozen=True, eq=False)
class Handout:
    """One PDF: the pages that each of its sides is made of, its form, its place on the site, what the template lays out, and which leaflet it is."""

    sides: list[list[Content]]
    form: str
    path: str
    data: Data

    leaflet: Leaflet | None = None

    @property
    def source(self) -> str:
        """The file that an editor would mend."""
        return self.sides[0][0].page.path

    @property
    def contents(self) -> list[Content]:
        """The pages that it is made of."""
        return list({id(content): content for side in self.sides for content in side}.values())

    @property
    def locales(self) -> list[Locale]:
        """The languages that it is in."""
        return list(dict.fromkeys(side[0].page.locale for side in self.sides))


@dataclass(frozen=True)
class Frame:
    """What stands on every handout, read from the sources once."""

    sources: Sources
    _nodes: dict[str, list[Node]] = field(default_factory=dict)

    @cached_property
    def sections(self) -> Sections:
        return Sections(self.sources)

    @property
    def site_url(self) -> str:
        return str(self.sources.settings.get("site_url") or "").rstrip("/") + "/"

    def address(self, page: Page) -> str:
        """Where a page is published."""
        return self.site_url + self.sources.addresses[page.path]

    def words(self, locale: Locale) -> dict[str, str]:
        return self.sources.settings.words[locale]

    def nodes(self, content: Content) -> list[Node]:
        """The nodes of a page: each form and each leaflet lays out the same."""
        path = content.page.path
        if path not in self._nodes:
            self._nodes[path] = _nodes_in(content.tree.root, content.page, self)
        return self._nodes[path]

    def contact(self, locale: Locale) -> Contact:
        return self.sources.contacts[locale]


def page_handouts(frame: Frame) -> list[Handout]:
    """The handouts of each page that has some, in each form."""
    contents = [content for content in frame.sources.contents.values() if has_handout(content.page.name, frame.sources.settings)]
    return [_of_page(content, form, frame) for content in contents for form in FORMS]


def _of_page(content: Content, form: str, frame: Frame) -> Handout:
    """The handout of a page; behind the list of all pages stand these, each from a new sheet on."""
    page, sources = content.page, frame.sources
    path = handout_address(sources.addresses[page.path], page.locale, form, sources.settings)
    listed = _listed(page, frame)
    pages = [content, *(listed if _lists_all(page, frame) and len(listed) <= _PACKED else [])]
    sides = [side(each.page.title, page, [each], _body(each, frame), frame) | {"place": frame.address(each.page)} for each in pages]
    data = {**about(page.locale, page.title, frame), **LAYOUTS[form], "sheet": False, "sides": sides}
    return Handout([[each, *_listed(each.page, frame)] for each in pages], form, path, data)


def _body(content: Content, frame: Frame) -> list[Node]:
    """The nodes of a page, and of the pages that it lists."""
    page, listed = content.page, _listed(content.page, frame)
    return [*frame.nodes(content), *(_nodes_in(TreeNode("body", {}, [list_of([each.page for each in listed], page)]), page, frame) if listed else [])]


def _listed(page: Page, frame: Frame) -> list[Content]:
    """The pages that one lists on paper: those of its section, or all that go on paper."""
    sources = frame.sources
    if not _lists_all(page, frame):
        return frame.sections.listed(page)
    names = [name for name in listed_names(sources.settings, sources.pages) if has_handout(name, sources.settings)]
    return [sources.contents[path] for name in names if (path := f"{page.locale.folder}/{name}") in sources.contents]


def _lists_all(page: Page, frame: Frame) -> bool:
    return page.name == frame.sources.settings.get("extra", "page_list")


def about(locale: Locale, title: str, frame: Frame) -> dict[str, str]:
    """What the template needs to know of a whole handout."""
    words = frame.words(locale)
    return {"lang": locale.code, "title": title, "page": words.get("page", ""), "organisation": words.get("organisation", "")}


def side(title: str, page: Page, contents: list[Content], body: list[Node], frame: Frame) -> Side:
    """One side of a sheet, or one run of pages: a text from some contents, the address of a page, and all that stands around them."""
    words, theirs = frame.words(page.locale), other(page.locale)
    address = frame.address(page)
    their_address = frame.site_url + frame.sources.addresses.get(page.counterpart, theirs.prefix)
    addresses = {
        page.locale: (words.get("page_address", ""), address),
        theirs: (frame.words(theirs).get("document_in_this_language", ""), their_address),
    }
    day = max(str(content.page.front_matter.get("updated")) for content in contents)
    return {
        "lang": page.locale.code,
        "title": title,
        "logo": f"/{logo}" if (logo := in_locale(frame.sources.settings.get("extra", "logo"), page.locale)) else "",
        "organisation": words.get("organisation", ""),
        "updated": f"{words.get('updated', '')} {page.locale.long_day(datetime.date.fromisoformat(day))}",
        "notices": list(dict.fromkeys(notice for content in contents for notice in _notices(content, frame.sources, words))),
        "body": body,
        "contact": _contact(frame.contact(page.locale), words),
        "overleaf": words.get("overleaf", ""),
        "qr": _qr_code(address),
        "qr_words": f"{words.get('qr_code', '')} {address}",
        "addresses": [[locale.code, said, where, printed_address(where)] for locale, (said, where) in addresses.items()],
        "formats": words.get("other_formats", ""),
    }


@functools.lru_cache(maxsize=16)  # Each form of a page has the same.
def _qr_code(address: str) -> str:
    import segno

    return segno.make(address, error="m", micro=False).svg_inline(border=0, dark="#1d3f72")


def _contact(contact: Contact, words: dict[str, str]) -> ContactBlock:
    rows = [[detail.label, detail.value, detail.link] for detail in contact.details(words)]
    return {"heading": words.get("contact", ""), "name": contact.name, "rows": rows}


def _notices(content: Content, sources: Sources, words: dict[str, str]) -> list[str]:
    """What a reader has to know before the text: that it is a draft, that the other page is ahead."""
    pair = sources.pairs.get(content.page.name)
    notices = [words.get("draft", "")] if is_draft(content, pair) else []
    if pair and content is pair.translation and pair.state == "pending":
        notices.append(f"{words.get('translation_pending', '')} ({content.page.locale.long_day(pair.pending[0])})")
    return notices


def _nodes_in(root: TreeNode, page: Page, frame: Frame) -> list[Node]:
    """The nodes of what stands on a page, each link with its whole address and each picture with its file."""

    def link(href: str) -> str:
        place = published_at(href, page, frame.sources.contents, frame.sources.addresses)
        return urljoin(frame.site_url, href if place is None else place)

    def picture(src: str) -> str:
        root = frame.sources.root
        path = root / posixpath.normpath(posixpath.join(page.locale.folder, target_name(src, page) or src))
        return "/" + published_picture(path, root).relative_to(root).as_posix()

    return nodes_of(root, frame.address(page), link, picture, frame.words(page.locale))
