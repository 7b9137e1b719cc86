"""Whether the menu and other lists of mkdocs.yml name pages that are there."""

from guard.meant import Names
from messages.message import Message
from messages.problem import Problem
from sources.all_sources import Sources
from sources.menu import LISTS, menu_names
from sources.settings import PATH, Settings


def menu_page_missing(sources: Sources) -> list[Problem]:
    """Entries of the menu, of the foot of each page, and of what is kept without a signal, that name no page."""
    settings, names = sources.settings, Names(sources)
    pages = {page.name for page in [*sources.pages, *sources.held]}
    named = [("nav",), *(("extra", key) for key in ("footer_pages", "kept_pages", *LISTS))]
    problems = []
    for keys, name in [(place, each) for place in named for each in _names(settings.get(*place), place) if each not in pages]:
        meant = names.meant(name)
        title, dash, below = name.partition(" - ")
        fix = Message("take the entry out, or add the page in both languages.")
        if meant:
            fix = Message('write "{name}" instead.', name=meant)
            if meant in menu_names(settings.get(*keys)):
                fix = Message('take the entry out: "{name}" is there.', name=meant)
        elif dash and below.split(" - ")[0] in pages:
            fix = Message('put ":" behind "{title}", and let the pages of that section stand below it.', title=title)
        message = Message('The foot of each page names "{name}", and there is no such page.', name=name)
        if keys == ("nav",):
            message = Message('The menu names "{name}", and there is no such page.', name=name)
        elif keys[-1] == "kept_pages":
            message = Message('The list of pages kept without a signal names "{name}", and there is no such page.', name=name)
        elif keys[-1] != "footer_pages":
            message = Message('The line "{key}:" names "{name}", and there is no such page.', key=keys[-1], name=name)
        problems.append(Problem(PATH, settings.line(*keys, value=name), "menu_page_missing", message, fix))
    return problems


def _names(entry: object, keys: tuple[str, ...]) -> list[str]:
    """The pages that an entry names; the menu alone may lead to other websites."""
    listed = entry if isinstance(entry, list) else [entry]
    return menu_names(entry) if keys == ("nav",) else [name for name in listed if isinstance(name, str) and name]


def menu_page_twice(settings: Settings) -> list[Problem]:
    """Pages that the menu names more than once."""
    names = menu_names(settings.get("nav"))
    fix = Message("take one of the two entries out.")
    return [
        Problem(PATH, settings.line("nav", value=name), "menu_page_twice", Message('The menu names "{name}" more than once.', name=name), fix)
        for name in dict.fromkeys(names)
        if names.count(name) > 1
    ]


def menu_title_missing(settings: Settings) -> list[Problem]:
    """Titles in the menu that have no Welsh, and links to other websites that have none at all."""
    translated = {title for language in settings.languages for title in language.get("nav_translations") or {}}
    bare = [
        Problem(
            PATH,
            settings.line("nav", value=address),
            "menu_title_missing",
            Message('The menu leads to "{address}" without a title.', address=address),
            Message('write "- {title}: {address}", with the title in English.', title="…", address=address),
        )
        for address in _addresses(settings.get("nav"))
    ]
    return bare + [
        Problem(
            PATH,
            settings.line("nav", value=title),
            "menu_title_missing",
            Message('The menu title "{title}" has no Welsh.', title=title),
            Message('add a line "{title}:" with the Welsh below "nav_translations:".', title=title),
        )
        for title in _menu_titles(settings.get("nav"))
        if title not in translated
    ]


def _addresses(entry: object) -> list[str]:
    """The addresses of other websites that stand in a menu without a title."""
    if isinstance(entry, dict):
        return [each for part in entry.values() if isinstance(part, list) for each in _addresses(part)]
    if isinstance(entry, list):
        return [each for part in entry for each in _addresses(part)]
    return [entry] if isinstance(entry, str) and not menu_names(entry) else []


def _menu_titles(entry: object) -> list[str]:
    if isinstance(entry, list):
        return [title for part in entry for title in _menu_titles(part)]
    if isinstance(entry, dict):
        return [each for title, part in entry.items() for each in [str(title), *_menu_titles(part)]]
    return []
