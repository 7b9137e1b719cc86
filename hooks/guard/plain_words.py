"""Words that are shown as they are typed, such as titles and names: signs of Markdown make nothing there."""

import re
from collections.abc import Iterable, Iterator

from messages.message import Message, short
from messages.problem import Problem
from sources.content import Content
from sources.front_matter import SHOWN
from sources.markdown import read_markdown
from sources.settings import PATH, Settings
from sources.tree import text_of

# Signs without which no words can be anything but plain.
_SIGN = re.compile(r"[*_`~<\[&\\]|^[#>|-]")
_NUMBER = re.compile(r"(\d+[.)]\s+|)(.*)")


def markup_in_page_header(content: Content) -> Iterator[Problem]:
    """Signs of Markdown in the title, the description and the last change of a page."""
    page = content.page
    for key in SHOWN:
        if isinstance(words := page.front_matter.get(key), str):
            yield from _told(page.path, [(page.line_of(f"{key}:"), words)])


def markup_in_settings(settings: Settings) -> list[Problem]:
    """Signs of Markdown in the names and the words of mkdocs.yml that stand on each page."""
    return [*_told(PATH, settings.shown)]


def _told(path: str, shown: Iterable[tuple[int, str]]) -> Iterator[Problem]:
    for line, words in shown:
        words = " ".join(words.split())
        if _SIGN.search(words) and (plain := _plain(words)) != words:
            message = Message('"{words}" shows signs of Markdown that readers would see.', words=short(words))
            fix = Message('write "{plain}": words of this line are shown as they are typed.', plain=plain)
            if not plain:
                fix = Message("write it in plain words: this line is shown as it is typed.")
            yield Problem(path, line, "markup_left", message, fix)


def _plain(words: str) -> str:
    """What a reader would get if these words were Markdown, without bold, links and the like; a number in front is no slip."""
    number, words = _NUMBER.match(words).groups()
    return number + " ".join(text_of(read_markdown(words).root).split())
