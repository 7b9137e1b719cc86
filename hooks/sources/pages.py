"""The pages of both languages as their editors wrote them."""

import datetime
import hashlib
import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from messages.locales import LOCALES, Locale, other
from sources.files import Unreadable, conflict_left, files_in
from sources.front_matter import is_day
from sources.quotation import first_not_closed

INDEX_NAMES = ("index", "README")
_OPENED = re.compile(r"-{3}[ \t]*\n[A-Za-z_]+:")
# Front matter that does not start with the page, or not with three plain dashes; a file may hold signs that nobody sees.
_NOTHING = " \t\u00a0\ufeff\u00ad\u200b\u200c\u200d\u200e\u200f\u2060"
_DASHES = re.compile(r"[-\u2010-\u2015\u2212]{1,8}")
_NAMED = re.compile(r"(?:title|description|updated) ?:", re.IGNORECASE)
_TIGHT = re.compile(r"[A-Za-z_]+:[^\s/]")


# The C library where there is one: the same language, read ten times as fast.
class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Reads front matter with days as the text that was typed, so that one that is none, 2026-02-30, can be reported."""

    yaml_implicit_resolvers = {
        letter: [(tag, form) for tag, form in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


_FRONT_MATTER = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*(?:\n|$)", re.DOTALL)


@dataclass(frozen=True)
class Page:
    """One Markdown file.

    `name` is its path within its language's folder, the same for both pages of
    a pair. `body_start` is where the Markdown starts in `text`. `unreadable`
    says why its text could not be read.
    """

    locale: Locale
    name: str
    text: str = ""
    front_matter: dict[str, Any] = field(default_factory=dict)
    body_start: int = 0
    unreadable: Unreadable | None = None

    @property
    def path(self) -> str:
        """The file, from the repository root."""
        return f"{self.locale.folder}/{self.name}"

    @property
    def counterpart(self) -> str:
        """The file that the other language has, or should have, from the repository root."""
        return f"{other(self.locale).folder}/{self.name}"

    @cached_property
    def key(self) -> str:
        """The fingerprint of all that stands in the file."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def title(self) -> str:
        """The title in the front matter, or ""."""
        return str(self.front_matter.get("title") or "").strip()

    def day(self, key: str) -> datetime.date | None:
        """The day of the calendar that a line of the front matter names."""
        written = str(self.front_matter.get(key))
        return datetime.date.fromisoformat(written) if is_day(written) else None

    @property
    def body(self) -> str:
        """The Markdown, without the front matter."""
        return self.text[self.body_start :]

    @property
    def is_held(self) -> bool:
        """Whether the page says that it is not ready to be published, and neither is its counterpart."""
        return "hold" in self.front_matter

    @property
    def is_index(self) -> bool:
        return PurePosixPath(self.name).stem in INDEX_NAMES

    def line_of(self, text: str) -> int:
        """The first line that holds `text`, or 1."""
        before, found, _ = self.text.partition(text)
        return before.count("\n") + 1 if found else 1


def read_pages(root: Path) -> list[Page]:
    """All pages of both languages below the repository root."""
    return [
        _read_page(path, locale, path.relative_to(root / locale.folder).as_posix())
        for locale in LOCALES
        for path in files_in(root / locale.folder)
        if path.suffix == ".md"
    ]


def _read_page(path: Path, locale: Locale, name: str) -> Page:
    try:
        # Universal newlines, and the mark that some editors put first, as MkDocs reads it.
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return Page(locale, name, unreadable=Unreadable("not_utf8", line))
    except OSError as error:
        return Page(locale, name, unreadable=Unreadable("page_not_opened", words=error.strerror or ""))
    return parse_page(locale, name, text)


def parse_page(locale: Locale, name: str, text: str) -> Page:
    """The page that a file with this text is, whichever way its lines end."""
    text = re.sub(r"\r\n?", "\n", text)
    if unreadable := conflict_left(text):
        return Page(locale, name, text, unreadable=unreadable)
    match = _FRONT_MATTER.match(text)
    if not match and _OPENED.match(text):
        return Page(locale, name, text, unreadable=Unreadable("front_matter_unreadable"))
    if not match:
        return Page(locale, name, text, unreadable=_astray(text))
    try:
        values = yaml.load(match[1], _Loader) or {}
        if not isinstance(values, dict):
            raise yaml.YAMLError
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        lines = match[1].splitlines()
        tight = next((at for at, each in enumerate(lines) if _TIGHT.match(each)), None)
        gave_up = mark.line if mark else 0
        line = 2 + next(at for at in (tight, first_not_closed(lines, gave_up), gave_up) if at is not None)
        words = text.splitlines()[min(line, text.count("\n")) - 1]
        return Page(locale, name, text, {}, match.end(), Unreadable("front_matter_unreadable", line, words.strip()))
    return Page(locale, name, text, values, match.end())


def _astray(text: str) -> Unreadable | None:
    """Where the lines with the title start that do not stand at the very top of a page, between two lines of three dashes."""
    lines = ((number, line.strip(_NOTHING)) for number, line in enumerate(text.split("\n"), 1))
    first, second, *_ = [*islice((line for line in lines if line[1]), 2), (1, ""), (1, "")]
    is_dashed = _DASHES.fullmatch(first[1]) and re.match("[A-Za-z_]+ ?:", second[1])
    return Unreadable("front_matter_astray", *first) if is_dashed or _NAMED.match(first[1]) or _NAMED.match(second[1]) else None
