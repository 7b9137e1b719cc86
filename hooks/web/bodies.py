"""What each page says, as it is published: its links lead to addresses, its notes speak its language.

The guard and the site share one rendering of the Markdown, so that what was checked is what readers get.
"""

import re
from html import escape, unescape
from urllib.parse import urljoin

from sources.all_sources import Sources
from sources.content import Content
from sources.links import published_at

_TARGET = re.compile(r'(<(?:a|img)\b[^>]*?\s(?:href|src)=")([^"]+)(?=")')
_NOTE_TITLE = re.compile(r'(<div class="admonition (\w+)[^"]*">\s*<p class="admonition-title">)([^<]*)')

_LINK = re.compile(r'<a (?=[^>]*\bhref="([^"#][^"]*)")')


def page_bodies(sources: Sources, site_url: str) -> dict[str, str]:
    """The HTML of each page's own text, by the path of its file; "" for one that cannot be read."""
    addresses = sources.addresses
    bodies = dict.fromkeys(addresses, "")
    for path, content in sources.contents.items():
        locale = content.page.locale
        html = scrolling(_published(content, addresses, sources.settings.note_titles[locale]), sources.settings.words[locale].get("table", ""))
        bodies[path] = with_addresses(html, urljoin(site_url, addresses[path]))
    return bodies


def _published(content: Content, addresses: dict[str, str], titles: dict[str, str]) -> str:
    """A rendered page whose links lead to addresses; `titles` are of notes that have none of their own, by their kind."""
    html = _NOTE_TITLE.sub(lambda match: match[1] + _note_title(match, titles), content.html)
    return _TARGET.sub(lambda match: match[1] + escape(_address(unescape(match[2]), content, addresses)), html)


def _note_title(match: re.Match, titles: dict[str, str]) -> str:
    is_given = match[3] == match[2].capitalize()
    return escape(titles.get(match[2], match[3]), quote=False) if is_given else match[3]


def _address(target: str, content: Content, addresses: dict[str, str]) -> str:
    """Where a link or picture of a page leads, from the page's own address."""
    place = published_at(target, content.page, addresses)
    if place is None or target.startswith("#"):
        return target
    return _relative(place, addresses[content.page.path])


def _relative(address: str, start: str) -> str:
    """An address below the site's, as seen from another that ends with a slash."""
    here, there = start.split("/"), address.split("/")
    same = next((i for i, (one, two) in enumerate(zip(here, there, strict=False)) if one != two), min(len(here), len(there)) - 1)
    return "../" * (len(here) - 1 - same) + "/".join(there[same:]) or "./"


def with_addresses(html: str, page_url: str) -> str:
    """A rendered page whose links each carry, for the printed page, the whole address that they lead to."""
    return _LINK.sub(lambda match: _with_address(match, page_url), html)


def _with_address(match: re.Match, page_url: str) -> str:
    address = urljoin(page_url, unescape(match[1]))
    scheme, _, rest = address.partition("://")
    return f'<a data-to="{escape(rest)}" ' if scheme in ("http", "https") else match[0]


def scrolling(html: str, label: str) -> str:
    """A rendered page whose tables scroll sideways on their own, by keyboard too; `label` names them to a screen reader."""
    opening = f'<div class="table-scroll" role="group" tabindex="0" aria-label="{escape(label)}"><table>'
    return html.replace("<table>", opening).replace("</table>", "</table></div>")
