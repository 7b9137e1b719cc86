"""The problems of a page, shown on that page while somebody edits it."""

import re
from html import escape

from content import Content, Section
from problem import Problem


def with_problems(html: str, content: Content | None, problems: list[Problem], label: str) -> str:
    """A rendered page with each of its problems below the heading of its section; `label` introduces them.

    What belongs to no section, or to a page whose text cannot be read, stands at the top.
    """
    for problem in sorted(set(problems), reverse=True):
        section = content.section_at(problem.line) if content and problem.path == content.page.path else None
        at = _below_heading(html, section) if section else 0
        html = html[:at] + _note(problem, label) + html[at:]
    return html


def _below_heading(html: str, section: Section) -> int:
    heading = re.search(rf'<h{section.level}\b[^>]*\bid="{re.escape(section.anchor)}".*?</h{section.level}>', html, re.DOTALL)
    return heading.end() if section.anchor and heading else 0


def _note(problem: Problem, label: str) -> str:
    """One problem; messages are in English on either language's pages."""
    return (
        f'<aside class="problem"><p><strong>{escape(label)}</strong> <code>{escape(problem.path)}:{problem.line}</code></p>'
        f'<p lang="en">{escape(problem.message)} Fix: {escape(problem.fix)}</p></aside>'
    )
