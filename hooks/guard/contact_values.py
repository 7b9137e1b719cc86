"""The contact details in mkdocs.yml: that each is there in both languages, and can be what it is called."""

import re
from collections.abc import Iterator

import phonenumbers

from guard.contact import contacts_in, known_contacts, others
from guard.differences import numbers_apart, numbers_listed
from guard.hosts import host_of
from messages.locales import ENGLISH, LOCALES, WELSH
from messages.message import Message, either
from messages.problem import Problem
from sources.contact import COUNTRY, FIELDS, KINDS, Contact, more_details, split_relay
from sources.settings import PATH, Settings, in_locale
from sources.telephone import as_dialled
from welsh.measures import contradictions

_HOST_NAME = r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}"
_FORMS = {
    "email": re.compile(rf"[a-z0-9](?:[a-z0-9._+-]*[a-z0-9])?@{_HOST_NAME}", re.IGNORECASE | re.ASCII),
    "website": re.compile(rf"(?:https://)?(?!ww\.|wwww){_HOST_NAME}(?:/[!-~]*)?", re.IGNORECASE | re.ASCII),
}
# Numbers of these kinds cost a caller more, or reach nobody in this country.
_DEAR = {phonenumbers.PhoneNumberType.PREMIUM_RATE, phonenumbers.PhoneNumberType.PERSONAL_NUMBER, phonenumbers.PhoneNumberType.PAGER}
# What the addresses of services here end in: any other is more often a slip, such as .ukk or .con, than meant.
_ENDINGS = set("uk wales cymru scot london ie org com net info eu int gov edu ac online health care charity foundation family support".split())
_WORDS = {"telephone": Message("telephone number"), "email": Message("e-mail address"), "website": Message("web address")}


def contact_value_missing(settings: Settings) -> list[Problem]:
    """Contact details that mkdocs.yml lacks in one language or in both."""
    problems = []
    if not settings.get("extra", "contact"):
        message = Message("The contact details are not there.")
        fix = Message('write "contact:" below "extra:", and below it "name:", "telephone:", "email:" and "website:" with those of the service.')
        return [Problem(PATH, settings.line("extra", "contact"), "contact_value_missing", message, fix)]
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


def contact_line_unclear(settings: Settings) -> list[Problem]:
    """Further lines of the contact block in mkdocs.yml that lack their label or what they say, in one language or in both."""
    problems = []
    lines = settings.lines_of("extra", "contact", "more") or [settings.line("extra", "contact", "more")]
    for (_, entry, kind), line in zip(more_details(settings), lines, strict=False):
        if not kind:
            message = Message(
                'This line of the contact block needs "label:" and one of {kinds}, and nothing else.', kinds=either([f"{each}:" for each in KINDS])
            )
            fix = Message(
                'write it as "- label: Text relay", and below that, as far in as the word label, "telephone:" with the number in quotation marks.'
            )
            problems.append(Problem(PATH, line, "contact_line_unclear", message, fix))
            continue
        for key in ("label", kind):
            missing = [locale for locale in LOCALES if not in_locale(entry[key], locale)]
            message = Message('The "{key}:" of this line of the contact block says nothing, or is not in quotation marks.', key=key)
            if len(missing) == 1:
                message = Message('The "{key}:" of this line of the contact block has no {language}.', key=key, language=missing[0].language)
            fix = Message('write it behind "{key}:", in quotation marks, or below it behind "en:" and "cy:" where the languages differ.', key=key)
            problems += [Problem(PATH, line, "contact_line_unclear", message, fix)] if missing else []
    return problems


def contact_value_unlikely(settings: Settings, contacts: list[Contact]) -> list[Problem]:
    """Contact details in mkdocs.yml that are no telephone number, e-mail or web address, or a number that few services have."""
    problems = []
    details = [detail for contact in contacts for detail in contact.details({})]
    given = [detail.value for detail in details if detail.kind == "telephone"] + others(settings)
    reached = {as_dialled(value) for value in given if not split_relay(value)[0]}
    for kind, value in dict.fromkeys((detail.kind, detail.value) for detail in details if detail.value):
        if kind in _WORDS and not (_is_telephone(value) if kind == "telephone" else _FORMS[kind].fullmatch(value)):
            message = Message('"{value}" is no {words}.', value=value, words=_WORDS[kind])
            fix = Message('check each character of "{name}:" with the service, and type it anew.', name=kind)
        elif kind == "telephone" and (relay := split_relay(value)[0]) and as_dialled(split_relay(value)[1]) not in reached:
            message = Message('"{value}" is to reach a number that the contact block does not have.', value=value)
            fix = Message(
                "check each digit of the number behind {relay} with the service, and write it as the block's other line has it.", relay=relay
            )
        elif kind == "telephone" and value not in others(settings) and (near := next(_transposed(value, given), "")):
            message = Message('"{value}" has the digits of "{near}" in another order.', value=value, near=near)
            fix = Message('check it with the service; if it is right, list it under "other_contacts:" too.')
        elif kind == "telephone" and _is_unusual(value) and value not in others(settings):
            message = Message('"{value}" is dear to call, a short number, or one of another country.', value=value)
            fix = Message('check it with the service; if it is right, list it under "other_contacts:" too.')
        elif kind in _FORMS and _is_unusual_address(value) and value not in others(settings):
            message = Message('"{value}" is an address of an unusual kind: its ending, or "xn--" in it.', value=value)
            fix = Message('check it with the service; if it is right, list it under "other_contacts:" too.')
        else:
            continue
        problems.append(Problem(PATH, settings.line("extra", "contact", value=value), "contact_value_unlikely", message, fix))
    return problems


def contact_text_differs(settings: Settings) -> list[Problem]:
    """Hours, addresses and other words of the contact block that give another number, day or postcode in each language."""
    problems = []
    for number, entry, kind in more_details(settings):
        if kind != "text":
            continue
        english, welsh = (in_locale(entry[kind], locale) for locale in (ENGLISH, WELSH))
        extra, missing = numbers_apart(welsh, english, WELSH, ENGLISH)
        told = [(f'"{this}"', f'"{that}"') for that, this in contradictions(english, welsh)]
        if extra or missing:
            told = [(numbers_listed(extra), numbers_listed(missing))]
        for this, that in told[:1]:
            message = Message("The Welsh of this line of the contact block has {this} where the English has {that}.", this=this, that=that)
            fix = Message("check with the service which is right, and say the same in both.")
            line = settings.line("extra", "contact", "more", number - 1, kind)
            problems.append(Problem(PATH, line, "contact_text_differs", message, fix))
    return problems


def _is_telephone(value: str) -> bool:
    """Whether somebody could hold and dial this number by the country's numbering plan: one digit lost or doubled shows there."""
    _, dialled = split_relay(value)
    if not re.fullmatch(r"(?:\+(?!44[ -]*0)|\(?0|1)[0-9 ()-]*", dialled):
        return False
    try:
        number = phonenumbers.parse(dialled, COUNTRY)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_short_number_for_region(number, COUNTRY) or phonenumbers.is_valid_number(number)


def _transposed(value: str, given: list[str]) -> Iterator[str]:
    """The numbers given before this one whose digits it has in another order: of a slip, more often than of a second line."""
    digits = as_dialled(value)
    for other in given[: given.index(value)]:
        if as_dialled(other) != digits and sorted(as_dialled(other)) == sorted(digits):
            yield other


def _is_unusual(value: str) -> bool:
    number = phonenumbers.parse(split_relay(value)[1], COUNTRY)
    short = phonenumbers.is_valid_short_number_for_region(number, COUNTRY)
    return short or phonenumbers.number_type(number) in _DEAR or phonenumbers.region_code_for_number(number) not in (COUNTRY, "001")


def _is_unusual_address(value: str) -> bool:
    """Whether this is likely a slip, or has letters that only look like those of another address."""
    labels = host_of(value).split(".")
    return labels[-1] not in _ENDINGS or any("xn--" in label for label in labels)


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
