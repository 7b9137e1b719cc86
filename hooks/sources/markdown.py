"""Reads GitHub Flavored Markdown into a tree, with comrak, which says where in the file each part stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from xml.etree import ElementTree

import comrak

from sources.html import read_html
from sources.tree import Node, Text

# Deeper than any page that a person reads: points below points, or quotations of quotations.
DEEPEST = 40
# More points, headings, words in bold and the like than anyone reads on one page.
MOST = 20_000
ALERTS = ("note", "tip", "important", "warning", "caution")
EXTENSIONS = comrak.ExtensionOptions(alerts=True, autolink=True, footnotes=True, strikethrough=True, table=True, tasklist=True)
_PLACES = comrak.RenderOptions(sourcepos=True)
# XML, in which comrak gives its tree, has no place for these.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# What comrak 0.2.8 leaves as it is in XML where it stands behind ``` or ~~~, and what stands for it until then.
_BEHIND_FENCE = re.compile(r"^([ \t>]*(?:(?:[-*+]|\d+[.)]|\[\^[^\]\n]+\]:)[ \t>]*)*(?:`{3,}(?=[^`\n]*$)|~{3,}))([^\n]*[<>&\"][^\n]*)$", re.MULTILINE)
_STAND_INS = {"<": "\U000f0000", ">": "\U000f0001", "&": "\U000f0002", '"': "\U000f0003"}
_HIDDEN = str.maketrans(_STAND_INS)
_SHOWN = str.maketrans({stand_in: escape(sign, quote=True) for sign, stand_in in _STAND_INS.items()})
_PLAIN = {"block_quote": "blockquote", "emph": "em", "paragraph": "p", "strikethrough": "del", "strong": "strong", "thematic_break": "hr"}


@dataclass(eq=False)
class Tree:
    """The tree of a page.

    `loose` are typed elements that nothing closes, or endings that close
    nothing; `too_deep` is where a part stands that goes deeper than DEEPEST:
    it is left out. Of a page with more than MOST parts, which is `too_long`,
    all is.
    """

    root: Node
    loose: list[Node] = field(default_factory=list)
    too_deep: str = ""
    too_long: bool = False


def read_markdown(text: str) -> Tree:
    """The tree of some Markdown."""
    text = _NOT_IN_XML.sub("\ufffd", text)
    safe = _BEHIND_FENCE.sub(lambda match: match[1] + match[2].translate(_HIDDEN), text)
    xml = comrak.markdown_to_xml(safe, EXTENSIONS, render_options=_PLACES)
    if safe != text:
        xml = xml.translate(_SHOWN)
    if xml.count(" sourcepos=") > MOST:
        return Tree(Node("body"), too_long=True)
    document = ElementTree.fromstring(xml.replace(' xmlns="http://commonmark.org/xml/1.0"', "", 1))
    return _Maker(document).tree


class _Maker:
    """Makes the nodes of a page of comrak's."""

    def __init__(self, document: ElementTree.Element):
        notes = [child for child in document if child.tag == "footnote_definition"]
        self.numbers = {note.get("label"): number for number, note in enumerate(notes, 1)}
        self.references: dict[int, int] = {}
        self.tree = Tree(Node("body"))
        self.fill(self.tree.root, (child for child in document if child.tag != "footnote_definition"), 0)
        if notes:
            points = [self.footnote(note, number) for number, note in enumerate(notes, 1)]
            self.tree.root.children.append(Node("section", {"class": "footnotes"}, [Node("ol", {}, points)]))

    def fill(self, parent: Node, found: Iterable[ElementTree.Element], depth: int, tight: bool = False) -> None:
        """Put what stands in a part of the page into its node; typed elements hold what follows up to their end."""
        if depth > DEEPEST:
            self.tree.too_deep = self.tree.too_deep or parent.at
            return
        inner = [parent]
        for child in found:
            kind, at = child.tag, child.get("sourcepos")
            if kind == "text":
                inner[-1].children.append(Text(child.text or "", at))
            elif kind == "softbreak":
                inner[-1].children.append(Text("\n", at))
            elif kind in ("html_inline", "html_block"):
                read_html(child.text or "", at, inner, self.tree.loose, DEEPEST - depth)
            elif kind == "paragraph" and tight:
                line = Node("p")
                self.fill(line, child, depth)
                inner[-1].children += line.children
            else:
                self.add(inner[-1], child, kind, at, depth + len(inner))
        self.tree.loose += inner[1:]

    def add(self, parent: Node, child: ElementTree.Element, kind: str, at: str, depth: int) -> None:
        """Add what one part of the page is."""
        if tag := _PLAIN.get(kind):
            node = Node(tag, at=at)
            self.fill(node, child, depth)
        elif kind == "heading":
            node = Node(f"h{child.get('level')}", at=at)
            self.fill(node, child, depth)
        elif kind == "linebreak":
            parent.children += [Node("br", at=at), Text("\n", at)]
            return
        else:
            node = getattr(self, kind)(child, at, depth)
        parent.children.append(node)

    def list(self, part: ElementTree.Element, at: str, depth: int) -> Node:
        node = Node("ol" if part.get("type") == "ordered" else "ul", at=at)
        if part.get("start", "1") != "1":
            node.attributes["start"] = part.get("start")
        tight = part.get("tight") == "true"
        for item in part:
            point = Node("li", at=item.get("sourcepos"))
            if item.tag == "taskitem":
                done = {"checked": ""} if item.get("completed") == "true" else {}
                box = [Node("input", {"type": "checkbox", **done, "disabled": ""}), Text(" ")]
                if tight:
                    point.children += box
                self.fill(point, item, depth, tight)
                if not tight and point.children and isinstance(point.children[0], Node):
                    point.children[0].children[:0] = box
            else:
                self.fill(point, item, depth, tight)
            node.children.append(point)
        return node

    def table(self, part: ElementTree.Element, at: str, depth: int) -> Node:
        # Only the cells of the head say how their columns are aligned.
        aligned = [{"align": cell.get("align")} if cell.get("align") else {} for cell in part[0]]
        rows = []
        for index, row in enumerate(part):
            cells = [Node("td" if index else "th", {**align}, at=cell.get("sourcepos")) for cell, align in zip(row, aligned, strict=False)]
            for cell, node in zip(row, cells, strict=False):
                self.fill(node, cell, depth)
            rows.append(Node("tr", {}, cells, row.get("sourcepos")))
        body = [Node("tbody", {}, rows[1:])] if rows[1:] else []
        return Node("table", {}, [Node("thead", {}, rows[:1]), *body], at)

    def alert(self, part: ElementTree.Element, at: str, depth: int) -> Node:
        kind, title = part.get("type"), part.get("title", "")
        node = Node("div", {"class": f"admonition {kind}"}, at=at)
        # For comrak these are notes too, for GitHub quotations.
        if title or depth > 1:
            node = Node("blockquote", {}, [Node("p", {}, [Text(f"[!{kind.upper()}] {title}".rstrip(), at)])], at)
        self.fill(node, part, depth)
        return node

    def code(self, part: ElementTree.Element, at: str, depth: int) -> Node:
        return Node("code", {}, [Text(part.text or "", at)], at)

    def code_block(self, part: ElementTree.Element, at: str, depth: int) -> Node:
        return Node("pre", {}, [Node("code", {}, [Text(part.text or "", at)], at)], at)

    def link(self, part: ElementTree.Element, at: str, depth: int) -> Node:
        address = part.get("destination")
        # An address that was typed bare, as browsers open it.
        if address.startswith("http://www.") and len(part) == 1 and part[0].get("sourcepos") == at and part[0].text == address[7:]:
            address = f"https://{part[0].text}"
        node = Node("a", {"href": address, **_title(part)}, at=at)
        self.fill(node, part, depth)
        return node

    def image(self, part: ElementTree.Element, at: str, depth: int) -> Node:
        words = Node("p")
        self.fill(words, part, depth)
        return Node("img", {"src": part.get("destination"), "alt": _alt(words), **_title(part)}, at=at)

    def footnote_reference(self, part: ElementTree.Element, at: str, depth: int) -> Node:
        number = self.numbers[part.get("label")]
        count = self.references[number] = self.references.get(number, 0) + 1
        link = Node("a", {"href": f"#fn-{number}", "id": _reference(number, count)}, [Text(str(number), at)], at)
        return Node("sup", {"class": "footnote"}, [link], at)

    def footnote(self, part: ElementTree.Element, number: int) -> Node:
        """A footnote, with a way back to each place that names it."""
        note = Node("li", {"id": f"fn-{number}"}, at=part.get("sourcepos"))
        self.fill(note, part, 1)
        last = note.children[-1] if note.children and isinstance(note.children[-1], Node) and note.children[-1].tag == "p" else note
        for count in range(1, self.references.get(number, 0) + 1):
            last.children += [Text(" "), Node("a", {"href": f"#{_reference(number, count)}", "class": "footnote-back"}, [Text("↩")])]
        return note


def _reference(number: int, count: int) -> str:
    return f"fnref-{number}" + (f"-{count}" if count > 1 else "")


def _title(part: ElementTree.Element) -> dict[str, str]:
    return {"title": part.get("title")} if part.get("title") else {}


def _alt(node: Node) -> str:
    """The words that stand for a picture: of a picture within them those that stand for it."""
    return "".join(
        child.attributes.get("alt", "") if isinstance(child, Node) and child.tag == "img" else _alt(child) if isinstance(child, Node) else child.text
        for child in node.children
    )
