"""The one contact block: its values in mkdocs.yml, and what the built pages made of them."""

from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from built import BuiltPage, Fault
from locales import LOCALES, Locale
from message import Message
from problem import Problem
from settings import PATH, Settings, in_locale

FIELDS = {
    "name": Message("name"),
    "telephone": Message("telephone number"),
    "email": Message("e-mail address"),
    "website": Message("website"),
}
TEMPLATE = "overrides/partials/contact.html"


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
                fix = Message(
                    'add a line "{code}:" with the {words} below "{name}:", in quotation marks.', code=locale.code, words=words, name=name
                )
                problems.append(Problem(PATH, line, "contact_value_missing", message, fix))
    return problems


def contact_block_faults(page: BuiltPage, contacts: dict[Locale, Contact]) -> set[Fault]:
    """Whether a built page's contact block is absent, there twice, or not as configured."""
    blocks = page.document.css("address.contact")
    template = page.template
    restore = Message('put the line "{{{{ contact_block(code) }}}}" back into {template}.', template=template)
    if page.source.endswith(".html") and template != page.source:
        restore = Message("write it as a Markdown page, with a name that ends in .md, in both languages.")
    if len(blocks) < len(page.locales):
        return {("contact_block_missing", template, Message("A page built from here has no contact block."), restore)}
    if len(blocks) > len(page.locales):
        message = Message("A page built from here has {number} contact blocks.", number=len(blocks))
        remove = Message("take the block that was typed by hand out of the page: the site adds its own.")
        return {("contact_block_twice", TEMPLATE, message, remove)}
    faults = set()
    for block, locale in zip(blocks, _in_order(blocks, page.locales), strict=True):
        if _hidden(block):
            message = Message("A page built from here hides its contact block.")
            show = Message(
                "close in the page what was left open, such as <details>, or take what hides the block out of {template}.", template=TEMPLATE
            )
            faults.add(("contact_block_missing", TEMPLATE, message, show))
        faults |= _differences(block, contacts[locale], locale)
    return faults


def _in_order(blocks: list[LexborNode], locales: tuple[Locale, ...]) -> list[Locale]:
    """The language of each block, where a page holds a block for each of several."""
    by_code = {locale.code: locale for locale in locales}
    return [by_code.get(_language(block), locale) for block, locale in zip(blocks, locales, strict=True)]


def _ancestors(node: LexborNode) -> list[LexborNode]:
    found = []
    while node is not None and node.tag != "-document":
        found.append(node)
        node = node.parent
    return found


def _language(node: LexborNode) -> str | None:
    languages = [parent.attributes.get("lang") for parent in _ancestors(node)]
    return next((language for language in languages if language), None)


def _hidden(block: LexborNode) -> bool:
    """Whether a reader might not see all of a block.

    Between it and <main> only sections may stand: an element that somebody
    left open in a page, such as <details>, would swallow it.
    """
    tags = [parent.tag for parent in _ancestors(block)]
    astray = "main" not in tags or set(tags[1 : tags.index("main")]) - {"section"}
    return bool(astray) or any(
        {"hidden", "inert", "style"} & node.attributes.keys() or node.attributes.get("aria-hidden") == "true"
        for node in [*_ancestors(block), *block.css("*")]
    )


def _differences(block: LexborNode, contact: Contact, locale: Locale) -> set[Fault]:
    """What a block shows or links that is not what mkdocs.yml says for its language."""
    faults = set()
    shown = _words(block.text())
    for name, words in FIELDS.items():
        value = getattr(contact, name)
        nodes = block.css(f".contact-{name}")
        text = _words(" ".join(node.text() for node in nodes))
        link = nodes[0].attributes.get("href") if nodes else None
        said = {"language": locale.language, "words": words, "path": PATH, "value": value}
        if value and not text:
            message = Message("The {language} contact block shows no {words}. {path} says {value}.", **said)
            faults.add((message, Message("add the {words} to {template} again.", words=words, template=TEMPLATE)))
        elif text != _words(value):
            message = Message("The {language} contact block shows the {words} {text}. {path} says {value}.", text=text, **said)
            fix = Message("change {path} if the value there is wrong, {template} if the page is.", path=PATH, template=TEMPLATE)
            faults.add((message, fix))
        elif value and link != contact.links.get(name):
            right = contact.links.get(name)
            message = Message(
                "The {words} in the {language} contact block leads to {link}. It has to lead to {right}.",
                words=words,
                language=locale.language,
                link=link,
                right=right,
            )
            faults.add((message, Message("mend the link in {template}.", template=TEMPLATE)))
        shown = shown.replace(text, "", 1) if text else shown
    faults |= _strangers(block, shown, contact, locale, {message for message, _ in faults})
    return {("contact_block_differs", TEMPLATE, message, fix) for message, fix in faults}


def _strangers(block: LexborNode, shown: str, contact: Contact, locale: Locale, told: set[Message]) -> set[tuple[Message, Message]]:
    """Links of a block that are no detail's, and what is left of the words shown once its details are taken out."""
    faults = set()
    targets = {node.attributes.get("href") for node in block.css("[href]")}
    for link in sorted(filter(None, targets - set(contact.links.values()))):
        if not any(link in message for message in told):
            message = Message("The {language} contact block also leads to {link}, which is no part of it.", language=locale.language, link=link)
            faults.add((message, Message("take that link out of {template}.", template=TEMPLATE)))
    # What is left are the labels; anything that could be dialled or typed is a stranger.
    stray = " ".join(word for word in shown.split() if "@" in word or "www." in word or any(map(str.isdigit, word)))
    if stray:
        message = Message('The {language} contact block also shows "{words}", which is no part of it.', language=locale.language, words=stray)
        remove = Message("take it out of {template}, or add it to extra.contact in {path}.", template=TEMPLATE, path=PATH)
        faults.add((message, remove))
    return faults


def _words(text: str) -> str:
    return " ".join(text.split())
