"""Reads a page: renders its Markdown, and divides what comes of it into sections."""

import re

import markdown
from selectolax.lexbor import LexborHTMLParser, LexborNode

from messages.message import Message
from messages.problem import Problem
from sources.content import HEADINGS, Content, Element, Section
from sources.inline import pass_plain_text_by
from sources.pages import Page
from sources.settings import PATH, Settings

# MkDocs adds these to whatever mkdocs.yml lists.
_BUILT_IN = ["toc", "tables", "fenced_code"]
_STRUCTURE = {*HEADINGS, "p", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "th", "td", "blockquote", "pre", "div"}

# Python-Markdown's way to align the cells of a table.
_ALIGNED = re.compile(r'<(t[dh]) style="text-align: (left|center|right);">')


def without_styles(html: str) -> str:
    """Rendered Markdown with a class in place of the one style attribute that Markdown writes: a strict policy refuses those."""
    return _ALIGNED.sub(r'<\1 class="align-\2">', html)


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
            for name, config in entry.items() if isinstance(entry, dict) else [(entry, None)]:
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
    if level := HEADINGS.get(node.tag):
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
