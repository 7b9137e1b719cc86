"""A page as the nodes that the handouts' template lays out: each a text, or a tag with what it holds."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NotRequired, TypedDict

from sources import tree
from sources.markdown import ALERTS


class Tag(TypedDict):
    """An element: its name, what it holds, and what else the template needs to know of some.

    `shown` is what paper says behind a link. Sizes of a picture are in CSS pixels. A table's cells stand in `head` and `rows`, row by row; a code's words in `text`.
    """

    tag: str
    children: list["Node"]
    lang: NotRequired[str]
    id: NotRequired[str]
    href: NotRequired[str]
    shown: NotRequired[str]
    src: NotRequired[str]
    alt: NotRequired[str]
    width: NotRequired[int]
    height: NotRequired[int]
    tight: NotRequired[bool]
    tasks: NotRequired[bool]
    start: NotRequired[int]
    text: NotRequired[str]
    ticked: NotRequired[bool]
    columns: NotRequired[int]
    head: NotRequired[list[list["Cell"]]]
    rows: NotRequired[list[list["Cell"]]]


class Cell(TypedDict):
    """A cell of a table, `align` being left, center or right."""

    tag: str
    children: list["Node"]
    align: str
    colspan: int
    rowspan: int


# A text, or an element.
Node = str | Tag

# Between the children of these a space or a line break means nothing.
_NO_TEXT = {"body", "section", "ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr"}
_BLOCKS = {"p", "ul", "ol", "dl", "table", "blockquote", "pre", "hr", "div", "note", "note-title", "figure"}
_BLOCKS |= {f"h{level}" for level in range(1, 7)}


@dataclass(frozen=True)
class NodeContext:
    """What turns a page's own words into those of its handout.

    `address` is the page's own. `link` gives the whole address of a link,
    `picture` the file of a picture from the repository root; `words` are those
    of the interface. `notes` are the points that say what each footnote is, by
    the place that leads to them.
    """

    address: str
    link: Callable[[str], str]
    picture: Callable[[str], str]
    words: Mapping[str, str]
    notes: Mapping[str, tree.Node]


def nodes_of(root: tree.Node, address: str, link: Callable[[str], str], picture: Callable[[str], str], words: Mapping[str, str]) -> list[Node]:
    """The nodes of a page; `address`, `link`, `picture` and `words` are as in NodeContext."""
    notes = {f"#{node.attributes['id']}": node for node in tree.walk(root) if _is(node, "li") and "id" in node.attributes}
    return _children(root, NodeContext(address, link, picture, words, notes))


def printed_address(address: str) -> str:
    """An address as paper shows it."""
    return re.sub(r"^https?://|/$", "", address)


def text_of(nodes: Iterable[Node]) -> str:
    """The words of nodes, one after another."""
    return "".join(node if isinstance(node, str) else node.get("text", "") + text_of(node["children"]) + " " for node in nodes)


def pictures_in(nodes: Iterable[Node]) -> Iterator[str]:
    """The files of the pictures that nodes show."""
    for node in nodes:
        if isinstance(node, dict):
            yield from [node["src"]] if "src" in node else []
            yield from pictures_in(node["children"])
            yield from pictures_in(cell for row in [*node.get("head", []), *node.get("rows", [])] for cell in row)


def _is(node: tree.Node | tree.Text, tag: str) -> bool:
    return isinstance(node, tree.Node) and node.tag == tag


def _children(parent: tree.Node, context: NodeContext) -> list[Node]:
    found: list[Node] = []
    for child in parent.children:
        if isinstance(child, tree.Text):
            text = re.sub(r"[ \t\r\n\f]+", " ", child.text)
            if text.strip(" ") or text and parent.tag not in _NO_TEXT:
                found.append(text)
        # On paper a footnote stands at the foot of its own sheet, and leads nowhere.
        elif child.attributes.get("class") not in ("footnotes", "footnote-back"):
            node = _node(child, context)
            if "shown" in node:
                said = text_of(found)
                node["shown"] = f", {node['shown']}" if said.count("(") > said.count(")") else f" ({node['shown']})"
            found.append(node)
    return _without_edges(found)


def _without_edges(nodes: list[Node]) -> list[Node]:
    """Nodes without the white space beside blocks, which would push their words out of line."""
    found: list[Node] = []
    for index, node in enumerate(nodes):
        if isinstance(node, str):
            if index == 0 or _is_block(nodes[index - 1]):
                node = node.lstrip(" ")
            if index + 1 < len(nodes) and _is_block(nodes[index + 1]):
                node = node.rstrip(" ")
            if not node:
                continue
        found.append(node)
    return found


def _is_block(node: Node) -> bool:
    return isinstance(node, dict) and node["tag"] in _BLOCKS


def _node(element: tree.Node, context: NodeContext) -> Tag:
    """The node of an element, with its language, its name as a place, where it leads and what it shows."""
    tag = element.tag
    if element.attributes.get("class") == "footnote":
        return _footnote(element, context)
    node: Tag = {"tag": tag, "children": [] if tag in ("table", "pre", "code") else _children(element, context)}
    if language := element.attributes.get("lang"):
        node["lang"] = language
    if anchor := element.attributes.get("id"):
        node["id"] = anchor
    if tag in _READERS:
        _READERS[tag](node, element, context)
    return node


def _footnote(element: tree.Node, context: NodeContext) -> Tag:
    """A footnote with what it says, in place of the number that leads to it."""
    link = next(child for child in element.children if _is(child, "a"))
    said = _children(context.notes[link.attributes["href"]], context)
    return {"tag": "footnote", "children": said[0]["children"] if len(said) == 1 and _is_block(said[0]) and said[0]["tag"] == "p" else said}


def _read_link(node: Tag, element: tree.Node, context: NodeContext) -> None:
    """A link leads to a whole address, and shows that of another page, for who has only the paper."""
    href = element.attributes.get("href")
    if not href:
        node["tag"] = "span"
        return
    node["href"] = context.link(href)
    # Of this site a reader types the page alone.
    shown = printed_address(node["href"] if node["href"] == href else node["href"].partition("#")[0])
    if node["href"].startswith("http") and shown != printed_address(context.address) and shown not in text_of(node["children"]):
        node["shown"] = shown


def _read_picture(node: Tag, element: tree.Node, context: NodeContext) -> None:
    node["src"] = context.picture(element.attributes.get("src") or "")
    node["alt"] = element.attributes.get("alt") or ""
    for key in ("width", "height"):
        if number := _number(element, key):
            node[key] = number


def _read_list(node: Tag, element: tree.Node, context: NodeContext) -> None:
    """A list is tight where its points are runs of words, and not paragraphs."""
    node["children"] = [child for child in node["children"] if isinstance(child, dict)]
    node["tight"] = not any(_is_block(each) and each["tag"] == "p" for child in node["children"] for each in child["children"])
    # Their boxes are the marks of tasks.
    node["tasks"] = element.tag == "ul" and all(text_of([child]).strip() and _starts_with_box(child) for child in node["children"])
    start = _number(element, "start")
    node["start"] = 1 if start is None else start


def _starts_with_box(point: Tag) -> bool:
    first = point["children"][0]
    if isinstance(first, dict) and first["tag"] == "p":
        first = first["children"][0]
    return isinstance(first, dict) and first["tag"] == "input"


def _number(element: tree.Node, key: str) -> int | None:
    """A whole number that an element gives, if it does."""
    value = element.attributes.get(key) or ""
    return int(value) if value.isdecimal() else None


def _read_note(node: Tag, element: tree.Node, context: NodeContext) -> None:
    """A note with the title of its kind, in the page's language."""
    kind = element.attributes.get("class", "").removeprefix("admonition ")
    if element.tag == "details" or kind in ALERTS:
        node["tag"] = "note"
    if kind in ALERTS:
        node["children"].insert(0, {"tag": "note-title", "children": [context.words.get(f"alert_{kind}", "")]})


def _read_paragraph(node: Tag, element: tree.Node, context: NodeContext) -> None:
    """A picture that is a paragraph of its own has room; what opens a note is its title."""
    if [child["tag"] if isinstance(child, dict) else child for child in node["children"]] == ["img"]:
        node["tag"] = "figure"
    if element.tag == "summary":
        node["tag"] = "note-title"


def _read_abbreviation(node: Tag, element: tree.Node, context: NodeContext) -> None:
    """Paper cannot be pointed at, so what an abbreviation stands for is said behind it."""
    if title := element.attributes.get("title"):
        node["children"].append(f" ({title})")


def _read_box(node: Tag, element: tree.Node, context: NodeContext) -> None:
    node["ticked"] = "checked" in element.attributes
    node["alt"] = context.words.get("ticked" if node["ticked"] else "not_ticked", "")


def _read_code(node: Tag, element: tree.Node, context: NodeContext) -> None:
    node["text"] = tree.text_of(element)


def _read_table(node: Tag, element: tree.Node, context: NodeContext) -> None:
    rows = [[_cell(cell, context) for cell in _within(row, "th", "td")] for row in _within(element, "tr")]
    heads = sum(len(_within(head, "tr")) for head in _within(element, "thead"))
    columns = max((sum(cell["colspan"] for cell in row) for row in rows), default=1)
    node |= {"head": rows[:heads], "rows": rows[heads:], "columns": columns}


def _within(element: tree.Node, *tags: str) -> list[tree.Node]:
    return [node for node in tree.walk(element) if isinstance(node, tree.Node) and node.tag in tags]


def _cell(element: tree.Node, context: NodeContext) -> Cell:
    spans = {key: _number(element, key) or 1 for key in ("colspan", "rowspan")}
    return {"tag": element.tag, "children": _children(element, context), "align": element.attributes.get("align", "left"), **spans}


_READERS = {
    "a": _read_link,
    "abbr": _read_abbreviation,
    "code": _read_code,
    "details": _read_note,
    "div": _read_note,
    "img": _read_picture,
    "input": _read_box,
    "ol": _read_list,
    "p": _read_paragraph,
    "pre": _read_code,
    "summary": _read_paragraph,
    "table": _read_table,
    "ul": _read_list,
}
