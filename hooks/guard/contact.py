"""Contact details: those in mkdocs.yml, and those that somebody typed into a page where the contact block should speak."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

import phonenumbers

from guard.hosts import host_of, is_near_copy
from guard.websites import behind
from messages.locales import LOCALES
from messages.message import Message
from messages.problem import Problem
from sources.contact import COUNTRY, FIELDS, Contact
from sources.content import Content, passage_of
from sources.settings import PATH, Settings, in_locale
from sources.telephone import EVERYBODYS, as_dialled, dialled_in

# Some digits, or what every address has.
_DIGIT = r"[\d⁰¹²³⁴-⁹①-⑨]"
_SIGN = re.compile(rf"{_DIGIT}(?:.*?{_DIGIT}){{3}}|@|\.(?<=\w\.)[A-Za-z]", re.DOTALL)
# Addresses that dial: of telephones, and of messages by telephone.
_DIALS = re.compile(r"(?:tel|sms|callto|skype|whatsapp):|https?://(?:www\.)?(?:wa\.me|api\.whatsapp\.com)/", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DOT_IN_WORD = re.compile(r"\.(?<=\w\.)[A-Za-z]")
_HOST = re.compile(r"(?<![@\w.-])(?:[\w-]+\.)+[a-z]{2,}(?![\w@-])", re.IGNORECASE)

_HOST_NAME = r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}"
_FORMS = {
    "email": re.compile(rf"[a-z0-9](?:[a-z0-9._+-]*[a-z0-9])?@{_HOST_NAME}", re.IGNORECASE | re.ASCII),
    "website": re.compile(rf"(?:https://)?{_HOST_NAME}(?:/[!-~]*)?", re.IGNORECASE | re.ASCII),
}
# Numbers of these kinds cost a caller more, or reach nobody in this country.
_DEAR = {phonenumbers.PhoneNumberType.PREMIUM_RATE, phonenumbers.PhoneNumberType.PERSONAL_NUMBER, phonenumbers.PhoneNumberType.PAGER}
_WORDS = {"telephone": Message("telephone number"), "email": Message("e-mail address"), "website": Message("web address")}


def contact_value_missing(settings: Settings) -> list[Problem]:
    """Contact details that mkdocs.yml lacks in one language or in both."""
    problems = []
    for name, words in FIELDS.items():
        value = settings.get("extra", "contact", name)
        missing = [locale for locale in LOCALES if not in_locale(value, locale)]
        line = settings.line("extra", "contact", name)
        if isinstance(value, (int, float)):
            message = Message("The contact block's {words} is not in quotation marks, so digits of it can be lost.", words=words)
            fix = Message('write it in quotation marks: {name}: "...", and check each digit.', name=name)
            problems.append(Problem(PATH, line, "contact_value_missing", message, fix))
        elif missing == list(LOCALES):
            message = Message("The contact block has no {words}.", words=words)
            fix = Message('add a line "{name}:" with the {words} below "contact:".', name=name, words=words)
            problems.append(Problem(PATH, line, "contact_value_missing", message, fix))
        else:
            for locale in missing:
                message = Message("The contact block has no {words} in {language}.", words=words, language=locale.language)
                fix = Message('add a line "{code}:" with the {words} below "{name}:", in quotation marks.', code=locale.code, words=words, name=name)
                problems.append(Problem(PATH, line, "contact_value_missing", message, fix))
    return problems


def contact_value_unlikely(settings: Settings, contacts: list[Contact]) -> list[Problem]:
    """Contact details in mkdocs.yml that are no telephone number, e-mail or web address, or a number that few services have."""
    problems = []
    for name in _WORDS:
        for value in dict.fromkeys(getattr(contact, name) for contact in contacts):
            line = settings.line("extra", "contact", name, value=value)
            if value and not (_is_telephone(value) if name == "telephone" else _FORMS[name].fullmatch(value)):
                message = Message('"{value}" is no {words}.', value=value, words=_WORDS[name])
                fix = Message('check each character of "{name}:" with the service.', name=name)
            elif value and name == "telephone" and _is_unusual(value) and value not in _others(settings):
                message = Message('"{value}" is dear to call, a short number, or one of another country.', value=value)
                fix = Message('check it with the service; if it is right, list it under "other_contacts:" too.')
            else:
                continue
            problems.append(Problem(PATH, line, "contact_value_unlikely", message, fix))
    return problems


def _others(settings: Settings) -> list[str]:
    """The contacts of other services that the text may give."""
    others = settings.get("extra", "other_contacts")
    return [str(each) for each in others] if isinstance(others, list) else [others] if isinstance(others, str) else []


def _is_telephone(value: str) -> bool:
    """Whether somebody could hold and dial this number by the country's numbering plan: one digit lost or doubled shows there."""
    if not re.fullmatch(r"(?:\+|\(?0|1)[0-9 ()-]*", value):
        return False
    try:
        number = phonenumbers.parse(value, COUNTRY)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_short_number_for_region(number, COUNTRY) or phonenumbers.is_valid_number(number)


def _is_unusual(value: str) -> bool:
    number = phonenumbers.parse(value, COUNTRY)
    short = phonenumbers.is_valid_short_number_for_region(number, COUNTRY)
    return short or phonenumbers.number_type(number) in _DEAR or phonenumbers.region_code_for_number(number) not in (COUNTRY, "001")


def contact_typed_in_settings(settings: Settings, contacts: list[Contact]) -> list[Problem]:
    """Numbers and e-mail addresses in the names and the words of mkdocs.yml that stand on each page."""
    known = known_contacts(settings, contacts)
    fix = Message('take it out: "telephone:" and "email:" below "contact:" are the place for it.')
    return [
        Problem(PATH, line, "contact_typed_in_settings", Message('This line gives "{typed}", which is not in the contact block.', typed=typed), fix)
        for line, words in settings.shown
        for typed, plain in contacts_in(words, set())
        if plain not in known
    ]


def known_contacts(settings: Settings, contacts: list[Contact]) -> set[str]:
    """Each contact that may be given, written plainly."""
    values = [value for contact in contacts for value in (contact.telephone, contact.email, contact.website)] + _others(settings)
    return set().union(EVERYBODYS, *map(_written_plainly, values))


def contact_typed_by_hand(contents: dict[str, Content], contacts: list[Contact], settings: Settings) -> list[Problem]:
    """Telephone numbers, e-mail addresses and near copies of the service's web address in the text.

    The block's own values pass, and so does what `extra.other_contacts` in
    mkdocs.yml lists as another service's.
    """
    known = known_contacts(settings, contacts)
    hosts = hosts_of(contacts)
    problems = []
    for content in contents.values():
        for typed, plain, line in dict.fromkeys(_typed_in(content, hosts)):
            if plain not in known:
                message = Message('The text gives "{typed}", which is not in the contact block.', typed=typed)
                fix = Message(
                    'take it out: the contact block stands below the text. If it is another service\'s, list it under "other_contacts:" in {path}.',
                    path=PATH,
                )
                problems.append(Problem(content.page.path, line, "contact_typed_by_hand", message, fix))
    return problems


def hosts_of(contacts: list[Contact]) -> set[str]:
    """The service's own hosts, of which a text may give a near copy."""
    emails = {contact.email.rpartition("@")[2].lower() for contact in contacts if "@" in contact.email}
    return emails | {host_of(contact.website) for contact in contacts if contact.website}


def _written_plainly(value: str) -> set[str]:
    """The ways in which `contacts_in` may name a value of the contact block."""
    # Beside a number its owner may be named; within an address digits are none.
    numbers = set() if "@" in value else {digits for _, digits in dialled_in(value)}
    return {value.lower(), host_of(value), as_dialled(value) if not re.search(r"[^\W\d_]", value) else ""} | numbers


def _typed_in(content: Content, hosts: set[str]) -> Iterator[tuple[str, str, int]]:
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


def contacts_in(text: str, hosts: set[str]) -> Iterator[tuple[str, str]]:
    """Numbers, e-mail addresses and near copies of one of `hosts` in a text, each with how it is written plainly."""
    yield from dialled_in(text)
    yield from _addresses(text, hosts)


def _addresses(text: str, hosts: set[str]) -> Iterator[tuple[str, str]]:
    if "@" in text:
        yield from ((typed, typed.lower()) for typed in _EMAIL.findall(text))
    for found in _HOST.findall(text) if _DOT_IN_WORD.search(text) else []:
        if any(is_near_copy(host_of(found), host) for host in hosts):
            yield found, host_of(found)
