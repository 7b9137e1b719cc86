"""Whether the leaflet's parts are there, in both languages."""

from guard.differences import headings_differ
from guard.meant import Names
from messages.locales import LOCALES
from messages.message import Message, either
from messages.problem import Problem
from sources.all_sources import Sources
from sources.content import Content
from sources.leaflet import SIDES, heading_place, in_both, leaflet_entries, leaflet_parts
from sources.pairs import Pair, changed_sections
from sources.settings import PATH, Settings


def leaflet_part_missing(sources: Sources, contents: dict[str, Content]) -> list[Problem]:
    """Parts of the leaflet that name no page, or no heading of one; `contents` are the pages of which the headings can be told."""
    settings, names = sources.settings, Names(sources)
    problems = []
    for name, entry in leaflet_parts(settings):
        file, mark, anchor = entry.partition("#")
        both = in_both(file, contents)
        if len(both) < len(LOCALES) and any(page.name == file for page in [*sources.pages, *sources.held]):
            continue  # One is missing, cannot be read or is held back, which is told.
        if not both or mark and heading_place(anchor, both) is None:
            message = Message('The {side} of the leaflet names "{entry}", and there is no such page.', side=SIDES[name], entry=entry)
            fix = Message("take the line out, or write the name of a page that is there.")
            if meant := "" if both else names.meant(file):
                fix = Message('write "{entry}" instead.', entry=f"{meant}{mark}{anchor}")
            if both:
                fix = _other_headings(file, settings, both, sources.pairs.get(file))
                message = Message(
                    'The {side} of the leaflet names "{entry}", and there is no such heading "{heading}" in {path}.',
                    side=SIDES[name],
                    entry=entry,
                    heading=anchor,
                    path=both[0].page.path,
                )
            problems.append(_problem(settings, name, entry, message, fix))
    return problems


def _other_headings(file: str, settings: Settings, both: list[Content], pair: Pair | None) -> Message:
    """What is offered in the place of a heading that is not there: the one that has changed since, or those that the leaflet leaves out."""
    named = {entry for _, entry in leaflet_parts(settings)}
    left = {section.fingerprint: f"{file}#{section.anchor}" for section in both[0].sections[1:] if f"{file}#{section.anchor}" not in named}
    changed = [left[section.fingerprint] for section in changed_sections(pair) if section.fingerprint in left] if pair else []
    offered = changed if len(changed) == 1 else [*left.values()]
    if len(offered) == 1:
        return Message('write "{entry}" instead, or take the line out.', entry=offered[0])
    return (
        Message("write one of these instead, or take the line out: {entries}.", entries=either(offered)) if offered else Message("take the line out.")
    )


def leaflet_unclear(settings: Settings) -> list[Problem]:
    """A leaflet that has one side alone, or none that can be told: no leaflet would be made, and nothing said."""
    asked = settings.get("extra", "leaflet")
    lacking = [side for side in SIDES if not leaflet_entries(settings, side)]
    if not asked or not lacking or isinstance(asked, dict) and not any(asked.values()):
        return []
    message = Message("The leaflet has no pages for its {side}.", side=SIDES[lacking[0]])
    fix = Message(
        'write "{side}:" below "leaflet:", and below that each page on a line of its own, such as "- index.md"; or take the leaflet out.',
        side=lacking[0],
    )
    return [Problem(PATH, settings.line("extra", "leaflet"), "leaflet_unclear", message, fix)]


def leaflet_part_untold(pair: Pair, settings: Settings) -> list[Problem]:
    """Sections of the leaflet whose counterpart cannot be found, in a pair whose headings differ for good or for now."""
    page = pair.translation.page
    entries = [(name, entry) for name, entry in leaflet_parts(settings) if entry.startswith(f"{page.name}#")]
    # Few pages are named there, and which headings they have is asked of those alone.
    if not entries or not headings_differ(pair):
        return []
    fix = Message("give both the same headings, or name the whole page, without # and what follows it.")
    problems = []
    for name, entry in entries:
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
