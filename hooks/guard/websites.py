"""Whether links to other websites lead there straight, and whether a website's name is only nearly the service's own."""

import functools
import ipaddress
import re
from difflib import SequenceMatcher
from urllib.parse import parse_qsl, unquote

from messages.message import Message
from messages.problem import Problem
from sources.content import Content, Element
from sources.links import split_address

_INNER = re.compile(r"https?://?[^\s\"'<>]+", re.IGNORECASE)
# Here an address within the address is the point.
_ARCHIVES = {"web.archive.org", "webarchive.nationalarchives.gov.uk", "archive.org"}
# These say nothing of where they lead.
_SHORT = {"bit.ly", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "buff.ly", "is.gd", "t.ly", "rb.gy", "lnkd.in", "cutt.ly", "shorturl.at", "rebrand.ly"}
# Under these endings nobody gets a name who has no right to it.
_GUARDED = (".gov.uk", ".gov.wales", ".llyw.cymru", ".ac.uk", ".nhs.uk", ".nhs.wales", ".gig.cymru", ".police.uk", ".sch.uk")
_SECOND_LEVEL = {"co", "org", "gov", "ac", "nhs", "com", "net", "ltd", "me", "sch", "police"}
# Letters of other alphabets that look Latin, and digits that look like letters.
_LOOKS = str.maketrans(
    dict(zip("а е о р с у х і ѕ ј ԁ һ ӏ ո α ο ρ ν ι к т 0 1".split(), "a e o p c y x i s j d h l n a o p v i k t o l".split(), strict=True))
)


def link_through_another(contents: dict[str, Content]) -> list[Problem]:
    """Links that go by way of a mail gateway, a search engine or a shortener, which learn who follows them and may end."""
    problems = []
    for content in contents.values():
        for link in _links(content):
            target = behind(link.value)
            if target is None:
                continue
            message = Message("The link leads through another website, {host}, which learns who follows it.", host=host_of(link.value))
            fix = Message("write the address that opens in the end.")
            if target:
                fix = Message("write {address}, and see that it opens.", address=target)
            problems.append(Problem(content.page.path, link.line, "link_through_another", message, fix))
    return problems


def behind(address: str) -> str | None:
    """The address that another carries along and leads to, "" where it does not say which, None where it leads to itself."""
    host = host_of(address)
    if not host or host in _ARCHIVES:
        return None
    if host in _SHORT:
        return ""
    values = [_plainly(value) for _, value in parse_qsl(split_address(address).query)]
    found = next((value for value in values if _INNER.fullmatch(value)), None) or _within(unquote(address))
    return found if found and host_of(found) != host else None


def _plainly(value: str) -> str:
    """An address as one gateway writes it, https-3A__example.org_page, written as an address."""
    return unquote(value.replace("-", "%").replace("_", "/")) if re.match(r"https?-3A__", value) else value


def _within(address: str) -> str | None:
    """The address that stands in another's path; a gateway puts __; behind it."""
    found = _INNER.search(address, len("https://"))
    return re.sub(r"__;.*|[&#].*", "", found[0]) if found else None


def link_host_unclear(contents: dict[str, Content]) -> list[Problem]:
    """Links to websites without a name of their own, or with another name in front of it."""
    problems = []
    for content in contents.values():
        for link in _links(content):
            if re.match(r"https?:", link.value, re.IGNORECASE) and not _is_named(link.value):
                message = Message('The address "{address}" names no website as readers know them.', address=link.value)
                fix = Message("write it as https://, the name of the website, and the page.")
                problems.append(Problem(content.page.path, link.line, "link_host_unclear", message, fix))
    return problems


def _is_named(address: str) -> bool:
    place = split_address(address).netloc
    host = re.sub(r":\d*$", "", place)
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return "@" not in place and "." in host.strip(".") and place == host
    return False


def _links(content: Content) -> list[Element]:
    return [element for section in content.sections for element in section.elements if element.kind == "link"]


def host_of(address: str) -> str:
    """The name of the website that an address names, in small letters and without www."""
    return address.split("://", 1)[-1].split("/")[0].split("?")[0].lower().removeprefix("www.")


@functools.cache
def is_near_copy(one: str, other: str) -> bool:
    """Whether a host is nearly another: one more part, another ending, other letters that look the same."""
    if one == other or one.endswith(f".{other}") or other.endswith(f".{one}"):
        return False
    seen, known = _as_seen(one), _as_seen(other)
    if seen == known or other in one or seen.replace("-", ".") == known:
        return True
    if one.endswith(_GUARDED):
        return False
    return (len(_own_name(known)) > 4 and _own_name(seen) == _own_name(known)) or SequenceMatcher(None, seen, known).ratio() > 0.85


def _as_seen(host: str) -> str:
    """A host as it looks: what browsers write as xn-- in its letters, and each in the Latin one that it looks like."""
    parts = []
    for part in host.split("."):
        try:
            parts.append(part[4:].encode("ascii").decode("punycode") if part.startswith("xn--") else part)
        except UnicodeError:
            parts.append(part)
    return ".".join(parts).translate(_LOOKS).replace("rn", "m").replace("vv", "w")


def _own_name(host: str) -> str:
    """The part of a host that its owner chose: example in www.example.co.uk."""
    parts = host.split(".")[:-1]
    return parts[-2] if len(parts) > 1 and parts[-1] in _SECOND_LEVEL else parts[-1] if parts else ""
