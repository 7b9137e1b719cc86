"""Pages that are not ready, which are held back from what is published: whether they say why, and whether others name them."""

from messages.message import Message
from messages.problem import Problem
from sources.all_sources import Sources
from sources.leaflet import SIDES, leaflet_parts
from sources.links import target_name
from sources.settings import PATH


def hold_unclear(sources: Sources) -> list[Problem]:
    """Lines `hold:` without a reason, which nobody would know when to take out."""
    message, fix = (
        Message("This page is held back, and does not say why."),
        Message('write the reason, as in "hold: {reason}", or take the line out.', reason="…"),
    )
    return [
        Problem(page.path, page.line_of("hold:"), "hold_unclear", message, fix)
        for page in [*sources.pages, *sources.held]
        if page.is_held and not (isinstance(page.front_matter["hold"], str) and page.front_matter["hold"].strip())
    ]


def held_page_named(sources: Sources) -> list[Problem]:
    """Links and parts of the leaflet that name a page which is held back; menus leave it out by themselves."""
    held, settings = {page.name for page in sources.held}, sources.settings
    fix = Message('take it out, or take the line "hold:" out of that page.')
    problems = [
        Problem(path, link.line, "held_page_named", Message('The link to "{address}" leads to a page that is held back.', address=link.value), fix)
        for path, content in sources.contents.items()
        if not held.isdisjoint(content.targets)
        for link in content.elements("link")
        if target_name(link.value, content.page) in held
    ]
    for leaflet, side, entry in leaflet_parts(settings):
        if entry.partition("#")[0] not in held:
            continue
        message = Message('The {side} of the leaflet names "{entry}", which is held back.', side=SIDES[side], entry=entry)
        problems.append(Problem(PATH, settings.line(*leaflet.place, side, value=entry), "held_page_named", message, fix))
    return problems
