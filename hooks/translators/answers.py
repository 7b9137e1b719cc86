"""What a translator's file says: its pages, and an answer for each passage."""

import re
from dataclasses import dataclass

from lxml import etree
from translate.storage.xliff import Xliff1File

from messages.message import Message
from messages.problem import Problem
from translators.job import CHECK

PIN = "fingerprint of the source"
SPACE = "{urn:oasis:names:tc:xliff:document:1.2}"
# What a translator's program calls a text that somebody has finished.
_FINISHED = ("translated", "final", "signed-off")
# What it calls one that its translator does not vouch for; a new text is answered by its words.
_UNSURE = ("needs-adaptation", "needs-l10n", "needs-review-adaptation", "needs-review-l10n", "needs-review-translation")
# Between two segments of one passage.
_SEGMENT = etree.XPath("self::*[@mtype='seg']/following-sibling::node()[1][self::*[@mtype='seg']]")


@dataclass(frozen=True)
class Answer:
    """What a translator's file says for one unit, and on which line; `codes` are those in it, each with the one that it stands in.

    The `text` holds a code as a pair of signs round its id, which no text of a file can hold.
    """

    text: str
    codes: tuple[tuple[str, str], ...]
    is_finished: bool
    is_unsure: bool
    line: int


@dataclass(frozen=True)
class PageAnswers:
    """What a translator's file says for one page; `twice` are the lines of passages that were answered before."""

    path: str
    languages: tuple[str, str]
    fingerprint: str
    answers: dict[str, Answer]
    twice: list[int]
    line: int


def read_answers(data: bytes, name: str) -> list[PageAnswers] | Problem:
    """What a translator's file says, page by page."""
    try:
        root = Xliff1File.parsestring(data).document.getroot()
        readable = root.tag == f"{SPACE}xliff" and root.get("version") == "1.2"
        files = list(root.iterchildren(f"{SPACE}file"))
    except Exception:  # What the bytes of a stranger's file make a parser do cannot be listed.
        readable = False
    if not readable:
        message = Message("This file is not one that a translator's program has saved as XLIFF 1.2, or it is damaged.")
        return Problem(name, 1, CHECK, message, Message("ask the translator to save it once more as XLIFF 1.2, with the ending .xlf."))
    if (entity := next(root.iter(etree.Entity), None)) is not None:
        message = Message('This file holds "{sign}", a sign that stands for words which are not in it.', sign=entity.text)
        fix = Message("ask the translator to write the words themselves, and to save the file once more as XLIFF 1.2.")
        return Problem(name, entity.getparent().sourceline or 1, CHECK, message, fix)
    return [_page_answers(node) for node in files]


def _page_answers(node: etree._Element) -> PageAnswers:
    notes = node.iterfind(f"{SPACE}header/{SPACE}note")
    pin = next((note.text or "" for note in notes if note.get("from") == PIN), "")
    answers, twice = {}, []
    for element in node.iter(f"{SPACE}trans-unit"):
        id = element.get("id", "")
        if id in answers:
            twice.append(element.sourceline or 1)
        answers[id] = _answer(element)
    languages = tuple(re.split("[-_]", node.get(key, "").lower())[0] for key in ("source-language", "target-language"))
    return PageAnswers(node.get("original", "").replace("\\", "/"), languages, pin.strip(), answers, twice, node.sourceline or 1)


def _answer(element: etree._Element) -> Answer:
    target = element.find(f"{SPACE}target")
    codes: list[tuple[str, str]] = []
    text = re.sub(r"\r\n?", "\n", "".join(_said(target, "", codes))) if target is not None else ""
    state = target.get("state") if target is not None else None
    is_finished = state in _FINISHED or element.get("approved") == "yes"
    return Answer(text.strip(" \t\n"), tuple(codes), is_finished, state in _UNSURE, element.sourceline or 1)


def _said(node: etree._Element, outer: str, codes: list[tuple[str, str]]) -> list[str]:
    """The pieces of a target: its words, and what stands for a code before and after what it holds."""
    found, within = [node.text or ""], [outer]
    for child in node:
        if isinstance(child.tag, str):
            name, id = etree.QName(child).localname, child.get("rid") or child.get("id", "")
            if name in ("mrk", "sub"):
                found += _said(child, within[-1], codes)
                found += [" "] if _SEGMENT(child) and not next(filter(None, reversed(found)), "")[-1:].isspace() else []
            elif name in ("bpt", "bx"):
                codes.append((id, within[-1]))
                within.append(id)
                found.append(opening(id))
            elif name in ("ept", "ex") and within[-1] == id != outer:
                found.append(closing(within.pop()))
            else:
                codes.append((id, within[-1]))
                inner = _said(child, id, codes) if name == "g" else []
                found += [opening(id), *inner, closing(id)]
        found.append(child.tail or "")
    # A pair that is never closed counts once more, and is told.
    codes += [(id, outer) for id in within[1:]]
    return found


def opening(id: str) -> str:
    """What stands for the start of a code in an answer."""
    return f"\0{id}\1"


def closing(id: str) -> str:
    """What stands for the end of a code in an answer."""
    return f"\0/{id}\1"
