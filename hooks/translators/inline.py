"""The codes inside a passage: bold, links, code, line breaks and language spans, apart from the words between them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from sources.markdown import read_markdown
from sources.tree import Node, Text, walk

# Signs that stand for a letter: a \ before a mark, and names such as &nbsp;.
_SIGN = re.compile(r"\\[!-/:-@\[-`{-~]|&(?:\w+|#\w+);")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
_IMAGE = re.compile(r"!\[(?P<alt>.*)\](?:\(|\[|$)", re.DOTALL)
_KINDS = {"strong": "bold", "b": "bold", "em": "italic", "i": "italic", "a": "link", "img": "image", "br": "lb"}

_CODES = {*_KINDS, "code", "del", "sup", "sub", "span", "abbr", "mark", "kbd", "q", "s", "small", "cite", "ins"}


@dataclass(frozen=True)
class Code:
    """A code of a passage: what stands before the words that it holds and after them; `after` is None where it holds none."""

    id: str
    kind: str
    before: str
    after: str | None
    inside: tuple["str | Code", ...] = ()


Pieces = tuple[str | Code, ...]


@dataclass(frozen=True)
class _Span:
    start: int
    stop: int
    kind: str
    inner: tuple[int, int] | None


def pieces_of(text: str, addresses: str = "") -> Pieces:
    """The words and codes of a passage, in a page that has those `addresses` of links; joined they give the passage again."""
    notes = "".join(f"\n\n{mark}: x" for mark in sorted(set(_FOOTNOTE.findall(text))))
    tree = read_markdown(f"{text}{notes}\n\n{addresses}")
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line.encode()) + 1)
    encoded = text.encode()

    def place(at: str) -> tuple[int, int]:
        (line, column), (last, end) = (map(int, part.split(":")) for part in at.split("-"))
        return starts[line - 1] + column - 1, starts[last - 1] + end

    inside = [each for each in walk(tree.root) if each.at and int(each.at.partition(":")[0]) < len(starts)]
    spans = sorted(_spans(inside, place, encoded), key=lambda span: (span.start, -span.stop))
    return _Cutter(encoded, spans).pieces(0, len(encoded))


def _spans(found: list[Node | Text], place: Callable[[str], tuple[int, int]], encoded: bytes) -> list[_Span]:
    """Each code, by the bytes that it takes."""
    codes = [node for node in found if isinstance(node, Node) and node.tag in _CODES]
    spans = [_Span(*place(node.at), _KINDS.get(node.tag, f"x-{node.tag}"), _held(node, place, encoded)) for node in codes]
    return spans + _hidden(spans, [place(each.at) for each in found if isinstance(each, Text)], encoded)


def _held(node: Node, place: Callable[[str], tuple[int, int]], encoded: bytes) -> tuple[int, int] | None:
    """The bytes of the words that a code holds; None where it holds none, or is all there is to see."""
    start, stop = place(node.at)
    typed = encoded[start:stop].decode(errors="replace")
    if node.tag == "img" and (match := _IMAGE.match(typed)):
        return start + len("!["), start + len("![") + len(match["alt"].encode())
    inner = [place(child.at) for child in node.children if child.at]
    is_whole = node.tag in ("code", "br", "img") or typed.startswith("<http") or node.attributes.get("class") == "footnote"
    return None if is_whole or not inner or inner[0][0] == start else (inner[0][0], inner[-1][1])


def _hidden(spans: list[_Span], texts: list[tuple[int, int]], encoded: bytes) -> list[_Span]:
    """What no reader sees and no code is, such as a comment: that is no words either."""
    taken = list(texts)
    for span in spans:
        whole = span.inner is None or span.kind == "image"
        taken += [(span.start, span.stop)] if whole else [(span.start, span.inner[0]), (span.inner[1], span.stop)]
    found, end = [], 0
    for start, stop in sorted([*taken, (len(encoded), len(encoded))]):
        if start > end and encoded[end:start].strip():
            found.append(_Span(end, start, "x-hidden", None))
        end = max(end, stop)
    return found


class _Cutter:
    """Cuts a passage at its codes, and numbers these."""

    def __init__(self, encoded: bytes, spans: list[_Span]):
        self.encoded, self.spans, self.number = encoded, spans, 0

    def pieces(self, start: int, stop: int) -> Pieces:
        found: list[str | Code] = []
        while self.spans and self.spans[0].start < stop:
            span = self.spans.pop(0)
            if span.start < start or span.stop > stop:
                continue
            found += [*self.words(start, span.start), self.code(span)]
            start = span.stop
        return (*found, *self.words(start, stop))

    def code(self, span: _Span) -> Code:
        self.number += 1
        id = str(self.number)
        if span.inner is None:
            while self.spans and self.spans[0].start < span.stop:
                self.spans.pop(0)
            return Code(id, span.kind, self.text(span.start, span.stop), None)
        first, last = span.inner
        inside = self.pieces(first, last)
        return Code(id, span.kind, self.text(span.start, first), self.text(last, span.stop), inside)

    def words(self, start: int, stop: int) -> list[str | Code]:
        """Some words, with the signs that stand for a letter as codes."""
        text, end = self.text(start, stop), 0
        found: list[str | Code] = []
        for match in _SIGN.finditer(text):
            self.number += 1
            found += [text[end : match.start()], Code(str(self.number), "x-sign", match[0], None)]
            end = match.end()
        return [piece for piece in (*found, text[end:]) if piece]

    def text(self, start: int, stop: int) -> str:
        return self.encoded[start:stop].decode()


def joined(pieces: Pieces) -> str:
    """The passage that pieces make."""
    return "".join(piece if isinstance(piece, str) else piece.before + joined(piece.inside) + (piece.after or "") for piece in pieces)


def codes_in(pieces: Pieces, outer: str = "") -> list[tuple[Code, str]]:
    """Each code, with the id of the one that it stands in."""
    found = []
    for piece in pieces:
        if isinstance(piece, Code):
            found += [(piece, outer), *codes_in(piece.inside, piece.id)]
    return found


def has_words(pieces: Pieces) -> bool:
    """Whether there is anything to translate."""
    return any(has_words(piece.inside) if isinstance(piece, Code) else re.search(r"[^\W\d_]", piece) for piece in pieces)


def words_of(text: str) -> str:
    """A passage's words without its codes, as a reader sees them."""
    return " ".join("".join(_seen(pieces_of(text))).split())


def _seen(pieces: Pieces) -> list[str]:
    found = []
    for piece in pieces:
        if isinstance(piece, str):
            found.append(piece)
        elif piece.after is not None:
            found += _seen(piece.inside)
        else:
            found.append(shown(piece))
    return found


def shown(code: Code) -> str:
    """What a code that holds no words is for a reader: the code itself without its marks, a sign, a space for a line's end."""
    if code.kind in ("x-code", "link"):
        return code.before.strip("`<>")
    if code.kind == "x-sign":
        return code.before[1:] if code.before.startswith("\\") else unescape(code.before)
    return " " if code.kind == "lb" else ""
