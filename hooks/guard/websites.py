"""Whether links to other websites say how they are opened, and lead there straight."""

import ipaddress
import posixpath
import re
from urllib.parse import parse_qsl, unquote

from guard.files import KINDS
from guard.hosts import EMAIL, host_of
from messages.message import Message
from messages.problem import Problem
from sources.content import Content
from sources.files import SHARED
from sources.links import split_address
from sources.pages import Page

_INNER = re.compile(r"https?://?[^\s\"'<>]+", re.IGNORECASE)
_HOST = re.compile(r"(?:[\w-]+\.)+[\w-]{2,}\.?")
_WEBSITE = re.compile(r"(?://)?(?:[\w-]+\.)+(?P<ending>[a-z]{2,})(?:[/?#].*)?$", re.IGNORECASE)
# What a page or a file of the site ends on, and no website's name.
_OF_FILES = {".md", ".html", ".htm", *KINDS}
# Here an address within the address is the point.
_ARCHIVES = {"web.archive.org", "webarchive.nationalarchives.gov.uk", "archive.org"}
# These say nothing of where they lead.
_SHORT = {"bit.ly", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "buff.ly", "is.gd", "t.ly", "rb.gy", "lnkd.in", "cutt.ly", "shorturl.at", "rebrand.ly"}
# What programs put behind an address to learn whose newsletter, post or advertisement brought a reader.
_MARK = re.compile(
    r"(?<=[?&])(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|mc_[ce]id|_hsenc|_hsmi|mkt_tok)=[^&#]*&?"
)
# Where files and messages lie that only those may see who sign in, but for what is laid out for everybody.
_PRIVATE = re.compile(
    r"(?:[\w-]+\.)*(?:sharepoint\.com|onedrive\.live\.com|(?:docs|drive|mail)\.google\.com|teams\.microsoft\.com|dropbox\.com"
    r"|outlook\.(?:office|office365|live)\.com|web\.whatsapp\.com)|.*\.(?:local|internal|intranet|lan)"
)
_FOR_EVERYBODY = re.compile(r"/forms/|/pub(?:html)?$|/meetup-join/|/meet/|^/(?:s|sh|scl)/")


def link_without_scheme(contents: dict[str, Content]) -> list[Problem]:
    """Links and pictures on other websites, and e-mail addresses, that do not say how they are opened."""
    return [
        Problem(
            content.page.path,
            element.line,
            "link_without_scheme",
            Message('The address "{address}" does not say how it is opened.', address=element.value),
            Message("write {address}, and see that it opens.", address=f"{scheme}{element.value.lstrip('/')}"),
        )
        for content in contents.values()
        for element in content.elements("link", "image")
        if (scheme := scheme_missing(element.value))
    ]


def scheme_missing(address: str) -> str:
    """What an address of a website or of a person lacks at its start; "" for a whole one, and for a page or file of this site."""
    if EMAIL.fullmatch(address):
        return "mailto:"
    host = _WEBSITE.match(address)
    return "https://" if host and (address.startswith(("//", "www.")) or f".{host['ending'].lower()}" not in _OF_FILES) else ""


def link_not_secure(contents: dict[str, Content]) -> list[Problem]:
    """Links and pictures whose address starts with http:, which others can read and change on its way."""
    return [
        Problem(
            content.page.path,
            element.line,
            "link_not_secure",
            Message("The address {address} starts with http:.", address=element.value),
            Message("write {address}, and see that it opens.", address=element.value.replace("http:", "https:", 1)),
        )
        for content in contents.values()
        for element in content.elements("link", "image")
        if element.value.lower().startswith("http:")
    ]


def link_through_another(contents: dict[str, Content]) -> list[Problem]:
    """Links that go by way of a mail gateway, a search engine or a shortener, which learn who follows them and may end."""
    problems = []
    for content in contents.values():
        for link in content.elements("link"):
            target = behind(link.value)
            if target is None:
                continue
            message = Message("The link leads through another website, {host}, which learns who follows it.", host=host_of(link.value))
            fix = Message("write the address that opens in the end.")
            if target:
                fix = Message("write {address}, and see that it opens.", address=target)
            problems.append(Problem(content.page.path, link.line, "link_through_another", message, fix))
    return problems


def link_tracked(contents: dict[str, Content]) -> list[Problem]:
    """Links with marks that tell the website how its readers came to it, as an address has that was copied from a newsletter."""
    return [
        Problem(
            content.page.path,
            link.line,
            "link_tracked",
            Message('The address holds "{mark}", which tells the website where its readers come from.', mark=mark[0].strip("&")),
            Message("write {address}, and see that it opens.", address=_without_marks(link.value)),
        )
        for content in contents.values()
        for link in content.elements("link")
        if (mark := _MARK.search(link.value)) and behind(link.value) is None
    ]


def _without_marks(address: str) -> str:
    start, sign, place = _MARK.sub("", address).partition("#")
    return start.rstrip("?&") + sign + place


def link_private(contents: dict[str, Content]) -> list[Problem]:
    """Links to the places where a service keeps its own files and messages, which readers cannot open."""
    return [
        Problem(
            content.page.path,
            link.line,
            "link_private",
            Message("The link leads to {host}, where most readers would have to sign in.", host=host_of(link.value)),
            Message("put the file into {folder}/ and write its name, or link a page that everybody can open.", folder=content.page.locale.folder),
        )
        for content in contents.values()
        for link in content.elements("link")
        if is_private(link.value)
    ]


def is_private(address: str) -> bool:
    return bool(_PRIVATE.fullmatch(host_of(address))) and not _FOR_EVERYBODY.search(split_address(address).path)


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
        for link in content.elements("link"):
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
        return place == host and bool(_HOST.fullmatch(host))
    return False


def picture_on_other_host(contents: dict[str, Content]) -> list[Problem]:
    """Pictures that would be fetched from another website."""
    return [
        Problem(
            content.page.path,
            image.line,
            "picture_on_other_host",
            Message("The picture {address} lies on another website, which would learn who reads this page.", address=image.value),
            Message('put the file into {folder}/, and name it as "{form}".', folder=SHARED.folder, form=f"{_way_to_shared(content.page)}/…"),
        )
        for content in contents.values()
        for image in content.elements("image")
        if split_address(image.value).netloc
    ]


def _way_to_shared(page: Page) -> str:
    return posixpath.relpath(SHARED.folder, posixpath.dirname(page.path))
