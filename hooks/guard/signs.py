"""Signs and stand-ins that a reader would see on the page."""

import re
import unicodedata
from collections.abc import Iterator

from guard.plain_words import markup_in_page_header
from guard.prose import joined, line_at, prose
from messages.locales import LOCALES
from messages.message import Message, short
from messages.problem import Problem
from sources.content import Content
from sources.markdown import ALERTS
from sources.settings import PATH, Settings

_WORDS = "TODO|TBC|TBD|TBA|FIXME|XXX+|x{4,}"
_ASKED = r"\[(?i:insert|add|your|name|date|number|type here|mewnosod|rhowch|ychwanegwch|eich|enw|dyddiad|rhif|teipiwch yma)\b[^\]]*\]"
_ASKED += r"|\((?i:insert|add|mewnosodwch|ychwanegwch|rhowch) [^()\n]{1,40} (?i:here|yma)\)"
# A day, a sum or an hour that nobody filled in: XX January, £XX, XX:XX.
_MONTHS = "|".join(month for locale in LOCALES for month in locale.months)
_NUMBER = rf"£ ?[xX]+\b|\b[xX]{{2}}[:.][xX]{{2}}\b|\b[xX]{{1,2}} (?:{_MONTHS})\b"
# What Word and programs that write texts leave behind, beside the text that was asked for.
_LEFT_BEHIND = (
    r"Error! (?:Reference source|Bookmark|Hyperlink)|Click or tap (?:here )?to|\{ ?(?:HYPERLINK|PAGEREF|INCLUDEPICTURE)\b|Commented \[\w+\]:"
    r"|^(?:Page|Tudalen) \d+ (?:of|o) \d+$|As an AI (?:language )?model|Here(?: is|['’]s) the (?:Welsh |English )?translation|Dyma['’]r cyfieithiad:|oaicite|【[^】\n]*】"
    r"|This (?:e-?mail|message) (?:originated|came|was sent) from outside|(?<=[\w(] )\?\?(?=[\s).,]|$)"
    r"|\[\d{1,2}:\d\d(?::\d\d)?, \d{1,2}/\d{1,2}/\d{2,4}\] [^\n:]{1,40}:|\[?\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d(?::\d\d)?(?:\]| -) [^\n:]{1,40}:"
)
# A day that nobody filled in; "write it as DD/MM/YYYY" says how to write one.
_DAY = r"(?:^|(?<=:)|(?<=: ))DD/MM/YYYY"
# The words of the pages that the guides start with.
_SKELETON = r"^(?:The text|Y testun|One sentence about the page, for search engines|Un frawddeg am y dudalen)\.$"
# What programs that fill in a text look for.
_FIELD = r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|\$\{\w+\}|<%[^%\n]*%>|<<\w+>>|«\w+»|%\w+%(?!\w)"
_PLACEHOLDER = re.compile(
    rf"{_FIELD}|{_NUMBER}|{_LEFT_BEHIND}|{_DAY}|{_SKELETON}|\b(?:{_WORDS})\b|(?<!^)\?\?\?|^\?\?\?(?!\+? ?\w)|\b[Ll]orem ipsum\b|{_ASKED}"
)
# A pattern whose letters come first passes most of a page by at once.
_LIKE_PLACEHOLDER = re.compile(
    rf"{_FIELD}|£ ?[xX]|[xX][:.][xX]|[xX] (?:{_MONTHS})|Page \d|Tudalen \d|{_LEFT_BEHIND}|DD/MM/YYYY|The text\.|Y testun\.|One sentence about|Un frawddeg am|{_WORDS}|\?\?\?|orem ipsum|{_ASKED}"
)
# Spaces and signs that look like others or like nothing, and what starts a part of a page.
_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\uff01-\uff5e]")
_POINT = re.compile(r"(?:[-*+]|\d{1,2}[.)]) \S")
_BLOCK = re.compile(r"#{1,6} |> ?\S|\|.*\||```|~~~|-{3,}$|={3,}$")
_HEADING = Message("write ## in front of the words in place of the signs round them.")
_TABLE = Message("write the table as GitHub does: | between the cells, and | --- | --- | below the first line.")
# Cells that spaces or tabs set below each other, in two lines or more: a page shows one space.
_COLUMNS = r"^\S[^\n]*?\S(?: {3,}|\t)[ \t]*\S(?=[^\n]*\n\S[^\n]*?\S(?: {3,}|\t)[ \t]*\S)"
_KINDS = ", ".join(f"[!{kind.upper()}]" for kind in ALERTS)
# Signs that Markdown turns into something else where they are complete, and signs of other kinds of Markdown: what none of
# them is without, which one look finds, then its pattern and what to type.
_SIGNS = [
    (
        "!!!",
        r"^\s*!!! ?\w",
        Message(
            "write {note} on a line of its own, and > in front of each line below it; a title is a first line in bold: {title}.",
            note="> [!NOTE]",
            title="> **…**",
        ),
    ),
    (":::", r"^:{3,}", Message("take it out; for a note write {note} on a line of its own, and > in front of each line below it.", note="> [!NOTE]")),
    (
        "???",
        r"^\s*\?\?\?\+? ?\w",
        Message("write {form}; its title stands between <summary> and </summary>.", form="<details><summary>…</summary> … </details>"),
    ),
    (
        "[!",
        rf"(?i)\[!(?:{'|'.join(ALERTS)})\][ \t]*\S",
        Message("leave {note} alone on its line, and write the title in bold on a line of its own: {title}.", note="> [!NOTE]", title="> **…**"),
    ),
    (
        "[!",
        rf"\[!\w+\]|^\[ ?! ?(?i:{'|'.join(ALERTS)})\b",
        Message("write one of {kinds}, at the start of a line with > in front, and not within a list or another quotation.", kinds=_KINDS),
    ),
    ("{", r"\{:?[^{}\n]*\.card\b", Message('take it out, and write "cards: yes" between the two --- at the top of the page.')),
    (
        "{",
        r"\{:?[^{}\n]*\bhreflang=",
        Message(
            "take it out: most links into the other language are marked by themselves. If the address does not tell, write {form}.",
            form='<a href="…" hreflang="cy">…</a>',
        ),
    ),
    ("{", r"\{:?[^{}\n]*\blang=", Message("write {form} in place of the words and the sign.", form='<span lang="en">…</span>')),
    ("{", r"\{:?\s*#[\w-]+", Message("take {sign} out: a heading's own words name its place.", sign="{…}")),
    ("{", r"\{:?\s*\.[\w-]+|\{:|\{ ?[a-z-]+=", Message("take {sign} out.", sign="{…}")),
    ("===", r'^=== "', Message("write a heading in its place, and its text below without spaces in front.")),
    ("=", r"^(?:(={2,6}) .+ \1|=[^=\n]+=)$", _HEADING),
    (". ", r"^h[1-6]\. \w", _HEADING),
    ("==", r"==\w[^=\n]*==", Message("write {form} in place of the signs.", form="<mark>…</mark>")),
    (":", r"(?<!\w):[a-z][a-z0-9_+-]+:(?!\w)", Message("type the sign that is meant, or take it out: its name is no picture here.")),
    ("[[", r"\[\[[^\]\n]+\]\]", Message("write [words](page.md), with the name of the page's file between the round brackets.")),
    (
        ")[",
        r"\([^()\n]+\)\[(?:[\w./-]+\.\w{2,5}|https?:|mailto:|tel:|www\.|#)[^\]\n]*\]",
        Message("write [words](page.md): the words between the square brackets, the address between the round ones."),
    ),
    ("][", r"\]\[[^\]\n]*\]", Message("write [words](page.md), with the address between the round brackets.")),
    ("*[", r"^\*\[[^\]\n]+\]:", Message("take the line out, and write what the letters stand for where they come first.")),
    ("\n: ", r"(?<=\S\n): {1,3}\S", Message("write {form} in place of the two lines.", form="- **…**: …")),
    ("[TOC]", r"^@?\[TOC\]\s*$", Message("take it out.")),
    ("[^", r"\[\^[^\]\s]+\]", Message("write {form} on a line of its own, and the note behind it.", form="[^1]:")),
    ("[", r"^\[[ xX]?\](?![\[(])", Message("write {form}, with one space between the brackets and one behind them.", form="- [ ] …")),
    ("#######", r"^#{7,}", Message("use six signs # or fewer.")),
    ("#", r"^#{1,6}\w", Message("put a space behind the signs #; if no heading is meant, write \\#.")),
    ("<!--", "<!--", Message("put --> behind it.")),
    ("-->", "-->", Message("take --> out: what is hidden ends at the first of these.")),
    ("<", r"</?\w+:\w+[^>\n]*>", Message("take it out: Word alone reads it.")),
    ("<", r"</?(?:a|abbr|details|span|summary)\b", Message("close it with >, and put every value in it into quotation marks.")),
    ("|", r"-{3,}:?\s*\|", Message("give the second line of the table as many parts as the first: | --- | --- |.")),
    (
        "|",
        r"(?:^\|(?![ \t|:-]*$).+\|[ \t]*$|^[^|\n]+ \| [^|\n]+\n[^|\n]+ \| [^|\n]+$)(?![\s\S]*-{3})",
        Message("write a line below the first one of the table: | --- | --- |."),
    ),
    (
        "&",
        r"&(?:#\d+|#x[\da-fA-F]+|(?:[lr][ds]quo|[aeiouwyAEIOUWY](?:circ|acute|grave|uml)|nbsp|amp|quot|apos|lt|gt|[mn]dash|hellip|pound|euro|copy|shy|bull));?(?!\w)",
        Message("type the sign that is meant in its place."),
    ),
    ("'''", r"'{3}", Message("put ** right before and right after the words, or take it out.")),
    (
        "[",
        r"\[(b|i|u|url|img|quote|size|color)(?:=[^\]\n]*)?\][^\n]*\[/\1\]",
        Message("take it out: here ** makes words bold, and [words](page.md) a link."),
    ),
    ("+", r"^\+(?:[-=]{3,}\+)+$", _TABLE),
    ("   ", _COLUMNS, _TABLE),
    ("\t", _COLUMNS, _TABLE),
    (
        "-\n",
        r"[^\W\d_]{2}-(?=\n(?!(?:and|or|to|a|ac|neu|i) )[^\W\d_])",
        Message("write the word on one line, without the hyphen if it has none: a page shows a space behind it."),
    ),
    ("~~", "~~", Message("put ~~ right before and right after the words, or take it out.")),
    ("__", r"(?<![\w_])__(?=[^\W_])|(?<=[^\W_])__(?![\w_])", Message("put ** right before and right after the words, or take it out.")),
    ("_", r"(?<![\w_@/.])_(?=[^\W_])", Message("put * right before and right after the words, or take it out.")),
    ("**", r"\*\*", Message("put ** right before and right after the words, or take it out.")),
    (
        "]",
        r"\]\s?\((?=<?(?:[\w./-]*\.md\b|https?:|mailto:|tel:|#))|\]\([^()\n]* [^()\n]*\)|\[[^\[\]()\n]+\((?=https?:|www\.|[\w./-]+\.md\b)",
        Message("write [words](page.md), with nothing between the two kinds of brackets, no space in the address, and close both."),
    ),
    ("`", "`", Message("put ` before and after the words; if an apostrophe is meant, write ’.")),
]
_SIGNS = [(needed, re.compile(pattern, re.MULTILINE), fix) for needed, pattern, fix in _SIGNS]


def markup_left(contents: dict[str, Content]) -> list[Problem]:
    """Signs that were to make a note, a table or a link, and stand on the page as they are."""
    problems = [
        Problem(
            content.page.path,
            number,
            "markup_left",
            Message('"{words}" shows signs of Markdown that readers would see.', words=short(line)),
            fix,
        )
        for content in contents.values()
        for number, line, fix in _signs_left(content)
    ]
    # Words that are shown as they are typed can hold no link and the like, so these are told how to be without.
    in_headers = [problem for content in contents.values() for problem in markup_in_page_header(content)]
    told = {(problem.path, problem.line) for problem in in_headers}
    return in_headers + [problem for problem in problems if (problem.path, problem.line) not in told]


def sign_not_seen(contents: dict[str, Content]) -> list[Problem]:
    """Lines that would be a heading, a point or the like, but for a sign that nobody sees, or a broad one that only looks like it."""
    fix = Message("take out all that stands before the first word of the line, and type the sign and one space again.")
    problems = []
    for content in contents.values():
        # Most pages have no such sign, and one look tells.
        if not _ODD.search(content.page.body):
            continue
        for pieces in prose(content):
            for index, line in enumerate(joined(pieces).split("\n")):
                starts = _BLOCK.match(plainly(line)) if _ODD.search(line[:8]) else None
                if starts and not _BLOCK.match(line) or _ODD.match(line) and _POINT.match(plainly(line)):
                    message = Message(
                        '"{words}" stands on the page as it is typed, because of a sign that cannot be seen.', words=short(plainly(line))
                    )
                    number = line_at(pieces, sum(len(each) + 1 for each in joined(pieces).split("\n")[:index]))
                    problems.append(Problem(content.page.path, number, "sign_not_seen", message, fix))
    return problems


def plainly(line: str) -> str:
    """A line without what cannot be seen, each broad or unusual sign as the usual one."""
    seen = "".join(sign for sign in unicodedata.normalize("NFKC", line) if unicodedata.category(sign) not in ("Cf", "Cc"))
    return " ".join(seen.split())


def _signs_left(content: Content) -> Iterator[tuple[int, str, Message]]:
    """The first line of each paragraph on which a sign stands that is meant to be one, and what completes it: code is not, nor what is escaped."""
    lines = content.page.text.split("\n")
    for pieces in prose(content):
        text = joined(pieces)
        found = [
            (sign.start(), index, sign) for index, (needed, pattern, _) in enumerate(_SIGNS) if needed in text for sign in pattern.finditer(text)
        ]
        for start, index, sign in sorted(found):
            number = line_at(pieces, start)
            if f"\\{sign[0].strip()[0]}" not in lines[number - 1]:
                line = text[text.rfind("\n", 0, sign.end()) + 1 :].partition("\n")[0]
                yield number, line.strip(), _SIGNS[index][2]
                break


def placeholder_left(contents: dict[str, Content]) -> list[Problem]:
    """Words of pages that stand for a text still to be written."""
    return [
        _placeholder(content.page.path, passage.line_of(placeholder[0]), placeholder[0])
        for content in contents.values()
        if _LIKE_PLACEHOLDER.search(content.page.text)
        for section in content.sections
        for passage in section.passages
        if (placeholder := _PLACEHOLDER.search(passage))
    ]


def placeholder_in_settings(settings: Settings) -> list[Problem]:
    """The same in the names and words of mkdocs.yml that stand on each page."""
    found = ((line, _PLACEHOLDER.search(words)) for line, words in settings.shown)
    return [_placeholder(PATH, line, placeholder[0]) for line, placeholder in found if placeholder]


def _placeholder(path: str, line: int, words: str) -> Problem:
    message = Message('"{words}" stands where a text is still to be written.', words=words)
    return Problem(path, line, "placeholder_left", message, Message("write the text, or take the passage out."))
