"""The one contact block's values in mkdocs.yml."""

from dataclasses import dataclass

from messages.locales import Locale
from messages.message import Message
from sources.settings import Settings, in_locale

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
        digits = "".join(character for character in self.telephone if character in "+0123456789")
        website = self.website if "://" in self.website else f"https://{self.website}"
        return {"telephone": f"tel:{digits}", "email": f"mailto:{self.email}", "website": website}


def contact_in(settings: Settings, locale: Locale) -> Contact:
    """The configured contact details in one language, with "" for what is missing."""
    return Contact(*(in_locale(settings.get("extra", "contact", name), locale) for name in FIELDS))
