"""How each setting of mkdocs.yml is written: in another shape it would have no effect, or stop a build in words of a program."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from guard.settings import setting_fixed
from guard.unreadable import settings_unreadable
from messages.locales import LOCALES
from messages.message import Message
from messages.problem import Problem
from sources.settings import PATH, Settings, in_locale

_EMPTY: tuple[Any, ...] = ([], {})


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_in_both(value: Any) -> bool:
    return isinstance(value, Mapping) and all(in_locale(value, locale) for locale in LOCALES)


def _is_text_or_in_both(value: Any) -> bool:
    return _is_text(value) or _is_in_both(value)


def _is_list_of(counts: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: value in _EMPTY or isinstance(value, list) and all(map(counts, value))


def _is_mapping_to(counts: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: value in _EMPTY or isinstance(value, Mapping) and all(map(counts, value.values()))


def _is_address(value: Any) -> bool:
    try:
        return _is_text(value) and " " not in value and urlsplit(value).scheme in ("https", "http") and bool(urlsplit(value).hostname)
    except ValueError:
        return False


def _is_site(value: Any) -> bool:
    """Whether addresses of pages can be made of it: it names a folder."""
    return _is_address(value) and not urlsplit(value).query and not urlsplit(value).fragment and not urlsplit(value).path.endswith((".html", ".htm"))


def _is_name(value: Any) -> bool:
    """Whether this stands for a name or a number: 111 needs no quotation marks to be found."""
    return _is_text(value) or type(value) is int


def _is_menu(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_menu_entry, value))


def _is_menu_entry(value: Any) -> bool:
    """Whether this is a page, or one title with a page or with entries below it."""
    if isinstance(value, Mapping):
        return len(value) == 1 and all(_is_text(below) or below and _is_menu(below) for below in value.values())
    return _is_text(value)


def _is_question(value: Any) -> bool:
    if isinstance(value, Mapping):
        return _is_text(value.get("item")) and any(in_locale(value.get("question"), locale) for locale in LOCALES)
    return _is_text(value)


# How each is written, and whether a value is: for lists and the like, one entry of it.
_SHAPES: dict[tuple[str, ...], tuple[str, Callable[[Any], bool]]] = {
    ("site_name",): ("site_name: Name of the site", _is_text),
    ("site_url",): ("site_url: https://www.example.org/", _is_site),
    ("repo_url",): ("repo_url: https://www.example.org/repository/", _is_address),
    ("edit_uri",): ("edit_uri: edit/main/docs/", _is_text),
    ("nav",): ("- page.md", _is_menu),
    ("watch",): ("- docs-cy", _is_list_of(_is_text)),
    ("extra", "logo"): ("logo: images/logo.svg", _is_text_or_in_both),
    ("extra", "page_list"): ("page_list: all-pages.md", _is_text),
    ("extra", "handout_list"): ("handout_list: handouts.md", _is_text),
    ("extra", "change_list"): ("change_list: changes.md", _is_text),
    ("extra", "downloads"): ("form.pdf: ffurflen.pdf", _is_mapping_to(_is_text)),
    ("extra", "footer_pages"): ("- page.md", _is_list_of(_is_text)),
    ("extra", "kept_pages"): ("- page.md", _is_list_of(_is_text)),
    ("extra", "other_contacts"): ("- 0808 800 5000", _is_list_of(_is_text)),
    ("extra", "names"): ("- NHS", _is_list_of(_is_name)),
    ("extra", "welsh_words"): ("gair: why it is right", _is_mapping_to(lambda reason: reason in (None, "") or _is_text_or_in_both(reason))),
    ("extra", "english_words"): ("program: why it is right", _is_mapping_to(lambda reason: reason in (None, "") or _is_text_or_in_both(reason))),
    ("extra", "glossary"): ("word / words: gair / geiriau", _is_mapping_to(_is_text)),
    **{
        ("extra", "house_style", code): (f"{avoided}: {instead}", _is_mapping_to(_is_text))
        for code, avoided, instead in (("en", "handicapped", "disabled"), ("cy", "methedig", "anabl"))
    },
    ("extra", "house_style"): ("en: {handicapped: disabled}", _is_mapping_to(lambda words: words is None or isinstance(words, (Mapping, list)))),
    ("extra", "language_addresses"): ("- {en: gov.wales, cy: llyw.cymru}", _is_list_of(_is_in_both)),
    ("extra", "leaflets"): ("- title: {en: Sleep, cy: Cwsg}", _is_list_of(lambda entry: True)),
    ("extra", "publish_drafts"): ("publish_drafts: true", lambda value: isinstance(value, bool)),
    ("extra", "to_confirm"): ("- {item: site_url, question: Which address will the site have?}", _is_list_of(_is_question)),
}


# Without these there is no site.
_NEEDED = {("site_name",)}


def setting_shape(settings: Settings) -> list[Problem]:
    """Settings that are written in another way than the site reads, so that they would not count, and nothing be said."""
    return [
        _problem(settings, keys, entry)
        for keys, (entry, counts) in _SHAPES.items()
        if not counts(value := settings.get(*keys)) and (value not in (None, "") or keys in _NEEDED)
    ]


def stops_engine(settings: Settings) -> bool:
    """Whether the program that makes the HTML would end before it asks the guard, and say why in words of its own."""
    told = [*settings_unreadable(settings), *setting_shape(settings), *setting_fixed(settings)]
    top = {settings.line(key) for key in settings.values if key != "extra"}
    return any(problem.line in top or settings.unreadable for problem in told)


def _problem(settings: Settings, keys: tuple[str, ...], entry: str) -> Problem:
    name = keys[-1]
    message = Message('Some of what stands below "{name}:" does not count: it is written in another way than the site reads.', name=name)
    fix = Message('write each entry on a line of its own below "{name}:", as in "{entry}".', name=name, entry=entry)
    if entry.startswith(f"{name}:"):
        message = Message('What stands behind "{name}:" does not count: it is written in another way than the site reads.', name=name)
        fix = Message('write it as in "{entry}".', entry=entry)
    return Problem(PATH, settings.line(*keys), "setting_shape", message, fix)
