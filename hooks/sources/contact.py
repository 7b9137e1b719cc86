"""The one contact block's values in mkdocs.yml."""

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import phonenumbers

from messages.locales import LOCALES, Locale
from messages.message import Message
from sources.settings import Settings, in_locale

# Telephone numbers without a country's own number are this country's.
COUNTRY = "GB"
FIELDS = {
    "name": Message("name"),
    "telephone": Message("telephone number"),
    "email": Message("e-mail address"),
    "website": Message("website"),
}
# What a further line of the block may say; `text` is words that lead nowhere, such as opening hours.
KINDS = ("telephone", "email", "website", "text")
# Dialled in front of a number, these let somebody type and read instead of speak and hear.
_RELAY = re.compile(r"1800[12](?=[ +0])")


@dataclass(frozen=True)
class Detail:
    """A line of the contact block: its name on the page, its kind, what stands before it, and what is shown."""

    name: str
    kind: str
    label: str
    value: str

    @property
    def link(self) -> str:
        """Where it leads, "" for nowhere."""
        if self.kind == "telephone":
            return f"tel:{_as_dialled_anywhere(self.value)}"
        if self.kind == "email":
            return f"mailto:{self.value}"
        return "" if self.kind == "text" else self.value if "://" in self.value else f"https://{self.value}"


@dataclass(frozen=True)
class Contact:
    """The contact details in one language, as they are shown: three that every service has, and `more`."""

    name: str
    telephone: str
    email: str
    website: str
    more: tuple[Detail, ...] = ()

    def details(self, words: Mapping[str, str]) -> list[Detail]:
        """Each line below the name; `words` are those of the interface."""
        first = [Detail(kind, kind, words.get(kind, ""), getattr(self, kind)) for kind in KINDS[:3]]
        return [*first, *self.more]

    @property
    def links(self) -> dict[str, str]:
        """Where each detail leads, by its name; the service's own name and words lead nowhere."""
        return {detail.name: detail.link for detail in self.details({}) if detail.link}


def split_relay(telephone: str) -> tuple[str, str]:
    """What is dialled in front of a number for the text relay, if anything, and the number."""
    relay = _RELAY.match(telephone)
    return (relay[0], telephone[relay.end() :].strip()) if relay else ("", telephone)


@functools.cache  # Each page prints it, and is read back.
def _as_dialled_anywhere(telephone: str) -> str:
    """A number with its country's, such as +441632960123; the digits of a short number, which has none, of one by relay, and of what is no number."""
    relay, number = split_relay(telephone)
    try:
        parsed = phonenumbers.parse(number, COUNTRY)
    except phonenumbers.NumberParseException:
        parsed = None
    if relay or parsed is None:
        return "".join(sign for sign in telephone if sign in "+0123456789")
    if phonenumbers.is_valid_short_number_for_region(parsed, COUNTRY):
        return str(parsed.national_number)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def more_details(settings: Settings) -> Iterator[tuple[int, Any, str]]:
    """Each further line that mkdocs.yml asks for: its number from 1, what stands there, and its kind, "" where that is unclear."""
    entries = settings.get("extra", "contact", "more")
    for number, entry in enumerate(entries if isinstance(entries, list) else [entries] if entries else [], 1):
        kinds = [kind for kind in KINDS if kind in entry] if isinstance(entry, dict) else []
        yield number, entry, kinds[0] if len(kinds) == 1 and {*entry} == {"label", *kinds} else ""


def contact_changes(before: Settings, now: Settings) -> list[tuple[Message, str, str]]:
    """Each contact detail that has another value than before, with its old one and its new one; once where both languages share it."""
    changes = {}
    for locale in LOCALES:
        old, new = contact_in(before, locale), contact_in(now, locale)
        for name, words in FIELDS.items():
            if getattr(old, name) != getattr(new, name):
                changes[words, getattr(old, name), getattr(new, name)] = None
        lines = [{detail.label: detail.value for detail in contact.more} for contact in (old, new)]
        for label in dict.fromkeys([*lines[0], *lines[1]]):
            if lines[0].get(label) != lines[1].get(label):
                changes[Message("the line {label}", label=f'"{label}"'), lines[0].get(label, ""), lines[1].get(label, "")] = None
    return [*changes]


def contact_in(settings: Settings, locale: Locale) -> Contact:
    """The configured contact details in one language, with "" for what is missing."""
    more = (
        Detail(f"more-{number}", kind, in_locale(entry["label"], locale), " ".join(in_locale(entry[kind], locale).split()))
        for number, entry, kind in more_details(settings)
        if kind
    )
    return Contact(*(in_locale(settings.get("extra", "contact", field), locale) for field in FIELDS), more=tuple(more))
