"""What a page says as a tree: elements as HTML names them, and texts, each with its place in the file."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
# What stands on lines of its own in HTML, and of that what holds other blocks.
_CONTAINERS = {"blockquote", "div", "dl", "ol", "section", "table", "tbody", "thead", "tr", "ul"}
BLOCKS = _CONTAINERS | {"dd", "details", "dt", "hr", "li", "p", "pre", "summary", "td", "th", *(f"h{level}" for level in range(1, 7))}


@dataclass(eq=False, slots=True)
class Text:
    """Some words; `at` is where they stand in the file, as in Node."""

    text: str
    at: str = ""


@dataclass(eq=False, slots=True)
class Node:
    """An element: its name in HTML, what it carries and what it holds.

    `at` is where it stands in the file: "3:1-4:12" is from line 3, column 1 to
    line 4, column 12, all counted from 1, columns in bytes of UTF-8.
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node | Text"] = field(default_factory=list)
    at: str = ""


def line_of(at: str) -> int:
    """The line on which a place starts."""
    return int(at.partition(":")[0] or 1)


def walk(node: Node) -> Iterator[Node | Text]:
    """All that a node holds, in the order of a reader."""
    for child in node.children:
        yield child
        if isinstance(child, Node):
            yield from walk(child)


def text_of(node: Node | Text) -> str:
    """The words of a node, one after another."""
    return node.text if isinstance(node, Text) else "".join(map(text_of, node.children))


def runs(parent: Node) -> Iterator[list[Text]]:
    """The texts of each run of words, such as a paragraph, a point or a cell: blocks part them, a line break is a space."""
    run: list[Text] = []
    for child in parent.children:
        if isinstance(child, Node) and child.tag in BLOCKS:
            yield run
            yield from runs(child)
            run = []
        else:
            run += [child] if isinstance(child, Text) else [each for each in walk(child) if isinstance(each, Text)] or [Text(" ", child.at)]
    yield run


# How the node of a tag is shown in its place.
Shown = Mapping[str, Callable[[Node], Node]]


def html_of(nodes: Iterable[Node | Text], shown: Shown | None = None) -> str:
    """Nodes as HTML, those of some tags as `shown` says; what that puts around a node holds it as it is."""
    parts: list[str] = []
    _write(nodes, parts, shown or {}, None)
    return "".join(parts)


def _write(nodes: Iterable[Node | Text], parts: list[str], shown: Shown, inner: Node | None) -> None:
    for node in nodes:
        if isinstance(node, Text):
            parts.append(_escape(node.text))
            continue
        tag = node.tag
        is_block = tag in BLOCKS
        if is_block and parts and not parts[-1].endswith("\n"):
            parts.append("\n")
        typed = node
        if tag in shown and node is not inner:
            node = shown[tag](node)
        parts.append(_opening(node))
        if tag not in VOID:
            if tag in _CONTAINERS:
                parts.append("\n")
            _write(node.children, parts, shown, typed)
            parts.append(f"</{node.tag}>")
        if is_block:
            parts.append("\n")


def _opening(node: Node) -> str:
    if not node.attributes:
        return f"<{node.tag}>"
    said = [(name, _escape(value).replace('"', "&quot;")) for name, value in node.attributes.items()]
    return f"<{node.tag}" + "".join(f' {name}="{value}"' for name, value in said) + ">"


def _escape(text: str) -> str:
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text or ">" in text:
        text = text.replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\u00a0", "&nbsp;")
