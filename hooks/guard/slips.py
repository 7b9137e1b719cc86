"""Slips of the keyboard that a reader would see on the page, or for which a part of it is lost."""

import re
from collections.abc import Iterator

from messages.message import Message
from messages.problem import Problem
from sources.content import Content
from sources.markdown import ALERTS, MOST
from sources.tree import Node, Text, line_of, text_of

# Points as people type them. In a paragraph they stand only where typed HTML keeps Markdown from them.
_POINT = re.compile(r"[-*+] \S")
# Points as people type them, which stay a part of the paragraph above: a list there starts with 1.
_NUMBERED = re.compile(r"\d{1,2}[.)] \S")
_TIGHT_POINT = re.compile(r"[-*+•][^\W\d_]")
_WORDS = "TODO|TBC|TBD|TBA|FIXME|XXX+"
_ASKED = r"\[(?:insert|add|your|name|date|number|mewnosod|rhowch|ychwanegwch|eich|enw|dyddiad|rhif)\b[^\]]*\]"
_PLACEHOLDER = re.compile(rf"\b(?:{_WORDS})\b|(?<!^)\?\?\?|^\?\?\?(?!\+? ?\w)|\b[Ll]orem ipsum\b|{_ASKED}")
# A pattern whose letters come first passes most of a page by at once.
_LIKE_PLACEHOLDER = re.compile(rf"{_WORDS}|\?\?\?|orem ipsum|{_ASKED}")
_KINDS = ", ".join(f"[!{kind.upper()}]" for kind in ALERTS)
# Signs that Markdown turns into something else where they are complete, and signs of other kinds of Markdown: what none of
# them is without, which one look finds, then its pattern and what to type.
_SIGNS = [
    (
        "!!!",
        r"^\s*!!! ?\w",
        Message(
            "write {note} on a line of its own, and > in front of each line below it; a title is a first line in bold: {title}.",
            note="> [!NOTE]",
            title="> **…**",
        ),
    ),
    (
        "???",
        r"^\s*\?\?\?\+? ?\w",
        Message("write {form}; its title stands between <summary> and </summary>.", form="<details><summary>…</summary> … </details>"),
    ),
    (
        "[!",
        rf"(?i)\[!(?:{'|'.join(ALERTS)})\][ \t]*\S",
        Message("leave {note} alone on its line, and write the title in bold on a line of its own: {title}.", note="> [!NOTE]", title="> **…**"),
    ),
    (
        "[!",
        r"\[!\w+\]",
        Message("write one of {kinds}, at the start of a line with > in front, and not within a list or another quotation.", kinds=_KINDS),
    ),
    ("{", r"\{:?[^}\n]*\.card\b", Message('take it out, and write "cards: yes" between the two --- at the top of the page.')),
    (
        "{",
        r"\{:?[^}\n]*\bhreflang=",
        Message(
            "take it out: most links into the other language are marked by themselves. If the address does not tell, write {form}.",
            form='<a href="…" hreflang="cy">…</a>',
        ),
    ),
    ("{", r"\{:?[^}\n]*\blang=", Message("write {form} in place of the words and the sign.", form='<span lang="en">…</span>')),
    ("{", r"\{:?\s*#[\w-]+", Message("take {sign} out: a heading's own words name its place.", sign="{…}")),
    ("{", r"\{:?\s*\.[\w-]+|\{:|\{ ?[a-z-]+=", Message("take {sign} out.", sign="{…}")),
    ("===", r'^=== "', Message("write a heading in its place, and its text below without spaces in front.")),
    ("==", r"==\w[^=\n]*==", Message("write {form} in place of the signs.", form="<mark>…</mark>")),
    (":", r"(?<!\w):[a-z][a-z0-9_+-]+:(?!\w)", Message("type the sign that is meant, or take it out: its name is no picture here.")),
    ("][", r"\]\[[^\]\n]*\]", Message("write [words](page.md), with the address between the round brackets.")),
    ("*[", r"^\*\[[^\]\n]+\]:", Message("take the line out, and write what the letters stand for where they come first.")),
    ("\n: ", r"(?<=\S\n): {1,3}\S", Message("write {form} in place of the two lines.", form="- **…**: …")),
    ("[TOC]", r"^\[TOC\]\s*$", Message("take it out.")),
    ("[^", r"\[\^[^\]\s]+\]", Message("write {form} on a line of its own, and the note behind it.", form="[^1]:")),
    ("[", r"^\[[ xX]?\]", Message("write {form}, with one space between the brackets and one behind them.", form="- [ ] …")),
    ("#######", r"^#{7,}", Message("use six signs # or fewer.")),
    ("#", r"^#{1,6}\w", Message("put a space behind the signs #; if no heading is meant, write \\#.")),
    ("<!--", "<!--", Message("put --> behind it.")),
    ("<", r"</?(?:a|abbr|details|span|summary)\b", Message("close it with >, and put every value in it into quotation marks.")),
    ("|", r"-{3,}:?\s*\|", Message("give the second line of the table as many parts as the first: | --- | --- |.")),
    ("**", r"\*\*", Message("put ** right before and right after the words, or take it out.")),
    (
        "]",
        r"\] ?\((?=[\w./-]*\.md\b|https?:|mailto:|tel:|#)",
        Message("write [words](page.md), with nothing between the two kinds of brackets, and close both."),
    ),
    ("`", "`", Message("put ` before and after the words; if an apostrophe is meant, write ’.")),
]
_SIGNS = [(needed, re.compile(pattern, re.MULTILINE), fix) for needed, pattern, fix in _SIGNS]
_FOOTNOTE = re.compile(r"[ >]*\[\^[^\]\s]+\]:")


def list_run_on(contents: dict[str, Content]) -> list[Problem]:
    """Points that became part of the paragraph above them, and points below points that did not go in."""
    return [Problem(content.page.path, line, "list_run_on", *told) for content in contents.values() for line, told in _false_points(content)]


def _false_points(content: Content) -> Iterator[tuple[int, tuple[Message, Message]]]:
    """The line of each point that is none, and what is said of it."""
    for pieces in _prose(content):
        lines = [line.strip() for line in _joined(pieces).split("\n")]
        for index, words in enumerate(lines):
            escaped = f"\\{words}" in content.page.text
            numbered = index and _NUMBERED.match(words) and (lines[index - 1].endswith(":") or _NUMBERED.match(lines[index - 1]))
            if words.startswith("•"):
                fix = Message('write "{right}" in place of "{sign}".', right="- ", sign="•")
            elif numbered or len(lines) > 1 and _TIGHT_POINT.match(words) or index and _POINT.match(words) and not escaped:
                fix = Message("put an empty line above the list, and a space after each - or number.")
            else:
                continue
            message = Message('"{words}" looks like the start of a list, and becomes part of the paragraph above it.', words=_short(words))
            yield _line_at(pieces, _joined(pieces).find(words)), (message, fix)
            break
    for point, width in _points_beside(content):
        words = _short(content.page.text.split("\n")[line_of(point.at) - 1])
        message = Message('"{words}" looks like a point below another point, and becomes one beside it.', words=words)
        yield line_of(point.at), (message, Message("put {number} spaces in front of it.", number=width))


def _points_beside(content: Content) -> Iterator[tuple[Node, int]]:
    """Each point that is indented and yet no part of the point above it, and how far it would have to be."""
    for parent in [content.tree.root, *content.nodes]:
        above: Node | None = None
        for child in parent.children:
            if isinstance(child, Node) and child.tag in ("ul", "ol"):
                for point in [point for point in child.children if isinstance(point, Node)]:
                    if above and _column(point) > _column(above):
                        yield point, _column(_first(above)) - 1
                    else:
                        above = point
            elif isinstance(child, Node):
                above = None


def _column(node: Node | Text) -> int:
    return int(node.at.partition("-")[0].partition(":")[2])


def _first(point: Node) -> Node | Text:
    """What stands first in a point, behind its marker."""
    return next((child for child in point.children if child.at), point)


def markup_left(contents: dict[str, Content]) -> list[Problem]:
    """Signs that were to make a note, a table or a link, and stand on the page as they are."""
    return [
        Problem(
            content.page.path,
            number,
            "markup_left",
            Message('"{words}" shows signs of Markdown that readers would see.', words=_short(line)),
            fix,
        )
        for content in contents.values()
        for number, line, fix in _signs_left(content)
    ]


def _signs_left(content: Content) -> Iterator[tuple[int, str, Message]]:
    """The first line of each paragraph on which a sign stands that is meant to be one, and what completes it: code is not, nor what is escaped."""
    lines = content.page.text.split("\n")
    for pieces in _prose(content):
        text = _joined(pieces)
        found = [
            (sign.start(), index, sign) for index, (needed, pattern, _) in enumerate(_SIGNS) if needed in text for sign in pattern.finditer(text)
        ]
        for start, index, sign in sorted(found):
            number = _line_at(pieces, start)
            if f"\\{sign[0].strip()[0]}" not in lines[number - 1]:
                line = text[text.rfind("\n", 0, sign.end()) + 1 :].partition("\n")[0]
                yield number, line.strip(), _SIGNS[index][2]
                break


def _prose(content: Content) -> Iterator[list[Text]]:
    """The texts of each paragraph, point, heading and cell, without those that are code."""
    code = {id(text) for node in content.nodes if node.tag == "code" for text in node.children}
    for section in content.sections:
        for unit in section.units:
            if pieces := [piece for piece in unit if id(piece) not in code]:
                yield pieces


def _joined(pieces: list[Text]) -> str:
    return "".join([piece.text for piece in pieces])


def _line_at(pieces: list[Text], offset: int) -> int:
    """The line of the file on which a letter of some texts stands."""
    for piece in pieces:
        if offset < len(piece.text):
            return line_of(piece.at) + piece.text.count("\n", 0, offset) + (piece.text[: offset + 1] == "\n")
        offset -= len(piece.text)
    return line_of(pieces[-1].at)


def note_empty(contents: dict[str, Content]) -> list[Problem]:
    """Notes whose text did not go in, because nothing stands in front of it."""
    message, fix = Message("There is no text in this note."), Message("put > in front of each line of its text.")
    return [
        Problem(content.page.path, line_of(node.at), "note_empty", message, fix)
        for content in contents.values()
        for node in content.nodes
        if node.attributes.get("class", "").startswith("admonition ") and not node.children
    ]


def footnote_unused(contents: dict[str, Content]) -> list[Problem]:
    """Footnotes that no place of the page names, so that no reader gets them."""
    message = Message("No place of the page names this footnote, so nobody sees it.")
    fix = Message("write its sign, such as [^1], where it belongs, or take it out.")
    problems = []
    for content in contents.values():
        if "[^" not in content.page.body:
            continue
        shown = {line_of(node.at) for node in content.nodes if node.attributes.get("id", "").startswith("fn-")}
        code = [node.at for node in content.nodes if node.tag == "pre"]
        for number, line in enumerate(content.page.text.split("\n"), 1):
            if _FOOTNOTE.match(line) and number not in shown and not any(_holds(at, number) for at in code):
                problems.append(Problem(content.page.path, number, "footnote_unused", message, fix))
    return problems


def _holds(at: str, line: int) -> bool:
    start, _, end = at.partition("-")
    return line_of(start) <= line <= line_of(end)


def text_indented(contents: dict[str, Content]) -> list[Problem]:
    """Paragraphs that become code, because four spaces stand in front of them."""
    problems = []
    for content in contents.values():
        lines = content.page.text.split("\n")
        for node in content.nodes:
            if node.tag == "pre" and node.at and lines[line_of(node.at) - 1][_column(node) - 1 :].lstrip()[:3] not in ("```", "~~~"):
                message = Message('"{words}" is shown as a program\'s code, because of the spaces in front of it.', words=_short(text_of(node)))
                fix = Message("take the spaces out; below a point, put as many as stand in front of its words.")
                problems.append(Problem(content.page.path, line_of(node.at), "text_indented", message, fix))
    return problems


def nested_too_deep(contents: dict[str, Content]) -> list[Problem]:
    """Points below points, or quotations in quotations, that go on without end."""
    message = Message("This goes too deep: point below point, or > behind >.")
    fix = Message("take it out, or write it in fewer steps.")
    return [
        Problem(content.page.path, line_of(content.tree.too_deep), "nested_too_deep", message, fix)
        for content in contents.values()
        if content.tree.too_deep
    ]


def page_too_long(contents: dict[str, Content]) -> list[Problem]:
    """Pages of so many parts that nobody could read them, nor a browser show them well."""
    message = Message("This page has more than {number} points, headings, links and the like.", number=MOST)
    fix = Message("make several pages of it.")
    return [Problem(content.page.path, 1, "page_too_long", message, fix) for content in contents.values() if content.tree.too_long]


def placeholder_left(contents: dict[str, Content]) -> list[Problem]:
    """Words that stand for a text still to be written."""
    return [
        Problem(
            content.page.path,
            passage.line_of(placeholder[0]),
            "placeholder_left",
            Message('"{words}" stands where a text is still to be written.', words=placeholder[0]),
            Message("write the text, or take the passage out."),
        )
        for content in contents.values()
        if _LIKE_PLACEHOLDER.search(content.page.text)
        for section in content.sections
        for passage in section.passages
        for placeholder in [_PLACEHOLDER.search(passage)]
        if placeholder
    ]


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")
