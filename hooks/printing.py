"""What a page needs on paper, where no link can be followed."""

import re
from html import escape, unescape
from urllib.parse import urljoin

_LINK = re.compile(r'<a (?=[^>]*\bhref="([^"#][^"]*)")')


def with_addresses(html: str, page_url: str) -> str:
    """A rendered page whose links each carry, for the printed page, the whole address that they lead to."""
    return _LINK.sub(lambda match: _with_address(match, page_url), html)


def _with_address(match: re.Match, page_url: str) -> str:
    address = urljoin(page_url, unescape(match[1]))
    scheme, _, rest = address.partition("://")
    return f'<a data-to="{escape(rest)}" ' if scheme in ("http", "https") else match[0]
