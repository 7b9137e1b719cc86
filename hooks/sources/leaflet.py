"""The parts of pages that the leaflet is made of, as mkdocs.yml names them."""

from messages.locales import LOCALES
from messages.message import Message
from sources.content import Content
from sources.settings import Settings

SIDES = {"front": Message("front"), "back": Message("back")}


def in_both(file: str, contents: dict[str, Content]) -> list[Content]:
    """The page of that name in each language that has it."""
    paths = [f"{locale.folder}/{file}" for locale in LOCALES]
    return [contents[path] for path in paths if path in contents]


def heading_place(anchor: str, both: list[Content]) -> int | None:
    """The place of a heading, which may be named as either language has it."""
    return next((i for content in both for i, section in enumerate(content.sections) if section.anchor == anchor), None)


def has_leaflet(settings: Settings) -> bool:
    """Whether a leaflet is made: both sides of it name something."""
    return all(leaflet_entries(settings, side) for side in SIDES)


def leaflet_parts(settings: Settings) -> list[tuple[str, str]]:
    """Each part that mkdocs.yml names, with the side that it is of."""
    return [(side, entry) for side in SIDES for entry in leaflet_entries(settings, side)]


def leaflet_entries(settings: Settings, name: str) -> list[str]:
    entries = settings.get("extra", "leaflet", name)
    return [str(entry) for entry in entries] if isinstance(entries, list) else []
