"""The pages that the menu and other lists of mkdocs.yml name."""

import re
from collections.abc import Iterator

from messages.locales import Locale
from sources.pages import INDEX_NAMES, Page
from sources.settings import Settings

# The settings that name a page which lists others.
LISTS = ("page_list", "handout_list", "change_list")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)


def menu_names(entry: object) -> list[str]:
    """The pages that a menu entry and its sections name; what leads to another website is none."""
    if isinstance(entry, str):
        return [] if _ELSEWHERE.match(entry) else [entry]
    parts = entry.values() if isinstance(entry, dict) else entry if isinstance(entry, list) else []
    return [name for part in parts for name in menu_names(part)]


def without(entry: object, names: set[str]) -> object:
    """A menu, or a part of it, without the pages of some names and the sections that hold nothing else; None where nothing is left."""
    if isinstance(entry, list):
        return [part for part in (without(part, names) for part in entry) if part is not None] or None
    if isinstance(entry, dict):
        return {title: left for title, part in entry.items() if (left := without(part, names)) is not None} or None
    return None if entry in names else entry


def menu_rows(settings: Settings, pages: list[Page], locale: Locale) -> list[list[str]]:
    """What the entries of the menu are called in a language, and then, of each section, those in it."""
    titles = {page.name: page.title for page in pages if page.locale is locale}
    titles |= dict.fromkeys((f"{name}.md" for name in INDEX_NAMES), settings.words[locale].get("home", ""))
    titles |= section_titles(settings, locale)
    return [[str(titles.get(name, name)) for entry in row for name in _called(entry)] for row in _rows(settings.get("nav"))]


def _rows(entries: object) -> Iterator[list]:
    """The entries of a menu, and then those of each section, however deep."""
    if isinstance(entries, list):
        yield entries
        for entry in entries:
            for below in entry.values() if isinstance(entry, dict) else ():
                yield from _rows(below)


def section_titles(settings: Settings, locale: Locale) -> dict[str, str]:
    """What the titles in the menu are called in a language; those of the language that mkdocs.yml is written in stand there as they are."""
    given = [language.get("nav_translations") for language in settings.languages if language.get("locale") == locale.code]
    return {str(title): str(words) for titles in given if isinstance(titles, dict) for title, words in titles.items()}


def _called(entry: object) -> list[str]:
    """A page by its file, a section or another website by its title."""
    return [str(name) for name in (entry if isinstance(entry, dict) else [entry])]


def listed_names(settings: Settings, pages: list[Page]) -> list[str]:
    """The names of all pages, those of the menu first, without the page that lists them."""
    menu = menu_names(settings.get("nav"))
    others = sorted((page for page in pages if page.name not in menu), key=lambda page: page.title.casefold())
    there = {page.name for page in pages} - {settings.get("extra", "page_list")}
    return [name for name in dict.fromkeys([*menu, *(page.name for page in others)]) if name in there]
