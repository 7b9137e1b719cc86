"""Points that are none, or that stand beside the point that they belong below."""

import re
from collections.abc import Iterator

from guard.prose import joined, line_at, prose, short
from messages.message import Message
from messages.problem import Problem
from sources.content import Content
from sources.tree import Node, Text, line_of

# Points as people type them. In a paragraph they stand only where typed HTML keeps Markdown from them.
_POINT = re.compile(r"[-*+] \S")
# Points as people type them, which stay a part of the paragraph above: a list there starts with 1.
_NUMBERED = re.compile(r"\d{1,2}[.)] \S")
_TIGHT_POINT = re.compile(r"[-*+•][^\W\d_]")


def list_run_on(contents: dict[str, Content]) -> list[Problem]:
    """Points that became part of the paragraph above them, and points below points that did not go in."""
    return [Problem(content.page.path, line, "list_run_on", *told) for content in contents.values() for line, told in _false_points(content)]


def _false_points(content: Content) -> Iterator[tuple[int, tuple[Message, Message]]]:
    """The line of each point that is none, and what is said of it."""
    for pieces in prose(content):
        lines = [line.strip() for line in joined(pieces).split("\n")]
        for index, words in enumerate(lines):
            escaped = f"\\{words}" in content.page.text
            numbered = index and _NUMBERED.match(words) and (lines[index - 1].endswith(":") or _NUMBERED.match(lines[index - 1]))
            if words.startswith("•"):
                fix = Message('write "{right}" in place of "{sign}".', right="- ", sign="•")
            elif numbered or len(lines) > 1 and _TIGHT_POINT.match(words) or index and _POINT.match(words) and not escaped:
                fix = Message("put an empty line above the list, and a space after each - or number.")
            else:
                continue
            message = Message('"{words}" looks like the start of a list, and becomes part of the paragraph above it.', words=short(words))
            yield line_at(pieces, joined(pieces).find(words)), (message, fix)
            break
    for point, width in _points_beside(content):
        words = short(content.page.text.split("\n")[line_of(point.at) - 1])
        message = Message('"{words}" looks like a point below another point, and becomes one beside it.', words=words)
        yield line_of(point.at), (message, Message("put {number} spaces in front of it.", number=width))


def _points_beside(content: Content) -> Iterator[tuple[Node, int]]:
    """Each point that is indented and yet no part of the point above it, and how far it would have to be."""
    for parent in [content.tree.root, *content.nodes]:
        above: Node | None = None
        for child in parent.children:
            if isinstance(child, Node) and child.tag in ("ul", "ol"):
                for point in [point for point in child.children if isinstance(point, Node)]:
                    if above and column(point) > column(above):
                        yield point, column(_first(above)) - 1
                    else:
                        above = point
            elif isinstance(child, Node):
                above = None


def column(node: Node | Text) -> int:
    return int(node.at.partition("-")[0].partition(":")[2])


def _first(point: Node) -> Node | Text:
    """What stands first in a point, behind its marker."""
    return next((child for child in point.children if child.at), point)
