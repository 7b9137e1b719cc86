"""Where the links of a page lead."""

import functools
import posixpath
from urllib.parse import SplitResult, unquote, urlsplit

from sources.content import Content


@functools.cache
def split_address(address: str) -> SplitResult:
    """The parts of an address; one that no browser could follow counts as the name of a file."""
    try:
        parts = urlsplit(address)
        # Asking for these finds further faults.
        _ = parts.hostname, parts.port
        return parts
    except ValueError:
        return SplitResult("", "", address, "", "")


def target_name(content: Content, path: str) -> str:
    """The file that a link names, within the folder of its language."""
    if not path:
        return content.page.name
    return posixpath.normpath(posixpath.join(posixpath.dirname(content.page.name), unquote(path)))
