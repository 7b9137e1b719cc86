"""Whether the links and pictures of a page lead somewhere, and say where."""

import posixpath
import re
from collections.abc import Set
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from guard.differences import headings_differ
from guard.files import path_to_be
from guard.hosts import EMAIL
from guard.meant import Names, without_way
from guard.websites import scheme_missing
from messages.locales import other
from messages.message import Message
from messages.problem import Problem
from sources.all_sources import Sources
from sources.content import Content, Element
from sources.files import SHARED, files_in, is_file, is_hidden
from sources.links import shared_path, split_address, target_name
from sources.pictures import is_picture
from sources.telephone import EVERYBODYS, dialled_in

# What cameras, telephones and programs call a picture.
_FILE_NAME = re.compile(
    r"\S.*\.(?:png|jpe?g|gif|webp|svg|heic|tiff?|bmp|avif)|(?:IMG|DSCN?|DSCF|PXL|DCIM|P|WA|image|picture|photo|screenshot|llun|delwedd)[-_ ]?[\d_-]+(?: ?\(\d+\))?",
    re.IGNORECASE,
)
_DIALS = re.compile(r"(?:tel|mailto):", re.IGNORECASE)
_PLAIN = re.compile(r"(?i:tel):\+?[\d -]+|(?i:mailto):[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEBSITE = re.compile(r"(?:https?://)?(?P<host>(?:[\w-]+\.)+[a-z]{2,})(?:[/?#]\S*)?", re.IGNORECASE)
# Words that say nothing of where a link leads, read on their own as a screen reader lists them.
EMPTY_WORDS = {
    *("click here", "here", "this", "this link", "link", "more", "read more", "find out more"),
    *("yma", "cliciwch yma", "hwn", "y ddolen hon", "dolen", "mwy", "darllen mwy", "rhagor", "darllenwch fwy"),
}


def link_target_missing(content: Content, sources: Sources, names: Names, astray: Set[str] = frozenset()) -> list[Problem]:
    """Links and pictures of a page whose file, or whose heading in it, is not there.

    A page that one language lacks is one problem of the pair, so links to it are not reported; nor are those to headings of pages that are
    `astray`, and may have others once they are mended.
    """
    contents, problems = sources.contents, []
    for element in content.elements("link", "image"):
        folder, name = content.page.locale.folder, target_name(element.value, content.page)
        told = None
        if not element.value.strip("# "):
            told = _names_nothing(element)
        elif name is None or scheme_missing(element.value):
            continue
        elif not _is_there(name, folder, sources):
            told = _no_picture(element, content, name, sources) if element.kind == "image" else _no_page(element, content, name, names, sources)
        elif (anchor := split_address(element.value).fragment) and f"{folder}/{name}" in contents and f"{folder}/{name}" not in astray:
            target = contents[f"{folder}/{name}"]
            told = None if target.anchor_of(anchor) is not None else _no_heading(element, content, target, anchor, sources)
        if told:
            problems.append(_problem(content, element, "link_target_missing", *told))
    return problems


def _is_there(name: str, folder: str, sources: Sources) -> bool:
    """Whether a page of some language, or a file, has a name within the folder of one language."""
    if path := shared_path(name):
        return is_picture(PurePosixPath(path)) and not is_hidden(path) and is_file(sources.root / path)
    return not name.startswith((".", "/")) and (name in sources.names or is_file(sources.root / folder / name))


def _names_nothing(element: Element) -> tuple[Message, Message]:
    message = Message('"{words}" is to lead somewhere or to show something, and names nothing.', words=element.text)
    fix = Message("write the page, the file or the address between the round brackets: {form}.", form=f"[{element.text}](…)")
    return message, fix


def _no_page(link: Element, content: Content, name: str, names: Names, sources: Sources) -> tuple[Message, Message]:
    """What is said of a link to a page or file that is not there: what is offered in its place is never another page's near name."""
    page = content.page
    message = Message('The link to "{address}" leads to no file of {folder}/.', address=link.value, folder=page.locale.folder)
    parts = split_address(link.value)
    beside = _beside(link, content, sources)
    found = names.meant(name, unquote(parts.path)) or (beside and target_name(beside.value, page)) or names.titled(link.text, page.locale)
    if found and found in {each.name for each in sources.pages}:
        address = posixpath.relpath(found, posixpath.dirname(page.name) or ".") + (f"#{parts.fragment}" if parts.fragment else "")
        return message, Message('write "{address}" instead.', address=address)
    return message, Message("take the link out, or add the file.")


def _no_picture(image: Element, content: Content, name: str, sources: Sources) -> tuple[Message, Message]:
    """What is said of a picture whose file is not there; it may have another name now, or lie where both languages share it, or in the other's folder alone."""
    page, shared = content.page, shared_path(name)
    message = Message(
        'The picture to "{address}" leads to no file of {folder}/.', address=image.value, folder=SHARED.folder if shared else page.locale.folder
    )
    own, common, theirs = (
        _same_name(without_way(name), folder, sources.root) for folder in (page.locale.folder, SHARED.folder, other(page.locale).folder)
    )
    if own or common:
        # From the folder of the page, as GitHub follows it.
        return message, Message('write "{address}" instead.', address=posixpath.relpath(own or common, posixpath.dirname(page.path)))
    if theirs:
        place = shared or f"{page.locale.folder}/{theirs.partition('/')[2]}"
        return message, Message("put a copy of {file} there: {place}.", file=theirs, place=place)
    return message, Message("take the picture out, or add the file.")


def _same_name(name: str, folder: str, root: Path) -> str:
    """The file of a folder, from the repository root, that is called as a page calls it but for capitals, spaces and the like; "" for none."""
    start = "" if folder == SHARED.folder else f"{folder}/"
    paths = (path.relative_to(root).as_posix() for path in files_in(root / folder))
    return next((path for path in sorted(paths) if path_to_be(path.removeprefix(start)) == path_to_be(name)), "")


def _no_heading(link: Element, content: Content, target: Content, anchor: str, sources: Sources) -> tuple[Message, Message]:
    """What is said of a link to a heading that its page does not have; its counterpart tells which is meant."""
    message = Message('The link to "{address}" leads to no heading of {path}.', address=link.value, path=target.page.path)
    pair, beside = sources.pairs.get(target.page.name), _beside(link, content, sources)
    if pair and beside and not headings_differ(pair):
        other_content = pair.source if target is pair.translation else pair.translation
        there = other_content.anchor_of(split_address(beside.value).fragment)
        place = next((i for i, section in enumerate(other_content.sections) if section.anchor and section.anchor == there), 0)
        if place:
            return message, Message('write "{address}" instead.', address=link.value.replace(f"#{anchor}", f"#{target.sections[place].anchor}"))
    return message, Message(
        'take "#{anchor}" out, or name one of its headings: {names}.',
        anchor=anchor,
        names=", ".join(f"#{section.anchor}" for section in target.sections[1:]) or "–",
    )


def _beside(link: Element, content: Content, sources: Sources) -> Element | None:
    """The link in the same place of the counterpart, where both sections have as many."""
    pair = sources.pairs.get(content.page.name)
    if not pair or headings_differ(pair):
        return None
    other_content = pair.source if content is pair.translation else pair.translation
    for section, other_section in zip(content.sections, other_content.sections, strict=True):
        links, others = ([each for each in one.elements if each.kind == "link"] for one in (section, other_section))
        if link in links and len(links) == len(others):
            return others[links.index(link)]
    return None


def link_text_empty(contents: dict[str, Content]) -> list[Problem]:
    """Links without words, or whose words do not say where they lead."""
    problems = []
    for content in contents.values():
        for link in content.elements("link"):
            words = link.text.lower().strip(" .…»>\xa0")
            if not words:
                message = Message("The link to {address} has no words, so that nobody can see or hear it.", address=link.value)
                fix = Message("write the words of the link between the square brackets, or take it out: {form}.", form=f"[…]({link.value})")
            elif words in EMPTY_WORDS:
                message = Message('The link "{words}" to {address} does not say where it leads.', words=link.text, address=link.value)
                fix = Message("let the linked words name the page.")
            else:
                continue
            problems.append(_problem(content, link, "link_text_empty", message, fix))
    return problems


def link_dials_more(contents: dict[str, Content]) -> list[Problem]:
    """Links that dial, or write to, more than one plain number or address: pauses, extensions, copies to others."""
    return [
        _problem(
            content,
            link,
            "link_dials_more",
            Message('The address "{address}" holds more than a number or an e-mail address.', address=link.value),
            Message("write {number} or {email} alone.", number="tel:+44…", email="mailto:name@example.org"),
        )
        for content in contents.values()
        for link in content.elements("link")
        if _DIALS.match(link.value) and not _PLAIN.fullmatch(unquote(link.value))
    ]


def link_words_differ(contents: dict[str, Content]) -> list[Problem]:
    """Links whose words are a number, an e-mail address or a website, and that lead to another."""
    return [
        _problem(
            content,
            link,
            "link_words_differ",
            Message('The link "{words}" leads to {address}.', words=link.text, address=link.value),
            Message("let it lead to what its words say, or write other words."),
        )
        for content in contents.values()
        for link in content.elements("link")
        if (named := _named(link.text)) and named != _named(unquote(link.value)) or _says_another_number(link)
    ]


def _says_another_number(link: Element) -> bool:
    """Whether a link dials another number than those that its words name."""
    return link.value.lower().startswith("tel:") and bool(said := _numbers(link.text)) and not said & _numbers(unquote(link.value))


def _numbers(words: str) -> set[str]:
    return {number for _, number in dialled_in(words)} | EVERYBODYS.intersection(re.findall(r"\d+", words))


def _named(words: str) -> str:
    """The number, e-mail address or host that a link's words, or its address, are; "" where they are something else."""
    words = words.strip().removeprefix("mailto:")
    if EMAIL.fullmatch(words):
        return words.lower()
    if numbers := [*dialled_in(words)] if not re.search(r"[^\W\d_]", words.removeprefix("tel:")) else []:
        return numbers[0][1]
    host = _WEBSITE.fullmatch(words)
    return host["host"].lower().removeprefix("www.") if host else ""


def picture_without_words(contents: dict[str, Content]) -> list[Problem]:
    """Pictures without an alternative text, or with the name of a file in its place."""
    problems = []
    for content, image in [(each, image) for each in contents.values() for image in each.elements("image")]:
        words = image.text.strip()
        message = Message("The picture {address} has no words for people who cannot see it.", address=image.value)
        if words:
            message = Message('"{words}" is a file\'s name, and says nothing to people who cannot see the picture.', words=words)
        if not words or _is_file_name(words, image.value):
            problems.append(
                _problem(
                    content,
                    image,
                    "picture_without_words",
                    message,
                    Message("say what it shows between the square brackets: ![…]({address}).", address=image.value),
                )
            )
    return problems


def _is_file_name(words: str, address: str) -> bool:
    name = PurePosixPath(unquote(split_address(address).path))
    return bool(_FILE_NAME.fullmatch(words)) or (words.lower() == name.stem.lower() and not words.isalpha())


def _problem(content: Content, element: Element, check: str, message: Message, fix: Message) -> Problem:
    return Problem(content.page.path, element.line, check, message, fix)
