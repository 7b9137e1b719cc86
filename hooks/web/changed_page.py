"""What a proposal changes, as a page to review it by: each pair with links and the sentences that read differently."""

from html import escape

from messages.locales import LOCALES, Locale
from messages.message import Message
from sources.all_sources import Sources
from sources.history import content_at, files_changed_since
from sources.pages import Page
from sources.review import reworded
from web.side_by_side import list_of, two_columns

NAME = "changed.html"


def changed_page(sources: Sources, commit: str) -> str:
    """The pages that are not as they were in a commit, both languages side by side."""
    files = files_changed_since(commit, [locale.folder for locale in LOCALES], sources.root)
    names = sorted({path.partition("/")[2] for path in files if path.endswith(".md")})
    heading = Message("Pages that this proposal changes") if names else Message("This proposal changes no page.")
    rows = [[f"<h1>{escape(heading.in_(locale))}</h1>" for locale in LOCALES]]
    rows += [[_half(name, locale, commit, sources) for locale in LOCALES] for name in names]
    return two_columns(" / ".join(heading.in_(locale) for locale in LOCALES), rows, "")


def _half(name: str, locale: Locale, commit: str, sources: Sources) -> str:
    """One page of a pair: a link to it in the site beside this page, and what changed in it."""
    page = Page(locale, name)
    now = sources.contents.get(page.path)
    if now is None:
        return f"<h2>{escape(page.path)}</h2>\n" + _note(Message("This page is not there."), locale)
    title = f'<h2><a href="{escape(sources.addresses[page.path])}index.html">{escape(now.page.title)}</a></h2>\n'
    before = content_at(commit, page, sources.root)
    if not before.page.text:
        return title + _note(Message("This page is new."), locale)
    changes = [*reworded(before, now)]
    return title + (list_of(changes, locale) if changes else _note(Message("No sentence has changed."), locale))


def _note(message: Message, locale: Locale) -> str:
    return f"<p>{escape(message.in_(locale))}</p>"
