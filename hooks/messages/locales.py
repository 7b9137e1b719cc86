"""The two languages of the site: where their pages live and what messages call them."""

from dataclasses import dataclass

from messages.message import Message


@dataclass(frozen=True, eq=False)  # There are two, and asking whether it is one of them should be quick.
class Locale:
    """One language of the site.

    `folder` holds its Markdown, from the repository root; `prefix` starts its
    addresses on the site; `language` is its name in messages.
    """

    code: str
    folder: str
    prefix: str
    language: Message


ENGLISH = Locale("en", folder="docs", prefix="", language=Message("English"))
WELSH = Locale("cy", folder="docs-cy", prefix="cy/", language=Message("Welsh"))
LOCALES = (ENGLISH, WELSH)


def other(locale: Locale) -> Locale:
    """The language that a page of `locale` has its counterpart in."""
    return WELSH if locale is ENGLISH else ENGLISH
