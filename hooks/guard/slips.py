"""Slips of the keyboard that a reader would see on the page."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from messages.message import Message
from messages.problem import Problem
from sources.content import Content, Section

# A point as people type it. Python-Markdown makes a list of it only after an empty line.
_POINT = re.compile(r"(?:[-*+•] |1[.)] )\S")
_TIGHT_POINT = re.compile(r"[-*+•][^\W\d_]")
# Most paragraphs hold nothing like it, and one search tells.
_LIKE_POINTS = re.compile(r"(?m)^\s*(?:[-*+•]|1[.)])")
_WORDS = "TODO|TBC|TBD|TBA|FIXME|XXX+"
_ASKED = r"\[(?:insert|add|your|name|date|number|mewnosod|rhowch|ychwanegwch|eich|enw|dyddiad|rhif)\b[^\]]*\]"
_PLACEHOLDER = re.compile(rf"\b(?:{_WORDS})\b|\?\?\?|\b[Ll]orem ipsum\b|{_ASKED}")
# A pattern whose letters come first passes most of a page by at once.
_LIKE_PLACEHOLDER = re.compile(rf"{_WORDS}|\?\?\?|orem ipsum|{_ASKED}")
# Signs that Markdown turns into something else where they are complete, and what completes them.
_SIGNS = {
    r"^\s*!!!": Message("write {note} on a line of its own, and four spaces in front of each line below it.", note='!!! note "…"'),
    r"-{3,}:?\s*\|": Message("give the second line of the table as many parts as the first: | --- | --- |."),
    r"\*\*": Message("put ** right before and right after the words, or take it out."),
    r"\] ?\((?=[\w./-]*\.md\b|https?:|mailto:|tel:|#)": Message(
        "write [words](page.md), with nothing between the two kinds of brackets, and close both."
    ),
    r"\{:": Message("write {sign} right behind what it belongs to, and close it, or take it out.", sign='{: lang="en" }'),
    "`": Message("put ` before and after the words; if an apostrophe is meant, write ’."),
}
_SIGN = re.compile("|".join(f"({sign})" for sign in _SIGNS), re.MULTILINE)
_NOTE = re.compile(r"\s*!!! ?\w")
_MARKER = re.compile(r"( *)(?:[-*+]|\d+\.) +\S")


def list_run_on(contents: dict[str, Content]) -> list[Problem]:
    """Points that became part of the paragraph above them, and points below points that did not go in."""
    problems = []
    for content in contents.values():
        for number, line, after in _false_points(content):
            if after == "paragraph":
                message = Message('"{words}" looks like the start of a list, and becomes part of the paragraph above it.', words=_short(line))
                fix = Message("put an empty line above the list, and a space after each - or number.")
            else:
                message = Message('"{words}" looks like a point below another point, and becomes one beside it.', words=_short(line))
                fix = Message("put four spaces in front of it.")
            problems.append(Problem(content.page.path, number, "list_run_on", message, fix))
    return problems


def _false_points(content: Content) -> Iterator[tuple[int, str, str]]:
    """Number and words of each line that looks like a point and is none, and what it stands in."""
    for section in content.sections:
        for paragraph in section.paragraphs:
            if not _LIKE_POINTS.search(paragraph):
                continue
            lines = [line.strip() for line in paragraph.strip().split("\n")]
            points = [line for i, line in enumerate(lines) if line.startswith("•") or i and _POINT.match(line)]
            tight = [line for i, line in enumerate(lines) if (i or len(lines) > 1) and _TIGHT_POINT.match(line)]
            for first in (points or tight)[:1]:
                yield content.line(section, first), first, "paragraph"
    above, fenced = None, False
    for number, line in enumerate(content.page.body.split("\n"), content.body_line):
        fenced ^= line.startswith(("```", "~~~"))
        marker = _MARKER.match(line)
        if marker and not fenced:
            indent = len(marker[1])
            if above is not None and 0 < indent - above < 4:
                yield number, line.strip(), "point"
            else:
                above = indent
        elif line and not line.startswith(" "):
            above = None


def markup_left(contents: dict[str, Content]) -> list[Problem]:
    """Signs of Markdown that were to make a note, a table or a link, and stand on the page as they are."""
    return [
        Problem(
            content.page.path,
            content.line(section, line),
            "markup_left",
            Message('"{words}" shows signs of Markdown that readers would see.', words=_short(line)),
            fix,
        )
        for content in contents.values()
        for section, line, fix in _signs_left(content)
    ]


def _signs_left(content: Content) -> Iterator[tuple[Section, str, Message]]:
    """The first line of each paragraph on which a sign stands that is meant to be one, and what completes it: code is not, nor what is escaped."""
    # Most paragraphs hold none, and only of one that does it matters which code the page has.
    found = [(section, paragraph) for section in content.sections for paragraph in section.paragraphs if _SIGN.search(paragraph)]
    code = [node.text() for node in LexborHTMLParser(content.html).css("code")] if found else []
    for section, paragraph in found:
        for text in code:
            paragraph = paragraph.replace(text, " ")
        sign = _SIGN.search(paragraph)
        if sign and f"\\{sign[0].strip()[0]}" not in content.page.body:
            start = paragraph.rfind("\n", 0, sign.end()) + 1
            yield section, paragraph[start:].partition("\n")[0].strip(), list(_SIGNS.values())[sign.lastindex - 1]


def note_empty(contents: dict[str, Content]) -> list[Problem]:
    """Notes whose text did not go in, because nothing stands in front of it."""
    problems = []
    for content in contents.values():
        if "admonition" not in content.html:
            continue
        notes = LexborHTMLParser(content.html).css("div.admonition")
        lines = [number for number, line in enumerate(content.page.text.split("\n"), 1) if _NOTE.match(line)]
        for note, line in zip(notes, lines, strict=False):
            if not note.css("div > :not(.admonition-title)"):
                message, fix = Message("There is no text in this note."), Message("put four spaces in front of each line of its text.")
                problems.append(Problem(content.page.path, line, "note_empty", message, fix))
    return problems


def placeholder_left(contents: dict[str, Content]) -> list[Problem]:
    """Words that stand for a text still to be written."""
    return [
        Problem(
            content.page.path,
            content.line(section, passage),
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
