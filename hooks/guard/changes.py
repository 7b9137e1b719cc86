"""What the line `change:` of a page says of its last change."""

from messages.locales import LOCALES
from messages.message import Message, short
from messages.problem import Problem
from sources.all_sources import Sources
from sources.history import content_at, files_changed_since, newest_on_main
from sources.pages import Page
from sources.pairs import Pair


def change_unclear(pages: list[Page]) -> list[Problem]:
    """Lines that hold no words, or more than one line of them."""
    fix = Message("write what has changed in one plain sentence, or take the line out.")
    problems = []
    for page in (page for page in pages if "change" in page.front_matter):
        value, words = page.front_matter["change"], _said(page)
        if value is None or isinstance(value, str) and (not words or "\n" in words):
            message = Message('The line "change:" says nothing.')
            if words:
                message = Message('"{words}" is more than one line.', words=short(words))
            problems.append(Problem(page.path, page.line_of("change:"), "change_unclear", message, fix))
    return problems


def change_missing(pair: Pair) -> list[Problem]:
    """A page that does not say what has changed, where its counterpart does."""
    pages = [content.page for content in (pair.translation, pair.source)]
    fix = Message('write "change:" and that in the language of this page between the two --- at its top.')
    return [
        Problem(page.path, 1, "change_missing", Message('Only {path} says what has changed: "{words}"', path=other.path, words=_said(other)), fix)
        for page, other in (pages, reversed(pages))
        if _said(other) and "change" not in page.front_matter
    ]


def change_unchanged(sources: Sources) -> list[Problem]:
    """Pages of a new day that say of it what main has them say of the day before."""
    main = newest_on_main(sources.root)
    saying = {path for path, content in sources.contents.items() if _said(content.page)} if main else set()
    changed = files_changed_since(main.commit, [locale.folder for locale in LOCALES], sources.root) if saying else set()
    problems = []
    for page in (sources.contents[path].page for path in sorted(changed & saying)):
        was, day = content_at(main.commit, page, sources.root).page, page.front_matter.get("updated")
        if _said(was) == _said(page) and was.front_matter.get("updated") != day:
            message = Message('The day of this page is new, and its line "change:" is the old one: "{words}"', words=_said(page))
            fix = Message('write behind "change:" what has changed now, or take the line out.')
            problems.append(Problem(page.path, page.line_of("change:"), "change_unchanged", message, fix))
    return problems


def _said(page: Page) -> str:
    """What the line says, "" where it is no text."""
    value = page.front_matter.get("change")
    return value.strip() if isinstance(value, str) else ""
