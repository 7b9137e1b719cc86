"""What stands in for something that only the owner can settle, and may not go out: addresses, and sentences that say so."""

import re
from urllib.parse import urlsplit

from messages.message import Message, short
from messages.problem import Problem
from sources.content import Content
from sources.settings import PATH, Settings, questions

# Hosts that are kept free for examples and tests, and this machine (RFC 2606, RFC 6761).
_NOBODYS = re.compile(r"(?:.*\.)?(?:example\.(?:com|net|org)|example|test|invalid|localhost)|127(?:\.\d+){3}")
# Where a sentence starts, or within brackets, the words say that the text is open; within a sentence they may be meant.
_OPEN = re.compile(
    r"(?:(?<![^.:;!?] )(?<!\w)(?:To be (?:confirmed|agreed|decided)|Awaiting confirmation|I['’]w (?:gadarnhau|gytuno|benderfynu))"
    r"|[(\[](?:to be (?:confirmed|agreed|decided)|i['’]w (?:gadarnhau|gytuno|benderfynu)))\b"
)


def stand_in_left(settings: Settings, contents: dict[str, Content]) -> list[Problem]:
    """Stand-ins that a site still holds once nothing is listed below to_confirm."""
    if questions(settings):
        return []  # These are told first, and name most of them.
    problems = []
    for key in ("site_url", "repo_url"):
        address = str(settings.get(key) or "")
        if _NOBODYS.fullmatch(_host(address)):
            message = Message('"{address}" is nobody\'s address: it only stands in for one.', address=address)
            fix = Message('write behind "{key}:" the address that this site has, or ask the owner which it is.', key=key)
            problems.append(Problem(PATH, settings.line(key), "stand_in_left", message, fix))
    fix = Message("write what the owner has settled in place of these words, or take the passage out of both pages.")
    for content in contents.values():
        for section in content.sections:
            for passage in section.passages:
                if found := _OPEN.search(passage):
                    message = Message('"{words}" tells readers that something is still open.', words=short(passage[found.start() :]))
                    problems.append(Problem(content.page.path, passage.line_of(found[0].strip("([")), "stand_in_left", message, fix))
    return problems


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
