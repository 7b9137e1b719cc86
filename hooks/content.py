"""What a page says once Markdown has rendered it: its sections, and a fingerprint of them."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import markdown
from selectolax.lexbor import LexborHTMLParser, LexborNode

from inline import pass_plain_text_by
from message import Message
from pages import Page
from problem import Problem
from settings import PATH, Settings

# MkDocs adds these to whatever mkdocs.yml lists.
_BUILT_IN = ["toc", "tables", "fenced_code"]
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_STRUCTURE = {*_HEADINGS, "p", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "th", "td", "blockquote", "pre", "div"}
_INLINE = {"a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q", "s", "small", "span", "strong"}
_INLINE |= {"sub", "sup"}
# Typing differences that no reader sees as other words.
_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " ", "\u00ad": None})

# Python-Markdown's way to align the cells of a table.
_ALIGNED = re.compile(r'<(t[dh]) style="text-align: (left|center|right);">')


def without_styles(html: str) -> str:
    """Rendered Markdown with a class in place of the one style attribute that Markdown writes: a strict policy refuses those."""
    return _ALIGNED.sub(r'<\1 class="align-\2">', html)


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
            place += node.tag in _HEADINGS
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


class Reader:
    """Reads pages with the site's own Markdown and its own extensions.

    `problem` says why those extensions could not be loaded; pages are then
    read without them, so that everything else is still told.
    """

    def __init__(self, settings: Settings):
        names, configs = list(_BUILT_IN), {}
        self.problem: Problem | None = None
        extensions = settings.get("markdown_extensions")
        for entry in extensions if isinstance(extensions, list) else []:
            for name, config in (entry.items() if isinstance(entry, dict) else [(entry, None)]):
                names.append(str(name))
                configs[str(name)] = config or {}
        try:
            self._markdown = markdown.Markdown(extensions=list(dict.fromkeys(names)), extension_configs=configs)
        except Exception as error:  # An extension may fail in any way of its own.
            message = Message("The Markdown extensions cannot be loaded: {reason}.", reason=error)
            fix = Message('put the list below "markdown_extensions:" back as it was.')
            line = settings.line("markdown_extensions")
            self.problem = Problem(PATH, line, "markdown_extension_unknown", message, fix)
            self._markdown = markdown.Markdown(extensions=_BUILT_IN)
        pass_plain_text_by(self._markdown)

    def read(self, page: Page) -> Content:
        html = without_styles(self._markdown.reset().convert(page.body))
        first = Section("", 0)
        first.parts = [value if isinstance(value, str) else "" for value in map(page.front_matter.get, ("title", "description"))]
        first.units = [*([part] for part in first.parts), []]
        sections = [first]
        document = LexborHTMLParser(html)
        if document.body is not None:
            marked = " lang=" in html or "<pre" in html
            for node in document.body.traverse(include_text=True):
                _add(node, sections, marked)
        return Content(page, sections, html)


def _add(node: LexborNode, sections: list[Section], marked: bool) -> None:
    """Put one node of a rendered page where it belongs; `marked` if some words are code or carry a language of their own."""
    if node.tag == "-text":
        if node.parent.tag in ("script", "style"):
            return
        text = node.text_content or ""
        sections[-1].words.append(text)
        if not _is_given_title(node, text):
            # A mark in its place, so that the words beside it are not taken for neighbours.
            sections[-1].units[-1].append(" · " if marked and _is_no_prose(node) else text)
        sections[-1].parts.append(text)
        return
    if level := _HEADINGS.get(node.tag):
        sections.append(Section(" ".join(node.text().split()), level, node.attributes.get("id") or ""))
    section = sections[-1]
    if node.tag in _STRUCTURE:
        section.parts.append(f"<{node.tag}>")
        section.words.append(" ")
        section.units.append([])
    element = _element(node)
    if element:
        section.elements.append(element)
        if element.kind == "image":
            section.units[-1:] = [section.units[-1], [element.text], []]
        section.parts.append(f"<{element.kind} {element.value} {element.text if element.kind == 'image' else ''}>")


def _is_no_prose(node: LexborNode) -> bool:
    """Whether a text is code, or carries a language of its own."""
    parent = node.parent
    while parent is not None and parent.tag != "body":
        if parent.tag == "pre" or parent.attributes.get("lang"):
            return True
        parent = parent.parent
    return False


def _is_given_title(node: LexborNode, text: str) -> bool:
    """Whether this is the title that a note without one gets: the site puts it into the page's language."""
    title = node.parent
    if title is None or title.attributes.get("class") != "admonition-title":
        return False
    return text.lower() in (title.parent.attributes.get("class") or "").split()


def _element(node: LexborNode) -> Element | None:
    if node.tag in ("ul", "ol"):
        points = [child for child in node.iter() if child.tag == "li"]
        return Element("list", len(points), points[-1].text() if points else "")
    if node.tag == "table":
        rows = node.css("tr")
        return Element("table", (len(rows), len(rows[0].css("th, td")) if rows else 0), rows[0].text() if rows else "")
    if node.tag == "img":
        return Element("image", node.attributes.get("src") or "", node.attributes.get("alt") or "")
    if node.tag == "a" and node.attributes.get("href"):
        return Element("link", node.attributes["href"], " ".join(node.text().split()), node.attributes.get("hreflang") or "")
    if node.tag == "div" and "admonition" in (node.attributes.get("class") or "").split():
        return Element("note", node.attributes["class"], " ".join(node.text().split()))
    return None
