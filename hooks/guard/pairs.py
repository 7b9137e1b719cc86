"""Whether every page has its counterpart, in both directions."""

from difflib import get_close_matches
from pathlib import PurePosixPath

from guard.files import path_to_be
from guard.meant import same_sections
from messages.locales import ENGLISH, WELSH, Locale, other
from messages.message import Message
from messages.problem import Problem
from sources.all_sources import Sources
from sources.content import Content
from sources.menu import LISTS, menu_names
from sources.pages import Page


def missing_translation(sources: Sources, to_be: set[str]) -> list[Problem]:
    """English pages that have no Welsh page; `to_be` is what all files will be called once their names are mended."""
    return _singles(sources, to_be, ENGLISH, "missing_translation")


def orphan_translation(sources: Sources, to_be: set[str]) -> list[Problem]:
    """Welsh pages that have no English page; `to_be` is what all files will be called once their names are mended."""
    return _singles(sources, to_be, WELSH, "orphan_translation")


def _singles(sources: Sources, to_be: set[str], locale: Locale, check: str) -> list[Problem]:
    """The problems of one language's pages without counterpart; of two that may be a pair, the one that is to be renamed has it."""
    single = [page for page in sources.pages if path_to_be(page.counterpart) not in to_be]
    problems, paired = [], set()
    for welsh in [page for page in single if page.locale is WELSH]:
        english = [page for page in single if page.locale is ENGLISH and page.path not in paired]
        if partner := _partner(welsh, english, single, sources):
            paired |= {welsh.path, partner.path}
            # The name that the menu knows stays; else the English one.
            page, other_page = sorted((welsh, partner), key=lambda each: _is_named(each, sources))
            problems += [_two_names(page, other_page, check, sources)] if page.locale is locale else []
    return problems + [_lacks_counterpart(page, check) for page in single if page.locale is locale and page.path not in paired]


def _partner(page: Page, others: list[Page], single: list[Page], sources: Sources) -> Page | None:
    """Which of the other language's pages without counterpart is that of a page, called otherwise."""
    same_file = [each for each in others if PurePosixPath(each.name).name == PurePosixPath(page.name).name]
    near = get_close_matches(page.name, [each.name for each in others], n=1, cutoff=0.8)
    # One that is alone with it, or whose name is nearly the same, may be: that is asked, and not said.
    may_be = others if len(single) == 2 else same_file or [each for each in others if each.name in near]
    return _shares_text(page, others, sources) or (may_be[0] if len(may_be) == 1 else None)


def _shares_text(page: Page, others: list[Page], sources: Sources) -> Page | None:
    """The page that another was translated from, or into, by the fingerprints that its pin holds."""
    contents = [sources.contents[each.path] for each in others if each.path in sources.contents]
    pin = str(page.front_matter.get("translation") or "")
    found = same_sections(pin.split("-"), contents) if pin else _pinned_to(page, contents, sources)
    return found.page if found else None


def _pinned_to(page: Page, contents: list[Content], sources: Sources) -> Content | None:
    mine = [sources.contents[page.path]] if page.path in sources.contents else []
    pins = ((str(content.page.front_matter.get("translation") or ""), content) for content in contents)
    return next((content for pin, content in pins if pin and same_sections(pin.split("-"), mine)), None)


def _is_named(page: Page, sources: Sources) -> bool:
    """Whether the menu, or another list of mkdocs.yml, names a page by the name that it has."""
    settings = sources.settings
    return page.name in menu_names([settings.get("nav"), *(settings.get("extra", key) for key in ("footer_pages", "kept_pages", *LISTS))])


def _two_names(page: Page, partner: Page, check: str, sources: Sources) -> Problem:
    """The problem of a page that is to be called as its counterpart is, if that is its counterpart."""
    told = {"path": page.path, "wanted": partner.counterpart}
    message = Message("This page and {partner} are one page under two names.", partner=partner.path)
    fix = Message("rename {path} to {wanted}.", **told)
    if not _shares_text(page, [partner], sources):
        languages = {"language": partner.locale.language, "own_language": page.locale.language}
        message = Message("This page has no {language} page, and {partner} has no {own_language} one.", partner=partner.path, **languages)
        fix = Message("if the two are one page, rename {path} to {wanted}; else write each in the other language too.", **told)
    return Problem(page.path, 1, check, message, fix)


def _lacks_counterpart(page: Page, check: str) -> Problem:
    fix = Message(
        "add {counterpart} with the {language} text, or take {path} out too.",
        counterpart=page.counterpart,
        language=other(page.locale).language,
        path=page.path,
    )
    message = Message("This page has no Welsh page: there is no file {counterpart}.", counterpart=page.counterpart)
    if page.locale is not ENGLISH:
        message = Message("This page has no English page: there is no file {counterpart}.", counterpart=page.counterpart)
    return Problem(page.path, 1, check, message, fix)
