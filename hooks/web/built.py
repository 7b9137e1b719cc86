"""The pages of the finished site, and whether they are all there."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from messages.locales import LOCALES, Locale
from messages.message import Message
from messages.problem import Problem
from sources.all_sources import Sources
from sources.pages import Page
from sources.settings import PATH, Settings

_MAIN_TEMPLATE = "overrides/main.html"


@dataclass(frozen=True, eq=False)
class BuiltPage:
    """One HTML file of the built site, at `path`.

    `source` is the file that an editor would mend, `line` where that file
    types a block of its own, if it does; `locales` are the languages that must
    each have one block in it; `leads_on` if it stands where a page was formerly.
    """

    path: Path
    source: str
    locales: tuple[Locale, ...]
    line: int = 1
    leads_on: bool = False

    @property
    def template(self) -> str:
        """The template that would be at fault, if it is not the page."""
        return self.source if self.source.startswith("overrides/") else _MAIN_TEMPLATE

    @property
    def html(self) -> bytes:
        """The page as it is sent."""
        return _html(self)

    @property
    def document(self) -> LexborHTMLParser:
        """The page as a browser reads it."""
        return _document(self)


# A tree takes many times the room of its text, so one page is read at a time.
@lru_cache(maxsize=1)
def _html(page: BuiltPage) -> bytes:
    return page.path.read_bytes()


@lru_cache(maxsize=1)
def _document(page: BuiltPage) -> LexborHTMLParser:
    return LexborHTMLParser(page.html)


# Check, template that would be at fault, message and fix.
PageFault = tuple[str, str, Message, Message]


def built_pages(site_dir: Path, written: Sources, moved: Mapping[str, Locale]) -> list[BuiltPage]:
    """Every HTML file of the finished site with the file that an editor would mend; `moved` are those that lead on, with their language."""
    pages = {f"{written.addresses[page.path]}index.html": page for page in written.pages}
    built = []
    for path in sorted(site_dir.rglob("*.html")):
        name = path.relative_to(site_dir).as_posix()
        if name in moved:
            built.append(BuiltPage(path, "overrides/moved.html", (moved[name],), leads_on=True))
            continue
        page = pages.get(name)
        locales = (page.locale,) if page else LOCALES
        # What no page became is a template's, or an HTML file that lies in docs/.
        source = page.path if page else f"overrides/{name}" if name in ("404.html", "offline.html") else f"docs/{name}"
        line = page.line_of("<address") if page else 1
        built.append(BuiltPage(path, source, locales, line))
    return built


def told_once(faults: list[tuple[PageFault, BuiltPage]], built: list[BuiltPage]) -> list[Problem]:
    """One problem for each page with the same fault, or one for the template if every page of a language has it."""
    found = defaultdict(list)
    for fault, page in faults:
        found[fault].append(page)
    problems = []
    for (check, template, message, fix), pages in found.items():
        if any(_all_of(locale, built) <= {page.source for page in pages} for locale in LOCALES):
            problems.append(Problem(template, 1, check, message, fix))
        else:
            problems += [Problem(page.source, page.line, check, message, fix) for page in pages]
    return problems


def _all_of(locale: Locale, built: list[BuiltPage]) -> set[str]:
    return {page.source for page in built if page.locales == (locale,)} or {""}


def page_not_built(written: list[Page], built: list[BuiltPage], settings: Settings) -> list[Problem]:
    """Pages that were written and that the finished site lacks; a language without any is one problem."""
    there = {page.source for page in built}
    problems = []
    for locale in LOCALES:
        pages = [page for page in written if page.locale is locale]
        lacking = [page for page in pages if page.path not in there]
        if lacking and lacking == pages:
            message = Message("The site was built without its {language} pages.", language=locale.language)
            fix = Message('put the lines of "locale: {code}" back below "languages:", without "build: false".', code=locale.code)
            problems.append(Problem(PATH, settings.line("plugins"), "page_not_built", message, fix))
        else:
            message = Message("The finished site does not hold this page.")
            fix = Message("give its file or folder another name: MkDocs leaves some names out, such as templates/.")
            problems += [Problem(page.path, 1, "page_not_built", message, fix) for page in lacking]
    return problems
