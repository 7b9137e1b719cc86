"""Which of the pages and settings cannot be read at all."""

import re

from messages.message import Message
from messages.problem import Problem
from sources.files import Unreadable
from sources.pages import Page
from sources.quotation import is_not_closed
from sources.settings import PATH, Settings

_CLOSE = Message("put one quotation mark in front of the text and the same one behind it; for any within it use another sort, such as ’ or “ ”.")


def settings_unreadable(settings: Settings) -> list[Problem]:
    """mkdocs.yml, where it is not there or is no YAML: nothing else can be checked then."""
    return [_problem(PATH, settings.unreadable)] if settings.unreadable else []


def page_unreadable(pages: list[Page]) -> list[Problem]:
    """Pages whose text or front matter cannot be read."""
    return [_problem(page.path, page.unreadable) for page in pages if page.unreadable]


def _problem(path: str, unreadable: Unreadable) -> Problem:
    message, fix = _told(unreadable)
    return Problem(path, unreadable.line, unreadable.check, message, fix)


def _told(unreadable: Unreadable) -> tuple[Message, Message]:
    """What is said of a file, and how to mend it."""
    words = unreadable.words
    match unreadable.check:
        case "not_utf8":
            message = Message("This file holds letters that are not stored as UTF-8, so ŵ, ŷ or ’ would be lost.")
            return message, Message("open it in your editor and save it again with the encoding UTF-8.")
        case "page_not_opened":
            message = Message("This file cannot be opened: {reason}.", reason=words)
            return message, Message("put a file there that everyone may read.")
        case "conflict_left":
            message = Message("Two changes of this passage meet here, and nobody has chosen between them yet.")
            return message, Message("keep the words that are right, and take the lines with <<<<<<<, ======= and >>>>>>> out.")
        case "front_matter_unreadable" if unreadable.line == 1:
            message = Message("The --- at the top of this page has no second one.")
            return message, Message("write --- on a line of its own above the first heading.")
        case "front_matter_astray":
            message = Message(
                'The lines with the title do not stand at the very top of the page, between two lines of three dashes: "{words}".', words=words
            )
            return message, Message("delete all that stands above the title, and write --- there as the first line, with three hyphens.")
        case "front_matter_unreadable" if re.match(r"\w+:\S", words):
            return Message('There is no space behind the colon in "{words}".', words=words), Message("put a space behind the colon.")
        case "front_matter_unreadable" if is_not_closed(words):
            return Message('The lines between the two --- cannot be read near "{words}".', words=words), _CLOSE
        case "front_matter_unreadable" if re.search("[“”„]", words):
            message = Message('The lines between the two --- cannot be read near "{words}".', words=words)
            return message, Message('type straight quotation marks (") in place of “ and ”.')
        case "front_matter_unreadable":
            message = Message('The lines between the two --- cannot be read near "{words}".', words=words)
            return message, Message(
                'write each line as "name: text", with nothing in front of the name; put text that holds a colon, or starts with a sign, in quotation marks.'
            )
        case "settings_line_astray":
            above, line = words.split("\n")
            return Message('This line cannot be read: "{line}".', line=line.strip()), _how_to_mend(above, line)
        case "settings_unreadable" if words:
            message = Message("This file cannot be read from here on.")
            return message, Message("put the file back: everything the site needs to know stands in it.")
        case _:
            message = Message("This file cannot be read from here on.")
            return message, Message(
                "compare this line and the one above it with their neighbours: the spaces in front, the colon, the quotation marks."
            )


def _how_to_mend(above: str, line: str) -> Message:
    """What to do about a line of mkdocs.yml with one of the usual slips, by the line above it."""
    if is_not_closed(line):
        return _CLOSE
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return Message("put spaces in the place of the tab in front of it, as many as the lines beside it have.")
    if re.search(r"[\s\[]\*\w", line):
        return Message("write out here what the sign * stands for, and take that sign and the & that goes with it out.")
    if re.match(r"\s*-\S", line):
        return Message("put a space behind the -.")
    if above.rstrip().endswith(("[]", "{}")):
        return Message("take {sign} out of the line above.", sign=above.rstrip()[-2:])
    return Message("put as many spaces in front of it as the line above has.")
