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


def listed_names(settings: Settings, pages: list[Page]) -> list[str]:
    """The names of all pages, those of the menu first, without the page that lists them."""
    menu = menu_names(settings.get("nav"))
    others = sorted((page for page in pages if page.name not in menu), key=lambda page: page.title.casefold())
    names = dict.fromkeys([*menu, *(page.name for page in others)])
    return [name for name in names if name != settings.get("extra", "page_list")]
