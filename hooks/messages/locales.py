"""The two languages of the site: where their pages live and what messages call them."""

import datetime
from dataclasses import dataclass

from messages.message import Message


@dataclass(frozen=True, eq=False)  # There are two, and asking whether it is one of them should be quick.
class Locale:
    """One language of the site.

    `folder` holds its Markdown, from the repository root; `prefix` starts its
    addresses on the site; `language` is its name in messages; `months` are
    theirs from the first to the last.
    """

    code: str
    folder: str
    prefix: str
    language: Message
    months: tuple[str, ...]

    def long_day(self, day: datetime.date) -> str:
        """A day in words, such as 23 Tachwedd 2026."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"


_MONTHS = "January February March April May June July August September October November December"
_MISOEDD = "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr"
ENGLISH = Locale("en", folder="docs", prefix="", language=Message("English"), months=tuple(_MONTHS.split()))
WELSH = Locale("cy", folder="docs-cy", prefix="cy/", language=Message("Welsh"), months=tuple(_MISOEDD.split()))
LOCALES = (ENGLISH, WELSH)


def other(locale: Locale) -> Locale:
    """The language that a page of `locale` has its counterpart in."""
    return WELSH if locale is ENGLISH else ENGLISH
