"""The leaflets that mkdocs.yml asks for, and the parts of pages that each is made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from messages.locales import LOCALES, Locale
from messages.message import Message, Wording
from sources.addresses import address_part
from sources.content import Content
from sources.settings import Settings, in_locale

SIDES = {"front": Message("front"), "back": Message("back")}
# Below the one stands the leaflet that has its title and the names of its files from the words of the interface, below the other any further ones.
FIRST, MORE = ("extra", "leaflet"), ("extra", "leaflets")


@dataclass(frozen=True)
class Leaflet:
    """What mkdocs.yml asks for at a `place`: titles and names of files by language, and what each side is made of.

    One that is made has a front; a back it may have.
    """

    place: tuple[str | int, ...]
    asked: Any
    titles: dict[Locale, str]
    files: dict[Locale, str]
    sides: dict[str, list[str]]

    @property
    def is_made(self) -> bool:
        return "front" in self.sides and all(self.files.values())

    @property
    def title(self) -> Wording:
        return Wording({locale.code: title for locale, title in self.titles.items()})

    @property
    def parts(self) -> list[tuple[str, str]]:
        """Each part that it names, with the side that it is of."""
        return [(side, entry) for side, entries in self.sides.items() for entry in entries]


def asked_leaflets(settings: Settings) -> Iterator[Leaflet]:
    """Each leaflet that mkdocs.yml asks for, also one that cannot be made as it is."""
    asked = settings.get(*FIRST)
    if any(asked.values()) if isinstance(asked, dict) else asked:
        words = settings.words
        titles, files = ({locale: words[locale].get(key, "") for locale in LOCALES} for key in ("leaflet_front", "leaflet_file"))
        yield Leaflet(FIRST, asked, titles, files, _sides(asked))
    more = settings.get(*MORE)
    for number, asked in enumerate(more if isinstance(more, list) else []):
        title = asked.get("title") if isinstance(asked, dict) else None
        # One for both languages would stand in the wrong one on one of the leaflets.
        titles = {locale: in_locale(title, locale) if isinstance(title, dict) else "" for locale in LOCALES}
        files = {locale: address_part(words) for locale, words in titles.items()}
        yield Leaflet((*MORE, number), asked, titles, files, _sides(asked))


def leaflets_in(settings: Settings) -> list[Leaflet]:
    """Each leaflet that can be made."""
    return [leaflet for leaflet in asked_leaflets(settings) if leaflet.is_made]


def leaflet_parts(settings: Settings) -> list[tuple[Leaflet, str, str]]:
    """Each part that a leaflet names, with the leaflet and the side that it is of."""
    return [(leaflet, side, entry) for leaflet in asked_leaflets(settings) for side, entry in leaflet.parts]


def _sides(asked: Any) -> dict[str, list[str]]:
    """What each side names; a side that names nothing is not there."""
    entries = {side: asked.get(side) if isinstance(asked, dict) else None for side in SIDES}
    return {side: [str(entry) for entry in named] for side, named in entries.items() if isinstance(named, list) and named}


def in_both(file: str, contents: dict[str, Content]) -> list[Content]:
    """The page of that name in each language that has it."""
    paths = [f"{locale.folder}/{file}" for locale in LOCALES]
    return [contents[path] for path in paths if path in contents]


def heading_place(anchor: str, both: list[Content]) -> int | None:
    """The place of a heading, which may be named as either language has it; None of no heading, and of one that is not there."""
    return next((i for content in both for i, section in enumerate(content.sections) if anchor and section.anchor == anchor), None)
