"""Reads a page: its Markdown, divided into sections."""

from sources.addresses import address_part
from sources.content import HEADINGS, Content, Element, Section
from sources.front_matter import SHOWN
from sources.markdown import Tree, read_markdown
from sources.memory import Memory
from sources.pages import Page
from sources.tree import BLOCKS, Node, Text, line_of, text_of, walk

_STRUCTURE = {*HEADINGS, "p", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "th", "td", "blockquote", "pre", "div"}


def read_page(page: Page, memory: Memory | None = None) -> Content:
    """What a page says; a `memory` spares reading it for what is known of it."""
    return Content(page, _read, memory)


def _read(page: Page) -> tuple[list[Section], Tree]:
    # With the lines of the front matter left empty, each line has the number that it has in the file.
    tree = read_markdown("\n" * page.text.count("\n", 0, page.body_start) + page.body)
    first = Section("", 0)
    first.parts = [value if isinstance(value, str) else "" for value in map(page.front_matter.get, SHOWN)]
    lines = (page.text.count("\n", 0, max(page.text.find(f"\n{key}:"), 0)) + 2 for key in SHOWN)
    first.units = [*([Text(part, f"{line}:1")] for part, line in zip(first.parts, lines, strict=True)), []]
    sections = [first]
    _add(tree.root, sections, {}, True)
    return sections, tree


def _add(parent: Node, sections: list[Section], anchors: dict[str, int], is_prose: bool) -> None:
    """Put what a part of the page holds where it belongs.

    `anchors` are the names of places that are taken, each with the number that was last put behind it; `is_prose` if the part is no
    code and in the page's own language.
    """
    for node in parent.children:
        if isinstance(node, Text):
            if parent.tag in ("script", "style"):
                continue
            section = sections[-1]
            section.words.append(node.text)
            # A mark in its place, so that the words beside it are not taken for neighbours.
            section.units[-1].append(node if is_prose else Text(" · ", node.at))
            section.parts.append(node.text)
            continue
        tag = node.tag
        if level := HEADINGS.get(tag):
            anchor = node.attributes.setdefault("id", _anchor(text_of(node), anchors))
            sections.append(Section(" ".join(text_of(node).split()), level, line_of(node.at), anchor))
        section = sections[-1]
        if tag in _STRUCTURE:
            section.parts.append(f"<{tag}>")
        if tag == "br":
            section.words.append(" ")
            section.units[-1].append(Text(" ", node.at))
        if tag in BLOCKS:
            section.words.append(" ")
            section.units.append([])
        if element := _element(node, parent):
            _add_element(element, node, section)
        # The numbers of footnotes are no words of the page.
        if node.attributes.get("class") in ("footnote", "footnote-back"):
            continue
        _add(node, sections, anchors, is_prose and tag != "pre" and not node.attributes.get("lang"))
        if tag in BLOCKS:
            sections[-1].words.append(" ")
            sections[-1].units.append([])


def _anchor(title: str, taken: dict[str, int]) -> str:
    """The name of a heading's place: its words as an address has them, with a number where that is taken."""
    name = anchor = address_part(title)
    while anchor in taken or not anchor:
        taken[name] = taken.get(name, 0) + 1
        anchor = f"{name}_{taken[name]}"
    taken[anchor] = 0
    return anchor


def _add_element(element: Element, node: Node, section: Section) -> None:
    section.elements.append(element)
    if element.kind == "image":
        section.units[-1:] = [section.units[-1], [Text(element.text, node.at)], []]
    if element.kind == "list":
        points, start, boxes = element.value
        section.parts.append(f"<list {points} >" + (f"<from {start}>" if start not in ("", "1") else "") + (f"<boxes {boxes}>" if boxes else ""))
    else:
        section.parts.append(f"<{element.kind} {element.value} {element.text if element.kind == 'image' else ''}>")


def _element(node: Node, parent: Node) -> Element | None:
    tag, attributes = node.tag, node.attributes
    if tag == "sup" and attributes.get("class") == "footnote":
        return Element("footnote", text_of(node), line_of(node.at))
    if tag == "a" and "href" in attributes and attributes.get("class") != "footnote-back":
        words = text_of(node).strip() or " ".join(each.attributes.get("alt", "") for each in walk(node) if _is_picture(each))
        return Element("link", attributes["href"], line_of(node.at), " ".join(words.split()))
    if tag in ("ul", "ol") and parent.tag != "section":
        points = [child for child in node.children if isinstance(child, Node) and child.tag == "li"]
        boxes = "".join("x" if "checked" in box.attributes else "-" for point in points if (box := _box(point)))
        return Element("list", (len(points), attributes.get("start", "1") if tag == "ol" else "", boxes), line_of(node.at))
    if tag == "table":
        rows = [each for each in walk(node) if isinstance(each, Node) and each.tag == "tr"]
        cells = [cell for cell in rows[0].children if isinstance(cell, Node)] if rows else []
        return Element("table", (len(rows), len(cells)), line_of(node.at))
    if tag == "img":
        return Element("image", attributes.get("src", ""), line_of(node.at), attributes.get("alt", ""))
    if tag == "div" and attributes.get("class", "").startswith("admonition "):
        return Element("note", attributes["class"].removeprefix("admonition "), line_of(node.at))
    return None


def _is_picture(node: Node | Text) -> bool:
    return isinstance(node, Node) and node.tag == "img"


def _box(point: Node) -> Node | None:
    """The box of a point that is a task."""
    while point.children and isinstance(point.children[0], Node):
        point = point.children[0]
        if point.tag == "input":
            return point
    return None
