"""Slips of the keyboard for which a part of a page is lost, or shown as something else."""

import re

from guard.lists import column
from guard.prose import short
from messages.message import Message
from messages.problem import Problem
from sources.content import Content
from sources.markdown import MOST
from sources.tree import line_of, text_of

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
