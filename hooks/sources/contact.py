"""The one contact block's values in mkdocs.yml."""

from dataclasses import dataclass

import phonenumbers

from messages.locales import Locale
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


@dataclass(frozen=True)
class Contact:
    """The contact details in one language, as they are shown."""

    name: str
    telephone: str
    email: str
    website: str

    @property
    def links(self) -> dict[str, str]:
        """Where each detail leads; the name leads nowhere."""
        website = self.website if "://" in self.website else f"https://{self.website}"
        return {"telephone": f"tel:{_as_dialled_anywhere(self.telephone)}", "email": f"mailto:{self.email}", "website": website}


def _as_dialled_anywhere(telephone: str) -> str:
    """A number with its country's, such as +441632960123; the digits of a short number, which has none, and of what is no number."""
    try:
        number = phonenumbers.parse(telephone, COUNTRY)
    except phonenumbers.NumberParseException:
        return "".join(sign for sign in telephone if sign in "+0123456789")
    if phonenumbers.is_valid_short_number_for_region(number, COUNTRY):
        return str(number.national_number)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def contact_in(settings: Settings, locale: Locale) -> Contact:
    """The configured contact details in one language, with "" for what is missing."""
    return Contact(*(in_locale(settings.get("extra", "contact", name), locale) for name in FIELDS))
