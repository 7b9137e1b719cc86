"""Whether every address that was ever published leads somewhere, and what the lines `formerly:` say of that."""

from collections import Counter
from difflib import get_close_matches

from messages.locales import LOCALES, other
from messages.message import Message
from messages.problem import Problem
from sources.files import address_of_file, is_file, paths_at
from sources.formerly import Claim
from sources.handouts import handout_addresses
from sources.pages import Page
from sources.succession import Succession, locale_at, words_of

# Where a build puts files of its own.
_OWN = ("assets/", "pagefind/", "404.html", "offline.html")


def history_missing(found: Succession) -> Message | None:
    """What is said once where git does not know all that was published before."""
    if found.revision and found.revision.is_whole:
        return None
    return Message(
        "This copy of the project lacks the history of the pages: the guard cannot tell here which addresses were published before. "
        'Only those that a line "formerly:" names lead on.'
    )


def address_lost(found: Succession) -> list[Problem]:
    """Pages that were published, that are gone, and whose readers no page of today gets, once for both languages."""
    # A name that is nearly right is told where it stands.
    meant = {_meant(claim, found) for claim in found.claims}
    return [_lost(name, found) for name in _lost_names(found) if name not in meant]


def file_lost(found: Succession) -> list[Problem]:
    """Files to keep that were published, that are gone, and whose readers get neither another one nor a page."""
    return [_lost_file(path, f"/{address_of_file(path)}") for path in found.lost_files]


def _lost_file(path: str, address: str) -> Problem:
    message = Message('"{name}" was published at {addresses}. Whoever has that on paper would find nothing there now.', name=path, addresses=address)
    fix = Message(
        'give the file that takes its place the same name, or write "formerly: {address}" between the two --- of the page in {folder}/ that its readers are to get.',
        address=address,
        folder=path.partition("/")[0],
    )
    return Problem(path, 1, "address_lost", message, fix)


def _lost_names(found: Succession) -> list[str]:
    """The pages that both languages have lost; that one has it alone is told as that."""
    there = {page.name for page in found.sources.pages}
    return [name for name in dict.fromkeys(path.partition("/")[2] for path in found.lost) if name not in there]


def _lost(name: str, found: Succession) -> Problem:
    paths = [path for locale in LOCALES if (path := f"{locale.folder}/{name}") in found.lost]
    addresses = ", ".join(f"/{address}" for path in paths for address in found.lost[path])
    message = Message(
        '"{name}" was published at {addresses}. Whoever has that on paper would find nothing there now.', name=name, addresses=addresses
    )
    fix = Message('write "formerly: {name}" between the two --- of the page that its readers are to get.', name=name)
    if near := next(filter(None, (_nearest(found.past.last[path], found) for path in paths)), None):
        fix = Message(
            'write "formerly: {name}" between the two --- of {near}, which says most of the same, or of another page that its readers are to get.',
            name=name,
            near=near,
        )
    return Problem(paths[0], 1, "address_lost", message, fix)


def _nearest(was: Page, found: Succession) -> str | None:
    """The page of today that shares most of its words with one that is gone, if it shares half of them."""
    words = _counted(was)
    shared = {
        page.path: 2 * (words & (now := _counted(page))).total() / max(1, words.total() + now.total())
        for page in found.sources.pages
        if page.locale is was.locale
    }
    near = max(shared, key=shared.__getitem__, default=None)
    return near if near and shared[near] >= 0.5 else None


def _counted(page: Page) -> Counter[str]:
    return Counter(words_of(page).lower().split())


def formerly_unclear(found: Succession) -> list[Problem]:
    """Lines `formerly:` that name nothing that went, or what another page takes over, too."""
    problems = []
    first: dict[tuple[str, str | None], Claim] = {}
    for claim in found.claims:
        page, earlier = claim.page, first.setdefault((claim.name, claim.address), claim)
        told = _unusable(claim) or _unknown(claim, found) or _still_there(claim, found)
        if not told and earlier.page.name != page.name:
            message = Message('Both this page and {path} take over "{name}".', path=earlier.page.path, name=claim.typed)
            told = message, Message("take it out of one of the two.")
        if told:
            problems.append(Problem(page.path, page.line_of("formerly:"), "formerly_unclear", *told))
    return problems


def _unusable(claim: Claim) -> tuple[Message, Message] | None:
    """What is told of an entry that is no name and no address, or one of the other language."""
    page, address = claim.page, claim.address
    if not claim.name and (address is None or address.startswith(_OWN)):
        message = Message('"{name}" is neither the name of a page nor an address of this site.', name=claim.typed)
        names = {"name": "sleep.md", "address": f"/{page.locale.prefix}sleep/"}
        return message, Message('write the name that the file had, as in "formerly: {name}", or its address, as in "formerly: {address}".', **names)
    if address is not None and locale_at(address) is not page.locale:
        message = Message('"{name}" is an address of the {language} pages.', name=claim.typed, language=other(page.locale).language)
        return message, Message("write it between the two --- of {path} instead.", path=page.counterpart)
    return None


def _unknown(claim: Claim, found: Succession) -> tuple[Message, Message] | None:
    """What is told of the name of a page that git, where it knows all that was before, knows nothing of."""
    there = {page.name for page in found.sources.pages}
    if not claim.name or claim.name in there or found.knows(claim.name) or not (found.past.arrivals and found.revision.is_whole):
        return None
    fix = Message('take it out of the line "formerly:".')
    if near := _meant(claim, found):
        fix = Message('write "{name}" instead.', name=near)
    return Message('"{name}" was never a page of this site.', name=claim.typed), fix


def _meant(claim: Claim, found: Succession) -> str | None:
    """The lost page whose name a claim nearly has."""
    return next(iter(get_close_matches(claim.name, _lost_names(found), n=1)), None)


def _still_there(claim: Claim, found: Succession) -> tuple[Message, Message] | None:
    """What is told of a page that is there still, the page itself among them."""
    page = claim.page
    if claim.name:
        path = next((each.path for each in found.sources.pages if each.name == claim.name), None)
    else:
        path = found.page_at(claim.address) or _file_at(claim.address, found)
    if path is None:
        return None
    message = Message('"{name}" is there still: {path}.', name=claim.typed, path=path)
    if path in (page.path, page.counterpart):
        message = Message('"{name}" is this page itself.', name=claim.typed)
    return message, Message('take it out of the line "formerly:".')


def _file_at(address: str, found: Succession) -> str | None:
    """What is published at an address besides pages."""
    if address in handout_addresses(found.sources):
        return f"/{address}"
    return next((path for path in paths_at(address) if address and is_file(found.sources.root / path)), None)
