"""What a page says once Markdown has rendered it: its sections, and a fingerprint of them."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from sources.pages import Page

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE = {"a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q", "s", "small", "span", "strong"}
_INLINE |= {"sub", "sup"}
# Typing differences that no reader sees as other words.
_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " ", "\u00ad": None})


def short_hash(text: str) -> str:
    """Six letters from a to p for a text. No digits: YAML would read some of those as numbers."""
    return "".join(chr(ord("a") + int(digit, 16)) for digit in hashlib.sha256(text.encode()).hexdigest()[:6])


@dataclass(frozen=True)
class Element:
    """A list, table, image, note or link of a section.

    `value` is what both languages must share: the number of points, the size
    of a table, the target of a link. `text` is what the editor typed, and
    `hreflang` the language that a link says it leads to.
    """

    kind: str
    value: Any
    text: str = ""
    hreflang: str = ""


@dataclass(eq=False)
class Section:
    """A heading and all that stands below it up to the next heading.

    The first section of a page is what stands above its first heading, with
    the page's title and description.
    """

    title: str
    level: int
    anchor: str = ""
    elements: list[Element] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    units: list[list[str]] = field(default_factory=lambda: [[]])
    parts: list[str] = field(default_factory=list)

    @cached_property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    @property
    def is_bare(self) -> bool:
        """Whether nothing stands below the heading."""
        return self.text == self.title and not self.elements

    @property
    def paragraphs(self) -> list[str]:
        """As `passages`, with their line breaks."""
        return ["".join(unit) for unit in self.units]

    @cached_property
    def passages(self) -> list[str]:
        """Each heading, paragraph, point, cell and alternative text on its own, with a mark for code and for what has a `lang`."""
        texts = (" ".join("".join(unit).split()) for unit in self.units)
        return [text for text in texts if text.strip(" ·")]

    @cached_property
    def fingerprint(self) -> str:
        """Six letters that change with words, structure, links and alt text, not with wrapping or quotation marks."""
        text = unicodedata.normalize("NFC", " ".join(" ".join(self.parts).split()).translate(_PLAIN))
        return short_hash(text)


@dataclass(frozen=True, eq=False)
class Content:
    """One page as rendered."""

    page: Page
    sections: list[Section]
    html: str

    @property
    def body_line(self) -> int:
        """The line of the source on which the Markdown starts."""
        return self.page.text[: self.page.body_start].count("\n") + 1

    @cached_property
    def anchors(self) -> set[str]:
        """All places in the page that a link can lead to."""
        return {node.attributes["id"] or "" for node in LexborHTMLParser(self.html).css("[id]")}

    @cached_property
    def blocks(self) -> list[tuple[str, str, str]]:
        """The form of the page: each element that is more than a run of words, what it stands in, and what code it holds."""
        body = LexborHTMLParser(self.html).body
        nodes = [node for node in body.traverse() if (node.tag or "-")[0] != "-" and node.tag not in _INLINE] if body is not None else []
        return [(node.parent.tag, node.tag, node.text() if node.tag == "pre" else "") for node in nodes]

    @cached_property
    def fingerprint(self) -> str:
        """The fingerprints of the sections in their order, so that a change can be told by section."""
        return "-".join(section.fingerprint for section in self.sections)

    def line(self, section: Section, text: str = "") -> int:
        """The line of the source on which a section, or some text within it, stands."""
        index = self._section_lines[self.sections.index(section)]
        if section.level == 0 and not text:
            return 1
        wanted = _bare(text)[:24]
        lines = self._lines[index:]
        found = (i for i, (line, bare) in enumerate(lines, index) if text and (text in line or wanted and wanted in bare))
        return next(found, index) + 1

    def first(self, tag: str) -> tuple[Section, str] | None:
        """The section and the words of the first element of a kind, or None where there is none."""
        place = 0
        for node in LexborHTMLParser(self.html).css("body *"):
            place += node.tag in HEADINGS
            if node.tag == tag:
                return self.sections[place], " ".join(node.text().split())
        return None

    def section_at(self, line: int) -> Section:
        """The section in which a line of the source stands."""
        starts = [-1, *self._section_lines[1:]]
        return next(section for section, start in zip(reversed(self.sections), reversed(starts), strict=True) if start < line)

    @cached_property
    def _lines(self) -> list[tuple[str, str]]:
        """Each line of the source, and its bare letters."""
        return [(line, _bare(line)) for line in self.page.text.splitlines()]

    @cached_property
    def _section_lines(self) -> list[int]:
        """The index of the line on which each section starts."""
        found, index = [0], self.body_line - 1
        for section in self.sections[1:]:
            title = _bare(section.title)
            lines = ((i, *self._lines[i]) for i in range(index, len(self._lines)))
            here = next((i for i, line, bare in lines if bare == title and (title or line.startswith("#"))), None)
            found.append(index if here is None else here)
            index = found[-1] + (here is not None)
        return found


def _bare(text: str) -> str:
    """Letters and digits alone, as rendered text and Markdown source have them in common."""
    return re.sub(r"[\W_]+", "", re.sub(r"\]\([^)]*\)|\{[^}]*\}", "", text)).lower()
