"""What was found, in Markdown: the summary of a check on GitHub."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import groupby
from urllib.parse import quote

from messages.locales import Locale
from messages.message import Message

# GitHub shows no summary of more than a megabyte, and nobody reads on so far.
_MOST = 300
# Signs that cannot be seen, some of which show what follows in another order.
_TURNING = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CHANGED, _UNCHANGED = Message("In the files that this change touches"), Message("In other files")


@dataclass(frozen=True)
class Change:
    """What is proposed: the files that it touches, the contact details that it gives other values, and where its files are shown."""

    paths: Collection[str] = ()
    contacts: list[tuple[Message, str, str]] = field(default_factory=list)
    address: str = ""


def summary(found: list[dict], change: Change, languages: tuple[Locale, ...]) -> str:
    """Everything that was found, in the form that programs get, in one language, with the others folded below."""
    first, *others = (_in_language(found, change, locale) for locale in languages)
    names = (locale.language.in_(locale) for locale in languages[1:])
    folded = (f"<details>\n<summary>{name}</summary>\n\n{told}\n\n</details>" for name, told in zip(names, others, strict=True))
    return "\n\n".join([first, *folded])


def _in_language(found: list[dict], change: Change, locale: Locale) -> str:
    number = len([each for each in found if each["level"] == "error"])
    title = Message("To mend: {number}", number=number) if number else Message("Nothing to mend.")
    parts = [f"## {title.in_(locale)}"]
    for name, old, new in change.contacts:
        told = Message("This changes the contact details: {name}, from {old} to {new}.", name=name, old=f'"{old}"', new=f'"{new}"')
        parts.append(f"**{escaped(told.in_(locale))}**")
    shown = sorted(found[:_MOST], key=lambda each: (each["path"], each["line"]))
    for heading, is_touched in [(_CHANGED, True), (_UNCHANGED, False)]:
        rows = [each for each in shown if (each["path"] in change.paths) is is_touched]
        if rows and change.paths:
            parts.append(f"### {heading.in_(locale)}")
        parts += _by_file(rows, change, locale)
    if len(found) > len(shown):
        parts.append(Message('And {number} more: "make check" tells all.', number=len(found) - len(shown)).in_(locale))
    return "\n\n".join(parts)


def _by_file(rows: list[dict], change: Change, locale: Locale) -> Iterable[str]:
    """A heading for each file, and below it a point for each problem, its fix set off."""
    for path, of_file in groupby(rows, lambda each: each["path"]):
        yield f"#### {_link(path, path, 0, change)}"
        for each in of_file:
            message, fix = (each[f"{key}_cy"] if locale.code == "cy" else each[key] for key in ("message", "fix"))
            line = Message("line {number}", number=each["line"]).in_(locale)
            mark = Message("warning").in_(locale) + ", " if each["level"] == "warning" else ""
            told = Message("Fix: {fix}", fix=fix).in_(locale)
            yield f"- {_link(line, path, each['line'], change)} ({mark}{escaped(each['check'])})<br>{escaped(message)}\n  > {escaped(told)}"


def _link(words: str, path: str, line: int, change: Change) -> str:
    if not change.address:
        return f"<code>{escaped(words)}</code>"
    # Without ?plain=1 GitHub shows a page of Markdown as its readers see it, which has no lines.
    return f'<a href="{change.address}/{quote(path)}?plain=1{f"#L{line}" if line else ""}">{escaped(words)}</a>'


def escaped(words: str) -> str:
    """Words as they are, whatever they mean to Markdown or HTML: in a file's name or in a text may stand a link or an element."""
    plain = _TURNING.sub("\ufffd", " ".join(words.split()))
    # An address, or somebody's name on GitHub, is found in the words as they are shown: the sign @ stands at the end of some.
    return re.sub(r"[^\w\s.,;'\u2019?()/-]|(?<=www)\.|_", lambda sign: f"&#{ord(sign[0])};" + "<wbr>" * (sign[0] == "@"), plain)
