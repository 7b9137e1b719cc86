"""HTML that a page must not hold, whichever way it was written.

The sanitiser nh3 says what it would take out of the page; what Markdown or
entities hid in the file shows there.
"""

from collections import Counter
from collections.abc import Iterator

import nh3
from selectolax.lexbor import LexborHTMLParser, LexborNode

from messages.message import Message
from messages.problem import Problem
from sources.content import Content
from sources.markdown import ALERTS
from sources.tree import Node, line_of

# What editors may type beside Markdown; the rest is what Markdown itself makes.
_TYPED = {"abbr", "b", "br", "cite", "details", "i", "kbd", "mark", "q", "s", "small", "span", "sub", "summary", "sup", "time", "u"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_TAGS = (
    _TYPED
    | _HEADINGS
    | {
        *("a", "blockquote", "code", "dd", "del", "div", "dl", "dt", "em", "hr", "img", "input", "li"),
        *("ol", "p", "pre", "section", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"),
    }
)
_ATTRIBUTES = {
    "*": {"id", "lang", "title"},
    "a": {"href", "hreflang"},
    "details": {"open"},
    "img": {"alt", "height", "loading", "src", "width"},
    "input": {"checked", "disabled"},
    "ol": {"start"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
# What Markdown makes carries these; another class could hide a text, or what stands round it.
_CLASSES = {"a": {"footnote-back"}, "div": {"admonition", *ALERTS}, "section": {"footnotes"}, "sup": {"footnote"}}
_VALUES = {"input": {"type": {"checkbox"}}}
_SCHEMES = {"http", "https", "mailto", "tel"}
_ADDRESSES = ("href", "src")
# What the page template names its own parts.
_TEMPLATE_ANCHORS = {"_content", "_menu"}


def markup_not_allowed(contents: dict[str, Content]) -> list[Problem]:
    """Elements, attributes and addresses that could harm a reader or break the page."""
    problems = []
    for content in contents.values():
        for node, name in _rejected(content):
            if name is None:
                message = Message("The page holds <{tag}>, which is not for its text.", tag=node.tag)
                fix = Message("take it and what belongs to it out; if the signs themselves are meant, write &lt;{tag}&gt;.", tag=node.tag)
            elif name in _ADDRESSES:
                message = Message('The address "{address}" is none that a reader can follow safely.', address=node.attributes[name])
                fix = Message("write the name of a page, or an address that starts with https:, mailto: or tel:.")
            else:
                message = Message('<{tag}> carries "{name}", which could act on a reader\'s device or undo the design.', tag=node.tag, name=name)
                fix = Message('take "{name}" and its value out.', name=name)
            problems.append(Problem(content.page.path, line_of(node.at), "markup_not_allowed", message, fix))
    return problems


def markup_not_closed(contents: dict[str, Content]) -> list[Problem]:
    """Elements that are opened and not closed, or closed and not opened, so that what follows goes astray."""
    problems = []
    for content in contents.values():
        # What was opened and may not stand on a page is told as such.
        opened = {id(node) for node in content.nodes if node.tag not in _TAGS}
        for node in [node for node in content.tree.loose if id(node) not in opened][:1]:
            if node.tag == "!--":
                message, fix = Message("A comment is opened and not closed, so all that follows is lost."), Message("put --> behind it.")
            else:
                message = Message("<{tag}> is opened and not closed, or closed and not opened.", tag=node.tag)
                fix = Message("put </{tag}> behind its words, or take both out.", tag=node.tag)
            problems.append(Problem(content.page.path, line_of(node.at), "markup_not_closed", message, fix))
    return problems


def markup_out_of_place(contents: dict[str, Content]) -> list[Problem]:
    """Elements that a browser would put somewhere else than they were typed."""
    problems = []
    for content in contents.values():
        # Markdown alone makes nothing of the kind, and what may not stand on a page at all is told as that.
        if "<" in content.page.body and not content.tree.loose and _TAGS.issuperset(node.tag for node in content.nodes) and (node := _moved(content)):
            message = Message("<{tag}> cannot stand here: a browser would put it somewhere else.", tag=node.tag)
            fix = Message("take it out, or write it in Markdown.")
            problems.append(Problem(content.page.path, line_of(node.at), "markup_out_of_place", message, fix))
    return problems


def anchor_twice(contents: dict[str, Content]) -> list[Problem]:
    """Names of places that a page gives twice, or that the template has."""
    problems = []
    for content in contents.values():
        taken = {*_TEMPLATE_ANCHORS}
        for node in content.nodes:
            name = node.attributes.get("id")
            if name in taken:
                message = Message('The place "#{name}" is there twice, so a link to it could lead to either.', name=name)
                fix = Message("give one of them another name.")
                problems.append(Problem(content.page.path, line_of(node.at), "anchor_twice", message, fix))
            taken.update([name] if name else [])
    return problems


def _rejected(content: Content) -> Iterator[tuple[Node, str | None]]:
    """Each element, or attribute by its name, that the sanitiser would take out."""
    clean = nh3.clean(
        content.html, _TAGS, set(), _ATTRIBUTES, link_rel=None, url_schemes=_SCHEMES, allowed_classes=_CLASSES, tag_attribute_values=_VALUES
    )
    if clean != content.html:
        left = Counter(part for node in _elements(clean) for part in [(node.tag, None), *((node.tag, *each) for each in node.attributes.items())])
        yield from _gone(content.tree.root, left)


def _gone(parent: Node, left: Counter) -> Iterator[tuple[Node, str | None]]:
    """The elements and attributes below one that are not among those `left`; what stands in an element that goes is told with it."""
    for node in parent.children:
        if isinstance(node, Node):
            if not _take(left, (node.tag, None)):
                yield node, None
                continue
            for name, value in node.attributes.items():
                if not _take(left, (node.tag, name, value)):
                    yield node, name
            yield from _gone(node, left)


def _take(left: Counter, part: tuple) -> bool:
    left[part] -= 1
    return left[part] >= 0


def _moved(content: Content) -> Node | None:
    """The first element that does not stand where it stands in the tree when a browser has read the page."""
    read = [(node.tag, node.parent.tag) for node in _elements(content.html)]
    parents = {id(child): parent.tag for parent in [content.tree.root, *content.nodes] for child in parent.children}
    for index, node in enumerate(content.nodes):
        if index >= len(read) or read[index] != (node.tag, parents[id(node)]):
            return node
    return content.nodes[-1] if len(read) > len(content.nodes) else None


def _elements(html: str) -> list[LexborNode]:
    document = LexborHTMLParser(f"<body>{html}")
    return [node for node in document.css("body *") if node.tag] if document.body else []
