"""What the built pages made of the one contact block."""

from selectolax.lexbor import LexborNode

from messages.locales import Locale
from messages.message import Message, either
from sources.contact import FIELDS, Contact
from sources.settings import PATH
from web.built import BuiltPage, PageFault

TEMPLATE = "overrides/partials/contact.html"


def contact_block_faults(page: BuiltPage, contacts: dict[Locale, Contact]) -> set[PageFault]:
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


def _differences(block: LexborNode, contact: Contact, locale: Locale) -> set[PageFault]:
    """What a block shows or links that is not what mkdocs.yml says for its language."""
    faults = set()
    shown = _words(block.text())
    for detail in contact.more:
        shown = shown.replace(f"{detail.label}:", "", 1)
    lines = [("name", FIELDS["name"], contact.name)]
    lines += [(detail.name, FIELDS.get(detail.name) or either([detail.label]), detail.value) for detail in contact.details({})]
    for name, words, value in lines:
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
