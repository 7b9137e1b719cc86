"""Contact details: those in mkdocs.yml, and those that somebody typed into a page where the contact block should speak."""

import functools
import re
from collections.abc import Iterator
from difflib import SequenceMatcher

import phonenumbers

from messages.locales import LOCALES
from messages.message import Message
from messages.problem import Problem
from sources.contact import FIELDS, Contact
from sources.content import Content
from sources.settings import PATH, Settings, in_locale

_TELEPHONE = re.compile(r"(?<![\w.,+])(?:\+44|0|\(0)[\d ()\u00a0-]{7,15}\d(?!\w)")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DOT_IN_WORD = re.compile(r"\.(?<=\w\.)[A-Za-z]")
_HOST = re.compile(r"(?<![@\w.-])(?:[\w-]+\.)+[a-z]{2,}(?![\w@-])", re.IGNORECASE)

# Telephone numbers without a country's code are this country's.
_COUNTRY = "GB"
_FORMS = {
    "email": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "website": re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?"),
}
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
    """Contact details in mkdocs.yml that are no telephone number, e-mail or web address."""
    return [
        Problem(
            PATH,
            settings.line("extra", "contact", name, value=value),
            "contact_value_unlikely",
            Message('"{value}" is no {words}.', value=value, words=_WORDS[name]),
            Message('check each character of "{name}:" with the service.', name=name),
        )
        for name in _WORDS
        for value in dict.fromkeys(getattr(contact, name) for contact in contacts)
        if value and not (_is_telephone(value) if name == "telephone" else _FORMS[name].fullmatch(value))
    ]


def _is_telephone(value: str) -> bool:
    """Whether somebody could hold this number by the country's numbering plan: one digit lost or doubled shows there."""
    try:
        number = phonenumbers.parse(value, _COUNTRY)
    except phonenumbers.NumberParseException:
        return False
    short = phonenumbers.is_valid_short_number_for_region(number, _COUNTRY)
    return re.fullmatch(r"\+?[\d ()-]+", value) is not None and (short or phonenumbers.is_valid_number(number))


def contact_typed_by_hand(contents: dict[str, Content], contacts: list[Contact], settings: Settings) -> list[Problem]:
    """Telephone numbers, e-mail addresses and near copies of the service's web address in the text.

    The block's own values pass, and so does what `extra.other_contacts` in
    mkdocs.yml lists as another service's.
    """
    others = settings.get("extra", "other_contacts")
    listed = [str(each) for each in others] if isinstance(others, list) else []
    own = [value for contact in contacts for value in (contact.telephone, contact.email, contact.website)]
    known = {_plain(value) for value in own + listed}
    hosts = {_host(contact.website) for contact in contacts if contact.website}
    problems = []
    for content in contents.values():
        for section in content.sections:
            links = " ".join(str(element.value) for element in section.elements if element.kind == "link")
            for typed in dict.fromkeys(_typed(f"{section.text} {links}", hosts)):
                if _plain(typed) not in known:
                    message = Message('The text gives "{typed}", which is not in the contact block.', typed=typed)
                    fix = Message(
                        "take it out: the contact block stands below the text. If it is another service's, "
                        'list it under "other_contacts:" in {path}.',
                        path=PATH,
                    )
                    line = section.line_of(typed)
                    problems.append(Problem(content.page.path, line, "contact_typed_by_hand", message, fix))
    return problems


def _typed(text: str, hosts: set[str]) -> Iterator[str]:
    # Most sections hold none of these, and looking for one character is quick.
    if "0" in text or "+44" in text:
        yield from (match.strip() for match in _TELEPHONE.findall(text) if len(_digits(match)) >= 10)
    if "@" in text:
        yield from _EMAIL.findall(text)
    for found in _HOST.findall(text) if _DOT_IN_WORD.search(text) else []:
        if any(_is_near_copy(_host(found), host) for host in hosts):
            yield found


@functools.cache
def _is_near_copy(one: str, other: str) -> bool:
    return one != other and SequenceMatcher(None, one, other).ratio() > 0.85


def _plain(value: str) -> str:
    """A value without what may differ in the way it is written."""
    if "@" in value:
        return value.lower()
    return _digits(value) if len(_digits(value)) >= 10 else _host(value)


def _digits(value: str) -> str:
    digits = re.sub(r"\D", "", value)
    return "0" + digits.removeprefix("44") if value.strip().startswith("+44") else digits


def _host(address: str) -> str:
    return address.split("://")[-1].split("/")[0].lower().removeprefix("www.")
