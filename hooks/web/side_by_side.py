"""The pages of the preview that show both languages of a pair beside each other, section by section; no published site has them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import zip_longest
from pathlib import Path

from messages.locales import LOCALES, Locale
from messages.message import Message
from sources.all_sources import Sources
from sources.content import HEADINGS, Content
from sources.pages import Page
from sources.pairs import Pair, is_draft, review_line
from sources.review import Reworded, changed_since, told_change
from sources.tree import Node

_STYLE = """
main { display: grid; gap: 0 2rem; grid-template-columns: repeat(2, minmax(0, 1fr)); margin: auto; max-width: 80rem; padding: 0 1rem 2rem }
section { border-bottom: 1px solid #8886 }
.place { font-size: .8em }
@media (max-width: 40rem) { main { grid-template-columns: minmax(0, 1fr) } }
"""
_LINK = re.compile(r'(<(?:a|img)\b[^<>]*? (?:href|src)=")((?!#|//|[a-z][a-z0-9+.-]*:)[^"]*)')


def side_by_side_address(name: str) -> str:
    """Where the preview shows the pair of a page's name, below the site's own address."""
    return f"pair/{name.removesuffix('.md')}/"


def write_pairs(site_dir: Path, sources: Sources, bodies: dict[str, str], style: str) -> None:
    """Write such a page for each pair; one that an editor publishes at the same address stands."""
    taken = set(sources.addresses.values())
    for name, pair in sources.pairs.items():
        if (address := side_by_side_address(name)) not in taken:
            path = site_dir / address / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_page(pair, address, sources, bodies, style), encoding="utf-8")


def _page(pair: Pair, address: str, sources: Sources, bodies: dict[str, str], style: str) -> str:
    by_locale = {content.page.locale: content for content in (pair.source, pair.translation)}
    contents = [by_locale[locale] for locale in LOCALES]
    halves = [_sections(_top(content, pair, sources) + bodies[content.page.path], content) for content in contents]
    root = "../" * address.count("/")
    rows = (
        [_from(root, sources.addresses[content.page.path], part) for content, part in zip(contents, row, strict=True)]
        for row in zip_longest(*halves, fillvalue="")
    )
    return two_columns(" / ".join(content.page.title for content in contents), rows, style)


def two_columns(title: str, rows: Iterable[Sequence[str]], style: str) -> str:
    """A page of rows, each with a part in each language."""
    parts = (f'<section lang="{locale.code}">{part}</section>\n' for row in rows for locale, part in zip(LOCALES, row, strict=True))
    return (
        f'<!doctype html>\n<html lang="{LOCALES[0].code}">\n<head><meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(title)}</title>\n<style>{style}{_STYLE}</style></head>\n'
        f"<body><main>\n{''.join(parts)}</main></body>\n</html>\n"
    )


def _top(content: Content, pair: Pair, sources: Sources) -> str:
    """What readers of the other parts do not see: the file, a link to the page, the description; and whether it is a draft."""
    page = content.page
    words = sources.settings.words[page.locale]
    draft = f'<p class="draft">{escape(words.get("draft", ""))}</p>' if is_draft(content, pair) else ""
    place = f'<p class="place"><a href="./">{escape(words.get("language", ""))}</a> <code>{escape(page.path)}</code></p>'
    return f"{place}{draft}{_to_read_again(pair, sources.root, page)}<p>{escape(str(page.front_matter.get('description') or ''))}</p>"


def _to_read_again(pair: Pair, root: Path, page: Page) -> str:
    """What a reviewer of a page has to read again: the sentences that are not as they were at the last check."""
    # Git is not asked for a check that the page no longer names: that would take long of many drafts.
    review = None if pair.reviewer else review_line(pair)
    changes = changed_since(review, pair, root) if review else None
    ours = [change for change in changes or () if change.path == page.path]
    if not ours:
        return ""
    heading = Message("Changed since the last check ({name}, {day}):", name=review["name"], day=review["day"])
    return f"<p>{escape(heading.in_(page.locale))}</p>\n{list_of(ours, page.locale)}"


def list_of(changes: Iterable[Reworded], locale: Locale) -> str:
    """Changes of a page as a list, in one language."""
    return f"<ul>{''.join(f'<li>{escape(told_change(change).in_(locale))}</li>' for change in changes)}</ul>"


def _sections(html: str, content: Content) -> Iterator[str]:
    """The rendered page, cut before each of its headings that stand in nothing else."""
    done = 0
    for tag, anchor in content.known("headings", lambda: [*_headings(content)]):
        place = html.find(f' id="{escape(anchor)}"', done)
        start = html.rfind(f"<{tag}", done, place) if place >= 0 else -1
        if start >= 0:
            yield html[done:start]
            done = start
    yield html[done:]


def _headings(content: Content) -> Iterator[tuple[str, str]]:
    """The tag and the id of each heading of a page that stands in nothing else."""
    for node in content.tree.root.children:
        if isinstance(node, Node) and node.tag in HEADINGS:
            yield node.tag, node.attributes.get("id", "")


def _from(root: str, address: str, html: str) -> str:
    """A part of the page at an address, with its links and pictures as they have to be named from elsewhere."""
    return _LINK.sub(lambda link: f"{link[1]}{root}{address}{link[2]}", html)
