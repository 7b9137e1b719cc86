"""The lists of pages and handouts that the templates print, in each language."""

from typing import Any

from handouts.links import Finished, Link, leaflet_links, page_links
from messages.locales import LOCALES, Locale
from sources.all_sources import Sources
from sources.menu import listed_names, menu_names, menu_rows, without

# What fits beside the search and the telephone number on a desk, in the widest of the fonts that systems have.
_LETTERS_OF_A_ROW, _LETTERS_BETWEEN = 100, 3


def lists_for_templates(sources: Sources, handouts: list[Finished]) -> dict[str, dict[str, Any]]:
    """Each list by the name that the templates know it by, and in it by the code of its language."""
    settings = sources.settings
    page_list, handout_list = settings.get("extra", "page_list"), settings.get("extra", "handout_list")
    names = listed_names(settings, sources.pages)
    menu = without(settings.get("nav"), {page.name for page in sources.held})
    lists = {
        # As the menu itself: of each section its first page.
        "menu_pages": [name for entry in (menu if isinstance(menu, list) else []) for name in menu_names(entry)[:1]],
        "footer_pages": menu_names(settings.get("extra", "footer_pages")),
        "all_pages": names,
    }
    links = page_links(handouts, settings)
    return {
        **{name: {locale.code: _listed(sources, locale, listed) for locale in LOCALES} for name, listed in lists.items()},
        # None where there is no such page: the address of the English home page is "".
        "page_lists": {locale.code: sources.addresses.get(f"{locale.folder}/{page_list}") for locale in LOCALES},
        "handout_lists": {locale.code: sources.addresses.get(f"{locale.folder}/{handout_list}") for locale in LOCALES},
        "leaflets": {locale.code: leaflet_links(handouts, locale, settings) for locale in LOCALES},
        "change_lists": {locale.code: sources.addresses.get(f"{locale.folder}/{settings.get('extra', 'change_list')}") for locale in LOCALES},
        "changes": {locale.code: _changes(sources, locale, names) for locale in LOCALES},
        "all_handouts": {locale.code: _handouts(sources, locale, [*names, page_list], links) for locale in LOCALES},
    }


def menu_folds(sources: Sources) -> bool:
    """Whether the menu is too long for one row in some language, so that it opens from a button in both."""
    rows = [row for locale in LOCALES for row in menu_rows(sources.settings, sources.pages, locale)]
    return any(sum(len(title) + _LETTERS_BETWEEN for title in row) > _LETTERS_OF_A_ROW for row in rows)


def _listed(sources: Sources, locale: Locale, names: list[str]) -> list[tuple[str, str, str]]:
    """Title, address and description of each page of a language that is there, in the order of the names."""
    by_path = {page.path: page for page in sources.pages}
    pages = [by_path.get(f"{locale.folder}/{name}") for name in names]
    return [(page.title or page.name, sources.addresses[page.path] or ".", str(page.front_matter.get("description") or "")) for page in pages if page]


def _changes(sources: Sources, locale: Locale, names: list[str]) -> list[tuple[str, str, str, str]]:
    """Title, address, day in words and last change of each page of a language that says what that was, the newest first."""
    by_path = {page.path: page for page in sources.pages}
    pages = [page for name in names if (page := by_path.get(f"{locale.folder}/{name}")) and page.front_matter.get("change")]
    dated = sorted(((day, page) for page in pages if (day := page.day("updated"))), key=lambda each: each[0], reverse=True)
    return [(page.title, sources.addresses[page.path] or ".", locale.long_day(day), str(page.front_matter["change"])) for day, page in dated]


def _handouts(sources: Sources, locale: Locale, names: list[str], links: dict[str, list[Link]]) -> list[tuple[str, list[Link]]]:
    """Title and handouts of each page of a language that has some, in the order of the names."""
    titles = {page.path: page.title for page in sources.pages}
    paths = [f"{locale.folder}/{name}" for name in names]
    return [(titles[path], links[path]) for path in paths if path in links]
