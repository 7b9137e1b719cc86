"""The problems of a page, shown on that page while somebody edits it."""

import re
from html import escape

from content import Content, Section
from locales import Locale, other
from pages import Page
from problem import Problem


def with_problems(html: str, page: Page, content: Content | None, problems: list[Problem], label: str) -> str:
    """A rendered page with each of its problems below the heading of its section; `label` introduces them.

    What belongs to no section, or to a page whose text cannot be read, stands at the top. The page's own are
    told in its language, those that no page can show in both.
    """
    for problem in sorted(set(problems), reverse=True):
        section = content.section_at(problem.line) if content and problem.path == page.path else None
        at = _below_heading(html, section) if section else 0
        languages = (page.locale,) if problem.path == page.path else (page.locale, other(page.locale))
        html = html[:at] + _note(problem, label, languages) + html[at:]
    return html


def _below_heading(html: str, section: Section) -> int:
    heading = re.search(rf'<h{section.level}\b[^>]*\bid="{re.escape(section.anchor)}".*?</h{section.level}>', html, re.DOTALL)
    return heading.end() if section.anchor and heading else 0


def _note(problem: Problem, label: str, languages: tuple[Locale, ...]) -> str:
    told = "".join(f'<p lang="{locale.code}">{escape(" ".join(problem.told((locale,))))}</p>' for locale in languages)
    return f'<aside class="problem"><p><strong>{escape(label)}</strong> <code>{escape(problem.path)}:{problem.line}</code></p>{told}</aside>'
