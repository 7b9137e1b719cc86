"""Reads the HTML that an editor typed between Markdown."""

import re
from contextlib import suppress
from html.parser import HTMLParser

from sources.tree import VOID, Node, Text


def read_html(text: str, at: str, inner: list[Node], loose: list[Node], deepest: int) -> None:
    """Put typed HTML, which stands `at` a place, into the last of the open elements `inner`.

    What closes none of them goes to `loose`, and what would lie more than `deepest` within each other, too.
    """
    parser = _Typed(text, at, inner, loose, deepest)
    with suppress(AssertionError):  # Python's own parser gives up at some marks that start with <![.
        parser.feed(text)
    # A tag, or a comment, that nothing ends swallows all that follows.
    if unended := re.match(r"</?([A-Za-z][^\s/>]*)|<!", parser.rawdata):
        loose.append(Node((unended[1] or "!--").lower(), at=parser.place()))
    else:
        parser.close()


class _Typed(HTMLParser):
    def __init__(self, text: str, at: str, inner: list[Node], loose: list[Node], deepest: int):
        super().__init__()
        self.lines, self.at, self.inner, self.loose, self.deepest = text.split("\n"), at, inner, loose, deepest

    def place(self) -> str:
        """Where the tag that is being read stands."""
        start, _, end = self.at.partition("-")
        line, column = map(int, start.split(":"))
        # Of the typed HTML alone, its lines counted from 1 and its columns from 0.
        number, letters = self.getpos()
        right = _bytes(self.lines[number - 1][:letters])
        return f"{line + number - 1}:{right + 1 if number > 1 else column + right}-{end}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {}, at=self.place())
        for name, value in attrs:
            # The first of two, as in a browser.
            node.attributes.setdefault(name, value or "")
        self.inner[-1].children.append(node)
        if tag not in VOID:
            (self.inner if len(self.inner) <= self.deepest else self.loose).append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # The slash means nothing to a browser.
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if len(self.inner) > 1 and self.inner[-1].tag == tag:
            node = self.inner.pop()
            node.at = f"{node.at.partition('-')[0]}-{self.at.partition('-')[2]}"
        else:
            self.loose.append(Node(tag, at=self.place()))

    def handle_data(self, data: str) -> None:
        self.inner[-1].children.append(Text(data, self.at if "&" in self.rawdata else self.place_of(data)))

    def place_of(self, data: str) -> str:
        """Where the words that were just read stand."""
        start = self.place().partition("-")[0]
        line, column = map(int, start.split(":"))
        rest = data.rstrip("\n")
        last = rest.rpartition("\n")[2]
        return f"{start}-{line + rest.count(chr(10))}:{_bytes(last) if chr(10) in rest else column + _bytes(last) - 1}"


def _bytes(text: str) -> int:
    return len(text.encode())
