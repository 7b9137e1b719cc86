"""Slips of the keyboard for which a part of a page is lost, or shown as something else."""

import re

from guard.lists import column
from messages.message import Message, short
from messages.problem import Problem
from sources.content import Content
from sources.markdown import MOST
from sources.tree import Node, Text, line_of, text_of, walk

# A sign | that ends a cell; one with \ before it is a sign of the words.
_CELL_ENDS = re.compile(r"(?<!\\)\|")
_FENCE = re.compile(r"`{3,}|~{3,}")
_FOOTNOTE = re.compile(r"[ >]*\[\^[^\]\s]+\]:")


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
            if node.tag == "pre" and node.at and lines[line_of(node.at) - 1][column(node) - 1 :].lstrip()[:3] not in ("```", "~~~"):
                message = Message('"{words}" is shown as a program\'s code, because of the spaces in front of it.', words=short(text_of(node)))
                fix = Message("take the spaces out; below a point, put as many as stand in front of its words.")
                problems.append(Problem(content.page.path, line_of(node.at), "text_indented", message, fix))
    return problems


def code_not_closed(contents: dict[str, Content]) -> list[Problem]:
    """Code that is opened and not closed, so that all that follows is code."""
    problems = []
    for content in contents.values():
        lines = content.page.text.split("\n")
        for node in [node for node in content.nodes if node.tag == "pre" and node.at]:
            start, _, end = node.at.partition("-")
            first, last = (lines[min(line_of(place), len(lines)) - 1].strip("> \t") for place in (start, end))
            if (fence := _FENCE.match(first)) and (line_of(start) == line_of(end) or not re.fullmatch(rf"{fence[0]}[`~]*", last)):
                message = Message("The code that starts here with {fence} is not closed, so all that follows is code.", fence=fence[0])
                fix = Message("write {fence} on a line of its own behind the code, or take it out here.", fence=fence[0])
                problems.append(Problem(content.page.path, line_of(start), "markup_not_closed", message, fix))
    return problems


def table_cells_lost(contents: dict[str, Content]) -> list[Problem]:
    """Rows of a table with more cells than its first row: what stands in those is lost."""
    fix = Message("give the first row as many cells, or take the sign | out of the words: write \\| where it is meant.")
    problems = []
    for content in contents.values():
        lines = content.page.text.split("\n")
        for table in [node for node in content.nodes if node.tag == "table"]:
            rows = [node for node in walk(table) if isinstance(node, Node) and node.tag == "tr"]
            first, *others = [(row, len(_CELL_ENDS.findall(_row(lines, row)))) for row in rows]
            for row, _ in [(row, ends) for row, ends in others if ends > first[1]][:1]:
                message = Message('"{words}" has more cells than the first row of its table, so readers lose some.', words=short(_row(lines, row)))
                problems.append(Problem(content.page.path, line_of(row.at), "table_cells_lost", message, fix))
    return problems


def _row(lines: list[str], row: Node) -> str:
    """A row as it is typed, without the signs at its ends, which may be left out."""
    return lines[line_of(row.at) - 1].lstrip(" >").strip().removeprefix("|").removesuffix("|")


def heading_in_bold(contents: dict[str, Content]) -> list[Problem]:
    """Bold words in the place of a heading, which neither lists of headings nor screen readers take for one."""
    fix = Message("write ## in front of the words in place of ** around them; if no heading is meant, end them with a full stop.")
    problems = []
    for content in contents.values():
        children = [node for node in content.tree.root.children if isinstance(node, Node)]
        for node, after in zip(children, children[1:], strict=False):
            if node.tag == "p" and after.tag in ("p", "ul", "ol", "table") and _is_bold(node):
                message = Message('"{words}" stands in bold where a heading belongs.', words=short(text_of(node)))
                problems.append(Problem(content.page.path, line_of(node.at), "heading_in_bold", message, fix))
    return problems


def _is_bold(node: Node) -> bool:
    """Whether a paragraph is nothing but a few bold words that end no sentence."""
    inner = [child for child in node.children if not isinstance(child, Text) or child.text.strip()]
    words = text_of(node).strip()
    while len(inner) == 1 and isinstance(inner[0], Node) and inner[0].tag == "em":
        inner = inner[0].children
    return len(inner) == 1 and isinstance(inner[0], Node) and inner[0].tag == "strong" and words[-1:] not in ".!?…" and len(words.split()) <= 10


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
