"""What is said to an editor, in English and in Welsh.

The Welsh of each message stands in messages.cy.po beside this module, a
gettext catalogue, which translators' programs open.
"""

import functools
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from locales import Locale


class Wording(dict[str, str]):
    """Words that somebody gave in each language, by its code."""


class Message(str):
    """Some words in English, which give themselves in Welsh, too.

    `template` is the English with the names of its `fields` in braces, as
    `str.format` reads it. Fields that are messages are translated with it,
    those that are wordings give their words; all others stand in both
    languages as they are.
    """

    template: str
    fields: dict[str, Any]

    def __new__(cls, template: str, /, **fields: Any) -> "Message":
        message = super().__new__(cls, _filled(template, fields, "en"))
        message.template, message.fields = template, fields
        return message

    @classmethod
    def again(cls, template: str, fields: dict[str, Any]) -> "Message":
        """A message that was made before, from its parts."""
        return cls(template, **fields)

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Any]]:
        """What a copy is made from: the text alone would be taken for a template."""
        return (self.template,), self.fields

    def in_(self, locale: "Locale") -> str:
        """The message in one language; KeyError where its template is in no catalogue."""
        if locale.code == "en":
            return str(self)
        fields = {name: value.in_(locale) if isinstance(value, Message) else value for name, value in self.fields.items()}
        return _filled(catalogue(locale.code)[self.template], fields, locale.code)


def as_json(value: Any) -> Any:
    """A message, or a field of one, as JSON."""
    if isinstance(value, Message):
        return {"template": value.template, "fields": {name: as_json(field) for name, field in value.fields.items()}}
    if isinstance(value, Wording):
        return {"wording": {**value}}
    return value if isinstance(value, (int, float)) else str(value)


def from_json(value: Any) -> Any:
    """What `as_json` made of a message or a field."""
    if not isinstance(value, dict):
        return value
    if "wording" in value:
        return Wording(value["wording"])
    return Message.again(value["template"], {name: from_json(field) for name, field in value["fields"].items()})


def _filled(template: str, fields: dict[str, Any], code: str) -> str:
    return template.format(**{name: value[code] if isinstance(value, Wording) else value for name, value in fields.items()})


@functools.cache
def catalogue(code: str) -> dict[str, str]:
    """The templates in one language, by the English ones."""
    # Most runs find nothing to tell.
    from babel.messages.pofile import read_po

    with open(Path(__file__).with_name(f"messages.{code}.po"), "rb") as file:
        return {message.id: message.string for message in read_po(file) if message.id}


def either(words: Iterable[str]) -> str:
    """Words in quotation marks, with "or" between them."""
    quoted = [f'"{word}"' for word in words]
    return functools.reduce(lambda one, other: Message("{one} or {other}", one=one, other=other), quoted)


def short(text: str, most: int = 6) -> str:
    """The first words of a text, as a message quotes them."""
    words = text.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")
