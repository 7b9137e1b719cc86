"""What a reader of a finished page could dial or write to, and that is no known contact, whatever way it came there."""

import functools
import html
import re
from collections.abc import Iterator

from guard.contact import Known, contacts_in
from messages.message import Message
from sources.settings import PATH
from web.built import BuiltPage, PageFault

# What ends a run of words, and what stands within one.
_INLINE = r"a|abbr|b|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|wbr"
_WITHIN, _BETWEEN = re.compile(rf"</?(?:{_INLINE})\b[^>]*>"), re.compile(r"<[^>]*>")
# The stylesheet holds many digits, and what the worker has to know of a page is for no reader.
_UNSEEN = re.compile(r'<style>[^<]*(?:<(?!/style>)[^<]*)*</style>|<meta (?:name="worker"|http-equiv)[^>]*>')
# Most runs of words have neither digits nor an address.
_SIGN = re.compile(r"[^\x00-\x7f\xa0-\u024f\u2013-\u201d]|\d\D{0,4}\d|@|\.\w")
# Attributes that eye or ear get, and links that dial or write.
_SAID = re.compile(r'\s(?:alt|title|aria-[a-z]+|placeholder|value|label|content|data-[a-z]+)="([^"]*)"|\shref="((?:tel|sms|mailto):[^"]*)"')
# Where a page stands itself; a preview's address is one of digits.
_OWN = re.compile(r'<link rel="canonical" href="https?://([^"/]+)')
# Where a file or a page lies is no contact.
_PLACE = re.compile(r"(?=\S*[A-Za-z])\S*/\S*")


def contact_unknown(page: BuiltPage, known: Known) -> set[PageFault]:
    """Numbers and addresses that a page gives and the settings do not."""
    fix = Message(
        'take it out of the page or of {template}. If it is another service\'s, list it under "other_contacts:" in {path}.',
        template=page.template,
        path=PATH,
    )
    found = {typed for text in _seen(page.html.decode("utf-8")) for typed in _strangers(text, known)}
    return {
        ("contact_unknown", page.template, Message('A page built from here gives "{typed}", which is not in the contact block.', typed=typed), fix)
        for typed in found
    }


def _seen(document: str) -> Iterator[str]:
    """Each run of words of a page, and each text of its attributes."""
    document = _UNSEEN.sub("", document)
    if own := _OWN.search(document):
        document = re.sub(rf'(?:https?://|(?<=")){re.escape(own[1])}(?=["/<])', "", document)
    for said, dialled in _SAID.findall(document):
        if not _PLACE.fullmatch(said):
            yield html.unescape(said or dialled)
    for run in html.unescape(_BETWEEN.sub("\n", _WITHIN.sub("", document.replace("<br>", " ")))).split("\n"):
        if _SIGN.search(run):
            yield run


@functools.lru_cache(maxsize=4096)  # Most of what stands round the text is the same on each page.
def _strangers(text: str, known: Known) -> tuple[str, ...]:
    return tuple(typed for typed, plain in contacts_in(text, known.hosts) if plain not in known.contacts)
