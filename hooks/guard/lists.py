"""Points that are none, or that stand beside the point that they belong below."""

import re
from collections.abc import Iterator

from guard.prose import joined, line_at, prose
from messages.message import Message, short
from messages.problem import Problem
from sources.content import Content
from sources.tree import Node, Text, line_of, walk

# Points as people type them. In a paragraph they stand only where typed HTML keeps Markdown from them.
_POINT = re.compile(r"[-*+] \S")
# Points as people type them, which stay a part of the paragraph above: a list there starts with 1.
_NUMBERED = re.compile(r"\d{1,2}[.)] \S")
_TIGHT_POINT = re.compile(r"[-*+][^\W\d_]")
# What Word and its like put in front of a point: signs of no other use, and those that are one only where several lines have it.
_BULLET = re.compile(r"[•●○◦▪▫■□‣⁃∙·➢➤►❖\ue000-\uf8ff](?=\s|[^\W\d_])|o(?=[\t\xa0]|  )|-(?=[\xa0\t])|\d{1,2}[.)](?=[\xa0\t])")
_LABEL = re.compile(r"[–—§*✓✔](?=\s)|o(?= )|\(?(?:[a-z]|[ivx]{2,4}|\d{1,2})\)(?=\s)|(?:[ivx]{1,4}|[a-z])\.(?=\s)")
# What is one only within a paragraph, of which each line starts so: arrows and small pictures, 1 – and 2 –, 1.one and 2.two.
_LABEL_WITHIN = re.compile(r"[\u2190-\u21ff\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?(?=\s)|\d{1,2}[.)](?=[^\W\d])|\d{1,2} [–-](?= [^\W\d])")
# Points behind each other on one line, below what introduces them.
_POINTS_IN_A_ROW = re.compile(r":\s+([•●○▪▫■□➢➤])\s.*\s\1\s")
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii".split()


def list_run_on(contents: dict[str, Content]) -> list[Problem]:
    """Points that became part of the paragraph above them, and points below points that did not go in."""
    return [Problem(content.page.path, line, "list_run_on", *told) for content in contents.values() for line, told in _false_points(content)]


def _false_points(content: Content) -> Iterator[tuple[int, tuple[Message, Message]]]:
    """The line of each point that is none, and what is said of it."""
    above, starts, cells = "", *_first_words(content)
    for pieces in prose(content):
        if id(pieces[0]) in cells:
            continue  # A table has no other way to show points.
        lines = [line.strip() for line in joined(pieces).split("\n")]
        is_point = id(pieces[0]) in starts
        for index, words in enumerate(lines):
            before = lines[index - 1] if index else "" if is_point else above
            if told := _wrong_sign(words, before, index > 0) or _in_a_row(words) or _run_on(lines, index, content):
                yield line_at(pieces, joined(pieces).find(words)), told
                break
        above = lines[0]
    for point, width in _points_beside(content):
        words = short(content.page.text.split("\n")[line_of(point.at) - 1])
        message = Message('"{words}" looks like a point below another point, and becomes one beside it.', words=words)
        yield (
            line_of(point.at),
            (
                message,
                Message(
                    "put {number} spaces in front of it, or as many as stand in front of the point above if it belongs beside that.", number=width
                ),
            ),
        )


def _first_words(content: Content) -> tuple[set[int], set[int]]:
    """The first text of each point, and that of each cell of a table."""
    points, cells = set(), set()
    for node in content.nodes:
        if node.tag in ("li", "td", "th") and (text := next((each for each in walk(node) if isinstance(each, Text)), None)):
            (points if node.tag == "li" else cells).add(id(text))
    return points, cells


def _wrong_sign(words: str, above: str, is_within: bool) -> tuple[Message, Message] | None:
    """What is said of a line that starts with a sign that makes no point; some signs make one only where the line above has the like."""
    sign = _BULLET.match(words)
    for labels in (_LABEL, _LABEL_WITHIN)[: 1 + is_within]:
        if not sign and (label := labels.match(words)) and (before := labels.match(above)) and _follows(before[0], label[0]):
            sign = label
    if not sign:
        return None
    message = Message('"{words}" looks like a point of a list, and is a part of a paragraph.', words=short(words))
    if re.match(r"-|\d+[.)]", sign[0]):
        return message, Message("take out all that stands before the first word of the line, and type the sign and one space again.")
    right = "1. " if re.search(r"[a-z][.)]|\d", sign[0]) else "- "
    return message, Message('write "{right}" in place of "{sign}", and put an empty line above the list.', right=right, sign=sign[0])


def _in_a_row(words: str) -> tuple[Message, Message] | None:
    """What is said of a line that holds several points."""
    if not (found := _POINTS_IN_A_ROW.search(words)):
        return None
    message = Message('"{words}" looks like a point of a list, and is a part of a paragraph.', words=short(words[found.start(1) :]))
    return message, Message(
        'give each point a line of its own, with "- " in place of "{sign}", and put an empty line above the first.', sign=found[1]
    )


def _follows(before: str, label: str) -> bool:
    """Whether a label comes after another in a list: - after -, (b) after (a), ii. after i."""
    one, two = (re.sub(r"[()._ –-]", "", each) or each for each in (before, label))
    if re.sub(r"\w", "", before) != re.sub(r"\w", "", label):
        return False
    if one.isdigit() and two.isdigit():
        return int(two) == int(one) + 1
    if one in _ROMAN and two in _ROMAN and _ROMAN.index(two) == _ROMAN.index(one) + 1:
        return True
    return one == two if not one.isalpha() or one == "o" else len(one) == len(two) == 1 and ord(two) == ord(one) + 1


def _run_on(lines: list[str], index: int, content: Content) -> tuple[Message, Message] | None:
    """What is said of a line of a paragraph that looks like a point."""
    words = lines[index]
    numbered = index and _NUMBERED.match(words) and (lines[index - 1].endswith(":") or _NUMBERED.match(lines[index - 1]))
    tight = len(lines) > 1 and _TIGHT_POINT.match(words)
    if not (numbered or tight or index and _POINT.match(words) and f"\\{words}" not in content.page.text):
        return None
    message = Message('"{words}" looks like the start of a list, and becomes part of the paragraph above it.', words=short(words))
    return message, Message("put an empty line above the list, and a space after each - or number.")


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
