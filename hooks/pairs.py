"""Whether every page has its counterpart, in both directions."""

from difflib import get_close_matches

from locales import ENGLISH, other
from pages import Page
from problem import Problem
from settings import PATH, Settings


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
    language = other(page.locale).language
    # A counterpart under a slightly different name is the likeliest slip.
    candidates = [single.path for single in _single(pages) if single.locale is not page.locale]
    near = get_close_matches(page.counterpart, candidates, n=1, cutoff=0.8)
    fix = f"add {page.counterpart} with the {language} text, or take {page.path} out too."
    if near:
        fix = f"if {near[0]} is its {language} page, rename that file to {page.counterpart}. Otherwise {fix}"
    return Problem(page.path, 1, check, f"This page has no {language} page: there is no file {page.counterpart}.", fix)


def menu_page_missing(settings: Settings, pages: list[Page]) -> list[Problem]:
    """Entries of the menu, and of the foot of each page, that name no page."""
    names = {page.name for page in pages}
    named = [("nav",), ("extra", "footer_pages"), ("extra", "page_list"), ("extra", "handout_list")]
    problems = []
    for keys, name in [(keys, name) for keys in named for name in menu_names(settings.get(*keys))]:
        if name not in names:
            near = get_close_matches(name, sorted(names), n=1)
            fix = f'write "{near[0]}" instead, or' if near else "add the page in both languages, or"
            message = f'The {"menu" if keys == ("nav",) else "foot of each page"} names "{name}", and there is no such page.'
            line = settings.line(*keys, value=name)
            problems.append(Problem(PATH, line, "menu_page_missing", message, f"{fix} take the entry out."))
    return problems


def menu_names(entry: object) -> list[str]:
    """The Markdown files that a menu entry and its sections name."""
    if isinstance(entry, str):
        return [entry] if entry.endswith(".md") else []
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
            f'The menu title "{title}" has no Welsh.',
            f'add a line "{title}:" with the Welsh below "nav_translations:".',
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
