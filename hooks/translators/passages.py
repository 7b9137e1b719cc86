"""A page cut into the passages that a translator translates, and the marks between them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

FRONT = ("title", "description")
START, END = "start", "end"
_NEWLINE = r"(?:\r\n|\r(?!\n)|\n)"
_FRONT_MATTER = re.compile(rf"\ufeff?---[ \t]*{_NEWLINE}(.*?{_NEWLINE})(?:\.{{3}}|-{{3}})[ \t]*(?:{_NEWLINE}|$)", re.DOTALL)
# The end of a line, and the indentation and quotation marks that start the next one.
_BREAK = re.compile(rf"({_NEWLINE})([ \t]*(?:>[ \t]?)*)")

# What may stand before the words of a line: the marks of points, quotations and definitions.
_MARKS = re.compile(r"[ \t]*(?:(?:[*+-]|\d+\.)[ \t]+|>[ \t]?|:[ \t]+)*")
_POINT = re.compile(r"[ \t>]*(?:[*+-]|\d+\.)[ \t]+\S")
_DEFINITION = re.compile(r"[ \t]*:[ \t]+\S")
_ATTRIBUTES = r"\{:?[ ]*[^}\r\n]+\}"
_HEADING = re.compile(rf"#{{1,6}}[ \t]*(?P<text>.*?)[ \t]*(?:(?<=[ \t]){_ATTRIBUTES}[ \t]*)?(?<!\\)#*[ \t]*$")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*")
_NOTE = re.compile(r'[ \t]*!!! ?[\w-]+(?: +[\w-]+)*(?: +"(?P<text>.*)")?[ \t]*')
_ABBREVIATION = re.compile(r"[ \t]*\*\[[^\]]*\][ ]?:[ \t]*(?P<text>.*?)[ \t]*$")
_RULER = re.compile(r"[ \t>]*(?=[^-]*-)(?=[^|]*\|)[|: \t-]+")
_PIPE = re.compile(r"\\.|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|\|")
_FENCE = re.compile(r"[ \t]*(~{3,}|`{3,})[^`]*")
# Lines that nobody translates: rules, attribute lists, addresses of links, the place of a table of contents, bare tags.
_MARKUP = re.compile(
    r"[ \t]*(?:([-_*])(?:[ \t]*\1){2,}|[>\s]*" + _ATTRIBUTES + r"|\[[^\]]+\]:[ \t]*\S+(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^)]*\)))?"
    r"|\[TOC\]|(?:</?[A-Za-z](?:(?!\b(?:alt|title)=)[^<>])*>[ \t]*)+)[ \t]*"
)

Lines = list[tuple[int, str]]
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
        if self.kind in FRONT:
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
    for kind, start, stop in _spans(_lines(text, body)):
        raw = text[start:stop].rstrip(" \t")
        # A table cell that holds a dash says nothing in any language.
        if re.search(r"[^\W_]", raw):
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
        if key.value in FRONT and plain and value.value.strip() and not front[1].startswith(("&", "!"), value.start_mark.index):
            values[key.value] = value
    for kind, value in sorted(values.items(), key=lambda item: item[1].start_mark.index):
        yield kind, front.start(1) + value.start_mark.index, front.start(1) + value.end_mark.index, value.value.strip()


def _lines(text: str, start: int) -> Lines:
    """Where each line starts, and its words."""
    lines = []
    for match in re.finditer(rf"([^\r\n]*){_NEWLINE}|[^\r\n]+", text[start:]):
        lines.append((start + match.start(), match[0] if match[1] is None else match[1]))
    return lines


def _spans(lines: Lines) -> Iterator[Span]:
    """Kind, start and end of each passage of the Markdown; `depth` is how far a line may be indented and still be text."""
    i = depth = 0
    while i < len(lines):
        offset, words = lines[i]
        level = _level(words)
        end = _code_end(lines, i)
        if not words.strip():
            i += 1
        elif level > depth or end > i or _MARKUP.fullmatch(words):
            depth = min(depth, level)
            i = max(end, i + 1)
        else:
            marks = _MARKS.match(words)[0]
            nests = marks.strip(" \t>") or _NOTE.fullmatch(words)
            depth = level + 1 if nests else level
            found, i = _block(lines, i, offset + len(marks), marks)
            yield from found


def _level(words: str) -> int:
    wide = words.expandtabs(4)
    return (len(wide) - len(wide.lstrip(" "))) // 4


def _code_end(lines: Lines, i: int) -> int:
    """The line below a fenced block of code or an HTML comment that starts at line `i`; `i` where none does."""
    words = lines[i][1]
    fence = _FENCE.fullmatch(words)
    if fence:
        return next((j + 1 for j in range(i + 1, len(lines)) if lines[j][1].strip() == fence[1]), i)
    if words.lstrip().startswith("<!--"):
        last = next((j for j in range(i, len(lines)) if "-->" in lines[j][1]), None)
        if last is not None and not lines[last][1].rpartition("-->")[2].strip():
            return last + 1
    return i


def _block(lines: Lines, i: int, start: int, marks: str) -> tuple[list[Span], int]:
    """The passages of the block whose words start at `start` in line `i`, and the line below it."""
    offset, words = lines[i]
    rest, below = words[start - offset :], lines[i + 1][1] if i + 1 < len(lines) else ""
    for kind, pattern in (("heading", _HEADING), ("note title", _NOTE), ("abbreviation", _ABBREVIATION)):
        match = pattern.match(rest)
        if match and (pattern is not _NOTE or pattern.fullmatch(rest)):
            return [(kind, start + match.start("text"), start + match.end("text"))] if match["text"] else [], i + 1
    if not marks.strip() and _UNDERLINE.fullmatch(below):
        return [("heading", start, offset + len(words))], i + 2
    if "|" in rest and _RULER.fullmatch(below):
        return _table(lines, i, start)
    terms = _terms_end(lines, i) if not marks.strip() else i
    if terms > i:
        return [("term", at + _indentation(line), at + len(line)) for at, line in lines[i:terms]], terms
    kind = {"": "paragraph", ":": "definition"}.get(marks.strip(" \t>")[-1:], "point")
    end = _end(lines, i, kind == "point", ">" in marks)
    return [(kind, start, lines[end - 1][0] + len(lines[end - 1][1]))], end


def _indentation(words: str) -> int:
    return len(words) - len(words.lstrip(" \t>"))


def _end(lines: Lines, i: int, is_point: bool, is_quoted: bool) -> int:
    """The line below the text that starts in line `i`: a list cannot start within a paragraph, and a quotation can."""
    for j in range(i + 1, len(lines)):
        words = lines[j][1]
        bare = words.lstrip(" \t>")
        starts = bare.startswith("#") or _NOTE.fullmatch(words) or _ABBREVIATION.match(words) or _DEFINITION.match(words)
        if not bare or starts or _MARKUP.fullmatch(words) or _code_end(lines, j) > j:
            return j
        if is_point and _POINT.match(words) or not is_quoted and words.lstrip().startswith(">"):
            return j
    return len(lines)


def _terms_end(lines: Lines, i: int) -> int:
    """The line below the terms that start in line `i`, if definitions follow them; `i` otherwise."""
    end = _end(lines, i, False, False)
    below = end + (end < len(lines) and not lines[end][1].strip())
    return end if below < len(lines) and _DEFINITION.match(lines[below][1]) else i


def _table(lines: Lines, i: int, start: int) -> tuple[list[Span], int]:
    spans = []
    end = next((j for j in range(i, len(lines)) if not lines[j][1].strip()), len(lines))
    for j in [i, *range(i + 2, end)]:
        offset, words = lines[j]
        at = start if j == i else offset + _indentation(words)
        row = words[at - offset :]
        pipes = [match.start() for match in _PIPE.finditer(row) if match[0] == "|"]
        for left, right in zip([-1, *pipes], [*pipes, len(row)], strict=True):
            cell = row[left + 1 : right]
            spans.append(("table cell", at + left + 1 + len(cell) - len(cell.lstrip(" \t")), at + right))
    return spans, end
