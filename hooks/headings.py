"""Whether the headings of a page tell a reader, and a screen reader, what stands where."""

from itertools import zip_longest

from content import Content, Section
from problem import Problem


def heading_missing(contents: dict[str, Content]) -> list[Problem]:
    """Pages without a main heading."""
    return [
        Problem(
            content.page.path,
            content.body_line,
            "heading_missing",
            "This page has no main heading.",
            f'write "# {content.page.title or "…"}" on a line of its own above the text.',
        )
        for content in contents.values()
        if not any(section.level == 1 for section in content.sections) and not _is_whole_page(content)
    ]


def heading_twice(contents: dict[str, Content]) -> list[Problem]:
    """Main headings after the first."""
    return [
        _problem(content, section, "heading_twice", f'"{section.title}" is a second main heading.', f'write it as "## {section.title}".')
        for content in contents.values()
        for section in [section for section in content.sections if section.level == 1][1:]
    ]


def heading_level_skipped(contents: dict[str, Content]) -> list[Problem]:
    """Headings more than one level below the one above them."""
    problems = []
    for content in contents.values():
        for above, section in zip(content.sections, content.sections[1:], strict=False):
            if above.level and section.level > above.level + 1:
                signs = "#" * (above.level + 1)
                message = f'The heading "{section.title}" has {section.level} signs #, and "{above.title}" above it has {above.level}.'
                problems.append(_problem(content, section, "heading_level_skipped", message, f'write it as "{signs} {section.title}".'))
            elif not above.level and section.level > 1 and any(each.level == 1 for each in content.sections):
                message = f'The heading "{section.title}" stands above the main heading.'
                problems.append(_problem(content, section, "heading_level_skipped", message, "move it below the main heading."))
    return problems


def heading_empty(contents: dict[str, Content]) -> list[Problem]:
    """Headings without words, and headings with nothing below them."""
    problems = []
    for content in contents.values():
        for section, after in zip_longest(content.sections[1:], content.sections[2:]):
            if not section.title:
                message, fix = "There is a heading without words.", "write its words after the signs #, or take the line out."
                problems.append(_problem(content, section, "heading_empty", message, fix))
            elif section.is_bare and (after is None or after.level <= section.level) and not _is_whole_page(content):
                message = f'There is nothing below the heading "{section.title}".'
                problems.append(_problem(content, section, "heading_empty", message, "write its text, or take the heading out."))
    return problems


def page_empty(contents: dict[str, Content]) -> list[Problem]:
    """Pages without any text below their headings."""
    return [
        Problem(content.page.path, content.body_line, "page_empty", "This page has no text.", "write it below the main heading.")
        for content in contents.values()
        if _is_whole_page(content)
    ]


def _is_whole_page(content: Content) -> bool:
    """Whether headings are all that a page has."""
    return all(section.is_bare for section in content.sections)


def _problem(content: Content, section: Section, check: str, message: str, fix: str) -> Problem:
    return Problem(content.page.path, content.line(section), check, message, fix)
