"""What a page says: its sections, and a fingerprint of them."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Any
from urllib.parse import unquote

from sources.front_matter import SHOWN
from sources.links import target_name
from sources.markdown import Tree
from sources.memory import Memory, key_of
from sources.pages import Page
from sources.tree import Node, Text, html_of, line_of, runs, text_of, walk

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE = {"a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q", "s", "small", "span", "strong"}
_INLINE |= {"sub", "sup"}
_HEARD = {"alt", "title", "aria-label"}
# Typing differences that no reader sees as other words.
_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " ", "\u00ad": None})


def short_hash(text: str) -> str:
    """Six letters from a to p for a text. No digits: YAML would read some of those as numbers."""
    return "".join(chr(ord("a") + int(digit, 16)) for digit in hashlib.sha256(text.encode()).hexdigest()[:6])


@dataclass(frozen=True)
class Element:
    """A list, table, image, note, footnote or link of a section, and the line of the file on which it starts.

    `value` is what both languages must share: of a list the number of points,
    the first one's number, if they are numbered, and which boxes are ticked, the size of a table, the
    target of a link. `text` is what the editor typed.
    """

    kind: str
    value: Any
    line: int
    text: str = ""


def _places(words: str, text: str) -> list[int]:
    """Where some words stand in a text as whole words. Without a pattern, of which each word would need one of its own."""
    start, found = 0, []
    while (start := text.find(words, start)) >= 0:
        end = start + max(1, len(words))
        is_whole = not (_goes_on(text[start - 1 : start]) or _goes_on(text[end : end + 1]))
        found += [start] if is_whole else []
        start = end if is_whole else start + 1
    return found


def _goes_on(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


class Passage(str):
    """A heading, paragraph, point, cell or alternative text as readers see it; `pieces` are the texts that it is made of."""

    pieces: list[Text]

    def line_of(self, words: str, earlier: int = 0) -> int:
        """The line of the file on which some words of the passage start, that many `earlier` ones passed over."""
        words = " ".join(words.replace("’", "'").split())
        if words not in self._places:
            self._places[words] = _places(words, self._plain)
        places = self._places[words]
        return self._lines[places[min(earlier, len(places) - 1)] if places else max(0, self._plain.find(words))]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        return {}

    @cached_property
    def _plain(self) -> str:
        return self.replace("’", "'")

    @cached_property
    def _lines(self) -> list[int]:
        """The line of the file on which each sign stands. White space runs together in a passage, so the others are counted."""
        typed = ((line_of(piece.at) + number, line) for piece in self.pieces for number, line in enumerate(piece.text.split("\n")))
        of_letters = (number for number, line in typed for sign in line if not sign.isspace())
        first = line_of(self.pieces[0].at)
        return [*accumulate((0 if sign.isspace() else next(of_letters, 0) for sign in self), max, initial=first)][1:] or [first]


def passage_of(pieces: list[Text]) -> Passage:
    passage = Passage(" ".join("".join([piece.text for piece in pieces]).split()))
    passage.pieces = pieces
    return passage


@dataclass(eq=False)
class Section:
    """A heading and all that stands below it up to the next heading; `line` is where it starts.

    The first section of a page is what stands above its first heading, with
    the page's title, description and last change.
    """

    title: str
    level: int
    line: int = 1
    anchor: str = ""
    elements: list[Element] = field(default_factory=list)
    units: list[list[Text]] = field(default_factory=lambda: [[]])
    parts: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    @cached_property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    @property
    def is_bare(self) -> bool:
        """Whether nothing stands below the heading."""
        return self.text == self.title and not self.elements

    @cached_property
    def passages(self) -> list[Passage]:
        """Each heading, paragraph, point, cell and alternative text on its own, with a mark for code and for what has a `lang`."""
        found = []
        for unit in self.units:
            passage = passage_of(unit)
            if passage.strip(" ·"):
                found.append(passage)
        return found

    def line_of(self, words: str) -> int:
        """The line of the file on which some words of the section stand, as readers see them or in an address; its first where they do not."""
        if holding := [passage for passage in self.passages if " ".join(words.split()) in passage]:
            # "on" stands in "person" only where it stands nowhere else.
            return next((passage for passage in holding if _places(" ".join(words.split()), passage)), holding[0]).line_of(words)
        return next((element.line for element in self.elements if isinstance(element.value, str) and words in element.value), self.line)

    @cached_property
    def fingerprint(self) -> str:
        """Six letters that change with words, structure, links and alt text, not with wrapping or quotation marks."""
        text = unicodedata.normalize("NFC", " ".join(" ".join(self.parts).split()).translate(_PLAIN))
        return short_hash(text)


@dataclass(frozen=True, eq=False)
class Content:
    """One page with its tree, divided into sections: read once something is asked that the `memory` does not know."""

    page: Page
    read: Callable[[Page], tuple[list[Section], Tree]]
    memory: Memory | None = None

    @cached_property
    def _parts(self) -> tuple[list[Section], Tree]:
        return self.read(self.page)

    @property
    def sections(self) -> list[Section]:
        return self._parts[0]

    @property
    def tree(self) -> Tree:
        return self._parts[1]

    def known(self, question: str, make: Callable[[], Any], *on: Any, anew: bool = False) -> Any:
        """The answer, as JSON, to a question about the page that hangs on its text, and `on` nothing else."""
        return self.memory.answer(question, self.page.path, key_of(self.page.key, *on), make, anew) if self.memory else make()

    def forget(self) -> None:
        """Let go of all that was read of the page: what the memory does not know is read anew, if it is asked for."""
        for name in [name for name, value in vars(type(self)).items() if isinstance(value, cached_property)]:
            vars(self).pop(name, None)

    @cached_property
    def html(self) -> str:
        """The page in HTML, its links as they were typed."""
        return html_of(self.tree.root.children)

    @cached_property
    def nodes(self) -> list[Node]:
        """Each element of the page."""
        return [node for node in walk(self.tree.root) if isinstance(node, Node)]

    def elements(self, *kinds: str) -> list[Element]:
        """Each list, table, image, note, footnote or link of some kinds."""
        return [element for section in self.sections for element in section.elements if element.kind in kinds]

    @property
    def said(self) -> Iterator[list[Text]]:
        """All that eye or ear get of the page, piece by piece: code, other languages, and the titles of links and pictures, too."""
        yield from self.sections[0].units[: len(SHOWN)]
        yield from runs(self.tree.root)
        yield from ([Text(node.attributes[name], node.at)] for node in self.nodes for name in _HEARD.intersection(node.attributes))

    @cached_property
    def anchors(self) -> set[str]:
        """All places in the page that a link can lead to."""
        return {node.attributes["id"] for node in self.nodes if "id" in node.attributes}

    def anchor_of(self, name: str) -> str | None:
        """The place in the page that the part of an address behind # leads to, in the page's own spelling or in GitHub's."""
        name = unquote(name)
        return name if name in self.anchors else self._anchors_on_github.get(name)

    @cached_property
    def _anchors_on_github(self) -> dict[str, str]:
        """The place of each heading by the name that GitHub gives it."""
        found: dict[str, str] = {}
        counts: Counter[str] = Counter()
        for section in self.sections[1:]:
            if name := re.sub(r"[^\w\- ]", "", section.title.lower()).replace(" ", "-"):
                found[f"{name}-{counts[name]}" if counts[name] else name] = section.anchor
                counts[name] += 1
        return found

    @cached_property
    def blocks(self) -> list[tuple[str, str, str]]:
        """The form of the page: each element that is more than a run of words, what it stands in, and what code it holds."""
        return list(_blocks(self.tree.root))

    @property
    def fingerprint(self) -> str:
        """The fingerprints of the sections in their order, so that a change can be told by section."""
        return self._outline["fingerprint"]

    @property
    def places(self) -> str:
        """A fingerprint of all that a link to the page may name."""
        return self._outline["places"]

    @property
    def targets(self) -> list[str]:
        """The files that its links and pictures name, within the folder of its language."""
        return self._outline["targets"]

    @cached_property
    def _outline(self) -> dict[str, Any]:
        return self.known("outlines", self._read_outline)

    def _read_outline(self) -> dict[str, Any]:
        named = {target_name(element.value, self.page) for element in self.elements("link", "image")}
        return {
            "fingerprint": "-".join(section.fingerprint for section in self.sections),
            "places": key_of(sorted(self.anchors), [(section.title, section.anchor) for section in self.sections]),
            "targets": sorted(filter(None, named)),
        }

    def first(self, tag: str) -> Node | None:
        """The first element of a kind, or None where there is none."""
        return next((node for node in self.nodes if node.tag == tag), None)

    def section_at(self, line: int) -> Section:
        """The section in which a line of the file stands."""
        return next((section for section in reversed(self.sections[1:]) if section.line <= line), self.sections[0])


def are_cards(node: Node) -> bool:
    """Whether a list can be shown as cards: each of its points starts with a link."""
    firsts = [point.children[0] if point.children else None for point in node.children if isinstance(point, Node)]
    return bool(firsts) and all(isinstance(first, Node) and first.tag == "a" for first in firsts)


def _blocks(parent: Node) -> Iterator[tuple[str, str, str]]:
    for node in parent.children:
        if isinstance(node, Node):
            if node.tag not in _INLINE:
                yield parent.tag, node.tag, text_of(node) if node.tag == "pre" else ""
            yield from _blocks(node)
