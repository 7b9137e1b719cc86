"""The problems of a page, shown on that page while somebody edits it."""

import logging
import os
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from messages.locales import LOCALES, Locale, other
from messages.problem import Problem
from sources.all_sources import Sources
from sources.content import Content, Section
from sources.pages import Page
from sources.reader import read_page
from sources.settings import PATH, read_settings

_HOOKS = Path(__file__).resolve().parent.parent
_STARTED = time.time()
# How the checks of mkdocs.yml start that concern every page.
_OF_EACH_PAGE = ("contact_", "settings_", "conflict_left")


def restart_with_new_code() -> None:
    """Start the preview anew when its own code has changed: Python would keep the old."""
    if any(path.stat().st_mtime > _STARTED for path in _HOOKS.rglob("*.py")):
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


def building_on(builder: Callable[..., None], load: Callable[[BinaryIO], Any], path: Path) -> Callable[[], None]:
    """What builds a preview anew: with the settings in the file at `path` or, while those stop it, with the last that did not.

    `load` reads settings from an open file.
    """
    last = path.read_bytes()

    def build() -> None:
        nonlocal last
        try:
            now = b"" if read_settings(path).unreadable else path.read_bytes()
            if now:
                builder()
                last = now
                return
        except OSError:
            raise
        except Exception as error:
            # The engine says in its own words, if the guard has none, why it takes no such settings.
            if now == last:
                raise
            logging.getLogger("mkdocs.hooks.preview").error("%s", error)
        file = BytesIO(last)
        file.name = str(path)
        builder(load(file))

    return build


def bodies_with_problems(bodies: dict[str, str], sources: Sources, problems: list[Problem]) -> dict[str, str]:
    """What each page says, by the path of its file, with its problems.

    What concerns every page, such as a wrong contact detail, is on each; what no page can show, such as an entry of the menu, on the home pages.
    """
    of_path = defaultdict(list)
    for problem in problems:
        of_path[problem.path].append(problem)
    of_each = [problem for problem in of_path[PATH] if problem.check.startswith(_OF_EACH_PAGE)]
    of_no_page = [problem for path in of_path.keys() - bodies.keys() for problem in of_path[path] if problem not in of_each]
    labels = {locale: sources.settings.words[locale].get("to_mend", "") for locale in LOCALES}
    shown = {}
    for page in sources.pages:
        found = of_path[page.path] + of_each + (of_no_page if sources.addresses[page.path] == page.locale.prefix else [])
        # Of a page whose front matter cannot be read, the text can.
        body = bodies[page.path] or read_page(replace(page, front_matter={})).html
        shown[page.path] = with_problems(body, page, sources.contents.get(page.path), found, labels[page.locale])
    return shown


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
    told = "".join(f'<p lang="{locale.code}">{"<br>".join(map(escape, problem.told((locale,))))}</p>' for locale in languages)
    return f'<aside class="problem"><p><strong>{escape(label)}</strong> <code>{escape(problem.path)}:{problem.line}</code> ({problem.check})</p>{told}</aside>'
