"""Whether every page has its counterpart, in both directions."""

import re
from difflib import get_close_matches

from locales import ENGLISH, other
from message import Message
from pages import Page
from problem import Problem
from settings import PATH, Settings

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)


def missing_translation(pages: list[Page]) -> list[Problem]:
    """English pages that have no Welsh page."""
    return [_lacks_counterpart(page, pages, "missing_translation") for page in _single(pages) if page.locale is ENGLISH]


def orphan_translation(pages: list[Page]) -> list[Problem]:
    """Welsh pages that have no English page."""
    return [_lacks_counterpart(page, pages, "orphan_translation") for page in _single(pages) if page.locale is not ENGLISH]


def _single(pages: list[Page]) -> list[Page]:
    paths = {page.path for page in pages}
    return [page for page in pages if page.counterpart not in paths]


def _lacks_counterpart(page: Page, pages: list[Page], check: str) -> Problem:
    # A counterpart under a slightly different name is the likeliest slip.
    candidates = [single.path for single in _single(pages) if single.locale is not page.locale]
    near = get_close_matches(page.counterpart, candidates, n=1, cutoff=0.8)
    wanted = {"counterpart": page.counterpart, "language": other(page.locale).language, "path": page.path}
    fix = Message("add {counterpart} with the {language} text, or take {path} out too.", **wanted)
    if near:
        fix = Message(
            "if {near} is its {language} page, rename that file to {counterpart}. "
            "Otherwise add {counterpart} with the {language} text, or take {path} out too.",
            near=near[0],
            **wanted,
        )
    message = Message("This page has no Welsh page: there is no file {counterpart}.", counterpart=page.counterpart)
    if page.locale is not ENGLISH:
        message = Message("This page has no English page: there is no file {counterpart}.", counterpart=page.counterpart)
    return Problem(page.path, 1, check, message, fix)


def menu_page_missing(settings: Settings, pages: list[Page]) -> list[Problem]:
    """Entries of the menu, of the foot of each page, and of what is kept without a signal, that name no page."""
    names = {page.name for page in pages}
    named = [("nav",), *(("extra", key) for key in ("footer_pages", "kept_pages", "page_list", "handout_list"))]
    problems = []
    for keys, name in [(keys, name) for keys in named for name in menu_names(settings.get(*keys))]:
        if name not in names:
            near = get_close_matches(name, sorted(names), n=1)
            fix = Message("add the page in both languages, or take the entry out.")
            if near:
                fix = Message('write "{name}" instead, or take the entry out.', name=near[0])
            message = Message('The foot of each page names "{name}", and there is no such page.', name=name)
            if keys == ("nav",):
                message = Message('The menu names "{name}", and there is no such page.', name=name)
            elif keys[-1] == "kept_pages":
                message = Message('The list of pages kept without a signal names "{name}", and there is no such page.', name=name)
            line = settings.line(*keys, value=name)
            problems.append(Problem(PATH, line, "menu_page_missing", message, fix))
    return problems


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


def menu_title_missing(settings: Settings) -> list[Problem]:
    """Titles in the menu that have no Welsh."""
    plugins = settings.get("plugins")
    entries = [plugin for plugin in (plugins if isinstance(plugins, list) else []) if isinstance(plugin, dict)]
    languages = [language for entry in entries for language in (entry.get("i18n") or {}).get("languages") or []]
    translated = {title for language in languages for title in language.get("nav_translations") or {}}
    return [
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


def _menu_titles(entry: object) -> list[str]:
    if isinstance(entry, list):
        return [title for part in entry for title in _menu_titles(part)]
    if isinstance(entry, dict):
        return [each for title, part in entry.items() for each in [str(title), *_menu_titles(part)]]
    return []
