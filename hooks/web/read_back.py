"""All checks of the built site together."""

import hashlib
from functools import partial

from guard.contact import Known, known_to
from messages.problem import Problem
from sources.all_sources import Sources
from sources.memory import key_of
from web.built import BuiltPage, PageFault, page_not_built, told_once
from web.contact_block import contact_block_faults
from web.policy import policy_refused
from web.strangers import contact_unknown


def check_built(found: list[BuiltPage], sources: Sources, style: str, is_preview: bool, is_finished: bool, anew: bool = False) -> list[Problem]:
    """Everything wrong with the pages of a built site.

    `style` is the site's own stylesheet. A preview reloads pages by what the
    policy refuses; of a build that was broken off, pages are lacking. Pages that were
    found sound before, and are the same, are looked at again if that is to be done `anew`.
    """
    faults, known = [], known_to(sources)
    hang_on = key_of([*sources.contacts.values()], sorted(known.contacts), sorted(known.hosts), style, is_preview)
    for page in found:
        find = partial(_faults_of, page, sources, known, style, is_preview)
        content = sources.contents.get(page.source)
        if not content or not content.known("sound", lambda find=find: not find(), hang_on, hashlib.sha256(page.html).hexdigest(), anew=anew):
            faults += [(fault, page) for fault in find()]
    problems = told_once(faults, found)
    return problems + page_not_built(sources.pages, found, sources.settings) if is_finished else problems


def _faults_of(page: BuiltPage, sources: Sources, known: Known, style: str, is_preview: bool) -> set[PageFault]:
    # What stands in the block itself is told as that.
    told = contact_block_faults(page, sources.contacts) or contact_unknown(page, known)
    return told if is_preview else told | policy_refused(page, style)
