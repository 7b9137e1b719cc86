"""Contact details that somebody typed into a page where the contact block should speak."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from urllib.parse import unquote

from guard.hosts import EMAIL, host_of, is_near_copy
from guard.websites import behind
from messages.message import Message
from messages.problem import Problem
from sources.all_sources import Sources
from sources.contact import Contact, split_relay
from sources.content import Content, passage_of
from sources.settings import PATH, Settings
from sources.telephone import EVERYBODYS, as_dialled, dialled_in, plainly_seen

# Some digits, or what every address has.
_DIGIT = r"[\d⁰¹²³⁴-⁹①-⑨]"
_SIGN = re.compile(
    rf"{_DIGIT}(?:.*?{_DIGIT}){{2}}|(?<!\w)(?:oh?|zero|nought|double|dim|sero)(?:[ ,–-]{{1,3}}[a-z]+){{8}}|[@＠﹫]|\.(?<=\w\.)[A-Za-z]|[(\[] ?at ?[)\]]| dot ",
    re.DOTALL | re.IGNORECASE,
)
# An e-mail address as people write it who hide it from programs: jo (at) gmail.com, jo at gmail dot com, jo @ gmail.com.
_AT, _DOT = (rf" ?[(\[] ?{word} ?[)\]] ?" for word in ("at", "dot"))
_PARTED = r" @ ?|@ "
_HIDES = re.compile(rf"{_AT}|{_PARTED}| dot ", re.IGNORECASE)
_HIDDEN_EMAIL = re.compile(rf"[\w.+-]+(?:{_AT}|{_PARTED})[\w-]+(?:(?:\.|{_DOT})[\w-]+)+", re.IGNORECASE)
_SAID_EMAIL = re.compile(r"[\w.+-]+ at [\w-]+(?: dot [\w-]+)* dot (?:com|org|net|uk|co|info|wales|cymru)\b", re.IGNORECASE)
# Addresses that dial: of telephones, and of messages by telephone.
_DIALS = re.compile(r"(?:tel|sms|callto|skype|whatsapp):|https?://(?:www\.)?(?:wa\.me|api\.whatsapp\.com)/|.*[/=]\+(?=\d{9})", re.IGNORECASE)
_DOT_IN_WORD = re.compile(r"\.(?<=\w\.)[A-Za-z]")
_HOST = re.compile(r"(?<![@\w.-])(?:[\w-]+\.)+[a-z]{2,}(?![\w@-])", re.IGNORECASE)


def others(settings: Settings) -> list[str]:
    """The contacts of other services that the text may give."""
    others = settings.get("extra", "other_contacts")
    return [str(each) for each in others] if isinstance(others, list) else [others] if isinstance(others, str) else []


def known_contacts(settings: Settings, contacts: list[Contact]) -> set[str]:
    """Each contact that may be given, written plainly."""
    details = (detail for contact in contacts for detail in contact.details({}))
    values = [value for detail in details for value in (detail.value, *split_relay(detail.value))]
    return set().union(EVERYBODYS, *map(_written_plainly, [*values, *others(settings)]))


@dataclass(frozen=True)
class Known:
    """The contacts that a text may give: the block's own, and those that `extra.other_contacts` lists; and the hosts that nothing may nearly be."""

    contacts: frozenset[str]
    hosts: frozenset[str]


def known_to(sources: Sources) -> Known:
    """The contacts that mkdocs.yml names."""
    contacts = [*sources.contacts.values()]
    details = [detail for contact in contacts for detail in contact.details({}) if detail.value]
    emails = {detail.value.rpartition("@")[2].lower() for detail in details if detail.kind == "email" and "@" in detail.value}
    hosts = emails | {host_of(detail.value) for detail in details if detail.kind == "website"}
    return Known(frozenset(known_contacts(sources.settings, contacts)), frozenset(hosts))


def contact_typed_by_hand(content: Content, known: Known) -> list[Problem]:
    """Telephone numbers, e-mail addresses and near copies of the service's web address in the text of a page."""
    # A link that dials what it says is one slip.
    typed_in = {(plain, line): typed for typed, plain, line in reversed([*_typed_in(content, known.hosts)])}
    return [
        Problem(
            content.page.path,
            line,
            "contact_typed_by_hand",
            Message('The text gives "{typed}", which is not in the contact block.', typed=typed),
            _fix(plain),
        )
        for (plain, line), typed in reversed(typed_in.items())
        if plain not in known.contacts
    ]


def _fix(plain: str) -> Message:
    """How a contact that is typed by hand is mended; some digits may be no contact at all."""
    if plain.isdigit() and not plain.startswith("0"):
        return Message(
            'take it out: the contact block stands below the text. If it is another service\'s, list it under "other_contacts:" in {path}.'
            ' If nobody dials it, write in front of it what it is, such as "reference".',
            path=PATH,
        )
    return Message(
        'take it out: the contact block stands below the text. If it is another service\'s, list it under "other_contacts:" in {path}.', path=PATH
    )


def _written_plainly(value: str) -> set[str]:
    """The ways in which `contacts_in` may name a value of the contact block."""
    # Beside a number its owner may be named; within an address digits are none.
    numbers = set() if "@" in value else {digits for _, digits in dialled_in(value)}
    return {value.lower(), host_of(value), as_dialled(value) if not re.search(r"[^\W\d_]", value) else ""} | numbers


def _typed_in(content: Content, hosts: Set[str]) -> Iterator[tuple[str, str, int]]:
    """Each contact that a page gives or leads to: as it is typed, written plainly, and its line."""
    for pieces in content.said:
        # Most hold none of these, and one look tells.
        if not _SIGN.search("".join([piece.text for piece in pieces])):
            continue
        passage = passage_of(pieces)
        yield from ((typed, plain, passage.line_of(typed)) for typed, plain in contacts_in(passage, hosts))
    for link in content.elements("link"):
        address = unquote(link.value)
        dialled = dialled_in(address) if _DIALS.match(address) else ()
        if behind(link.value) is not None:
            continue  # Told as a link that leads through another website.
        yield from ((typed, plain, link.line) for typed, plain in [*dialled, *_addresses(address, hosts)])


def contacts_in(text: str, hosts: Set[str]) -> Iterator[tuple[str, str]]:
    """Numbers, e-mail addresses and near copies of one of `hosts` in a text, each with how it is written plainly."""
    yield from dialled_in(text)
    yield from _addresses(text, hosts)


def _addresses(text: str, hosts: Set[str]) -> Iterator[tuple[str, str]]:
    plain, places = plainly_seen(text)
    for match in _addresses_in(plain, hosts):
        written = re.sub(rf"{_DOT}| dot ", ".", re.sub(rf"{_AT}|{_PARTED}| at ", "@", host_of(match[0])))
        yield text[places[match.start()] : places[match.end() - 1] + 1], written


def _addresses_in(text: str, hosts: Set[str]) -> Iterator[re.Match]:
    if "@" in text:
        yield from EMAIL.finditer(text)
    if _HIDES.search(text):
        yield from _HIDDEN_EMAIL.finditer(text)
        yield from _SAID_EMAIL.finditer(text)
    for found in _HOST.finditer(text) if _DOT_IN_WORD.search(text) else ():
        if any(is_near_copy(host_of(found[0]), host) for host in hosts):
            yield found
