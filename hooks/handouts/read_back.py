"""What a finished PDF says: its words and its links, and whether the contact block is there unaltered."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from handouts.handout import TEMPLATE, Frame, Handout
from messages.locales import LOCALES
from messages.message import Message, either
from messages.problem import Problem
from sources.contact import FIELDS
from sources.content import Content
from sources.settings import PATH
from sources.telephone import as_dialled, dialled_in

_DIALLED = ("tel:", "mailto:")


@dataclass(frozen=True)
class Printed:
    """The words of a PDF in the order in which they were set, a page after the other, and where its links lead."""

    pages: list[str]
    links: list[str]

    @property
    def texts(self) -> list[str]:
        """The pages without the line at the foot of each, which would stand in the midst of what goes on from one to the next."""
        return [re.sub(rf"[^\n]*{sheet} / {len(self.pages)}\s*\Z", "", page) for sheet, page in enumerate(self.pages, 1)]


def read_pdf(pdf: bytes) -> Printed:
    """Read a PDF as a viewer that copies its text does."""
    # Here, as in the other modules of handouts: a preview that makes none starts sooner.
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf)
    try:
        pages, links = [], []
        for page in document:
            text = page.get_textpage()
            pages.append(text.get_text_range())
            links += _links(document, page)
            text.close()
            page.close()
        return Printed(pages, links)
    finally:
        document.close()


def _links(document: Any, page: Any) -> Iterable[str]:
    import pypdfium2.raw as pdfium

    position, link = pdfium.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, position, link):
        action = pdfium.FPDFLink_GetAction(link)
        length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
        address = pdfium.create_string_buffer(length)
        pdfium.FPDFAction_GetURIPath(document, action, address, length)
        yield address.value.decode("utf-8")


def handout_contact_differs(handout: Handout, printed: Printed, frame: Frame) -> list[Problem]:
    """Handouts whose contact block is not there in each of their languages as mkdocs.yml has it, or leads elsewhere.

    What differs comes from the template, so the problem names that.
    """
    problems = []
    said = _close("".join(printed.texts))
    links = [*printed.links]
    for locale in handout.locales:
        contact, words = frame.contact(locale), frame.words(locale)
        details = contact.details(words)
        lines = {"name": contact.name} | {detail.name: f"{detail.label}: {detail.value}" for detail in details}
        called = FIELDS | {detail.name: either([detail.label]) for detail in contact.more}
        lost = [name for name, line in lines.items() if _close(line) not in said]
        language = locale.language
        found = [
            _differs(
                Message(
                    "The {language} handouts do not show the {words} as {path} has it: {line}.",
                    language=language,
                    words=called[name],
                    path=PATH,
                    line=lines[name],
                )
            )
            for name in lost
        ]
        if not found and _close("".join(lines.values())) not in said:
            found = [_differs(Message("The contact block of the {language} handouts holds words of its own, or another order.", language=language))]
        for name, link in contact.links.items():
            if link in links and name not in lost:
                links.remove(link)  # Each block has one of its own.
            elif name not in lost:
                message = Message("The {language} handouts do not lead to {link} from the {words}.", language=language, link=link, words=called[name])
                found.append(_differs(message))
        problems += found
    # A number that differs within the block is told as that.
    return problems + _strange_links(handout, printed, frame) + (_strange_numbers(handout, printed, frame) if not problems else [])


def _strange_links(handout: Handout, printed: Printed, frame: Frame) -> list[Problem]:
    """Numbers and e-mail addresses that a link of the handout dials, and that neither the block nor the page gives."""
    own = {link for locale in LOCALES for link in frame.contact(locale).links.values()}
    typed = {element.value for content in handout.contents for element in content.elements("link")}
    strangers = {link for link in printed.links if link.startswith(_DIALLED)} - own - typed
    return [_differs(Message("The handouts also lead to {link}, which is no part of the contact block.", link=link)) for link in sorted(strangers)]


def _strange_numbers(handout: Handout, printed: Printed, frame: Frame) -> list[Problem]:
    """Numbers that the handout gives, and nothing that it is made of."""
    given = _digits_given(handout.contents, frame)
    words = [words for text in printed.texts for line in text.splitlines() for words, number in dialled_in(line) if number not in given]
    return [
        _differs(Message('The handouts also give "{words}", which is no part of the contact block.', words=each)) for each in dict.fromkeys(words)
    ]


def _digits_given(contents: list[Content], frame: Frame) -> str:
    """All digits of what a handout is made of: pages, contact details, words of the interface, addresses."""
    # Cells that stand beside each other are one line of a PDF.
    said = "".join(piece.text for content in contents for pieces in content.said for piece in pieces)
    contacts = [frame.contact(locale) for locale in LOCALES]
    rows = [value for contact in contacts for value in (contact.name, *(detail.value for detail in contact.details({})))]
    rows += [value for locale in LOCALES for value in frame.words(locale).values()]
    given = [said, *map(as_dialled, rows), *rows, frame.site_url, *frame.sources.addresses.values()]
    return " ".join(re.sub(r"\D", "", each) for each in given)


def _differs(message: Message) -> Problem:
    fix = Message("change {path} if the value there is wrong, the contact block in {template} if the handouts are.", path=PATH, template=TEMPLATE)
    return Problem(TEMPLATE, 1, "handout_contact_differs", message, fix)


def _close(text: str) -> str:
    """A text without its spaces and line breaks: a long address may stand on two lines."""
    return "".join(text.split())
