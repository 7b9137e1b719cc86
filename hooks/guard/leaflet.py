"""Whether leaflets have all that they are made of, and their parts are there, in both languages."""

from guard.differences import headings_differ
from guard.front_matter import MOST_LETTERS
from guard.meant import Names
from messages.locales import LOCALES
from messages.message import Message, either
from messages.problem import Problem
from sources.all_sources import Sources
from sources.content import Content
from sources.handouts import leaflet_addresses, page_handout_addresses
from sources.leaflet import FIRST, SIDES, Leaflet, asked_leaflets, heading_place, in_both, leaflet_parts, leaflets_in
from sources.pairs import Pair, changed_sections
from sources.settings import PATH, Settings


def leaflet_part_missing(sources: Sources, contents: dict[str, Content]) -> list[Problem]:
    """Parts of leaflets that name no page, or no heading of one; `contents` are the pages of which the headings can be told."""
    settings, names = sources.settings, Names(sources)
    problems = []
    for leaflet, name, entry in leaflet_parts(settings):
        file, mark, anchor = entry.partition("#")
        both = in_both(file, contents)
        if len(both) < len(LOCALES) and any(page.name == file for page in [*sources.pages, *sources.held]):
            continue  # One is missing, cannot be read or is held back, which is told.
        if not both or anchor and heading_place(anchor, both) is None:
            message = Message('The {side} of the leaflet names "{entry}", and there is no such page.', side=SIDES[name], entry=entry)
            fix = Message("take the line out, or write the name of a page that is there.")
            if meant := "" if both else names.meant(file):
                fix = Message('write "{entry}" instead.', entry=f"{meant}{mark}{anchor}")
            if both:
                fix = _other_headings(file, leaflet, both, sources.pairs.get(file))
                message = Message(
                    'The {side} of the leaflet names "{entry}", and there is no such heading "{heading}" in {path}.',
                    side=SIDES[name],
                    entry=entry,
                    heading=anchor,
                    path=both[0].page.path,
                )
            problems.append(_problem(settings, leaflet, name, entry, message, fix))
    return problems


def _other_headings(file: str, leaflet: Leaflet, both: list[Content], pair: Pair | None) -> Message:
    """What is offered in the place of a heading that is not there: the one that has changed since, or those that the leaflet leaves out."""
    named = {entry for _, entry in leaflet.parts}
    left = {section.fingerprint: f"{file}#{section.anchor}" for section in both[0].sections[1:] if f"{file}#{section.anchor}" not in named}
    changed = [left[section.fingerprint] for section in changed_sections(pair) if section.fingerprint in left] if pair else []
    offered = changed if len(changed) == 1 else [*left.values()]
    if len(offered) == 1:
        return Message('write "{entry}" instead, or take the line out.', entry=offered[0])
    return (
        Message("write one of these instead, or take the line out: {entries}.", entries=either(offered)) if offered else Message("take the line out.")
    )


def leaflet_part_twice(sources: Sources, contents: dict[str, Content]) -> list[Problem]:
    """Parts that a leaflet names a second time, by whichever of their names, or that come on the same side with another one."""
    problems, fix = [], Message("take one of the two entries out.")
    for leaflet in asked_leaflets(sources.settings):
        seen: list[tuple[str, str, set[tuple[str, str | int]]]] = []
        for side, number, entry in [(side, number, entry) for side, entries in leaflet.sides.items() for number, entry in enumerate(entries)]:
            brought, message = _brought(entry, contents), None
            if any(theirs == brought for _, _, theirs in seen):
                message = Message('The leaflet names "{entry}" a second time.', entry=entry)
            elif beside := next((each for there, each, theirs in seen if there == side and theirs & brought), None):
                message = Message('This side of the leaflet has some of "{entry}" already, by "{other}".', entry=entry, other=beside)
            if message:
                problems.append(Problem(PATH, sources.settings.line(*leaflet.place, side, number), "leaflet_part_twice", message, fix))
            seen.append((side, entry, brought))
    return problems


def _brought(entry: str, contents: dict[str, Content]) -> set[tuple[str, str | int]]:
    """The sections that a part puts on its side; of one that is not there its name."""
    file, _, anchor = entry.partition("#")
    both = in_both(file, contents)
    start, sections = heading_place(anchor, both), both[0].sections if both else []
    if start is None:
        return {(file, place) for place in range(len(sections))} if sections and not anchor else {(file, anchor)}
    end = next((place for place in range(start + 1, len(sections)) if sections[place].level <= sections[start].level), len(sections))
    return {(file, place) for place in range(start, end)}


def leaflet_unclear(settings: Settings) -> list[Problem]:
    """Leaflets with nothing on a side that is asked for, or without a title in each language: none would be made, or none that can be told."""
    problems = []
    for leaflet in asked_leaflets(settings):
        asked = leaflet.asked if isinstance(leaflet.asked, dict) else {}
        told = []
        for side in [side for side in SIDES if side not in leaflet.sides and (side == "front" or asked.get(side))]:
            message = Message("The leaflet has no pages for its {side}.", side=SIDES[side])
            fix = Message(
                'write "{side}:" in it, and below that each page on a line of its own, such as "- index.md"; or take the leaflet out.', side=side
            )
            told.append((message, fix))
        if leaflet.place != FIRST and not all(leaflet.files.values()):
            message = Message("The leaflet needs a title in each language.")
            fix = Message('write "title:" in it, and below that a line "en:" with the English title and a line "cy:" with the Welsh one.')
            told.append((message, fix))
        problems += [Problem(PATH, settings.line(*leaflet.place), "leaflet_unclear", message, fix) for message, fix in told]
    return problems


def leaflet_title_unusable(sources: Sources) -> list[Problem]:
    """Titles of leaflets that give them the files of another one or of a page's handout, or names that no disk can hold."""
    settings, taken = sources.settings, page_handout_addresses(sources)
    problems = []
    for leaflet in leaflets_in(settings):
        own, place = leaflet_addresses(leaflet, settings).keys(), (*leaflet.place, "title")
        longest = max(leaflet.titles, key=lambda locale: len(leaflet.titles[locale]))
        length, most = len(leaflet.titles[longest]), MOST_LETTERS["title"]
        if leaflet.place != FIRST and length > most:
            message = Message("The {name} has {length} letters, which is too long for a leaflet.", name="title", length=length)
            fix = Message("shorten it to {most} or fewer.", most=most)
            problems.append(Problem(PATH, settings.line(*place, longest.code), "leaflet_title_unusable", message, fix))
        elif both := own & taken:
            address = f"/{min(both, key=len)}"
            message = Message('The title makes "{address}" the address of this leaflet, and another leaflet or handout has it.', address=address)
            problems.append(Problem(PATH, settings.line(*place), "leaflet_title_unusable", message, Message("give it another title.")))
        taken |= own
    return problems


def leaflet_part_untold(pair: Pair, settings: Settings) -> list[Problem]:
    """Sections of leaflets whose counterpart cannot be found, in a pair whose headings differ for good or for now."""
    page = pair.translation.page
    parts = [(leaflet, name, entry) for leaflet, name, entry in leaflet_parts(settings) if entry.startswith(f"{page.name}#")]
    # Few pages are named there, and which headings they have is asked of those alone.
    if not parts or not headings_differ(pair):
        return []
    fix = Message("give both the same headings, or name the whole page, without # and what follows it.")
    problems = []
    for leaflet, name, entry in parts:
        message = Message(
            'The {side} of the leaflet names "{entry}", and {path} has other headings than {other_path}.',
            side=SIDES[name],
            entry=entry,
            path=page.path,
            other_path=pair.source.page.path,
        )
        problems.append(_problem(settings, leaflet, name, entry, message, fix))
    return problems


def _problem(settings: Settings, leaflet: Leaflet, name: str, entry: str, message: Message, fix: Message) -> Problem:
    return Problem(PATH, settings.line(*leaflet.place, name, value=entry), "leaflet_part_missing", message, fix)
