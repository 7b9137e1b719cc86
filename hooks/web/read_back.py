"""All checks of the built site together."""

from messages.problem import Problem
from sources.all_sources import Sources
from web.built import BuiltPage, page_not_built, told_once
from web.contact_block import contact_block_faults
from web.policy import policy_refused
from web.strangers import contact_unknown, known_to


def check_built(found: list[BuiltPage], sources: Sources, style: str, is_preview: bool, is_finished: bool) -> list[Problem]:
    """Everything wrong with the pages of a built site.

    `style` is the site's own stylesheet. A preview reloads pages by what the
    policy refuses; of a build that was broken off, pages are lacking.
    """
    faults, known = [], known_to(sources)
    for page in found:
        # What stands in the block itself is told as that.
        told = contact_block_faults(page, sources.contacts) or contact_unknown(page, known)
        faults += [(fault, page) for fault in told]
        if not is_preview:
            faults += [(fault, page) for fault in policy_refused(page, style)]
    problems = told_once(faults, found)
    return problems + page_not_built(sources.pages, found, sources.settings) if is_finished else problems
