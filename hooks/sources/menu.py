"""The pages that the menu and other lists of mkdocs.yml name."""

import re

from sources.pages import Page
from sources.settings import Settings

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


def listed_names(settings: Settings, pages: list[Page]) -> list[str]:
    """The names of all pages, those of the menu first, without the page that lists them."""
    menu = menu_names(settings.get("nav"))
    others = sorted((page for page in pages if page.name not in menu), key=lambda page: page.title.casefold())
    there = {page.name for page in pages} - {settings.get("extra", "page_list")}
    return [name for name in dict.fromkeys([*menu, *(page.name for page in others)]) if name in there]
