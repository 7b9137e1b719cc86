"""A page cut into the passages that a translator translates, and the marks between them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from sources.content import HEADINGS
from sources.front_matter import SHOWN
from sources.markdown import read_markdown
from sources.tree import BLOCKS, Node, Text, text_of

START, END = "start", "end"
_NEWLINE = r"(?:\r\n|\r(?!\n)|\n)"
_FRONT_MATTER = re.compile(rf"\ufeff?---[ \t]*{_NEWLINE}(.*?{_NEWLINE})(?:\.{{3}}|-{{3}})[ \t]*(?:{_NEWLINE}|$)", re.DOTALL)
# The end of a line, and the indentation and quotation marks that start the next one.
_BREAK = re.compile(rf"({_NEWLINE})([ \t]*(?:>[ \t]?)*)")

# The signs of a heading, and the addresses of links that may stand on lines of their own above a paragraph.
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<text>.*?)(?:[ \t]+#+)?[ \t]*$|(?P<underlined>.*\S)[ \t]*" + _NEWLINE + r"[ \t>]*(?:=+|-+)[ \t]*$", re.DOTALL)
_ADDRESSES = re.compile(rf"(?:\[(?!\^)[^\]]+\]:[ \t]*\S+[^\r\n]*{_NEWLINE}[ \t>]*)+")

Span = tuple[str, int, int]


@dataclass(frozen=True)
class Passage:
    """A heading, paragraph, point or cell as it stands in its file.

    `literal` is what stands before it and nobody translates; `raw` is how the
    file holds it and `text` what it says. Those of the kinds START, at the end
    of the front matter, and END, at the end of the file, are empty.
    """

    literal: str
    raw: str
    kind: str
    text: str

    def put(self, text: str, source: "Passage") -> str:
        """How `text`, the translation of `source`, stands in the place of this passage."""
        if text == self.text:
            return self.raw
        if self.kind in SHOWN:
            return scalar(text) + ("\n" if self.raw.endswith(("\n", "\r")) else "")
        breaks = _BREAK.findall(self.raw) or _BREAK.findall(source.raw) or [("\n", "")]
        first, *others = text.split("\n")
        return first + "".join("".join(breaks[min(i, len(breaks) - 1)]) + line for i, line in enumerate(others))


def scalar(text: str) -> str:
    """A text as the value of a line of front matter, in quotation marks where YAML needs them."""
    try:
        plain = "\n" not in text and yaml.safe_load(f"key: {text}") == {"key": text}
    except (yaml.YAMLError, ValueError):
        plain = False
    return text if plain else json.dumps(text, ensure_ascii=False)


def cut(text: str) -> list[Passage]:
    """The passages of a page's file; the `literal` and `raw` of all of them joined give the file again."""
    front = _FRONT_MATTER.match(text)
    body = front.end() if front else len(text) - len(text.removeprefix("\ufeff"))
    passages, end = [], 0
    for kind, start, stop, said in _front_values(front) if front else []:
        passages.append(Passage(text[end:start], text[start:stop], kind, said))
        end = stop
    passages.append(Passage(text[end:body], "", START, ""))
    end = body
    for kind, start, stop in _spans(text, body):
        raw = text[start:stop].rstrip(" \t")
        # A table cell that holds a dash says nothing in any language.
        if start >= end and re.search(r"[^\W_]", raw):
            passages.append(Passage(text[end:start], raw, kind, _BREAK.sub("\n", raw)))
            end = start + len(raw)
    return [*passages, Passage(text[end:], "", END, "")]


def _front_values(front: re.Match) -> Iterator[tuple[str, int, int, str]]:
    try:
        node = yaml.compose(front[1], Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return
    values = {}
    for key, value in node.value if isinstance(node, yaml.MappingNode) else []:
        # The value of an alias stands elsewhere, and one with an anchor is needed there.
        plain = isinstance(value, yaml.ScalarNode) and value.start_mark.index >= key.end_mark.index
        if key.value in SHOWN and plain and value.value.strip() and not front[1].startswith(("&", "!"), value.start_mark.index):
            values[key.value] = value
    for kind, value in sorted(values.items(), key=lambda item: item[1].start_mark.index):
        yield kind, front.start(1) + value.start_mark.index, front.start(1) + value.end_mark.index, value.value.strip()


def _spans(text: str, body: int) -> list[Span]:
    """Kind, start and end of each passage of the Markdown, in the order of the file."""
    # With the lines above left empty, the tree names lines of the file.
    tree = read_markdown("\n" * len(re.findall(_NEWLINE, text[:body])) + text[body:])
    starts = [0, *(match.end() for match in re.finditer(_NEWLINE, text)), len(text)]
    # What editors that put a mark there have before the first letter.
    first = 1 if text.startswith("\ufeff") and not text[:body].strip("\ufeff") else 0

    def place(at: str) -> tuple[int, int]:
        (line, column), (last, end) = (map(int, part.split(":")) for part in at.split("-"))
        return offset(line, column - 1), offset(last, end)

    def offset(line: int, column: int) -> int:
        start = starts[line - 1] + first * (line == 1)
        return start + len(text[start : starts[line]].encode()[:column].decode(errors="ignore"))

    return sorted((_trimmed(kind, text, *place(at)) for kind, at in _blocks(tree.root)), key=lambda span: span[1:])


def _blocks(parent: Node) -> Iterator[tuple[str, str]]:
    """Kind and place of each heading, paragraph, point and cell, and of each run of words beside them."""
    run: list[Node | Text] = []
    for child in [*parent.children, Node("pre")]:
        if isinstance(child, Text) or child.tag not in BLOCKS:
            run += [child] if child.at else []
            continue
        if run and any(text_of(each).strip() or isinstance(each, Node) for each in run):
            kind = "point" if parent.tag == "li" else "paragraph"
            yield kind, f"{run[0].at.partition('-')[0]}-{run[-1].at.rpartition('-')[2]}"
        run = []
        if child.tag in HEADINGS:
            yield "heading", child.at
        elif child.tag in ("td", "th") and child.at:
            yield "table cell", child.at
        elif child.tag == "p" and child.at:
            yield "point" if parent.tag == "li" else "paragraph", child.at
        elif child.tag != "pre":
            yield from _blocks(child)


def _trimmed(kind: str, text: str, start: int, end: int) -> Span:
    """A span without the signs that nobody translates."""
    if kind == "heading":
        match = _HEADING.match(text, start, end)
        return (kind, *match.span(match.lastgroup)) if match else (kind, start, start)
    if kind == "table cell":
        start += len(text[start:end]) - len(text[start:end].lstrip(" \t"))
    elif match := _ADDRESSES.match(text, start, end):
        start = match.end()
    # Between typed HTML a text may start with the end of a line.
    return kind, start + len(text[start:end]) - len(text[start:end].lstrip()), end
