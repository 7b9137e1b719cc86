"""Whether the links and pictures of a page lead somewhere, and say where."""

import posixpath
import re
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from guard.websites import scheme_missing
from messages.locales import other
from messages.message import Message
from messages.problem import Problem
from sources.content import Content, Element
from sources.links import split_address, target_name
from sources.telephone import dialled_in

# What cameras, telephones and programs call a picture.
_FILE_NAME = re.compile(
    r"\S.*\.(?:png|jpe?g|gif|webp|svg|heic|tiff?|bmp|avif)|(?:IMG|DSCN?|DSCF|PXL|DCIM|P|WA|image|picture|photo|screenshot|llun|delwedd)[-_ ]?[\d_-]+(?: ?\(\d+\))?",
    re.IGNORECASE,
)
_DIALS = re.compile(r"(?:tel|mailto):", re.IGNORECASE)
_PLAIN = re.compile(r"(?i:tel):\+?[\d -]+|(?i:mailto):[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEBSITE = re.compile(r"(?:https?://)?(?P<host>(?:[\w-]+\.)+[a-z]{2,})(?:[/?#]\S*)?", re.IGNORECASE)
# Words that say nothing of where a link leads, read on their own as a screen reader lists them.
EMPTY_WORDS = {
    *("click here", "here", "this", "this link", "link", "more", "read more", "find out more"),
    *("yma", "cliciwch yma", "hwn", "y ddolen hon", "dolen", "mwy", "darllen mwy", "rhagor", "darllenwch fwy"),
}


def link_target_missing(contents: dict[str, Content], root: Path) -> list[Problem]:
    """Links and pictures whose file, or whose heading in it, is not there.

    A page that one language lacks is one problem of the pair, so links to it are not reported.
    """
    names = {content.page.name for content in contents.values()}
    problems = []
    for content, element in [(each, element) for each in contents.values() for element in each.elements("link", "image")]:
        if not element.value.strip("# "):
            message = Message('"{words}" is to lead somewhere or to show something, and names nothing.', words=element.text)
            fix = Message("write the page, the file or the address between the round brackets: {form}.", form=f"[{element.text}](…)")
            problems.append(_problem(content, element, "link_target_missing", message, fix))
            continue
        folder, name = content.page.locale.folder, target_name(element.value, content.page)
        if name is None or scheme_missing(element.value):
            continue
        parts = split_address(element.value)
        outside = name.startswith((".", "/"))
        if outside or name not in names and not _is_file(root / folder / name):
            known = [path.removeprefix(f"{folder}/") for path in contents if path.startswith(f"{folder}/")]
            # Each page links to its own language; its reader changes over by the language link.
            in_other = name.removeprefix(f"../{other(content.page.locale).folder}/")
            near = [in_other] if in_other in names else get_close_matches(name, known, n=1)
            start = posixpath.dirname(content.page.name) or "."
            message, fix = _no_file(element, folder)
            if near:
                fix = Message('write "{address}" instead.', address=posixpath.relpath(near[0], start))
            problems.append(_problem(content, element, "link_target_missing", message, fix))
        elif parts.fragment and f"{folder}/{name}" in contents:
            target = contents[f"{folder}/{name}"]
            if target.anchor_of(parts.fragment) is None:
                near = get_close_matches(parts.fragment, sorted(target.anchors), n=1, cutoff=0.4)
                fix = Message('take "#{anchor}" out.', anchor=parts.fragment)
                if near:
                    fix = Message('write "{address}" instead.', address=f"#{near[0]}")
                message = Message('The link to "{address}" leads to no heading of {path}.', address=element.value, path=f"{folder}/{name}")
                problems.append(_problem(content, element, "link_target_missing", message, fix))
    return problems


def _no_file(element: Element, folder: str) -> tuple[Message, Message]:
    """What is said of a link or picture whose file is not there, and how to mend it."""
    if element.kind == "link":
        message = Message('The link to "{address}" leads to no file of {folder}/.', address=element.value, folder=folder)
        return message, Message("add the file, or take the link out.")
    message = Message('The picture to "{address}" leads to no file of {folder}/.', address=element.value, folder=folder)
    return message, Message("add the file, or take the picture out.")


def link_text_empty(contents: dict[str, Content]) -> list[Problem]:
    """Links whose words do not say where they lead."""
    return [
        _problem(
            content,
            link,
            "link_text_empty",
            Message('The link "{words}" to {address} does not say where it leads.', words=link.text, address=link.value),
            Message("let the linked words name the page."),
        )
        for content in contents.values()
        for link in content.elements("link")
        if link.text.lower().strip(" .…»>") in EMPTY_WORDS
    ]


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
        if (named := _named(link.text)) and named != _named(unquote(link.value))
    ]


def _named(words: str) -> str:
    """The number, e-mail address or host that a link's words, or its address, are; "" where they are something else."""
    words = words.strip().removeprefix("mailto:")
    if _EMAIL.fullmatch(words):
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


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # A name that no file system can hold.
        return False


def _problem(content: Content, element: Element, check: str, message: Message, fix: Message) -> Problem:
    return Problem(content.page.path, element.line, check, message, fix)
