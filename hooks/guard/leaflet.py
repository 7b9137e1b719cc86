"""Whether the leaflet's parts are there, in both languages."""

from guard.differences import headings_differ
from messages.locales import LOCALES
from messages.message import Message
from messages.problem import Problem
from sources.content import Content
from sources.leaflet import SIDES, heading_place, in_both, leaflet_entries
from sources.pages import Page
from sources.pairs import Pair
from sources.settings import PATH, Settings


def leaflet_part_missing(settings: Settings, pages: list[Page], contents: dict[str, Content]) -> list[Problem]:
    """Parts of the leaflet that name no page, or no heading of one."""
    problems = []
    for name, entry in _entries(settings):
        file, mark, anchor = entry.partition("#")
        both = in_both(file, contents)
        if len(both) < len(LOCALES) and any(page.name == file for page in pages):
            continue  # One is missing or cannot be read, which is told.
        if not both or mark and heading_place(anchor, both) is None:
            message = Message('The {side} of the leaflet names "{entry}", and there is no such page.', side=SIDES[name], entry=entry)
            if both:
                message = Message(
                    'The {side} of the leaflet names "{entry}", and there is no such heading "{heading}" in {path}.',
                    side=SIDES[name],
                    entry=entry,
                    heading=anchor,
                    path=both[0].page.path,
                )
            fix = Message("write the name of a page, and after # the words of a heading in its address, or take the line out.")
            problems.append(_problem(settings, name, entry, message, fix))
    return problems


def leaflet_part_untold(pair: Pair, settings: Settings) -> list[Problem]:
    """Sections of the leaflet whose counterpart cannot be found, in a pair whose headings differ for good or for now."""
    if not headings_differ(pair):
        return []
    page = pair.translation.page
    fix = Message("give both the same headings, or name the whole page, without # and what follows it.")
    problems = []
    for name, entry in _entries(settings):
        if entry.startswith(f"{page.name}#"):
            message = Message(
                'The {side} of the leaflet names "{entry}", and {path} has other headings than {other_path}.',
                side=SIDES[name],
                entry=entry,
                path=page.path,
                other_path=pair.source.page.path,
            )
            problems.append(_problem(settings, name, entry, message, fix))
    return problems


def _problem(settings: Settings, name: str, entry: str, message: Message, fix: Message) -> Problem:
    return Problem(PATH, settings.line("extra", "leaflet", name, value=entry), "leaflet_part_missing", message, fix)


def _entries(settings: Settings) -> list[tuple[str, str]]:
    """Each part that mkdocs.yml names, with the side that it is of."""
    return [(side, entry) for side in SIDES for entry in leaflet_entries(settings, side)]
