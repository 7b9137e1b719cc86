"""Whether the headings of a page tell a reader, and a screen reader, what stands where."""

from itertools import zip_longest

from messages.message import Message
from messages.problem import Problem
from sources.content import Content, Section


def heading_missing(contents: dict[str, Content]) -> list[Problem]:
    """Pages without a main heading."""
    return [
        Problem(
            content.page.path,
            _first_line(content),
            "heading_missing",
            Message("This page has no main heading."),
            Message('write "# {title}" on a line of its own above the text.', title=content.page.title or "…"),
        )
        for content in contents.values()
        if not any(section.level == 1 for section in content.sections) and not _is_whole_page(content)
    ]


def heading_twice(contents: dict[str, Content]) -> list[Problem]:
    """Main headings after the first."""
    return [
        _problem(
            content,
            section,
            "heading_twice",
            Message('"{title}" is a second main heading.', title=section.title),
            Message('write it as "{heading}".', heading=f"## {section.title}"),
        )
        for content in contents.values()
        for section in [section for section in content.sections if section.level == 1][1:]
    ]


def heading_level_skipped(contents: dict[str, Content]) -> list[Problem]:
    """Headings more than one level below the one above them."""
    problems = []
    for content in contents.values():
        for above, section in zip(content.sections, content.sections[1:], strict=False):
            if above.level and section.level > above.level + 1:
                message = Message(
                    'The heading "{title}" has {level} signs #, and "{above}" above it has {level_above}.',
                    title=section.title,
                    level=section.level,
                    above=above.title,
                    level_above=above.level,
                )
                fix = Message('write it as "{heading}".', heading=f"{'#' * (above.level + 1)} {section.title}")
                problems.append(_problem(content, section, "heading_level_skipped", message, fix))
            elif not above.level and section.level > 1 and any(each.level == 1 for each in content.sections):
                message = Message('The heading "{title}" stands above the main heading.', title=section.title)
                problems.append(_problem(content, section, "heading_level_skipped", message, Message("move it below the main heading.")))
    return problems


def heading_empty(contents: dict[str, Content]) -> list[Problem]:
    """Headings without words, and headings with nothing below them."""
    problems = []
    for content in contents.values():
        for section, after in zip_longest(content.sections[1:], content.sections[2:]):
            if not section.title:
                message = Message("There is a heading without words.")
                fix = Message("write its words after the signs #, or take the line out.")
                problems.append(_problem(content, section, "heading_empty", message, fix))
            elif section.is_bare and (after is None or after.level <= section.level) and not _is_whole_page(content):
                message = Message('There is nothing below the heading "{title}".', title=section.title)
                fix = Message("write its text, or take the heading out.")
                problems.append(_problem(content, section, "heading_empty", message, fix))
    return problems


def page_empty(contents: dict[str, Content]) -> list[Problem]:
    """Pages without any text below their headings."""
    problems = []
    for content in contents.values():
        if _is_whole_page(content) and not content.tree.too_long:
            message, fix = Message("This page has no text."), Message("write it below the main heading.")
            if not content.page.text.strip():
                message = Message("There is nothing in this file.")
                fix = Message(
                    "write the page, or take it out in both languages: {path}, {counterpart}.",
                    path=content.page.path,
                    counterpart=content.page.counterpart,
                )
            problems.append(Problem(content.page.path, _first_line(content), "page_empty", message, fix))
    return problems


def _first_line(content: Content) -> int:
    """The line of the file on which the Markdown starts."""
    return content.page.text.count("\n", 0, content.page.body_start) + 1


def _is_whole_page(content: Content) -> bool:
    """Whether headings are all that a page has."""
    return all(section.is_bare for section in content.sections)


def _problem(content: Content, section: Section, check: str, message: Message, fix: Message) -> Problem:
    return Problem(content.page.path, section.line, check, message, fix)
