"""Whether every page has its counterpart, in both directions."""

from difflib import get_close_matches

from messages.locales import ENGLISH, other
from messages.message import Message
from messages.problem import Problem
from sources.pages import Page


def missing_translation(pages: list[Page]) -> list[Problem]:
    """English pages that have no Welsh page."""
    return [_lacks_counterpart(page, pages, "missing_translation") for page in _single(pages) if page.locale is ENGLISH]


def orphan_translation(pages: list[Page]) -> list[Problem]:
    """Welsh pages that have no English page."""
    return [_lacks_counterpart(page, pages, "orphan_translation") for page in _single(pages) if page.locale is not ENGLISH]


def _single(pages: list[Page]) -> list[Page]:
    paths = {page.path for page in pages}
    return [page for page in pages if page.counterpart not in paths]


def _lacks_counterpart(page: Page, pages: list[Page], check: str) -> Problem:
    # A counterpart under a slightly different name is the likeliest slip.
    candidates = [single.path for single in _single(pages) if single.locale is not page.locale]
    near = get_close_matches(page.counterpart, candidates, n=1, cutoff=0.8)
    wanted = {"counterpart": page.counterpart, "language": other(page.locale).language, "path": page.path}
    fix = Message("add {counterpart} with the {language} text, or take {path} out too.", **wanted)
    if near:
        fix = Message(
            "if {near} is its {language} page, rename that file to {counterpart}. "
            "Otherwise add {counterpart} with the {language} text, or take {path} out too.",
            near=near[0],
            **wanted,
        )
    message = Message("This page has no Welsh page: there is no file {counterpart}.", counterpart=page.counterpart)
    if page.locale is not ENGLISH:
        message = Message("This page has no English page: there is no file {counterpart}.", counterpart=page.counterpart)
    return Problem(page.path, 1, check, message, fix)
